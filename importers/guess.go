package importers

import (
	"slices"

	"dpmap/graph"
)

// guessedRows is how many rows that could be headings are tried: what stands
// beneath so many fuller rows is data.
const guessedRows = 6

// guess looks for a heading row that no layout knows: a row of short texts
// above fuller rows, whose columns can be told by words and by what they hold.
// It is taken only where that finds the recipients and something of what they
// get.
func (s *source) guess(top []line, o Options) {
	l := layoutNamed("generic")
	if o.Layout != "" && o.Layout != l.Name || s.isSupport() {
		return
	}
	tried, widest := 0, 0
	for i := range top {
		texts := top[i].texts()
		if top[i].number > headingRows || tried == guessedRows {
			return
		}
		if len(texts) < 3 || (!fullerBelow(top[i+1:], texts) || longest(texts) > 120) && (longest(texts) > longestHeading || !l.surely(texts)) {
			continue
		}
		if len(texts) <= widest {
			continue // beneath a row as full as this one it is data
		}
		tried, widest = tried+1, len(texts)
		was := *s
		s.head = top[i].number
		samples := s.samples(top)
		columns := withNames(told(l, l.columns(texts, o.Headings, true), samples, s.book), samples, s.book)
		named, least := 0, 3
		for _, c := range columns {
			if c.Field != "" {
				named++
			}
			if c.How == byOption {
				least = 2 // the user has looked
			}
		}
		to := slices.ContainsFunc(columns, func(c graph.Column) bool { return c.Field == graph.FieldTo })
		if to && named >= least && l.fits(columns) {
			s.layout, s.cols = l, l.columns(texts, o.Headings, true)
			if !s.isChance(top, o) {
				return
			}
		}
		*s = was
	}
}

// longest is the length of the longest text.
func longest(texts []cellText) int {
	n := 0
	for _, t := range texts {
		n = max(n, len(t.text))
	}
	return n
}

// surely reports whether a row's texts are headings beyond doubt, so that few and
// sparse rows beneath will do: most are known by name or by their words, and one
// says who receives the data.
func (l *Layout) surely(texts []cellText) bool {
	known, to := 0, false
	for _, t := range texts {
		field, how := headingTable()[l.Scope].exact(t.text)
		if field == "" || how == byLikely {
			if found := keywordsIn(t.text); found != nil {
				field = found[0].field
			}
		}
		if field != "" {
			known++
		}
		to = to || field == graph.FieldTo
	}
	return to && known >= 3 && 2*known >= len(texts)
}

// fullerBelow reports whether at least two rows beneath fill most columns of a
// row.
func fullerBelow(below []line, texts []cellText) bool {
	full := 0
	for i := range below {
		n := 0
		for _, t := range texts {
			if slices.ContainsFunc(below[i].cells, func(c value) bool { return c.col == t.col && c.text != "" }) {
				n++
			}
		}
		if 2*n > len(texts) {
			full++
		}
	}
	return full >= 2
}
