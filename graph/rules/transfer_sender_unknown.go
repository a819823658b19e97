package rules

import (
	"slices"
	"strconv"
	"strings"

	"dpmap/graph"
	"dpmap/graph/law"
)

var transferSenderUnknown = Rule{
	Code:     "transfer-sender-unknown",
	Title:    "Nobody can tell which law a sender's transfers are under",
	Severity: Medium,
	Doc: `Fires once for each sender whose country is blank, or is given in words that name no country, and lists its flows. Likewise for a controller whose data somebody outside the UK and the EEA passes on, where the controller's country is not known.

Does not fire when the data goes to or comes from the person it is about, or stays with one legal entity, which is no transfer whoever's law it is; nor for the register's own controller or a sender that nobody sends to, which are taken to be at home (the United Kingdom unless "--home" says otherwise, and every output says so).

The law that restricts a transfer is that of whoever sends: UK law for a sender in the UK, EU law for one in the EEA. While that is open every verdict on the sender's flows is unknown, which is not the same as in order.`,
	Fix: `Write the sender's country in the column Sender country, or in Country on the sheet Organisations. If the sender is your own organisation under another name, use one name for it throughout, or say whose register it is with "--controller NAME".`,
	Law: []law.Citation{ukGDPR("3", "3"), euGDPR("3 and 44"), ukGDPRNow("44A", "44A"), ukGDPRThen("44", "44"), icoTransfers()},
	Check: func(p *Pass) {
		var senders []string
		flows := map[string][]int{}
		for i := range p.Flows() {
			sender := p.Transfers[i].lawless
			if sender == "" {
				continue
			}
			if flows[sender] == nil {
				senders = append(senders, sender)
			}
			flows[sender] = append(flows[sender], i)
		}
		for _, sender := range senders {
			p.reportSender(sender, flows[sender])
		}
	},
}

// reportSender reports that the law of a sender's flows is open, once for all of
// them.
func (p *Pass) reportSender(sender string, flows []int) {
	var to []string
	for _, i := range flows {
		if name := p.name(p.flow(i).To); !slices.Contains(to, name) {
			to = append(to, name)
		}
	}
	slices.Sort(to) // so that the order of rows does not show
	const named = 2
	if more := len(to) - named; more > 0 {
		to = append(to[:named], strconv.Itoa(more)+" more")
	}
	its := strconv.Itoa(len(flows)) + " flows, to "
	if len(flows) == 1 {
		its = "flow to "
	}
	p.Report(flows, at(p.flow(flows[0]), graph.FieldSenderCountry, graph.FieldFrom), "%s%s, so nobody can tell which law restricts its %s%s",
		p.passesOn(sender, flows), p.nowhereFrom(sender, flows), its, listed(to))
	p.last().about = []string{sender}
	p.last().Exporter = p.Transfers[flows[0]].Exporter
}

// passesOn names a sender, and who passes its data on where it sends nothing
// itself.
func (p *Pass) passesOn(sender string, flows []int) string {
	var by []string
	for _, i := range flows {
		exporter := p.Transfers[i].Exporter
		if exporter == sender {
			return p.name(sender) + " sends from "
		}
		if name := p.name(exporter); !slices.Contains(by, name) {
			by = append(by, name)
		}
	}
	slices.Sort(by)
	return p.name(sender) + ", whose data goes on from " + listed(by) + ", is in "
}

// nowhereFrom says what is recorded of a sender's country, which is none.
func (p *Pass) nowhereFrom(sender string, flows []int) string {
	var words []string
	for _, i := range flows {
		for _, open := range (decider{p.Map, p.Book}).origin(p.flow(i), sender).Open {
			if !slices.Contains(words, quote(open)) {
				words = append(words, quote(open))
			}
		}
	}
	if words == nil {
		return "a country that is not recorded"
	}
	slices.Sort(words)
	return strings.Join(words, ", ") + ", which names no country"
}
