package reports

import (
	"slices"
	"strings"

	"dpmap/graph/rules"
	"dpmap/reports/wording"
)

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

// findingsByParty gathers what is wrong by the ID of the party that it is
// about, rule by rule.
func (r *Report) findingsByParty(anchors []string) map[string][]partyFindings {
	out := map[string][]partyFindings{}
	for i := range r.Result.Findings {
		f := &r.Result.Findings[i]
		if !r.IsOpen(f) {
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
