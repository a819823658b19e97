package importers

import (
	"strings"

	"dpmap/graph"
	"dpmap/graph/law"
	"dpmap/importers/cell"
	"dpmap/importers/column"
	"dpmap/importers/words"
)

// seats are the parts of a cell that each say another thing of place: where the
// company is, where the data is kept, and from where it is reached.
type seats struct {
	company, hosting, access string

	named bool // the company's part names a place
}

var (
	hostedPart   = words.Regexp(`\b(held|hosted|hosting|stored|storage|kept|saved|servers?|data ?cent(re|er)s?|back ?ups?|cloud|aws|azure|gcp|amazon web services|data (is |are )?(in|at))\b`)
	accessedPart = words.Regexp(`\b(support(ed)?|access(ed)?|help ?desk|remote(ly)?|developers?|engineers?|maintenance|call cent(re|er)s?|staff in|team in)\b`)
	partMark     = words.Regexp(`\s[-–—]\s|[,;\n]|\s(?:with|but)\s`)
)

// seatsIn are the parts of a cell's text.
func (r *reader) seatsIn(text string) seats {
	s, _ := r.seated.read(text, func(text string) (seats, []cell.Doubt) {
		s := seatsIn(r.book, text)
		trial := cell.PlaceParser{Book: r.book}
		s.named = s.company != "" && trial.NamesSome(s.company)
		return s, nil
	})
	return s
}

// seatsIn parts "USA (servers in Frankfurt)" and "UK, support from India". A cell
// that leaves anything open, or denies it, is not parted.
func seatsIn(book *law.Book, text string) seats {
	if words.List("placehedge").Has(text) || words.List("placenot").Has(text) || strings.Contains(text, "?") || cell.IsUnknown(text) {
		return seats{company: text}
	}
	var s seats
	for _, part := range placeAsides(text) {
		p := cell.PlaceParser{Book: book}
		switch names := p.NamesSome(part); {
		case names && hostedPart.MatchString(part):
			s.hosting = strings.TrimPrefix(s.hosting+"; "+part, "; ")
		case names && accessedPart.MatchString(part):
			s.access = strings.TrimPrefix(s.access+"; "+part, "; ")
		default:
			s.company = strings.TrimPrefix(s.company+", "+part, ", ")
		}
	}
	return s
}

// placeAsides are the parts of a cell between its marks and brackets.
func placeAsides(text string) []string {
	var out []string
	for _, piece := range strings.FieldsFunc(text, func(r rune) bool { return r == '(' || r == ')' }) {
		for _, part := range partMark.Split(piece, -1) {
			if part = strings.TrimSpace(part); part != "" {
				out = append(out, part)
			}
		}
	}
	return out
}

// partSeats gives the hosting and the access that a cell of another column states
// their own fields, where these have no cell of their own, and gives back what is
// left of the cell. A cell that names no company's country beside them is whole.
func (r *record) partSeats(f *graph.Flow, text string, at graph.Ref, hosting, access bool) string {
	s := r.t.seatsIn(text)
	if !s.named {
		return text
	}
	_, _, kept := r.cell(column.FieldLocation)
	if hosting = hosting && s.hosting != "" && !kept && r.isFree(graph.FieldHosting); !hosting && s.hosting != "" {
		return text
	}
	if access = access && s.access != "" && r.isFree(graph.FieldAccess); !access && s.access != "" {
		return text
	}
	if !hosting && !access {
		return text
	}
	r.seat(f, s, text, at)
	return s.company
}

// seatsAbroad takes from a cell of transfers where data is hosted and whence it is
// reached, where no column has that: "Data hosted in Germany; support from USA".
func (r *record) seatsAbroad(f *graph.Flow, text string, at graph.Ref) {
	s := r.t.seatsIn(text)
	if _, _, kept := r.cell(column.FieldLocation); kept || !r.isFree(graph.FieldHosting) {
		s.hosting = ""
	}
	if !r.isFree(graph.FieldAccess) {
		s.access = ""
	}
	r.seat(f, s, text, at)
}

func (r *record) isFree(field graph.Field) bool {
	_, _, ok := r.cell(field)
	return !ok
}

// seat records where a cell says that data is hosted and reached from.
func (r *record) seat(f *graph.Flow, s seats, text string, at graph.Ref) {
	for _, set := range []struct {
		field graph.Field
		what  string
		text  string
		to    *graph.Place
	}{
		{graph.FieldHosting, "hosting country", s.hosting, &f.Hosting},
		{graph.FieldAccess, "access country", s.access, &f.Access},
	} {
		if set.text == "" {
			continue
		}
		places(set.what, func(*graph.Flow) *graph.Place { return set.to })(r, f, value{text: set.text}, at)
		set.to.Text = text
		r.readAt(set.field, at)
	}
}
