package importers

import (
	"fmt"
	"slices"
	"strings"

	"dpmap/graph"
	"dpmap/importers/cell"
	"dpmap/importers/column"
	"dpmap/importers/words"
)

// refusal is what is known of a sheet that is not read: the row that looks like
// its headings, and the column that could be the recipients'.
type refusal struct {
	head int
	cols []graph.Column
	mend int // index in cols
	// unlike says that what stands beneath that column does not look like names.
	unlike bool
}

// refuse finds the row of a sheet that looks most like headings: that with most
// known ones, else the first that is about as wide as the widest.
func (s *source) refuse(top []line, o Options) *refusal {
	l := layoutNamed("generic")
	widest, most, at := 0, 1, -1
	for i := range top {
		if s.depth(top[i].number) > headingRows {
			break
		}
		texts := top[i].texts()
		widest = max(widest, len(texts))
		if n := column.KnownColumns(l.Columns(texts, o.Headings, false)); n > most {
			most, at = n, i
		}
	}
	for i := 0; i < at; i++ { // a row beneath one that is as full is data, whatever words it has
		if texts := top[i].texts(); len(texts) >= 3 && len(texts) >= len(top[at].texts()) && fullerBelow(top[i+1:], texts) {
			at = i
		}
	}
	for i := 0; at < 0 && i < len(top); i++ {
		if n := len(top[i].texts()); n > 1 && 4*n >= 3*widest {
			at = i
		}
	}
	if at < 0 || widest < 2 {
		return nil
	}
	head := s.head
	s.head = top[at].number
	samples := s.samples(top)
	s.head = head
	r := &refusal{head: top[at].number, cols: column.Told(l, l.Columns(top[at].texts(), o.Headings, true), samples, s.book)}
	for i := range r.cols {
		if list := samples[r.cols[i].Col]; len(list) > 0 {
			r.cols[i].Example = list[0]
		}
		if r.cols[i].Why == "" {
			r.cols[i].Why = column.Why(r.cols[i])
		}
	}
	r.mend = s.likeliest(r.cols, samples)
	r.unlike = s.unlikeNames(r.cols[r.mend], samples)
	return r
}

// likeliest is the column that most likely names organisations: of those with
// no field of their own, the one whose values look most like names.
func (s *source) likeliest(cols []graph.Column, samples map[int][]string) int {
	best, found := -1.0, 0
	for i, c := range cols {
		if c.Field == graph.FieldTo {
			return i
		}
		values := cell.KnownValues(samples[c.Col])
		names := 0.0
		for _, v := range values {
			switch {
			case cell.IsOrganisation(s.book, v):
				names += 2
			case len(v) <= 60 && !cell.IsYesNo(s.book, v) && !cell.IsDate(s.book, v) && !cell.IsPlace(s.book, v) && !isFigure(v):
				names++
			}
		}
		score := names / float64(max(len(values), 1))
		if c.Field != "" || namesNobody(c.Heading) {
			score -= 1
		}
		if foreignTo.MatchString(words.Fold(c.Heading)) {
			score += 3
		}
		if score > best {
			best, found = score, i
		}
	}
	return found
}

// namesNobody tells headings beneath which no organisations stand: to read their
// column as the recipients' would do harm.
func namesNobody(heading string) bool {
	return strings.HasPrefix(heading, "#") || words.PhraseList("names nobody").Has(words.Fold(heading))
}

// foreignTo finds the recipients' headings of templates in French, German, Dutch,
// Spanish and Italian, which are not read, and which the advice should name.
var foreignTo = words.Regexp(`destinata|sous traitant|empf\S?nger|auftragsverarbeiter|ontvanger|verwerker|encargado|responsabile esterno`)

// unlikeNames reports whether values are hardly names of organisations: few of
// them differ, or they are things of one's own.
func (s *source) unlikeNames(c graph.Column, samples map[int][]string) bool {
	values := cell.KnownValues(samples[c.Col])
	if foreignTo.MatchString(words.Fold(c.Heading)) || cell.MostOf(values, func(v string) bool { return cell.IsOrganisation(s.book, v) }) {
		return false
	}
	return len(values) >= 3 && !column.HoldsNames(values, s.book)
}

func isFigure(text string) bool {
	return strings.Trim(text, "0123456789.,-+%£ ") == "" && strings.ContainsAny(text, "0123456789")
}

// fieldMeans says in plain words what the fields are for without which a sheet
// is no list of flows.
var fieldMeans = map[graph.Field]string{
	graph.FieldTo:      "who receives the data",
	graph.FieldPurpose: "what for",
}

// sentence says what looks like headings and what they lack.
func (f *refusal) sentence() string {
	var seen []string
	for _, c := range f.cols {
		seen = append(seen, words.Quote(brief(c.Heading, 40)))
	}
	const most = 10
	if more := len(seen) - most; more > 1 {
		seen = append(seen[:most], fmt.Sprintf("and %d more", more))
	}
	lacks := "none is known to say " + fieldMeans[f.flagged()]
	if f.knowsBoth() {
		lacks = "the rows beneath are too few or too empty to be sure"
	}
	return fmt.Sprintf("row %d looks like the headings (%s), but %s", f.head, strings.Join(seen, ", "), lacks)
}

func (f *refusal) has(field graph.Field) bool {
	return column.Has(f.cols, field)
}

// knowsBoth reports whether headings say who receives the data and what for.
func (f *refusal) knowsBoth() bool { return f.has(graph.FieldTo) && f.has(graph.FieldPurpose) }

// flagged is the field that the advice is about.
func (f *refusal) flagged() graph.Field {
	if f.has(graph.FieldTo) && !f.knowsBoth() {
		return graph.FieldPurpose
	}
	return graph.FieldTo
}

// column is the heading of which the advice says that it is the field, "" where
// none is likely: a column of something else read so would do harm.
func (f *refusal) column() string {
	if f.flagged() == graph.FieldTo {
		if c := f.cols[f.mend]; c.Field == graph.FieldTo || (c.Field == "" || c.Field == graph.FieldSystem) && !f.unlike && !namesNobody(c.Heading) {
			return brief(c.Heading, 80)
		}
		return ""
	}
	for _, c := range f.cols {
		if c.Field == "" && saysWhatFor.MatchString(words.Fold(c.Heading)) {
			return brief(c.Heading, 80)
		}
	}
	return ""
}

// place is the index of the column at which the refusal is told: the one that
// could be the recipients', else the first.
func (f *refusal) place() int {
	if f.column() == "" {
		return 0
	}
	return f.mend
}

// saysWhatFor finds headings beneath which purposes may stand.
var saysWhatFor = words.Regexp(`\b(why|for|purposes?|reasons?|use|used|uses|function|services?|activity|activities|description|does|zweck|wof\S+r|finalit\S+s?)\b`)

// fix says which flag mends it, and what the field means.
func (f *refusal) fix() string {
	field, column := f.flagged(), f.column()
	if column == "" {
		return fmt.Sprintf("add a column that says %s, or name one with --heading \"Their heading=%s\" (--explain-import shows what each column is taken for)", fieldMeans[field], field)
	}
	return fmt.Sprintf("say which column does, such as --heading \"%s=%s\" (%s means %s; --explain-import shows what each column is taken for)", column, field, field, fieldMeans[field])
}

// brief is a text on one line, of so many characters at most.
func brief(text string, most int) string {
	text = strings.Join(strings.Fields(text), " ")
	if r := []rune(text); len(r) > most {
		return string(r[:most-1]) + "…"
	}
	return text
}

// tellRefused says that the rows of a sheet are left aside: as a problem where it
// looks like a table, else among what was taken for granted.
func (r *reader) tellRefused(s *source, rows, wide int) {
	name := words.Quote(s.sheet.Name) + " of " + s.file
	if s.sheet.Name == "" {
		name = s.file
	}
	if rows < 3 || s.refused == nil || s.isSupport() || wide < 3 && column.KnownColumns(s.refused.cols) == 0 {
		if rows > 0 {
			r.assume("Nothing in the sheet " + name + " was taken for a flow: it has no headings that are known")
		}
		return
	}
	c := s.refused.cols[s.refused.place()]
	at := s.ref(s.refused.head, value{col: c.Col, raw: c.Heading}, c.Heading)
	r.problems.warn(at, fmt.Sprintf("the %d rows of the sheet are left aside: %s", s.count.Rows, s.refused.sentence()), "if it lists who gets personal data, "+s.refused.fix())
}

// supportWords make up the names of sheets that explain a workbook and list no
// flows, perhaps with one of the words beside them: "Drop-down lists", and not
// "Approved list".
var (
	supportWords = strings.Fields("list lists picklist picklists lookup lookups drop dropdown dropdowns validation guidance instructions read readme help cover contents index version versions change changes changelog key glossary introduction intro about")
	besideThem   = strings.Fields("down downs me log control data values options tables table sheet tab page and for to the this how use using notes workbook document")
)

// isSupport reports whether a sheet's name says that it lists no flows. The only
// sheet of a workbook supports no other.
func (s *source) isSupport() bool {
	if s.alone {
		return false
	}
	core := false
	for w := range strings.FieldsSeq(words.Fold(s.sheet.Name)) {
		switch {
		case slices.Contains(supportWords, w):
			core = true
		case !slices.Contains(besideThem, w):
			return false
		}
	}
	return core
}

// tellKept says of a retention schedule that its rows are no flows.
func (r *reader) tellKept(s *source) {
	if s.layout.Name == "retention" {
		r.assume(s.name() + " was read as a retention schedule: its rows are kept as notes and give no flow (--heading \"Their heading=to\" reads it as a list of flows)")
	}
}
