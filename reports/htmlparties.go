package reports

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"dpmap/graph"
	"dpmap/graph/rules"
	"dpmap/reports/wording"
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

// partyFindings are the findings of one rule about a party.
type partyFindings struct {
	Severity, Mark, Title string
	Anchor                string // of the first of them
	Count                 int
	Rule                  string
	onPage                bool
	places                []string
	more                  int // cells that are not named
}

// Cells names the cells, and counts those past the first few.
func (g partyFindings) Cells() string {
	words := g.places
	if g.more > 0 {
		words = append(slices.Clone(words), wording.Count(g.more, "more", "more"))
	}
	return strings.Join(words, "; ")
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
	v := verdict(t)
	purpose := f.Purpose
	if purpose == "" {
		purpose = "no purpose is recorded"
	}
	return partyFlow{
		Purpose: purpose, Why: cmp.Or(t.Reason, r.place(r.Result.Map.Destination(f))), Place: r.shortPlace(f.At),
		Verdict: VerdictWords(v), Word: v.String(), worst: v,
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

// findingsByParty gathers what is wrong by the ID of the party that it is
// about, rule by rule.
func (r *Report) findingsByParty(anchors []string) map[string][]partyFindings {
	out := map[string][]partyFindings{}
	for i := range r.Result.Findings {
		f := &r.Result.Findings[i]
		if !r.counts(f) {
			continue
		}
		for _, id := range r.about(f) {
			out[id] = addFinding(out[id], f, anchors[i], r.shortPlace(f.At))
		}
	}
	return out
}

func addFinding(list []partyFindings, f *rules.Finding, anchor, place string) []partyFindings {
	at := slices.IndexFunc(list, func(g partyFindings) bool { return g.Rule == f.Rule })
	if at < 0 {
		at = len(list)
		list = append(list, partyFindings{Severity: f.Severity.String(), Mark: SeverityWords(f.Severity).Mark, Title: f.Title, Anchor: anchor, Rule: f.Rule})
	}
	g := &list[at]
	g.Count++
	if !g.onPage && isPlace(anchor) {
		g.onPage, g.Anchor = true, anchor
	}
	switch {
	case place == "" || slices.Contains(g.places, place):
	case len(g.places) < mostPartyPlaces:
		g.places = append(g.places, place)
	default:
		g.more++
	}
	return list
}

// about lists the parties that a finding is about: whom its flows reach, and who
// sends them or passes them on. The register's own controller, which sends
// nearly everything, counts only where the flow is its own use.
func (r *Report) about(f *rules.Finding) []string {
	var ids []string
	seen := map[string]bool{}
	own := ""
	if p := r.Result.Map.Own(); p != nil {
		own = p.ID
	}
	add := func(id string) {
		if id != "" && !seen[id] {
			seen[id] = true
			ids = append(ids, id)
		}
	}
	for _, id := range f.Flows {
		if flow := r.Result.Map.Flow(id); flow != nil {
			add(flow.To)
			if flow.From != own {
				add(flow.From)
			}
		}
	}
	for _, id := range f.Path {
		if id != own {
			add(id)
		}
	}
	if f.Exporter != own {
		add(f.Exporter)
	}
	return ids
}

// partyNumbers are the numbers on the page of the parties that a finding is
// about, for the filter.
func (r *Report) partyNumbers(f *rules.Finding, number map[string]int) string {
	var words []string
	for _, id := range r.about(f) {
		if n := number[id]; n > 0 {
			words = append(words, strconv.Itoa(n))
		}
	}
	return strings.Join(words, " ")
}

// numbered gives every party its number on the page.
func (r *Report) numbered() map[string]int {
	number := map[string]int{}
	for i, p := range r.Result.Map.Parties() {
		number[p.ID] = i + 1
	}
	return number
}

// choice is an entry of a filter.
type choice struct {
	Value, Label string
	Count        int
}

// isPlace reports whether an anchor is a finding's own.
func isPlace(anchor string) bool { return strings.HasPrefix(anchor, "finding-") }

// partyChoices lists the parties that findings on the page are about, by name.
func (r *Report) partyChoices(anchors []string) []choice {
	tally := map[string]int{}
	for i := range r.Result.Findings {
		if f := &r.Result.Findings[i]; r.counts(f) && isPlace(anchors[i]) {
			for _, id := range r.about(f) {
				tally[id]++
			}
		}
	}
	var out []choice
	for i, p := range r.Result.Map.Parties() {
		if n := tally[p.ID]; n > 0 {
			out = append(out, choice{strconv.Itoa(i + 1), p.Name, n})
		}
	}
	slices.SortStableFunc(out, func(a, b choice) int { return cmp.Compare(strings.ToLower(a.Label), strings.ToLower(b.Label)) })
	return out
}

// ruleChoices lists the rules that have findings.
func ruleChoices(views ...[]ruleView) []choice {
	var out []choice
	for _, v := range slices.Concat(views...) {
		out = append(out, choice{v.Code, v.Title, v.Count})
	}
	return out
}
