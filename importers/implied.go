package importers

import (
	"strings"

	"dpmap/graph"
	"dpmap/graph/law"
	"dpmap/importers/cell"
	"dpmap/importers/words"
)

// byKind begins the reason of what follows from the kind of a body alone.
const byKind = "kind of body: "

// imply fills what no cell records from the table of well-known bodies, and
// says of each fact that it is implied.
func (g *registry) imply(i int) {
	p := &g.parties[i]
	g.placeInName(p)
	b, ok := g.body(p.Name)
	for j := 0; !ok && j < len(p.Aliases); j++ {
		b, ok = g.body(p.Aliases[j])
	}
	if !ok {
		if !implyCouncil(p) {
			implySubject(p)
		}
		return
	}
	why := "well-known body: " + b.Name
	if b.Generic {
		why = byKind + b.Name
	}
	if p.Kind == "" && b.Kind != "" {
		p.Kind = b.Kind
		p.Implied = append(p.Implied, graph.Implied{Field: graph.FieldKind, Value: string(b.Kind), Why: why})
	}
	if p.Country.IsBlank() && b.Country != "" && !cell.IsNotApplicable(p.Country.Text) {
		p.Country = graph.Place{Countries: []string{b.Country}, Text: p.Country.Text, Implied: why}
		p.Implied = append(p.Implied, graph.Implied{Field: graph.FieldCountry, Value: b.Country, Why: why})
	}
	if p.Role == 0 && p.RoleText == "" && cell.Roles[b.Role] != 0 {
		p.Role = cell.Roles[b.Role]
		p.Implied = append(p.Implied, graph.Implied{Field: graph.FieldPartyRole, Value: b.Role, Why: why})
	}
}

// implySubject marks a party whose name says that it is the people themselves,
// or those who act for them.
func implySubject(p *graph.Party) {
	if p.Kind != "" || cell.FormOf(p.Name) != "" {
		return
	}
	name := cell.NameKey(p.Name)
	kind, ok := words.List("subject").Whole(name)
	if m := trailingBracket.FindStringSubmatch(p.Name); !ok && (m == nil || !isTool(m[2])) {
		kind, ok = words.List("subject").Whole(strings.TrimSpace(words.WithoutBrackets(p.Name)))
	}
	if !ok {
		return
	}
	p.Kind = law.Kind(kind)
	p.Implied = append(p.Implied, graph.Implied{Field: graph.FieldKind, Value: kind, Why: "named as a group of people"})
}
