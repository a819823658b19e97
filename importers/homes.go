package importers

import (
	"fmt"
	"slices"
	"strings"

	"dpmap/graph"
	"dpmap/graph/law"
)

// settleCountries gives parties the countries that rows of flows record of
// them, where all that record one agree; and controllers of registers without
// any the home country, as an assumption.
func (r *reader) settleCountries() {
	seen := map[int]graph.Place{}
	reads := map[int]graph.Ref{}
	mixed := map[int]bool{}
	note := func(i int, p graph.Place, f *graph.Flow, field graph.Field) {
		if p.IsBlank() {
			return
		}
		if was, ok := seen[i]; ok {
			if !slices.Equal(was.Countries, p.Countries) || !slices.Equal(was.Open, p.Open) {
				mixed[i] = true
			}
			return
		}
		seen[i], reads[i] = p, f.Where(field)
	}
	for i := range r.drafts {
		d := &r.drafts[i]
		note(d.from, d.SenderCountry, &d.Flow, graph.FieldSenderCountry)
		if !d.shared && !d.onlyAbroad() {
			note(d.to, d.RecipientCountry, &d.Flow, graph.FieldRecipientCountry)
		}
	}
	for i := range r.parties.parties {
		p := &r.parties.parties[i]
		place, ok := seen[i]
		if ok && !mixed[i] && (p.Country.IsBlank() || p.Country.Implied != "") {
			p.Country = place
			p.Implied = slices.DeleteFunc(p.Implied, func(im graph.Implied) bool { return im.Field == graph.FieldCountry })
			p.Reads = append(p.Reads, graph.Read{Field: graph.FieldCountry, At: reads[i]})
		}
		if p.Own && (p.Country.IsBlank() || strings.HasPrefix(p.Country.Implied, byKind)) {
			r.atHome(p)
		}
	}
	for i := range r.drafts {
		r.whereAbroad(&r.drafts[i])
	}
}

// onlyAbroad reports whether all that a row says of where its recipient is is that data
// goes abroad: a yes in a column that asks no more.
func (d *draft) onlyAbroad() bool {
	_, recorded := d.Reads.At(graph.FieldRecipientCountry)
	return !recorded && len(d.RecipientCountry.Countries) == 0 && !d.RecipientCountry.IsBlank()
}

// whereAbroad lets the country that is known of a recipient from elsewhere, from its
// name, another row or another file, answer what such a row leaves open. One at home
// does not say where data goes that leaves it.
func (r *reader) whereAbroad(d *draft) {
	if d.to < 0 || !d.onlyAbroad() {
		return
	}
	known := r.parties.parties[d.to].Country
	if len(known.Countries) > 0 && len(known.Open) == 0 && !slices.Contains(known.Countries, "GB") {
		d.RecipientCountry = graph.Place{}
	}
}

func (r *reader) atHome(p *graph.Party) {
	home := r.o.Home
	if home == "" {
		home = "GB"
	}
	p.Implied = slices.DeleteFunc(p.Implied, func(im graph.Implied) bool { return im.Field == graph.FieldCountry })
	why := "no country is recorded for the register's own controller (--home)"
	p.Country = graph.Place{Countries: []string{home}, Text: p.Country.Text, Implied: why}
	p.Implied = append(p.Implied, graph.Implied{Field: graph.FieldCountry, Value: home, Why: why})
	r.assume(fmt.Sprintf("The country of %s is taken to be %s, since it is recorded nowhere (--home names another)", p.Name, countryName(r.book, home)))
}

func countryName(book *law.Book, code string) string {
	if c, ok := book.Country(code); ok {
		return c.Name
	}
	return code
}
