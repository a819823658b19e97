package ropa

import (
	"slices"
	"strings"

	"dpmap/graph/rules"
	"dpmap/reports"
)

// way is one way in which a flow stands abroad, with the countries for which
// it stands so: thirty adequate states are one line, not thirty.
type way struct {
	leg   rules.Leg // the first; all share its verdict, instrument and reason
	codes []string
	open  []string // words that name no country; "" for a blank
	found []int    // findings that are about these countries
}

// ways gathers the legs of a flow's transfer that stand alike.
func (d *draft) ways(i int) []way {
	t := d.transfer(i)
	legs := t.Legs
	if len(legs) == 0 {
		legs = []rules.Leg{{Verdict: t.Verdict, Instrument: t.Instrument, Reason: t.Reason}}
	}
	found := d.ofTransfer(i)
	var out []way
	for _, leg := range legs {
		about := d.aboutLeg(found, &leg)
		n := slices.IndexFunc(out, func(w way) bool {
			return w.leg.Verdict == leg.Verdict && w.leg.Instrument == leg.Instrument && w.leg.Reason == leg.Reason && slices.Equal(w.found, about)
		})
		if n < 0 {
			n = len(out)
			out = append(out, way{leg: leg, found: about})
		}
		if leg.Country != "" {
			out[n].codes = append(out[n].codes, leg.Country)
		} else {
			out[n].open = append(out[n].open, leg.Open)
		}
	}
	return out
}

// ofTransfer lists the findings about a flow that are about its transfer.
func (d *draft) ofTransfer(i int) []int {
	var out []int
	for _, n := range d.found[i] {
		if strings.HasPrefix(d.r.Result.Findings[n].Rule, "transfer-") {
			out = append(out, n)
		}
	}
	return out
}

// aboutLeg are those of some findings that are about a leg: a country that is
// fine is not to bear the breach of another.
func (d *draft) aboutLeg(found []int, leg *rules.Leg) []int {
	var out []int
	for _, n := range found {
		if places := d.r.Result.Findings[n].Places; places == nil || slices.Contains(places, leg.Place()) {
			out = append(out, n)
		}
	}
	return out
}

// where names the countries of a way, then the words that are none; "" where
// the register says nothing.
func (d *draft) where(w *way) string {
	names := d.countries(w.codes)
	for _, open := range w.open {
		if open != "" {
			names = append(names, reports.OpenPlace(open))
		}
	}
	return strings.Join(names, ", ")
}
