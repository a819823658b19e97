package importers

import (
	"regexp"
	"strings"
	"unicode"

	"dpmap/graph/law"
)

// remarked is the well-known body that a name means beside a remark: "HMRC (tax
// free childcare)", "Police on request", "LGPS - Dale Pension Fund". A remark
// that names a place abroad makes it another body, and so may a name after a
// dash: it is then of the body's kind, and not the body itself.
func (g *registry) remarked(name string) (law.Body, bool) {
	if m := trailingBracket.FindStringSubmatch(strings.TrimSpace(name)); m != nil {
		b, ok := g.book.FindBody(m[1])
		return b, ok && (b.Generic || isRemark(m[2])) && g.isHere(m[2], b)
	}
	if m := trailingRemark.FindStringSubmatch(name); m != nil {
		b, ok := g.book.FindBody(m[1])
		return b, ok && g.isHere(m[2], b)
	}
	if m := afterDash.FindStringSubmatch(name); m != nil {
		b, ok := g.book.FindBody(m[1])
		b.Generic = true
		return b, ok && g.isHere(m[2], b)
	}
	return law.Body{}, false
}

var (
	trailingRemark = re(`^(\S.*?\S)[\s,]+((?:up)?on request|if asked|if requested|if needed|if necessary|if required|as required|as needed|when required|when needed|when asked|via .+)$`)
	afterDash      = regexp.MustCompile(`^(\S.*?)\s+[-–—]\s+(\S.*)$`)
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
	if words("spread").has(remark) {
		return false
	}
	p, _ := parsePlace(g.book, remark)
	for _, c := range p.Countries {
		if c != b.Country {
			return false
		}
	}
	return true
}
