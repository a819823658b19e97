package importers

import (
	"slices"
	"strings"
	"unicode"

	"dpmap/graph"
	"dpmap/importers/cell"
	"dpmap/importers/words"
)

// settle makes parties of the names and reads the countries beside them.
func (p *purposeReader) settle(found []mention) []named {
	var out []named
	for i, m := range found {
		if m.party < 0 {
			m.name = withoutSpread(m.name)
			m.party = p.parties.meet(m.name, p.at)
		}
		end := len(p.ts)
		if i+1 < len(found) {
			end = found[i+1].from
		}
		if slices.ContainsFunc(out, func(n named) bool { return n.party == m.party }) {
			continue
		}
		out = append(out, named{party: m.party, place: p.placeBeside(m, end)})
	}
	return out
}

// withoutSpread drops a trailing "worldwide": it is where recipients are and
// not who they are.
func withoutSpread(name string) string {
	fields := strings.Fields(name)
	if n := len(fields); n > 1 {
		if _, ok := words.List("spread").Whole(fields[n-1]); ok {
			return strings.Join(fields[:n-1], " ")
		}
	}
	return name
}

// placeBeside reads the country that stands in or after a name: "worldwide",
// "(Netherlands)", "(including … in the US)".
func (p *purposeReader) placeBeside(m mention, end int) graph.Place {
	var place graph.Place
	add := func(more graph.Place) {
		for _, c := range more.Countries {
			if !slices.Contains(place.Countries, c) {
				place.Countries = append(place.Countries, c)
			}
		}
		for _, o := range more.Open {
			if !slices.Contains(place.Open, o) {
				place.Open = append(place.Open, o)
			}
		}
	}
	for i := m.from; i < min(end, m.to+1); i++ {
		if words.List("spread").At([]string{p.ts[i].word}) > 0 {
			add(graph.Place{Open: []string{p.text[p.ts[i].start:p.ts[i].end]}})
		}
	}
	from, to := p.ts[m.from].start, len(p.text)
	if end < len(p.ts) {
		to = p.ts[end].start
	}
	for _, inner := range words.Bracketed(p.text[from:to]) {
		if code, ok := p.book.FindCountry(inner); ok {
			add(graph.Place{Countries: []string{code}})
			continue
		}
		if p.namesParty(inner) {
			continue
		}
		add(p.countryWithin(inner))
	}
	if len(place.Countries)+len(place.Open) > 0 {
		place.Text = p.text[from:to]
	}
	return place
}

// countryWithin finds "in the US" within a bracket.
func (p *purposeReader) countryWithin(inner string) graph.Place {
	var place graph.Place
	parser := cell.PlaceParser{Book: p.book}
	fields := strings.Fields(inner)
	for i, w := range fields {
		if words.Fold(w) != "in" {
			continue
		}
		rest := fields[i+1:]
		if len(rest) > 0 && words.Fold(rest[0]) == "the" {
			rest = rest[1:]
		}
		if parser.Named(rest, true) > 0 {
			place.Countries = parser.Place.Countries
		}
	}
	return place
}

// namesParty reports whether a bracket's words, less "including" and the like,
// are a party of the registry.
func (p *purposeReader) namesParty(inner string) bool {
	_, ok := p.parties.called(afterLead(inner))
	return ok
}

// afterLead drops "e.g.", "including", "such as" from the start of a bracket.
func afterLead(inner string) string {
	ts := tokens(inner)
	n := phraseAt(words.List("exampleof"), ts, 0)
	if n == 0 || n >= len(ts) {
		return inner
	}
	return inner[ts[n].start:]
}

// withExamples adds the recipients that brackets name as examples of the group
// before them: "(e.g. Moodle, Blackboard or Canvas)". Words without a capital
// are kinds and not names.
func (p *purposeReader) withExamples(out []named) []named {
	for _, inner := range words.Bracketed(p.text) {
		rest := afterLead(inner)
		if rest == inner {
			continue
		}
		if i, ok := p.parties.called(rest); ok {
			out = addNamed(out, named{party: i, place: p.countryWithin(inner)})
			continue
		}
		if !isExampleList(inner) {
			continue
		}
		group := ""
		if len(out) > 0 {
			group = p.parties.parties[out[0].party].Name
		}
		for _, name := range exampleNames(rest) {
			out = addNamed(out, named{party: p.parties.meet(name, p.at), example: group})
		}
	}
	return out
}

func addNamed(list []named, n named) []named {
	if slices.ContainsFunc(list, func(o named) bool { return o.party == n.party }) {
		return list
	}
	return append(list, n)
}

// isExampleList reports whether a bracket begins with "e.g." or "such as".
func isExampleList(inner string) bool {
	f := words.Fold(inner)
	for _, lead := range []string{"e g ", "eg ", "such as ", "for example "} {
		if strings.HasPrefix(f, lead) {
			return true
		}
	}
	return false
}

// exampleNames divides "Moodle, Blackboard or Canvas". Every name must have a
// capital, else the words are kinds.
func exampleNames(text string) []string {
	text = asCommas.Replace(text)
	var out []string
	for _, name := range words.CommaItems(text) {
		r := []rune(name)
		if !unicode.IsUpper(r[0]) || len(strings.Fields(name)) > 4 {
			return nil
		}
		out = append(out, name)
	}
	return out
}

// asCommas sets a comma for what joins names.
var asCommas = strings.NewReplacer(" or ", ",", " and ", ",", " & ", ",", "/", ",")
