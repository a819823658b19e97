package importers

import (
	"slices"
	"strings"

	"dpmap/graph"
	"dpmap/graph/law"
	"dpmap/importers/cell"
	"dpmap/importers/lazyre"
	"dpmap/importers/words"
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

func purposeRows(t *tableReader) func(*record) outcome {
	p := &purposesTable{tableReader: t}
	t.title = p.title
	return p.row
}

// title is a line above the headings, which may say whose data the table is
// about.
func (p *purposesTable) title(text string) {
	if sectionNumber.MatchString(text) || words.List("subject").Has(text) {
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
		p.problems.reject(at, "the row names no purpose and carries on no row above it", "fill in "+words.Quote(at.Heading)+" or empty the row")
		return rejected
	}
	p.carryOn(r)
	return other
}

var sectionNumber = lazyre.New(`^\s*(?:\d+(?:\.\d+)+|\d+[.)])\s+`)

// heading is a row that spans the table.
func (p *purposesTable) heading(r *record, text string) {
	p.last = nil
	if mode, ok := words.List("mode").Whole(sectionNumber.ReplaceAllString(text, "")); ok {
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
	if len(words.Bracketed(title)) > 0 {
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
			p.problems.reject(at, "the purpose "+words.Quote(text)+" stands among those of third parties and names none", "begin it with To and the recipient's name")
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
	r.finish(&f)
	f.Role, f.RoleText = actingAs(text)
	for _, n := range to {
		d := draft{Flow: clone(f), from: own, to: n.party, owner: p.s.owner, row: p.s.sheet.Name + "\x1f" + r.key()}
		d.shared = len(n.place.Open) > 0 // said of this purpose, not of the party
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

var acting = lazyre.New(`(?i)\bacting as ((?:joint |data |sub-?)*(?:controllers?|processors?)(?: (?:or|and) (?:joint |data |sub-?)*(?:controllers?|processors?))?)`)

// actingAs reads "acting as processors" in a purpose.
func actingAs(text string) (graph.Role, string) {
	m := acting.FindStringSubmatch(text)
	if m == nil {
		return 0, ""
	}
	role, _ := cell.ParseRole(m[1])
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
