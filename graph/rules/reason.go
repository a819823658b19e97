package rules

import (
	"strings"

	"dpmap/graph"
	"dpmap/graph/law"
)

// sentence is the reason of a transfer for readers: its legs, worst first,
// those that stand alike together.
func (d decider) sentence(t Transfer) string {
	var parts []string
	told := make([]bool, len(t.Legs))
	for verdict := Unprotected; verdict >= Home; verdict-- {
		for i, leg := range t.Legs {
			if leg.Verdict != verdict || told[i] {
				continue
			}
			var codes []string
			for k := i; k < len(t.Legs); k++ {
				if t.Legs[k].Verdict == verdict && t.Legs[k].Reason == leg.Reason && !told[k] {
					told[k] = true
					codes = append(codes, t.Legs[k].Country)
				}
			}
			if leg.Country == "" {
				parts = append(parts, leg.Reason)
				continue
			}
			parts = append(parts, d.countries(codes)+": "+leg.Reason)
		}
	}
	return strings.Join(parts, "; ")
}

// failure says why neither adequacy nor any recorded safeguard carries a leg.
func failure(g ground, list []standing) string {
	parts := []string{g.why}
	for _, s := range list {
		if !s.carries {
			parts = append(parts, s.why)
		}
	}
	if len(list) == 0 {
		parts = append(parts, "no transfer mechanism is recorded")
	}
	return strings.Join(parts, ", and ")
}

// besides says what is recorded that neither carries a leg nor shows that a
// decision whose condition is open reaches the recipient.
func besides(in law.Instrument, list []standing) string {
	text := ""
	for _, s := range list {
		if !s.carries && s.instrument.ID != in.ID {
			text += and(s.why)
		}
	}
	return text
}

// beyondNone quotes a cell that says more than that there is none.
func beyondNone(text string) string {
	if len(wordsOf(text)) < 2 {
		return ""
	}
	return said(text)
}

// lawOf names the law of a regime.
func lawOf(regime law.Regime) string { return string(regime) + " law" }

// undecidedBy says that no adequacy decision of a regime covers a country.
func undecidedBy(regime law.Regime) string {
	if regime == law.UK {
		return "not approved under UK law (no adequacy)"
	}
	return "not adequate under " + lawOf(regime)
}

// approvedBy says by which decision a country is adequate.
func approvedBy(in law.Instrument) string {
	decision := in.Name
	if in.Law.Cite != "" && !strings.Contains(in.Name, in.Law.Cite) {
		decision += "; " + in.Law.Cite
	}
	text := "adequate under " + lawOf(in.Regime) + " (" + decision + ")"
	if !in.Ends.IsZero() {
		text += " until " + in.Ends.Long()
	}
	return text
}

// carriedBy says which mechanism carries a leg.
func carriedBy(in law.Instrument, s graph.Safeguard, assumed string) string {
	text := "carried by " + in.Name
	if in.Type == law.Derogation {
		text = "not adequate, and rests on an exception: " + in.Name + notExplicitIn(in, s)
	}
	if !s.Date.IsZero() {
		text += " of " + s.Date.Long()
	}
	if assumed != "" {
		text += " (" + assumed + ")"
	}
	return text + doubt(in)
}

// notExplicitIn says that consent to the transfer is recorded in words that do
// not show it to be what the exception asks for.
func notExplicitIn(in law.Instrument, s graph.Safeguard) string {
	if in.ID != consentToTransfer || hasWord(s.Text, []string{"explicit", "49", in.ID}) || strings.Contains(s.Text, in.ID) {
		return ""
	}
	return " (recorded as " + quote(s.Text) + ", which does not show that it was explicit and given in knowledge of the risks)"
}

// doubt says that a rule of law was not read in its source.
func doubt(in law.Instrument) string { return unverified(in.Verified) }

func unverified(verified bool) string {
	if verified {
		return ""
	}
	return " (this point of law is unverified)"
}
