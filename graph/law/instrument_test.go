package law

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestStandsAtTheEdges(t *testing.T) {
	for _, c := range []struct {
		regime Regime
		id     string
		day    string
		want   bool
	}{
		{UK, "uk-us-data-bridge", "2023-10-11", false},
		{UK, "uk-us-data-bridge", "2023-10-12", true},
		{UK, "uk-korea", "2022-12-18", false},
		{UK, "uk-korea", "2022-12-19", true},
		{UK, "old-scc", "2024-03-20", true},
		{UK, "old-scc", "2024-03-21", false},
		{EU, "old-scc", "2022-12-26", true},
		{EU, "old-scc", "2022-12-27", false},
		{UK, "old-scc", "2022-12-27", true},
		{EU, "eu-scc-2021", "2021-06-26", false},
		{EU, "eu-scc-2021", "2021-06-27", true},
		{UK, "eu-scc-2021", "2026-11-22", false},
		{EU, "eu-uk", "2031-12-27", true},
		{EU, "eu-uk", "2031-12-28", false},
		{UK, "eu-uk", "2026-11-22", false},
		{EU, "eu-brazil", "2026-01-25", false},
		{EU, "eu-brazil", "2026-01-26", true},
		{UK, "uk-idta", "2022-03-20", false},
		{UK, "uk-idta", "2022-03-21", true},
		{UK, "uk-eea", "2020-12-30", false},
		{UK, "uk-eea", "2020-12-31", true},
		{EU, "eu-us-dpf", "2023-07-09", false},
		{EU, "eu-us-dpf", "2023-07-10", true},
		{EU, "privacy-shield", "2020-07-15", false},
		{UK, "privacy-shield", "2026-11-22", false},
		{UK, "art-49-a", "2026-11-22", true},
		{EU, "art-49-cli", "2026-11-22", true},
		{UK, "no-such-thing", "2026-11-22", false},
	} {
		if got := open(t, day(t, c.day)).StandsFor(c.regime, c.id); got != c.want {
			t.Errorf("%s under %s at %s: stands %t, want %t", c.id, c.regime, c.day, got, c.want)
		}
	}
}

func TestStandsUnderAnyRegime(t *testing.T) {
	b := open(t, day(t, "2023-06-01"))
	if !b.Stands("old-scc") || b.StandsFor(EU, "old-scc") {
		t.Error("in June 2023 the old SCCs stand under the UK regime alone")
	}
	if !b.Stands("eu-scc-2021") {
		t.Error("the EU SCCs of 2021 stand under the EU regime")
	}
}

func TestAdequacy(t *testing.T) {
	b := open(t, today)
	for _, c := range []struct {
		regime  Regime
		country string
		want    string
	}{
		{UK, "FR", "uk-eea"}, {UK, "NO", "uk-eea"}, {UK, "GI", "uk-gibraltar"}, {UK, "US", "uk-us-data-bridge"},
		{UK, "KR", "uk-korea"}, {UK, "JE", "uk-jersey"}, {UK, "CH", "uk-switzerland"}, {UK, "IL", "uk-israel"},
		{UK, "BR", ""}, {UK, "IN", ""}, {UK, "GB", ""}, {UK, "", ""}, {"", "FR", ""},
		{EU, "GB", "eu-uk"}, {EU, "BR", "eu-brazil"}, {EU, "US", "eu-us-dpf"}, {EU, "DE", "eu-eea"},
		{EU, "GI", ""}, {EU, "CN", ""}, {EU, "KR", "eu-korea"},
	} {
		i, ok := b.Adequacy(c.regime, c.country)
		if i.ID != c.want || ok != (c.want != "") {
			t.Errorf("%s, %s: %q, want %q", c.regime, c.country, i.ID, c.want)
		}
	}
}

func TestAdequacyOfTheWholeEEA(t *testing.T) {
	b := open(t, today)
	members, ok := b.FindBloc("EEA")
	if !ok || len(members) != 30 {
		t.Fatalf("the EEA has %d states, want 30", len(members))
	}
	for _, m := range members {
		if i, ok := b.Adequacy(UK, m); !ok || i.Needs != "" || i.ID != "uk-eea" {
			t.Errorf("%s under the UK regime: %q %t", m, i.ID, ok)
		}
		if b.Regime(m) != EU || !b.SameArea(EU, m, "DE") || b.SameArea(UK, m, "GB") {
			t.Errorf("%s is not inside the EEA", m)
		}
	}
}

func TestConditionalAdequacySaysWhatItNeeds(t *testing.T) {
	b := open(t, today)
	for country, want := range map[string]Evidence{
		"US": EvidenceDPFExtension, "CA": EvidencePIPEDA, "JP": EvidenceAPPI, "KR": EvidencePIPA, "IL": EvidenceAutomated,
	} {
		i, _ := b.Adequacy(UK, country)
		if i.Needs != want || i.Scope == "" {
			t.Errorf("%s needs %q (scope %q), want %q", country, i.Needs, i.Scope, want)
		}
	}
	bridge, _ := b.InstrumentFor(UK, "uk-us-data-bridge")
	dpf, _ := b.InstrumentFor(EU, "eu-us-dpf")
	for _, k := range []Kind{PublicBody, Government, University, School, HealthBody, Police, Court, Regulator, LocalAuthority, Insurer} {
		if !slices.Contains(bridge.Outside, k) || !slices.Contains(dpf.Outside, k) {
			t.Errorf("%s is not outside the DPF", k)
		}
	}
	if !strings.Contains(dpf.Watch, "C-703/25 P") || !strings.Contains(bridge.Watch, "C-703/25 P") {
		t.Error("the DPF and the data bridge do not name the pending appeal")
	}
}

func TestDecisionsNewestFirst(t *testing.T) {
	var ids []string
	for _, i := range open(t, today).Decisions(EU, "US") {
		ids = append(ids, i.ID)
	}
	if diff := cmp.Diff([]string{"eu-us-dpf", "privacy-shield"}, ids); diff != "" {
		t.Error(diff)
	}
}

func TestInstrumentForTellsTheRegimesApart(t *testing.T) {
	b := open(t, today)
	uk, _ := b.InstrumentFor(UK, "eu-scc-2021")
	eu, _ := b.InstrumentFor(EU, "eu-scc-2021")
	if uk.Unsafe == "" || eu.Unsafe != "" || !eu.TRA {
		t.Errorf("EU SCCs: unsafe under the UK %q, under the EU %q", uk.Unsafe, eu.Unsafe)
	}
	if first, ok := b.Instrument("eu-scc-2021"); !ok || first.Regime != UK {
		t.Errorf("Instrument gives the %s row, want the UK's", first.Regime)
	}
	if eu, ok := b.Instrument("eu-bcr"); !ok || eu.Regime != EU {
		t.Error("eu-bcr is not found")
	}
	if _, ok := b.InstrumentFor(EU, "uk-idta"); ok {
		t.Error("the IDTA is no instrument of the EU")
	}
}

func TestDerogations(t *testing.T) {
	b := open(t, today)
	type limits struct{ Public, Occasional bool }
	want := map[string]limits{
		"a": {true, false}, "b": {true, true}, "c": {true, true}, "d": {}, "e": {false, true}, "f": {}, "g": {}, "cli": {true, true},
	}
	for letter, w := range want {
		for _, regime := range []Regime{UK, EU} {
			i, ok := b.InstrumentFor(regime, "art-49-"+letter)
			if !ok || i.Type != Derogation || i.TRA {
				t.Errorf("art-49-%s under %s: %+v", letter, regime, i)
			}
			if got := (limits{i.NotForPublicAuthority, i.OccasionalOnly}); got != w {
				t.Errorf("art-49-%s under %s: %+v, want %+v", letter, regime, got, w)
			}
		}
	}
}
