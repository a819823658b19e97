package governors

import (
	"cmp"
	"slices"
	"strconv"

	"dpmap/graph"
	"dpmap/graph/rules"
	"dpmap/reports"
	"dpmap/reports/wording"
)

// action is an issue that the register has, and whom it concerns.
type action struct {
	Do, Wrong, How string
	Concerns       string
	Urgent         bool
}

// How many issues stand first, and how many in the list after them.
const (
	firstActions = 3
	moreActions  = 6
)

// found is an issue with its findings.
type found struct {
	place    int // in issues
	grave    rules.Severity
	who      []string // IDs of recipients, each once
	names    []string // theirs
	own      bool     // data that stays with who has it is concerned too
	findings int
}

// act fills in what is wrong and what to do, the gravest first, and returns how
// many issues are urgent.
func (p *page) act(r *reports.Report) (urgent int) {
	list := issues()
	for i, f := range gather(r, list) {
		is := list[f.place]
		a := action{Do: is.do, Wrong: is.wrong, How: is.how, Concerns: f.concerns(), Urgent: f.grave == rules.Critical}
		urgent += one(a.Urgent)
		switch {
		case i < firstActions:
			p.Actions = append(p.Actions, a)
		case i < firstActions+moreActions:
			a.Concerns = f.size()
			p.More = append(p.More, a)
		default:
			p.Rest = wording.Count(i+1-firstActions-moreActions, "smaller kind of problem is in the full report.", "smaller kinds of problem are in the full report.")
		}
	}
	if len(p.Actions) == 0 {
		p.Good = "Nothing was found that needs you to act. That is only as good as the list it was found in: see “What we do not know”."
	}
	return urgent
}

// gather puts the findings that still need somebody under their issues.
func gather(r *reports.Report, list []issue) []*found {
	place, of := make([]*found, len(list)), issuesOf(r, list)
	var out []*found
	for i := range r.Result.Findings {
		f := &r.Result.Findings[i]
		if !r.IsOpen(f) {
			continue
		}
		for _, n := range of(f) {
			if place[n] == nil {
				place[n] = &found{place: n}
				out = append(out, place[n])
			}
			place[n].add(r, f)
		}
	}
	slices.SortFunc(out, func(a, b *found) int {
		return cmp.Or(cmp.Compare(b.grave, a.grave), cmp.Compare(a.place, b.place))
	})
	return out
}

func (x *found) add(r *reports.Report, f *rules.Finding) {
	x.findings++
	x.grave = max(x.grave, f.Severity)
	m := r.Result.Map
	for _, id := range f.Flows {
		flow := m.Flow(id)
		switch {
		case flow == nil:
		case !isSharing(m, flow):
			x.own = true
		default:
			x.concern(m, flow.To)
		}
	}
}

func (x *found) concern(m *graph.Map, id string) {
	if slices.Contains(x.who, id) {
		return
	}
	name := id
	if p := m.Party(id); p != nil && p.Name != "" {
		name = p.Name
	}
	x.who = append(x.who, id)
	x.names = append(x.names, clip(name, longName))
}

// concerns names whom an issue is about.
func (x *found) concerns() string {
	switch {
	case len(x.who) > 0 && x.own:
		return some(x.names, concernsRoom) + "; and data that stays with us"
	case len(x.who) > 0:
		return some(x.names, concernsRoom)
	case x.own:
		return "Data that stays with us, or that people give us"
	}
	return "Our list itself"
}

// size is concerns in few words: how many recipients, or what else.
func (x *found) size() string {
	switch {
	case len(x.who) > 0:
		return strconv.Itoa(len(x.who))
	case x.own:
		return "our own use"
	}
	return "our list"
}
