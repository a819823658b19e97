package reports

import (
	"strings"

	"dpmap/graph"
	"dpmap/graph/law"
	"dpmap/graph/rules"
)

// Change is a flow whose verdict is another by what is supposed than by the law
// as it stands.
type Change struct {
	Flow  *graph.Flow
	Was   rules.Transfer // by the law as it stands
	Is    rules.Transfer // by what is supposed
	Needs string         // what it would need, no full stop
}

// WhatIf lists the flows whose verdict a supposition changes, in the order of
// the map; none where nothing is supposed.
func (r *Report) WhatIf() []Change { return r.changes(r.Baseline, r.Result.Transfers) }

// OverlaidChanges lists the flows whose verdict is another by what a user laid
// over the built-in law than by that law alone, whatever is supposed besides.
func (r *Report) OverlaidChanges() []Change {
	standing := r.Result.Transfers
	if r.Baseline != nil {
		standing = r.Baseline
	}
	return r.changes(r.BuiltIn, standing)
}

// changes compares two judgements of the flows.
func (r *Report) changes(before, after []rules.Transfer) []Change {
	flows := r.Result.Map.Flows()
	if len(before) != len(flows) || len(after) != len(flows) {
		return nil
	}
	var out []Change
	for i := range flows {
		if verdict(before[i]) != verdict(after[i]) {
			out = append(out, Change{&flows[i], before[i], after[i], r.needs(&flows[i], after[i])})
		}
	}
	return out
}

// needs says what a flow would need to be lawful by what is supposed.
func (r *Report) needs(f *graph.Flow, is rules.Transfer) string {
	switch verdict(is) {
	case rules.Unprotected:
		s := "one of " + r.safeguards(is.Regime) + ", with a transfer risk assessment, or a recipient in a country that the law approves"
		if r.Result.Map.KindOf(f.To).IsPublic() {
			s += "; a public body abroad may sign none of them, and then only an exception of Article 49 is left, case by case"
		}
		return s
	case rules.Conditional:
		if i, ok := r.Result.Book.InstrumentFor(is.Regime, is.Instrument); ok {
			return "a record that the condition of " + i.Name + " is met; failing that, one of " + r.safeguards(is.Regime)
		}
	case rules.Safeguarded:
		if f.RiskAssessment.State != graph.Yes {
			return "a transfer risk assessment beside " + r.instrumentName(is.Instrument) + ", which then carries it"
		}
		return "nothing more: " + r.instrumentName(is.Instrument) + " is recorded and carries it, with a transfer risk assessment"
	case rules.Derogation:
		return "a review: " + r.instrumentName(is.Instrument) + " is an exception for single cases; where the flow is regular, one of " + r.safeguards(is.Regime)
	case rules.Unknown:
		return "a register that says what the transfer rests on: " + is.Reason
	}
	return "nothing more: " + is.Reason
}

// safeguards names the safeguards that a regime's exporters use most, of those
// that stand: the tables list them first.
func (r *Report) safeguards(regime law.Regime) string {
	const most = 2
	var names []string
	for _, i := range r.Result.Book.Instruments() {
		if i.Regime == regime && i.Type == law.Safeguard && r.Result.Book.StandsFor(regime, i.ID) && len(names) < most {
			names = append(names, i.Name)
		}
	}
	if names == nil {
		return "the safeguards of Article 46, of which none stands here"
	}
	return "the safeguards of Article 46, such as the " + strings.Join(names, " or the ")
}
