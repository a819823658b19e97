package column

import (
	"slices"
	"strings"

	"dpmap/graph"
	"dpmap/importers/words"
)

// reworded is the field of a heading that says in slightly other words what one of
// the table says: "Vendor's HQ" for "HQ of company", "Where does the college keep
// the info?" for "Where do we keep the data". Headings that two fields would share
// in such words are nobody's.
func (h Headings) reworded(heading string) graph.Field {
	for _, f := range headingForms(heading) {
		if field := h.plain[plainWords(f)]; field != "" {
			return field
		}
	}
	for _, f := range headingForms(heading) {
		if field, ok := h.plainly.field(plainText(f)); ok {
			return field
		}
	}
	return ""
}

// twofold marks plain words that stand for two fields.
const twofold graph.Field = "-"

// inPlainWords is the table by plain words.
func inPlainWords(fields map[string]graph.Field) map[string]graph.Field {
	out := map[string]graph.Field{}
	for f, field := range fields {
		plain := plainWords(f)
		if had, met := out[plain]; met && had != field {
			field = twofold
		}
		out[plain] = field
	}
	for plain, field := range out {
		if field == twofold || plain == "" {
			delete(out, plain)
		}
	}
	return out
}

// plainWords are the plain words of a heading, and "B A" for "A of B".
func plainWords(folded string) string {
	plain := plainText(folded)
	if a, b, ok := strings.Cut(plain, " of "); ok && !strings.Contains(b, " of ") {
		return b + " " + a
	}
	return plain
}

// plainText are the words of a heading without those that say nothing, one word for
// those that say the same, and the singular for the plural.
func plainText(folded string) string {
	said, all := words.List("reworded"), strings.Fields(folded)
	var out []string
	next := 0
	take := func(to int) {
		for ; next < to; next++ {
			out = append(out, singular(all[next]))
		}
	}
	for _, h := range said.Find(all) {
		take(h.From)
		next = h.To
		if h.ID != "-" {
			out = append(out, h.ID)
		}
	}
	take(len(all))
	return strings.Join(out, " ")
}

// inPlainWords are the patterns with every step in plain words, in table order.
func (ps Patterns) inPlainWords() Patterns {
	var firsts []string
	for first := range ps {
		firsts = append(firsts, first)
	}
	slices.Sort(firsts)
	out := Patterns{}
	for _, first := range firsts {
		for _, p := range ps[first] {
			if p.field == graph.FieldNotes {
				continue // "Other information" is no "Other data"
			}
			plain := Pattern{field: p.field}
			for _, choices := range p.steps {
				var said []string
				for _, c := range choices {
					if c = plainText(c); !slices.Contains(said, c) {
						said = append(said, c)
					}
				}
				plain.steps = append(plain.steps, said)
			}
			for _, begin := range plain.begins() {
				if !slices.ContainsFunc(out[begin], func(q Pattern) bool {
					return q.field == plain.field && slices.EqualFunc(q.steps, plain.steps, slices.Equal)
				}) {
					out[begin] = append(out[begin], plain)
				}
			}
		}
	}
	return out
}
