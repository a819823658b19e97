package importers

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"dpmap/graph/law"
	"dpmap/importers/cell"
	"dpmap/importers/lazyre"
	"dpmap/importers/words"
)

// remarked is the well-known body that a name means beside a remark: "HMRC (tax
// free childcare)", "Police on request", "LGPS - Dale Pension Fund". A remark
// that names a place abroad makes it another body, and so may a name after a
// dash: it is then of the body's kind, and not the body itself.
func (g *registry) remarked(name string) (law.Body, bool) {
	if m := trailingBracket.FindStringSubmatch(strings.TrimSpace(name)); m != nil {
		b, ok := g.book.FindBody(m[1])
		if !ok {
			b, ok = g.publicBody(m[1])
		}
		inner, public := g.publicBody(m[2])
		return b, ok && (b.Generic || isRemark(m[2]) || public && inner.Country == b.Country) && g.isHere(m[2], b) && !namesTool(b, m[2])
	}
	if m := trailingRemark.FindStringSubmatch(name); m != nil {
		b, ok := g.book.FindBody(m[1])
		return b, ok && g.isHere(m[2], b) && !namesAnother(m[2])
	}
	if m := afterDash.FindStringSubmatch(name); m != nil {
		b, ok := g.book.FindBody(m[1])
		if ok && (namesTool(b, m[2]) || !b.Generic && namesAnother(m[2]) && !words.List("bodyremark").Has(m[2])) {
			return law.Body{}, false
		}
		b.Generic = true
		return b, ok && g.isHere(m[2], b)
	}
	return law.Body{}, false
}

// namesAnother reports whether a remark may name somebody else: "via Qualtrics",
// "Zendesk". What begins with a small letter is a way or a part: "via email".
func namesAnother(remark string) bool {
	for w := range strings.FieldsSeq(remark) {
		if r, _ := utf8.DecodeRuneInString(strings.TrimLeft(w, "(")); unicode.IsUpper(r) {
			return true
		}
	}
	return false
}

// namesTool reports whether a remark beside a group of people names the supplier
// through whom they get the data: "Governors (GovernorHub)", "Parents (via app)".
func namesTool(b law.Body, remark string) bool {
	return b.Kind.IsSubject() && isTool(remark)
}

// isTool reports whether words name a product: "MyEd", "Google Classroom", "via
// app". "Year 7" and "KS3" are groups.
func isTool(text string) bool {
	if words.List("tool").Has(text) {
		return true
	}
	if words.List("peopleremark").Has(text) {
		return false
	}
	for w := range strings.FieldsSeq(text) {
		r, size := utf8.DecodeRuneInString(w)
		if unicode.IsUpper(r) && strings.ContainsFunc(w[size:], unicode.IsLower) {
			return true
		}
	}
	return false
}

// isDoubtedName reports whether a name is followed by a question mark: whether it
// is this body is not certain.
func isDoubtedName(name string) bool { return strings.HasSuffix(strings.TrimSpace(name), "?") }

// isAbroadName reports whether the bracket behind a name says that it is another
// country's: "Department of Education (NSW)".
func isAbroadName(name string) bool {
	m := trailingBracket.FindStringSubmatch(strings.TrimSpace(name))
	if m == nil {
		return false
	}
	_, far := words.List("farstate").Whole(m[2])
	return far || words.List("spread").Has(m[2])
}

var (
	trailingRemark = words.Regexp(`^(\S.*?\S)[\s,]+((?:up)?on request|if asked|if requested|if needed|if necessary|if required|as required|as needed|when required|when needed|when asked|via .+)$`)
	afterDash      = lazyre.New(`^(\S.*?)\s+[-–—]\s+(\S.*)$`)
)

// isRemark reports whether what stands in brackets after a name says something
// of it, and does not make another name of it.
func isRemark(inner string) bool {
	for _, r := range inner {
		return unicode.IsLower(r) || unicode.IsDigit(r)
	}
	return false
}

// isHere reports whether a remark leaves a body in its country: it names no
// other, and does not say "overseas".
func (g *registry) isHere(remark string, b law.Body) bool {
	if words.List("spread").Has(remark) {
		return false
	}
	p, _ := cell.ParsePlace(g.book, remark)
	for _, c := range p.Countries {
		if c != b.Country {
			return false
		}
	}
	return true
}
