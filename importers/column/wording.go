package column

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"sync"

	"dpmap/graph"
)

// wordingModel tells what a heading that no table has is likely for, from the
// words of the several thousand headings that the tables have: how much more often
// each word, and each pair of neighbours, stands in the headings of a field than
// in those of the others.
type wordingModel struct {
	fields []graph.Field       // those with headings enough to learn from
	each   []map[string]int    // by field: in how many of its headings a word stands
	of     []int               // by field: how many headings it has
	with   map[string]int      // in how many headings a word stands
	all    int                 // how many headings there are
	place  map[graph.Field]int // of a field in fields
}

// fewestHeadings is how many headings a field needs for its words to count.
const fewestHeadings = 15

// learntWordings is the model of the headings of flows.
var learntWordings = sync.OnceValue(func() *wordingModel {
	table := HeadingTable()["flow"]
	var learn []learntHeading
	for _, f := range table.order {
		learn = append(learn, learntHeading{f, table.field[f]})
	}
	return learnWordings(learn)
})

type learntHeading struct {
	folded string
	field  graph.Field
}

func learnWordings(list []learntHeading) *wordingModel {
	times := map[graph.Field]int{}
	for _, h := range list {
		times[h.field]++
	}
	m := &wordingModel{with: map[string]int{}, place: map[graph.Field]int{}}
	for _, h := range list {
		if times[h.field] < fewestHeadings {
			continue
		}
		i, met := m.place[h.field]
		if !met {
			i = len(m.fields)
			m.place[h.field] = i
			m.fields, m.each, m.of = append(m.fields, h.field), append(m.each, map[string]int{}), append(m.of, 0)
		}
		m.count(i, h.folded, 1)
	}
	return m
}

// count takes a heading in, or out with -1.
func (m *wordingModel) count(field int, folded string, by int) {
	for _, w := range marksOf(folded) {
		m.each[field][w] += by
		m.with[w] += by
	}
	m.of[field] += by
	m.all += by
}

// marksOf are the words of a heading and the pairs of neighbours, each once: the
// first word counts as a neighbour of the beginning.
func marksOf(folded string) []string {
	var out []string
	before := "^"
	for w := range strings.FieldsSeq(folded) {
		w = singular(w)
		out = append(out, w, before+" "+w)
		before = w
	}
	slices.Sort(out)
	return slices.Compact(out)
}

func singular(w string) string {
	switch {
	case len(w) > 4 && strings.HasSuffix(w, "ies"):
		return w[:len(w)-3] + "y"
	case len(w) > 3 && strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss"):
		return w[:len(w)-1]
	}
	return w
}

// suggestion is a field that a heading's words speak for.
type suggestion struct {
	field  graph.Field
	score  float64 // natural logarithm of the odds
	margin float64 // over the next field
}

// suggest lists fields, the likeliest first. Known is the share of the heading's
// words that stand in any other heading.
func (m *wordingModel) suggest(folded string) (out []suggestion, known float64) {
	if len(folded) > LongestHeading {
		return nil, 0
	}
	words := strings.Fields(folded)
	met := 0
	for _, w := range words {
		if m.with[singular(w)] > 0 {
			met++
		}
	}
	if met == 0 {
		return nil, 0
	}
	marks := marksOf(folded)
	for i, f := range m.fields {
		s := suggestion{field: f}
		for _, w := range marks {
			if m.with[w] == 0 {
				continue
			}
			weight := 1.0
			if strings.Contains(w, " ") {
				weight = 0.5
			}
			within := (float64(m.each[i][w]) + 0.2) / (float64(m.of[i]) + 0.4)
			without := (float64(m.with[w]-m.each[i][w]) + 0.2) / (float64(m.all-m.of[i]) + 0.4)
			s.score += weight * math.Log(within/without)
		}
		out = append(out, s)
	}
	slices.SortStableFunc(out, func(a, b suggestion) int { return cmp.Compare(b.score, a.score) })
	for i := range out[:len(out)-1] {
		out[i].margin = out[i].score - out[i+1].score
	}
	return out, float64(met) / float64(len(words))
}

// unheard reports whether none of a heading's words stands in the headings of the
// tables.
func unheard(folded string) bool {
	for w := range strings.FieldsSeq(folded) {
		if headingWords()[w] {
			return false
		}
	}
	return folded != ""
}

// headingWords are the words of all headings.
var headingWords = sync.OnceValue(func() map[string]bool {
	out := map[string]bool{}
	for heading := range everyHeading() {
		for w := range strings.FieldsSeq(heading) {
			out[w] = true
		}
	}
	return out
})
