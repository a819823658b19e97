package cell

import (
	"slices"

	"dpmap/graph"
	"dpmap/importers/words"
)

// riskAssessment names the test that a safeguard of Article 46 needs.
var riskAssessment = words.Regexp(`\b(transfer (risk|impact) assessments?|tras?|tias?|data protection test)\b`)

// AssessmentIn reads what a safeguard's cell says of the transfer risk assessment
// too: "IDTA 12/03/2025; TRA done". Its bare name does not say that it was done.
// The text of the evidence is blank where the cell says nothing of it.
func AssessmentIn(text string) (graph.Evidence, []Doubt) {
	if !riskAssessment.MatchString(text) {
		return graph.Evidence{}, nil
	}
	things := NamedIn(text, nil, nil)
	var at []stretch
	for _, n := range things {
		at = append(at, n.stretch)
	}
	if len(things) > MostThings {
		return graph.Evidence{}, nil
	}
	spoken := hear(text, at)
	heard := spoken.ofEach()
	days, _ := spoken.dates() // an impossible day is told with the safeguard
	var e graph.Evidence
	var doubts []Doubt
	for i, n := range things {
		if n.id != aside || !riskAssessment.MatchString(text[n.From:n.To]) {
			continue
		}
		one := graph.Evidence{Date: days[i].From, Ends: days[i].To, Text: spoken.remarkText(n.stretch)}
		switch h := heard[i]; {
		case h.Remark.Absent():
			one.State = graph.No
		case h.Remark == Doubted:
			doubts = append(doubts, unsure("transfer risk assessment", text, h))
		case h.Affirmed || !one.Date.IsZero():
			one.State = graph.Yes
		default:
			doubts = append(doubts, Doubt{Message: "safeguard " + words.Quote(text) + " names a transfer risk assessment and does not say that it was done", Fix: "write TRA done with the day, or TRA not done"})
		}
		if e.Text == "" || worse(one.State, e.State) {
			e = one
		}
	}
	return e, doubts
}

// worse reports whether what is recorded of one mention is less than of another.
func worse(a, b graph.State) bool {
	order := []graph.State{graph.No, 0, graph.Yes}
	return slices.Index(order, a) < slices.Index(order, b)
}
