package law

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// overlayFile is an overlay as rows. Which table it is for shows in its
// headings: a table of terms has "word", a table of instruments "id".
type overlayFile struct {
	terms bool
	rows  []row
}

// instrumentHeadings are those of adequacy.csv and mechanisms.csv: one overlay
// may hold rows for both.
func instrumentHeadings() []string {
	list := []string{"id", "regime"}
	for _, heading := range slices.Concat(factHeadings(adequacyTable), factHeadings(mechanismTable), []string{"verified", "source", "checked"}) {
		if !slices.Contains(list, heading) {
			list = append(list, heading)
		}
	}
	return list
}

// factHeadings are the headings of a table of instruments that say something
// of the law.
func factHeadings(table string) []string {
	if table == adequacyTable {
		return strings.Fields("name countries cite url from ends unsafe scope needs outside watch watch_from note")
	}
	return strings.Fields("name type cite url from ends contract_by stands_with unsafe tra not_public occasional watch note")
}

func termHeadings() []string { return strings.Fields("word group exact verified") }

func readOverlay(o Overlay, errs *[]error) overlayFile {
	whole := func(format string, args ...any) overlayFile {
		*errs = append(*errs, fmt.Errorf("%s: %s", o.File, fmt.Sprintf(format, args...)))
		return overlayFile{}
	}
	data := bytes.TrimPrefix(o.Data, []byte("\xef\xbb\xbf"))
	if !utf8.Valid(data) {
		return whole(`the file is not text in UTF-8; save it as "CSV UTF-8"`)
	}
	records, err := numbered(data)
	if parse := new(csv.ParseError); errors.As(err, &parse) {
		return whole("line %d is no row of a CSV file: %v; see that its quotes are in pairs", parse.Line, parse.Err)
	}
	if len(records) == 0 {
		return whole("the file is empty; its first row gives the headings, such as id, regime and ends")
	}
	head := records[0]
	index := map[string]int{}
	for n, cell := range head.cells {
		name := strings.ReplaceAll(strings.ToLower(cell), " ", "_")
		if _, ok := index[name]; ok && name != "" {
			return whole("the heading %q stands twice; keep one of the columns", cell)
		}
		index[name] = n
	}
	delete(index, "")
	f := overlayFile{}
	known, must := instrumentHeadings(), []string{"id", "regime"}
	if _, f.terms = index["word"]; f.terms {
		known, must = termHeadings(), []string{"word", "group"}
	}
	for _, heading := range must {
		if _, ok := index[heading]; !ok {
			return whole("there is no column %q; a table of instruments has id and regime, a table of terms word and group", heading)
		}
	}
	for n, cell := range head.cells {
		name := strings.ReplaceAll(strings.ToLower(cell), " ", "_")
		if index[name] == n && name != "" && !slices.Contains(known, name) {
			return whole("row %d: the heading %q is not known; use those of this table: %s", head.row, cell, strings.Join(known, ", "))
		}
	}
	for _, rec := range records[1:] {
		r := row{table: o.File, line: rec.row, index: index, cells: rec.cells, errs: errs, laid: true}
		if r.isClean() {
			f.rows = append(f.rows, r)
		}
	}
	return f
}

// isClean tells of cells without a heading and of control characters, which
// could steer a terminal.
func (r row) isClean() bool {
	clean := true
	for n, cell := range r.cells {
		heading := ""
		for h, at := range r.index {
			if at == n {
				heading = h
			}
		}
		switch {
		case heading == "" && cell != "":
			r.fault("%q stands in column %d, which has no heading; give it one or clear the cell", cell, n+1)
			clean = false
		case strings.ContainsFunc(cell, func(c rune) bool { return unicode.IsControl(c) || unicode.In(c, unicode.Cf) }):
			r.bad(heading, fmt.Sprintf("%q holds a line break or a character that cannot be seen", cell), "write it in one line of plain text")
			clean = false
		}
	}
	return clean
}

type record struct {
	row   int // as a spreadsheet numbers it
	cells []string
}

// numbered reads records and numbers them as a spreadsheet does: blank lines
// count, line breaks within a cell do not. Rows of blank cells are left out.
func numbered(data []byte) ([]record, error) {
	r := csv.NewReader(bytes.NewReader(data))
	r.FieldsPerRecord = -1
	var out []record
	row, ended := 0, 0
	for {
		cells, err := r.Read()
		if errors.Is(err, io.EOF) {
			return out, nil
		}
		if err != nil {
			return nil, err
		}
		line, _ := r.FieldPos(0)
		row += line - ended
		last := len(cells) - 1
		ended, _ = r.FieldPos(last)
		ended += strings.Count(cells[last], "\n")
		blank := true
		for n := range cells {
			cells[n] = strings.TrimSpace(cells[n])
			blank = blank && cells[n] == ""
		}
		if !blank {
			out = append(out, record{row, cells})
		}
	}
}
