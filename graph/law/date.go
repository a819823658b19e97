package law

import (
	"fmt"
	"time"
)

// Date is a calendar day, a month (Day 0) or a year (Month and Day 0), as
// registers record them. The zero Date is "not recorded". A Date has no time
// zone: law comes into force on a day.
type Date struct {
	Year  int
	Month time.Month
	Day   int
}

// Day returns the Date of one whole day.
func Day(year int, month time.Month, day int) Date { return Date{year, month, day} }

// DateOf returns the day on which t falls in its own location.
func DateOf(t time.Time) Date {
	y, m, d := t.Date()
	return Date{y, m, d}
}

// ParseISO reads 2025-09-30, 2025-09 or 2025. Any other text, and a day that
// no calendar has, is an error.
func ParseISO(s string) (Date, error) {
	for _, layout := range []string{"2006-01-02", "2006-01", "2006"} {
		t, err := time.Parse(layout, s)
		if err != nil {
			continue
		}
		d := DateOf(t)
		switch layout {
		case "2006-01":
			d.Day = 0
		case "2006":
			d.Month, d.Day = 0, 0
		}
		return d, nil
	}
	return Date{}, fmt.Errorf("%q is not a date in the form YYYY-MM-DD", s)
}

// IsZero reports whether no date is recorded.
func (d Date) IsZero() bool { return d.Year == 0 }

// First is the first day that d covers: itself for a day.
func (d Date) First() Date {
	if d.IsZero() {
		return d
	}
	return Date{d.Year, max(d.Month, 1), max(d.Day, 1)}
}

// Last is the last day that d covers: itself for a day, the month's or the
// year's last day otherwise.
func (d Date) Last() Date {
	switch {
	case d.IsZero() || d.Day != 0:
		return d
	case d.Month == 0:
		return Date{d.Year, time.December, 31}
	}
	return DateOf(time.Date(d.Year, d.Month+1, 0, 0, 0, 0, 0, time.UTC))
}

// Before reports whether all of d is over before e begins. Neither is before
// the other when one covers the other, or when either is zero.
func (d Date) Before(e Date) bool {
	if d.IsZero() || e.IsZero() {
		return false
	}
	return d.Last().number() < e.First().number()
}

// After reports whether all of d lies after e.
func (d Date) After(e Date) bool { return e.Before(d) }

// AddMonths returns the day n months after d's first day; a day that the
// month lacks becomes its last day.
func (d Date) AddMonths(n int) Date {
	if d.IsZero() {
		return d
	}
	f := d.First()
	t := time.Date(f.Year, f.Month+time.Month(n), 1, 0, 0, 0, 0, time.UTC)
	last := Date{t.Year(), t.Month(), 0}.Last()
	return Date{t.Year(), t.Month(), min(f.Day, last.Day)}
}

// DaysTo counts the days from d to e, negative when e is earlier; both as
// first days.
func (d Date) DaysTo(e Date) int {
	return int(e.First().time().Sub(d.First().time()).Hours() / 24)
}

// String is the ISO form, as long as what is known: 2025-09-30, 2025-09, 2025
// or nothing.
func (d Date) String() string {
	return d.write("%04d", "%04d-%02d", "%04d-%02d-%02d")
}

// Long is the form for readers, as long as what is known: 30 September 2025,
// September 2025, 2025 or nothing.
func (d Date) Long() string {
	return d.write("%d", "%[2]s %[1]d", "%[3]d %[2]s %[1]d")
}

// write gives what is known in the format for a year, a month or a day; each
// takes the year, then the month, then the day.
func (d Date) write(year, month, day string) string {
	switch {
	case d.IsZero():
		return ""
	case d.Month == 0:
		return fmt.Sprintf(year, d.Year)
	case d.Day == 0:
		return fmt.Sprintf(month, d.Year, d.Month)
	}
	return fmt.Sprintf(day, d.Year, d.Month, d.Day)
}

func (d Date) number() int { return d.Year*10000 + int(d.Month)*100 + d.Day }

func (d Date) time() time.Time {
	return time.Date(d.Year, d.Month, d.Day, 0, 0, 0, 0, time.UTC)
}
