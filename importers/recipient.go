package importers

import (
	"slices"
	"strings"

	"dpmap/graph"
	"dpmap/importers/words"
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
	n := phraseAt(words.List("verb"), p.ts, start)
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
	if phraseAt(words.List("objectverb"), p.ts, start) > 0 {
		return p.phrase(start + n)
	}
	for i = start + n; i < len(p.ts); i++ {
		switch p.ts[i].word {
		case "to", "with", "using":
			if phraseAt(words.List("verb"), p.ts, i+1) == 0 {
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
	start = skip(words.List("determiner"), p.ts, start)
	if start >= len(p.ts) || (start == 1 && phraseAt(words.List("verb"), p.ts, start) > 0) {
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
		if phraseAt(words.List("stop"), p.ts, end) > 0 && !strings.Contains(gap, "(") {
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
