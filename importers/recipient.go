package importers

import (
	"slices"
	"strings"
	"unicode"

	"dpmap/graph"
)

// named is a recipient found within a purpose.
type named struct {
	party   int
	place   graph.Place // what the words beside the name say of its country
	example string      // the group that it is named as an example of
}

// purposeReader finds recipients in the purposes of a notice.
type purposeReader struct {
	*reader
	at   graph.Ref
	text string
	ts   []token
}

// recipientsOf are the recipients of a row that provides data to third parties:
// the longest known name where the recipient is due, else the words up to one
// that no name has ("who", "to", "for"), and the examples named in brackets.
func (p *purposeReader) recipientsOf() []named {
	start := 0
	if len(p.ts) > 1 && p.ts[0].word == "to" {
		start = 1
	}
	found := p.namesFrom(p.text, p.ts, start)
	if len(found) == 0 {
		found = p.afterVerb(start)
	}
	if len(found) == 0 {
		found = p.phrase(start)
	}
	return p.withExamples(p.settle(found))
}

// afterVerb finds the recipient of "provide X with", "enable X to", "provide
// something to X", and of purposes that name it anywhere.
func (p *purposeReader) afterVerb(start int) []mention {
	n := words("verb").at(wordsOf(p.ts[min(start, len(p.ts)):]))
	if n == 0 {
		return nil
	}
	i := start + n
	if found := p.namesFrom(p.text, p.ts, i); len(found) > 0 {
		return found
	}
	for ; i < len(p.ts); i++ {
		if p.ts[i].word != "to" {
			continue
		}
		if found := p.namesFrom(p.text, p.ts, i+1); len(found) > 0 {
			return found
		}
	}
	if found := p.anywhere(start+n, 2); found != nil {
		return found
	}
	if words("objectverb").at(wordsOf(p.ts[start:])) > 0 {
		return p.phrase(start + n)
	}
	for i = start + n; i < len(p.ts); i++ {
		switch p.ts[i].word {
		case "to", "with", "using":
			if words("verb").at(wordsOf(p.ts[min(i+1, len(p.ts)):])) == 0 {
				return p.phrase(i + 1)
			}
		}
	}
	return nil
}

// anywhere finds the longest name of a party that the registry has, of at least
// so many words.
func (p *purposeReader) anywhere(start, least int) []mention {
	var best []mention
	longest := least - 1
	for i := start; i < len(p.ts); i++ {
		m, ok := p.nameAt(p.text, p.ts, i)
		if ok && m.party >= 0 && m.to-m.from > longest && !p.isController(m.party) {
			best, longest = []mention{m}, m.to-m.from
		}
	}
	return best
}

// isController reports whether a party is a register's own controller.
func (r *reader) isController(party int) bool {
	return slices.ContainsFunc(r.owners, func(o *register) bool {
		return o.Controller.Text != "" && r.parties.find(o.Controller.Text) == party
	})
}

// phrase takes the words up to one at which a recipient's name ends. Nothing
// that begins with a verb is a name.
func (p *purposeReader) phrase(start int) []mention {
	start = skip(words("determiner"), p.ts, start)
	if start >= len(p.ts) || (start == 1 && words("verb").at(wordsOf(p.ts[start:])) > 0) {
		return nil
	}
	end := start
	for end < len(p.ts) {
		gap := ""
		if end > start {
			gap = p.text[p.ts[end-1].end:p.ts[end].start]
		}
		if strings.ContainsAny(gap, "(.;:\n") && !p.isAbbreviation(end) {
			break
		}
		if words("stop").at(wordsOf(p.ts[end:min(len(p.ts), end+3)])) > 0 && !strings.Contains(gap, "(") {
			break
		}
		end++
	}
	if end == start {
		return nil
	}
	return p.divide(start, end)
}

// isAbbreviation reports whether the token stands alone in brackets as an
// abbreviation within a name: "virtual learning environment (VLE) services".
func (p *purposeReader) isAbbreviation(i int) bool {
	t := p.ts[i]
	return isCapitals(p.text[t.start:t.end]) && strings.HasPrefix(p.text[t.end:], ")")
}

// divide splits a phrase that names several recipients at strokes and commas.
func (p *purposeReader) divide(from, to int) []mention {
	var out []mention
	start := from
	for i := from + 1; i <= to; i++ {
		if i < to && !joinedByMark(p.text, p.ts, i) {
			continue
		}
		name := p.text[p.ts[start].start:p.ts[i-1].end]
		if strings.Count(name, "(") > strings.Count(name, ")") {
			name += ")"
		}
		out = append(out, mention{name: name, party: -1, from: start, to: i})
		start = i
	}
	return out
}

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
		if _, ok := words("spread").whole(fields[n-1]); ok {
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
		if words("spread").at([]string{p.ts[i].word}) > 0 {
			add(graph.Place{Open: []string{p.text[p.ts[i].start:p.ts[i].end]}})
		}
	}
	from, to := p.ts[m.from].start, len(p.text)
	if end < len(p.ts) {
		to = p.ts[end].start
	}
	for _, inner := range bracketed(p.text[from:to]) {
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
	parser := placeParser{book: p.book}
	fields := strings.Fields(inner)
	for i, w := range fields {
		if fold(w) != "in" {
			continue
		}
		rest := fields[i+1:]
		if len(rest) > 0 && fold(rest[0]) == "the" {
			rest = rest[1:]
		}
		if parser.named(rest, true) > 0 {
			place.Countries = parser.place.Countries
		}
	}
	return place
}

// namesParty reports whether a bracket's words, less "including" and the like,
// are a party of the registry.
func (p *purposeReader) namesParty(inner string) bool {
	_, ok := p.parties.byKey[nameKey(afterLead(inner))]
	return ok
}

// afterLead drops "e.g.", "including", "such as" from the start of a bracket.
func afterLead(inner string) string {
	ts := tokens(inner)
	n := words("exampleof").at(wordsOf(ts))
	if n == 0 || n >= len(ts) {
		return inner
	}
	return inner[ts[n].start:]
}

// withExamples adds the recipients that brackets name as examples of the group
// before them: "(e.g. Moodle, Blackboard or Canvas)". Words without a capital
// are kinds and not names.
func (p *purposeReader) withExamples(out []named) []named {
	for _, inner := range bracketed(p.text) {
		rest := afterLead(inner)
		if rest == inner {
			continue
		}
		if i, ok := p.parties.byKey[nameKey(rest)]; ok {
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
	f := fold(inner)
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
	text = strings.NewReplacer(" or ", ",", " and ", ",", " & ", ",", "/", ",").Replace(text)
	var out []string
	for _, name := range commaItems(text) {
		r := []rune(name)
		if !unicode.IsUpper(r[0]) || len(strings.Fields(name)) > 4 {
			return nil
		}
		out = append(out, name)
	}
	return out
}
