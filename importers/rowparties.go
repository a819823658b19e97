package importers

import (
	"slices"

	"dpmap/graph"
	"dpmap/importers/cell"
	"dpmap/importers/column"
	"dpmap/importers/words"
)

// recipients are the parties that the row's recipient cell names. Without such
// a column, or where the cell says that there is none, data stays with the
// controller.
func (r *record) recipients() ([]int, bool) {
	if r.t.s.assets != nil && r.t.s.layout.Name == "asset-list" {
		return r.keepers()
	}
	if _, mapped := r.t.byField[graph.FieldTo]; !mapped {
		_, _, ok := r.cell(graph.FieldPurpose)
		if !ok {
			_, _, ok = r.cell(graph.FieldCategories)
		}
		return []int{own}, ok
	}
	v, at, ok := r.take(graph.FieldTo)
	if !ok {
		v, at, ok = r.otherRecipient(at)
	}
	if !ok || (cell.IsUnknown(v.text) && !cell.IsNotApplicable(v.text)) || cell.BeginsUnknown(v.text) {
		return nil, false
	}
	if cell.StaysInside(v.text) {
		return []int{own}, true
	}
	if inside(v.text) {
		r.t.problems.tell(at, words.Quote(v.text)+" is taken for a part of your own organisation, so the row sends nothing to anybody else", "write the name of the company, if one runs it for you")
		return []int{own}, true
	}
	if r.isOwnThing() {
		r.tellOwnThing(v.text, at)
		return []int{own}, true
	}
	said := r.outsiders(v.text, at)
	if said == "" {
		return []int{own}, true
	}
	if nobodyElse(said) || amongOwnTeams(said) {
		r.t.problems.tell(at, words.Quote(said)+" is taken to say that nobody outside your own organisation gets the data", "write the name of the company, if one runs it for you")
		return []int{own}, true
	}
	_, text := wayOf(said)
	if column.IsProducts(at.Heading) {
		text, _ = cell.Described(text)
	}
	name, address := withoutAddress(r.t.book, text)
	if address != "" {
		party := r.t.parties.meet(name, at)
		keepFirst(&r.t.parties.parties[party].Contact, address)
		return []int{party}, true
	}
	var out []int
	for _, name := range r.t.partyNames(r.withoutClauses(text, at)) {
		r.tellNoName(name, at)
		if i := r.t.parties.meet(name, at); !slices.Contains(out, i) {
			out = append(out, i)
		}
	}
	return out, len(out) > 0
}

// senders are the parties that the row's sender cell names; blank is the
// register's own controller.
func (r *record) senders() []int {
	v, at, ok := r.take(graph.FieldFrom)
	if !ok || cell.IsUnknown(v.text) || cell.IsOwnWord(v.text) {
		return []int{own}
	}
	var out []int
	for _, name := range r.t.partyNames(v.text) {
		if i := r.t.parties.meet(name, at); !slices.Contains(out, i) {
			out = append(out, i)
		}
	}
	if out == nil {
		return []int{own}
	}
	return out
}
