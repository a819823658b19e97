package importers

import (
	"regexp"
	"slices"
	"strings"

	"dpmap/graph"
	"dpmap/graph/law"
)

// purposesTable reads the table of a privacy notice: what is done, with which
// types of data, on which basis. Section rows say whose data it is and whether
// it leaves the controller.
type purposesTable struct {
	*tableReader
	section  []string // whose data, by the last numbered section
	subjects []string // by a further section within it
	third    bool     // the rows provide data to third parties
	last     []int    // drafts of the activity above
	joined   bool     // a row has carried that activity on
}

func readPurposes(t *tableReader) {
	p := &purposesTable{tableReader: t}
	t.title = p.title
	t.each(p.row)
}

// title is a line above the headings, which may say whose data the table is
// about.
func (p *purposesTable) title(text string) {
	if sectionNumber.MatchString(text) || words("subject").has(text) {
		p.section = sectionSubjects(text)
	}
}

func (p *purposesTable) row(r *record) outcome {
	purpose, at, ok := r.cell(graph.FieldPurpose)
	_, _, data := r.cell(graph.FieldCategories)
	_, _, basis := r.cell(graph.FieldBasis)
	switch {
	case r.isTotal():
		return other
	case ok && !purpose.merged && !data && !basis:
		p.heading(r, purpose.text)
		return other
	case ok && !purpose.merged:
		return p.activity(r, purpose.text, at)
	case !data && !basis:
		return other
	case len(p.last) == 0:
		p.problems.reject(at, "the row names no purpose and carries on no row above it", "fill in "+quote(at.Heading)+" or empty the row")
		return rejected
	}
	p.carryOn(r)
	return other
}

var sectionNumber = regexp.MustCompile(`^\s*(?:\d+(?:\.\d+)+|\d+[.)])\s+`)

// heading is a row that spans the table.
func (p *purposesTable) heading(r *record, text string) {
	p.last = nil
	if mode, ok := words("mode").whole(sectionNumber.ReplaceAllString(text, "")); ok {
		p.third = mode == "third"
		p.subjects = nil
		return
	}
	switch {
	case len(strings.Fields(text)) > 12:
		p.keepNote(r)
	case sectionNumber.MatchString(text):
		p.section, p.subjects, p.third = sectionSubjects(text), nil, false
	default:
		p.subjects, p.third = sectionSubjects(text), false
	}
}

// sectionSubjects are the groups of people that a section's title names.
func sectionSubjects(title string) []string {
	title = sectionNumber.ReplaceAllString(title, "")
	if len(bracketed(title)) > 0 {
		return []string{title}
	}
	return strings.Split(title, " and ")
}

// activity reads a row that begins an activity.
func (p *purposesTable) activity(r *record, text string, at graph.Ref) outcome {
	p.last, p.joined = nil, false
	finder := &purposeReader{reader: p.reader, at: at, text: text, ts: tokens(text)}
	var to []named
	if p.third {
		to = finder.recipientsOf()
		if len(to) == 0 {
			p.problems.reject(at, "the purpose "+quote(text)+" stands among those of third parties and names none", "begin it with To and the recipient's name")
			return rejected
		}
	} else {
		to = append([]named{{party: own}}, finder.platforms()...)
	}
	f := graph.Flow{At: r.at(), Subjects: slices.Clone(p.section)}
	if p.subjects != nil {
		f.Subjects = slices.Clone(p.subjects)
	}
	r.fill(&f, flowFields())
	declareSpecial(p.s.owner, &f)
	f.Implied, f.Reads, f.Extra = append(f.Implied, r.implied...), r.reads, r.extras()
	f.Role, f.RoleText = actingAs(text)
	for _, n := range to {
		d := draft{Flow: clone(f), from: own, to: n.party, owner: p.s.owner, row: p.s.sheet.Name + "\x1f" + r.key()}
		n.record(&d.Flow, at)
		p.last = append(p.last, len(p.drafts))
		p.drafts = append(p.drafts, d)
		p.s.count.Flows++
	}
	return gaveFlows
}

// record adds to a flow what the purpose says of this recipient alone.
func (n named) record(f *graph.Flow, at graph.Ref) {
	if !n.place.IsBlank() {
		f.RecipientCountry = n.place
		f.Reads = append(f.Reads, graph.Read{Field: graph.FieldRecipientCountry, At: at})
	}
	f.Reads = append(f.Reads, graph.Read{Field: graph.FieldTo, At: at})
	if n.example != "" {
		f.Extra = append(f.Extra, graph.Extra{Heading: "Named as", Value: "an example of " + n.example, At: at})
	}
}

var acting = regexp.MustCompile(`(?i)\bacting as ((?:joint |data |sub-?)*(?:controllers?|processors?)(?: (?:or|and) (?:joint |data |sub-?)*(?:controllers?|processors?))?)`)

// actingAs reads "acting as processors" in a purpose.
func actingAs(text string) (graph.Role, string) {
	m := acting.FindStringSubmatch(text)
	if m == nil {
		return 0, ""
	}
	role, _ := parseRole(m[1])
	return role, m[1]
}

// platforms are the outside services that a purpose of the controller's own
// names: examples in brackets, and suppliers that the file lists.
func (p *purposeReader) platforms() []named {
	var out []named
	for _, m := range p.anywhere(0, 2) {
		if p.parties.parties[m.party].Kind == law.Supplier {
			out = append(out, named{party: m.party, place: p.placeBeside(m, len(p.ts))})
		}
	}
	return p.withExamples(out)
}

// carryOn joins a continuation row to the activity above it: more types of data
// with a basis of their own. What either states covers its own types only.
func (p *purposesTable) carryOn(r *record) {
	for _, i := range p.last {
		f := &p.drafts[i].Flow
		if !p.joined {
			cover(f, names(f.Categories))
		}
		var more graph.Flow
		more.Categories = nil
		part := &record{t: r.t, line: r.line}
		if i != p.last[0] {
			part.t = quiet(r.t)
		}
		part.fill(&more, continued)
		declareSpecial(p.s.owner, &more)
		cover(&more, names(more.Categories))
		f.Categories = append(f.Categories, more.Categories...)
		f.Bases = append(f.Bases, more.Bases...)
		f.Conditions = append(f.Conditions, more.Conditions...)
		f.Schedule1 = append(f.Schedule1, more.Schedule1...)
		if more.Special.State != 0 {
			f.Special = more.Special
		}
		p.drafts[i].row += r.key()
	}
	p.joined = true
}

// continued are the columns that a continuation row adds to.
var continued = slices.DeleteFunc(slices.Clone(flowFieldTable), func(f flowField) bool {
	return f.field != graph.FieldCategories && f.field != graph.FieldBasis
})

// quiet is a table whose problems are heard by nobody: the same row, read again
// for the next recipient.
func quiet(t *tableReader) *tableReader {
	silent := *t.reader
	silent.problems = problems{}
	again := *t
	again.reader = &silent
	return &again
}

func names(categories []graph.Category) []string {
	var out []string
	for _, c := range categories {
		out = append(out, c.Name)
	}
	return out
}

// cover says which categories the grounds of a flow were stated for, where they
// do not yet say so.
func cover(f *graph.Flow, categories []string) {
	for _, list := range [][]graph.Stated{f.Bases, f.Conditions, f.Schedule1} {
		for i := range list {
			if list[i].Covers == nil {
				list[i].Covers = slices.Clone(categories)
			}
		}
	}
}

// declareSpecial takes a type of data called special for the register's own
// word on it, with the kinds that its definition names.
func declareSpecial(owner *register, f *graph.Flow) {
	for _, c := range f.Categories {
		if c.Class != law.Special || !strings.HasPrefix(fold(c.Name), "special categor") {
			continue
		}
		f.Special = graph.Declared{State: graph.Yes, Kinds: slices.Clone(owner.kindsOf(c)), Text: c.Name}
	}
}
