package column

import (
	"slices"

	"dpmap/graph"
	"dpmap/importers/words"
)

// named reports whether a name or a title speaks for the layout.
func (l *Layout) named(names ...string) bool {
	return slices.ContainsFunc(names, func(name string) bool {
		name = words.Fold(name)
		return slices.ContainsFunc(l.Sheets, func(word string) bool { return words.Contains(name, word) })
	})
}

// Columns matches a row's texts to fields: the user's own headings first, and
// misspelt ones if asked for. A field that two columns claim belongs to the
// first.
func (l *Layout) Columns(texts []CellText, taught []Heading, misspelt bool) []graph.Column {
	table := HeadingTable()[l.Scope]
	var out []graph.Column
	// Only beside a heading that is right can one be taken for misspelt.
	spelling := misspelt && slices.ContainsFunc(texts, func(t CellText) bool {
		field, _ := table.find(t.formed())
		_, how := taughtField(taught, t.Text)
		return field != "" || how != ""
	})
	for _, t := range texts {
		c := graph.Column{Col: t.Col, Heading: t.Text}
		if c.Field, c.How = taughtField(taught, t.Text); c.How == "" {
			c.Field, c.How = table.banded(t, spelling)
		}
		if c.How == ByOption {
			c.Field = l.meant(c.Field)
		}
		out = append(out, c)
	}
	out = PreferExact(out)
	for i, c := range out {
		if c.Field != "" || c.How != "" || texts[i].Band == "" {
			continue
		}
		// What two columns are by their band, one may be by its own words.
		field, how := table.find(texts[i].formed())
		if field != "" && !Has(out, field) {
			out[i].Field, out[i].How = field, how
		}
	}
	return out
}

func taughtField(taught []Heading, heading string) (graph.Field, string) {
	for _, t := range taught {
		if words.Fold(t.Heading) != words.Fold(heading) {
			continue
		}
		if t.Field == FieldNone {
			return "", ByOption
		}
		return t.Field, ByOption
	}
	return "", ""
}

// PreferExact takes a field from a column that only resembles its name when
// another column has it: the rest become extra columns.
func PreferExact(columns []graph.Column) []graph.Column {
	rank := map[string]int{ByOption: 7, ByHeading: 6, BySynonym: 5, BySpelling: 4, ByLikely: 3, ByWords: 2, ByContents: 1}
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

// Has reports whether one of the columns has a field.
func Has(columns []graph.Column, f graph.Field) bool {
	return slices.ContainsFunc(columns, func(c graph.Column) bool { return c.Field == f })
}

// Fits reports whether columns have what the layout needs and nothing that
// speaks against it.
func (l *Layout) Fits(columns []graph.Column) bool {
	has := func(f graph.Field) bool { return Has(columns, f) }
	for _, group := range l.Needs {
		if !slices.ContainsFunc(group, has) {
			return false
		}
	}
	return len(l.Needs) > 0 && (l.Unless == nil || !l.Unless(columns)) && !slices.ContainsFunc(l.Without, has)
}

// Score says how well a row serves as the layout's headings: 0 when it does not.
// The names are the sheet's, the file's and the titles above the row.
func (l *Layout) Score(names []string, columns []graph.Column) float64 {
	if l.Speaks {
		for _, c := range columns {
			if c.Field == graph.FieldTo {
				names = append(slices.Clip(names), c.Heading)
			}
		}
	}
	if (l.Named && !l.named(names...)) || !l.Fits(columns) {
		return 0
	}
	var sum float64
	matched, own := 0, 0
	for _, c := range columns {
		switch c.How {
		case ByHeading, ByOption:
			sum++
			own++
		case BySynonym:
			sum += 0.95
		case BySpelling:
			sum += 0.7
		case ByLikely:
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

// OfFlow gives the field of a flow's row that is meant where a taught one is of
// organisations: who writes "Country=country" means the recipient's.
var OfFlow = map[graph.Field]graph.Field{
	graph.FieldCountry:   graph.FieldRecipientCountry,
	graph.FieldName:      graph.FieldTo,
	graph.FieldPartyRole: graph.FieldRole,
}

// meant is the field that a taught one stands for in a layout.
func (l *Layout) meant(f graph.Field) graph.Field {
	if other, ok := OfFlow[f]; ok && l.Rank == 3 {
		return other
	}
	return f
}
