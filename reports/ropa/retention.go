package ropa

import (
	"strings"

	"dpmap/graph"
	"dpmap/reports/wording"
)

const retentionSheet = "Retention"

// retention is the sheet of how long what is kept: a row for each period of
// each activity, then what the register says of retention at large.
func (d *draft) retention() *grid {
	g := table(retentionSheet, "tblRetention",
		"How long each kind of data is kept, as the register says (UK GDPR Art 30(1)(f)). “"+notRecorded+"” marks what should be there and is not.", 2,
		col{"Record", 9, ""}, col{"Purpose", 36, ""}, col{"Categories of personal data", 42, ""}, col{"Kept for", 40, ""}, col{"At", 34, ""}, col{"Where it was read", 24, ""})
	for act := range d.acts {
		for _, group := range d.periods(act) {
			g.rows = append(g.rows, d.periodRow(act, group))
		}
	}
	for _, clause := range d.retentionClauses() {
		g.rows = append(g.rows, []cell{
			says("register"), styled(orElse(clause.Heading, "at large"), quiet), says(""), says(wording.Quote(clause.Value)), says(""), styled(d.spot(clause.At), quiet),
		})
	}
	g.none("The register records no flow")
	return g
}

// periods parts an activity's flows by what is said of how long they are kept.
func (d *draft) periods(act int) [][]int {
	place := map[string]int{}
	var out [][]int
	for _, i := range d.acts[act].flows {
		text := d.period(i)
		n, ok := place[text]
		if !ok {
			n = len(out)
			place[text] = n
			out = append(out, nil)
		}
		out[n] = append(out[n], i)
	}
	return out
}

func (d *draft) period(i int) string {
	f := &d.flows[i]
	text := strings.TrimSpace(f.Retention)
	if text == "" {
		return notRecorded
	}
	return text + impliedOf(f.Implied, graph.FieldRetention)
}

func (d *draft) periodRow(act int, flows []int) []cell {
	var purposes, at, read []string
	for _, i := range flows {
		f := &d.flows[i]
		purposes = append(purposes, f.Purpose)
		at = append(at, d.recipientName(i))
		read = append(read, d.spot(f.Where(graph.FieldRetention)))
	}
	kinds := d.gets(flows)
	if kinds == "categories "+notRecorded {
		kinds = notRecorded
	}
	return []cell{
		d.toRecord(act), recorded(strings.Join(unique(purposes), "\n")), recorded(kinds), recorded(d.period(flows[0])),
		says(names(unique(at))), styled(strings.Join(unique(read), "; "), quiet),
	}
}

// retentionWords tell a clause about retention from others.
var retentionWords = [...]string{"retention", "retain", "kept for", "keep ", "how long", "delete", "erase", "erasure", "destroy", "dispos"}

// retentionClauses are what the register says of retention without saying of
// which flow: clauses, and the rows of a retention schedule, which stand under
// a heading of that sort.
func (d *draft) retentionClauses() []graph.Extra {
	reg := d.m.Register()
	var out []graph.Extra
	for _, list := range [...][]graph.Extra{reg.Notes, reg.Other} {
		for _, e := range list {
			text := strings.ToLower(e.Heading + "\n" + e.At.Heading + "\n" + e.Value)
			for _, w := range retentionWords {
				if strings.Contains(text, w) {
					out = append(out, e)
					break
				}
			}
		}
	}
	return out
}
