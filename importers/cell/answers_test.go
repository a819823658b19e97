package cell

import (
	"fmt"
	"testing"
	"time"

	"dpmap/graph"
	"dpmap/graph/law"
	"dpmap/importers/words"
)

func TestParseState(t *testing.T) {
	tests := []struct {
		text string
		want graph.State
		rest string
	}{
		{"Yes", graph.Yes, ""}, {"y", graph.Yes, ""}, {"TRUE", graph.Yes, ""}, {"x", graph.Yes, ""}, {"✓", graph.Yes, ""},
		{"no", graph.No, ""}, {"N", graph.No, ""}, {"none", graph.No, ""}, {"FALSE", graph.No, ""},
		{"", 0, ""}, {"?", 0, ""}, {"tbc", 0, ""}, {"TBD", 0, ""}, {"todo", 0, ""}, {"unknown", 0, ""}, {"n/k", 0, ""},
		{"not known", 0, ""}, {"[TODO: ask them]", 0, ""}, {"-", 0, ""},
		{"n/a", graph.NotApplicable, ""}, {"Not applicable", graph.NotApplicable, ""},
		{"Yes - signed 3/5/2024", graph.Yes, "signed 3/5/2024"}, {"No (in progress)", graph.No, "(in progress)"},
		{"Nottingham", 0, "Nottingham"}, {"DPA", 0, "DPA"},
	}
	for _, tt := range tests {
		if got, rest := ParseState(tt.text); got != tt.want || rest != tt.rest {
			t.Errorf("ParseState(%q) = %v, %q; want %v, %q", tt.text, got, rest, tt.want, tt.rest)
		}
	}
}

func TestParseRole(t *testing.T) {
	tests := []struct {
		text   string
		want   graph.Role
		doubts int
	}{
		{"Controller", graph.Controller, 0}, {"Data Controller", graph.Controller, 0}, {"independent controller", graph.Controller, 0},
		{"Joint controllers", graph.JointController, 0}, {"Processor", graph.Processor, 0}, {"data processor", graph.Processor, 0},
		{"Sub-processor", graph.SubProcessor, 0}, {"subprocessor", graph.SubProcessor, 0},
		{"joint controllers or processors", 0, 1}, {"Controller / Processor", 0, 1}, {"friend", 0, 1}, {"tbc", 0, 0}, {"n/a", 0, 0},
	}
	for _, tt := range tests {
		if got, doubts := ParseRole(tt.text); got != tt.want || len(doubts) != tt.doubts {
			t.Errorf("ParseRole(%q) = %v, %v; want %v and %d doubts", tt.text, got, doubts, tt.want, tt.doubts)
		}
	}
}

func TestParseAgreement(t *testing.T) {
	tests := []struct{ text, want string }{
		{"Yes", "yes   "},
		{"DPA signed 3/5/2024", "yes data processing agreement 2024-05-03 "},
		{"Data sharing agreement, expires 31/08/2026", "yes data sharing agreement  2026-08-31"},
		{"Contract 1/9/2024 to 31/8/2027", "yes contract 2024-09-01 2027-08-31"},
		{"Art 26 arrangement", "yes joint controller arrangement  "},
		{"IDTA", "yes transfer agreement  "},
		{"none", "no   "}, {"No", "no   "}, {"not signed", "no   "}, {"No DPA", "no data processing agreement  "},
		{"DPA in progress", "no data processing agreement  "}, {"in progress", "no   "}, {"DPA not signed", "no data processing agreement  "},
		{"tbc", "   "}, {"n/a", "n/a   "},
		{"2024-05-03", "yes  2024-05-03 "},
		{"https://example.org/contract.pdf", "yes contract  "},
	}
	for _, tt := range tests {
		a, doubts := ParseAgreement(tt.text)
		if got := fmt.Sprintf("%v %v %v %v", a.State, a.Kind, a.Signed, a.Ends); got != tt.want || len(doubts) > 0 {
			t.Errorf("ParseAgreement(%q) = %q %v; want %q", tt.text, got, doubts, tt.want)
		}
	}
	if a, doubts := ParseAgreement("ask Bob"); a.State != 0 || len(doubts) != 1 {
		t.Errorf("ask Bob: %v %v; want an unknown state and a doubt", a, doubts)
	}
}

func TestParseConsent(t *testing.T) {
	tests := []struct{ text, want string }{
		{"Yes", "yes    "},
		{"Yes - explicit, parents, signed form 1/9/2025", "yes yes parent written form 2025-09-01"},
		{"Explicit consent of the student by email", "yes yes pupil email "},
		{"implied", " no   "},
		{"Yes (opt-out)", "yes no   "},
		{"Refused", "no    "}, {"withdrawn 3/5/2024", "no    2024-05-03"}, {"Yes but withdrawn 3/5/2024", "no    2024-05-03"},
		{"No", "no    "}, {"not applicable", "n/a    "}, {"?", "    "},
		{"Parental consent held", "yes  parent  "},
	}
	for _, tt := range tests {
		c, doubts := ParseConsent(tt.text)
		if got := fmt.Sprintf("%v %v %v %v %v", c.State, c.Explicit, c.By, c.How, c.Date); got != tt.want || len(doubts) > 0 {
			t.Errorf("ParseConsent(%q) = %q %v; want %q", tt.text, got, doubts, tt.want)
		}
	}
}

func TestParseDPF(t *testing.T) {
	tests := []struct{ text, want string }{
		{"Active, UK Extension, HR and non-HR, checked 3/5/2024", "yes yes [HR non-HR] 2024-05-03"},
		{"Active", "yes  [] "},
		{"Active, no UK Extension", "yes no [] "},
		{"Active; UK Extension: no; non-HR", "yes no [non-HR] "},
		{"UK Extension", "yes yes [] "},
		{"Not listed", "no no [] "},
		{"Inactive", "no no [] "},
		{"Yes", "yes  [] "}, {"No", "no no [] "}, {"tbc", "  [] "}, {"n/a", "  [] "},
	}
	for _, tt := range tests {
		d, doubts := ParseDPF(tt.text)
		if got := fmt.Sprintf("%v %v %v %v", d.Listed, d.UKExtension, d.Cover, d.Checked); got != tt.want || len(doubts) > 0 {
			t.Errorf("ParseDPF(%q) = %q %v; want %q", tt.text, got, doubts, tt.want)
		}
	}
}

func TestParseEvidence(t *testing.T) {
	tests := []struct{ text, want string }{
		{"Yes", "yes "}, {"No", "no "}, {"n/a", "n/a "}, {"tbc", " "},
		{"https://example.org/dpia", "yes "}, {"3/5/2024", "yes 2024-05-03"}, {"Pupil privacy notice v3", "yes "},
		{"in progress", "no "}, {"required", "no "}, {"draft May 2024", "no 2024-05"}, {"Yes - May 2024", "yes 2024-05"},
	}
	for _, tt := range tests {
		e, _ := ParseEvidence(tt.text)
		if got := fmt.Sprintf("%v %v", e.State, e.Date); got != tt.want || e.Text != tt.text {
			t.Errorf("ParseEvidence(%q) = %q; want %q", tt.text, got, tt.want)
		}
	}
}

func TestParseFrequency(t *testing.T) {
	for text, want := range map[string]string{
		"Daily": "regular", "Termly census": "regular", "once a year, every year": "one-off", "one-off": "one-off", "ad hoc": "one-off",
		"as required": "one-off", "some times": "", "tbc": "", "ongoing": "regular",
	} {
		f := ParseFrequency(text)
		got := map[bool]string{true: "one-off"}[f.OneOff] + map[bool]string{true: "regular"}[f.Regular]
		if got != want || f.Text != text {
			t.Errorf("ParseFrequency(%q) = %q; want %q", text, got, want)
		}
	}
}

func TestParseStatus(t *testing.T) {
	for text, want := range map[string]graph.Status{
		"Live": graph.Live, "in use": graph.Live, "Proposed": graph.Proposed, "not yet live": graph.Proposed,
		"Ended July 2024": graph.Ended, "no longer used": graph.Ended, "ended on 3/5/2025": graph.Ended, "Ceased (August 2025)": graph.Ended,
		"tbc": 0, "purple": 0, "Not ended": 0, "ended?": 0, "Ended 2027": 0, "Terminated 1/1/2028": 0, "Ended - data still held": 0,
		"Was ended, restarted": 0, "Superseded? no": 0, "Expired": 0, "Expired contract": 0, "Closed list": 0, "Former pupils": 0,
		"Withdrawn application": 0, "Archived": graph.Ended, "Archived, still held": 0, "No": 0, "Stopped using (contract runs)": 0,
	} {
		if got, _ := ParseStatus(text, law.Day(2026, time.November, 22)); got != want {
			t.Errorf("ParseStatus(%q) = %v; want %v", text, got, want)
		}
	}
}

func TestParseSpecial(t *testing.T) {
	book := testBook(t)
	tests := []struct{ text, want string }{
		{"Yes", "yes []"}, {"No", "no []"}, {"", " []"}, {"n/k", " []"}, {"n/a", "n/a []"},
		{"Yes - health", "yes [health]"},
		{"Ethnicity, health", "yes [racial or ethnic origin health]"},
		{"maybe", " []"},
	}
	for _, tt := range tests {
		d, _ := ParseSpecial(book, tt.text)
		if got := fmt.Sprintf("%v %v", d.State, d.Kinds); got != tt.want {
			t.Errorf("ParseSpecial(%q) = %q; want %q", tt.text, got, tt.want)
		}
	}
}

func FuzzCells(f *testing.F) {
	for _, s := range []string{"Yes - signed 3/5/2024", "DPA expires 2025/26", "HR and non-HR", "not withdrawn", "joint controllers or processors", "• a; b, (c", "(e.g. Moodle"} {
		f.Add(s)
	}
	book := testBook(f)
	f.Fuzz(func(t *testing.T, s string) {
		ParseState(s)
		ParseRole(s)
		ParseAgreement(s)
		ParseConsent(s)
		ParseDPF(s)
		ParseEvidence(s)
		ParseFrequency(s)
		ParseStatus(s, law.Day(2026, time.November, 22))
		ParseSpecial(book, s)
		ParseKind(s)
		ScopeEvidence(s)
		for _, c := range ParseCategories(book, s, graph.Ref{}) {
			if c.Name == "" {
				t.Errorf("%q gives a category without a name", s)
			}
		}
		if again := words.Clean(words.Clean(s)); again != words.Clean(s) {
			t.Errorf("clean(%q) is not settled: %q", s, again)
		}
		if again := words.Fold(words.Fold(s)); again != words.Fold(s) {
			t.Errorf("fold(%q) is not settled: %q", s, again)
		}
	})
}
