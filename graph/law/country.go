package law

import (
	"math/bits"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/agnivade/levenshtein"
)

// Countries lists every country by name.
func (b *Book) Countries() []Country { return b.law.places.countries }

// Country returns the country with the ISO code.
func (b *Book) Country(code string) (Country, bool) {
	i, ok := b.law.places.byCode[code]
	if !ok {
		return Country{}, false
	}
	return b.law.places.countries[i], true
}

// FindCountry reads a text that is, as a whole, a country's name, alias or
// code: "U.S.", "Eire", "The Netherlands", "GBR". Case, accents, punctuation
// and a leading "the" do not matter in a name; a code must be in capitals,
// because "no", "us" and "it" are words. "Dutch", "Korea" and "Europe" name no
// one country.
func (b *Book) FindCountry(text string) (code string, ok bool) {
	p := &b.law.places
	if code, ok = p.codes[strings.TrimSpace(text)]; ok {
		return code, true
	}
	code, ok = p.names[fold(text)]
	return code, ok
}

// FindBloc reads a text that is, as a whole, a bloc ("EEA", "EU") and gives its
// members' codes.
func (b *Book) FindBloc(text string) (codes []string, ok bool) {
	members, ok := b.law.places.blocs[fold(text)]
	return slices.Clone(members), ok
}

// NearCountry is the country's name that a misspelt one most probably means, ""
// when none is near, or when two are equally near.
func (b *Book) NearCountry(text string) string {
	folded := fold(text)
	const longest = 60 // no country's name is longer; the distance of a whole paragraph is a waste
	if len(folded) < 4 || len(folded) > longest {
		return ""
	}
	limit := 1
	if len(folded) >= 6 {
		limit = 2
	}
	best, code, letters := limit+1, "", lettersOf(folded)
	for _, n := range b.law.places.known {
		if len(n.folded) < 4 || abs(len(n.folded)-len(folded)) > limit || bits.OnesCount64(letters^n.letters) > 2*limit {
			continue
		}
		switch d := levenshtein.ComputeDistance(folded, n.folded); {
		case d < best:
			best, code = d, n.code
		case d == best && n.code != code:
			code = ""
		}
	}
	if c, ok := b.Country(code); ok && best <= limit {
		return c.Name
	}
	return ""
}

// lettersOf are the letters of ASCII in a text. One slip takes one away and adds one at
// most, so texts with too many that the other has not are not near.
func lettersOf(folded string) (out uint64) {
	for i := range len(folded) {
		if folded[i] < utf8.RuneSelf {
			out |= 1 << (folded[i] & 63)
		}
	}
	return out
}

func abs(n int) int { return max(n, -n) }

// Regime is the law that an exporter in the country is under: UK, EU or none.
func (b *Book) Regime(country string) Regime {
	for _, a := range b.law.places.areas {
		if slices.Contains(a.members, country) {
			return a.regime
		}
	}
	return ""
}

// Begins is the first day of a regime's tables, the zero Date for no regime: of
// an earlier day they say little or nothing.
func (b *Book) Begins(regime Regime) Date {
	for _, a := range b.law.places.areas {
		if a.regime == regime {
			return a.from
		}
	}
	return Date{}
}

// SameArea reports whether two countries are one area under a regime (the UK;
// the EEA), so that a flow between them is no restricted transfer.
func (b *Book) SameArea(regime Regime, from, to string) bool {
	for _, a := range b.law.places.areas {
		if a.regime == regime {
			return slices.Contains(a.members, from) && slices.Contains(a.members, to)
		}
	}
	return false
}
