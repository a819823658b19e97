package cell

import (
	"strings"
	"testing"

	"dpmap/importers/words"
)

func ids(list []Provision) string {
	var out []string
	for _, p := range list {
		out = append(out, p.ID)
	}
	return strings.Join(out, " ")
}

func TestParseBasis(t *testing.T) {
	book := testBook(t)
	tests := []struct{ text, bases, conditions, schedule string }{
		{"Contract", "6(1)(b)", "", ""},
		{"Art. 6(1)(c)", "6(1)(c)", "", ""},
		{"6.1.e", "6(1)(e)", "", ""},
		{"Article 6(1)(f)", "6(1)(f)", "", ""},
		{"Art 6(c)", "6(1)(c)", "", ""},
		{"6(1)(ea)", "6(1)(ea)", "", ""},
		{"Article 6(1)(a), (b) and (f)", "6(1)(a) 6(1)(b) 6(1)(f)", "", ""},
		{"Public task", "6(1)(e)", "", ""},
		{"GDPR Article 6 - Public Interest", "6(1)(e)", "", ""},
		{"LIA", "6(1)(f)", "", ""},
		{"Legal obligation and necessary for statistical purposes", "6(1)(c)", "9(2)(j)", ""},
		{"Legal Obligation & Public Interest (in the area of public health)", "6(1)(c)", "9(2)(i)", ""},
		{"Legal obligation or Vital interests (depending on the circumstances)", "6(1)(c) 6(1)(d)", "", ""},
		{"Legitimate interests (CEG has contracts with all its approved companies)", "6(1)(f)", "", ""},
		{"Legitimate interests ((CEG has a business requirement", "6(1)(f)", "", ""},
		{"Contract\nLegitimate interests (for legal obligations of students)", "6(1)(b) 6(1)(f)", "", ""},
		{"Consent (provided by applicant to CEG at the time of referral)", "6(1)(a)", "", ""},
		{"Explicit consent", "6(1)(a)", "9(2)(a)", ""},
		{"Substantial public interest", "", "9(2)(g)", ""},
		{"Public task; Art 9(2)(g), Sch 1 para 18", "6(1)(e)", "9(2)(g)", "sch1-18"},
		{"Public task, consent is not required", "6(1)(e)", "", ""},
		{"No consent: legal obligation", "6(1)(c)", "", ""},
		{"tbc", "", "", ""},
		{"n/a", "", "", ""},
	}
	for _, tt := range tests {
		got, doubts := ParseBasis(book, tt.text)
		if b, c, s := ids(got.Bases), ids(got.Conditions), ids(got.Schedule1); b != tt.bases || c != tt.conditions || s != tt.schedule || len(doubts) > 0 {
			t.Errorf("ParseBasis(%q) = %q, %q, %q %v; want %q, %q, %q", tt.text, b, c, s, doubts, tt.bases, tt.conditions, tt.schedule)
		}
	}
}

func TestParseCondition(t *testing.T) {
	book := testBook(t)
	tests := []struct{ text, conditions, schedule string }{
		{"9(2)(g)", "9(2)(g)", ""},
		{"Art 9.2.h", "9(2)(h)", ""},
		{"Article 9(h)", "9(2)(h)", ""},
		{"consent", "9(2)(a)", ""},
		{"Explicit consent", "9(2)(a)", ""},
		{"substantial public interest - DPA 2018 Schedule 1 Part 2 paragraph 18", "9(2)(g)", "sch1-18"},
		{"Vital interests", "9(2)(c)", ""},
		{"Health or social care", "9(2)(h)", ""},
		{"Public health", "9(2)(i)", ""},
		{"employment, social security and social protection", "9(2)(b)", ""},
	}
	for _, tt := range tests {
		got, doubts := ParseCondition(book, tt.text)
		if c, s := ids(got.Conditions), ids(got.Schedule1); c != tt.conditions || s != tt.schedule || len(doubts) > 0 {
			t.Errorf("ParseCondition(%q) = %q, %q %v; want %q, %q", tt.text, c, s, doubts, tt.conditions, tt.schedule)
		}
	}
}

func TestParseSchedule1(t *testing.T) {
	book := testBook(t)
	tests := []struct{ text, schedule string }{
		{"Sch 1 para 18", "sch1-18"},
		{"Schedule 1 Part 2 paragraph 18", "sch1-18"},
		{"Sched. 1, Pt 2, 18", "sch1-18"},
		{"DPA 2018 Sch.1 (8)", "sch1-8"},
		{"Schedule 1 Part 1 paragraphs 2 and 3", "sch1-2 sch1-3"},
		{"para 6", "sch1-6"},
		{"6, 18", "sch1-6 sch1-18"},
		{"Safeguarding of children and of individuals at risk", "sch1-18"},
		{"safeguarding of children", "sch1-18"},
		{"Equality of opportunity or treatment", "sch1-8"},
	}
	for _, tt := range tests {
		got, doubts := ParseSchedule1(book, tt.text)
		if s := ids(got.Schedule1); s != tt.schedule || len(doubts) > 0 {
			t.Errorf("ParseSchedule1(%q) = %q %v; want %q", tt.text, s, doubts, tt.schedule)
		}
	}
}

// TestGroundsDoubts holds that words which state nothing are said, not dropped.
func TestGroundsDoubts(t *testing.T) {
	book := testBook(t)
	for text, want := range map[string]string{
		"because we always have": `lawful basis "because we always have" is not one that is known`,
		"6(1)(j)":                `provision "6(1)(j)" does not exist`,
	} {
		got, doubts := ParseBasis(book, text)
		if !got.isEmpty() || len(doubts) != 1 || doubts[0].Message != want {
			t.Errorf("ParseBasis(%q) = %+v, %v; want only the doubt %s", text, got, doubts, want)
		}
	}
	if got, doubts := ParseSchedule1(book, "Sch 1 para 99"); len(got.Schedule1) != 0 || len(doubts) != 1 {
		t.Errorf("Sch 1 para 99: %v %v", got, doubts)
	}
}

// TestWordsNameProvisions holds that every provision of the table of words is
// one of the law book.
func TestWordsNameProvisions(t *testing.T) {
	book := testBook(t)
	for _, list := range []string{"basis", "condition", "schedule1"} {
		for phrase, meaning := range words.List(list).Meaning {
			var g Grounds
			g.add(meaning, phrase)
			if doubts := known(book, &g); len(doubts) > 0 {
				t.Errorf("%s: %q means %s, which the law book does not have", list, phrase, meaning)
			}
		}
	}
}

func FuzzParseBasis(f *testing.F) {
	for _, s := range []string{"Art. 6(1)(c)", "Legal obligation (x", "9(2)(g) Sch 1 para 18", "6(1)(a), (b)", "))((", "not consent"} {
		f.Add(s)
	}
	book := testBook(f)
	f.Fuzz(func(t *testing.T, s string) {
		for _, parse := range []func() (Grounds, []Doubt){
			func() (Grounds, []Doubt) { return ParseBasis(book, s) },
			func() (Grounds, []Doubt) { return ParseCondition(book, s) },
			func() (Grounds, []Doubt) { return ParseSchedule1(book, s) },
		} {
			g, _ := parse()
			for _, b := range g.Bases {
				if _, ok := book.Basis(b.ID); !ok {
					t.Errorf("%q gives the basis %q", s, b.ID)
				}
			}
		}
	})
}
