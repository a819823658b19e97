package law

import "testing"

func TestParseISO(t *testing.T) {
	for _, s := range []string{"2025-09-30", "2025-09", "2025", "2024-02-29"} {
		if got := day(t, s).String(); got != s {
			t.Errorf("%s is read as %s", s, got)
		}
	}
	for _, s := range []string{"", "2025-02-29", "2025-13", "30/09/2025", "2025-9-30", "25-09-30", "2025-09-30 "} {
		if d, err := ParseISO(s); err == nil {
			t.Errorf("%q is read as %s", s, d)
		}
	}
}

func TestPartOfACalendarCoversItsDays(t *testing.T) {
	for _, c := range []struct{ date, first, last, long string }{
		{"2024-02", "2024-02-01", "2024-02-29", "February 2024"},
		{"2025", "2025-01-01", "2025-12-31", "2025"},
		{"2025-12", "2025-12-01", "2025-12-31", "December 2025"},
		{"2025-09-30", "2025-09-30", "2025-09-30", "30 September 2025"},
	} {
		d := day(t, c.date)
		if d.First().String() != c.first || d.Last().String() != c.last || d.Long() != c.long {
			t.Errorf("%s runs from %s to %s and reads %q", c.date, d.First(), d.Last(), d.Long())
		}
	}
	var none Date
	if !none.First().IsZero() || !none.Last().IsZero() || none.String() != "" || none.Long() != "" {
		t.Error("a date that is not recorded covers days")
	}
}

func TestBefore(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"2025-09-30", "2025-10-01", true},
		{"2025-10-01", "2025-09-30", false},
		{"2025-09-30", "2025-09-30", false},
		{"2025-09", "2025-10-01", true},
		{"2025-09", "2025-09-30", false},
		{"2025-09-01", "2025-09", false},
		{"2024", "2025", true},
		{"2025", "2025-06", false},
	} {
		a, b := day(t, c.a), day(t, c.b)
		if a.Before(b) != c.want || b.After(a) != c.want {
			t.Errorf("%s before %s: %t, want %t", a, b, a.Before(b), c.want)
		}
	}
	if (Date{}).Before(today) || today.Before(Date{}) {
		t.Error("a date that is not recorded is before or after another")
	}
}

func TestAddMonthsAndDaysTo(t *testing.T) {
	for _, c := range []struct {
		from string
		n    int
		want string
	}{
		{"2025-01-31", 1, "2025-02-28"}, {"2024-01-31", 1, "2024-02-29"}, {"2025-11-30", 12, "2026-11-30"},
		{"2025-03-31", -1, "2025-02-28"}, {"2025-12-15", 1, "2026-01-15"}, {"2025", 12, "2026-01-01"},
	} {
		if got := day(t, c.from).AddMonths(c.n).String(); got != c.want {
			t.Errorf("%s and %d months: %s, want %s", c.from, c.n, got, c.want)
		}
	}
	if got := day(t, "2024-02-28").DaysTo(day(t, "2024-03-01")); got != 2 {
		t.Errorf("%d days, want 2", got)
	}
	if got := day(t, "2025-03-31").DaysTo(day(t, "2025-03-30")); got != -1 {
		t.Errorf("%d days, want -1", got)
	}
	if !(Date{}).AddMonths(3).IsZero() {
		t.Error("months were added to nothing")
	}
}
