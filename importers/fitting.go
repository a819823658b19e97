package importers

import (
	"slices"

	"dpmap/graph"
)

// named reports whether a name or a title speaks for the layout.
func (l *Layout) named(names ...string) bool {
	return slices.ContainsFunc(names, func(name string) bool {
		name = fold(name)
		return slices.ContainsFunc(l.Sheets, func(word string) bool { return contains(name, word) })
	})
}

// columns matches a row's texts to fields: the user's own headings first, and
// misspelt ones if asked for. A field that two columns claim belongs to the
// first.
func (l *Layout) columns(texts []cellText, taught []Heading, misspelt bool) []graph.Column {
	table := headingTable()[l.Scope]
	var out []graph.Column
	// Only beside a heading that is right can one be taken for misspelt.
	spelling := misspelt && slices.ContainsFunc(texts, func(t cellText) bool {
		field, _ := table.exact(t.text)
		_, how := taughtField(taught, t.text)
		return field != "" || how != ""
	})
	for _, t := range texts {
		c := graph.Column{Col: t.col, Heading: t.text}
		if c.Field, c.How = taughtField(taught, t.text); c.How == "" {
			c.Field, c.How = table.banded(t, spelling)
		}
		if c.How == byOption {
			c.Field = l.meant(c.Field)
		}
		out = append(out, c)
	}
	out = preferExact(out)
	for i, c := range out {
		if c.Field != "" || c.How != "" || texts[i].band == "" {
			continue
		}
		// What two columns are by their band, one may be by its own words.
		field, how := table.exact(c.Heading)
		if field != "" && !slices.ContainsFunc(out, func(o graph.Column) bool { return o.Field == field }) {
			out[i].Field, out[i].How = field, how
		}
	}
	return out
}

func taughtField(taught []Heading, heading string) (graph.Field, string) {
	for _, t := range taught {
		if fold(t.Heading) != fold(heading) {
			continue
		}
		if t.Field == fieldNone {
			return "", byOption
		}
		return t.Field, byOption
	}
	return "", ""
}

// preferExact takes a field from a column that only resembles its name when
// another column has it: the rest become extra columns.
func preferExact(columns []graph.Column) []graph.Column {
	rank := map[string]int{byOption: 7, byHeading: 6, bySynonym: 5, bySpelling: 4, byLikely: 3, byWords: 2, byContents: 1}
	best := map[graph.Field]int{}
	for i, c := range columns {
		if c.Field == "" || several(c.Field) {
			continue
		}
		if j, claimed := best[c.Field]; claimed && rank[columns[j].How] >= rank[c.How] {
			columns[i].Field, columns[i].How = "", ""
			continue
		} else if claimed {
			columns[j].Field, columns[j].How = "", ""
		}
		best[c.Field] = i
	}
	return columns
}

// fits reports whether columns have what the layout needs and nothing that
// speaks against it.
func (l *Layout) fits(columns []graph.Column) bool {
	has := func(f graph.Field) bool {
		return slices.ContainsFunc(columns, func(c graph.Column) bool { return c.Field == f })
	}
	for _, group := range l.Needs {
		if !slices.ContainsFunc(group, has) {
			return false
		}
	}
	return len(l.Needs) > 0 && (l.Unless == nil || !l.Unless(columns)) && !slices.ContainsFunc(l.Without, has)
}

// score says how well a row serves as the layout's headings: 0 when it does not.
// The names are the sheet's, the file's and the titles above the row.
func (l *Layout) score(names []string, columns []graph.Column) float64 {
	if l.Speaks {
		for _, c := range columns {
			if c.Field == graph.FieldTo {
				names = append(slices.Clip(names), c.Heading)
			}
		}
	}
	if (l.Named && !l.named(names...)) || !l.fits(columns) {
		return 0
	}
	var sum float64
	matched, own := 0, 0
	for _, c := range columns {
		switch c.How {
		case byHeading, byOption:
			sum++
			own++
		case bySynonym:
			sum += 0.95
		case bySpelling:
			sum += 0.7
		case byLikely:
			sum += 0.6
		default:
			continue
		}
		if c.Field == "" {
			continue
		}
		matched++
	}
	if matched < 2 || (l.Own && 2*own <= matched) {
		return 0
	}
	return sum + l.Weight
}
