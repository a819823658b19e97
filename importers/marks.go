package importers

import (
	"slices"
	"strings"

	"dpmap/graph"
	"dpmap/graph/law"
)

// The fields of columns in which rows are marked: one for each sort of data or
// of people. Unlike other fields, several columns of a table have them.
const (
	fieldMarkedCategory graph.Field = "marked-category"
	fieldMarkedSubject  graph.Field = "marked-subject"
)

const byMarks = "marks" // the heading names data or people, the cells are ticks

// isMarked reports whether a field is that of a column of marks.
func isMarked(f graph.Field) bool { return f == fieldMarkedCategory || f == fieldMarkedSubject }

// marked tells the columns that stand for a sort of data or of people each, and
// hold ticks. One column alone counts where it is special category data: "Login"
// with yes and no may ask for something else. Beside two that the vocabulary
// knows, all count: "Photo" beside "Medical" and "Ethnicity".
func marked(columns []graph.Column, samples map[int][]string, book *law.Book) []graph.Column {
	out := slices.Clone(columns)
	var open []int
	known := 0
	for i, c := range out {
		if c.Field != "" || c.How == byOption || c.How == byAside || !mostlyMarks(samples[c.Col]) || words("markless").has(c.Heading) && !asksForSpecial(c.Heading, book) || vetted.MatchString(fold(c.Heading)) {
			continue
		}
		if _, people := words("subject").whole(c.Heading); people {
			out[i] = markedAs(c, fieldMarkedSubject, "the heading names people")
		} else if term := book.Classify(c.Heading); term.Word != "" {
			known++
			if term.Class == law.Special || term.Class == law.Criminal {
				out[i] = markedAs(c, fieldMarkedCategory, "the heading names a sort of data")
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
		out[i] = markedAs(out[i], fieldMarkedCategory, "the heading stands among those that name sorts of data")
	}
	for i, c := range out {
		if c.Field == "" && c.How == "" && len(samples[c.Col]) > 0 && len(strings.Fields(c.Heading)) <= 4 && !words("markless").has(c.Heading) && book.Classify(c.Heading).Word != "" {
			out[i] = markedAs(c, fieldMarkedCategory, "the heading names a sort of data among others that do")
		}
	}
	return out
}

// asksForSpecial reports whether a heading asks whether a special or criminal sort
// of data is used: "Biometric data used?".
func asksForSpecial(heading string, book *law.Book) bool {
	bare := usedTail.ReplaceAllString(fold(heading), "")
	return bare != fold(heading) && len(strings.Fields(bare)) <= 3 && isSpecialHeading(bare, book) && !words("markless").has(bare)
}

// vetted finds headings that ask whether somebody was checked before working with
// pupils, which says nothing of the data that he gets.
var vetted = re(`\b(dbs|crb|barred list|vetting|disclosure|safer recruitment|reference)s? (check(s|ed)? )?(checked|seen|ok|in place|cleared?|clearance|verified|done|valid|confirmed|letter|provided|assured|assurance)\b|^(checked|seen|has|have) (a |an )?(enhanced )?(dbs|crb)\b`)

var usedTail = re(`\s+(data )?(used|in use|shared|processed|collected|held|involved|included|sent)( y n| yes no)?$`)

func markedAs(c graph.Column, f graph.Field, why string) graph.Column {
	c.Field, c.How, c.Why = f, byMarks, why+", and what stands beneath it counts as a mark"
	return c
}

// mostlyMarks reports whether a column holds ticks, crosses, yes or no, but for
// a few remarks among them.
func mostlyMarks(values []string) bool {
	n := 0
	for _, v := range values {
		if ticked(v) != 0 {
			n++
		}
	}
	return n > 0 && 10*n >= 6*len(values)
}

// ticked is what a cell of a marked column says: the tick and the cross of the
// font Wingdings are the letters ü and û, its ticked box is þ, and the tick of
// Wingdings 2 is P. A star alone is a tick, and a star beside one a footnote.
func ticked(text string) graph.State {
	if strings.Trim(text, " *") == "" && text != "" {
		return graph.Yes
	}
	switch text = strings.Trim(strings.ReplaceAll(text, "\ufe0f", ""), " *()[]."); text {
	case "":
		return graph.No // an empty box
	case "ü", "√", "●", "•", "þ", "P", "1", "tick", "Tick", "ticked", "✅":
		return graph.Yes
	case "û", "×", "-", "–", "0", "❌":
		return graph.No
	}
	if state, rest := parseState(text); rest == "" && state != graph.NotApplicable {
		return state
	}
	if isNotApplicable(text) {
		return graph.No
	}
	return 0
}

// crosses reports whether an x stands for no: where other cells are ticked.
func crosses(columns []graph.Column, samples map[int][]string) bool {
	return slices.ContainsFunc(columns, func(c graph.Column) bool {
		return isMarked(c.Field) && slices.ContainsFunc(samples[c.Col], func(v string) bool { return !isX(v) && ticked(v) == graph.Yes })
	})
}

func isX(text string) bool { return fold(text) == "x" }

// marks adds to a flow the sorts of data and of people that its row marks. A
// remark in place of a mark counts as one, and is kept.
func (r *record) marks(f *graph.Flow) {
	for _, c := range r.t.cols {
		if !isMarked(c.Field) {
			continue
		}
		i := slices.IndexFunc(r.line.cells, func(v value) bool { return v.col == c.Col })
		if i < 0 || r.line.cells[i].text == "" {
			continue
		}
		v := r.line.cells[i]
		at := r.t.s.ref(r.line.number, v, c.Heading)
		state := ticked(v.text)
		switch {
		case state == graph.No, isX(v.text) && r.t.s.crosses:
			continue
		case isUnknown(v.text):
			r.t.problems.warn(at, "whether the row is about "+quote(c.Heading)+" is not said: "+quote(v.text), "mark it, or leave the cell empty if not")
			continue
		case state == 0:
			f.Extra = append(f.Extra, graph.Extra{Heading: c.Heading, Value: v.text, At: at})
		}
		if c.Field == fieldMarkedSubject {
			f.Subjects = append(f.Subjects, c.Heading)
			continue
		}
		f.Categories = append(f.Categories, r.t.categories(r.t.s.owner, c.Heading, at)...)
	}
}

// tellMarks says which columns were read by their marks, and what an x meant.
func (r *reader) tellMarks(s *source) {
	var names []string
	for _, c := range s.cols {
		if c.How == byMarks {
			names = append(names, quote(c.Heading))
		}
	}
	if names == nil {
		return
	}
	sentence := s.name() + ": the columns " + strings.Join(names, ", ") + " were read by the marks in them"
	if s.crosses {
		sentence += ", and an x was taken for no since others are ticked"
	}
	r.assume(sentence)
}
