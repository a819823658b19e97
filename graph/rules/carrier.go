package rules

import (
	"slices"
	"strings"

	"dpmap/graph"
	"dpmap/graph/law"
)

// carriedByAgreement reports whether a safeguard stands in the agreement that
// the register records: both were read from one cell, the agreement is a
// transfer agreement and nothing else, the safeguard's words say that it is in
// the agreement, or the agreement's words name the safeguard.
func carriedByAgreement(f *graph.Flow, s graph.Safeguard) bool {
	at, ok := f.Reads.At(graph.FieldAgreement)
	return f.Agreement.Kind == graph.TransferAgreement || ok && at == s.At || saysWithin(s.Text) || namedIn(f.Agreement.Text, s.ID)
}

// saysWithin reports whether a safeguard is recorded as part of a contract: "UK
// Addendum (in DPA)", "SCCs annexed to the agreement".
func saysWithin(text string) bool {
	words := wordsOf(text)
	for i, w := range words {
		if !slices.Contains([]string{"in", "within", "under", "inside", "via", "to", "of"}, w) {
			continue
		}
		rest := words[i+1:]
		for len(rest) > 0 && slices.Contains([]string{"the", "our", "its", "their", "signed", "supplier", "main"}, rest[0]) {
			rest = rest[1:]
		}
		if strings.HasPrefix(strings.Join(rest, " ")+" ", "data processing ") ||
			len(rest) > 0 && slices.Contains([]string{"dpa", "agreement", "contract", "msa", "terms"}, rest[0]) {
			return true
		}
	}
	return false
}

// namedIn reports whether an agreement's words name a mechanism. "Data
// processing addendum" names none.
func namedIn(agreement, id string) bool {
	text := strings.ToLower(agreement)
	switch id {
	case "uk-idta":
		return hasWord(text, []string{"idta"})
	case "uk-addendum":
		return strings.Contains(text, "uk addendum") || strings.Contains(text, "transfer addendum")
	case euClauses, oldClauses, graph.SafeguardSCC:
		return hasWord(text, []string{"scc", "sccs", "clauses"})
	}
	return false
}

// onlyBesideOld reports whether a mechanism that attaches to certain clauses is
// recorded beside older ones alone. Where no clauses are recorded, it is taken
// to stand with its own.
func (d decider) onlyBesideOld(c crossing, in law.Instrument) bool {
	if in.StandsWith == "" {
		return false
	}
	old := false
	for _, s := range c.flow.Safeguards {
		switch id, _ := d.clauses(c.regime, s); id {
		case oldClauses:
			old = true
		case in.StandsWith, graph.SafeguardSCC:
			return false
		}
	}
	return old
}

// clausesFor names the clauses that a mechanism attaches to.
func (d decider) clausesFor(in law.Instrument) string {
	clauses, _ := d.book.InstrumentFor(law.EU, in.StandsWith)
	return first(clauses.Name, in.StandsWith)
}
