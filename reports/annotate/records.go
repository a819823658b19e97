package annotate

import (
	"bytes"
	"strings"

	"dpmap/graph"
)

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
		rec := f.record(pos, nil)
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

// record is the record that begins at from; each, where it is given, gets the
// bounds of its cells. A quotation mark opens a quoted cell only at its start.
func (f csvFile) record(from int, each func(from, to int)) record {
	rec := record{from: from, cells: 1}
	state := atStart
	pos, cell := from, from
	ends := func() {
		if each != nil {
			each(cell, pos)
		}
		cell = pos + 1
	}
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
			ends()
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
	ends()
	rec.to = pos
	if len(bytes.TrimSpace(f.text[rec.from:rec.to])) == 0 {
		rec.cells = 0
	}
	return rec
}

// cells are the texts of a record's cells.
func (f csvFile) cells(rec record) []string {
	var out []string
	f.record(rec.from, func(from, to int) { out = append(out, plainCell(f.text[from:to])) })
	return out
}

// bounds are where a cell of a record stands in the text.
func (f csvFile) bounds(rec record, col int) (from, to int) {
	n := 0
	f.record(rec.from, func(a, b int) {
		if n++; n == col {
			from, to = a, b
		}
	})
	return from, to
}

// plainCell is the text of a cell, without the marks that quote it.
func plainCell(written []byte) string {
	if bare := bytes.Trim(written, " "); len(bare) > 1 && bare[0] == '"' && bare[len(bare)-1] == '"' {
		return strings.ReplaceAll(string(bare[1:len(bare)-1]), `""`, `"`)
	}
	return string(written)
}
