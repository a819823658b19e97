package importers

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"dpmap/graph"
	"dpmap/importers/cell"
	"dpmap/importers/words"
)

// carrier gives the supplier that carries data to people a flow of its own: what
// goes to parents by an app goes to the app's company too, which is another
// legal entity, and the row's country, hosting and agreement are that company's.
// A supplier that a column names counts; a system, or one that nobody names, only
// where the row says more of it than people could answer to.
func (r *record) carrier(d *draft) (carried draft, ok bool) {
	toPeople := d.to != own && r.t.parties.isPeople(d.to)
	if !toPeople && d.to != own || d.from != own && !toPeople {
		return draft{}, false
	}
	name, at, named := r.supplierBeside()
	if !named && (!toPeople || !r.speaksOfSupplier(&d.Flow)) {
		return draft{}, false
	}
	if !named {
		name, at = r.systemOrNobody(d)
	}
	to := r.t.parties.meet(name, at)
	if to == d.to || r.t.parties.isPeople(to) {
		return draft{}, false
	}
	carried = draft{Flow: clone(d.Flow), from: d.from, to: to, owner: d.owner, row: d.row}
	carried.Implied = append(carried.Implied, graph.Implied{Field: graph.FieldTo, Value: name, Why: "carries what goes to " + words.Quote(r.nameOf(d))})
	r.t.problems.tell(at, words.Quote(name)+" is taken for a recipient too, since it carries what goes to "+words.Quote(r.nameOf(d))+", and the row's country, hosting, role and agreement are taken to be its own",
		"name the supplier in the column of recipients, in a row of its own")
	d.RecipientCountry, d.Hosting, d.Access = graph.Place{}, graph.Place{}, graph.Place{}
	d.Role, d.RoleText, d.Agreement, d.Safeguards = 0, "", graph.Agreement{}, nil
	return carried, true
}

func (r *record) nameOf(d *draft) string {
	if d.to == own {
		v, _, _ := r.cell(graph.FieldTo)
		return v.text
	}
	return r.t.parties.parties[d.to].Name
}

// isPeople reports whether a party is the people themselves or who acts for them,
// by its name.
func (g *registry) isPeople(i int) bool {
	p := g.parties[i]
	if p.Kind != "" {
		return p.Kind.IsSubject()
	}
	if b, ok := g.body(p.Name); ok {
		return b.Kind.IsSubject()
	}
	implySubject(&p)
	return p.Kind.IsSubject()
}

// supplierHeading is a column that names who supplies what the row is about.
var supplierHeading = words.Regexp(`^\s*(name of )?(the )?(it |software |system |app |cloud |service |third[- ]party )?(suppliers?|providers?|vendors?|company|companies|firm|contractor|data processors?|processors?|platform|app|apps|software)( names?| used| involved)?(\s*\(.*\))?\s*\??$`)

// supplierBeside is the supplier that a column without a field names, or a second
// one of recipients.
func (r *record) supplierBeside() (name string, at graph.Ref, ok bool) {
	if _, mapped := r.t.byField[graph.FieldTo]; !mapped {
		return "", at, false
	}
	for _, e := range r.extras() {
		if supplierHeading.MatchString(e.Heading) && r.isSupplierName(e.Value) {
			return e.Value, e.At, true
		}
	}
	return "", at, false
}

// isSupplierName reports whether a cell names an organisation or its product, and
// no way of sending ("email", "paper", "in person").
func (r *record) isSupplierName(text string) bool {
	first, _ := utf8.DecodeRuneInString(text)
	if cell.IsUnknown(text) || cell.IsNotApplicable(text) || cell.IsNobody(text) || cell.StateWord(text) != 0 || cell.StaysInside(text) || cell.IsOwnWord(text) {
		return false
	}
	fields := strings.Fields(words.Fold(text))
	if !unicode.IsUpper(first) && !unicode.IsDigit(first) || len(fields) > 6 || words.List("notsupplier").Has(text) {
		return false
	}
	return !r.t.isController(r.t.parties.find(text))
}

// speaksOfSupplier reports whether a row that goes to people records what only an
// organisation between can be: a processor, or a place of hosting or access
// beyond the UK.
func (r *record) speaksOfSupplier(f *graph.Flow) bool {
	away := func(p graph.Place) bool {
		return len(p.Open) > 0 || slices.ContainsFunc(p.Countries, func(c string) bool { return c != "GB" })
	}
	system, _, named := r.cell(graph.FieldSystem)
	return f.Role.IsProcessor() || away(f.Hosting) || away(f.Access) || named && r.isSupplierName(system.text) && (away(f.RecipientCountry) || r.placeNamed(system.text))
}

// placeNamed reports whether the brackets of a name hold a country: "Zoom (US)".
func (r *record) placeNamed(name string) bool {
	return slices.ContainsFunc(words.Bracketed(name), func(inner string) bool {
		_, ok := r.t.book.FindCountry(inner)
		return ok
	})
}

// systemOrNobody names the supplier by the row's system, else says that none is
// named.
func (r *record) systemOrNobody(d *draft) (string, graph.Ref) {
	if v, at, ok := r.cell(graph.FieldSystem); ok && r.isSupplierName(v.text) {
		return v.text, at
	}
	_, at, _ := r.cell(graph.FieldTo)
	return "Supplier that serves " + r.nameOf(d), at
}
