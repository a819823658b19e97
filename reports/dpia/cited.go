package dpia

import (
	"strconv"
	"strings"

	"dpmap/graph"
	"dpmap/reports/wording"
)

// source is where a fact's value was read.
func (d *draft) source(f fact, i int) string {
	flow := &d.flows[i]
	if places := d.statedAt(provisions(flow, f.field)); places != "" {
		return places
	}
	if at, ok := flow.Reads.At(f.field); ok {
		return d.where(at)
	}
	to := d.m.Party(flow.To)
	if f.party != "" && to != nil {
		if at, ok := to.Reads.At(f.party); ok {
			return d.where(at)
		}
		if why := implied(to, f.party); why != "" {
			return inferred(why)
		}
	}
	for _, im := range flow.Implied {
		if im.Field == f.field {
			return inferred(im.Why)
		}
	}
	if f.field == "" {
		return "worked out by dpmap"
	}
	return d.where(flow.At)
}

// inferred says that no cell records a fact, and what it was taken from.
func inferred(why string) string { return "not in the register; taken from " + why }

// provisions are what a field of a flow states, each of which knows its own cell.
func provisions(flow *graph.Flow, field graph.Field) []graph.Stated {
	switch field {
	case graph.FieldBasis:
		return flow.Bases
	case graph.FieldCondition:
		return flow.Conditions
	case graph.FieldSchedule1:
		return flow.Schedule1
	}
	return nil
}

// statedAt is where provisions were read, each place once.
func (d *draft) statedAt(list []graph.Stated) string {
	var places []string
	for _, s := range list {
		if !s.At.IsZero() {
			places = add(places, d.where(s.At))
		}
	}
	return strings.Join(places, "; ")
}

// implied is why a fact of a party is taken so though no cell records it.
func implied(p *graph.Party, field graph.Field) string {
	for _, im := range p.Implied {
		if im.Field == field {
			return im.Why
		}
	}
	if field == graph.FieldCountry {
		return p.Country.Implied
	}
	return ""
}

// missing says that a fact is not recorded, and which cell is blank.
func (d *draft) missing(f fact, i int) string {
	if at, ok := d.flows[i].Reads.At(f.field); ok {
		return "not recorded; see " + d.where(at)
	}
	return "not recorded"
}

// where is a place as people find it: file, sheet, cell. Of the one file that a
// draft was made from the opening tells.
func (d *draft) where(at graph.Ref) string {
	if at.IsZero() {
		return "not read from a file"
	}
	cell := at.Cell()
	switch {
	case cell != "" && at.Col == 0:
		cell = "row " + cell
	case cell != "":
		cell = "cell " + cell
	}
	file := at.File
	if file == d.file() && cell != "" {
		file = ""
	}
	return wording.Phrase(", ", file, before("sheet ", at.Sheet), cell)
}

// file is the one file that a draft was made from, "" where there are several.
func (d *draft) file() string {
	if len(d.r.Inputs) == 1 {
		return d.r.Inputs[0].File
	}
	return ""
}

// How many places a fact of all flows names before it counts the rest.
const mostPlaces = 3

// together joins places, those that differ only in their cell as one.
func together(places []string) string {
	more := ""
	if n := len(places) - mostPlaces; n > 0 {
		places, more = places[:mostPlaces], " and "+strconv.Itoa(n)+" more"
	}
	var cells []string
	lead := ""
	for _, p := range places {
		at := strings.LastIndex(p, "cell ")
		if at < 0 || len(cells) > 0 && p[:at] != lead {
			return strings.Join(places, "; ") + before(";", more)
		}
		lead, cells = p[:at], append(cells, p[at+len("cell "):])
	}
	switch {
	case len(cells) == 1:
		return places[0] + more
	case more != "":
		return lead + "cells " + strings.Join(cells, ", ") + more
	}
	return lead + "cells " + wording.Joined(cells)
}
