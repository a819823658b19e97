package ropa

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"dpmap/graph"
	"dpmap/graph/law"
	"dpmap/graph/rules"
	"dpmap/reports"
)

// TestSheets holds which sheets stand always, and that others stand only when
// they have something to show.
func TestSheets(t *testing.T) {
	_, f := written(t, sample(t), Options{})
	want := []string{"Summary", "Record", "Recipients", "Who gets what", "Transfers", "Retention", "Findings", "Sources", "Columns", "Problems", "Extra fields"}
	if diff := cmp.Diff(want, f.GetSheetList()); diff != "" {
		t.Errorf("sample (-want +got):\n%s", diff)
	}
	r := reported(t, graph.Register{}, nil, nil, nil, nil)
	r.Problems = nil
	_, f = written(t, r, Options{})
	want = []string{"Summary", "Record", "Recipients", "Transfers", "Retention", "Findings", "Sources", "Columns"}
	if diff := cmp.Diff(want, f.GetSheetList()); diff != "" {
		t.Errorf("an empty register (-want +got):\n%s", diff)
	}
}

// TestReadableInPrint holds that all that a sheet prints fits a page width at
// seven points or more, and the record on A4.
func TestReadableInPrint(t *testing.T) {
	d := newDraft(sample(t))
	for _, s := range append(d.sheets(false), tab{make: newDraft(bureau(t)).processors, name: processorSheet}) {
		g := s.make()
		g.fit()
		width, paper := a4Width, g.paper()
		if paper == a3 {
			width = a3Width
		}
		if got := g.percent(width); got < smallest || paper != a4 {
			t.Errorf("%s prints at %d%% on paper %d", s.name, got, paper)
		}
	}
	_, f := written(t, sample(t), Options{})
	for _, n := range f.GetDefinedName() {
		if n.Name == "_xlnm.Print_Area" && n.Scope == recordSheet && n.RefersTo != "Record!$A$1:$K$10,Record!$L$5:$T$10" {
			t.Errorf("the record prints %s", n.RefersTo)
		}
	}
	g := &grid{name: "Wide", cols: []col{{"", 150, ""}, {"", 150, ""}}}
	if g.paper() != a3 {
		t.Error("what is too wide for A4 is not printed on A3")
	}
}

func TestRetention(t *testing.T) {
	r := reported(t, graph.Register{Notes: []graph.Extra{{Heading: "Retention", Value: "Records are destroyed after six years", At: cellOf(40, 1, "", "")}, {Value: "We use clauses"},
		{Heading: "Pupil file", Value: "25 years", At: cellOf(41, 2, "Disposal", "25 years")}}},
		sampleParties(), sampleFlows(), sampleTransfers(), nil)
	_, f := written(t, r, Options{})
	_, rows := tabled(t, f, retentionSheet)
	var got [][]string
	for _, r := range rows {
		got = append(got, []string{r["Record"], r["Purpose"], r["Categories of personal data"], r["Kept for"], r["At"]})
	}
	want := [][]string{
		{"No. 1", "Running the school's records", "Names; Medical needs [special: health]", "Date of birth + 25 years", "Example MIS Ltd"},
		{"No. 1", "Running the school's records", "Names; Medical needs [special: health]", notRecorded, "Department for Education"},
		{"No. 2", "Reading practice", "Names", notRecorded, "Reading App Inc"},
		{"No. 3", notRecorded, notRecorded, notRecorded, "Insurers"},
		{"No. 4", "Admissions", "Names", "25 years", "from Parents"},
		{"register", "Retention", "", "“Records are destroyed after six years”", ""},
		{"register", "Pupil file", "", "“25 years”", ""},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestMatrix holds that what is special is said in words, and first.
func TestMatrix(t *testing.T) {
	flows := sampleFlows()
	flows[2].Categories = append(flows[2].Categories, graph.Category{Name: "DBS results", Class: law.Criminal, Kind: "offences"})
	flows[2].Special = graph.Declared{State: graph.Yes}
	_, f := written(t, reported(t, graph.Register{}, sampleParties(), flows, nil, nil), Options{})
	heads, rows := tabled(t, f, matrixSheet)
	wantHeads := []string{"Recipient", "Kind", "Countries", "Medical needs – Special: health", saidSpecial, "DBS results – Criminal: offences", "Names", "Not said what"}
	if diff := cmp.Diff(wantHeads, heads); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	var got [][]string
	for _, r := range rows {
		line := []string{}
		for _, h := range append([]string{"Recipient"}, heads[3:]...) {
			line = append(line, r[h])
		}
		got = append(got, line)
	}
	want := [][]string{
		{"Example MIS Ltd", "✓ special", "", "", "✓", ""},
		{"Reading App Inc", "", "✓ special", "✓ criminal", "✓", ""},
		{"Department for Education", "✓ special", "", "", "✓", ""},
		{"Insurers", "", "", "", "", "? " + notRecorded},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestMatrixGathers holds that many categories share columns, special ones by
// their kind, and that each is still named.
func TestMatrixGathers(t *testing.T) {
	flows := sampleFlows()
	for i := range mostKinds {
		flows[2].Categories = append(flows[2].Categories, graph.Category{Name: "Thing " + itoa(i)})
	}
	flows[2].Categories = append(flows[2].Categories, graph.Category{Name: "Allergies", Class: law.Special, Kind: "health"})
	_, f := written(t, reported(t, graph.Register{}, sampleParties(), flows, nil, nil), Options{})
	heads, rows := tabled(t, f, matrixSheet)
	if want := []string{"Special: health", "Other personal data", "Not said what"}; !slices.Equal(heads[3:], want) {
		t.Errorf("columns %q, want %q", heads[3:], want)
	}
	if got := rows[1]["Special: health"]; got != "✓ special: Allergies" {
		t.Errorf("health: %q", got)
	}
	if got := rows[1]["Other personal data"]; got != "✓: Names, Thing 0, Thing 1 and 10 others" {
		t.Errorf("others: %q", got)
	}
}

// bureau is the register of a processor: what two schools have it do, and to
// whom it sends the data of one on.
func bureau(t testing.TB) *reports.Report {
	t.Helper()
	parties := []graph.Party{
		{ID: "oak", Name: "Oak Primary", Kind: law.School, At: cellOf(7, 1, "Name and contact details of controller", "Oak Primary, 3 Oak Road")},
		{ID: "elm", Name: "Elm High", Kind: law.School, Contact: "office@elm.example"},
		{ID: "parents", Name: "Parents", Kind: law.Parents},
		{ID: "bureau", Name: "County Pay Bureau Ltd", Kind: law.Supplier, Own: true, Country: graph.Place{Countries: []string{"GB"}}},
		{ID: "india", Name: "Printers", Country: graph.Place{Countries: []string{"IN"}}},
	}
	flows := []graph.Flow{
		{ID: "1", Activity: "a1", From: "oak", To: "bureau", Purpose: "Payroll", Role: graph.Processor, Security: "Encrypted",
			Extra: []graph.Extra{{Heading: "Name and contact details of controller's representative (if applicable)", Value: "Ms Rep"}}},
		{ID: "2", Activity: "a2", From: "elm", To: "bureau", Purpose: "Payslips", Role: graph.Processor},
		{ID: "3", Activity: "a2", From: "bureau", To: "india", Purpose: "Payslips", Safeguards: []graph.Safeguard{{ID: "uk-idta"}}},
		{ID: "4", Activity: "a4", From: "oak", To: "bureau", Purpose: "Pensions", Role: graph.Processor},
		{ID: "5", From: "parents", To: "bureau", Purpose: "Complaints", Role: graph.Processor},
		{ID: "6", From: "bureau", To: "india", Purpose: "Backups", Role: graph.SubProcessor},
	}
	home := rules.Transfer{Verdict: rules.Home}
	india := rules.Transfer{Restricted: true, Regime: law.UK, Exporter: "bureau", Verdict: rules.Safeguarded, Legs: []rules.Leg{{Country: "IN", Verdict: rules.Safeguarded, Instrument: "uk-idta"}}}
	return reported(t, graph.Register{Controller: graph.Value{Text: "County Pay Bureau Ltd"}}, parties, flows, []rules.Transfer{home, home, india, home, home, india}, nil)
}

// TestProcessorRecord holds what UK GDPR Art 30(2) asks of a processor.
func TestProcessorRecord(t *testing.T) {
	_, f := written(t, bureau(t), Options{})
	heads, rows := tabled(t, f, processorSheet)
	ico := []string{"Name and contact details of controller", "Name and contact details of controller's representative (if applicable)", "Categories of processing",
		"Names of third countries or international organisations that personal data are transferred to (if applicable)",
		"Safeguards for exceptional transfers of personal data to third countries or international organisations (if applicable)",
		"General description of technical and organisational security measures (if possible)"}
	if !slices.Equal(heads[1:7], ico) {
		t.Errorf("headings %q", heads[1:7])
	}
	var got [][]string
	for _, r := range rows {
		line := []string{}
		for _, h := range ico {
			text, _, _ := strings.Cut(r[h], " (UK GDPR")
			line = append(line, text)
		}
		got = append(got, line)
	}
	want := [][]string{
		{"Oak Primary\n3 Oak Road", "Ms Rep", "Payroll\nPensions", "no transfer recorded", "no transfer recorded", "Encrypted"},
		{"Elm High\noffice@elm.example", "", "Payslips", "India", "§ safeguarded: International Data Transfer Agreement (A1.0)", notRecorded},
		{notRecorded, "", "Backups", "India", "§ safeguarded: International Data Transfer Agreement (A1.0)", notRecorded},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if label, err := f.GetCellValue(processorSheet, "A2"); err != nil || label != "Processor" {
		t.Errorf("above the record: %q, %v", label, err)
	}
}

// TestSchoolIsNoProcessor holds that one sub-processor in a school's register
// makes no processor of the school, and that a list of nothing else is one.
func TestSchoolIsNoProcessor(t *testing.T) {
	flows := sampleFlows()
	flows[2].Role = graph.SubProcessor
	if got := newDraft(reported(t, graph.Register{}, sampleParties(), flows, nil, nil)).mandates(); len(got) != 0 {
		t.Errorf("a school processes for %v", got)
	}
	got := newDraft(reported(t, graph.Register{}, sampleParties(), flows[2:3], nil, nil)).mandates()
	if len(got) != 1 || got[0].controller != "" || !slices.Equal(got[0].on, []int{0}) {
		t.Errorf("a list of sub-processors gives %v", got)
	}
}
