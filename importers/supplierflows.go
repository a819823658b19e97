package importers

import (
	"slices"
	"strings"

	"dpmap/graph"
	"dpmap/importers/cell"
	"dpmap/importers/column"
	"dpmap/importers/words"
)

// supplierFields are the fields that a list of suppliers records of them; dataFields are
// those that say which data goes there, or by what right.
var (
	supplierFields = []graph.Field{
		graph.FieldAgreement, graph.FieldAgreementDate, graph.FieldAgreementEnds, graph.FieldHosting, column.FieldLocation,
		graph.FieldRecipientCountry, graph.FieldSafeguard, graph.FieldDPF, graph.FieldDPIA,
	}
	dataFields = []graph.Field{graph.FieldFrom, graph.FieldCategories, graph.FieldSubjects, graph.FieldSpecial, graph.FieldBasis, column.FieldMarkedCategory, column.FieldMarkedSubject}
)

// ifSuppliers is the table itself where it lists suppliers and what is agreed
// with them, perhaps with what they do, and says nothing of the data; else nil.
func (s *source) ifSuppliers() *source {
	if s.has(supplierFields) && !s.has(dataFields) {
		return s
	}
	return nil
}

func (s *source) has(fields []graph.Field) bool {
	return slices.ContainsFunc(s.count.Columns, func(c graph.Column) bool { return slices.Contains(fields, c.Field) })
}

// listedFlows takes the rows of tables that only list suppliers from the flows,
// where another table of the same controller says which data they get: they are
// one flow, described in two places.
func (r *reader) listedFlows() {
	described := map[int][]*register{}
	for i := range r.drafts {
		if d := &r.drafts[i]; d.lists == nil && !d.listed {
			described[d.to] = append(described[d.to], d.owner)
		}
	}
	firsts := r.firstsDescribed()
	type place struct {
		s   *source
		row int
	}
	var kept []draft
	var taken []place
	flows := map[place]bool{} // rows that still have one
	for _, d := range r.drafts {
		at := place{d.lists, d.At.Row}
		if d.lists == nil || d.from != own || !slices.ContainsFunc(described[d.to], func(o *register) bool { return r.oneController(o, d.owner) }) {
			kept, flows[at] = append(kept, d), true
			if d.lists != nil && d.to != own {
				r.tellAlike(firsts, d.to, d.owner, d.Where(graph.FieldTo))
			}
			continue
		}
		r.suppliers = append(r.suppliers, supplied{party: d.to, flow: d.Flow, owner: d.owner, s: d.lists, row: d.row})
		d.lists.count.Flows--
		taken = append(taken, at)
	}
	for _, at := range taken {
		if !flows[at] {
			flows[at] = true
			at.s.count.FlowRows--
			at.s.count.PartyRows++
		}
	}
	r.drafts = kept
}

// firstsDescribed are the first flows, one to each organisation but public bodies,
// of the tables that say which data goes to it.
func (r *reader) firstsDescribed() []draft {
	var out []draft
	met := map[int]bool{}
	for _, d := range r.drafts {
		if d.listed || d.lists != nil || d.to == own || met[d.to] || r.parties.parties[d.to].Kind.IsPublic() {
			continue
		}
		met[d.to] = true
		out = append(out, d)
	}
	return out
}

// tellAlike says of a supplier that no flow names when a flow goes to somebody whose
// name begins with its own, or its own with theirs: the list may mean the same firm,
// and then its agreement is that flow's.
func (r *reader) tellAlike(described []draft, party int, owner *register, at graph.Ref) {
	name := r.parties.parties[party].Name
	for _, d := range described {
		if d.to == party || !r.oneController(d.owner, owner) {
			continue
		}
		if other := r.parties.parties[d.to].Name; beginsWith(name, other) || beginsWith(other, name) {
			r.problems.tell(at, words.Quote(name)+" in the list of suppliers may be "+words.Quote(other)+" in "+d.At.String()+", and is taken for another organisation",
				"if they are one, write one name in both places, or list the other under Aliases on a sheet Organisations: the agreement then serves both")
			return
		}
	}
}

// beginsWith reports whether the words of the whole shorter name begin the longer.
func beginsWith(long, short string) bool {
	l, s := strings.Fields(cell.NameKey(long)), strings.Fields(cell.NameKey(short))
	return len(s) > 0 && len(s) < len(l) && len(strings.Join(s, "")) >= 4 && slices.Equal(s, l[:len(s)])
}

// oneController reports whether two files are of one controller, as far as they
// say: one that names none goes with any.
func (r *reader) oneController(a, b *register) bool {
	if a == b || a.Controller.Text == "" || b.Controller.Text == "" || cell.NameKey(a.Controller.Text) == cell.NameKey(b.Controller.Text) {
		return true
	}
	i := r.parties.find(a.Controller.Text)
	return i >= 0 && i == r.parties.find(b.Controller.Text)
}
