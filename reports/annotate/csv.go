package annotate

import (
	"io"
	"slices"
	"strings"

	"dpmap/graph"
	"dpmap/reports"
)

// csvFile is a text of records as it is written, in bytes among which the
// delimiter, the quotation marks and the line ends are single ones.
type csvFile struct {
	text      []byte
	delimiter byte
	records   []record
	old       bool // in Windows-1252
}

// record is one record: where its content ends, before the line's end, and how
// many cells it has; none for a blank line.
type record struct{ from, to, cells int }

// writeCSV writes the file with one more column, which holds what is to be
// said of each row. Everything else stays, byte for byte.
func writeCSV(w io.Writer, r *reports.Report, file string, data []byte) (Done, error) {
	text, coding := decode(data)
	head := headings(r, file)
	f := splitRecords(text, head)
	f.old = coding.old
	said := map[int][]string{}
	var done Done
	for _, it := range items(r) {
		switch {
		case !it.open:
		case it.at.File != file || it.at.Row < 1 || it.at.Row > len(f.records) || f.records[it.at.Row-1].cells == 0:
			done.Elsewhere++
		default:
			said[it.at.Row] = append(said[it.at.Row], it.line())
			done.Items++
		}
	}
	done.Cells = len(said)
	out, err := coding.encode(f.withColumn(said, head))
	if err != nil {
		return Done{}, err
	}
	_, err = w.Write(out)
	return done, err
}

// line is an item in one line, for a row's last cell.
func (i *item) line() string {
	out := strings.ToUpper(i.word)
	if i.code != "" {
		out += " " + i.code
	}
	if i.at.Col > 0 {
		out += " at " + i.at.Cell()
		if i.at.Heading != "" {
			out += " (" + strings.Join(strings.Fields(i.at.Heading), " ") + ")"
		}
	}
	out += ": " + i.says + "."
	if i.fix != "" {
		out += " To do: " + strings.TrimSuffix(i.fix, ".") + "."
	}
	return strings.Join(strings.Fields(out), " ")
}

// headings are the columns that the importer found in the file.
func headings(r *reports.Report, file string) []graph.Column {
	for _, in := range r.Inputs {
		if in.File == file && len(in.Sheets) > 0 {
			return in.Sheets[0].Columns
		}
	}
	return nil
}

// withColumn is the text with the new column: a heading in the first row of
// headings, what was said of each row, and blanks that keep the table square. A
// copy that has the column gets it anew.
func (f csvFile) withColumn(said map[int][]string, head []graph.Column) []byte {
	headRow := slices.IndexFunc(f.records, func(rec record) bool { return f.isHead(rec, head) })
	if headRow < 0 {
		headRow = slices.IndexFunc(f.records, func(rec record) bool { return rec.cells > 0 })
	}
	col := f.ownColumn(headRow)
	if col == 0 {
		for _, rec := range f.records {
			col = max(col, rec.cells)
		}
		col++
	}
	var edits []edit
	for i, rec := range f.records {
		if rec.cells == 0 {
			continue
		}
		value := strings.Join(said[i+1], " | ")
		if i == headRow {
			value = strings.TrimSuffix(sheetName+" | "+value, " | ")
		}
		edits = append(edits, f.inColumn(rec, col, value))
	}
	return apply(f.text, edits)
}

// safe is a text of ours in the file's bytes, which no program takes for a
// formula.
func (f csvFile) safe(s string) string {
	s = reports.Guard(s)
	if f.old {
		s = old1252(s)
	}
	return s
}

// quote makes a text a cell of the file.
func (f csvFile) quote(s string) string {
	if !strings.ContainsAny(s, "\"\r\n"+string(f.delimiter)+",;\t") {
		return s
	}
	return `"` + strings.ReplaceAll(s, `"`, `""`) + `"`
}

// isHead reports whether a record holds the headings where the importer found
// them.
func (f csvFile) isHead(rec record, head []graph.Column) bool {
	cells := f.cells(rec)
	found := 0
	for _, c := range head {
		if c.Col <= len(cells) && plainName(cells[c.Col-1]) == plainName(c.Heading) {
			found++
		}
	}
	return found > 0 && found*2 > len(head)
}
