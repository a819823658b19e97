package importers

import (
	"slices"
	"strings"

	"dpmap/graph"
	"dpmap/importers/cell"
	"dpmap/importers/lazyre"
	"dpmap/importers/words"
)

// placeInName takes the country that stands behind a party's name, "Canvas Pty
// (Australia)", "Kite Maps, USA", where none is recorded.
func (g *registry) placeInName(p *graph.Party) {
	code, why := g.countryInName(p.Name)
	if code == "" || !p.Country.IsBlank() || cell.IsNotApplicable(p.Country.Text) {
		return
	}
	p.Country = graph.Place{Countries: []string{code}, Implied: why}
	p.Implied = append(p.Implied, graph.Implied{Field: graph.FieldCountry, Value: code, Why: why})
}

var (
	commaTail = lazyre.New(`^(.*\S)\s*,\s*([^,()]+)$`)
	dashTail  = lazyre.New(`^(.*\S)\s+[-–—]\s+([^,()]+)$`)
)

// countryInName is the one country that stands behind a name, in brackets or
// behind a comma or dash, and why it is taken. Short codes are words too ("(HR)"),
// so only the usual ones count; a bloc ("(EU)") is where data is hosted as often as
// where a company is, and so is a country behind an American legal form ("Acme Inc.
// (Ireland)").
func (g *registry) countryInName(name string) (code, why string) {
	name = strings.TrimSpace(name)
	if m := trailingBracket.FindStringSubmatch(name); m != nil {
		inner := strings.TrimSpace(m[2])
		if m := dashTail.FindStringSubmatch(inner); m != nil && len(strings.Fields(m[1])) <= 2 && !hostedPart.MatchString(inner) {
			inner = m[1] // "US — verification of e-mail"
		}
		if own := commaTail.FindStringSubmatch(inner); own != nil && cell.FormOf(own[1]) != "" {
			return g.countryBehind(own[1], own[2], false), "the brackets behind its name"
		}
		return g.countryBehind(m[1], inner, true), "the brackets behind its name"
	}
	for _, tail := range []*lazyre.Regexp{commaTail, dashTail} {
		m := tail.FindStringSubmatch(name)
		if m == nil {
			continue
		}
		if tail == commaTail && cell.FormOf(m[1]) == "" && len(strings.Fields(m[1])) == 1 && words.List("personplace").Has(m[2]) {
			continue // "Smith, Jordan"
		}
		if code := g.countryBehind(m[1], m[2], false); code != "" {
			return code, "what stands behind its name"
		}
	}
	return "", ""
}

// countryBehind is the country that words behind a name name, "" where they name
// none or may mean something else: a region of a cloud ("eu-west-2") is where servers
// are.
func (g *registry) countryBehind(head, words string, bracket bool) string {
	parser := cell.PlaceParser{Book: g.book}
	if g.namesOther(head, words) {
		return ""
	}
	inner := strings.Trim(words, " .")
	codes := parser.Lookup(inner)
	if !bracket || codes == nil {
		if bare := companyOf.FindStringSubmatch(inner); bare != nil {
			inner, codes = bare[1], parser.Lookup(bare[1])
		}
	}
	if len(codes) != 1 || !cell.Certain(inner) || hasDigit(inner) || len(parser.Towns) > 0 && cell.FormOf(strings.TrimRight(firstPart(head), " ,")) == "" {
		return ""
	}
	switch cell.FormOf(firstPart(head)) {
	case "inc", "llc", "corp":
		if codes[0] != "US" {
			return ""
		}
	}
	return codes[0]
}

// namesOther reports whether what stands before a country names another already:
// "Kite Inc, USA and Kite Ltd, UK".
func (g *registry) namesOther(head, tail string) bool {
	parser := cell.PlaceParser{Book: g.book}
	for _, part := range words.CommaItems(head)[min(1, len(words.CommaItems(head))):] {
		for _, p := range append(cell.SpacedAnd.Split(part, -1), part) {
			if cell.Certain(p) && parser.Lookup(p) != nil && !slices.Equal(parser.Lookup(p), parser.Lookup(tail)) {
				return true
			}
		}
	}
	return false
}

// firstPart is what stands before the first comma: "Kite Inc." of "Kite Inc.,
// California".
func firstPart(head string) string {
	first, rest, ok := strings.Cut(head, ",")
	if ok && cell.FormOf("x "+strings.TrimSpace(rest)) != "" {
		return head // "Kite, Inc."
	}
	return first
}

// companyOf is "US company", "UK-based".
var companyOf = words.Regexp(`^(\S+)[ -](company|firm|based|supplier|provider|business|entity)$`)

// tellPlacesInNames says which names have a place behind them of which no country
// is taken, where nothing else records one.
func (r *reader) tellPlacesInNames() {
	for i := range r.parties.parties {
		p := &r.parties.parties[i]
		if !p.Country.IsBlank() || cell.IsNotApplicable(p.Country.Text) || p.Kind.IsSubject() {
			continue
		}
		place := r.placeBehind(p.Name)
		if place == "" || slices.ContainsFunc(r.drafts, func(d draft) bool {
			return (d.to == i && !d.RecipientCountry.IsBlank()) || (d.from == i && !d.SenderCountry.IsBlank())
		}) {
			continue
		}
		r.problems.warn(p.At, words.Quote(place)+" behind the name "+words.Quote(words.WithoutBrackets(p.Name))+" is not taken for its country, since it may be where the data is kept",
			"write the country that the company belongs to in a column Recipient country, and where the data is kept in Hosting country")
	}
}

// placeBehind is the place that stands behind a name, "" where none does.
func (r *reader) placeBehind(name string) string {
	for _, tail := range []*lazyre.Regexp{trailingBracket, commaTail, dashTail} {
		m := tail.FindStringSubmatch(strings.TrimSpace(name))
		if m == nil {
			continue
		}
		p := cell.PlaceParser{Book: r.book}
		inner := strings.TrimSpace(m[2])
		if codes := p.Lookup(inner); codes != nil && cell.Certain(inner) || tail == trailingBracket && p.NamesSome(inner) && hostedPart.MatchString(inner) {
			return inner
		}
	}
	return ""
}

// hostedInName takes where data is hosted from the brackets behind a recipient's
// name, where no cell says it: "Kite Ltd (hosted on AWS Ireland)".
func (r *record) hostedInName(f *graph.Flow, recipients int) {
	v, at, ok := r.cell(graph.FieldTo)
	if !ok || recipients != 1 || !f.Hosting.IsBlank() || !r.isFree(graph.FieldHosting) {
		return
	}
	m := trailingBracket.FindStringSubmatch(strings.TrimSpace(v.text))
	if m == nil || !hostedPart.MatchString(m[2]) || !(&cell.PlaceParser{Book: r.t.book}).NamesSome(m[2]) {
		return
	}
	places("hosting country", hostingOf)(r, f, value{text: m[2]}, at)
	r.readAt(graph.FieldHosting, at)
}
