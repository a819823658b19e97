package importers

import (
	"slices"
	"strings"

	"dpmap/graph"
	"dpmap/graph/law"
	"dpmap/importers/cell"
)

// registry holds the parties met so far and knows them by every name.
type registry struct {
	book    *law.Book
	parties []graph.Party
	byKey   map[string]int // by NameKey of names and aliases
	forms   map[int]string // the legal form that a party's names have
	byBody  map[string]int // by ID of a well-known body that is one legal person
	home    string         // the country where the register is kept
	entered map[int]bool   // those with an entry on a sheet of organisations
	merged  []merge        // names that are another's by the table of bodies or an abbreviation
}

// merge is a name that was taken for a party that goes by another.
type merge struct {
	party int
	name  string
}

func newRegistry(book *law.Book) *registry {
	return &registry{book: book, home: "GB", byKey: map[string]int{}, forms: map[int]string{}, byBody: map[string]int{}, entered: map[int]bool{}}
}

// find is the party that goes by a name, -1 when none does.
func (g *registry) find(name string) int {
	if i, ok := g.called(name); ok {
		return i
	}
	full, short, ok := abbreviated(name)
	if ok {
		if i, known := g.called(full); known {
			return i
		}
		if i, known := g.called(short); known && !g.otherEntity(i, full, short) {
			return i
		}
	}
	if b, known := g.body(name); known && !b.Generic {
		if i, met := g.byBody[b.ID]; met {
			return i
		}
	}
	return -1
}

// otherEntity reports whether a short name that two parties share tells nothing of
// them: "Amazon Web Services, Inc. (AWS)" and "Amazon Web Services Australia Pty Ltd
// (AWS)" are two legal persons.
func (g *registry) otherEntity(i int, full, short string) bool {
	was, _, _ := abbreviated(g.parties[i].Name)
	return (cell.FormOf(full) != "" || cell.FormOf(was) != "") && cell.NameKey(was) != cell.NameKey(full) && cell.NameKey(was) != cell.NameKey(short)
}

// meet is the party of that name; one that was not met before joins the
// registry. A name that differs from the first is kept as an alias.
func (g *registry) meet(name string, at graph.Ref) int {
	i := g.find(name)
	if i < 0 {
		return g.add(name, at)
	}
	if _, known := g.called(name); !known {
		g.merged = append(g.merged, merge{i, name})
	}
	g.alias(i, name)
	return i
}

// add makes a party of a name even if a well-known body already goes by
// another of its names.
func (g *registry) add(name string, at graph.Ref) int {
	i := len(g.parties)
	p := graph.Party{Name: name, At: at}
	g.parties = append(g.parties, p)
	g.index(i, name)
	if full, short, ok := abbreviated(name); ok {
		g.index(i, full)
		g.index(i, short)
	}
	if b, known := g.body(name); known && !b.Generic {
		if _, met := g.byBody[b.ID]; !met {
			g.byBody[b.ID] = i
		}
	}
	return i
}

func (g *registry) index(i int, name string) {
	key, form := cell.NameKey(name), cell.FormOf(name)
	if key == "" {
		return
	}
	for _, k := range []string{key, key + " " + form} {
		if _, taken := g.byKey[k]; !taken {
			g.byKey[k] = i
		}
	}
	if g.forms[i] == "" {
		g.forms[i] = form
	}
}

// called is the party that has a name. "Acme Ltd" and "Acme" are one, "Acme Ltd"
// and "Acme Inc" are two legal persons, however alike.
func (g *registry) called(name string) (int, bool) {
	key, form := cell.NameKey(name), cell.FormOf(name)
	if form != "" {
		if i, ok := g.byKey[key+" "+form]; ok {
			return i, true
		}
	}
	i, ok := g.byKey[key]
	if !ok || form != "" && g.forms[i] != "" && g.forms[i] != form {
		return -1, false
	}
	return i, true
}

func (g *registry) alias(i int, name string) {
	p := &g.parties[i]
	g.index(i, name)
	if cell.NameKey(p.Name) == cell.NameKey(name) {
		return
	}
	if !slices.ContainsFunc(p.Aliases, func(a string) bool { return cell.NameKey(a) == cell.NameKey(name) }) {
		p.Aliases = append(p.Aliases, name)
	}
}

// body is the well-known body that a name means, with or without a remark.
func (g *registry) body(name string) (law.Body, bool) {
	if isDoubtedName(name) || isAbroadName(name) {
		return law.Body{}, false
	}
	if b, ok := g.plainBody(name); ok {
		m := trailingBracket.FindStringSubmatch(strings.TrimSpace(name))
		if m != nil && namesTool(b, m[2]) {
			return law.Body{}, false
		}
		return b, true
	}
	if endsAsFirm(name) {
		return law.Body{}, false // whatever trade stands before it
	}
	if b, ok := g.remarked(name); ok {
		return b, true
	}
	if b, ok := g.named(name); ok {
		return b, true
	}
	return g.ofDepartment(name)
}

// endsAsFirm reports whether a name, or the bracket at its end, ends with the legal
// form of a firm: "Occupational therapist - Handsfree Ltd".
func endsAsFirm(name string) bool {
	if cell.FormOf(name) != "" {
		return true
	}
	m := trailingBracket.FindStringSubmatch(strings.TrimSpace(name))
	return m != nil && cell.FormOf(m[2]) != ""
}

func (g *registry) plainBody(name string) (law.Body, bool) {
	if b, ok := g.book.FindBody(name); ok {
		return b, true
	}
	if full, short, ok := abbreviated(name); ok {
		if b, ok := g.book.FindBody(full); ok {
			return b, true
		}
		return g.book.FindBody(short)
	}
	if whole := inFull(name); whole != "" {
		return g.book.FindBody(whole)
	}
	return law.Body{}, false
}

// isOne reports whether a name is that of one organisation and not of a kind:
// a party that has an entry of its own, or a specific body of the table.
func (g *registry) isOne(name string) bool {
	if i, ok := g.called(name); ok && g.entered[i] {
		return true
	}
	b, ok := g.body(name)
	return ok && !b.Generic
}

// isKnown reports whether a name is that of a party or of a well-known body.
func (g *registry) isKnown(name string) bool {
	if g.find(name) >= 0 {
		return true
	}
	_, ok := g.body(name)
	return ok
}

// isNamed reports whether a text is the name of a party or of a well-known body
// and nothing beside it.
func (g *registry) isNamed(name string) bool {
	if _, ok := g.called(name); ok {
		return true
	}
	_, ok := g.plainBody(name)
	return ok
}

// generic is the party that was first met as a kind of body, for names in
// running text ("an awarding body"); -1 when none was.
func (g *registry) generic(b law.Body) int {
	if b.ID == "" {
		return -1
	}
	if i, ok := g.byBody[b.ID]; ok {
		return i
	}
	for i := range g.parties {
		if other, ok := g.body(g.parties[i].Name); ok && other.ID == b.ID {
			return i
		}
	}
	return -1
}
