package sheet

import (
	"io"
	"iter"
	"slices"
	"strings"
)

// odsReader reads the tables of an OpenDocument spreadsheet, which all stand
// in one part.
type odsReader struct {
	limits Limits
	s      *scanner
	hidden map[string]bool // the styles of sheets that are not shown

	tables   int
	sheet    string // where the reader stands, for errors
	row, col int
	cells    []Cell
	text     []byte
	space    bool // a blank that comes next is a space
	merges   []Range
}

const odsContent = "content.xml"

// openODS describes the sheets. It scans all of the part, so that damage
// anywhere shows at once, and keeps the rows of what is not large: all sheets
// stand in one part, and to scan that again for each of many would take minutes.
func openODS(name string, p *pack, limits Limits) (*Workbook, *Error) {
	if p.encryptedODS() {
		return nil, asError(name, &fault{"is protected by a password", "open it in LibreOffice, save a copy without a password, and delete the copy when you are done"})
	}
	w := &Workbook{Name: name, Format: "ods"}
	r, kept := &odsReader{limits: limits}, odsKept{}
	_, err := r.read(p, func(s *Sheet) (func(Row) bool, bool) {
		w.Sheets = append(w.Sheets, s)
		return kept.table(), false
	})
	if err != nil {
		return nil, r.place(name, err)
	}
	for i, s := range w.Sheets {
		if s.rows = kept.rows(i); s.rows == nil {
			s.rows = odsRows(name, p, limits, i)
		}
	}
	if again := int64(len(w.Sheets) - kept.whole()); again*p.size(odsContent) > maxScan {
		return nil, asError(name, &fault{"has too many large sheets for this format", "open it in LibreOffice or Excel and save it as .xlsx"})
	}
	if len(w.Sheets) == 0 {
		return nil, asError(name, &fault{"has no sheet with cells", "check that it is the right file"})
	}
	return w, nil
}

// encryptedODS reports whether the list of parts says how they are encrypted.
func (p *pack) encryptedODS() bool {
	const manifest = "META-INF/manifest.xml"
	if !p.has(manifest) {
		return false
	}
	r, err := p.open(manifest)
	if err != nil {
		return false
	}
	defer r.Close()
	b, _ := io.ReadAll(io.LimitReader(r, 1<<20))
	return strings.Contains(string(b), "encryption-data")
}

// odsRows reads the table with that index.
func odsRows(file string, p *pack, limits Limits, index int) iter.Seq2[Row, error] {
	return func(yield func(Row, error) bool) {
		r := &odsReader{limits: limits}
		n := -1
		stopped, err := r.read(p, func(*Sheet) (func(Row) bool, bool) {
			if n++; n != index {
				return nil, false
			}
			return func(row Row) bool { return yield(row, nil) }, true
		})
		if err != nil && !stopped {
			yield(Row{}, r.place(file, err))
		}
	}
}

func (r *odsReader) place(file string, err error) *Error {
	e := asError(file, err)
	e.Sheet, e.Row, e.Col = r.sheet, r.row, r.col
	return e
}

// odsVisit is asked of each table what to do with its rows, nil being to check
// them only, and whether to stop behind it.
type odsVisit func(*Sheet) (yield func(Row) bool, last bool)

// read goes through the part.
func (r *odsReader) read(p *pack, table odsVisit) (stopped bool, err error) {
	s, c, err := p.scan(odsContent)
	if err != nil {
		return false, err
	}
	defer c.Close()
	r.s, r.hidden = s, map[string]bool{}
	if _, err := s.next(); err != nil {
		return false, err
	}
	if !s.is("document-content") {
		return false, wrongRoot(odsContent, "document-content")
	}
	style, inside := "", false
	for {
		t, err := s.next()
		switch {
		case err != nil || t == eofToken:
			return false, err
		case t == endToken && s.is("spreadsheet"):
			inside = false
		case t != startToken:
			continue
		case s.is("spreadsheet"):
			inside = true
		case s.is("style"):
			style = r.main("name")
		case s.is("table-properties"):
			if r.main("display") == "false" && len(r.hidden) < maxSheets {
				r.hidden[style] = true
			}
		case inside && s.is("table"):
			if r.tables++; r.tables > maxSheets {
				return false, tooMany("sheets", maxSheets)
			}
			if stopped, err := r.table(table); stopped || err != nil {
				return stopped, err
			}
		case inside:
			if err := s.skip(); err != nil {
				return false, err
			}
		}
	}
}

// main is the value of an attribute whose prefix stands for one of the main
// namespaces: extensions have attributes of the same names.
func (r *odsReader) main(local string) string {
	for _, a := range r.s.attrs {
		if string(a.local) != local {
			continue
		}
		if main, _ := r.s.bindings.lookup(a.prefix); main {
			return string(a.value)
		}
	}
	return ""
}

// table reads the table whose start was just returned.
func (r *odsReader) table(visit odsVisit) (stopped bool, err error) {
	sheet := &Sheet{Name: clean(r.main("name")), Hidden: r.hidden[r.main("style-name")]}
	r.sheet, r.row, r.col, r.merges = sheet.Name, 0, 0, nil
	yield, last := visit(sheet)
	if stopped, err := r.rows(yield); stopped || err != nil {
		return stopped, err
	}
	if cell, found := overlapping(r.merges); found {
		return false, damaged("two merged ranges share the cell " + cell)
	}
	sheet.Merges = slices.Clone(r.merges)
	r.sheet, r.row, r.col = "", 0, 0
	return last, nil
}

// rows reads rows, and groups of rows, to the end of their element.
func (r *odsReader) rows(yield func(Row) bool) (stopped bool, err error) {
	for {
		t, err := r.s.next()
		switch {
		case err != nil || t == endToken:
			return false, err
		case t == textToken:
			if !blankBytes(r.s.text) {
				return false, damaged("a text stands between its rows")
			}
			continue
		}
		switch {
		case r.s.is("table-row"):
			stopped, err = r.tableRow(yield)
		case r.s.is("table-row-group"), r.s.is("table-rows"), r.s.is("table-header-rows"):
			stopped, err = r.rows(yield)
		default: // columns, shapes, forms
			err = r.s.skip()
		}
		if stopped || err != nil {
			return stopped, err
		}
	}
}
