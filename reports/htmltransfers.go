package reports

import (
	"cmp"
	"slices"

	"dpmap/graph/rules"
)

// transferView is a flow that leaves its area, or may.
type transferView struct {
	From, To, Purpose       string
	Countries               string
	Verdict                 Wording
	Word                    string
	Rests, Reason, Exporter string
	Place                   string
	Status                  string
	worst                   rules.Verdict
}

// transferGroup is the transfers of one verdict.
type transferGroup struct {
	Verdict Wording
	Word    string
	Rows    []transferView
	Open    bool // on the page: they are what a reader must see, and few
}

// openTransfers is how many transfers of the worst verdict stand open.
const openTransfers = 12

// transferGroups divides transfers, which are sorted by verdict.
func transferGroups(list []transferView) []transferGroup {
	var out []transferGroup
	for _, t := range list {
		if n := len(out); n == 0 || out[n-1].Word != t.Word {
			out = append(out, transferGroup{Verdict: t.Verdict, Word: t.Word})
		}
		g := &out[len(out)-1]
		g.Rows = append(g.Rows, t)
	}
	if len(out) > 0 {
		out[0].Open = len(out[0].Rows) <= openTransfers
	}
	return out
}

// mostTransfers is how many transfers the page lists; ropa.xlsx and
// result.json list them all.
const mostTransfers = 400

// transferViews lists the transfers that are not at home, the worst first, and
// counts those left out.
func (r *Report) transferViews() ([]transferView, int) {
	flows := r.Result.Map.Flows()
	var out []transferView
	for i := range flows {
		f, t := &flows[i], r.transfer(i)
		v := verdict(t)
		if v == rules.Home {
			continue
		}
		names := r.Result.Book.CountryNames(t.Countries)
		for _, leg := range t.Legs {
			if leg.Open != "" {
				names = append(names, "“"+leg.Open+"”")
			}
		}
		if len(names) == 0 {
			names = []string{"not recorded"}
		}
		view := transferView{
			To: r.partyName(f.To), Purpose: f.Purpose,
			Countries: few(names), Verdict: VerdictWords(v), Word: v.String(), Reason: t.Reason,
			Place: f.At.String(), Status: f.Status.String(), worst: v,
		}
		if t.Instrument != "" {
			view.Rests = r.instrumentName(t.Instrument)
		}
		if own := r.Result.Map.Own(); own == nil || own.ID != f.From {
			view.From = r.partyName(f.From)
		}
		if t.Exporter != "" && t.Exporter != f.From {
			view.Exporter = r.partyName(t.Exporter)
		}
		out = append(out, view)
	}
	slices.SortStableFunc(out, func(a, b transferView) int { return cmp.Compare(b.worst, a.worst) })
	if len(out) > mostTransfers {
		return out[:mostTransfers], len(out) - mostTransfers
	}
	return out, 0
}
