package importers

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"dpmap/graph"
)

// subProcessor is one of those whom a recipient uses, as a cell of its row names
// it.
type subProcessor struct {
	name  string
	place graph.Place
}

// plainRecipient finds headings of those who receive the data in the first place.
var plainRecipient = re(`^(recipients?|shared with|disclosed to|sent to|data shared with)( name| organisation)?$`)

// besideSuppliers reports whether sub-processors are listed in a column beside
// their suppliers, several in a cell: the rows are then the suppliers'.
func besideSuppliers(columns []graph.Column) bool {
	from, list := false, false
	for _, c := range columns {
		from = from || c.Field == graph.FieldFrom
		from = from || c.Field == "" && plainRecipient.MatchString(fold(c.Heading))
		list = list || c.Field == graph.FieldTo && subList.MatchString(fold(withoutBrackets(c.Heading)))
	}
	return from && list
}

// subsAlone takes the sub-processors for those who receive the data where no column
// names anybody else, as in a supplier's own record of whom it uses.
func (t *teller) subsAlone() []graph.Column {
	is := func(f graph.Field) int {
		return slices.IndexFunc(t.columns, func(c graph.Column) bool { return c.Field == f })
	}
	i := is(fieldSubProcessors)
	if i < 0 || !t.free(graph.FieldTo) {
		return t.columns
	}
	t.columns[i].Field, t.columns[i].Why = graph.FieldTo, "no other column names anybody who receives the data"
	t.claimed[graph.FieldTo] = true
	if j := is(fieldSubPlaces); j >= 0 && t.free(graph.FieldRecipientCountry) {
		t.columns[j].Field, t.columns[j].Why = graph.FieldRecipientCountry, "it says where those are whom "+quote(t.columns[i].Heading)+" names"
		t.claimed[graph.FieldRecipientCountry] = true
	}
	return t.columns
}

// subList finds a heading of several sub-processors.
var subList = re(`\bsub ?(processor|contractor)s( used| engaged| involved| if any)*$`)

// onward are the flows from a row's recipients to the sub-processors that the row
// names in a column of their own: the data of the row, and of the recipient
// nothing.
func (r *record) onward(f graph.Flow, to []int) []draft {
	var out []draft
	r.eachSub(func(s subProcessor, at graph.Ref) {
		sub := ofSub(f, s, at)
		party := r.t.parties.meet(s.name, at)
		for _, from := range to {
			if from != own && from != party {
				out = append(out, draft{Flow: clone(sub), from: from, to: party, owner: r.t.s.owner, row: r.key(), listed: true})
			}
		}
	})
	return out
}

// ofSub is the flow of a row's data to a sub-processor that the row names.
func ofSub(f graph.Flow, s subProcessor, at graph.Ref) graph.Flow {
	sub := ofData(f)
	sub.Ref, sub.Extra, sub.NoTransfer, sub.System, sub.DPIA = "", nil, graph.Value{}, "", graph.Evidence{}
	sub.Role, sub.RecipientCountry = graph.SubProcessor, s.place
	sub.Implied = append(sub.Implied, graph.Implied{Field: graph.FieldRole, Value: sub.Role.String(), Why: "the heading " + quote(at.Heading)})
	sub.Reads = append(sub.Reads, graph.Read{Field: graph.FieldTo, At: at})
	if s.place.Text != "" {
		sub.Reads = append(sub.Reads, graph.Read{Field: graph.FieldRecipientCountry, At: at})
	}
	return sub
}

// namesSubs reports whether the row names sub-processors.
func (r *record) namesSubs() bool {
	if _, has := r.t.byField[fieldSubProcessors]; !has {
		return false
	}
	n := 0
	r.eachSub(func(subProcessor, graph.Ref) { n++ })
	return n > 0
}

// eachSub visits the sub-processors that the row names. A place that has a column
// of its own is theirs where it is one place and the names have none.
func (r *record) eachSub(visit func(subProcessor, graph.Ref)) {
	for _, c := range r.t.cols {
		if c.Field != fieldSubProcessors {
			continue
		}
		v, at, ok := r.cellOf(c)
		if !ok {
			continue
		}
		subs, _ := r.subProcessors(v.text)
		for _, s := range subs {
			if place, _, ok := r.cell(fieldSubPlaces); ok && s.place.Text == "" && isPlace(r.t.book, place.text) {
				s.place, _ = parsePlace(r.t.book, place.text)
			}
			visit(s, at)
		}
	}
}

var (
	subLead    = re(`^\s*(yes\b[\s,:;–—-]*)?((uses?|using|via|through|includ(es|ing)|incl\.?|hosted (on|by|with|in)|e\.?g\.?)\s*:?\s+)?`)
	subTail    = re(`\s+(for|to (provide|send|host)|used (for|to)|provid(es|ing))\s.*$`)
	notSub     = re(`\b(see|lists?|listed|website|web page|annex|appendix|schedule|various|multiple|several|numerous|available|on request|published|refer|as per|dpa|contract|agreement|policy|unknown|sub-?processors?|page|link|none|other|others|not|no)\b`)
	subDivider = re(`\s*[/+]\s*|\s+&\s+|\s+and\s+`)
)

// subProcessors are the organisations that a cell of sub-processors names, each
// with its place where one stands beside it, and what else the cell says.
func (r *record) subProcessors(text string) (found []subProcessor, left []string) {
	if isUnknown(text) || isNotApplicable(text) || isNobody(text) || isLink(text) {
		return nil, nil
	}
	for _, item := range items(text) {
		for _, part := range commaItems(item) {
			part = strings.TrimSpace(leadingAnd.ReplaceAllString(part[len(subLead.FindString(part)):], ""))
			if n := len(found); n > 0 && found[n-1].place.Text == "" && r.isCountry(part) {
				found[n-1].place, _ = parsePlace(r.t.book, part)
				continue
			}
			subs := r.subsIn(part)
			if subs == nil {
				left = append(left, part)
			}
			found = append(found, subs...)
		}
	}
	return found, left
}

// subsIn are the sub-processors of one part of a list; nil where it names none.
func (r *record) subsIn(part string) []subProcessor {
	if pieces := subDivider.Split(part, -1); len(pieces) > 1 && !strings.ContainsAny(part, "()") && !r.t.parties.isKnown(part) &&
		!slices.ContainsFunc(pieces, func(p string) bool { return !isSubName(p) || r.isCountry(p) }) {
		var out []subProcessor
		for _, p := range pieces {
			out = append(out, r.subsIn(p)...)
		}
		return out
	}
	pieces := destinationParts(subTail.ReplaceAllString(part, ""))
	if len(pieces) == 0 || !isSubName(pieces[0]) || r.isCountry(pieces[0]) {
		return nil
	}
	s := subProcessor{name: pieces[0]}
	for _, p := range pieces[1:] {
		if place, _ := parsePlace(r.t.book, p); s.place.Text == "" && isPlace(r.t.book, p) {
			s.place = place
		}
	}
	if fields := strings.Fields(s.name); s.place.Text == "" && len(fields) > 1 && !isInitials(fields[len(fields)-1]) && r.isCountry(fields[len(fields)-1]) {
		s.place, _ = parsePlace(r.t.book, fields[len(fields)-1])
	}
	return []subProcessor{s}
}

func (r *record) isCountry(text string) bool {
	_, ok := r.t.book.FindCountry(strings.Trim(text, " .()"))
	return ok
}

// isSubName reports whether a text can be the name of an organisation.
func isSubName(text string) bool {
	first, _ := utf8.DecodeRuneInString(text)
	fields := strings.Fields(text)
	return (unicode.IsUpper(first) || unicode.IsDigit(first)) && len(fields) <= 6 && len(text) > 1 && stateWord(text) == 0 && !notSub.MatchString(text)
}

// subPlaces reads a column of where sub-processors are: it is of those that the
// row names, else a place from which the data is reached.
func subPlaces(r *record, f *graph.Flow, v value, at graph.Ref) {
	if !r.namesSubs() {
		goesElsewhere(r, f, v, at)
	}
}
