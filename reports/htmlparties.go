package reports

import (
	"cmp"
	"slices"
	"strings"

	"dpmap/graph"
	"dpmap/graph/rules"
)

// partyView is what the page tells of one recipient: what it gets, how each
// flow stands, and what is wrong with it.
type partyView struct {
	recipientView
	Number    int    // of the party on this page
	ID        string // of the party, as the diagrams name it
	Aliases   string
	Flows     []partyFlow
	MoreFlows int
	Findings  []partyFindings
	Found     int
	OnPage    bool // some of them stand on the page, where a filter finds them
}

type partyFlow struct {
	Purpose, Why, Place string
	Verdict             Wording
	Word                string
	worst               rules.Verdict
}

// openCards is how many recipients, the most pressing, are listed unfolded.
const openCards = 24

// mostPartyFlows is how many flows, and mostPartyPlaces how many cells of one
// rule, a recipient's entry names before it counts.
const (
	mostPartyFlows  = 6
	mostPartyPlaces = 3
)

// partyViews tells of each recipient, in their order. Anchors says where on the
// page each finding stands, by its index.
func (r *Report) partyViews(list []recipientView, anchors []string) []partyView {
	found := r.findingsByParty(anchors)
	var out []partyView
	for _, v := range list {
		p := &r.Result.Map.Parties()[v.number-1]
		view := partyView{recipientView: v, Number: v.number, ID: p.ID, Aliases: strings.Join(p.Aliases, " "), Findings: found[p.ID]}
		for _, f := range view.Findings {
			view.Found += f.Count
			view.OnPage = view.OnPage || f.onPage
		}
		for _, n := range v.flows {
			view.Flows = append(view.Flows, r.partyFlow(n))
		}
		slices.SortStableFunc(view.Flows, func(a, b partyFlow) int { return cmp.Compare(b.worst, a.worst) })
		if len(view.Flows) > mostPartyFlows {
			view.MoreFlows = len(view.Flows) - mostPartyFlows
			view.Flows = view.Flows[:mostPartyFlows]
		}
		out = append(out, view)
	}
	return out
}

func (r *Report) partyFlow(n int) partyFlow {
	f, t := &r.Result.Map.Flows()[n], r.transfer(n)
	words, word := r.standing(n)
	purpose := f.Purpose
	if purpose == "" {
		purpose = "no purpose is recorded"
	}
	return partyFlow{
		Purpose: purpose, Why: cmp.Or(t.Reason, r.place(r.Result.Map.Destination(f))), Place: r.shortPlace(f.At),
		Verdict: words, Word: word, worst: verdict(t),
	}
}

// shortPlace leaves the file's name out where there is but one.
func (r *Report) shortPlace(at graph.Ref) string {
	place := at.String()
	if len(r.Inputs) != 1 {
		return place
	}
	return strings.TrimPrefix(place, at.File+"!")
}
