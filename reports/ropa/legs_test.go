package ropa

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"dpmap/fixtures/judged"
	"dpmap/graph"
	"dpmap/graph/law"
	"dpmap/reports"
)

// imported is a register as somebody types it, read and judged.
func imported(t testing.TB, register string) *reports.Report {
	t.Helper()
	in, result := judged.File(t, "register.csv", []byte(register))
	return &reports.Report{Result: result, Inputs: in.Inputs, Problems: in.Problems, Assumptions: in.Assumptions, Version: "0.1.0"}
}

// TestCountriesThatStandAlike holds that a recipient in the United States and
// all of the EU gives two rows, and that the EU's bears nothing of the breach.
func TestCountriesThatStandAlike(t *testing.T) {
	r := imported(t, "From,To,Recipient country,Purpose,Data subjects,Data categories,Transfer safeguard\n"+
		"Hillside School,Reading App,USA / EU / Norway,Reading,Pupils,Names,Privacy Shield\n")
	_, f := written(t, r, Options{})
	_, rows := tabled(t, f, transfersSheet)
	var got [][]string
	for _, r := range rows {
		got = append(got, []string{r["Verdict"], r["Country"], r["Findings"]})
	}
	want := [][]string{
		{"× unprotected", "United States", "transfer-dpf-no-uk-extension (critical)"},
		{"√ adequate", "EU (27 countries), Norway", ""},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if rows[1]["What to do"] != "" || rows[1]["See"] != "" {
		t.Errorf("where nothing is wrong there is something to do: %v", rows[1])
	}
	_, rows = tabled(t, f, recordSheet)
	for heading, most := range map[string]int{
		"Names of third countries or international organisations that personal data are transferred to (if applicable)":           0,
		"Safeguards for exceptional transfers of personal data to third countries or international organisations (if applicable)": 2,
	} {
		if text := rows[0][heading]; strings.Count(text, "\n") > most || !strings.Contains(text, "EU (27 countries), Norway") {
			t.Errorf("%s:\n%s", heading, text)
		}
	}
}

// TestCountries holds that an area stands only for all of its countries, and
// that no country is lost or told twice.
func TestCountries(t *testing.T) {
	d := newDraft(sample(t))
	eea, _ := d.book.FindBloc("EEA")
	eu, _ := d.book.FindBloc("EU")
	for _, c := range []struct {
		codes []string
		want  string
	}{
		{eea, "EEA (30 countries)"}, {append([]string{"US"}, eu...), "United States, EU (27 countries)"}, {eu[1:2], "Belgium"},
		{append([]string{"CH", "NO"}, eu...), "Switzerland, Norway, EU (27 countries)"}, {nil, ""}, {[]string{"GB", "GB"}, "United Kingdom"},
	} {
		if got := strings.Join(d.countries(c.codes), ", "); got != c.want {
			t.Errorf("%v: %q, want %q", c.codes, got, c.want)
		}
	}
	if got := strings.Split(strings.Join(d.countries(eu[1:]), ", "), ", "); len(got) != 26 {
		t.Errorf("26 countries are told as %q", got)
	}
}

// TestNoBareIDs holds that nothing that a register can record as a safeguard
// is printed as the word of a program.
func TestNoBareIDs(t *testing.T) {
	var all []graph.Safeguard
	d := newDraft(sample(t))
	ids := []string{graph.SafeguardSCC, graph.SafeguardBCR, graph.SafeguardAdequacy, graph.SafeguardDPF, graph.SafeguardEnded, graph.SafeguardDoubtful, graph.SafeguardOther, graph.SafeguardNone}
	for _, in := range d.book.Instruments() {
		ids = append(ids, in.ID)
	}
	for _, id := range ids {
		all = append(all, graph.Safeguard{ID: id})
	}
	flows := sampleFlows()
	flows[2].Safeguards = all
	d = newDraft(reported(t, graph.Register{}, sampleParties(), flows, sampleTransfers(), nil))
	for line := range strings.SplitSeq(d.safeguards(2), "\n") {
		if !strings.Contains(line, " ") && line != "Gibraltar" {
			t.Errorf("a safeguard is told as %q", line)
		}
	}
	for _, e := range []law.Evidence{law.EvidenceDPFExtension, law.EvidenceDPF, law.EvidencePIPEDA, law.EvidenceAPPI, law.EvidencePIPA, law.EvidenceAutomated, law.EvidenceLGPD} {
		if !strings.Contains(evidenceWords(e), " ") {
			t.Errorf("evidence is told as %q", evidenceWords(e))
		}
	}
}
