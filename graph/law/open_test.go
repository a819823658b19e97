package law

import (
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

func TestOpenWithout(t *testing.T) {
	b := open(t, today, "uk-korea", " UK-EEA ", "", "uk-korea")
	if diff := cmp.Diff([]string{"uk-eea", "uk-korea"}, b.Without()); diff != "" {
		t.Error(diff)
	}
	if _, ok := b.Adequacy(UK, "FR"); ok {
		t.Error("France is adequate without the decision on the EEA")
	}
	if _, ok := b.Instrument("uk-eea"); !ok {
		t.Error("a fallen instrument is no longer known")
	}
	if !b.StandsFor(UK, "uk-jersey") || b.Stands("uk-korea") {
		t.Error("the wrong instruments have fallen")
	}
	if b := open(t, today, "old-scc"); b.StandsFor(EU, "old-scc") {
		t.Error("an instrument of both regimes falls under both")
	}
}

func TestOpenUnknownInstrument(t *testing.T) {
	for id, want := range map[string]string{
		"us-data-bridge":     `did you mean "uk-us-data-bridge"?`,
		"uk-idat":            `did you mean "uk-idta"`,
		"adequacy-of-wessex": `"adequacy-of-wessex" is not known`,
	} {
		_, err := Open(today, id)
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v, want %s", id, err, want)
		}
	}
	if _, err := Open(today, "adequacy-of-wessex"); err == nil || strings.Contains(err.Error(), "did you mean") {
		t.Errorf("%v suggests what is not near", err)
	}
}

func TestOpenNeedsAWholeDay(t *testing.T) {
	for _, d := range []Date{{}, {Year: 2026}, {Year: 2026, Month: time.May}} {
		if _, err := Open(d); err == nil {
			t.Errorf("the law of %q can be opened", d)
		}
	}
}

func TestChecked(t *testing.T) {
	if got := open(t, today).Checked(); got != today {
		t.Errorf("checked %s, want %s", got, today)
	}
}
