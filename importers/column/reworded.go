package column

import (
	"strings"

	"dpmap/graph"
)

// reworded is the field of a heading that says in slightly other words what one of
// the table says: "Vendor's HQ" for "HQ of company", "Where does the college keep
// the info?" for "Where do we keep the data". Headings that two fields would share
// in such words are nobody's.
func (h Headings) reworded(in *forms) graph.Field {
	for _, f := range in.inPlainWords() {
		if field := h.plain[f]; field != "" {
			return field
		}
	}
	for _, f := range in.inPlainText() {
		if field, ok := h.asked(f, 1); ok {
			return field
		}
	}
	return ""
}

// twofold marks plain words that stand for two fields.
const twofold graph.Field = "-"

// rewordings keeps texts in plain words: while the tables are made, those of a scope
// come again in all that inherit it.
type rewordings map[string]string

func (r rewordings) text(folded string) string {
	plain, met := r[folded]
	if !met {
		plain = plainText(folded)
		r[folded] = plain
	}
	return plain
}

// table is the table by plain words.
func (r rewordings) table(fields map[string]graph.Field) map[string]graph.Field {
	out := make(map[string]graph.Field, len(fields))
	for f, field := range fields {
		plain := turned(r.text(f))
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
func plainWords(folded string) string { return turned(plainText(folded)) }

func turned(plain string) string {
	if a, b, ok := strings.Cut(plain, " of "); ok && !strings.Contains(b, " of ") {
		return b + " " + a
	}
	return plain
}

// plainText are the words of a heading without those that say nothing, one word for
// those that say the same, and the singular for the plural.
func plainText(folded string) string { return strings.Join(closeSynonyms().says(folded), " ") }
