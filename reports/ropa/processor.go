package ropa

import (
	"strings"

	"dpmap/graph"
	"dpmap/reports"
)

const processorSheet = "Processor record"

// mandate is what a party of the register does on a controller's behalf: the
// flows that it gets from the controller and those that it sends on for them.
type mandate struct {
	controller, processor string // party IDs; controller "" when nobody says whose data it is
	flows, on             []int
}

// mandates are what UK GDPR Art 30(2) asks a record of, in the order of their
// first flow.
func (d *draft) mandates() []mandate {
	var out []mandate
	place := map[[2]string]int{}
	byAct := map[int][]int{}
	for i := range d.flows {
		f := &d.flows[i]
		if !d.isMandate(f) {
			continue
		}
		key := [2]string{f.From, f.To}
		n, ok := place[key]
		if !ok {
			n = len(out)
			place[key] = n
			out = append(out, mandate{controller: f.From, processor: f.To})
		}
		out[n].flows = append(out[n].flows, i)
		byAct[d.actOf[i]] = append(byAct[d.actOf[i]], n)
	}
	isListed := len(out) > 0 || d.onlySubProcessors()
	for i := range d.flows {
		f := &d.flows[i]
		if p := d.m.Party(f.From); p == nil || !p.Own || !d.toOthers(f) {
			continue
		}
		held := byAct[d.actOf[i]]
		for k, n := range held {
			if out[n].processor == f.From && (k == 0 || held[k-1] != n) {
				out[n].on = append(out[n].on, i)
			}
		}
		if len(held) > 0 || !isListed || d.m.Role(f) != graph.SubProcessor {
			continue
		}
		key := [2]string{"", f.From}
		n, ok := place[key]
		if !ok {
			n = len(out)
			place[key] = n
			out = append(out, mandate{processor: f.From})
		}
		out[n].on = append(out[n].on, i)
	}
	return out
}

// isMandate reports whether a flow brings data to a party of the register as
// somebody's processor. People whose data it is are no controllers.
func (d *draft) isMandate(f *graph.Flow) bool {
	from, to := d.m.Party(f.From), d.m.Party(f.To)
	return to != nil && to.Own && !f.IsOwnUse() && d.m.Role(f).IsProcessor() && from != nil && !from.Kind.IsSubject()
}

// onlySubProcessors reports whether all that leaves the register's own parties
// goes to sub-processors: the register is a processor's list. One flow to a
// sub-processor in a school's register makes no processor of the school.
func (d *draft) onlySubProcessors() bool {
	some := false
	for i := range d.flows {
		f := &d.flows[i]
		if p := d.m.Party(f.From); p == nil || !p.Own || !d.toOthers(f) {
			continue
		}
		if d.m.Role(f) != graph.SubProcessor {
			return false
		}
		some = true
	}
	return some
}

// processors is the record of a processor, nil when no party of the register
// acts as one.
func (d *draft) processors() *grid {
	all := d.mandates()
	if len(all) == 0 {
		return nil
	}
	g := &grid{name: processorSheet, top: d.processorTop(), table: "tblProcessor", freeze: 1, prints: 7, cols: []col{
		{"No.", 11.5, "Article 30 record of processing activities"},
		{"Name and contact details of controller", 34, ""},
		{"Name and contact details of controller's representative (if applicable)", 26, ""},
		{"Categories of processing", 36, ""},
		{"Names of third countries or international organisations that personal data are transferred to (if applicable)", 28, ""},
		{"Safeguards for exceptional transfers of personal data to third countries or international organisations (if applicable)", 36, ""},
		{"General description of technical and organisational security measures (if possible)", 34, ""},
		{"Processor", 24, "Added by dpmap, not printed"}, {"Sub-processors", 30, ""}, {"Categories of personal data", 34, ""},
		{"Contract with the controller", 28, ""}, {"Findings", 34, ""}, {"See", 9, ""}, {"Where it was read", 24, ""}}}
	for n := range all {
		g.rows = append(g.rows, d.mandateRow(n+1, &all[n]))
	}
	return g
}

// processorTop is who keeps the record and how to reach them.
func (d *draft) processorTop() [][]cell {
	top := d.contacts()
	top[0] = (&grid{freeze: 2}).titled("Processor record",
		"UK GDPR Art 30(2): what is done on behalf of others. One row is one controller. “"+notRecorded+"” marks what should be there and is not.")
	top[1] = top[1][:6] // joint controllers and dates are of the controller's record
	top[1][0].text = "Processor"
	top[2] = top[2][:6]
	return top
}

func (d *draft) mandateRow(n int, m *mandate) []cell {
	both := append(append([]int{}, m.flows...), m.on...)
	var purposes, security, subs, agreed, read []string
	found := map[int]bool{}
	var finds []int
	for _, i := range both {
		f := &d.flows[i]
		purposes = append(purposes, f.Purpose)
		security = append(security, f.Security)
		read = append(read, d.spot(f.At))
		for _, k := range d.found[i] {
			if !found[k] {
				found[k] = true
				finds = append(finds, k)
			}
		}
	}
	for _, i := range m.on {
		subs = append(subs, d.recipient(i))
	}
	for _, i := range m.flows {
		agreed = append(agreed, orElse(reports.AgreementWords(d.flows[i].Agreement), notRecorded))
	}
	return []cell{
		counted(n), d.reach(m.controller), d.representative(m), recorded(strings.Join(unique(purposes), "\n")),
		d.beyond(m, d.thirdCountries), d.beyond(m, d.protection), recorded(strings.Join(unique(security), "\n")),
		says(d.partyName(m.processor)), says(strings.Join(unique(subs), "\n")), recorded(d.gets(both)),
		recorded(strings.Join(unique(agreed), "\n")), says(d.codes(finds)), d.toFinding(finds), styled(strings.Join(unique(read), "; "), quiet),
	}
}

// reach is a controller's name with how to reach it.
func (d *draft) reach(id string) cell {
	p := d.m.Party(id)
	if p == nil {
		return recorded("")
	}
	contact := p.Contact
	if contact == "" && strings.Contains(strings.ToLower(p.At.Heading), "contact") && p.At.Value != p.Name {
		contact = strings.TrimSpace(strings.TrimLeft(strings.TrimPrefix(p.At.Value, p.Name), ",;: \n"))
	}
	return says(d.partyName(id) + "\n" + orElse(contact, "contact "+notRecorded) + after2("\nDPO: ", p.DPO))
}

// representative is whom the register names as the controller's: a column that
// dpmap has no field for.
func (d *draft) representative(m *mandate) cell {
	var out []string
	take := func(list []graph.Extra) {
		for _, e := range list {
			if strings.Contains(strings.ToLower(e.Heading), "representative") {
				out = append(out, e.Value)
			}
		}
	}
	if p := d.m.Party(m.controller); p != nil {
		take(p.Extra)
	}
	for _, i := range m.flows {
		take(d.flows[i].Extra)
	}
	return says(strings.Join(unique(out), "\n"))
}

// beyond is what is said of where the processor sends data on, each line behind
// the names of those who get it when there are several.
func (d *draft) beyond(m *mandate, say func(i int) string) cell {
	if len(m.on) == 0 {
		return styled("no transfer recorded", muted)
	}
	var order []string
	to := map[string][]string{}
	for _, i := range m.on {
		text := say(i)
		if to[text] == nil {
			order = append(order, text)
		}
		to[text] = append(to[text], d.recipientName(i))
	}
	if len(order) == 1 {
		return recorded(order[0])
	}
	var out []string
	for _, text := range order {
		out = append(out, names(unique(to[text]))+": "+text)
	}
	return says(strings.Join(out, "\n"))
}
