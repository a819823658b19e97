package importers

import (
	_ "embed"
	"strings"
	"sync"

	"dpmap/graph"
	"dpmap/graph/law"
	"dpmap/importers/cell"
	"dpmap/importers/words"
)

// councilsCSV holds the principal councils of the United Kingdom: the kind of
// council, and the names. From general knowledge, unverified.
//
//go:embed data/councils.csv
var councilsCSV []byte

// councilKinds are the words around a council's name, the longest first: what
// stands before it and after it, and the kind in the table ("" for London).
var councilKinds = []struct{ before, after, kind string }{
	{"london borough of", "council", "london"},
	{"london borough of", "", "london"},
	{"royal borough of", "council", "london"},
	{"royal borough of", "", "london"},
	{"", "london borough council", "london"},
	{"", "metropolitan borough council", "metropolitan"},
	{"", "metropolitan district council", "metropolitan"},
	{"", "county borough council", "wales"},
	{"", "county council", "county"},
	{"", "city council", "city"},
	{"", "borough council", "borough"},
	{"", "district council", "district"},
	{"", "council", ""},
}

var councils = sync.OnceValue(func() map[string]bool {
	out := map[string]bool{}
	for _, row := range words.Table(councilsCSV, 2) {
		for name := range strings.SplitSeq(row[1], "|") {
			out[row[0]+":"+words.Fold(name)] = true
			out[":"+words.Fold(name)] = true
		}
	}
	return out
})

// council reports whether a name is a council's, by its form or by the table,
// and whether it is one of the United Kingdom: "Kildare County Council" has the
// form and is not. A bare "X Council" must be in the table.
func council(name string) (is, british bool) {
	name = words.Fold(words.WithoutBrackets(name))
	name = strings.TrimPrefix(name, "the ")
	for _, k := range councilKinds {
		rest, ok := strings.CutPrefix(name, k.before)
		if !ok {
			continue
		}
		if rest, ok = strings.CutSuffix(rest, k.after); !ok {
			continue
		}
		rest = strings.TrimSpace(rest)
		listed := councils()[k.kind+":"+rest]
		switch {
		case rest == "" || notCouncil[rest]:
			return false, false
		case k.kind == "":
			return listed, listed
		case k.before != "":
			return true, strings.HasPrefix(k.before, "london") || listed
		}
		return true, listed
	}
	return false, false
}

// notCouncil are words before "council" that name no place.
var notCouncil = map[string]bool{
	"your": true, "our": true, "local": true, "the local": true, "home": true, "other": true, "relevant": true, "the relevant": true, "a": true, "any": true,
}

// implyCouncil marks a council that no table of bodies knows.
func implyCouncil(p *graph.Party) bool {
	is, british := council(p.Name)
	if !is {
		return false
	}
	why := "named as a council"
	if p.Kind == "" {
		p.Kind = law.LocalAuthority
		p.Implied = append(p.Implied, graph.Implied{Field: graph.FieldKind, Value: string(p.Kind), Why: why})
	}
	if british && p.Country.IsBlank() && !cell.IsNotApplicable(p.Country.Text) {
		why = "named as a council of the United Kingdom"
		p.Country = graph.Place{Countries: []string{"GB"}, Text: p.Country.Text, Implied: why}
		p.Implied = append(p.Implied, graph.Implied{Field: graph.FieldCountry, Value: "GB", Why: why})
	}
	return true
}
