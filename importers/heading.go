package importers

import (
	_ "embed"
	"regexp"
	"slices"
	"strings"
	"sync"

	"dpmap/graph"
)

// headingsCSV holds the headings that each field goes by: what the rows of the
// sheet are, the field, the headings, its own name first.
//
//go:embed data/headings.csv
var headingsCSV []byte

// How a heading was recognised.
const (
	byHeading  = "heading"   // the field's own name
	bySynonym  = "synonym"   // another name of it
	bySpelling = "spelling"  // a name misspelt
	byLikely   = "likely"    // a name that other columns go by as well; said to the reader
	byOption   = "--heading" // the user said so
	byWords    = "words"     // words in it; said to the reader
	byContents = "contents"  // what its cells hold; said to the reader
	byPosition = "position"  // where it stands among the others; said to the reader
)

// inherits names the scope whose headings another one has as well.
var inherits = []struct{ scope, from string }{{"supplier", "flow"}, {"subprocessor", "flow"}}

// headings is the table for one scope, by folded heading.
type headings struct {
	field   map[string]graph.Field
	own     map[string]bool // the field's own name
	order   []string        // folded headings in table order
	loose   map[string]graph.Field
	plain   map[string]graph.Field // by plain words
	sizes   [][]spelt              // the headings that can be met misspelt, by length
	asks    patterns               // those that go by many wordings
	plainly patterns               // the same in plain words
}

// of is the field of a folded heading.
func (h headings) of(folded string) (graph.Field, bool) {
	if field, ok := h.field[folded]; ok {
		return field, true
	}
	return h.asks.field(folded)
}

// looseMark ends the scope of headings that often mean a field and sometimes
// another: they count for less, and give way to what their cells hold.
const looseMark = "?"

var headingTable = sync.OnceValue(func() map[string]headings {
	scopes := map[string]headings{}
	for _, row := range table(headingsCSV, 3) {
		scope, loose := strings.CutSuffix(row[0], looseMark)
		h := scopes[scope]
		if h.field == nil {
			h.field, h.own, h.loose = map[string]graph.Field{}, map[string]bool{}, map[string]graph.Field{}
		}
		for i, name := range strings.Split(row[2], "|") {
			f := fold(name)
			if loose {
				h.loose[f] = graph.Field(row[1])
				continue
			}
			if _, twice := h.field[f]; twice {
				continue
			}
			h.field[f] = graph.Field(row[1])
			h.own[f] = i == 0
			h.order = append(h.order, f)
		}
		scopes[scope] = h
	}
	for _, row := range table(questionsCSV, 3) {
		h := scopes[row[0]]
		if h.asks == nil {
			h.asks = patterns{}
		}
		h.asks.add(newPattern(graph.Field(row[1]), row[2]))
		scopes[row[0]] = h
	}
	for _, i := range inherits {
		scopes[i.scope] = scopes[i.scope].with(scopes[i.from])
	}
	for scope, h := range scopes {
		h.sizes, h.plain, h.plainly = bySize(h.order), inPlainWords(h.field), h.asks.inPlainWords()
		scopes[scope] = h
	}
	return scopes
})

// with adds the headings of another scope to those that h does not give
// otherwise.
func (h headings) with(more headings) headings {
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
	h.asks = h.asks.with(more.asks)
	for f, field := range more.loose {
		if _, has := h.loose[f]; !has {
			h.loose[f] = field
		}
	}
	return h
}

var numbering = regexp.MustCompile(`^\s*(?:\(?\d+[.)]\s*|\d+\s+[-–]\s*)`)

// longestHeading is more than any heading has, in bytes.
const longestHeading = 250

// match finds the field that a heading is for: as written, then without its
// brackets and numbering, then with a small misspelling. The zero field when it
// is none.
func (h headings) match(heading string) (graph.Field, string) {
	if field, how := h.exact(heading); field != "" {
		return field, how
	}
	return h.misspelt(heading)
}

// exact finds the field of a heading that is spelt right.
func (h headings) exact(heading string) (graph.Field, string) {
	if len(heading) > longestHeading {
		return "", ""
	}
	forms := headingForms(heading)
	if field := h.clarified(heading, forms); field != "" {
		return field, bySynonym
	}
	for _, f := range forms {
		if field, ok := h.of(f); ok {
			if hint := h.byBrackets(field, heading, f); hint != "" {
				return hint, bySynonym
			}
			if h.own[f] {
				return field, byHeading
			}
			return field, bySynonym
		}
	}
	for _, f := range forms {
		if field, ok := h.loose[f]; ok {
			return field, byLikely
		}
	}
	if field := h.hinted(forms); field != "" {
		return field, bySynonym
	}
	return h.alternatives(heading)
}

var lawfulWords = re(`\b(lawful|legal|basis|bases|grounds?|art|article|gdpr)\b`)

// clarified is the field that the brackets of a heading name where the words before
// them ask a question that leaves it open: "Why we keep it (lawful basis)".
func (h headings) clarified(heading string, forms [2]string) graph.Field {
	if forms[0] == forms[1] || h.field[forms[0]] != "" {
		return ""
	}
	before := h.field[forms[1]]
	if before != "" && before != graph.FieldPurpose {
		return ""
	}
	for _, inner := range bracketed(heading) {
		switch field := h.field[fold(inner)]; field {
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
func (h headings) byBrackets(field graph.Field, heading, known string) graph.Field {
	open := strings.IndexByte(heading, '(')
	if open < 0 || known == fold(heading) || !slices.Contains(hintable, field) {
		return ""
	}
	inside, _, _ := strings.Cut(heading[open+1:], ")")
	switch hint := h.field[fold(inside)]; hint {
	case graph.FieldTo, graph.FieldSystem, graph.FieldFrom:
		return hint
	}
	return ""
}

// hintable are the fields whose headings ask for a place or for somebody, in words
// that may also ask who or which system.
var hintable = []graph.Field{graph.FieldRecipientCountry, fieldLocation, fieldCollected}

// alternatives finds the field that all parts of a heading with strokes mean:
// "Recipients / Categories of recipients". A part of which no word stands in any
// heading is taken for another language: "Lleoliad / Location".
func (h headings) alternatives(heading string) (graph.Field, string) {
	parts := strings.Split(heading, "/")
	if len(parts) < 2 || len(parts) > 4 {
		return "", ""
	}
	if len(parts) == 2 {
		a, b := h.field[fold(parts[0])], h.field[fold(parts[1])]
		if a != b && (a == graph.FieldSystem || a == graph.FieldPurpose) && (b == graph.FieldSystem || b == graph.FieldPurpose) {
			return graph.FieldPurpose, byLikely // "Project / system"
		}
	}
	var found graph.Field
	for _, p := range parts {
		f := fold(p)
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
	return found, byLikely
}

func (h headings) misspelt(heading string) (graph.Field, string) {
	if len(heading) > longestHeading {
		return "", ""
	}
	if field := h.reworded(heading); field != "" {
		return field, bySpelling
	}
	for _, f := range headingForms(heading) {
		if field := h.near(f); field != "" {
			return field, bySpelling
		}
	}
	return "", ""
}

// headingTail is what a question asks beside its answer: "Consent sought? If no
// why", "DPIA done? (please give details)".
var headingTail = regexp.MustCompile(`(?i)\s*[?,;:–-]\s*(?:and\s+)?(?:if (?:no|not|so|yes)(?:t)?,?\s*)?(?:why(?: not)?|explain(?: why)?|(?:please )?(?:give|add|provide|state|enter)?\s*(?:details?|reasons?|comments?|the reason)|please (?:explain|specify|describe))\s*\??\s*$`)

// dotted finds initials with points between them: "D.P.I.A."
var dotted = regexp.MustCompile(`\b(?:[A-Za-z]\.){2,}[A-Za-z]?\b\.?`)

// headingForms are a heading as written, and without its brackets and numbering.
func headingForms(heading string) [2]string {
	heading = strings.ReplaceAll(inWords(heading), "#", " no ")
	heading = dotted.ReplaceAllStringFunc(heading, func(s string) string { return strings.ReplaceAll(s, ".", "") })
	whole := fold(heading)
	bare := headingTail.ReplaceAllString(withoutBrackets(numbering.ReplaceAllString(heading, "")), "")
	if bare == heading {
		return [2]string{whole, whole}
	}
	return [2]string{whole, fold(bare)}
}

// banded finds the field of a heading in two rows: its own words with those of
// the band above it, else its own words alone.
func (h headings) banded(t cellText, spelling bool) (graph.Field, string) {
	if t.band != "" {
		if field, ok := h.of(fold(t.band + " " + t.text)); ok {
			return field, bySynonym
		}
	}
	if field, how := h.exact(t.text); field != "" || !spelling {
		return field, how
	}
	return h.misspelt(t.text)
}

// knownHeading reports whether a text is a heading of any scope.
func knownHeading(text string) bool {
	folded := fold(text)
	if everyHeading()[folded] {
		return true
	}
	for _, h := range headingTable() { // whichever scope knows it, the answer is the same
		if _, ok := h.asks.field(folded); ok {
			return true
		}
	}
	return false
}

var everyHeading = sync.OnceValue(func() map[string]bool {
	all := map[string]bool{}
	for _, row := range table(headingsCSV, 3) {
		for name := range strings.SplitSeq(row[2], "|") {
			all[fold(name)] = true
		}
	}
	for _, h := range headingTable() {
		for name := range h.field {
			all[name] = true
		}
	}
	return all
})

// knows reports whether a heading is one of the table's, letter for letter.
func (h headings) knows(heading string) bool {
	_, ok := h.of(fold(heading))
	return ok
}

// loosely reports whether a heading is one that often means a field.
func (h headings) loosely(heading string) bool {
	_, ok := h.loose[fold(heading)]
	return ok
}
