package rules

import (
	"slices"
	"strings"

	"dpmap/graph"
	"dpmap/graph/law"
)

// proof is how far the register evidences that adequacy covers a recipient.
type proof int

const (
	noDecision proof = iota // none stands for the country, or none reaches the recipient
	unproven                // a condition of the decision is not spoken of
	claimed                 // it is claimed, and what would evidence it is not recorded
	proven
)

// ground is what adequacy comes to for one recipient in one country.
type ground struct {
	proof            proof
	instrument       law.Instrument
	why              string
	beyond           string // why a decision that stands does not reach the recipient
	withoutExtension bool   // the Data Privacy Framework is recorded without its UK Extension
}

// adequacy judges the decision on a country for a recipient.
func (d decider) adequacy(c crossing, country string) ground {
	in, ok := d.book.Adequacy(c.regime, country)
	if !ok {
		g := ground{why: d.undecided(c.regime, country)}
		for _, old := range d.book.Decisions(c.regime, country) {
			g.withoutExtension = g.withoutExtension || d.withoutExtension(c, old)
		}
		return g
	}
	g := ground{instrument: in}
	if slices.Contains(in.Outside, c.to.Kind) {
		g.beyond = "the recipient is " + kindOf(c.to) + ", a kind that is outside " + in.Name
	} else if gap := coverGap(in, c.flow, c.to.DPF); gap != "" {
		g.beyond = gap
	}
	if g.beyond != "" {
		g.why = g.beyond
		return g
	}
	g.withoutExtension = d.withoutExtension(c, in)
	var what string
	g.proof, what = d.evidence(in, c)
	switch g.proof {
	case proven:
		g.why = approvedBy(in) + and(what) + doubt(in)
	case noDecision:
		g.why = what
	default:
		g.why = "adequate under " + lawOf(in.Regime) + " (" + in.Name + ") only if the recipient is " + asked(in) + ", and " + what + doubt(in)
	}
	return g
}

// kindOf tells a party's kind, and whether a cell records it.
func kindOf(p *graph.Party) string {
	if p.IsImplied(graph.FieldKind) {
		return "taken to be " + quote(string(p.Kind)) + " (implied)"
	}
	if ref, ok := p.Reads.At(graph.FieldKind); ok && recorded(ref.Value) && !strings.EqualFold(strings.TrimSpace(ref.Value), string(p.Kind)) {
		return "recorded as " + quote(ref.Value) + ", which counts as " + quote(string(p.Kind))
	}
	return "recorded as " + quote(string(p.Kind))
}

// undecided says why no adequacy decision stands for a country.
func (d decider) undecided(regime law.Regime, country string) string {
	for _, in := range d.book.Decisions(regime, country) {
		switch {
		case slices.Contains(d.book.Without(), in.ID):
			return undecidedBy(regime) + " (supposing that " + in.Name + " has fallen)"
		case d.book.AsAt().Before(in.From):
			return in.Name + " is in force only from " + in.From.Long() + d.early(regime)
		case in.Ends.Before(d.book.AsAt()):
			return in.Name + " ended on " + in.Ends.Long()
		}
	}
	return undecidedBy(regime) + d.early(regime)
}

// early says that the tables of a regime do not reach back to the date.
func (d decider) early(regime law.Regime) string {
	begins := d.book.Begins(regime)
	if !d.book.AsAt().Before(begins) {
		return ""
	}
	return " (dpmap's tables of " + lawOf(regime) + " begin on " + begins.Long() + ": of what stood before they say little)"
}

// coverGap says how the data goes beyond the cover that a Data Privacy
// Framework listing is recorded with, "" when it does not or nothing is known
// of either.
func coverGap(in law.Instrument, f *graph.Flow, dpf graph.DPF) string {
	framework := in.Needs == law.EvidenceDPF || in.Needs == law.EvidenceDPFExtension
	if !framework || len(dpf.Cover) == 0 {
		return ""
	}
	covers := func(word string) bool {
		return slices.ContainsFunc(dpf.Cover, func(c string) bool { return strings.EqualFold(c, word) })
	}
	staff, others := subjectsOf(f)
	switch {
	case staff != "" && !covers("HR"):
		return "data about " + quote(staff) + " is HR data, and the listing is recorded as covering " + strings.Join(dpf.Cover, ", ") + " only"
	case others != "" && !covers("non-HR"):
		return "data about " + quote(others) + " is not HR data, and the listing is recorded as covering " + strings.Join(dpf.Cover, ", ") + " only"
	}
	return ""
}

// subjectsOf is the first group of a flow's data subjects that works for the
// sender, and the first that does not.
func subjectsOf(f *graph.Flow) (staff, others string) {
	for _, s := range f.Subjects {
		switch {
		case hasWord(s, staffWords()):
			staff = first(staff, s)
		case recorded(s):
			others = first(others, s)
		}
	}
	return staff, others
}

// staffWords are the words of data subjects whose data is employment data.
func staffWords() []string {
	return []string{"staff", "employee", "employees", "teacher", "teachers", "workforce", "personnel"}
}
