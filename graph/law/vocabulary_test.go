package law

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestClassify(t *testing.T) {
	b := open(t, today)
	for _, c := range []struct {
		text  string
		class Class
		word  string
	}{
		// the cases that the rules name
		{"Sex", Ordinary, "sex"},
		{"Sex life", Special, "sex life"},
		{"Sex and sex life", Special, "sex life"},
		{"Ethnicity", Special, "ethnicity"},
		{"Nationality", Sensitive, "nationality"},
		{"Race", Special, "race"},
		{"Race times", Ordinary, "race times"},
		{"RACE RESULTS", Ordinary, "race results"},
		{"SEN", Special, "SEN"},
		{"sen status", Special, "SEN status"},
		{"Free school meals", Sensitive, "free school meal"},
		{"Pupil premium", Sensitive, "pupil premium"},
		{"Looked-after children", Sensitive, "looked-after children"},
		{"Exclusions", Sensitive, "exclusion"},
		{"Safeguarding", Sensitive, "safeguarding"},
		// inflected words
		{"Allergies", Special, "allergy"},
		{"food allergies", Special, "food allergy"},
		{"Unspent convictions", Criminal, "conviction"},
		{"disabilities", Special, "disability"},
		{"Diagnoses", Special, "diagnoses"},
		{"religious beliefs", Special, "religious belief"},
		{"Immunizations", Special, "immunisation"},
		{"children’s medical records", Special, "medical record"},
		{"Pupils' allergies", Special, "allergy"},
		// the register's own words for it
		{"Special Category", Special, "special category"},
		{"Special category data", Special, "special category data"},
		{"Special categories of personal data", Special, "special categories of personal data"},
		{"Criminal Conviction", Criminal, "criminal conviction"},
		{"Criminal conviction data", Criminal, "criminal conviction data"},
		// the longest at each place
		{"Hearing impairment", Special, "hearing impairment"},
		{"Appeal hearing", Ordinary, "appeal hearing"},
		{"Minutes of disciplinary hearing", Sensitive, "disciplinary hearing"},
		{"Mission and vision", Ordinary, "mission and vision"},
		{"Vision impairment", Special, "vision impairment"},
		{"Health and safety", Ordinary, "health and safety"},
		{"Probationary review", Ordinary, "probationary"},
		{"probation officer", Criminal, "probation officer"},
		{"school meal balance (non-biometric)", Ordinary, "school meal balance"},
		// capitals where the small word means something else
		{"PIN", Sensitive, "PIN"},
		{"pin board", 0, ""},
		{"SALT notes", Special, "SALT"},
		{"salt intake", 0, ""},
		{"LAC", Sensitive, "LAC"},
		{"PP", Sensitive, "PP"},
		{"SEND", Special, "SEND"},
		{"send letters home", 0, ""},
		{"SCR", Criminal, "SCR"},
		{"EHCPs", Special, "EHCP"},
		{"ehcp", Special, "EHCP"},
		// words, not parts of words
		{"racehorse", 0, ""},
		{"healthcheckup", 0, ""},
		{"assentence", 0, ""},
		{"transport", 0, ""},
		{"", 0, ""},
		{"!!! ???", 0, ""},
		// whom, not what
		{"Pupil name", Ordinary, "name"},
		{"Student's class", Ordinary, "class"},
		{"Pupils", Sensitive, "pupil"},
		// the most protected wins, then the first
		{"Name, DBS check, nationality", Criminal, "DBS check"},
		{"Name, DBS check, asthma", Special, "asthma"},
		{"religion and health", Special, "religion"},
		{"Biometric (fingerprint)", Special, "biometric"},
		{"Financial", Sensitive, "financial"},
		{"Identity", Ordinary, "identity"},
		{"Self–harm", Special, "self harm"},
		{"E-mail", Ordinary, "e-mail"},
	} {
		got := b.Classify(c.text)
		if got.Class != c.class || got.Word != c.word {
			t.Errorf("%q: %q is %s, want %q, %s", c.text, got.Word, got.Class, c.word, c.class)
		}
	}
}

func TestTermsInOrder(t *testing.T) {
	var words []string
	for _, term := range open(t, today).Terms("Name, sex life; race times & EHCP (autism), salt") {
		words = append(words, term.Word)
	}
	if diff := cmp.Diff([]string{"name", "sex life", "race times", "EHCP", "autism"}, words); diff != "" {
		t.Error(diff)
	}
}

func TestTheKindsOfArticle9(t *testing.T) {
	b := open(t, today)
	for text, want := range map[string]string{
		"racial origin": "racial or ethnic origin", "political opinions": "political opinions", "faith": "religious or philosophical belief",
		"trade union membership": "trade union membership", "DNA": "genetic data", "fingerprints": "biometric data", "asthma": "health",
		"sexual orientation": "sex life or sexual orientation", "special category": "unspecified",
	} {
		if got := b.Classify(text); got.Kind != want || got.Class != Special || !strings.Contains(got.Law.Cite, "Art 9(1)") {
			t.Errorf("%q is %q under %q, want %q", text, got.Kind, got.Law.Cite, want)
		}
	}
}

// TestEveryTermFindsItself guards the table: a term that another one hides, or
// that the splitting of words cannot meet, would stand there for nothing.
func TestEveryTermFindsItself(t *testing.T) {
	b := open(t, today)
	n := 0
	for _, r := range readTable("terms", &[]error{}) {
		n++
		terms := b.Terms(r.text("word"))
		if len(terms) != 1 || terms[0].Word != r.text("word") {
			t.Errorf("%q is read as %d terms, %v", r.text("word"), len(terms), terms)
		}
	}
	if n < 300 {
		t.Errorf("%d terms are too few", n)
	}
}
