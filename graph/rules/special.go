package rules

import (
	"slices"
	"strings"

	"dpmap/graph"
	"dpmap/graph/law"
)

// consentCondition is the Article 9(2) condition of explicit consent.
const consentCondition = "9(2)(a)"

// protected is a category of a flow that needs a condition of its own: the
// vocabulary's special categories or, where none is found and the register says
// yes, the flow's data as a whole.
type protected struct {
	name string // "" for the flow as a whole
	kind string // of the vocabulary; "" for the flow as a whole
	text string // for readers, with the word that decided
}

// specials lists what of a flow is special-category data that needs a
// condition. Where a processor hands on to another, the controller's own flow
// needs it.
func (p *Pass) specials(f *graph.Flow) []protected {
	if p.answeredElsewhere(f) {
		return nil
	}
	var list []protected
	for _, c := range f.Categories {
		if c.Class == law.Special {
			list = append(list, protected{c.Name, c.Kind, decided(c)})
		}
	}
	if len(list) == 0 && f.Special.State == graph.Yes && !onlyCriminal(f.Special.Kinds) {
		text := "data that the register declares as special-category"
		if len(f.Special.Kinds) > 0 {
			text += " (" + strings.Join(f.Special.Kinds, ", ") + ")"
		}
		list = append(list, protected{text: text})
	}
	return list
}

// onlyCriminal reports whether the kinds that the register declares are all
// criminal-offence data, which Article 10 protects and not Article 9.
func onlyCriminal(kinds []string) bool {
	return len(kinds) > 0 && !slices.ContainsFunc(kinds, func(k string) bool { return !isCriminalKind(k) })
}

// decided is a category with the word that put it in its class.
func decided(c graph.Category) string {
	if c.Word == "" || strings.EqualFold(c.Word, c.Name) {
		return quote(c.Name)
	}
	return quote(c.Name) + " (by the word " + quote(c.Word) + ")"
}

// covers reports whether what a cell states holds for a category: it was stated
// for that one, or for the whole flow. Data without a name is covered by
// whatever is stated.
func covers(s graph.Stated, of protected) bool {
	return len(s.Covers) == 0 || of.name == "" || slices.ContainsFunc(s.Covers, func(name string) bool {
		return strings.EqualFold(name, of.name)
	})
}

// conditionsFor lists the Article 9(2) conditions that hold for a category.
// Consent that is recorded as given counts as the condition of consent, though
// no cell names the article.
func (p *Pass) conditionsFor(f *graph.Flow, of protected) []string {
	var ids []string
	for _, s := range f.Conditions {
		if _, known := p.Book.Condition(s.ID); known && covers(s, of) && !slices.Contains(ids, s.ID) {
			ids = append(ids, s.ID)
		}
	}
	if f.Consent.State == graph.Yes && !slices.Contains(ids, consentCondition) {
		ids = append(ids, consentCondition)
	}
	return ids
}

// onlyConsent lists the special categories of a flow that rest on consent alone.
func (p *Pass) onlyConsent(f *graph.Flow) []protected {
	var list []protected
	for _, of := range p.specials(f) {
		if ids := p.conditionsFor(f, of); len(ids) == 1 && ids[0] == consentCondition {
			list = append(list, of)
		}
	}
	return list
}

// texts joins what readers see of protected categories.
func texts(list []protected) string {
	parts := make([]string, len(list))
	for i, of := range list {
		parts[i] = of.text
	}
	return strings.Join(parts, ", ")
}

// conditionName is a condition with its name: 9(2)(g) substantial public interest.
func (p *Pass) conditionName(id string) string {
	if c, ok := p.Book.Condition(id); ok {
		return id + " (" + c.Name + ")"
	}
	return id
}

// basisName is a lawful basis with its name.
func (p *Pass) basisName(id string) string {
	if b, ok := p.Book.Basis(id); ok {
		return b.Name + " (Art " + id + ")"
	}
	return "Art " + id
}

// underUK reports whether UK law may apply to a flow: its sender is under it,
// or, where the sender is the data subject or is nobody knows where, its
// recipient.
func (p *Pass) underUK(f *graph.Flow) bool {
	place := p.Map.Origin(f)
	if p.fromSubject(f) || len(place.Countries) == 0 {
		place = p.Map.Destination(f)
	}
	return len(place.Countries) == 0 || p.isUK(place)
}

// isUK reports whether one of the countries of a place is under UK law.
func (p *Pass) isUK(place graph.Place) bool {
	return slices.ContainsFunc(place.Countries, func(country string) bool { return p.Book.Regime(country) == law.UK })
}
