package importers

import (
	"slices"
	"strings"

	"dpmap/graph"
	"dpmap/importers/column"
	"dpmap/importers/words"
)

// contactBlock is a block above a table that gives the names and addresses of
// the controller, its officer and its representative side by side.
type contactBlock struct {
	titles []blockTitle // of the last row of titles
}

type blockTitle struct {
	col  int
	what graph.Field // controller, dpo, representative
	text string
}

// blockTitles are the titles of a contact block.
var blockTitles = map[string]graph.Field{
	"controller": "controller", "data controller": "controller", "processor": "controller", "data processor": "controller",
	"data protection officer": graph.FieldDPO, "dpo": graph.FieldDPO, "representative": "representative", "organisation": "controller",
}

// blockLabels are the names of the values in a contact block.
var blockLabels = []string{"name", "address", "email", "telephone", "phone", "e mail", "post", "postal address", "email address", "telephone number", "name and contact details"}

// contact reads a line above a table's headings: one name and its value, or a
// line of a contact block.
func (t *tableReader) contact(l *line) {
	var cells []value
	for _, v := range l.cells {
		if v.text != "" && !v.merged {
			cells = append(cells, v)
		}
	}
	if titles := titlesIn(cells); titles != nil {
		t.block.titles = titles
		return
	}
	if t.block.titles != nil && len(cells) > 0 && slices.Contains(blockLabels, label(cells[0].text)) {
		t.blockLine(l, cells)
		return
	}
	if len(cells) != 2 {
		return
	}
	name, text := cells[0], cells[1]
	field, how := column.HeadingTable()["register"].Match(strings.TrimRight(name.text, ": "))
	if field == "" || field == graph.FieldNotes || how == column.BySpelling {
		return
	}
	if field == "controller" {
		t.ownController(text.text)
	}
	t.s.owner.set(field, name.text, graph.Value{Text: text.text, At: t.s.ref(l.number, text, name.text)})
}

func label(text string) string {
	return words.Fold(words.WithoutBrackets(strings.TrimRight(text, ": ")))
}

// titlesIn are the titles of a contact block, where the line holds nothing else.
func titlesIn(cells []value) []blockTitle {
	var out []blockTitle
	for _, c := range cells {
		what, ok := blockTitles[label(c.text)]
		if !ok {
			return nil
		}
		out = append(out, blockTitle{c.col, what, c.text})
	}
	return out
}

// blockLine reads names and values that stand under the titles of a block.
func (t *tableReader) blockLine(l *line, cells []value) {
	for i := 0; i+1 < len(cells); i++ {
		name, text := cells[i], cells[i+1]
		if !slices.Contains(blockLabels, label(name.text)) || slices.Contains(blockLabels, label(text.text)) {
			continue
		}
		title := t.block.titles[0]
		for _, b := range t.block.titles {
			if b.col <= name.col {
				title = b
			}
		}
		what, heading := title.what, title.text+": "+name.text
		if label(name.text) != "name" && label(name.text) != "name and contact details" {
			what = "" // kept among the register's other details, but for the controller's
			if title.what == "controller" {
				what, _ = column.HeadingTable()["register"].Match(strings.TrimRight(name.text, ": "))
			}
		}
		if what == "controller" {
			t.ownController(text.text)
		}
		t.s.owner.set(what, heading, graph.Value{Text: text.text, At: t.s.ref(l.number, text, heading)})
		i++
	}
}
