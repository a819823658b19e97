package pages

import (
	"dpmap/graph/law"
)

// Words for how a country stands for the exporters of a regime.
const (
	standsHome        = "home"        // the regime's own area: no restricted transfer
	standsAdequate    = "adequate"    // for every recipient
	standsConditional = "conditional" // for some recipients
	standsNone        = "none"
)

// standing is how a country stands for the exporters of a regime at the book's
// date, and the decision that it rests on.
type standing struct {
	country  law.Country
	regime   law.Regime
	word     string
	decision law.Instrument // zero for home and none
}

func stands(book *law.Book, regime law.Regime, country law.Country) standing {
	s := standing{country: country, regime: regime, word: standsNone}
	if book.Regime(country.Code) == regime {
		s.word = standsHome
		return s
	}
	decision, ok := book.Adequacy(regime, country.Code)
	if !ok {
		return s
	}
	s.decision, s.word = decision, standsAdequate
	if decision.Scope != "" {
		s.word = standsConditional
	}
	return s
}

// sentence is the standing in a few words.
func (s standing) sentence() string {
	switch s.word {
	case standsHome:
		return "not a restricted transfer"
	case standsAdequate:
		return "adequate"
	case standsConditional:
		return "adequate only on a condition"
	}
	return "no adequacy; a transfer needs a safeguard (Art 46) or an exception (Art 49)"
}

func regimes() []law.Regime { return []law.Regime{law.UK, law.EU} }

// evidenceWords say what a register must record before conditional adequacy
// counts.
func evidenceWords(e law.Evidence) string {
	switch e {
	case law.EvidenceDPFExtension:
		return "that the recipient is active on the Data Privacy Framework list with the UK Extension, for which data (HR or non-HR), and the day on which somebody looked"
	case law.EvidenceDPF:
		return "that the recipient is active on the Data Privacy Framework list, for which data (HR or non-HR), and the day on which somebody looked"
	case law.EvidencePIPEDA:
		return "that the recipient is subject to PIPEDA"
	case law.EvidenceAPPI:
		return "that the recipient is subject to APPI"
	case law.EvidencePIPA:
		return "that the recipient is subject to PIPA"
	case law.EvidenceLGPD:
		return "that the recipient is subject to the LGPD"
	case law.EvidenceAutomated:
		return "nothing, since any electronic flow meets the condition"
	}
	return ""
}

func typeWords(t law.InstrumentType) string {
	switch t {
	case law.Adequacy:
		return "adequacy"
	case law.Safeguard:
		return "safeguard"
	}
	return "derogation"
}

func kindWords(kinds []law.Kind) []string {
	words := make([]string, len(kinds))
	for i, k := range kinds {
		words[i] = string(k)
	}
	return words
}

// limits are what an instrument asks for or is not open to, in plain words.
func limits(i law.Instrument) []string {
	var list []string
	if i.TRA {
		list = append(list, "needs a transfer risk assessment beside it")
	}
	if i.NotForPublicAuthority {
		list = append(list, "not for public authorities that exercise their powers")
	}
	if i.OccasionalOnly {
		list = append(list, "for occasional transfers only")
	}
	return list
}
