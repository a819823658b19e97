package ropa

import (
	"strings"

	"dpmap/graph/rules"
	"dpmap/reports"
	"dpmap/reports/wording"
)

const transfersSheet = "Transfers"

// transfers is the sheet of the flows that are a restricted transfer, or not
// known to be none, with a row for each way in which their countries stand.
func (d *draft) transfers() *grid {
	g := table(transfersSheet, "tblTransfers",
		"One row is one flow to the countries outside the exporter's own area that stand alike, or to a place that is not known. The exporter initiates the transfer and answers for it.", 4,
		col{"Record", 8.5, "The transfer"}, col{"Verdict", 15, ""}, col{"Country", 15, ""}, col{"Recipient", 19, ""}, col{"Exporter", 16, ""}, col{"Purpose", 26, ""},
		col{"Special-category or criminal data", 18, ""}, col{"Instrument that carries it", 22, ""}, col{"Why", 30, ""},
		col{"Recorded safeguards", 20, ""}, col{"Transfer risk assessment", 14, ""}, col{"Evidence recorded", 34, "For reference, not printed"}, col{"What to do", 80, ""},
		col{"Findings", 50, ""}, col{"See", 9, ""}, col{"Status", 10, ""}, col{"Where it was read", 34, ""})
	g.prints = 11
	for i := range d.flows {
		if !d.transfer(i).Restricted {
			continue
		}
		ways := d.ways(i)
		for n := range ways {
			if ways[n].leg.Verdict != rules.Home {
				g.rows = append(g.rows, d.wayRow(i, &ways[n]))
			}
		}
	}
	g.none("None found")
	return g
}

func (d *draft) wayRow(i int, w *way) []cell {
	f, t := &d.flows[i], d.transfer(i)
	country := recorded(d.where(w))
	if country.style != muted {
		country.text += impliedBy(d.m.Destination(f).Implied)
	}
	assessment := says(evidence(f.RiskAssessment))
	if in, ok := reports.InstrumentOf(d.book, t.Regime, w.leg.Instrument); ok && in.TRA && assessment.text == "" {
		assessment = recorded("")
	}
	proof := ""
	if p := d.m.Party(f.To); p != nil {
		proof = standing(p)
	}
	return []cell{
		d.toRecord(d.actOf[i]), styled(verdictText(w.leg.Verdict), ofVerdict(w.leg.Verdict)), country,
		says(d.partyName(f.To)), says(wording.Phrase("\n", d.partyName(orElse(t.Exporter, f.From)), after2("under ", regime(&t)))), recorded(f.Purpose),
		says(d.protected([]int{i})), says(orElse(reports.InstrumentWords(d.book, t.Regime, w.leg.Instrument), "none")), says(orElse(w.leg.Reason, t.Reason)),
		recorded(d.safeguards(i)), assessment, says(proof), says(d.remedies(w.found)), says(d.codes(w.found)), d.toFinding(w.found),
		says(f.Status.String()), styled(d.spot(f.At), quiet),
	}
}

func regime(t *rules.Transfer) string {
	if t.Regime == "" {
		return ""
	}
	return string(t.Regime) + " GDPR"
}

// remedies is what open findings say is to be done.
func (d *draft) remedies(found []int) string {
	var out []string
	for _, n := range found {
		if f := &d.r.Result.Findings[n]; d.r.IsOpen(f) {
			out = append(out, f.Fix)
		}
	}
	return strings.Join(unique(out), "\n")
}
