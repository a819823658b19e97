package ropa

import (
	"strings"

	"dpmap/graph"
	"dpmap/graph/law"
	"dpmap/reports/wording"
)

const matrixSheet = "Who gets what"

// mostKinds is how many categories get a column each; more are gathered by
// their class and kind.
const mostKinds = 12

// kind is a column of the matrix: one category, or all of a class and kind.
type kind struct {
	heading string
	class   law.Class
}

// matrix is recipients by what they get: special-category and criminal data
// first, in words rather than colour.
func (d *draft) matrix() *grid {
	kinds, of := d.kinds()
	g := table(matrixSheet, "tblMatrix",
		"✓ and a word mark what each gets. Special-category data and criminal offences stand first; a blank means that the register names none.", 1,
		col{"Recipient", 26, ""}, col{"Kind", 14, ""}, col{"Countries", 16, ""})
	wide := max(11, min(22, 132/float64(len(kinds)))) // together what fits a page
	for _, k := range kinds {
		g.cols = append(g.cols, col{k.heading, wide, ""})
	}
	if d.someBlank() {
		g.cols = append(g.cols, col{"Not said what", 12, ""})
	}
	place := map[string]int{}
	for i, k := range kinds {
		place[strings.ToLower(k.heading)] = i
	}
	parties := d.m.Parties()
	for i := range parties {
		if row := d.matrixRow(&parties[i], kinds, of, place); row != nil {
			row = row[:len(g.cols)]
			g.rows = append(g.rows, row)
		}
	}
	g.none("The register names nobody who gets data")
	return g
}

// someBlank reports whether some flow to others has no category recorded.
func (d *draft) someBlank() bool {
	for i := range d.flows {
		if f := &d.flows[i]; len(f.Categories) == 0 && !d.toOwn(f) {
			return true
		}
	}
	return false
}

// kinds lists the columns, gravest class first, then as the register names
// them; of is the heading of each category.
func (d *draft) kinds() (list []kind, of func(c graph.Category) string) {
	of = func(c graph.Category) string {
		return orElse(wording.Phrase(" – ", strings.TrimSpace(c.Name), classWords(c)), "No name")
	}
	if list = d.columnsBy(of); len(list) > mostKinds {
		of = kindWords
		list = d.columnsBy(of)
	}
	return list, of
}

// classWords is what a category is in the eyes of the law, "" when ordinary.
func classWords(c graph.Category) string {
	switch c.Class {
	case law.Special, law.Criminal, law.Sensitive:
		return wording.Phrase(": ", strings.ToUpper(c.Class.String()[:1])+c.Class.String()[1:], c.Kind)
	}
	return ""
}

// kindWords likewise names all ordinary categories together.
func kindWords(c graph.Category) string { return orElse(classWords(c), "Other personal data") }

const saidSpecial = "Special, as the register says"

func (d *draft) columnsBy(of func(c graph.Category) string) []kind {
	var all []kind
	seen := map[string]bool{}
	add := func(k kind) {
		if folded := strings.ToLower(k.heading); !seen[folded] {
			seen[folded] = true
			all = append(all, k)
		}
	}
	for i := range d.flows {
		f := &d.flows[i]
		if d.toOwn(f) {
			continue
		}
		for _, c := range f.Categories {
			add(kind{of(c), c.Class})
		}
		if f.Special.State == graph.Yes && !f.Has(law.Special) {
			add(kind{saidSpecial, law.Special})
		}
	}
	var out []kind
	for _, class := range [...]law.Class{law.Special, law.Criminal, law.Sensitive} {
		for _, k := range all {
			if k.class == class {
				out = append(out, k)
			}
		}
	}
	for _, k := range all {
		if k.class != law.Special && k.class != law.Criminal && k.class != law.Sensitive {
			out = append(out, k)
		}
	}
	return out
}

// matrixRow is what one party gets, nil when it gets nothing or is the
// register's own controller.
func (d *draft) matrixRow(p *graph.Party, kinds []kind, of func(c graph.Category) string, place map[string]int) []cell {
	in := d.m.To(p.ID)
	if len(in) == 0 || p.Own {
		return nil
	}
	got := make([][]string, len(kinds))
	blank := ""
	for _, i := range in {
		f := &d.flows[i]
		if d.toOwn(f) {
			continue
		}
		for _, c := range f.Categories {
			n := place[strings.ToLower(of(c))]
			got[n] = append(got[n], c.Name)
		}
		if f.Special.State == graph.Yes && !f.Has(law.Special) {
			n := place[strings.ToLower(saidSpecial)]
			got[n] = append(got[n], "")
		}
		if len(f.Categories) == 0 {
			blank = "? " + notRecorded
		}
	}
	row := []cell{says(orElse(p.Name, p.ID)), says(string(p.Kind)), recorded(d.place(p.Country))}
	for i, names := range got {
		row = append(row, mark(kinds[i], names))
	}
	return append(row, styled(blank, muted))
}

// mark says that a party gets data of a kind: the class as a word, and the
// names where a column gathers several.
func mark(k kind, got []string) cell {
	if len(got) == 0 {
		return says("")
	}
	var told []string
	for _, n := range unique(got) {
		if !strings.HasPrefix(strings.ToLower(k.heading), strings.ToLower(strings.TrimSpace(n))) {
			told = append(told, n)
		}
	}
	words := after2(": ", names(told))
	switch k.class {
	case law.Special:
		return styled("✓ special"+words, doubtful)
	case law.Criminal:
		return styled("✓ criminal"+words, doubtful)
	case law.Sensitive:
		return styled("✓ sensitive"+words, low)
	}
	return says("✓" + words)
}
