package law

import (
	"slices"
	"strings"
	"testing"
	"time"
)

func TestInstrumentRowsAreWhole(t *testing.T) {
	b := open(t, today)
	evidences := []Evidence{"", EvidenceDPFExtension, EvidenceDPF, EvidencePIPEDA, EvidenceAPPI, EvidencePIPA, EvidenceAutomated, EvidenceLGPD}
	seen := map[string]bool{}
	for _, i := range b.Instruments() {
		key := string(i.Regime) + " " + i.ID
		if seen[key] {
			t.Errorf("%s stands twice", key)
		}
		seen[key] = true
		if strings.ToLower(i.ID) != i.ID || strings.ContainsAny(i.ID, " _;,") {
			t.Errorf("%s is not in kebab-case", i.ID)
		}
		if i.Checked.IsZero() || i.Checked.After(today) || i.Checked.Before(Day(2026, time.August, 5)) {
			t.Errorf("%s was checked on %q", key, i.Checked)
		}
		if i.From.IsZero() || i.Ends.Before(i.From) {
			t.Errorf("%s runs from %q to %q", key, i.From, i.Ends)
		}
		if i.Law.URL != "" && !strings.HasPrefix(i.Law.URL, "https://www.legislation.gov.uk/") && !strings.HasPrefix(i.Law.URL, "https://eur-lex.europa.eu/eli/") {
			t.Errorf("%s: %s is not the text of the law", key, i.Law.URL)
		}
		if !slices.Contains(evidences, i.Needs) || (i.Needs == "") != (i.Scope == "") {
			t.Errorf("%s needs %q for the scope %q", key, i.Needs, i.Scope)
		}
		if i.TRA != (i.Type == Safeguard) {
			t.Errorf("%s: a risk assessment belongs to safeguards and to nothing else", key)
		}
		for _, s := range []string{i.Scope, i.Unsafe, i.Watch, i.Note, i.Name} {
			if strings.HasSuffix(s, ".") || s != strings.TrimSpace(s) {
				t.Errorf("%s: %q ends with a full stop or a space", key, s)
			}
		}
	}
}

func TestUnverifiedRowsSaySo(t *testing.T) {
	for _, i := range open(t, today).Instruments() {
		if fromMemory := strings.Contains(i.Source, "eneral knowledge"); fromMemory && i.Verified {
			t.Errorf("%s under %s is from general knowledge and says it is verified", i.ID, i.Regime)
		}
	}
}

func TestTheContractsInstrumentsExist(t *testing.T) {
	b := open(t, today)
	for _, id := range strings.Fields(`uk-us-data-bridge eu-us-dpf uk-korea eu-uk uk-eea uk-canada uk-japan eu-brazil uk-idta
		uk-addendum eu-scc-2021 old-scc uk-bcr eu-bcr privacy-shield art-49-a art-49-b art-49-c art-49-d art-49-e art-49-f
		art-49-g art-49-cli uk-switzerland uk-gibraltar eu-canada eu-eea uk-public-instrument uk-admin-arrangement
		uk-bespoke uk-code uk-certification eu-korea`) {
		if _, ok := b.Instrument(id); !ok {
			t.Errorf("%s is not in the tables", id)
		}
	}
}

// TestAFaultyRowIsNamed guards the reader of tables: a fault tells the file and
// the row, and one fault does not hide the next.
func TestAFaultyRowIsNamed(t *testing.T) {
	var errs []error
	index := map[string]int{"id": 0, "verified": 1, "from": 2}
	r := row{table: "data/x.csv", line: 7, index: index, cells: []string{"", "perhaps", "2026-02"}, errs: &errs}
	r.must("id")
	r.yes("verified")
	r.date("from")
	r.text("kind")
	if len(errs) != 4 {
		t.Fatalf("%d faults, want 4: %v", len(errs), errs)
	}
	for _, err := range errs {
		if !strings.HasPrefix(err.Error(), "data/x.csv row 7") {
			t.Errorf("%v does not say where", err)
		}
	}
}
