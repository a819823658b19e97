package cell

import (
	"strconv"
	"strings"
	"time"

	"dpmap/graph/law"
	"dpmap/importers/lazyre"
	"dpmap/importers/words"
)

// Doubt is what a parser could not take as it stands; whoever knows the cell
// makes a problem of it.
type Doubt struct {
	Message string // "country \"Untied Kingdom\" is not known"
	Fix     string
	Told    bool // the value is used, and how is told
}

const dateFix = "write the day as 30/09/2025, 2025-09-30 or 30 September 2025"

var (
	isoDate    = lazyre.New(`\b(\d{4})-(\d{1,2})(?:-(\d{1,2}))?(?:[T ]\d{2}:\d{2}\S*|\b)`)
	yearFirst  = lazyre.New(`\b(\d{4})[/.](\d{1,2})[/.](\d{1,2})\b`)
	numberDate = lazyre.New(`\b(\d{1,2})\s?[/.-]\s?(\d{1,2})\s?[/.-]\s?(\d{4}|\d{2})\b`)
	wordDate   = lazyre.New(`(?i)\b(?:(\d{1,2})(?:st|nd|rd|th)?(?:\s+of)?[\s/-]*)?(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)([a-z]*)\.?[\s/,-]*(?:(\d{1,2})(?:st|nd|rd|th)?,?\s+)?['’‘]?(\d{4}|\d{2})\b`)
	period     = lazyre.New(`\b(20\d{2})\s?[/–-]\s?(?:20)?(\d{2})\b`)
	yearOnly   = lazyre.New(`\b(19\d{2}|20\d{2})\b`)
	monthYear  = lazyre.New(`\b(0?[1-9]|1[0-2])\s?[/.-]\s?(20\d{2})\b|\b(0?[1-9]|1[0-2])/(1[89]|[23]\d)\b`)
)

// Span is a date as registers write it: one day, month or year, or a period
// such as "2019/20", whose last day is that of the school year.
type Span struct {
	From, To law.Date
}

// ParseDate reads a cell that is a date and nothing else. Days come before
// months; a date that only makes sense the American way round, or that no
// calendar has, is a doubt.
func ParseDate(text string) (Span, *Doubt) {
	text = strings.TrimSpace(text)
	if IsUnknown(text) || IsNotApplicable(text) {
		return Span{}, nil
	}
	if day, d := unpunctuated(text); !day.IsZero() {
		return Span{day, day}, d
	}
	if beforeDate.MatchString(text) {
		return Span{}, &Doubt{Message: "date " + words.Quote(text) + " says before when it was and not when", Fix: dateFix}
	}
	found, rest, d := findDate(text)
	if d != nil {
		return Span{}, d
	}
	if found.From.IsZero() {
		return Span{}, &Doubt{Message: "date " + words.Quote(text) + " is not one that can be read", Fix: dateFix}
	}
	if more := strings.Fields(words.Fold(rest)); len(more) > 3 {
		return found, &Doubt{Message: "only the date " + found.From.String() + " is taken from " + words.Quote(text), Fix: "keep the date alone in its cell and the words in Notes"}
	}
	return found, nil
}

// beforeDate begins a cell that says only that something is older than a day.
var beforeDate = words.Regexp(`^(some ?time )?(before|prior to|pre)\b`)

var compactDate = lazyre.New(`^(20\d{2})(0[1-9]|1[0-2])([0-3]\d)$`)

// unpunctuated reads a day that is written without marks: 20250930, or the number
// by which spreadsheets count days, which is told.
func unpunctuated(text string) (law.Date, *Doubt) {
	if m := compactDate.FindStringSubmatchIndex(text); m != nil {
		found, _, d := dateFrom(text, m, part(text, m, 1), part(text, m, 2), part(text, m, 3))
		return found.From, d
	}
	const from, to = 36_526, 54_788 // the days of 2000 to 2049
	n, err := strconv.Atoi(text)
	if err != nil || len(text) != 5 || n < from || n > to {
		return law.Date{}, nil
	}
	day := law.DateOf(time.Date(1899, time.December, 30+n, 0, 0, 0, 0, time.UTC))
	return day, &Doubt{Message: "date " + words.Quote(text) + " is taken for the number of a day in a spreadsheet, " + day.Long(), Fix: dateFix, Told: true}
}

// findDate finds the first date within a text and gives the text without it.
// The span is zero when there is none.
func findDate(text string) (Span, string, *Doubt) {
	if !strings.ContainsAny(text, "0123456789") {
		return Span{}, text, nil
	}
	for _, form := range []*lazyre.Regexp{isoDate, yearFirst} {
		if m := form.FindStringSubmatchIndex(text); m != nil && isYear(part(text, m, 1)) && !isYears(text, m) {
			return dateFrom(text, m, part(text, m, 1), part(text, m, 2), part(text, m, 3))
		}
	}
	if m := numberDate.FindStringSubmatchIndex(text); m != nil && isYear(part(text, m, 3)) {
		return dateFrom(text, m, part(text, m, 3), part(text, m, 2), part(text, m, 1))
	}
	if m := wordDate.FindStringSubmatchIndex(text); m != nil && isMonth(part(text, m, 2)+part(text, m, 3)) {
		day := part(text, m, 1)
		if day == "" {
			day = part(text, m, 4)
		}
		return dateFrom(text, m, part(text, m, 5), strconv.Itoa(monthNumber(part(text, m, 2))), day)
	}
	if found, rest, d := findPeriod(text); !found.From.IsZero() || d != nil {
		return found, rest, d
	}
	if m := period.FindStringSubmatchIndex(text); m != nil && isPeriod(text[m[0]:m[1]]) {
		year, _ := strconv.Atoi(part(text, m, 1))
		return Span{law.Date{Year: year}, law.Day(year+1, time.August, 31)}, cut(text, m), nil
	}
	if m := monthYear.FindStringSubmatchIndex(text); m != nil && (m[0] == 0 || !strings.ContainsRune("/.-", rune(text[m[0]-1]))) {
		return dateFrom(text, m, part(text, m, 2)+part(text, m, 4), part(text, m, 1)+part(text, m, 3), "")
	}
	if m := yearOnly.FindStringSubmatchIndex(text); m != nil {
		year, _ := strconv.Atoi(part(text, m, 1))
		d := law.Date{Year: year}
		return Span{d, d}, cut(text, m), nil
	}
	return Span{}, text, nil
}

// isYear reports whether digits may be the year of a register's date, and no part
// of a reference number.
func isYear(digits string) bool {
	return len(digits) == 2 || strings.HasPrefix(digits, "19") || strings.HasPrefix(digits, "20")
}

// dateFrom makes a date of its parts as written; day may be "".
func dateFrom(text string, m []int, year, month, day string) (Span, string, *Doubt) {
	y, _ := strconv.Atoi(year)
	if len(year) == 2 {
		y += 2000
	}
	mo, _ := strconv.Atoi(month)
	d, _ := strconv.Atoi(day)
	written := words.Quote(text[m[0]:m[1]])
	if mo > 12 && d >= 1 && d <= 12 {
		return Span{}, text, &Doubt{Message: "date " + written + " has no month " + month + ": it looks like the American order", Fix: dateFix}
	}
	date := law.Date{Year: y, Month: time.Month(mo), Day: d}
	if mo < 1 || mo > 12 || (day != "" && (d < 1 || d > monthDays(date))) {
		return Span{}, text, &Doubt{Message: "date " + written + " is in no calendar", Fix: dateFix}
	}
	return Span{date, date}, cut(text, m), nil
}

func monthDays(d law.Date) int { return law.Date{Year: d.Year, Month: d.Month}.Last().Day }

// isYears reports whether what looks like a year and a month is two years:
// "2019-20", "2023-26".
func isYears(text string, m []int) bool {
	second, _ := strconv.Atoi(part(text, m, 2))
	return part(text, m, 3) == "" && (second > 12 || isPeriod(text[m[0]:m[1]]))
}

// isPeriod reports whether "2019/20" names two years that follow each other.
func isPeriod(s string) bool {
	m := period.FindStringSubmatch(s)
	if m == nil || len(strings.TrimSpace(s)) != len(strings.TrimSpace(m[0])) {
		return false
	}
	first, _ := strconv.Atoi(m[1][2:])
	second, _ := strconv.Atoi(m[2])
	if strings.Contains(s, "-") && second <= 12 {
		return false // 2011-12 is a month in ISO form
	}
	return second == (first+1)%100
}

const months = "janfebmaraprmayjunjulaugsepoctnovdec"

func monthNumber(word string) int {
	return strings.Index(months, strings.ToLower(word))/3 + 1
}

// isMonth reports whether a word that begins like a month is one: "Sept", "sep"
// and "September" are, "Marketing" is not.
func isMonth(word string) bool {
	word = strings.ToLower(word)
	if len(word) < 3 {
		return false
	}
	full := strings.ToLower(time.Month(monthNumber(word[:3])).String())
	return strings.HasPrefix(full, word)
}

func part(text string, m []int, group int) string {
	if m[2*group] < 0 {
		return ""
	}
	return text[m[2*group]:m[2*group+1]]
}

func cut(text string, m []int) string {
	return strings.TrimSpace(text[:m[0]] + " " + text[m[1]:])
}
