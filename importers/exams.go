package importers

import (
	"slices"
	"strings"

	"dpmap/graph"
	"dpmap/graph/law"
	"dpmap/importers/cell"
	"dpmap/importers/words"
)

// examRows reads the table of an exam centre's policy. A row is data that the
// centre holds: it gives a flow from the people to the centre, and one to or
// from each outside body or system that its words name. Cabinets, offices and
// drives are inside.
func examRows(t *tableReader) func(*record) outcome {
	return func(r *record) outcome {
		kind, at, ok := r.cell(graph.FieldPurpose)
		if r.isTotal() || r.isSection() {
			return other
		}
		if !ok || cell.IsUnknown(kind.text) {
			t.problems.reject(at, "the row names no information", "fill in "+words.Quote(at.Heading)+" or empty the row")
			return rejected
		}
		f := graph.Flow{At: r.at()}
		r.fill(&f, examFields)
		f.Subjects = []string{examSubject(r)}
		r.finish(&f)
		t.examFlows(r, f)
		return gaveFlows
	}
}

// examFields is how the columns of an exams policy are read. The description
// completes the purpose and is kept in the notes.
var examFields = []flowField{
	{graph.FieldPurpose, texts(func(f *graph.Flow) *string { return &f.Purpose })},
	{graph.FieldNotes, texts(func(f *graph.Flow) *string { return &f.Notes })},
	{graph.FieldCategories, func(r *record, f *graph.Flow, v value, at graph.Ref) {
		for _, name := range itemsOrCapitals(v.text) {
			f.Categories = append(f.Categories, r.t.s.owner.defined(cell.Category(r.t.book, name, at)))
		}
	}},
	{graph.FieldSystem, texts(func(f *graph.Flow) *string { return &f.System })},
	{graph.FieldSecurity, texts(func(f *graph.Flow) *string { return &f.Security })},
	{graph.FieldRetention, texts(func(f *graph.Flow) *string { return &f.Retention })},
	{graph.FieldSource, texts(func(f *graph.Flow) *string { return &f.Source })},
}

// itemsOrCapitals divides a list; where it has come down to words on one line
// ("Candidate name Candidate DOB Gender"), a word with a capital begins the
// next item.
func itemsOrCapitals(text string) []string {
	if list := words.Items(text); len(list) > 1 {
		return list
	}
	var out []string
	var item []string
	depth := 0
	for _, w := range strings.Fields(text) {
		r := []rune(w)
		begins := depth == 0 && len(item) > 0 && len(r) > 1 && r[0] >= 'A' && r[0] <= 'Z' && !isCapitals(w)
		if begins {
			out = append(out, strings.Join(item, " "))
			item = nil
		}
		item = append(item, w)
		depth = max(0, depth+strings.Count(w, "(")-strings.Count(w, ")"))
	}
	if item != nil {
		out = append(out, strings.Join(item, " "))
	}
	return out
}

// examSubject is whose data a row is about: candidates, but for records of the
// staff of the exam room.
func examSubject(r *record) string {
	kind, _, _ := r.cell(graph.FieldPurpose)
	data, _, _ := r.cell(graph.FieldCategories)
	text := words.Fold(kind.text)
	if (words.Contains(text, "invigilator") || words.Contains(text, "invigilators") || words.Contains(text, "staff")) && !strings.Contains(words.Fold(data.text), "candidate") {
		return "Invigilators and facilitators"
	}
	return "Candidates"
}

// examFlows makes the flows of a row.
func (t *tableReader) examFlows(r *record, f graph.Flow) {
	add := func(from, to int, at graph.Ref) {
		d := draft{Flow: clone(f), from: from, to: to, owner: t.s.owner, row: r.key()}
		field := graph.FieldTo
		if to == own {
			field = graph.FieldFrom
		}
		if at.Row != 0 {
			d.Reads = append(d.Reads, graph.Read{Field: field, At: at})
		}
		t.drafts = append(t.drafts, d)
		t.s.count.Flows++
	}
	subject := t.parties.meet(f.Subjects[0], f.Where(graph.FieldPurpose))
	if t.parties.parties[subject].Kind == "" {
		t.parties.parties[subject].Kind = law.DataSubjects
		t.parties.parties[subject].Implied = append(t.parties.parties[subject].Implied,
			graph.Implied{Field: graph.FieldKind, Value: string(law.DataSubjects), Why: "layout exams-policy: whose data it is"})
	}
	add(subject, own, graph.Ref{})
	var done [][2]int
	for _, field := range []graph.Field{graph.FieldSystem, graph.FieldNotes, graph.FieldSecurity} {
		v, at, ok := r.cell(field)
		if !ok {
			continue
		}
		for _, o := range t.outsiders(v.text, at) {
			pair := [2]int{own, o.party}
			if o.inbound {
				pair = [2]int{o.party, own}
			}
			if !slices.Contains(done, pair) {
				done = append(done, pair)
				add(pair[0], pair[1], at)
			}
		}
	}
}

// outsider is a body or system outside the centre that a cell names.
type outsider struct {
	party   int
	inbound bool // data comes from it
}

// outsiders finds the parties of the registry, the well-known bodies and the
// exam systems that a text names. A form or a deadline of theirs is not them.
func (t *tableReader) outsiders(text string, at graph.Ref) []outsider {
	ts := tokens(text)
	var out []outsider
	for i := 0; i < len(ts); {
		party, n := t.outsiderAt(text, ts, i, at)
		if n == 0 {
			i++
			continue
		}
		if party >= 0 {
			out = append(out, outsider{party, isInbound(ts, i)})
		}
		i += n
	}
	return out
}

// outsiderAt is the party named at a token and the words it takes; the party is
// -1 when what is named is only something of theirs, or the centre itself.
func (t *tableReader) outsiderAt(text string, ts []token, i int, at graph.Ref) (party, n int) {
	m, ok := t.nameAt(text, ts, i)
	if ok && (m.party >= 0 || !m.body.Generic || m.body.Kind == law.AwardingBody) {
		n = m.to - m.from
	} else {
		ok = false
	}
	name := ""
	if k := phraseAt(words.List("outside"), ts, i); k > n || (k == n && k > 0 && m.party < 0) {
		ok, n = true, k
		name, _ = words.List("outside").Whole(text[ts[i].start:ts[i+k-1].end])
		m.party, m.body = -1, law.Body{}
	}
	if !ok {
		return -1, 0
	}
	if phraseAt(words.List("notparty"), ts, i+n) > 0 {
		return -1, n
	}
	if m.party < 0 {
		if name == "" {
			name = m.name
		}
		b, _ := t.parties.body(name)
		if m.party = t.parties.find(name); m.party < 0 {
			m.party = t.parties.generic(b)
		}
		if m.party < 0 {
			m.party = t.parties.meet(name, at)
		}
	}
	if t.isController(m.party) || t.parties.parties[m.party].Kind.IsSubject() {
		return -1, n
	}
	return m.party, n
}

// isInbound reports whether the words before a name say that data comes from
// it.
func isInbound(ts []token, i int) bool {
	for back := i - 1; back >= 0 && back >= i-3; back-- {
		w := ts[back].word
		if _, ok := words.List("inbound").Whole(w); ok {
			return true
		}
		if _, ok := words.List("determiner").Whole(w); !ok {
			return false
		}
	}
	return false
}
