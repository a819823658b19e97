package annotate

import (
	"bytes"
	"slices"
	"strings"

	"dpmap/graph"
	"dpmap/graph/rules"
)

// withoutNotes takes our notes out of the parts that hold a sheet's.
func (b *book) withoutNotes(relations []relation) error {
	i := slices.IndexFunc(relations, func(r relation) bool { return r.kind == "comments" })
	if i < 0 {
		return nil
	}
	text, err := b.pack.read(relations[i].target)
	if err != nil {
		return err
	}
	out, gone, ok := withoutOurs(text)
	if !ok {
		return damaged("its part " + relations[i].target + " is damaged")
	}
	if bytes.Equal(out, text) {
		return nil
	}
	b.pack.set(relations[i].target, out)
	i = slices.IndexFunc(relations, func(r relation) bool { return r.kind == "vmlDrawing" })
	if i < 0 || len(gone) == 0 {
		return nil
	}
	boxes, err := b.pack.read(relations[i].target)
	if err != nil {
		return err
	}
	b.pack.set(relations[i].target, withoutBoxes(boxes, gone))
	return nil
}

// withoutOurs is a part of notes less what we wrote; gone are the cells of
// notes that said nothing else.
func withoutOurs(text []byte) (out []byte, gone []string, ok bool) {
	c := &comments{text: text}
	if !c.open() {
		return nil, nil, false
	}
	var edits []edit
	for _, ref := range c.cells {
		e := c.notes[ref]
		said, has := child(text, e, "text")
		if c.threads[ref] || !has {
			continue
		}
		whole := plainText(text, said)
		from, to := ourPart(whole)
		switch {
		case from == to:
		case strings.TrimSpace(whole[:from]+whole[to:]) == "":
			gone = append(gone, ref)
			edits = append(edits, edit{e.from, e.to, ""})
		default:
			edits = append(edits, cut(text, said, from, to)...)
		}
	}
	return apply(text, edits), gone, true
}

// ourPart bounds what we wrote in the text of a note, with the blank line above
// it. What somebody wrote beneath it is none of ours.
func ourPart(text string) (from, to int) {
	from = strings.Index("\n"+text, "\n"+noteHead)
	if from < 0 {
		return 0, 0
	}
	to = len(text)
	if end := strings.Index(text[from:], "\n\n"); end >= 0 {
		to = from + end
	}
	for strings.HasPrefix(text[to:], "\n\n") {
		para, _, _ := strings.Cut(text[to+2:], "\n\n")
		if !isItem(para) {
			break
		}
		to += 2 + len(para)
	}
	for n := 0; n < 2 && from > 0 && text[from-1] == '\n'; n++ {
		from--
	}
	return from, to
}

// isItem reports whether a paragraph of a note tells an item of ours.
func isItem(para string) bool {
	head, _, _ := strings.Cut(para, "\n")
	word, _, _ := strings.Cut(head, "  ")
	for _, w := range [...]string{rules.Critical.String(), rules.High.String(), rules.Medium.String(), rules.Low.String(), graph.RowNotUsed, graph.ValueNotUsed, graph.ToCheck} {
		if word == strings.ToUpper(w) {
			return true
		}
	}
	return strings.HasPrefix(para, "and ") && strings.Contains(para, moreWords)
}

// cut takes the bytes from:to of its plain text out of the runs of a note, each
// of which keeps its look; runs of which nothing is left go.
func cut(text []byte, said element, from, to int) []edit {
	var edits []edit
	pos := 0
	take := func(t, whole element) {
		s := unescape(string(text[t.inner:t.close]))
		a, b := max(0, min(len(s), from-pos)), max(0, min(len(s), to-pos))
		pos += len(s)
		switch {
		case a >= b:
		case b-a == len(s):
			edits = append(edits, edit{whole.from, whole.to, ""})
		default:
			edits = append(edits, edit{t.inner, t.close, escape(s[:a] + s[b:])})
		}
	}
	for _, part := range childrenOf(text, said) {
		switch part.name {
		case "t":
			take(part, part)
		case "r":
			if t, ok := child(text, part, "t"); ok {
				take(t, part)
			}
		}
	}
	return edits
}

// withoutBoxes is a part of boxes less those of some cells.
func withoutBoxes(text []byte, cells []string) []byte {
	var edits []edit
	for pos := 0; ; {
		n := bytes.Index(text[pos:], []byte("<v:shape "))
		if n < 0 {
			return apply(text, edits)
		}
		from := pos + n
		end := bytes.Index(text[from:], []byte("</v:shape>"))
		if end < 0 {
			return apply(text, edits)
		}
		pos = from + end + len("</v:shape>")
		for _, cell := range cells {
			if row, col := position(cell); isBoxOf(text[from:pos], row, col) {
				edits = append(edits, edit{from, pos, ""})
				break
			}
		}
	}
}
