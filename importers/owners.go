package importers

import (
	"fmt"
	"slices"
	"strings"

	"dpmap/graph"
	"dpmap/importers/cell"
	"dpmap/importers/words"
)

// register is what the inputs say of the register itself: the details of the
// first that names its controller, and what all others say beside them.
func (r *reader) register() graph.Register {
	first := r.firstOwner()
	if first == nil {
		return graph.Register{}
	}
	out := first.Register
	out.Other, out.Notes = nil, nil
	for _, o := range r.owners {
		if o != first {
			out.Other = append(out.Other, o.block(first)...)
		}
		out.Other = append(out.Other, o.Other...)
		out.Notes = append(out.Notes, o.Notes...)
	}
	return out
}

func (r *reader) firstOwner() *register {
	for _, o := range r.owners {
		if o.Controller.Text != "" {
			return o
		}
	}
	for _, o := range r.owners {
		if len(o.Other)+len(o.Notes) > 0 || o.DPO.Text != "" || o.Email.Text != "" {
			return o
		}
	}
	return nil
}

// block is the details of a further register, as one line under the heading
// Controller; what the first says as well is left out.
func (g *register) block(first *register) []graph.Extra {
	var at graph.Ref
	var said []string
	for _, v := range [][2]graph.Value{
		{g.Controller, first.Controller}, {g.Address, first.Address}, {g.Email, first.Email}, {g.Telephone, first.Telephone},
		{g.DPO, first.DPO}, {g.Representative, first.Representative}, {g.ICO, first.ICO}, {g.Period, first.Period}, {g.PreparedBy, first.PreparedBy},
	} {
		if v[0].Text == "" || words.Fold(v[0].Text) == words.Fold(v[1].Text) {
			continue
		}
		if at.IsZero() {
			at = v[0].At
		}
		said = append(said, strings.TrimRight(v[0].At.Heading, ": ")+": "+v[0].Text)
	}
	if said == nil {
		return nil
	}
	return []graph.Extra{{Heading: "Details in " + at.File, Value: strings.Join(said, "; "), At: at}}
}

// toldControllers is how many controllers a sentence names.
const toldControllers = 6

// tellControllers says so when the inputs name more than one controller.
func (r *reader) tellControllers() {
	var names []string
	var seen []int
	for _, o := range r.owners {
		if o.party >= 0 && !slices.Contains(seen, o.party) {
			seen = append(seen, o.party)
			names = append(names, words.Quote(o.Controller.Text)+" ("+o.Controller.At.String()+")")
		}
	}
	if len(names) < 2 {
		return
	}
	if more := len(names) - toldControllers; more > 1 {
		names = append(names[:toldControllers], fmt.Sprintf("and %d more", more))
	}
	r.assume("The registers name different controllers: " + strings.Join(names, ", ") + ": each has the flows of its own file or sheet, and the details at the head of the record are those of " + words.Quote(r.firstOwner().Controller.Text))
}

// contradicted says so when a second sheet of a file names another controller:
// the flows cannot tell which of them is theirs.
func (t *tableReader) contradicted(field graph.Field, v graph.Value) bool {
	owner := t.s.owner
	if field != "controller" || owner.Controller.Text == "" || cell.IsUnknown(v.Text) || cell.IsTodo(v.Text) || t.sameController(v.Text) {
		return false
	}
	t.problems.warn(v.At, "the controller "+words.Quote(v.Text)+" contradicts "+words.Quote(owner.Controller.Text)+" in "+owner.Controller.At.String()+", and the first is used",
		"let both say the same, or keep each controller's register in a file of its own")
	return true
}

func (t *tableReader) sameController(name string) bool {
	was := t.s.owner.Controller.Text
	i := t.parties.find(name)
	return cell.NameKey(was) == cell.NameKey(name) || i >= 0 && i == t.parties.find(was)
}

// ownController gives a sheet whose block names a controller other than that of
// the file's other sheets a register of its own, so that its flows are that
// controller's. A block that names a school and its trust names one controller.
func (t *tableReader) ownController(name string) {
	was := t.s.owner
	if was.Controller.Text == "" || was.Controller.At.Sheet == t.s.sheet.Name || cell.IsUnknown(name) || cell.IsTodo(name) || t.sameController(name) {
		return
	}
	t.s.owner = &register{party: -1, definitions: was.definitions}
	t.owners = append(t.owners, t.s.owner)
}
