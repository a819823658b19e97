package ropa

import (
	"strings"

	"dpmap/graph/rules"
)

const transfersSheet = "Transfers"

// transfers is the sheet with one row per country that a flow goes to and
// where it is a restricted transfer, or not known to be none.
func (d *draft) transfers() *grid {
	g := table(transfersSheet, "tblTransfers",
		"One row is one flow to one country outside the exporter's own area, or to a place that is not known. The exporter initiates the transfer and answers for it.", 4,
		col{"Record", 8.5, "The transfer"}, col{"Verdict", 15, ""}, col{"Country", 15, ""}, col{"Recipient", 20, ""}, col{"Exporter", 16, ""}, col{"Purpose", 21, ""},
		col{"Special-category or criminal data", 18, ""}, col{"Instrument that carries it", 22, ""}, col{"Why", 32, ""},
		col{"Recorded safeguards", 20, ""}, col{"Transfer risk assessment", 14, ""}, col{"Evidence recorded", 34, "For reference, not printed"}, col{"What to do", 80, ""},
		col{"Findings", 50, ""}, col{"See", 9, ""}, col{"Status", 10, ""}, col{"Where it was read", 34, ""})
	g.prints = 11
	for i := range d.flows {
		t := d.transfer(i)
		if !t.Restricted {
			continue
		}
		legs := t.Legs
		if len(legs) == 0 {
			legs = []rules.Leg{{Verdict: t.Verdict, Instrument: t.Instrument, Reason: t.Reason}}
		}
		for _, leg := range legs {
			if leg.Verdict != rules.Home {
				g.rows = append(g.rows, d.legRow(i, &t, &leg))
			}
		}
	}
	g.none("None found")
	return g
}

func (d *draft) legRow(i int, t *rules.Transfer, leg *rules.Leg) []cell {
	f := &d.flows[i]
	country := recorded(d.country(leg.Country))
	if leg.Country == "" && leg.Open != "" {
		country = says(quote(leg.Open))
	}
	if country.style != muted {
		country.text += impliedBy(d.m.Destination(f).Implied)
	}
	assessment := says(evidence(f.RiskAssessment))
	if in, ok := d.book.Instrument(leg.Instrument); ok && in.TRA && assessment.text == "" {
		assessment = recorded("")
	}
	proof := ""
	if p := d.m.Party(f.To); p != nil {
		proof = standing(p)
	}
	exporter := t.Exporter
	if exporter == "" {
		exporter = f.From
	}
	found := d.ofTransfer(i)
	return []cell{
		d.toRecord(d.actOf[i]), styled(verdictText(leg.Verdict), ofVerdict(leg.Verdict)), country,
		says(d.partyName(f.To)), says(phrase("\n", d.partyName(exporter), after2("under ", regime(t)))), recorded(f.Purpose),
		says(d.protected([]int{i})), says(orElse(d.instrument(leg.Instrument), "none")), says(orElse(leg.Reason, t.Reason)),
		recorded(d.safeguards(f)), assessment, says(proof), says(d.remedies(found, t, leg)), says(d.codes(found)), d.toFinding(found),
		says(f.Status.String()), styled(f.At.String(), quiet),
	}
}

func regime(t *rules.Transfer) string {
	if t.Regime == "" {
		return ""
	}
	return string(t.Regime) + " GDPR"
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

// remedies is what findings say is to be done about a leg. Findings are about
// whole flows: where only other legs can be at fault, this one needs nothing.
func (d *draft) remedies(found []int, t *rules.Transfer, leg *rules.Leg) string {
	if len(t.Legs) > 1 && leg.Verdict == rules.Adequate && t.Verdict != rules.Adequate {
		return ""
	}
	var out []string
	for _, n := range found {
		if f := &d.r.Result.Findings[n]; d.isOpen(f) {
			out = append(out, f.Fix)
		}
	}
	return strings.Join(unique(out), "\n")
}
