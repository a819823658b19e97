package importers

import (
	"fmt"
	"slices"
	"strings"

	"dpmap/graph"
	"dpmap/importers/column"
	"dpmap/importers/words"

	"github.com/agnivade/levenshtein"
)

// tellTaught says which of the headings that the user taught had no effect: those
// that stand on no sheet, and those taught a field that rows of flows do not have.
func (r *reader) tellTaught() {
	const most = 3
	unmet := r.unmet()
	if len(unmet) > most {
		r.problems.warn(r.firstFile(), fmt.Sprintf("%d of the headings that --heading or the configuration teaches stand on no sheet: %s", len(unmet), strings.Join(unmet, ", ")),
			"copy the headings from --explain-import, letter for letter")
	} else {
		for _, sentence := range unmet {
			r.problems.warn(r.firstFile(), "no sheet has the heading "+sentence+", which --heading or the configuration teaches, so nothing came of it",
				"copy the heading from --explain-import, letter for letter")
		}
	}
	for _, s := range r.sources {
		if s.layout == nil || s.rank() != 3 {
			continue
		}
		for _, c := range s.count.Columns {
			if c.How != column.ByOption || c.Field == "" {
				continue
			}
			for _, t := range r.o.Headings {
				if words.Fold(t.Heading) == words.Fold(c.Heading) && t.Field != c.Field && column.OfFlow[t.Field] == c.Field {
					r.assume(fmt.Sprintf("--heading \"%s=%s\" was taken for %s, since the rows of %s are flows", t.Heading, t.Field, c.Field, s.name()))
				}
			}
			if !flowsHave(s.layout, c.Field) {
				r.problems.warn(s.headingRef(c), "the column "+words.Quote(c.Heading)+" is not used: --heading takes it for "+words.Quote(string(c.Field))+", which flows do not have",
					"name one of "+strings.Join(fieldList(), ", ")+", or none to leave the column aside")
			}
		}
	}
}

// flowsHave reports whether the rows of a layout have a field.
func flowsHave(l *column.Layout, f graph.Field) bool {
	if f == column.FieldMarkedCategory || f == column.FieldMarkedSubject || slices.ContainsFunc(flowFieldTable, func(x flowField) bool { return x.field == f }) {
		return true
	}
	return slices.ContainsFunc(column.HeadingRows(), func(row column.HeadingRow) bool {
		return !row.Loose && (row.Scope == "flow" || row.Scope == l.Scope) && row.Field == f
	})
}

// unmet lists the taught headings that no sheet has, each with the one that was
// probably meant.
func (r *reader) unmet() []string {
	var all []string
	met := map[string]bool{}
	for _, s := range r.sources {
		for _, c := range s.count.Columns {
			if f := words.Fold(c.Heading); !met[f] {
				met[f] = true
				all = append(all, c.Heading)
			}
		}
	}
	var out []string
	for _, t := range r.o.Headings {
		if met[words.Fold(t.Heading)] {
			continue
		}
		sentence := words.Quote(t.Heading)
		if near := likest(t.Heading, all); near != "" {
			sentence += " (did you mean " + words.Quote(near) + "?)"
		}
		out = append(out, sentence)
	}
	return out
}

// likest is the heading most like a text: the one of which it is a part, else the
// one that is fewest letters away, "" where none is near.
func likest(text string, headings []string) string {
	folded := words.Fold(text)
	best, found := len(folded)/3+1, ""
	for _, h := range headings {
		f := words.Fold(h)
		if len(folded) >= 4 && len(f) >= 4 && (strings.Contains(f, folded) || strings.Contains(folded, f)) {
			return h
		}
		if len(f) > 100 || len(folded) > 100 {
			continue
		}
		if d := levenshtein.ComputeDistance(folded, f); d < best {
			best, found = d, h
		}
	}
	return found
}

// firstFile is the place of the first input as a whole.
func (r *reader) firstFile() graph.Ref {
	if len(r.sources) == 0 {
		return graph.Ref{}
	}
	return graph.Ref{File: r.sources[0].file}
}
