package importers

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"dpmap/graph"
	"dpmap/importers/cell"
	"dpmap/importers/column"
	"dpmap/importers/words"
)

// subProcessor is one of those whom a recipient uses, as a cell of its row names
// it.
type subProcessor struct {
	name  string
	place graph.Place
}

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
	sub.Implied = append(sub.Implied, graph.Implied{Field: graph.FieldRole, Value: sub.Role.String(), Why: "the heading " + words.Quote(at.Heading)})
	sub.Reads = append(sub.Reads, graph.Read{Field: graph.FieldTo, At: at})
	if s.place.Text != "" {
		sub.Reads = append(sub.Reads, graph.Read{Field: graph.FieldRecipientCountry, At: at})
	}
	return sub
}

// namesSubs reports whether the row names sub-processors.
func (r *record) namesSubs() bool {
	if _, has := r.t.byField[column.FieldSubProcessors]; !has {
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
		if c.Field != column.FieldSubProcessors {
			continue
		}
		v, at, ok := r.cellOf(c)
		if !ok {
			continue
		}
		subs, _ := r.subProcessors(v.text)
		for _, s := range subs {
			if place, _, ok := r.cell(column.FieldSubPlaces); ok && s.place.Text == "" && cell.IsPlace(r.t.book, place.text) {
				s.place, _ = cell.ParsePlace(r.t.book, place.text)
			}
			visit(s, at)
		}
	}
}

var (
	subLead    = words.Regexp(`^\s*(yes\b[\s,:;–—-]*)?((uses?|using|via|through|includ(es|ing)|incl\.?|hosted (on|by|with|in)|e\.?g\.?)\s*:?\s+)?`)
	subTail    = words.Regexp(`\s+(for|to (provide|send|host)|used (for|to)|provid(es|ing))\s.*$`)
	notSub     = words.Regexp(`\b(see|lists?|listed|website|web page|annex|appendix|schedule|various|multiple|several|numerous|available|on request|published|refer|as per|dpa|contract|agreement|policy|unknown|sub-?processors?|page|link|none|other|others|not|no)\b`)
	subDivider = words.Regexp(`\s*[/+]\s*|\s+&\s+|\s+and\s+`)
)

// subProcessors are the organisations that a cell of sub-processors names, each
// with its place where one stands beside it, and what else the cell says.
func (r *record) subProcessors(text string) (found []subProcessor, left []string) {
	if cell.IsUnknown(text) || cell.IsNotApplicable(text) || cell.IsNobody(text) || cell.IsLink(text) {
		return nil, nil
	}
	for _, item := range words.Items(text) {
		for _, part := range words.CommaItems(item) {
			part = strings.TrimSpace(cell.LeadingAnd.ReplaceAllString(part[len(subLead.FindString(part)):], ""))
			if n := len(found); n > 0 && found[n-1].place.Text == "" && r.isCountry(part) {
				found[n-1].place, _ = cell.ParsePlace(r.t.book, part)
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
		if place, _ := cell.ParsePlace(r.t.book, p); s.place.Text == "" && cell.IsPlace(r.t.book, p) {
			s.place = place
		}
	}
	if fields := strings.Fields(s.name); s.place.Text == "" && len(fields) > 1 && !cell.IsInitials(fields[len(fields)-1]) && r.isCountry(fields[len(fields)-1]) {
		s.place, _ = cell.ParsePlace(r.t.book, fields[len(fields)-1])
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
	return (unicode.IsUpper(first) || unicode.IsDigit(first)) && len(fields) <= 6 && len(text) > 1 && cell.StateWord(text) == 0 && !notSub.MatchString(text)
}

// subPlaces reads a column of where sub-processors are: it is of those that the
// row names, else a place from which the data is reached.
func subPlaces(r *record, f *graph.Flow, v value, at graph.Ref) {
	if !r.namesSubs() {
		goesElsewhere(r, f, v, at)
	}
}
