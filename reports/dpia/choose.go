package dpia

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"dpmap/graph"
	"dpmap/graph/rules"
	"dpmap/reports/wording"
)

// How many flows and how many near references a message lists.
const (
	mostFlows = 200
	mostNear  = 5
)

// Choose finds flows by their references, their places, their IDs or whom they go
// to, without regard to case, in the order of the map and each once. A reference
// or place that several flows share stands for all of them: one row with several
// recipients; so does a recipient. The error is a sentence for
// each that is not there, with those that are near, or for none the list of all.
func Choose(m *graph.Map, wanted []string) ([]int, error) {
	flows := m.Flows()
	if len(wanted) == 0 {
		return nil, fmt.Errorf("name what the DPIA is about with --flow, as often as needed; %s:\n%s", whole(len(flows)), strings.Join(listed(m), "\n"))
	}
	var chosen []int
	var faults []string
	for _, text := range wanted {
		found := find(m, text)
		if len(found) == 0 {
			faults = append(faults, fmt.Sprintf("--flow %q is no flow of the register%s", oneLine(text), near(m, text)))
		}
		for _, i := range found {
			if !slices.Contains(chosen, i) {
				chosen = append(chosen, i)
			}
		}
	}
	if len(faults) > 0 {
		return nil, fmt.Errorf("%s", strings.Join(faults, "\ndpmap: "))
	}
	slices.Sort(chosen)
	return chosen, nil
}

func whole(n int) string {
	switch {
	case n == 0:
		return "the register has no flow"
	case n > mostFlows:
		return "the register has " + strconv.Itoa(n) + " flows, the first of which are"
	}
	return "the register has"
}

// find lists the flows of a reference, else of a place, else that of an ID, else
// those to a party or, where it gets nothing, those from it.
func find(m *graph.Map, text string) []int {
	text = oneLine(text)
	flows := m.Flows()
	is := func(s string) bool { return text != "" && strings.EqualFold(oneLine(s), text) }
	called := func(id string) bool {
		p := m.Party(id)
		return p != nil && (is(p.Name) || slices.ContainsFunc(p.Aliases, is))
	}
	for _, fits := range []func(*graph.Flow) bool{
		func(f *graph.Flow) bool { return is(f.Ref) },
		func(f *graph.Flow) bool { return is(f.At.String()) },
		func(f *graph.Flow) bool { return is(f.ID) },
		func(f *graph.Flow) bool { return called(f.To) },
		func(f *graph.Flow) bool { return called(f.From) },
	} {
		var found []int
		for i := range flows {
			if fits(&flows[i]) {
				found = append(found, i)
			}
		}
		if len(found) > 0 {
			return found
		}
	}
	return nil
}

// handle is what a flow is best chosen by: its reference, else its place.
func handle(f *graph.Flow) string {
	switch {
	case f.Ref != "":
		return oneLine(f.Ref)
	case !f.At.IsZero():
		return oneLine(f.At.String())
	}
	return oneLine(f.ID)
}

// listed is a line for each flow: what it is chosen by, and what it is.
func listed(m *graph.Map) []string {
	var out []string
	name := func(id string) string {
		if p := m.Party(id); p != nil && p.Name != "" {
			return clip(p.Name, 50)
		}
		return id
	}
	for i, f := range m.Flows() {
		if i == mostFlows {
			return append(out, "  and "+strconv.Itoa(len(m.Flows())-i)+" more")
		}
		out = append(out, "  "+wording.Phrase(": ", handle(&f)+"  "+name(f.From)+" to "+name(f.To), clip(f.Purpose, 60)))
	}
	return out
}

// near names the references and parties that a misspelt one could mean.
func near(m *graph.Map, text string) string {
	flows := m.Flows()
	var known []wording.Known
	for i := range flows {
		h := handle(&flows[i])
		known = append(known, wording.Known{Called: h, Shown: h})
	}
	for _, p := range m.Parties() {
		name := clip(p.Name, 80)
		known = append(known, wording.Known{Called: name, Shown: name})
	}
	if meant := wording.DidYouMean(oneLine(text), known, 1, mostNear); meant != "" {
		return meant
	}
	return "; leave --flow out to see them all"
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// Around is the part of a result that the diagram of an assessment shows: the
// flows chosen, and those by which their recipients pass data on. focus is the
// one recipient, "" when there are several.
func Around(r *rules.Result, chosen []int) (part *rules.Result, focus string, err error) {
	d := &draft{m: r.Map, book: r.Book, flows: r.Map.Flows()}
	keep := slices.Clone(chosen)
	focus = d.flows[chosen[0]].To
	for _, i := range chosen {
		keep = append(keep, d.onward(i)...)
		if d.flows[i].To != focus {
			focus = ""
		}
	}
	slices.Sort(keep)
	keep = slices.Compact(keep)
	part = &rules.Result{Book: r.Book}
	var flows []graph.Flow
	for _, i := range keep {
		flows = append(flows, d.flows[i])
		part.Transfers = append(part.Transfers, r.Transfers[i])
	}
	part.Map, err = graph.New(r.Map.Register(), slices.Clone(r.Map.Parties()), flows)
	return part, focus, err
}
