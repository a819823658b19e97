package cell

import (
	"strconv"
	"time"

	"dpmap/graph/law"
	"dpmap/importers/words"
)

var (
	termYears = words.Regexp(`\b(\d{1,2}|one|two|three|four|five)[- ]?(?:years?|yrs?|yr)\b`)
	// notTerm are words beside a number of years that is no agreement's term, or
	// of a term that does not end by itself.
	notTerm = words.Regexp(`\b(every|renews?|renewed|renewable|renewal|rolling|notice|retention|retained|retain|kept|keep|review(ed)?|old|aged?|auto|extended|extension)\b`)
)

// endOfTerm is the last day of an agreement that gives the day on which it was
// signed and for how long: "signed 1/9/2020 for 3 years". It is zero where the
// text tells of no plain term.
func endOfTerm(text string, signed law.Date) law.Date {
	m := termYears.FindStringSubmatch(text)
	if m == nil || signed.IsZero() || notTerm.MatchString(text) {
		return law.Date{}
	}
	years, err := strconv.Atoi(m[1])
	if err != nil {
		years = map[string]int{"one": 1, "two": 2, "three": 3, "four": 4, "five": 5}[words.Fold(m[1])]
	}
	if years == 0 {
		return law.Date{}
	}
	end := signed.Last().AddMonths(12 * years)
	if signed.Day == 0 {
		return end // from some day of that month or year
	}
	return law.DateOf(time.Date(end.Year, end.Month, end.Day-1, 0, 0, 0, 0, time.UTC))
}
