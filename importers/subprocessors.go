package importers

import (
	"path/filepath"
	"slices"
	"strings"

	"dpmap/graph"
	"dpmap/importers/cell"
	"dpmap/importers/words"
)

// subProcessorRows reads the list of sub-processors that a supplier publishes.
// Each row is a flow from the supplier, unless a column names it.
func subProcessorRows(t *tableReader) func(*record) outcome {
	titles := []string{}
	t.title = func(text string) { titles = append(titles, text) }
	supplier := -1
	return func(r *record) outcome {
		if r.isNoEntry() {
			return other
		}
		to, ok := r.recipients()
		if !ok {
			return r.namesNo("sub-processor")
		}
		from := r.senders()
		if slices.Contains(from, own) {
			if supplier < 0 {
				supplier = t.supplier(titles)
			}
			from = []int{supplier}
		}
		if !slices.ContainsFunc(to, func(i int) bool { return i != own }) {
			at, _ := r.reads.At(graph.FieldTo)
			t.problems.tell(at, "the row names no sub-processor, so nothing goes on to one", "name it, if there is one")
			return other
		}
		f := graph.Flow{At: r.at()}
		r.fill(&f, flowFields())
		if f.Role == 0 && f.RoleText == "" {
			f.Role = graph.SubProcessor
			f.Implied = append(f.Implied, graph.Implied{Field: graph.FieldRole, Value: f.Role.String(), Why: "layout sub-processor-list"})
		}
		r.finish(&f)
		for _, sender := range from {
			for _, recipient := range to {
				if recipient == own || recipient == sender {
					continue
				}
				r.facts(sender, recipient)
				t.draft(draft{Flow: clone(f), from: sender, to: recipient, owner: t.s.owner, row: r.key(), listed: true})
			}
		}
		return gaveFlows
	}
}

// supplier is the party whose list this is: the one that --supplier names, else
// the one that a title, the sheet or the file names.
func (t *tableReader) supplier(titles []string) int {
	at := graph.Ref{File: t.s.file, Sheet: t.s.sheet.Name, Row: t.s.head}
	if t.o.Supplier != "" {
		return t.parties.meet(t.o.Supplier, at)
	}
	base := strings.TrimSuffix(t.s.file, filepath.Ext(t.s.file))
	var named []string
	for _, title := range append(slices.Clone(titles), t.s.sheet.Name, base) {
		name := supplierIn(title)
		if name == "" {
			continue
		}
		if i := t.parties.find(name); i >= 0 {
			return t.tellSupplier(i)
		}
		named = append(named, name)
	}
	if len(named) > 0 {
		return t.tellSupplier(t.parties.meet(named[0], at))
	}
	i := t.parties.meet("Supplier of "+t.s.file, at)
	t.problems.warn(at, "the list does not say whose sub-processors it names", "name the supplier with --supplier")
	return i
}

func (t *tableReader) tellSupplier(i int) int {
	t.assume(t.s.name() + ": the sub-processors are taken to be those of " + t.parties.parties[i].Name + " (--supplier names another)")
	return i
}

var (
	subProcessorWords = words.Regexp(`\b(list of|our|the|current|authori[sz]ed|approved)?\s*\bsub[- _]?processors?\b\s*(list|page|register|table)?`)
	listNoise         = words.Regexp(`\b(list of|of|for|used by|engaged by|by|list|register|page|sheet\d*|table|updated|last|latest|version|v?\d[\d.\-/]*)\b`)
)

// supplierIn is the name that a title such as "Sub-processors of Acme Ltd" or
// "acme-subprocessors" holds besides; "" when the title does not speak of
// sub-processors or names nobody.
func supplierIn(title string) string {
	if !subProcessorWords.MatchString(title) || len(strings.Fields(title)) > 8 || variable.MatchString(title) {
		return ""
	}
	left := subProcessorWords.ReplaceAllString(title, " ")
	left = listNoise.ReplaceAllString(left, " ")
	if bare := words.WithoutBrackets(left); onlySorts(bare) && words.Fold(bare) != "" {
		return "" // "Sub-processors for platform services (medical)"
	}
	left = strings.Join(strings.FieldsFunc(left, func(r rune) bool { return strings.ContainsRune(" -–—_:|,/()'’", r) }), " ")
	left = strings.TrimSuffix(left, " s")
	if onlySorts(left) {
		return "" // "Active sub-processors" are nobody's
	}
	if parts := strings.FieldsFunc(left, func(r rune) bool { return r == ' ' || r == '.' }); len(parts) == 0 || slices.Contains(joiners, parts[0]) || slices.Contains(titleWords, words.Fold(parts[0])) || len(parts) > 2 && left == strings.ToLower(left) {
		return "" // "Sub-processors and international transfers"
	}
	return left
}

// onlySorts reports whether words of a title are no name: they say what sort of
// sub-processors it lists.
func onlySorts(text string) bool {
	sorts := words.List("sortofsub")
	for w := range strings.FieldsSeq(words.Fold(text)) {
		if _, ok := sorts.Whole(w); !ok && !cell.IsNumber(w) {
			return false
		}
	}
	return true
}
