package importers

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"dpmap/graph"
	"dpmap/graph/law"
)

// asksWho reports whether the words of a heading ask who receives the data.
func asksWho(folded string) bool {
	return slices.ContainsFunc(keywordsIn(folded), func(k keyword) bool { return k.field == graph.FieldTo }) && !asksForSubs(folded) && !notWho.MatchString(folded)
}

var notWho = re(`\b(sub ?processors?|internal(ly)?|how|why|when|date|country|location|where|role|status|type|kind|contact|email|address|website|url|code|number|ref|id|agreement|contract|policy|notice|checks?|assessment|rating|risk)\b`)

// namesBodies reports whether values name organisations: well-known bodies, names
// with a legal form, or what else looks like names, and no people of the
// controller's own.
func namesBodies(values []string, book *law.Book) bool {
	n, said := 0, 0
	for _, v := range values {
		if staysInside(v) {
			continue
		}
		said++
		if role, _ := parseRole(v); role != 0 {
			continue // "Controller" is no body, and the names of some end so
		}
		known := false
		for _, item := range items(v) {
			for _, part := range commaItems(item) {
				b, ok := book.FindBody(withoutBrackets(part))
				known = known || ok && !b.Kind.IsSubject() || formOf(part) != ""
			}
		}
		if known {
			n++
		}
	}
	return said > 0 && 10*n >= 4*said
}

// namesRecipients reports whether most values beneath a heading that asks for
// recipients could be lists of names, whether or not anybody has heard of them.
func namesRecipients(values []string, book *law.Book) bool {
	names, said := 0, 0
	for _, v := range values {
		if staysInside(v) {
			continue
		}
		said++
		if !slices.ContainsFunc(items(v), func(item string) bool {
			first, _ := utf8.DecodeRuneInString(item)
			bare := withoutBrackets(item)
			_, people := words("subject").whole(bare)
			return !deniesAll.MatchString(item) && !unicode.IsUpper(first) || len(strings.Fields(bare)) > 12 || people || isRole(item) || isYesNo(book, item) || isDate(book, item) || isPlace(book, item)
		}) {
			names++
		}
	}
	return said > 0 && 10*names >= 7*said
}

// otherRecipient is the cell of another column that says who receives the data,
// where the first is blank.
func (r *record) otherRecipient(first graph.Ref) (value, graph.Ref, bool) {
	for _, f := range []graph.Field{also(graph.FieldTo), fieldProfessional} {
		if v, at, ok := r.cell(f); ok && !isUnknown(v.text) {
			r.readAt(graph.FieldTo, at)
			return v, at, true
		}
	}
	return value{}, first, false
}

// alsoTo are the flows to those whom a further column of recipients names: of the
// data, since what the row says of an agreement, a country or a role is the first
// recipient's.
func (r *record) alsoTo(f graph.Flow, from, to []int) []draft {
	var out []draft
	for _, c := range r.t.cols {
		if c.Field != also(graph.FieldTo) {
			continue
		}
		v, at, ok := r.cellOf(c)
		if !ok || isUnknown(v.text) || staysInside(v.text) || supplierHeading.MatchString(c.Heading) && words("notsupplier").has(v.text) {
			continue
		}
		for _, name := range r.t.partyNames(r.outsiders(v.text, at)) {
			party := r.t.parties.meet(name, at)
			if slices.Contains(to, party) {
				continue
			}
			more := ofData(f)
			more.Reads = append(more.Reads, graph.Read{Field: graph.FieldTo, At: at})
			for _, sender := range from {
				if sender != party && !slices.ContainsFunc(out, func(d draft) bool { return d.to == party && d.from == sender }) {
					out = append(out, draft{Flow: clone(more), from: sender, to: party, owner: r.t.s.owner, row: r.key()})
				}
			}
		}
	}
	return out
}
