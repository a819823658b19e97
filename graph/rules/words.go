package rules

import (
	"strings"
	"unicode"

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
			var names []string
			for k := i; k < len(t.Legs); k++ {
				if t.Legs[k].Verdict == verdict && t.Legs[k].Reason == leg.Reason && !told[k] {
					told[k] = true
					names = append(names, d.country(t.Legs[k].Country))
				}
			}
			if leg.Country == "" {
				parts = append(parts, leg.Reason)
				continue
			}
			parts = append(parts, strings.Join(names, ", ")+": "+leg.Reason)
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

// name is how readers know a party.
func (d decider) name(party string) string {
	if p := d.m.Party(party); p != nil && p.Name != "" {
		return p.Name
	}
	return party
}

// country is a country's name, its code when the book has no name for it.
func (d decider) country(code string) string {
	if c, ok := d.book.Country(code); ok {
		return c.Name
	}
	return code
}

func (d decider) countries(codes []string) string {
	names := make([]string, len(codes))
	for i, code := range codes {
		names[i] = d.country(code)
	}
	return strings.Join(names, ", ")
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
	text := "adequate under " + lawOf(in.Regime) + " by " + in.Name
	if in.Law.Cite != "" && !strings.Contains(in.Name, in.Law.Cite) {
		text += " (" + in.Law.Cite + ")"
	}
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
func doubt(in law.Instrument) string {
	if in.Verified {
		return ""
	}
	return " (this point of law is unverified)"
}

// and adds a clause where there is one.
func and(clause string) string {
	if clause == "" {
		return ""
	}
	return "; " + clause
}

// first is the first text that is not empty.
func first(texts ...string) string {
	for _, t := range texts {
		if t != "" {
			return t
		}
	}
	return ""
}

// quote sets a recorded text in quotation marks, cut where it is long.
func quote(text string) string {
	const most = 80
	runes := []rune(strings.Join(strings.Fields(text), " "))
	if len(runes) > most {
		runes = append(runes[:most], '…')
	}
	return `"` + string(runes) + `"`
}

// recorded reports whether a text records something: blanks and the words with
// which registers say that they do not know are nothing.
func recorded(text string) bool {
	word := strings.ToLower(strings.Trim(strings.TrimSpace(text), "[]()."))
	switch word {
	case "", "?", "-", "–", "tbc", "tbd", "todo", "unknown", "n/k", "nk", "not known", "to be confirmed":
		return false
	}
	return !strings.HasPrefix(word, "todo:")
}

// hasWord reports whether a text holds one of the words, as a whole word.
func hasWord(text string, words []string) bool {
	for _, part := range wordsOf(text) {
		for _, w := range words {
			if part == w {
				return true
			}
		}
	}
	return false
}

// wordsOf are the words of a text, in lower case.
func wordsOf(text string) []string {
	return strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}
