package law

import (
	"slices"
	"strings"
	"unicode"
)

// bodies is the well-known bodies in table order, found by their names.
type bodies struct {
	list   []Body
	byName map[string]int
}

func readBodies(p places, errs *[]error) bodies {
	b := bodies{byName: map[string]int{}}
	for _, r := range readTable("bodies", errs) {
		body := Body{
			ID:       r.must("id"),
			Name:     r.must("name"),
			Aliases:  r.list("aliases"),
			Generic:  r.yes("generic"),
			Kind:     Kind(r.must("kind")),
			Country:  r.text("country"),
			Role:     r.text("role"),
			Source:   r.must("source"),
			Verified: r.yes("verified"),
		}
		if !slices.Contains(Kinds(), body.Kind) {
			r.fault("kind %q is not known", body.Kind)
		}
		if _, ok := p.byCode[body.Country]; body.Country != "" && !ok {
			r.fault("country %q is not known", body.Country)
		}
		for _, name := range slices.Concat([]string{body.Name}, body.Aliases) {
			k := bodyKey(name)
			if other, ok := b.byName[k]; ok && other != len(b.list) {
				r.fault("%q is a name of %s too", name, b.list[other].Name)
			}
			b.byName[k] = len(b.list)
		}
		b.list = append(b.list, body)
	}
	return b
}

// bodyKey is the form in which names of bodies are compared: folded, each word
// without its plural, no leading "our" or "your".
func bodyKey(name string) string {
	words := strings.Fields(fold(strings.ReplaceAll(name, "(s)", "s")))
	if len(words) > 1 && (words[0] == "our" || words[0] == "your") {
		words = words[1:]
	}
	for i, w := range words {
		words[i] = stem(w)
	}
	return strings.Join(words, " ")
}

// FindBody returns the well-known body or kind of body that a name, as a whole,
// means. An acronym in brackets after the name may be left out of account, a
// place may not: "Police (France)" is no body of the table.
func (b *Book) FindBody(name string) (Body, bool) {
	if body, ok := b.law.bodies.named(name); ok {
		return body, true
	}
	outer, inner, ok := trailingBracket(name)
	if !ok {
		return Body{}, false
	}
	body, ok := b.law.bodies.named(outer)
	if !ok {
		return Body{}, false
	}
	if same, ok := b.law.bodies.named(inner); ok && same.ID == body.ID {
		return body, true
	}
	return body, isAcronym(inner) && !b.isPlace(inner)
}

func (bs *bodies) named(name string) (Body, bool) {
	i, ok := bs.byName[bodyKey(name)]
	if !ok {
		return Body{}, false
	}
	return bs.list[i], true
}

// trailingBracket parts "Ofsted (inspectors)" into what stands before the
// bracket and what is in it.
func trailingBracket(s string) (outer, inner string, ok bool) {
	s = strings.TrimSpace(s)
	if !strings.HasSuffix(s, ")") {
		return "", "", false
	}
	outer, inner, ok = strings.Cut(strings.TrimSuffix(s, ")"), "(")
	return outer, inner, ok && strings.TrimSpace(outer) != ""
}

func isAcronym(s string) bool {
	s = strings.TrimSpace(s)
	const longest = 8
	return s != "" && len(s) <= longest && !strings.ContainsFunc(s, func(r rune) bool {
		return !unicode.IsLetter(r) && r != '&'
	}) && strings.ToLower(s) != s && strings.IndexFunc(s[1:], unicode.IsUpper) >= 0
}

func (b *Book) isPlace(s string) bool {
	_, country := b.FindCountry(s)
	_, bloc := b.FindBloc(s)
	return country || bloc
}

// Bodies lists the well-known bodies in table order. The slice is only to be
// read.
func (b *Book) Bodies() []Body { return b.law.bodies.list }
