package sheet

import (
	"path/filepath"
	"strings"
)

// Open recognises the format by content, not by name, and describes the
// sheets. It keeps data until the workbook is closed and does not change it.
// The error is a *Error that says what the file is and what to do; damage
// inside a sheet may show only when its rows are read.
func Open(name string, data []byte, limits Limits) (*Workbook, error) {
	limits = limits.orDefault()
	w, err := open(name, data, limits)
	if err != nil {
		return nil, err
	}
	return w, nil
}

func open(name string, data []byte, limits Limits) (*Workbook, *Error) {
	if f := refuse(name, data); f != nil {
		return nil, asError(name, f)
	}
	if isZip(data) {
		return openZip(name, data, limits)
	}
	if ext := extension(name); strings.HasPrefix(ext, "xl") || ext == "ods" {
		return nil, asError(name, &fault{"is named ." + ext + " but holds plain text (CSV)", "rename it so that its name ends in .csv"})
	}
	return openCSV(name, data, limits)
}

// openZip recognises what is in a package.
func openZip(name string, data []byte, limits Limits) (*Workbook, *Error) {
	p, err := openPack(data, limits)
	if err != nil {
		return nil, asError(name, err)
	}
	if f := p.refuse(); f != nil {
		return nil, asError(name, f)
	}
	if strings.HasPrefix(p.mimetype(), odsType) {
		return openODS(name, p, limits)
	}
	return openXLSX(name, p, limits)
}

// openXLSX describes the sheets of a workbook.
func openXLSX(name string, p *pack, limits Limits) (*Workbook, *Error) {
	b, err := openBook(name, p, limits)
	if err != nil {
		return nil, asError(name, err)
	}
	w := &Workbook{Name: name, Format: "xlsx"}
	for _, part := range b.sheets {
		s := &Sheet{Name: part.name, Hidden: part.hidden}
		if s.Merges, err = b.mergesOf(part.part); err == nil {
			if cell, found := overlapping(s.Merges); found {
				err = damaged("two merged ranges share the cell " + cell)
			}
		}
		if err != nil {
			e := asError(name, err)
			e.Sheet = s.Name
			return nil, e
		}
		s.rows = b.rowsOf(s, part.part)
		w.Sheets = append(w.Sheets, s)
	}
	return w, nil
}

// extension is the name's ending in lower case, without the point.
func extension(name string) string {
	return strings.TrimPrefix(strings.ToLower(filepath.Ext(name)), ".")
}
