package column

import (
	"slices"
	"strings"

	"dpmap/graph"
	"dpmap/graph/law"
	"dpmap/importers/cell"
	"dpmap/importers/words"
)

// The fields of columns in which rows are marked: one for each sort of data or
// of people. Unlike other fields, several columns of a table have them.
const (
	FieldMarkedCategory graph.Field = "marked-category"
	FieldMarkedSubject  graph.Field = "marked-subject"
)

const ByMarks = "marks" // the heading names data or people, the cells are ticks

// IsMarked reports whether a field is that of a column of marks.
func IsMarked(f graph.Field) bool { return f == FieldMarkedCategory || f == FieldMarkedSubject }

// marked tells the columns that stand for a sort of data or of people each, and
// hold ticks. One column alone counts where it is special category data: "Login"
// with yes and no may ask for something else. Beside two that the vocabulary
// knows, all count: "Photo" beside "Medical" and "Ethnicity".
func marked(columns []graph.Column, samples map[int][]string, book *law.Book) []graph.Column {
	out := slices.Clone(columns)
	var open []int
	known := 0
	for i, c := range out {
		if c.Field != "" || c.How == ByOption || c.How == byAside || !mostlyMarks(samples[c.Col]) || words.List("markless").Has(c.Heading) && !asksForSpecial(c.Heading, book) || vetted.MatchString(words.Fold(c.Heading)) {
			continue
		}
		if _, people := words.List("subject").Whole(c.Heading); people {
			out[i] = markedAs(c, FieldMarkedSubject, "the heading names people")
		} else if term := book.Classify(c.Heading); term.Word != "" {
			known++
			if term.Class == law.Special || term.Class == law.Criminal {
				out[i] = markedAs(c, FieldMarkedCategory, "the heading names a sort of data")
			} else {
				open = append(open, i)
			}
		} else if n := len(strings.Fields(c.Heading)); n > 0 && n <= 4 && !strings.Contains(c.Heading, "?") {
			open = append(open, i)
		}
	}
	if known < 2 {
		return out
	}
	for _, i := range open {
		out[i] = markedAs(out[i], FieldMarkedCategory, "the heading stands among those that name sorts of data")
	}
	for i, c := range out {
		if c.Field == "" && c.How == "" && len(samples[c.Col]) > 0 && len(strings.Fields(c.Heading)) <= 4 && !words.List("markless").Has(c.Heading) && book.Classify(c.Heading).Word != "" {
			out[i] = markedAs(c, FieldMarkedCategory, "the heading names a sort of data among others that do")
		}
	}
	return out
}

// asksForSpecial reports whether a heading asks whether a special or criminal sort
// of data is used: "Biometric data used?".
func asksForSpecial(heading string, book *law.Book) bool {
	bare := usedTail.ReplaceAllString(words.Fold(heading), "")
	return bare != words.Fold(heading) && len(strings.Fields(bare)) <= 3 && isSpecialHeading(bare, book) && !words.List("markless").Has(bare)
}

// vetted finds headings that ask whether somebody was checked before working with
// pupils, which says nothing of the data that he gets.
var vetted = words.Regexp(`\b(dbs|crb|barred list|vetting|disclosure|safer recruitment|reference)s? (check(s|ed)? )?(checked|seen|ok|in place|cleared?|clearance|verified|done|valid|confirmed|letter|provided|assured|assurance)\b|^(checked|seen|has|have) (a |an )?(enhanced )?(dbs|crb)\b`)

var usedTail = words.Regexp(`\s+(data )?(used|in use|shared|processed|collected|held|involved|included|sent)( y n| yes no)?$`)

func markedAs(c graph.Column, f graph.Field, why string) graph.Column {
	c.Field, c.How, c.Why = f, ByMarks, why+", and what stands beneath it counts as a mark"
	return c
}

// mostlyMarks reports whether a column holds ticks, crosses, yes or no, but for
// a few remarks among them.
func mostlyMarks(values []string) bool {
	n := 0
	for _, v := range values {
		if cell.Ticked(v) != 0 {
			n++
		}
	}
	return n > 0 && 10*n >= 6*len(values)
}

// Crosses reports whether an x stands for no: where other cells are ticked.
func Crosses(columns []graph.Column, samples map[int][]string) bool {
	return slices.ContainsFunc(columns, func(c graph.Column) bool {
		return IsMarked(c.Field) && slices.ContainsFunc(samples[c.Col], func(v string) bool { return !cell.IsX(v) && cell.Ticked(v) == graph.Yes })
	})
}
