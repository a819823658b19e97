package importers

import (
	"strings"
	"testing"

	"dpmap/graph"
	"dpmap/importers/column"

	"github.com/google/go-cmp/cmp"
)

// TestNamesOfOneOrganisation holds which spellings are one party, and that what
// is not plainly one stays two.
func TestNamesOfOneOrganisation(t *testing.T) {
	tests := []struct {
		names string
		want  int
		told  string
	}{
		{"DfE|Dept for Education|Department for Education", 1, `"Dept for Education", "Department for Education" and "DfE" are taken for one organisation`},
		{"Acme Ltd|Acme Limited|The Acme|ACME", 1, ""},
		{"SIMS (Capita)|Capita SIMS", 2, ""}, // name-close suggests it
		{"Acme UK Ltd|Acme US Inc", 2, ""},
		{"Local authority|Leeds City Council", 2, ""},
		{"UK Visas and Immigration (UKVI)|UKVI", 1, ""},
	}
	for _, tt := range tests {
		got, err := readCSV(t, "To,Purpose\n"+strings.ReplaceAll(tt.names, "|", ",Tea\n")+",Tea\n")
		if err != nil {
			t.Fatal(err)
		}
		if n := len(got.Map.Parties()) - 1; n != tt.want {
			t.Errorf("%s: %d parties; want %d", tt.names, n, tt.want)
		}
		if said := strings.Join(got.Assumptions, "\n"); !strings.Contains(said, tt.told) {
			t.Errorf("%s: said %q; want %q", tt.names, said, tt.told)
		}
	}
}

// TestSupplierListServesFlows holds that what a flow's row says stands, that
// what it leaves blank is taken from the list with the list's cell, and that what
// contradicts is left in both places for the rules.
func TestSupplierListServesFlows(t *testing.T) {
	got, err := Read([]File{
		{"ropa.csv", []byte("To,Purpose,Recipient country,Agreement,Hosting country\nAcme,Tea,Ireland,,\nAcme,Cake,Ireland,No,UK\nBcme,Tea,,n/k,\n")},
		{"list.csv", []byte("Supplier,Country,DPA in place?,Data hosted in,Account manager\nAcme Ltd,US,Yes - 3/5/2024,France,Anne\nBcme,US,Yes,,\n")},
	}, Options{Book: testBook(t)})
	if err != nil {
		t.Fatal(err)
	}
	checkAccount(t, got)
	var lines []string
	flows := got.Map.Flows()
	for i := range flows {
		f := &flows[i]
		lines = append(lines, strings.Join([]string{f.To, f.Purpose, place(got.Map.Destination(f)), f.Agreement.State.String(), f.Where(graph.FieldAgreement).String(),
			place(f.Hosting), f.Where(graph.FieldHosting).String()}, " "))
	}
	want := []string{
		"acme Tea IE yes list.csv!C2 FR list.csv!D2",
		"acme Cake IE no ropa.csv!D3 GB ropa.csv!E3",
		"bcme Tea US yes list.csv!C3  ropa.csv!E4",
	}
	if diff := cmp.Diff(want, lines); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	acme := got.Map.Party("acme")
	if at, _ := acme.Reads.At(graph.FieldCountry); at.String() != "list.csv!B2" && at.String() != "ropa.csv!C2" {
		t.Errorf("the party's country was read at %v", at)
	}
	if len(acme.Extra) != 1 || acme.Extra[0].Value != "Anne" {
		t.Errorf("the list's own columns are lost: %v", acme.Extra)
	}
}

// TestRecogniseTellsColumns holds what a column can be told by.
func TestRecogniseTellsColumns(t *testing.T) {
	in, err := Recognise([]File{{"f.csv", []byte("Recipient,Wofür,Laand,Recipeint country,Is there a current DPA with them,Ours\nAcme,Tea,UK,UK,Yes,1\nBcme,Tea,US,US,No,2\n")}},
		Options{Book: testBook(t), Headings: []column.Heading{{Heading: "Wofür", Field: graph.FieldPurpose}, {Heading: "Ours", Field: "none"}}})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, c := range in[0].Sheets[0].Columns {
		got = append(got, strings.TrimSpace(graph.ColumnName(c.Col)+" "+string(c.Field)+" "+c.How+" "+c.Example))
	}
	want := []string{"A to synonym Acme", "B purpose --heading Tea", "C hosting-country contents UK", "D recipient-country spelling UK", "E agreement words Yes", "F  --heading 1"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

// TestLayoutNamed holds that --layout reads a list of sub-processors that
// nothing else names as one, and leaves sheets of organisations alone.
func TestLayoutNamed(t *testing.T) {
	got, err := Read([]File{{"list.csv", []byte("Entity,Purpose,Country\nCloudspan,Hosting,US\n")}},
		Options{Book: testBook(t), Layout: "sub-processor-list", Supplier: "Quizberry"})
	if err != nil {
		t.Fatal(err)
	}
	if f := got.Map.Flows()[0]; f.From != "quizberry" || f.To != "cloudspan" || f.Role != graph.SubProcessor {
		t.Errorf("flow %s -> %s, %v", f.From, f.To, f.Role)
	}
}

// TestWordsNeedSupport holds that words in a heading are not enough where what
// the column holds is something else.
func TestWordsNeedSupport(t *testing.T) {
	tests := []struct{ heading, values, want string }{
		{"Our DPIA reviewer", "Anne|Ben", ""},
		{"Is a current DPIA held", "Yes|No", "dpia"},
		{"DPA contact person", "Anne|Ben", ""},
		{"Our DPA with them", "Yes|None", "agreement"},
		{"Country manager", "Anne|Ben", ""},
		{"Country of the parent firm", "US|Ireland", "recipient-country"},
		{"Last reviewed by whom", "Anne|Ben", ""},
		{"Is security adequate?", "Yes|No", ""},
	}
	for _, tt := range tests {
		first, second, _ := strings.Cut(tt.values, "|")
		in, err := Recognise([]File{{"f.csv", []byte("To,Purpose," + tt.heading + "\nAcme,Tea," + first + "\nBcme,Tea," + second + "\n")}}, Options{Book: testBook(t)})
		if err != nil {
			t.Fatal(err)
		}
		if got := string(in[0].Sheets[0].Columns[2].Field); got != tt.want {
			t.Errorf("%q over %s is taken for %q; want %q", tt.heading, tt.values, got, tt.want)
		}
	}
}

// TestSupplierNamedByItsFile holds that the name in a file's name gives way to
// the one that a register writes, whatever the order of the files.
func TestSupplierNamedByItsFile(t *testing.T) {
	got, err := Read([]File{
		{"acme-subprocessors.csv", []byte("Sub-processor,Country\nCloudspan,US\n")},
		{"ropa.csv", []byte("To,Purpose\nACME Ltd,Tea\n")},
	}, Options{Book: testBook(t)})
	if err != nil {
		t.Fatal(err)
	}
	if p := got.Map.Party("acme"); p == nil || p.Name != "ACME Ltd" || len(got.Map.From("acme")) != 1 {
		t.Errorf("the supplier is %+v", p)
	}
}
