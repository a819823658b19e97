// Package annotate gives a user's own register back with the findings at their
// cells: a workbook with highlighted cells, a note on each and one sheet that
// lists them, or a CSV with one more column.
//
// A workbook is changed as a package of parts, by putting text into the parts
// that need it and copying all else as it is packed. The usual library rewrites
// the sheets, notes and styles that it touches, and drops there what it does not
// know; a register that comes back from a checking tool must be the same one.
package annotate

import (
	"bytes"
	"errors"
	"io"
	"strings"

	"dpmap/reports"
)

// Done tells what was marked.
type Done struct {
	Cells     int // that bear a highlight, or rows of a CSV
	Items     int // findings and problems that they tell
	Elsewhere int // open ones that have no cell in this file
}

// sheetName is the tab that lists everything.
const sheetName = "dpmap findings"

// Write writes file, whose bytes are data, to w with the findings and problems
// of r at their cells. The error is a *Refusal where the file cannot be
// annotated; nothing is written then. The same report and data give the same
// bytes.
func Write(w io.Writer, r *reports.Report, file string, data []byte) (Done, error) {
	if r == nil || r.Result == nil || r.Result.Map == nil || r.Result.Book == nil {
		return Done{}, errors.New("annotating needs a map and the law it was judged by")
	}
	if !bytes.HasPrefix(data, []byte("PK")) {
		return writeCSV(w, r, file, data)
	}
	return writeWorkbook(w, r, file, data)
}

// asAt is the day of the law that the copy is judged by, and what is supposed
// to have fallen: every note says both.
func asAt(r *reports.Report) string {
	day := r.Result.Book.AsAt().Long()
	if fallen := r.Result.Book.Without(); len(fallen) > 0 {
		day += " (a supposition: as if fallen: " + strings.Join(fallen, ", ") + ")"
	}
	return day
}

func writeWorkbook(w io.Writer, r *reports.Report, file string, data []byte) (Done, error) {
	b, err := openBook(data)
	if err != nil {
		return Done{}, err
	}
	if err := b.former(); err != nil {
		return Done{}, err
	}
	list := items(r)
	name := b.listName(sheetName)
	done, err := b.mark(list, file, asAt(r), name)
	if err != nil {
		return Done{}, err
	}
	if err := b.setList(name, b.listing(list, file, r, done)); err != nil {
		return Done{}, err
	}
	if err := b.saveStyles(); err != nil {
		return Done{}, err
	}
	var out bytes.Buffer
	if err := b.pack.write(&out); err != nil {
		return Done{}, err
	}
	_, err = w.Write(out.Bytes())
	return done, err
}
