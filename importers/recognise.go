package importers

import (
	"slices"
	"strings"
	"sync"

	"dpmap/graph"
	"dpmap/importers/cell"
	"dpmap/importers/column"
)

// sampleRows is how many rows beneath a heading row tell what columns hold.
const sampleRows = 30

// recognise finds the heading row among the first rows of a sheet, and the
// layout that it fits best. Title and contact rows above it do not fit any.
func (s *source) recognise(o Options) ([]line, error) {
	top, err := s.top()
	if err != nil {
		return nil, err
	}
	s.recogniseFrom(top, o)
	return top, nil
}

// recogniseFrom does so by the first rows alone.
func (s *source) recogniseFrom(top []line, o Options) {
	best := s.headingRow(top, o)
	if s.layout != nil && best < sureScore && (s.isSupport() || s.isChance(top, o)) {
		s.layout, s.cols, s.head, best = nil, nil, 0, 0
	}
	if f := uprightForm(top, s.names(), o); f != nil && f.score > best && column.Plain(column.Layouts(), s.sheet.Name) == nil {
		s.layout, s.form, s.head, s.cols = f.layout, f, f.first, f.columns
	} else if s.layout == nil {
		s.guess(top, o)
	}
	if s.layout == nil {
		s.shareList(top, o)
	}
	refuse := sync.OnceValue(func() *refusal { return s.refuse(top, o) })
	if s.layout == nil {
		s.assetList(top, o, refuse)
	}
	if l := column.Plain(column.Layouts(), s.sheet.Name); s.layout == nil && l != nil && holdsDetails(top) {
		s.layout = l
	}
	if s.layout == nil {
		if s.refused = refuse(); s.refused != nil {
			s.count.Columns = s.refused.cols
		}
		return
	}
	if s.form != nil {
		top = s.form.titles.asked(top, s.form.labels)
	}
	s.evidence(top, o)
	s.beginAbove(top, o)
	s.count.Layout = s.layout.Name
	s.count.Columns = s.cols
	if s.form != nil {
		s.count.Columns = slices.Clone(s.cols)
		for i := range s.cols {
			s.count.Columns[i].Col = s.form.labels
		}
	}
}

// isChance reports whether the heading row that was found is a row of values in
// which a few words happen to be headings: it holds values, or more headings are
// known in a row above it.
func (s *source) isChance(top []line, o Options) bool {
	l := layoutNamed("generic")
	found := column.KnownColumns(s.cols)
	for i := range top {
		texts := top[i].texts()
		if top[i].number < s.head {
			if n := column.KnownColumns(l.Columns(texts, o.Headings, false)); n >= 3 && n > found {
				return true
			}
			continue
		}
		values := 0
		for _, t := range texts {
			if strings.HasSuffix(strings.TrimSpace(t.Text), "?") {
				continue // "UK?" asks
			}
			if isFigure(t.Text) || len(t.Text) < 40 && (cell.IsYesNo(s.book, t.Text) || cell.IsCountries(s.book, t.Text) || cell.IsDate(s.book, t.Text)) {
				values++
			}
		}
		return values >= 2 || values == 1 && found <= 2
	}
	return false
}

// top reads the rows in which headings are looked for, and some beneath.
func (s *source) top() ([]line, error) {
	var out []line
	looked := &column.Looked{}
	for l, err := range s.lines {
		if err != nil {
			return nil, err
		}
		if len(out) >= headingRows+sampleRows {
			break
		}
		if !l.isBlank() {
			l.looked = looked
			out = append(out, l)
		}
	}
	return out, nil
}

// sureScore is a score that no row of values reaches by chance.
const sureScore = 3.5

// headingRow takes the row that serves best as headings, alone or with the row
// of bands above it, and gives its score. Misspelt headings are sought only in
// the row that wins without them, or in all where none is sure: comparing every
// value of a table with every heading takes long.
func (s *source) headingRow(top []line, o Options) float64 {
	row, best := s.bestRow(top, o, nil)
	if best >= sureScore {
		_, best = s.bestRow(top, o, func(i int) bool { return i == row })
		return best
	}
	_, best = s.bestRow(top, o, func(int) bool { return true })
	return best
}

// names are those of the sheet and of its file, in words.
func (s *source) names() []string {
	return []string{s.sheet.Name, strings.NewReplacer("-", " ", "_", " ", ".", " ").Replace(s.file)}
}

// bestRow scores the rows by every layout and takes over the best: all rows by
// headings spelt right, or those that misspelt lets through by misspelt ones too.
func (s *source) bestRow(top []line, o Options, misspelt func(i int) bool) (row int, best float64) {
	names := s.names()
	own, wide := len(names), false
	all := column.Layouts()
	for i := range top {
		l := &top[i]
		if s.depth(l.number) > headingRows {
			break
		}
		texts := l.texts()
		if len(texts) == 1 {
			if wide {
				names, wide = names[:own], false // what stood above another table was its title
			}
			names = append(names, texts[0].Text)
		}
		wide = wide || len(texts) > 2
		if len(texts) < 2 || misspelt != nil && !misspelt(i) {
			continue
		}
		candidates := []columnsBy{{texts: texts, taught: o.Headings}}
		if i > 0 && top[i-1].number == l.number-1 {
			if both := banded(top[i-1].texts(), texts); both != nil {
				candidates = append(candidates, columnsBy{texts: both, taught: o.Headings})
			}
		}
		for j := range all {
			if o.Layout != "" && all[j].Rank == 3 && all[j].Name != o.Layout {
				continue
			}
			for c := range candidates {
				columns := candidates[c].of(&all[j], misspelt != nil)
				if all[j].Rank == 2 && ofFlows(candidates[c].of(layoutNamed("generic"), false)) {
					continue
				}
				called := names
				if o.Layout == all[j].Name {
					called = slices.Concat(names, all[j].Sheets) // the user says that it is this one
				}
				if score := all[j].Score(called, columns); score > best {
					row, best = i, score
					s.layout, s.head, s.cols = &all[j], l.number, slices.Clone(columns)
				}
			}
		}
	}
	return row, best
}

// ofFlows reports whether columns are those of a list of flows, which a list
// of words or of periods does not have, or the user says so.
func ofFlows(columns []graph.Column) bool {
	n := 0
	for _, c := range columns {
		if c.How == column.ByOption && c.Field == graph.FieldTo {
			return true
		}
		switch c.Field {
		case graph.FieldSubjects, graph.FieldBasis, graph.FieldCondition, graph.FieldTo, graph.FieldFrom, graph.FieldSafeguard, graph.FieldAgreement,
			graph.FieldSecurity, graph.FieldDPIA, graph.FieldRecipientCountry, graph.FieldHosting, column.FieldCollected:
			if c.How != column.ByLikely {
				n++
			}
		}
	}
	return n >= 2
}

// holdsDetails reports whether a sheet has names and values of a register in its
// first two columns, as a sheet that is only called Notes or Asset register need
// not.
func holdsDetails(top []line) bool {
	known, wide := 0, 0
	table := column.HeadingTable()["register"]
	for i := range top {
		texts := top[i].texts()
		if len(texts) > 3 {
			wide++
		}
		if len(texts) < 2 {
			continue
		}
		if field, _ := table.Match(strings.TrimRight(texts[0].Text, ": ")); field != "" {
			known++
		}
	}
	return known > 0 && 2*wide <= len(top)
}
