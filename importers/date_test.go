package importers

import "testing"

func TestParseDate(t *testing.T) {
	tests := []struct{ text, from, to, doubt string }{
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
	for _, tt := range tests {
		got, d := parseDate(tt.text)
		doubt := ""
		if d != nil {
			doubt = d.message
		}
		if got.from.String() != tt.from || got.to.String() != tt.to || doubt != tt.doubt {
			t.Errorf("parseDate(%q) = %s to %s, doubt %q; want %s to %s, %q", tt.text, got.from, got.to, doubt, tt.from, tt.to, tt.doubt)
		}
	}
}

func FuzzParseDate(f *testing.F) {
	for _, s := range []string{"30/09/2025", "2019/20", "Sept 2025", "31/02/2024", "may 99", "1/1/1/1"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		got, _ := parseDate(s)
		for _, d := range []struct {
			name string
			days int
		}{{"from", got.from.Day}, {"to", got.to.Day}} {
			if d.days < 0 || d.days > 31 {
				t.Errorf("%s of %q has day %d", d.name, s, d.days)
			}
		}
		datesWithin(s)
	})
}
