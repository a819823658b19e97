package cell

import (
	"strconv"
	"strings"
	"time"

	"dpmap/graph/law"
	"dpmap/importers/words"
)

var (
	termYear    = words.Regexp(`\b(autumn|aut|michaelmas|spring|spr|lent|easter|summer|sum|trinity|christmas|xmas)\.?(?:\s*(?:term|half[- ]term|[1-6]))*[\s,/-]*['’‘]?(20\d{2}|1[5-9]|[2-4]\d)\b`)
	quarterYear = words.Regexp(`\bq\s?([1-9])[\s,/-]*(?:of\s+)?['’‘]?(20\d{2}|1[5-9]|[2-4]\d)\b|\b(20\d{2})[\s,/-]*q\s?([1-9])\b`)
	yearRange   = words.Regexp(`\b(20\d{2})\s?(?:[–-]|to|until)\s?(20\d{2}|1[5-9]|[2-4]\d)\b`)
	shortPeriod = words.Regexp(`\b(ay|fy|(?:academic|school|financial) years?)?\s*['’‘]?(?:20)?(\d{2})\s?([/–-])\s?['’‘]?(?:20)?(\d{2})\b`)
)

// termMonths are the first and the last month of what schools call a time of the
// year by.
var termMonths = map[string][2]time.Month{
	"autumn": {time.September, time.December}, "aut": {time.September, time.December}, "michaelmas": {time.September, time.December},
	"spring": {time.January, time.March}, "spr": {time.January, time.March}, "lent": {time.January, time.March},
	"easter": {time.March, time.April},
	"summer": {time.April, time.July}, "sum": {time.April, time.July}, "trinity": {time.April, time.July},
	"christmas": {time.December, time.December}, "xmas": {time.December, time.December},
}

// findPeriod finds a term, a quarter or a school or financial year: "Autumn term
// 2025", "Q1 2025", "AY 24/25", "2023-2026". The span is zero when there is none.
func findPeriod(text string) (Span, string, *Doubt) {
	if m := termYear.FindStringSubmatchIndex(text); m != nil {
		months := termMonths[strings.ToLower(part(text, m, 1))]
		return monthsOf(fullYear(part(text, m, 2)), months[0], months[1]), cut(text, m), nil
	}
	if m := quarterYear.FindStringSubmatchIndex(text); m != nil {
		n, _ := strconv.Atoi(part(text, m, 1) + part(text, m, 4))
		if n > 4 {
			return Span{}, text, &Doubt{Message: "date " + words.Quote(text[m[0]:m[1]]) + " names no quarter of a year", Fix: dateFix}
		}
		last := time.Month(3 * n)
		return monthsOf(fullYear(part(text, m, 2)+part(text, m, 3)), last-2, last), cut(text, m), nil
	}
	if m := yearRange.FindStringSubmatchIndex(text); m != nil {
		first, last := fullYear(part(text, m, 1)), fullYear(part(text, m, 2))
		if last > first+1 {
			return Span{law.Date{Year: first}, law.Date{Year: last}}, cut(text, m), nil
		}
	}
	m := shortPeriod.FindStringSubmatchIndex(text)
	if m == nil {
		return Span{}, text, nil
	}
	name := strings.ToLower(part(text, m, 1))
	first, second := fullYear(part(text, m, 2)), fullYear(part(text, m, 4))
	if second != first+1 || name == "" && (part(text, m, 3) != "/" || first < 2015) {
		return Span{}, text, nil // "aged 14-15", "12/13"
	}
	if name == "fy" || strings.HasPrefix(name, "financial") {
		return Span{law.Day(first, time.April, 1), law.Day(second, time.March, 31)}, cut(text, m), nil
	}
	return Span{law.Date{Year: first}, law.Day(second, time.August, 31)}, cut(text, m), nil
}

func monthsOf(year int, first, last time.Month) Span {
	return Span{law.Date{Year: year, Month: first}, law.Date{Year: year, Month: last}}
}

// fullYear is a year of two or four digits.
func fullYear(digits string) int {
	year, _ := strconv.Atoi(digits)
	if len(digits) == 2 {
		year += 2000
	}
	return year
}
