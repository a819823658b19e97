package importers

import (
	"slices"
	"strings"

	"dpmap/graph"
	"dpmap/importers/cell"
)

// processingRows reads the ICO's record for processors (Art 30(2)): each row is
// what one controller has processed by the register's own organisation. The data
// goes on from there to the sub-processors that the row names; where it names
// countries alone, to recipients that the record does not name.
func processingRows(t *tableReader) func(*record) outcome {
	return func(r *record) outcome {
		if r.isTotal() || r.isExample() || r.isSection() {
			return other
		}
		v, at, ok := r.take(graph.FieldFrom)
		if !ok || cell.IsUnknown(v.text) {
			t.problems.reject(at, "the row names no controller", "write for whom the data is processed")
			return rejected
		}
		name, contact := nameAndContact(v.text)
		from := t.parties.meet(name, at)
		keepFirst(&t.parties.parties[from].Contact, contact)
		f := graph.Flow{At: r.at(), Role: graph.Processor}
		f.Implied = []graph.Implied{{Field: graph.FieldRole, Value: graph.Processor.String(), Why: "layout ico-processor"}}
		r.fill(&f, flowFields())
		r.finish(&f)
		on := clone(f)
		f.RecipientCountry, f.Safeguards = graph.Place{}, nil
		t.draft(draft{Flow: f, from: from, to: own, owner: t.s.owner, row: r.key()})
		r.eachSub(func(s subProcessor, at graph.Ref) {
			if s.place.Text == "" {
				s.place = on.RecipientCountry
			}
			sub := ofSub(on, s, at)
			sub.Safeguards = on.Safeguards
			if where, ok := on.Reads.At(graph.FieldSafeguard); ok {
				sub.Reads = append(sub.Reads, graph.Read{Field: graph.FieldSafeguard, At: where})
			}
			t.draft(draft{Flow: sub, from: own, to: t.parties.meet(s.name, at), owner: t.s.owner, row: r.key(), listed: true})
		})
		if !on.RecipientCountry.IsBlank() && !r.namesSubs() {
			t.onwards(r, on)
		}
		return gaveFlows
	}
}

// onwards adds the flow to the third countries that a processor's record names.
func (t *tableReader) onwards(r *record, f graph.Flow) {
	at := f.Where(graph.FieldRecipientCountry)
	name := "Recipients in " + strings.Join(strings.Fields(f.RecipientCountry.Text), " ")
	f.Role = 0
	f.Implied = slices.DeleteFunc(f.Implied, func(i graph.Implied) bool { return i.Field == graph.FieldRole })
	f.Implied = append(f.Implied, graph.Implied{Field: graph.FieldTo, Value: name, Why: "the record names countries and no recipients"})
	t.draft(draft{Flow: f, from: own, to: t.parties.meet(name, at), owner: t.s.owner, row: r.key()})
}

// nameAndContact divides "Oak School, 3 Oak Road, Oakham" at its first line end
// or comma.
func nameAndContact(text string) (name, contact string) {
	i := strings.IndexAny(text, "\n,;")
	if i < 0 {
		return text, ""
	}
	rest := strings.TrimSpace(text[i+1:])
	if w := strings.ToLower(strings.Trim(strings.SplitN(rest+" ", " ", 2)[0], ".,")); cell.LegalForm[w] != "" {
		return text, ""
	}
	return strings.TrimSpace(text[:i]), strings.Join(strings.Fields(rest), " ")
}
