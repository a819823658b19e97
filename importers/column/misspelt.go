package column

import (
	"math/bits"
	"slices"
	"strings"

	"dpmap/graph"

	"github.com/agnivade/levenshtein"
)

// spelt is a heading and the letters in it. Letters that only one of two
// headings has tell at a glance that they are too far apart.
type spelt struct {
	name    string
	letters uint64
	asks    string // the word of asking that it begins with
}

// bySize orders the headings of five letters and more by their length, in table
// order within each.
func bySize(names []string) [][]spelt {
	var out [][]spelt
	for _, name := range names {
		for len(out) <= len(name) {
			out = append(out, nil)
		}
		if len(name) >= 5 {
			out[len(name)] = append(out[len(name)], spelt{name, lettersOf(name), questionWord(name)})
		}
	}
	return out
}

func lettersOf(text string) uint64 {
	var out uint64
	for i := range len(text) {
		out |= 1 << (text[i] & 63)
	}
	return out
}

// near is the field of the one heading that is closest to a misspelt one; two
// fields as close as each other decide nothing.
func (h Headings) near(folded string) graph.Field {
	most := len(folded) / 6 // one slip in six letters, two in twelve
	if most == 0 || len(folded) > 60 {
		return ""
	}
	most = min(most, 2)
	var found graph.Field
	best := most + 1
	letters, asks := lettersOf(folded), questionWord(folded)
	for size := max(0, len(folded)-most); size <= len(folded)+most && size < len(h.sizes); size++ {
		for _, s := range h.sizes[size] {
			if bits.OnesCount64(letters^s.letters) > 2*most || asks != s.asks {
				continue
			}
			d := levenshtein.ComputeDistance(folded, s.name)
			if d <= min(best, most) && isOtherWord(folded, s.name) {
				continue
			}
			switch {
			case d < best:
				best, found = d, h.field[s.name]
			case d == best && found != h.field[s.name]:
				found = ""
			}
		}
	}
	if best > most {
		return ""
	}
	return found
}

// isOtherWord reports whether a heading has a word, right in itself, where the other
// has another: "Importer country" is no misspelt "Exporter country".
func isOtherWord(heading, other string) bool {
	is, of := strings.Fields(heading), strings.Fields(other)
	if len(is) != len(of) {
		return false
	}
	for i, w := range is {
		if w != of[i] && (headingWords()[w] && !fillers[w] && strings.TrimSuffix(w, "s") != strings.TrimSuffix(of[i], "s") || opposites(w, of[i]) || strings.HasSuffix(w, "ed") && !strings.HasSuffix(of[i], "ed") || tooFar(w, of[i])) {
			return true
		}
	}
	return false
}

// tooFar reports whether two slips are too many for so short a word, unless letters
// only changed places: "spend" is no misspelt "end".
func tooFar(w, of string) bool {
	return len(of) < 6 && lettersOf(w) != lettersOf(of) && levenshtein.ComputeDistance(w, of) > 1
}

// fillers are words that stand for each other without another meaning.
var fillers = map[string]bool{"of": true, "for": true, "the": true, "a": true, "an": true, "and": true, "or": true, "is": true, "are": true, "with": true}

// opposites reports whether two words say the reverse of each other by how they
// begin.
func opposites(a, b string) bool {
	for _, p := range [][2]string{{"im", "ex"}, {"in", "out"}, {"un", ""}, {"non", ""}, {"in", "ex"}} {
		for _, q := range [][2]string{p, {p[1], p[0]}} {
			if x, ok := strings.CutPrefix(a, q[0]); ok {
				if y, ok := strings.CutPrefix(b, q[1]); ok && x == y {
					return true
				}
			}
		}
	}
	return false
}

// questionWord is the word of asking that a heading begins with: Who is no
// misspelt What.
func questionWord(folded string) string {
	first, _, _ := strings.Cut(folded, " ")
	if slices.Contains([]string{"who", "whom", "whose", "what", "which", "where", "when", "why", "how"}, first) {
		return first
	}
	return ""
}
