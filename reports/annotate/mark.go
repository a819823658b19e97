package annotate

import (
	"slices"
	"strings"
)

// mark highlights every cell that an open item is about and gives it a note.
func (b *book) mark(list []item, file, asAt, listed string) (Done, error) {
	var done Done
	bySheet := map[string][]int{}
	var order []tab
	for i := range list {
		if !list[i].open {
			continue
		}
		s, ok := b.find(list[i].at.Sheet)
		if !ok || list[i].at.File != file || list[i].at.Row == 0 {
			done.Elsewhere++
			continue
		}
		if len(bySheet[s.part]) == 0 {
			order = append(order, s)
		}
		bySheet[s.part] = append(bySheet[s.part], i)
		done.Items++
	}
	for _, s := range order {
		w, err := openWorksheet(b.pack, s.part)
		if err != nil {
			return done, err
		}
		marks := w.gather(list, bySheet[s.part], s.name)
		done.Cells += len(marks)
		w.highlight(marks, b.styles)
		if err := b.annotate(w, marks, list, asAt, listed); err != nil {
			return done, err
		}
	}
	return done, nil
}

// gather puts the items of a sheet together by cell, in their order.
func (w *worksheet) gather(list []item, indexes []int, sheet string) []mark {
	var marks []mark
	seen := map[[2]int]int{}
	for _, i := range indexes {
		row, col := w.place(list[i].at)
		list[i].place = "'" + strings.ReplaceAll(sheet, "'", "''") + "'!" + at(row, col)
		n, ok := seen[[2]int{row, col}]
		if !ok {
			n = len(marks)
			seen[[2]int{row, col}] = n
			marks = append(marks, mark{row: row, col: col, look: list[i].look})
		}
		marks[n].look = graver(marks[n].look, list[i].look)
		marks[n].items = append(marks[n].items, i)
	}
	return marks
}

// maxNotes is how many notes of ours a workbook gets. What lacks one is still
// highlighted and listed.
const maxNotes = 30000

// annotate adds the notes of a sheet.
func (b *book) annotate(w *worksheet, marks []mark, list []item, asAt, listed string) error {
	relations, err := b.pack.relations(w.part)
	if err != nil {
		return err
	}
	texts, err := openComments(b.pack, relations, b.space)
	if err != nil {
		return err
	}
	boxes, err := openDrawing(b.pack, w, relations)
	if err != nil {
		return err
	}
	if boxes.isNew { // some programs write notes without boxes, which others do not show
		for _, cell := range texts.cells {
			if row, col := position(cell); row > 0 && col > 0 {
				boxes.box(row, col, w.anchor(row, col, texts.textAt(cell)))
			}
		}
	}
	slices.SortStableFunc(marks, func(x, y mark) int { return (x.row-y.row)<<15 + x.col - y.col })
	for _, k := range marks {
		if why := b.note(w, texts, boxes, k, list, asAt, listed); why != "" {
			k.without(list, why)
		}
	}
	return b.saveNotes(w, texts, boxes)
}

// note puts what a mark's items say beneath what its cell's note says already,
// or tells why the cell gets none.
func (b *book) note(w *worksheet, texts *comments, boxes *drawing, k mark, list []item, asAt, listed string) (whyNot string) {
	cell := at(k.row, k.col)
	switch {
	case b.notes == maxNotes:
		return "a workbook with more of them would be slow to open"
	case texts.threads[cell]:
		return "the cell has a thread of comments"
	}
	var about []item
	for _, i := range k.items {
		about = append(about, list[i])
	}
	before := texts.textAt(cell)
	runs := noteOf(about, asAt, listed, maxNote-units(before)-2)
	if units(before)+2+units(textOf(runs)) > maxNote {
		return "the cell's own note is full"
	}
	b.notes++
	texts.say(cell, runs)
	anchor := w.anchor(k.row, k.col, before+"\n\n"+textOf(runs))
	if before == "" || !boxes.resize(k.row, k.col, anchor) {
		boxes.box(k.row, k.col, anchor)
	}
	return ""
}

// without says why the mark's cell gets no note.
func (k mark) without(list []item, why string) {
	for _, i := range k.items {
		list[i].noNote = why
	}
}

// saveNotes puts the parts of a sheet back and ties new ones to it.
func (b *book) saveNotes(w *worksheet, texts *comments, boxes *drawing) error {
	b.pack.set(texts.part, texts.bytes())
	b.pack.set(boxes.part, boxes.bytes())
	if texts.isNew {
		if err := b.pack.declare(texts.part, "", "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"); err != nil {
			return err
		}
		if _, err := b.pack.relate(w.part, b.base+"comments", texts.part); err != nil {
			return err
		}
	}
	if boxes.isNew {
		if err := b.pack.declare("", "vml", "application/vnd.openxmlformats-officedocument.vmlDrawing"); err != nil {
			return err
		}
		id, err := b.pack.relate(w.part, b.base+"vmlDrawing", boxes.part)
		if err != nil {
			return err
		}
		w.tie(id, b.base)
	}
	b.pack.set(w.part, apply(w.text, w.edits))
	return nil
}

// afterNotes are the elements of a sheet that come behind the tie to its notes.
var afterNotes = []string{"legacyDrawingHF", "drawingHF", "picture", "oleObjects", "controls", "webPublishItems", "tableParts", "extLst", "AlternateContent"}

// tie makes the sheet refer to the boxes of its notes.
func (w *worksheet) tie(id, base string) {
	text := "<" + w.prefix + `legacyDrawing xmlns:r="` + base[:len(base)-1] + `" r:id="` + id + `"/>`
	for _, e := range w.top {
		if e.from > w.data.from && slices.Contains(afterNotes, e.name) {
			w.edits = append(w.edits, edit{e.from, e.from, text})
			return
		}
	}
	w.edits = append(w.edits, insertEnd(w.text, w.root, text))
}
