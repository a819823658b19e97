package annotate

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"dpmap/graph"
	"dpmap/graph/rules"
	"dpmap/importers/sheet"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

// csvReport finds things in row 2 (twice), in row 4 as a whole and elsewhere.
func csvReport(t *testing.T) ([]rules.Finding, []graph.Input) {
	columns := []graph.Column{{Col: 1, Heading: "Ref"}, {Col: 2, Heading: "To"}, {Col: 3, Heading: "Notes"}}
	return []rules.Finding{
		finding(rules.High, "a-rule", cellAt("", 2, 2)), finding(rules.Low, "row-rule", cellAt("", 4, 0)),
		finding(rules.Low, "b-rule", cellAt("", 2, 3)), finding(rules.Low, "nowhere-rule", graph.Ref{}),
	}, []graph.Input{{File: fileName, Sheets: []graph.SheetCount{{Columns: columns}}}}
}

func annotatedCSV(t *testing.T, data []byte) ([]byte, Done) {
	t.Helper()
	findings, inputs := csvReport(t)
	r := reportOf(t, nil, findings...)
	r.Inputs = inputs
	return annotated(t, r, data)
}

const (
	row2 = "HIGH a-rule at B2 (To): the message of a-rule. To do: Mend a-rule. | LOW b-rule at C2 (To): the message of b-rule. To do: Mend b-rule."
	row4 = "LOW row-rule: the message of row-rule. To do: Mend row-rule."
)

func TestCSV(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"comma", "Ref,To,Notes\r\nF1,\"A, \"\"B\"\"\nLtd\",=1\r\n\r\nF2,C,", "Ref,To,Notes,dpmap findings\r\nF1,\"A, \"\"B\"\"\nLtd\",=1," + row2 + "\r\n\r\nF2,C,," + row4},
		{"semicolon, byte order mark", "\ufeffRef;To;Notes\nF1;A, B;x\nF2;B;y\nF3;C\n", "\ufeffRef;To;Notes;dpmap findings\nF1;A, B;x;" + row2 + "\nF2;B;y;\nF3;C;;" + row4 + "\n"},
		{"tab, title row", "My register\nRef\tTo\tNotes\nF1\tA\t\"x\"\nF2\tB 3\" disk\ty\n", "My register\t\t\t" + "\nRef\tTo\tNotes\tdpmap findings | " + row2 + "\nF1\tA\t\"x\"\t\nF2\tB 3\" disk\ty\t" + row4 + "\n"},
		{"sep line", "sep=;\nRef;To;Notes\nF1;A;\nF2;B;\nF3;C;\n", "sep=;\nRef;To;Notes;dpmap findings\nF1;A;;" + row2 + "\nF2;B;;\nF3;C;;" + row4 + "\n"},
		{"carriage returns", "Ref,To,Notes\rF1,A,x\rF2,B,y\rF3,C,z", "Ref,To,Notes,dpmap findings\rF1,A,x," + row2 + "\rF2,B,y,\rF3,C,z," + row4},
	} {
		out, done := annotatedCSV(t, []byte(c.in))
		if string(out) != c.want {
			t.Errorf("%s:\n%q\nwant\n%q", c.name, out, c.want)
		}
		if want := (Done{Cells: 2, Items: 3, Elsewhere: 1}); done != want {
			t.Errorf("%s: %+v", c.name, done)
		}
		sameCells(t, c.name, []byte(c.in), out)
		if again, _ := annotatedCSV(t, out); !bytes.Equal(again, out) {
			t.Errorf("%s, annotated again:\n%q\nwant\n%q", c.name, again, out)
		}
	}
}

// TestCSVMended annotates a copy in which a row is mended, one is new and
// somebody wrote into dpmap's column, which has another behind it.
func TestCSVMended(t *testing.T) {
	in := "Ref,To,Notes,dpmap findings | " + row2 + ",Mine\r\n" +
		"F1,A,x,\"asked | \"\"in May\"\" | " + row2 + "\",a\r\nF2,B,y,\"waiting, since May\",b\r\nF3,C,z\r\nF4,D,w,\"ROW NOT USED: x. | TO CHECK at C2 (Notes): y.\",d\r\n"
	want := "Ref,To,Notes,dpmap findings,Mine\r\n" +
		"F1,A,x,\"asked | \"\"in May\"\" | " + row2 + "\",a\r\nF2,B,y,\"waiting, since May\",b\r\nF3,C,z," + row4 + "\r\nF4,D,w,,d\r\n"
	for _, to := range []*strings.Replacer{strings.NewReplacer(), strings.NewReplacer("waiting", "=caf\xe9")} {
		if out, _ := annotatedCSV(t, []byte(to.Replace(in))); string(out) != to.Replace(want) {
			t.Errorf("%q\nwant\n%q", out, to.Replace(want))
		}
	}
}

// sameCells holds that the importer reads of the copy what it read before, and
// one more column.
func sameCells(t *testing.T, name string, before, after []byte) {
	t.Helper()
	was, is := cellsOf(t, before), cellsOf(t, after)
	for i := range max(len(was), len(is)) {
		if i >= len(was) || i >= len(is) || !strings.HasPrefix(is[i], was[i]) {
			t.Errorf("%s: row %d differs: %q and %q", name, i, was, is)
			return
		}
	}
}

func cellsOf(t *testing.T, data []byte) []string {
	t.Helper()
	w, err := sheet.Open("a.csv", data, sheet.Limits{})
	must(t, err)
	var out []string
	for row, err := range w.Sheets[0].Rows() {
		must(t, err)
		line := ""
		for _, c := range row.Cells {
			line += at(row.Number, c.Col) + "=" + c.Text + "|"
		}
		out = append(out, line)
	}
	return out
}

func TestCSVKeepsItsEncoding(t *testing.T) {
	text := "Ref,To,Notes\r\nF1,Société,x\r\nF2,B,y\r\nF3,Câble,z\r\n"
	encode := func(e encoding.Encoding) []byte {
		out, err := e.NewEncoder().Bytes([]byte(text))
		must(t, err)
		return out
	}
	for name, data := range map[string][]byte{
		"Windows-1252":  encode(charmap.Windows1252),
		"UTF-16, mark":  encode(unicode.UTF16(unicode.LittleEndian, unicode.UseBOM)),
		"UTF-16, none":  encode(unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)),
		"UTF-8":         []byte(text),
		"UTF-8, marked": []byte("\ufeff" + text),
	} {
		out, _ := annotatedCSV(t, data)
		if !bytes.HasPrefix(out, data[:4]) {
			t.Errorf("%s: begins with %x, was %x", name, out[:4], data[:4])
		}
		sameCells(t, name, data, out)
		if got := cellsOf(t, out); !slices.Contains(got, "A2=F1|B2=Société|C2=x|D2="+row2+"|") {
			t.Errorf("%s: %q", name, got)
		}
	}
}

// What dpmap adds is no formula in any program, whatever the register holds;
// the user's own cells stay as they are.
func TestCSVGuard(t *testing.T) {
	f := finding(rules.High, "a-rule", cellAt("", 2, 2))
	f.Message = "x;=cmd, \"y\"\n\x00"
	out, _ := annotated(t, reportOf(t, nil, f), []byte("Ref;To\n=1;x\n"))
	want := "Ref;To;dpmap findings\n=1;x;\"HIGH a-rule at B2 (To): x;'=cmd, \"\"y\"\" \ufffd. To do: Mend a-rule.\"\n"
	if string(out) != want {
		t.Errorf("%q, want %q", out, want)
	}
	old, _ := annotated(t, reportOf(t, nil, f), []byte("Ref;To\n=1;\xe9\n"))
	if !bytes.Contains(old, []byte("\"\"y\"\" ?.")) {
		t.Errorf("%q", old)
	}
}

func FuzzCSV(f *testing.F) {
	f.Add([]byte("Ref,To,Notes\nF1,\"a\nb\",c\n"))
	f.Add([]byte("sep=;\na;b\r\n\"\"\"\";2"))
	f.Fuzz(func(t *testing.T, data []byte) {
		if bytes.HasPrefix(data, []byte("PK")) {
			return
		}
		w, err := sheet.Open("a.csv", data, sheet.Limits{})
		if err != nil {
			return
		}
		for _, err := range w.Sheets[0].Rows() {
			if err != nil {
				return
			}
		}
		annotatedCSV(t, data)
	})
}
