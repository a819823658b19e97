package importers

import (
	"slices"

	"dpmap/graph"
	"dpmap/graph/law"
	"dpmap/importers/cell"
	"dpmap/importers/column"
	"dpmap/importers/words"
)

// titleHeading is the question that the name over a panel answers, in a form whose
// panels are one recipient each and whose labels do not ask for it.
const titleHeading = "name above the panel"

// titles tells where the names over the panels of such a form stand.
type titles struct {
	first string // the folded label that each panel begins with
	above int    // how many lines above it the name stands; 0 where there are none
}

// isLone reports whether a line has one text and it is a label's.
func isLone(l *line, labels int) bool {
	texts := l.texts()
	return len(texts) == 1 && texts[0].Col == labels
}

// titlesOf finds the names over the panels of a form: panels that begin with the same
// label and have as many lines alone above it, the uppermost of which are mostly
// organisations. Names of activities are none: nobody receives data from a title.
func titlesOf(lines []line, labels int, book *law.Book) titles {
	runs := map[string][]int{} // by the label beneath, in how many lines each run is
	var order []string
	run := 0
	for i := range lines {
		if isLone(&lines[i], labels) {
			run++
			continue
		}
		if texts := lines[i].texts(); run > 0 && len(texts) > 1 && texts[0].Col == labels {
			label := words.Fold(texts[0].Text)
			if runs[label] == nil {
				order = append(order, label)
			}
			runs[label] = append(runs[label], run)
		}
		run = 0
	}
	for _, label := range order {
		if len(runs[label]) < 2 {
			continue
		}
		t := titles{first: label, above: slices.Min(runs[label][1:])} // over the first panel the sheet's title may stand too
		if runs[label][0] < t.above {
			continue
		}
		var names []string
		for i := range lines {
			if t.isTitle(lines, i, labels) {
				names = append(names, lines[i].texts()[0].Text)
			}
		}
		if 2*cell.CountOf(names, func(v string) bool { return cell.IsOrganisation(book, v) }) >= len(names) && column.HoldsNames(names, book) {
			return t
		}
	}
	return titles{}
}

// isTitle reports whether line i is the name over a panel.
func (t titles) isTitle(lines []line, i, labels int) bool {
	if t.above == 0 || i+t.above >= len(lines) {
		return false
	}
	for _, l := range lines[i : i+t.above] {
		if !isLone(&l, labels) {
			return false
		}
	}
	texts := lines[i+t.above].texts()
	return len(texts) > 1 && texts[0].Col == labels && words.Fold(texts[0].Text) == t.first
}

// asked gives each name over a panel the question that it answers, so that a panel
// begins with it. The name keeps the cell that it stands in.
func (t titles) asked(lines []line, labels int) []line {
	if t.above == 0 {
		return lines
	}
	out := slices.Clone(lines)
	for i := range lines {
		if !t.isTitle(lines, i, labels) {
			continue
		}
		name := lines[i].cells[slices.IndexFunc(lines[i].cells, func(c value) bool { return c.text != "" })]
		question := value{col: labels, text: titleHeading, raw: titleHeading}
		name.home, name.col = name.col, lines[i+t.above].texts()[1].Col
		out[i].cells = []value{question, name}
	}
	return out
}

// takeTitles takes the names over the panels for the recipients.
func (f *form) takeTitles() {
	for i, c := range f.columns {
		if c.Heading == titleHeading {
			f.columns[i].Field, f.columns[i].How = graph.FieldTo, column.ByPosition
			f.columns[i].Why = "each panel of labels stands under a name, and most are organisations"
		}
	}
}
