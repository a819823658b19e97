package cell

import (
	"testing"
)

// dateCase is the text of a cell, the days that it covers, and what is said of it.
type dateCase struct{ text, from, to, doubt string }

func checkDates(t *testing.T, tests []dateCase) {
	t.Helper()
	for _, tt := range tests {
		got, d := ParseDate(tt.text)
		doubt := ""
		if d != nil {
			doubt = d.Message
		}
		if got.From.String() != tt.from || got.To.String() != tt.to || doubt != tt.doubt {
			t.Errorf("ParseDate(%q) = %s to %s, doubt %q; want %s to %s, %q", tt.text, got.From, got.To, doubt, tt.from, tt.to, tt.doubt)
		}
	}
}

func TestParseDate(t *testing.T) {
	tests := []dateCase{
		{"30/09/2025", "2025-09-30", "2025-09-30", ""},
		{"3/5/24", "2024-05-03", "2024-05-03", ""},
		{"3.5.2024", "2024-05-03", "2024-05-03", ""},
		{"2025-09-30", "2025-09-30", "2025-09-30", ""},
		{"2025-09-30T00:00:00", "2025-09-30", "2025-09-30", ""},
		{"2025-09", "2025-09", "2025-09", ""},
		{"Sept 2025", "2025-09", "2025-09", ""},
		{"3rd of May 2024", "2024-05-03", "2024-05-03", ""},
		{"May 3, 2024", "2024-05-03", "2024-05-03", ""},
		{"03-Sep-25", "2025-09-03", "2025-09-03", ""},
		{"09/2025", "2025-09", "2025-09", ""},
		{"2019/20", "2019", "2020-08-31", ""},
		{"2019-20", "2019", "2020-08-31", ""},
		{"2024", "2024", "2024", ""},
		{"n/k", "", "", ""},
		{"n/a", "", "", ""},
		{"12/25/2025", "", "", `date "12/25/2025" has no month 25: it looks like the American order`},
		{"31/02/2024", "", "", `date "31/02/2024" is in no calendar`},
		{"29/02/2023", "", "", `date "29/02/2023" is in no calendar`},
		{"soon", "", "", `date "soon" is not one that can be read`},
		{"Marketing 12 2024", "2024", "2024", ""},
		{"when the head gets round to it in 2024", "2024", "2024", `only the date 2024 is taken from "when the head gets round to it in 2024"`},
	}
	checkDates(t, tests)
}

func FuzzParseDate(f *testing.F) {
	for _, s := range []string{"30/09/2025", "2019/20", "Sept 2025", "31/02/2024", "may 99", "1/1/1/1"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		got, _ := ParseDate(s)
		for _, d := range []struct {
			name string
			days int
		}{{"from", got.From.Day}, {"to", got.To.Day}} {
			if d.days < 0 || d.days > 31 {
				t.Errorf("%s of %q has day %d", d.name, s, d.days)
			}
		}
		DatesWithin(s)
	})
}

// TestParsePeriods holds that terms, quarters and years of schools are periods,
// and that what only looks like one is none.
func TestParsePeriods(t *testing.T) {
	tests := []dateCase{
		{"Autumn 2025", "2025-09", "2025-12", ""},
		{"Autumn term 2025", "2025-09", "2025-12", ""},
		{"Spring 24", "2024-01", "2024-03", ""},
		{"Spring Term '24", "2024-01", "2024-03", ""},
		{"Summer 2 2025", "2025-04", "2025-07", ""},
		{"Michaelmas 2025", "2025-09", "2025-12", ""},
		{"March '25", "2025-03", "2025-03", ""},
		{"Mar’25", "2025-03", "2025-03", ""},
		{"12.03.25", "2025-03-12", "2025-03-12", ""},
		{"3/24", "2024-03", "2024-03", ""},
		{"signed 09/2025", "2025-09", "2025-09", ""},
		{"Q1 2025", "2025-01", "2025-03", ""},
		{"2025 Q3", "2025-07", "2025-09", ""},
		{"AY 24/25", "2024", "2025-08-31", ""},
		{"24/25", "2024", "2025-08-31", ""},
		{"academic year 24-25", "2024", "2025-08-31", ""},
		{"FY 24/25", "2024-04-01", "2025-03-31", ""},
		{"2023-2026", "2023", "2026", ""},
		{"2023-26", "2023", "2026", ""},
		{"2025/09/30", "2025-09-30", "2025-09-30", ""},
		{"Q5 2025", "", "", `date "Q5 2025" names no quarter of a year`},
		{"31 Feb 2025", "", "", `date "31 Feb 2025" is in no calendar`},
		{"30/09/3025", "", "", `date "30/09/3025" is not one that can be read`},
		{"Aged 14-15", "", "", `date "Aged 14-15" is not one that can be read`},
		{"20250930", "2025-09-30", "2025-09-30", ""},
		{"45930", "2025-09-30", "2025-09-30", `date "45930" is taken for the number of a day in a spreadsheet, 30 September 2025`},
		{"24/7", "", "", `date "24/7" is not one that can be read`},
		{"DPIA-0345-12", "", "", `date "DPIA-0345-12" is not one that can be read`},
	}
	checkDates(t, tests)
}
