package reports

import (
	"dpmap/graph"
	"dpmap/graph/law"
)

// SafeguardWords says what a register records in place of an instrument of the
// law, "" where the ID is that of an instrument. Every output for people uses
// these words.
func SafeguardWords(id string) string {
	switch id {
	case graph.SafeguardSCC:
		return "standard contractual clauses, not said which"
	case graph.SafeguardBCR:
		return "binding corporate rules, not said whose"
	case graph.SafeguardAdequacy:
		return "adequacy claimed"
	case graph.SafeguardDPF:
		return "Data Privacy Framework, no UK Extension named"
	case graph.SafeguardEnded:
		return "recorded as over"
	case graph.SafeguardDoubtful:
		return "left open which instrument, or whether it is in place"
	case graph.SafeguardNone:
		return "recorded as none"
	case graph.SafeguardOther, "":
		return "no instrument named"
	}
	return ""
}

// InstrumentOf is what an ID means under a regime, or under the other where
// that one does not know it: the EU's clauses are a tool of EU law, and none of
// the UK's on their own.
func InstrumentOf(book *law.Book, regime law.Regime, id string) (law.Instrument, bool) {
	if in, ok := book.InstrumentFor(regime, id); ok {
		return in, true
	}
	return book.Instrument(id)
}

// InstrumentWords names an instrument under a regime with its citation; an ID
// that the law does not know stays as it is.
func InstrumentWords(book *law.Book, regime law.Regime, id string) string {
	in, ok := InstrumentOf(book, regime, id)
	if !ok || in.Name == "" {
		return id
	}
	text := in.Name
	if in.Law.Cite != "" {
		text += " (" + in.Law.Cite + ")"
	}
	if !in.Verified {
		text += " [not verified]"
	}
	return text
}

// SafeguardNames names what a flow's row records of mechanisms, in its order.
// Clauses beside the addendum that makes them count go by their own name, not
// by that of clauses alone.
func SafeguardNames(book *law.Book, regime law.Regime, list []graph.Safeguard) []string {
	out := make([]string, len(list))
	for i, s := range list {
		if out[i] = SafeguardWords(s.ID); out[i] != "" {
			continue
		}
		under := regime
		for _, other := range list {
			if in, ok := InstrumentOf(book, regime, other.ID); ok && in.StandsWith == s.ID {
				under = law.EU
			}
		}
		out[i] = s.ID
		if in, ok := InstrumentOf(book, under, s.ID); ok && in.Name != "" {
			out[i] = in.Name
		}
	}
	return out
}
