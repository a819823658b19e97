package column

import (
	_ "embed"
	"slices"
	"strings"
	"sync"

	"dpmap/graph"
	"dpmap/importers/lazyre"
	"dpmap/importers/words"
)

// headingsCSV holds the headings that each field goes by: what the rows of the
// sheet are, the field, the headings, its own name first.
//
//go:embed data/headings.csv
var headingsCSV []byte

// How a heading was recognised.
const (
	ByOption   = "--heading" // the user said so
	ByWords    = "words"     // words in it; said to the reader
	ByHeading  = "heading"   // the field's own name
	BySynonym  = "synonym"   // another name of it
	BySpelling = "spelling"  // a name misspelt
	ByLikely   = "likely"    // a name that other columns go by as well; said to the reader
	ByContents = "contents"  // what its cells hold; said to the reader
	ByPosition = "position"  // where it stands among the others; said to the reader
)

// inherits names the scope whose headings another one has as well.
var inherits = []struct{ scope, from string }{{"supplier", "flow"}, {"subprocessor", "flow"}}

// Headings is the table for one scope, by folded heading.
type Headings struct {
	field map[string]graph.Field
	own   map[string]bool // the field's own name
	order []string        // folded headings in table order
	loose map[string]graph.Field
	plain map[string]graph.Field // by plain words
	sizes [][]spelt              // the headings that can be met misspelt, by length
	asks  []*[2]questions        // those that go by many wordings, and the same in plain words
}

// of is the field of a folded heading.
func (h Headings) of(folded string) (graph.Field, bool) {
	if field, ok := h.field[folded]; ok {
		return field, true
	}
	return h.asked(folded, 0)
}

// asked is the field of a heading of many wordings, as they are (0) or in plain words
// (1).
func (h Headings) asked(folded string, plain int) (graph.Field, bool) {
	for _, q := range h.asks {
		if field, ok := q[plain].field(folded); ok {
			return field, true
		}
	}
	return "", false
}

// looseMark ends the scope of headings that often mean a field and sometimes
// another: they count for less, and give way to what their cells hold.
const looseMark = "?"

// HeadingRow is a row of the table of headings.
type HeadingRow struct {
	Scope string
	Loose bool // they often mean the field and sometimes another
	Field graph.Field
	Names []string
}

// HeadingRows are the rows of that table.
var HeadingRows = sync.OnceValue(func() []HeadingRow {
	var out []HeadingRow
	for _, row := range words.Table(headingsCSV, 3) {
		scope, loose := strings.CutSuffix(row[0], looseMark)
		out = append(out, HeadingRow{scope, loose, graph.Field(row[1]), strings.Split(row[2], "|")})
	}
	return out
})

// HeadingTable holds the headings of each scope.
var HeadingTable = sync.OnceValue(func() map[string]Headings {
	scopes := map[string]Headings{}
	for _, row := range HeadingRows() {
		h := scopes[row.Scope]
		if h.field == nil {
			h.field, h.own, h.loose = map[string]graph.Field{}, map[string]bool{}, map[string]graph.Field{}
		}
		for i, name := range row.Names {
			f := words.Fold(name)
			if row.Loose {
				h.loose[f] = row.Field
				continue
			}
			if _, twice := h.field[f]; twice {
				continue
			}
			h.field[f] = row.Field
			h.own[f] = i == 0
			h.order = append(h.order, f)
		}
		scopes[row.Scope] = h
	}
	for scope, q := range asksTable() {
		h := scopes[scope]
		h.asks = append(h.asks, q)
		scopes[scope] = h
	}
	for _, i := range inherits {
		scopes[i.scope] = scopes[i.scope].with(scopes[i.from])
	}
	plain := rewordings{}
	for scope, h := range scopes {
		h.sizes, h.plain = bySize(h.order), plain.table(h.field)
		scopes[scope] = h
	}
	return scopes
})

// with adds the headings of another scope to those that h does not give
// otherwise.
func (h Headings) with(more Headings) Headings {
	for _, f := range more.order {
		if _, has := h.field[f]; !has {
			h.field[f], h.own[f] = more.field[f], more.own[f]
			h.order = append(h.order, f)
		}
	}
	for f, field := range more.field {
		if _, has := h.field[f]; !has {
			h.field[f] = field
		}
	}
	h.asks = slices.Concat(h.asks, more.asks)
	for f, field := range more.loose {
		if _, has := h.loose[f]; !has {
			h.loose[f] = field
		}
	}
	return h
}

// Numbering finds the number before a heading: "3.", "(2)".
var Numbering = lazyre.New(`^\s*(?:\(?\d+[.)]\s*|\d+\s+[-–]\s*)`)

// Match finds the field that a heading is for: as written, then without its
// brackets and numbering, then with a small misspelling. The zero field when it
// is none.
func (h Headings) Match(heading string) (graph.Field, string) {
	forms := formsOf(heading)
	if field, how := h.find(forms); field != "" {
		return field, how
	}
	return h.misspelt(forms)
}

// Exact finds the field of a heading that is spelt right.
func (h Headings) Exact(heading string) (graph.Field, string) { return h.find(formsOf(heading)) }

// Of is Exact for a cell's text.
func (h Headings) Of(t CellText) (graph.Field, string) { return h.find(t.formed()) }

// find is Exact for a heading of which the forms are kept.
func (h Headings) find(in *forms) (graph.Field, string) {
	heading := in.heading
	if len(heading) > LongestHeading {
		return "", ""
	}
	forms := in.both()
	if field := h.clarified(heading, forms); field != "" {
		return field, BySynonym
	}
	for _, f := range forms {
		if field, ok := h.of(f); ok {
			if hint := h.byBrackets(field, heading, f); hint != "" {
				return hint, BySynonym
			}
			if h.own[f] {
				return field, ByHeading
			}
			return field, BySynonym
		}
	}
	for _, f := range forms {
		if field, ok := h.loose[f]; ok {
			return field, ByLikely
		}
	}
	if field := h.hinted(in); field != "" {
		return field, BySynonym
	}
	return h.alternatives(heading)
}

var lawfulWords = words.Regexp(`\b(lawful|legal|basis|bases|grounds?|art|article|gdpr)\b`)

// clarified is the field that the brackets of a heading name where the words before
// them ask a question that leaves it open: "Why we keep it (lawful basis)".
func (h Headings) clarified(heading string, forms [2]string) graph.Field {
	if forms[0] == forms[1] || h.field[forms[0]] != "" {
		return ""
	}
	before := h.field[forms[1]]
	if before != "" && before != graph.FieldPurpose {
		return ""
	}
	for _, inner := range words.Bracketed(heading) {
		switch field := h.field[words.Fold(inner)]; field {
		case graph.FieldBasis, graph.FieldCondition:
			if lawfulWords.MatchString(inner) {
				return field
			}
		case graph.FieldTo, graph.FieldCategories, graph.FieldSubjects, graph.FieldRetention, graph.FieldPurpose:
			if before == "" {
				return field
			}
		}
	}
	return ""
}

// byBrackets is the field that the brackets of a heading give it against its words:
// "Transferred to (who)", "Where is it recorded? (system)".
func (h Headings) byBrackets(field graph.Field, heading, known string) graph.Field {
	open := strings.IndexByte(heading, '(')
	if open < 0 || known == words.Fold(heading) || !slices.Contains(hintable, field) {
		return ""
	}
	inside, _, _ := strings.Cut(heading[open+1:], ")")
	switch hint := h.field[words.Fold(inside)]; hint {
	case graph.FieldTo, graph.FieldSystem, graph.FieldFrom:
		return hint
	}
	return ""
}

// hintable are the fields whose headings ask for a place or for somebody, in words
// that may also ask who or which system.
var hintable = []graph.Field{graph.FieldRecipientCountry, FieldLocation, FieldCollected}

// alternatives finds the field that all parts of a heading with strokes mean:
// "Recipients / Categories of recipients". A part of which no word stands in any
// heading is taken for another language: "Lleoliad / Location".
func (h Headings) alternatives(heading string) (graph.Field, string) {
	parts := strings.Split(heading, "/")
	if len(parts) < 2 || len(parts) > 4 {
		return "", ""
	}
	if len(parts) == 2 {
		a, b := h.field[words.Fold(parts[0])], h.field[words.Fold(parts[1])]
		if a != b && (a == graph.FieldSystem || a == graph.FieldPurpose) && (b == graph.FieldSystem || b == graph.FieldPurpose) {
			return graph.FieldPurpose, ByLikely // "Project / system"
		}
	}
	var found graph.Field
	for _, p := range parts {
		f := words.Fold(p)
		field, ok := h.of(f)
		if !ok {
			field, ok = h.loose[f]
		}
		switch {
		case ok && (found == "" || field == found):
			found = field
		case ok || !unheard(f):
			return "", ""
		}
	}
	return found, ByLikely
}

func (h Headings) misspelt(in *forms) (graph.Field, string) {
	if len(in.heading) > LongestHeading {
		return "", ""
	}
	if field := h.reworded(in); field != "" {
		return field, BySpelling
	}
	both := in.both()
	for _, f := range slices.Compact(both[:]) {
		if field := h.near(f); field != "" {
			return field, BySpelling
		}
	}
	return "", ""
}

// headingTail is what a question asks beside its answer: "Consent sought? If no
// why", "DPIA done? (please give details)".
var headingTail = lazyre.New(`(?i)\s*[?,;:–-]\s*(?:and\s+)?(?:if (?:no|not|so|yes)(?:t)?,?\s*)?(?:why(?: not)?|explain(?: why)?|(?:please )?(?:give|add|provide|state|enter)?\s*(?:details?|reasons?|comments?|the reason)|please (?:explain|specify|describe))\s*\??\s*$`)

// headingForms are a heading as written, and without its brackets and numbering.
func headingForms(heading string) [2]string {
	heading = strings.ReplaceAll(inWords(heading), "#", " no ")
	heading = words.Undotted(heading)
	whole := words.Fold(heading)
	bare := headingTail.ReplaceAllString(words.WithoutBrackets(Numbering.ReplaceAllString(heading, "")), "")
	if bare == heading {
		return [2]string{whole, whole}
	}
	return [2]string{whole, words.Fold(bare)}
}

// banded finds the field of a heading in two rows: its own words with those of
// the band above it, else its own words alone.
func (h Headings) banded(t CellText, spelling bool) (graph.Field, string) {
	if t.Band != "" {
		if field, ok := h.of(words.Fold(t.Band + " " + t.Text)); ok {
			return field, BySynonym
		}
	}
	if field, how := h.find(t.formed()); field != "" || !spelling {
		return field, how
	}
	return h.misspelt(t.formed())
}

// KnownHeading reports whether a text is a heading of any scope.
func KnownHeading(text string) bool {
	folded := words.Fold(text)
	if everyHeading()[folded] {
		return true
	}
	for _, q := range asksTable() { // whichever scope knows it, the answer is the same
		if _, ok := q[0].field(folded); ok {
			return true
		}
	}
	return false
}

// everyHeading holds the headings of all scopes, folded.
var everyHeading = sync.OnceValue(func() map[string]bool {
	all := map[string]bool{}
	for _, row := range HeadingRows() {
		for _, name := range row.Names {
			all[words.Fold(name)] = true
		}
	}
	return all
})

// Knows reports whether a heading is one of the table's, letter for letter.
func (h Headings) Knows(heading string) bool {
	_, ok := h.of(words.Fold(heading))
	return ok
}

// Loosely reports whether a heading is one that often means a field.
func (h Headings) Loosely(heading string) bool {
	_, ok := h.loose[words.Fold(heading)]
	return ok
}

// Heading teaches the importer one heading.
type Heading struct {
	Heading string
	Field   graph.Field
}

// CellText is a cell's column and cleaned text.
type CellText struct {
	Col  int
	Text string
	Band string // the heading above it, where headings stand in two rows

	forms *forms // nil where they are not kept
}

// LongestHeading is more than any heading has, in bytes.
const LongestHeading = 250
