package reports

import (
	"slices"

	"dpmap/graph"
	"dpmap/graph/rules"
)

// Unknown is one fact that a register should hold, and for how many flows it
// does not.
type Unknown struct {
	Field   graph.Field
	What    string // "recipient's country"
	Missing int
	Of      int // flows for which the fact is due
}

// fact is something that a register should record of a flow. due tells for
// which flows; nil for all.
type fact struct {
	field  graph.Field
	what   string
	due    func(*Report, int, *graph.Flow) bool
	absent func(*Report, int, *graph.Flow) bool
}

// facts is in the order of the native workbook.
func facts() []fact {
	return []fact{
		{graph.FieldRecipientCountry, "the recipient's country", toOthers, func(r *Report, i int, f *graph.Flow) bool {
			place := r.Result.Map.Destination(f)
			return len(place.Countries) == 0 || len(place.Open) > 0 // "US?" leaves it open
		}},
		{graph.FieldPurpose, "the purpose", nil, func(_ *Report, _ int, f *graph.Flow) bool { return f.Purpose == "" }},
		{graph.FieldSubjects, "whose data it is", nil, func(_ *Report, _ int, f *graph.Flow) bool { return len(f.Subjects) == 0 }},
		{graph.FieldCategories, "which kinds of data", nil, func(_ *Report, _ int, f *graph.Flow) bool { return len(f.Categories) == 0 }},
		{graph.FieldBasis, "the lawful basis", nil, func(_ *Report, _ int, f *graph.Flow) bool { return len(f.Bases) == 0 }},
		{graph.FieldCondition, "the condition for special-category data", isSpecial, func(_ *Report, _ int, f *graph.Flow) bool {
			return !slices.ContainsFunc(f.Conditions, func(s graph.Stated) bool { return ConsentNotShown(f, s) == "" })
		}},
		{graph.FieldRole, "the recipient's role (controller or processor)", toOthers, func(r *Report, _ int, f *graph.Flow) bool {
			return r.Result.Map.Role(f) == 0
		}},
		{graph.FieldAgreement, "whether the processor has an agreement", toProcessor, func(_ *Report, _ int, f *graph.Flow) bool {
			return f.Agreement.State == 0
		}},
		{graph.FieldSafeguard, "the safeguard of a transfer that needs one", needsSafeguard, func(_ *Report, _ int, f *graph.Flow) bool {
			return len(f.Safeguards) == 0
		}},
		{graph.FieldHosting, "where the data is hosted", toProcessor, func(_ *Report, _ int, f *graph.Flow) bool { return f.Hosting.IsBlank() }},
		{graph.FieldSecurity, "how the data is secured", nil, func(_ *Report, _ int, f *graph.Flow) bool { return f.Security == "" }},
		{graph.FieldRetention, "how long the data is kept", nil, func(_ *Report, _ int, f *graph.Flow) bool { return f.Retention == "" }},
		{graph.FieldFrequency, "how often the data goes", toOthers, func(_ *Report, _ int, f *graph.Flow) bool { return f.Frequency.Text == "" }},
		{graph.FieldReviewed, "when the row was last reviewed", nil, func(_ *Report, _ int, f *graph.Flow) bool { return f.Reviewed.IsZero() }},
	}
}

func toOthers(r *Report, _ int, f *graph.Flow) bool {
	return !f.IsOwnUse() && !r.Result.Map.ToSubject(f)
}

func isSpecial(_ *Report, _ int, f *graph.Flow) bool { return f.IsSpecial() }

func toProcessor(r *Report, i int, f *graph.Flow) bool {
	return toOthers(r, i, f) && r.Result.Map.Role(f).IsProcessor()
}

func needsSafeguard(r *Report, i int, _ *graph.Flow) bool {
	switch verdict(r.transfer(i)) {
	case rules.Home, rules.Adequate, rules.Unknown:
		return false
	}
	return true
}

// unknowns counts what the register does not say. Flows that have ended are
// left out; facts that no flow lacks too.
func (r *Report) unknowns() []Unknown {
	flows := r.Result.Map.Flows()
	var out []Unknown
	for _, fact := range facts() {
		u := Unknown{Field: fact.field, What: fact.what}
		for i := range flows {
			f := &flows[i]
			if f.Status == graph.Ended || fact.due != nil && !fact.due(r, i, f) {
				continue
			}
			u.Of++
			if fact.absent(r, i, f) {
				u.Missing++
			}
		}
		if u.Missing > 0 {
			out = append(out, u)
		}
	}
	return out
}
