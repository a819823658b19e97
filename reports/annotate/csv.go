package annotate

import (
	"bytes"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"dpmap/graph"
	"dpmap/reports"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
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
		case !it.isOpen():
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
// headings, what was said of each row, and blanks that keep the table square.
func (f csvFile) withColumn(said map[int][]string, head []graph.Column) []byte {
	width := 0
	for _, rec := range f.records {
		width = max(width, rec.cells)
	}
	headRow := slices.IndexFunc(f.records, func(rec record) bool { return f.isHead(rec, head) })
	if headRow < 0 {
		headRow = slices.IndexFunc(f.records, func(rec record) bool { return rec.cells > 0 })
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
		fill := strings.Repeat(string(f.delimiter), width-rec.cells+1)
		edits = append(edits, edit{rec.to, rec.to, fill + f.quote(value)})
	}
	return apply(f.text, edits)
}

// quote makes a value a cell of the file, which no program takes for a formula.
func (f csvFile) quote(s string) string {
	s = reports.Guard(s)
	if f.old {
		s = old1252(s)
	}
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

// splitRecords finds the delimiter by which the headings stand where the
// importer found them.
func splitRecords(text []byte, head []graph.Column) csvFile {
	line, _, _ := bytes.Cut(text, []byte("\n"))
	bare := bytes.Trim(line, "\r\"")
	if len(bare) == 5 && bytes.EqualFold(bare[:4], []byte("sep=")) && len(line) < len(text) {
		return split(text, len(line)+1, bare[4])
	}
	best, score := csvFile{}, -1
	for _, delimiter := range []byte(",;\t") {
		f := split(text, 0, delimiter)
		n := 0
		for _, rec := range f.records[:min(len(f.records), 60)] {
			if f.isHead(rec, head) {
				n += 1000 * rec.cells
			}
			n += rec.cells
		}
		if n > score {
			best, score = f, n
		}
	}
	return best
}

// split finds the records, as the importer counts them: blank lines too.
func split(text []byte, pos int, delimiter byte) csvFile {
	f := csvFile{text: text, delimiter: delimiter}
	for pos < len(text) {
		rec := f.record(pos)
		f.records = append(f.records, rec)
		pos = rec.to + 1
		if pos < len(text) && text[pos-1] == '\r' && text[pos] == '\n' {
			pos++
		}
	}
	return f
}

// Where in a cell a reader of records is.
const (
	atStart = iota
	within
	quoted
	closed // behind the mark that closes a quoted cell, or the first of two
)

// record is the record that begins at from. A quotation mark opens a quoted
// cell only at its start.
func (f csvFile) record(from int) record {
	rec := record{from: from, cells: 1}
	state := atStart
	pos := from
	for ; pos < len(f.text); pos++ {
		c := f.text[pos]
		switch {
		case state == quoted:
			if c == '"' {
				state = closed
			}
			continue
		case c == '"' && (state == atStart || state == closed):
			state = quoted
			continue
		case c == f.delimiter:
			rec.cells++
			state = atStart
			continue
		case c == ' ' && state == atStart:
			continue
		}
		if c == '\n' || c == '\r' {
			break
		}
		if state == atStart {
			state = within
		}
	}
	rec.to = pos
	if len(bytes.TrimSpace(f.text[rec.from:rec.to])) == 0 {
		rec.cells = 0
	}
	return rec
}

// cells are the texts of a record's cells.
func (f csvFile) cells(rec record) []string {
	var out []string
	var b strings.Builder
	quoted := false
	for i := rec.from; i <= rec.to; i++ {
		if i == rec.to || (f.text[i] == f.delimiter && !quoted) {
			out = append(out, b.String())
			b.Reset()
			continue
		}
		if f.text[i] == '"' {
			quoted = !quoted
			continue
		}
		b.WriteByte(f.text[i])
	}
	return out
}

// coding is how a text file is written.
type coding struct {
	mark string // of the byte order
	wide encoding.Encoding
	old  bool // Windows-1252
}

// decode tells how the file is written. UTF-16 becomes UTF-8; other bytes stay,
// since what parts records is the same in them.
func decode(data []byte) ([]byte, coding) {
	little := unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)
	big := unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)
	for _, c := range []coding{{mark: "\xef\xbb\xbf"}, {mark: "\xff\xfe", wide: little}, {mark: "\xfe\xff", wide: big}} {
		if rest, ok := bytes.CutPrefix(data, []byte(c.mark)); ok {
			return widen(rest, c)
		}
	}
	switch {
	case zeros(data, 1) && !zeros(data, 0):
		return widen(data, coding{wide: little})
	case zeros(data, 0) && !zeros(data, 1):
		return widen(data, coding{wide: big})
	}
	return data, coding{old: !utf8.Valid(data)}
}

func widen(data []byte, c coding) ([]byte, coding) {
	if c.wide == nil {
		return data, c
	}
	text, err := c.wide.NewDecoder().Bytes(data)
	if err != nil {
		return data, c
	}
	return text, c
}

// zeros reports whether most bytes at even (0) or odd (1) places are zero.
func zeros(data []byte, odd int) bool {
	n, all := 0, 0
	for i := odd; i < min(len(data), 4096); i += 2 {
		all++
		if data[i] == 0 {
			n++
		}
	}
	return n > 2 && n*2 > all
}

// encode writes the text as the file was written.
func (c coding) encode(text []byte) ([]byte, error) {
	if c.wide == nil {
		return append([]byte(c.mark), text...), nil
	}
	out, err := c.wide.NewEncoder().Bytes(text)
	return append([]byte(c.mark), out...), err
}

// old1252 is s in Windows-1252; a character that it lacks becomes a question
// mark.
func old1252(s string) string {
	var b strings.Builder
	for _, c := range s {
		if out, ok := charmap.Windows1252.EncodeRune(c); ok {
			b.WriteByte(out)
			continue
		}
		b.WriteByte('?')
	}
	return b.String()
}
