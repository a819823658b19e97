package importers

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"

	"dpmap/graph/law"
	"dpmap/importers/column"
	"dpmap/importers/words"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"
	"pgregory.net/rapid"
)

func readCSV(t testing.TB, text string) (*Import, error) {
	t.Helper()
	return Read([]File{{"flows.csv", []byte(text)}}, Options{Book: testBook(t)})
}

// TestReadErrors holds that files that cannot be used say what is wrong and
// what to do.
func TestReadErrors(t *testing.T) {
	tests := []struct {
		name, text string
		o          Options
		want       string
	}{
		{"no headings", "a,b\n1,2\n", Options{}, "flows.csv: no flow was found: row 1 looks like the headings (\"a\", \"b\"), but none is known to say who receives the data: say which column does, such as --heading \"a=to\" (to means who receives the data; --explain-import shows what each column is taken for)"},
		{"no rows", "To,Purpose\n", Options{}, "no flow was found"},
		{"all rejected", "To,Purpose\n,Tea\n", Options{}, "every row was rejected (1), the first is flows.csv!A2: the row names no recipient"},
		{"layout", "To,Purpose\nA,B\n", Options{Layout: "natif"}, `layout "natif" is not known: name one of native, ico-controller, ico-processor, exams-policy, purposes-table, sub-processor-list, supplier-list, generic`},
		{"layout that does not fit", "To,Purpose\nA,B\n", Options{Layout: "exams-policy"}, "no sheet has the headings of the layout exams-policy"},
		{"sheet", "To,Purpose\nA,B\n", Options{Sheet: "Flows"}, `there is no sheet "Flows"`},
		{"empty", "", Options{}, "flows.csv"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			tt.o.Book = testBook(t)
			got, err := Read([]File{{"flows.csv", []byte(tt.text)}}, tt.o)
			if err == nil || got != nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("error %v; want %s", err, tt.want)
			}
		})
	}
}

// TestIDsSurviveReordering holds that flows keep their IDs when rows move, even
// where purposes clash and rows are alike.
func TestIDsSurviveReordering(t *testing.T) {
	rows := []string{
		"A Ltd,Tea,Name",
		"A Ltd,Tea,Address",
		"A Ltd,Tea,Name",
		"B Ltd,Tea,Name",
		"B Ltd;C Ltd,Coffee,Name",
		"The A,Cake,Name",
	}
	idsOf := func(rows []string) []string {
		got, err := readCSV(t, "To,Purpose,Data categories\n"+strings.Join(rows, "\n"))
		if err != nil {
			t.Fatal(err)
		}
		var out []string
		for _, f := range got.Map.Flows() {
			out = append(out, f.ID+" in "+f.Activity)
		}
		slices.Sort(out)
		return out
	}
	want := idsOf(rows)
	rapid.Check(t, func(rt *rapid.T) {
		if diff := cmp.Diff(want, idsOf(rapid.Permutation(rows).Draw(rt, "rows"))); diff != "" {
			rt.Fatal(diff)
		}
	})
}

// TestEveryRowIsAccountedFor reads tables of arbitrary cells, with blank rows
// within and lines above, and adds up what became of their rows.
func TestEveryRowIsAccountedFor(t *testing.T) {
	heads := []string{
		"To,Purpose,Data categories,Recipient country",
		"Purpose/Activity,Type of Data,Lawful basis for processing,Source",
		"Information type,Information description,What personal data is contained in the information,Where information is stored",
		"Who do we share it with,Why,Wobble,Legal basis",
	}
	cells := []string{"", "", "", "DfE", "Name", "Consent", "as above", "To exam boards", "UK", "worldwide", "Total", "e.g. Name", "n/a", "5.2 Enrolled Students", "External", "a long note that says very little but takes more than twelve words to say it"}
	rapid.Check(t, func(rt *rapid.T) {
		var b strings.Builder
		for range rapid.IntRange(0, 3).Draw(rt, "above") {
			b.WriteString(rapid.SampledFrom([]string{",,,\n", "Title,,,\n", "Controller,Hill School,,\n"}).Draw(rt, "line"))
		}
		b.WriteString(rapid.SampledFrom(heads).Draw(rt, "head") + "\n")
		b.WriteString("To parents,Contract,Name,UK\n")
		n := rapid.IntRange(0, 12).Draw(rt, "rows")
		for range n {
			for range 4 {
				b.WriteString(rapid.SampledFrom(cells).Draw(rt, "cell") + ",")
			}
			b.WriteString("\n")
		}
		got, err := readCSV(t, b.String())
		if err != nil {
			return
		}
		for _, s := range got.Inputs[0].Sheets {
			if sum := s.FlowRows + s.PartyRows + s.Blank + s.Rejected + s.Other; sum != s.Rows {
				rt.Fatalf("%d rows, %d accounted for: %+v\n%s", s.Rows, sum, s, b.String())
			}
			if s.Flows != len(got.Map.Flows()) {
				rt.Fatalf("%d flows, %d counted", len(got.Map.Flows()), s.Flows)
			}
		}
		rejected := 0
		for _, p := range got.Problems {
			if p.Level.String() == "error" {
				rejected++
			}
		}
		if rejected != got.Inputs[0].Sheets[0].Rejected {
			rt.Fatalf("%d rows rejected, %d named", got.Inputs[0].Sheets[0].Rejected, rejected)
		}
	})
}

// TestOwnController holds who is taken for the register's own controller, and
// that nobody else is given a country.
func TestOwnController(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"no sender", "To,Purpose\nAcme,Tea\n", "this-organisation GB"},
		{"sender that receives nothing", "From,To,Purpose\nHill School,Acme,Tea\nAcme,Sub,Tea\n", "hill-school GB"},
		{"two senders", "From,To,Purpose\nHill School,Acme,Tea\nDale School,Acme,Tea\n", "hill-school GB, dale-school GB"},
		{"people do not make a sender a recipient", "From,To,Purpose\nPupils,Hill School,Tea\nHill School,Acme,Tea\n", "hill-school GB"},
		{"a sender that gets data back", "From,To,Purpose\nHill School,Acme,Tea\nAcme,Hill School,Tea\nHill School,Bcme,Tea\n", "hill-school GB"},
		{"a kind of body", "From,To,Purpose\nOur school,Acme,Tea\n", "school FR"},
		{"the row's own country", "From,Sender country,To,Purpose\nHill School,France,Acme,Tea\n", "hill-school FR"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			o := Options{Book: testBook(t)}
			if tt.name == "a kind of body" {
				o.Home = "FR"
			}
			got, err := Read([]File{{"flows.csv", []byte(tt.text)}}, o)
			if err != nil {
				t.Fatal(err)
			}
			var own []string
			for _, p := range got.Map.Parties() {
				if p.Own {
					own = append(own, p.ID+" "+strings.Join(p.Country.Countries, " "))
				} else if p.ID == "acme" && !p.Country.IsBlank() {
					t.Errorf("%s is given %v", p.Name, p.Country)
				}
			}
			if g := strings.Join(own, ", "); g != tt.want {
				t.Errorf("own %q; want %q", g, tt.want)
			}
		})
	}
}

// TestConsentCoversItsOwnRow holds that consent to one type of data does not
// become a condition for special-category data on another row of its activity.
func TestConsentCoversItsOwnRow(t *testing.T) {
	const head = "Purpose/Activity,Type of Data,Lawful basis for processing\n"
	tests := []struct{ name, rows, want string }{
		{"consent to the special data", "To register you,Identity,Contract\n,Health,Consent\n", "9(2)(a) for Health (inferred)"},
		{"consent to other data", "To register you,Health,Contract\n,Marketing,Consent\n", ""},
		{"consent in the first row", "To register you,Marketing,Consent\n,Health,Legal obligation\n", ""},
		{"one row", "To register you,Health,Consent\n", "9(2)(a) (inferred)"},
		{"vital interests", "To register you,Health,Vital interests\n", ""},
		{"no special data", "To register you,Name,Consent\n", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, err := readCSV(t, head+tt.rows)
			if err != nil {
				t.Fatal(err)
			}
			if g := stated4(got.Map.Flows()[0].Conditions); g != tt.want {
				t.Errorf("conditions %q; want %q", g, tt.want)
			}
		})
	}
}

// TestSeveralFiles holds that parties of several files are one by name, and
// that the files' order decides the flows'.
func TestSeveralFiles(t *testing.T) {
	got, err := Read([]File{
		{"a.csv", []byte("To,Purpose\nDfE,Census\n")},
		{"b.csv", []byte("From,To,Purpose\nHill School,Department for Education (DfE),Tests\n")},
	}, Options{Book: testBook(t), Home: "FR"})
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, p := range got.Map.Parties() {
		names = append(names, fmt.Sprint(p.Name, " ", p.Aliases, p.Country.Countries))
	}
	want := []string{"DfE [Department for Education (DfE)] [GB]", "Hill School [] []", "This organisation [] [FR]"}
	if diff := cmp.Diff(want, names); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	if len(got.Inputs) != 2 || got.Inputs[1].File != "b.csv" || len(got.Inputs[1].SHA256) != 64 {
		t.Errorf("inputs %+v", got.Inputs)
	}
}

// TestLayoutsUseKnownFields holds that the tables of headings and of layouts
// agree, and that no heading is given to two fields of one scope.
func TestLayoutsUseKnownFields(t *testing.T) {
	seen := map[string]string{}
	for _, row := range column.HeadingRows() {
		for _, h := range row.Names {
			key := fmt.Sprint(row.Scope, row.Loose, ":", words.Fold(h))
			if was, ok := seen[key]; ok && was != string(row.Field) {
				t.Errorf("%s heading %q is of %s and of %s", row.Scope, h, was, row.Field)
			}
			seen[key] = string(row.Field)
		}
	}
	for _, l := range column.Layouts() {
		if _, ok := column.HeadingTable()[l.Scope]; !ok {
			t.Errorf("layout %s: no headings of scope %s", l.Name, l.Scope)
		}
	}
}

// FuzzRead holds that no CSV makes Read panic or lose a row.
func FuzzRead(f *testing.F) {
	for _, path := range []string{"testdata/messy-school.txtar", "testdata/generic-ropa.txtar", "testdata/workbook.txtar"} {
		a, err := txtar.ParseFile(path)
		if err != nil {
			f.Fatal(err)
		}
		for _, file := range a.Files {
			if file.Name != "want" && file.Name != "options" {
				f.Add(string(file.Data))
			}
		}
	}
	book := testBook(f)
	f.Fuzz(func(t *testing.T, s string) {
		got, err := Read([]File{{"flows.csv", []byte(s)}}, Options{Book: book})
		if err == nil {
			checkAccount(t, got)
		}
	})
}

// longCells are registers whose cells are as long as a workbook may hold, of
// words that parsers go back and forth over.
func longCells(size int) (registers []string) {
	for _, word := range []string{"with ", "(", "Police ", "not consent ", "3/5/2024 ", "IDTA or ", "IDTA, not ", "SCC, "} {
		long := strings.Repeat(word, size/len(word))
		cell := `"` + long + `"`
		for _, head := range []string{
			"Purpose/Activity,Type of Data,Lawful basis for processing\nExternal,,\nTo provide " + cell + "," + cell + "," + cell,
			"Information type,Information description,What personal data is contained in the information,Where information is stored\nX," + cell + "," + cell + "," + cell,
			"To,Purpose,Recipient country,Lawful basis,Transfer safeguard,Agreement,Special category data,Data categories\nDfE,Tea," + cell + "," + cell + "," + cell + "," + cell + "," + cell + "," + cell,
		} {
			registers = append(registers, strings.ReplaceAll(head, `To provide "`, `"To provide `))
		}
	}
	return registers
}

// TestLongCellsAreRead holds that the longest cells are read to an end; how
// long that takes is BenchmarkLongCells's matter.
func TestLongCellsAreRead(t *testing.T) {
	for i, register := range longCells(45_000) {
		got, err := readCSV(t, register)
		if err == nil && len(got.Map.Flows()) == 0 {
			t.Errorf("register %d is read without an error and without a flow", i)
		}
	}
}

// BenchmarkLongCells shows how reading grows with the length of cells: ten
// times the length should take about ten times as long.
func BenchmarkLongCells(b *testing.B) {
	book, err := law.Open(law.Day(2026, 11, 22))
	if err != nil {
		b.Fatal(err)
	}
	for _, size := range []int{4_500, 45_000} {
		b.Run(strconv.Itoa(size), func(b *testing.B) {
			registers := longCells(size)
			for b.Loop() {
				for _, r := range registers {
					_, _ = Read([]File{{Name: "long.csv", Data: []byte(r)}}, Options{Book: book})
				}
			}
		})
	}
}

// TestPartyCountryFromRows holds that what rows record of a recipient's country
// becomes the party's only where all rows that record one agree.
func TestPartyCountryFromRows(t *testing.T) {
	tests := []struct{ name, rows, want string }{
		{"one row", "Acme,Tea,Ireland\nAcme,Cake,\n", "IE"},
		{"rows that agree", "Acme,Tea,Ireland\nAcme,Cake,Eire\n", "IE"},
		{"rows that differ", "Acme,Tea,Ireland\nAcme,Cake,US\n", ""},
		{"recipients that share a cell", "Acme;Bcme,Tea,\"Ireland, US\"\n", ""},
		{"blank everywhere", "Acme,Tea,\nAcme,Cake,n/k\n", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, err := readCSV(t, "To,Purpose,Recipient country\n"+tt.rows)
			if err != nil {
				t.Fatal(err)
			}
			if c := strings.Join(got.Map.Party("acme").Country.Countries, " "); c != tt.want {
				t.Errorf("country %q; want %q", c, tt.want)
			}
		})
	}
}

// TestLoneCell holds what a cell alone in its row is: a recipient that is known,
// else a title, and nothing is dropped in silence.
func TestLoneCell(t *testing.T) {
	got, err := readCSV(t, "To,Purpose,Data categories,Notes\nAcme,Tea,Name,\nOfsted,,,\nSuppliers of all sorts,,,\n,Catering,,\nPUBLIC BODIES,,,\n")
	if err != nil {
		t.Fatal(err)
	}
	var to, said []string
	for _, f := range got.Map.Flows() {
		to = append(to, f.To)
	}
	for _, p := range got.Problems {
		said = append(said, p.Message)
	}
	if diff := cmp.Diff([]string{"acme", "ofsted"}, to); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	want := []string{
		`flows.csv!A3: "Ofsted" stands alone in its row and is taken for a recipient of which nothing else is recorded`,
		`flows.csv!A4: "Suppliers of all sorts" stands alone in its row and is taken for a section title`,
		`flows.csv!B5: "Catering" stands alone in its row, which names no recipient, so it is not used`,
		`flows.csv!A6: "PUBLIC BODIES" stands alone in its row and is taken for a section title`,
	}
	if diff := cmp.Diff(want, said); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

// TestFormEndsAtTheTableBeneath holds that a form asks nothing that stands in the table
// beneath it.
func TestFormEndsAtTheTableBeneath(t *testing.T) {
	got, err := readCSV(t, "Record of processing,,,,\nActivity: beta test,,,,\nPurpose,Testing the app,,,\nCategories of personal data,Account email,,,\nData subjects,Teachers,,,\nLawful basis,Consent,,,\nRecipients,Cloudshed Ltd,,,\n,,,,\n5. Third-party processors,,,,\nProcessor,Service,Location,Safeguards,Data shared\nPaybright Inc.,Payments,USA,None,Customer ID\nMapwell Ltd,Map tiles,Ireland,Adequacy,Location coordinates\n")
	if err != nil {
		t.Fatal(err)
	}
	sheets := got.Inputs[0].Sheets
	if len(sheets) != 2 {
		t.Fatalf("%d tables are read, want the form and the table beneath it", len(sheets))
	}
	for _, c := range sheets[0].Columns {
		if c.Field == "" || c.Heading == "Processor" {
			t.Errorf("the form asks %q, which stands in the table", c.Heading)
		}
	}
}
