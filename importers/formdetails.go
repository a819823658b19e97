package importers

import (
	"slices"

	"dpmap/graph"
	"dpmap/importers/column"
	"dpmap/importers/words"
)

var (
	panelAnswer = words.Regexp(`^(values?|details?|answers?|responses?|descriptions?|information|contents?|entry|entries|your answer|record|our record)$`)
	// ownDetails finds labels of a block in which a controller describes itself; what
	// others are called is none.
	ownDetails = words.Regexp(`^((legal |trading |full |registered )?name( of)?( the)?( data)?( controller| organisation| company| school| trust| charity| business| entity)?|(the |data |our )?(controller|organisation|organization|company|school|trust|charity|business|entity|establishment)( name| details)?)$`)
)

// isPanelHeading reports whether a line heads the two columns of a panel and asks
// nothing.
func isPanelHeading(l *line) bool {
	texts := l.texts()
	return len(texts) == 2 && panelLabel(words.Fold(texts[0].Text)) && panelAnswer.MatchString(words.Fold(texts[1].Text))
}

// panelStart is where the panel begins that line i is in: at its title, at the
// heading of its columns, or after an empty row.
func panelStart(lines []line, i int) int {
	for i > 0 && !isPanelHeading(&lines[i]) && lines[i].number == lines[i-1].number+1 {
		if n, _ := lines[i].ownCells(); n == 1 {
			break
		}
		i--
	}
	for i > 0 {
		n, _ := lines[i-1].ownCells()
		if n != 1 {
			break
		}
		i--
	}
	return i
}

// detailsAbove counts the lines of a form that stand in panels of their own above
// the first that tells of an activity, and in which the controller describes
// itself: its name and country are no recipient's. 0 where there are none, or where
// another label there names who receives the data.
func detailsAbove(lines []line, labels int) int {
	table := column.HeadingTable()["flow"]
	asked := func(l *line) (string, graph.Field) {
		texts := l.texts()
		if len(texts) < 2 || texts[0].Col != labels || isPanelHeading(l) {
			return "", ""
		}
		field, _ := table.Of(texts[0])
		return words.Fold(texts[0].Text), field
	}
	first := slices.IndexFunc(lines, func(l line) bool {
		_, field := asked(&l)
		return slices.Contains([]graph.Field{graph.FieldPurpose, graph.FieldCategories, graph.FieldSubjects, graph.FieldBasis}, field)
	})
	if first < 0 {
		return 0
	}
	start := panelStart(lines, first)
	describes := false
	above := map[string]bool{}
	for i := range lines[:start] {
		question, field := asked(&lines[i])
		above[question] = true
		own := ownDetails.MatchString(question)
		describes = describes || own
		if field == graph.FieldTo && !own {
			return 0
		}
	}
	if !describes {
		return 0
	}
	receives := false
	for i := range lines[start:] {
		question, field := asked(&lines[start+i])
		if question != "" && above[question] {
			return 0
		}
		receives = receives || field == graph.FieldTo || question != "" && column.AsksWho(question)
	}
	if !receives {
		return 0
	}
	return start
}

// panelLabel and panelAnswer head the two columns of a panel: "Field | Detail".
func panelLabel(folded string) bool { return words.PhraseList("labels of panels").Has(folded) }
