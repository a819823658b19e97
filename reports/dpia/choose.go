package dpia

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"dpmap/graph"
	"dpmap/graph/rules"

	"github.com/agnivade/levenshtein"
)

// How many flows and how many near references a message lists.
const (
	mostFlows = 200
	mostNear  = 5
)

// Choose finds flows by their references, their places or their IDs, without
// regard to case, in the order of the map and each once. A reference or place
// that several flows share stands for all of them: one row with several
// recipients. The error is a sentence for
// each that is not there, with those that are near, or for none the list of all.
func Choose(m *graph.Map, wanted []string) ([]int, error) {
	flows := m.Flows()
	if len(wanted) == 0 {
		return nil, fmt.Errorf("name what the DPIA is about with --flow, as often as needed; %s:\n%s", whole(len(flows)), strings.Join(listed(m), "\n"))
	}
	var chosen []int
	var faults []string
	for _, text := range wanted {
		found := find(flows, text)
		if len(found) == 0 {
			faults = append(faults, fmt.Sprintf("--flow %q is no flow of the register%s", oneLine(text), near(flows, text)))
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

// find lists the flows of a reference, else of a place, else that of an ID.
func find(flows []graph.Flow, text string) []int {
	text = oneLine(text)
	for _, key := range []func(*graph.Flow) string{
		func(f *graph.Flow) string { return f.Ref },
		func(f *graph.Flow) string { return f.At.String() },
		func(f *graph.Flow) string { return f.ID },
	} {
		var found []int
		for i := range flows {
			if text != "" && strings.EqualFold(oneLine(key(&flows[i])), text) {
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
		out = append(out, "  "+phrase(": ", handle(&f)+"  "+name(f.From)+" to "+name(f.To), clip(f.Purpose, 60)))
	}
	return out
}

// near names the references that a misspelt one could mean: those that differ
// in few letters, then those that hold it.
func near(flows []graph.Flow, text string) string {
	text = strings.ToLower(oneLine(text))
	var holding, close []string
	for i := range flows {
		h := handle(&flows[i])
		low := strings.ToLower(h)
		switch {
		case text == "" || len(low) > 200 || len(text) > 200:
		case levenshtein.ComputeDistance(low, text) <= 1+len(text)/6:
			close = add(close, h)
		case strings.Contains(low, text) || len(low) > 1 && strings.Contains(text, low):
			holding = add(holding, h)
		}
	}
	list := slices.Concat(close, holding)
	if len(list) == 0 {
		return "; leave --flow out to see them all"
	}
	list = list[:min(len(list), mostNear)]
	for i, h := range list {
		list[i] = strconv.Quote(h)
	}
	return " (did you mean " + strings.Join(list, " or ") + "?)"
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
