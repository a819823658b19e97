// Package diagram draws a judged map: who sends personal data to whom, into
// which countries, and how each transfer stands.
//
// A view makes a picture (boxes with rows, and links) out of the result. The
// picture is fitted to one A4 page, grouping recipients until every label can
// be read, and written as DOT. go-graphviz lays the DOT out; what it says of
// positions and curves becomes a scene, and the scene is written as SVG, PDF, PNG
// or JPEG with the same font measures, so that all of them are one drawing.
package diagram

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"dpmap/graph"
	"dpmap/graph/rules"
)

// Options of a drawing. The zero Options draws the jurisdictions.
type Options struct {
	View   string // the name of a view; "" is the first of Views
	Focus  string // a party's ID, name or alias: only flows that it sends or gets
	Title  string // "" is made of the register's controller
	Source string // what the register is called; "" is the names of its files
	Prefix string // of every id in the SVG, so that several can stand in one page
	Inset  bool   // to stand within a page: as wide as its text, no higher than needed
}

// View is one way to look at a map.
type View struct {
	Name  string // as --view names it
	Title string // what it shows, for readers

	headline string                      // of the page; %s is "" or " from" and the controller
	empty    string                      // what the page says when there is nothing to draw
	sections func(*builder) []section    // what the boxes stand for
	labels   func(*graph.Flow) []string  // splits a flow among several boxes, where set
	build    func(*builder) picture      // draws it all, where set
	keep     func(*builder) map[int]bool // the flows that it shows, where not all
	place    bool                        // rows name their countries, since the boxes do not
}

const noFlow = "The register has no flow to draw"

// Views lists the views in the order in which reports show them.
func Views() []View {
	return []View{{
		Name: "jurisdictions", Title: "Which countries the data goes to, and how each transfer stands",
		headline: "Who gets personal data%s, and where", empty: noFlow,
		sections: jurisdictions,
	}, {
		Name: "parties", Title: "Which organisations get the data, by what they are",
		headline: "Which organisations get personal data%s", empty: noFlow,
		sections: parties, place: true,
	}, {
		Name: "onward", Title: "Where data goes on to after its first recipient, hop by hop",
		headline: "Where personal data%s goes on to", empty: "The register records no data that goes on from its first recipient",
		build: onward, keep: chained,
	}, {
		Name: "categories", Title: "Who gets which kind of data; special kinds first",
		headline: "Who gets which kinds of personal data%s", empty: noFlow,
		sections: categories, labels: kindsOfData, place: true,
	}}
}

// Drawing is one view of a result, laid out.
type Drawing struct {
	prefix string
	dot    string
	scene  scene
	rows   []Row
	links  []mermaidLink

	undrawn []string // names
}

// Draw lays a view of a result out. The error names what cannot be drawn: an
// unknown view, an unknown focus, or a fault of the layout engine. A result
// without flows gives a drawing that says so.
func Draw(r *rules.Result, o Options) (*Drawing, error) {
	view, err := find(o.View)
	if err != nil {
		return nil, err
	}
	b, err := newBuilder(r, o, view)
	if err != nil {
		return nil, err
	}
	page, err := fit(b)
	if err != nil {
		return nil, err
	}
	scene := compose(b, page)
	return &Drawing{
		prefix:  prefix(o.Prefix),
		dot:     page.dot,
		scene:   scene,
		rows:    b.rows(page.picture),
		links:   mermaidLinks(page.picture),
		undrawn: undrawn(b.lacking(), scene),
	}, nil
}

// DOT is the drawing in the language of Graphviz.
func (d *Drawing) DOT() string { return d.dot }

// Table is the drawing in words: every recipient on a row of its own, even
// where the picture shows several as one.
func (d *Drawing) Table() []Row { return slices.Clone(d.rows) }

// Empty reports whether the view has nothing to show: for "onward", whether no
// data goes on from its first recipient. Such a drawing only says so.
func (d *Drawing) Empty() bool { return len(d.rows) == 0 }

// find is the view of a name.
func find(name string) (View, error) {
	var names []string
	for _, v := range Views() {
		if name == v.Name || name == "" {
			return v, nil
		}
		names = append(names, v.Name)
	}
	return View{}, fmt.Errorf("view %q is not known: choose one of %s", name, strings.Join(names, ", "))
}

// prefix keeps of s what an XML id may hold.
func prefix(s string) string {
	s = strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || r == '-' {
			return r
		}
		return -1
	}, s)
	if s == "" || s[0] == '-' || s[0] >= '0' && s[0] <= '9' {
		s = "map" + s
	}
	return cmp.Or(s, "map")
}
