package importers

import (
	_ "embed"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"dpmap/graph/law"
	"dpmap/importers/cell"
	"dpmap/importers/words"
)

// namedCSV holds the words that end or begin the names of public bodies as the
// United Kingdom has them: where they stand, the words, the kind of body, the role,
// and what it is. From general knowledge: what follows from them is implied, and
// only in a register that is kept in the United Kingdom.
//
//go:embed data/named.csv
var namedCSV []byte

// namedForm is one row of the table.
type namedForm struct {
	atStart bool
	words   []string // folded, the longest first
	body    law.Body
}

var namedForms = sync.OnceValue(func() []namedForm {
	var out []namedForm
	for _, row := range words.Table(namedCSV, 5) {
		f := namedForm{atStart: row[0] == "start", body: law.Body{Name: row[4] + " of the United Kingdom, by its name", Generic: true, Kind: law.Kind(row[2]), Country: "GB", Role: row[3]}}
		for phrase := range strings.SplitSeq(row[1], "|") {
			f.words = append(f.words, words.Fold(phrase))
		}
		slices.SortStableFunc(f.words, func(a, b string) int { return len(b) - len(a) })
		out = append(out, f)
	}
	return out
})

// named is the public body that a name means by its form: "Westshire Police",
// "Northmere NHS Trust". What stands beside the form must read as the name of a
// place at home.
func (g *registry) named(name string) (law.Body, bool) {
	if g.home != "GB" || strings.ContainsAny(name, "()/,;") {
		return law.Body{}, false
	}
	folded := words.Fold(name)
	for _, word := range []string{"the ", "our "} {
		folded = strings.TrimPrefix(folded, word)
	}
	for _, f := range namedForms() {
		for _, words := range f.words {
			rest, ok := strings.CutSuffix(folded, " "+words)
			if f.atStart {
				rest, ok = strings.CutPrefix(folded, words+" ")
			}
			if !ok {
				continue
			}
			if is, listed := council(name); is && listed || !g.isHomePlace(name, rest) {
				return law.Body{}, false // a council of the table says more
			}
			return f.body, true
		}
	}
	return law.Body{}, false
}

// isHomePlace reports whether the words of a name beside its form may be a place
// of the United Kingdom: a name in capitals that names no other country, nor a
// town that may be in one.
func (g *registry) isHomePlace(name, rest string) bool {
	fields := strings.Fields(rest)
	first, _ := utf8.DecodeRuneInString(name)
	if len(fields) > 0 && (fields[0] == "and" || fields[len(fields)-1] == "and") {
		return false // "Police and fire service" are two
	}
	if len(fields) == 0 || len(fields) > 6 || !unicode.IsUpper(first) || words.List("notplace").Has(rest) || words.List("farplaceword").Has(rest) || hasDigit(rest) || words.List("farstate").Has(rest) {
		return false
	}
	for from := range fields {
		for to := from + 1; to <= len(fields); to++ {
			if g.isForeign(strings.Join(fields[from:to], " ")) {
				return false
			}
		}
	}
	return true
}

// isForeign reports whether words name a country, bloc or town that is not, or
// may not be, in the United Kingdom. Codes of two letters are words too.
func (g *registry) isForeign(words string) bool {
	if list := cell.Cities()[words]; list != nil && !slices.Equal(list, []string{"GB"}) {
		return true
	}
	if len(words) < 4 && words != "us" && words != "usa" {
		return false
	}
	if code, ok := g.book.FindCountry(words); ok {
		return code != "GB"
	}
	_, bloc := g.book.FindBloc(words)
	return bloc
}

// ofDepartment is the body of which a name means a part: "Northshire Council SEND
// team", "HMRC Tax-Free Childcare". A part that serves schools for a fee may be a
// processor, so that it has no role.
func (g *registry) ofDepartment(name string) (law.Body, bool) {
	if b, ok := g.besidePart(name); ok {
		return b, true
	}
	fields := strings.Fields(withoutMarks.Replace(name))
	for n := len(fields) - 1; n > 0; n-- {
		traded, ok := isDepartment(strings.Join(fields[n:], " "))
		if !ok {
			continue
		}
		head := strings.TrimRight(strings.Join(fields[:n], " "), " -,:")
		head = strings.TrimSuffix(strings.TrimSuffix(head, "'s"), "’s")
		b, known := g.publicBody(fullForm(head))
		if !known {
			continue
		}
		b.Generic = true
		if traded {
			b.Role = ""
		}
		return b, true
	}
	return law.Body{}, false
}

// withoutMarks sets spaces for brackets and dashes.
var withoutMarks = strings.NewReplacer("(", " ", ")", " ", "–", " ", "—", " ")

// publicBody is a public body at home that goes by a name and nothing else.
func (g *registry) publicBody(name string) (law.Body, bool) {
	b, ok := g.book.FindBody(name)
	if !ok {
		b, ok = g.named(name)
	}
	if is, listed := council(name); !ok && is && listed {
		b, ok = law.Body{Name: "council of the United Kingdom", Generic: true, Kind: law.LocalAuthority, Country: "GB"}, true
	}
	switch b.Kind {
	case law.LocalAuthority, law.HealthBody, law.Police, law.Government, law.Regulator, law.PublicBody:
		return b, ok && b.Country == "GB"
	}
	return law.Body{}, false
}

// isDepartment reports whether words are all those of a part of a public body, and
// whether it is one that works for schools.
func isDepartment(text string) (traded, ok bool) {
	folded := strings.Fields(words.Fold(text))
	if len(folded) > 0 && (folded[0] == "and" || folded[0] == "for" || folded[0] == "of") {
		return false, false // "Police and social care" are two
	}
	at := 0
	for _, h := range words.List("department").Find(folded) {
		if h.From != at {
			return false, false
		}
		at = h.To
		traded = traded || h.ID == "traded"
	}
	return traded, len(folded) > 0 && at == len(folded)
}
