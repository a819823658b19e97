package importers

import (
	"slices"

	"dpmap/graph"
	"dpmap/importers/column"
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
		if s.depth(top[i].number) > headingRows || tried == guessedRows {
			return
		}
		if len(texts) < 3 || (!fullerBelow(top[i+1:], texts) || longest(texts) > 120) && (longest(texts) > column.LongestHeading || !l.Surely(texts)) {
			continue
		}
		if len(texts) <= widest {
			continue // beneath a row as full as this one it is data
		}
		tried, widest = tried+1, len(texts)
		was := *s
		s.head = top[i].number
		samples := s.samples(top)
		columns := column.WithNames(column.Told(l, l.Columns(texts, o.Headings, true), samples, s.book), samples, s.book)
		named, least := 0, 3
		for _, c := range columns {
			if c.Field != "" {
				named++
			}
			if c.How == column.ByOption {
				least = 2 // the user has looked
			}
		}
		to := column.Has(columns, graph.FieldTo)
		if to && named >= least && l.Fits(columns) {
			s.layout, s.cols = l, l.Columns(texts, o.Headings, true)
			if !s.isChance(top, o) {
				return
			}
		}
		*s = was
	}
}

// longest is the length of the longest text.
func longest(texts []column.CellText) int {
	n := 0
	for _, t := range texts {
		n = max(n, len(t.Text))
	}
	return n
}

// fullerBelow reports whether at least two rows beneath fill most columns of a
// row.
func fullerBelow(below []line, texts []column.CellText) bool {
	full := 0
	for i := range below {
		n := 0
		for _, t := range texts {
			if slices.ContainsFunc(below[i].cells, func(c value) bool { return c.col == t.Col && c.text != "" }) {
				n++
			}
		}
		if 2*n > len(texts) {
			full++
		}
	}
	return full >= 2
}
