package annotate

import (
	"slices"
	"strconv"
	"strings"
)

// comments is the part that holds the texts of a sheet's notes.
type comments struct {
	part    string // "" when it is new
	text    []byte
	prefix  string
	authors element
	list    element
	notes   map[string]element // by cell
	cells   []string           // that have one, in the part's order
	threads map[string]bool    // cells whose note stands for a thread of comments
	edits   []edit
	fresh   strings.Builder
	author  int // the id of ours
	isNew   bool
}

// openComments opens a sheet's notes, or begins some.
func openComments(p *pack, relations []relation, space string) (*comments, error) {
	c := &comments{}
	i := slices.IndexFunc(relations, func(r relation) bool { return r.kind == "comments" })
	if i >= 0 {
		c.part = relations[i].target
		var err error
		if c.text, err = p.read(c.part); err != nil {
			return nil, err
		}
	} else {
		c.isNew = true
		c.part = p.free("xl/comments%d.xml")
		c.text = []byte(xmlHead + `<comments xmlns="` + space + `"><authors></authors><commentList></commentList></comments>`)
	}
	if !c.open() {
		return nil, damaged("its part " + c.part + " is damaged")
	}
	names := c.names()
	c.author = slices.Index(names, author)
	if c.author < 0 {
		c.author = len(names)
		c.edits = append(c.edits, insertEnd(c.text, c.authors, "<"+c.prefix+"author>"+author+"</"+c.prefix+"author>"))
	}
	return c, nil
}

// open reads the part's text, and reports whether it is one of notes.
func (c *comments) open() bool {
	c.notes, c.threads = map[string]element{}, map[string]bool{}
	root, ok := rootOf(c.text)
	if ok {
		c.prefix = prefixOf(c.text, root)
		c.authors, ok = child(c.text, root, "authors")
	}
	if ok {
		c.list, ok = child(c.text, root, "commentList")
	}
	if !ok {
		return false
	}
	names := c.names()
	for _, e := range childrenOf(c.text, c.list) {
		ref, _ := attr(c.text, e, "ref")
		ref = strings.ReplaceAll(ref, "$", "")
		c.notes[ref] = e
		c.cells = append(c.cells, ref)
		if by := number(c.text, e, "authorId"); by >= 0 && by < len(names) {
			c.threads[ref] = strings.HasPrefix(names[by], "tc=")
		}
	}
	return true
}

// names are the authors, in the order of their ids.
func (c *comments) names() []string {
	var names []string
	for _, e := range childrenOf(c.text, c.authors) {
		names = append(names, unescape(string(c.text[e.inner:e.close])))
	}
	return names
}

// textAt is the text of the note that a cell has.
func (c *comments) textAt(cell string) string {
	e, ok := c.notes[cell]
	if !ok {
		return ""
	}
	text, _ := child(c.text, e, "text")
	return plainText(c.text, text)
}

// plainText joins the texts within an element, less those of phonetic runs.
func plainText(part []byte, e element) string {
	var b strings.Builder
	for _, c := range childrenOf(part, e) {
		switch c.name {
		case "t":
			b.WriteString(unescape(string(part[c.inner:c.close])))
		case "r":
			b.WriteString(plainText(part, c))
		}
	}
	return b.String()
}

// say adds a note, or ours beneath the text of the note that the cell has,
// whose author stays.
func (c *comments) say(cell string, runs []run) {
	e, ok := c.notes[cell]
	if !ok {
		p := c.prefix
		c.fresh.WriteString("<" + p + `comment ref="` + cell + `" authorId="` + strconv.Itoa(c.author) + `"><` + p + "text>" +
			runsXML(p, runs) + "</" + p + "text></" + p + "comment>")
		return
	}
	ours := runsXML(c.prefix, append([]run{{"\n\n", false}}, runs...))
	text, ok := child(c.text, e, "text")
	if !ok {
		c.edits = append(c.edits, insertEnd(c.text, e, "<"+c.prefix+"text>"+ours+"</"+c.prefix+"text>"))
		return
	}
	// A text without runs becomes one: programs show either a plain text or runs.
	parts := childrenOf(c.text, text)
	end := -1
	for _, part := range parts {
		switch part.name {
		case "t":
			c.edits = append(c.edits, edit{part.from, part.from, "<" + c.prefix + "r>"}, edit{part.to, part.to, "</" + c.prefix + "r>" + ours})
			return
		case "r":
			end = part.to
		}
	}
	if end < 0 {
		c.edits = append(c.edits, insertEnd(c.text, text, ours))
		return
	}
	c.edits = append(c.edits, edit{end, end, ours})
}

// bytes is the part with what was added.
func (c *comments) bytes() []byte {
	if c.fresh.Len() > 0 {
		c.edits = append(c.edits, insertEnd(c.text, c.list, c.fresh.String()))
	}
	return apply(c.text, c.edits)
}
