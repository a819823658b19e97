package annotate

import (
	"fmt"
	"slices"
	"strings"
)

// former takes away what an earlier run put into the workbook: its notes, also
// those beneath a note of somebody else's, and their boxes. Its lists are
// noted, to be written anew. The look of a cell stays, since what it was
// before is recorded nowhere.
func (b *book) former() error {
	for i, s := range b.sheets {
		if s.part == "" {
			continue
		}
		isList, err := b.isList(s)
		if err != nil {
			return err
		}
		if b.sheets[i].isList = isList; isList {
			continue
		}
		relations, err := b.pack.relations(s.part)
		if err != nil {
			return err
		}
		if err := b.withoutNotes(relations); err != nil {
			return err
		}
	}
	return nil
}

// listTitle is what the first cell of the added sheet says.
const listTitle = "dpmap: what was found in this workbook"

// isList reports whether a sheet is the list of an earlier run: by its name and
// by what its first cell says, since anybody may call a sheet so.
func (b *book) isList(s tab) (bool, error) {
	if !strings.HasPrefix(strings.ToLower(s.name), sheetName) {
		return false, nil
	}
	w, err := openWorksheet(b.pack, s.part)
	if err != nil {
		return false, err
	}
	r, ok := w.row(1)
	if !ok {
		return false, nil
	}
	cells := w.cells(r)
	if len(cells) == 0 || cells[0].col != 1 {
		return false, nil
	}
	text, err := b.cellText(w, cells[0])
	return text == listTitle, err
}

// cellText is the text of a cell, which may stand in the table of texts that
// the sheets share; "" where it holds none.
func (b *book) cellText(w *worksheet, c gridCell) (string, error) {
	kind, _ := attr(w.text, c.element, "t")
	if is, ok := child(w.text, c.element, "is"); ok {
		return plainText(w.text, is), nil
	}
	v, ok := child(w.text, c.element, "v")
	if !ok || kind != "s" {
		return "", nil
	}
	relations, err := b.pack.relations(b.part)
	if err != nil {
		return "", err
	}
	i := slices.IndexFunc(relations, func(r relation) bool { return r.kind == "sharedStrings" })
	if i < 0 {
		return "", nil
	}
	text, err := b.pack.read(relations[i].target)
	if err != nil {
		return "", err
	}
	root, ok := rootOf(text)
	if !ok {
		return "", nil
	}
	all := childrenOf(text, root)
	n := 0
	if _, err := fmt.Sscan(string(w.text[v.inner:v.close]), &n); err != nil || n < 0 || n >= len(all) {
		return "", nil
	}
	return plainText(text, all[n]), nil
}
