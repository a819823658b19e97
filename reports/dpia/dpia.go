// Package dpia writes the draft of a data protection impact assessment (UK GDPR
// Art 35) as a Word document in the seven steps of the ICO's template. What the
// register records of the flows chosen is filled in with its place; what only
// people can say is left as a marked blank.
package dpia

import (
	"errors"
	"fmt"
	"io"

	"dpmap/graph"
	"dpmap/graph/law"
	"dpmap/graph/rules"
	"dpmap/reports"
	"dpmap/reports/dpia/docx"
	"dpmap/reports/wording"
)

// Options of the assessment.
type Options struct {
	Flows  []int  // what is assessed, as indexes of Map.Flows; see Choose
	Map    []byte // a PNG of those flows; empty leaves it out
	MapAlt string // what it shows, in words, for those who cannot see it
}

// Write writes the assessment of some flows of r to w. The same report gives
// the same bytes. Nothing is written when it fails.
func Write(w io.Writer, r *reports.Report, o Options) error {
	if r == nil || r.Result == nil || r.Result.Map == nil || r.Result.Book == nil {
		return errors.New("a DPIA needs a map and the law it was judged by")
	}
	d := &draft{r: r, m: r.Result.Map, book: r.Result.Book, flows: r.Result.Map.Flows(), chosen: o.Flows}
	if len(o.Flows) == 0 {
		return errors.New("a DPIA needs at least one flow")
	}
	for _, i := range o.Flows {
		if i < 0 || i >= len(d.flows) {
			return fmt.Errorf("a DPIA is asked of flow %d, and the map has %d", i, len(d.flows))
		}
	}
	d.about()
	d.opening()
	d.details()
	d.need()
	if err := d.describe(o); err != nil {
		return fmt.Errorf("DPIA: %w", err)
	}
	d.consult()
	d.necessity()
	risks := d.risks()
	d.measures(risks)
	d.signOff()
	d.sources()
	_, err := d.doc.WriteTo(w)
	return err
}

// draft is a document in the making and what it is about.
type draft struct {
	doc    docx.Document
	r      *reports.Report
	m      *graph.Map
	book   *law.Book
	flows  []graph.Flow
	chosen []int
}

// transfer is the decision about a flow; the zero Transfer when nobody judged it.
func (d *draft) transfer(i int) rules.Transfer {
	if i < len(d.r.Result.Transfers) {
		return d.r.Result.Transfers[i]
	}
	return rules.Transfer{}
}

// about sets the document's properties. The day of the law stands for the day
// on which it was made: a clock would make every copy differ.
func (d *draft) about() {
	tool := "dpmap"
	if d.r.Version != "" {
		tool += " " + d.r.Version
	}
	day := ""
	if at := d.book.AsAt(); !at.IsZero() {
		day = at.First().String()
	}
	d.doc.About = docx.Properties{
		Title:   "Data protection impact assessment: " + d.subject(),
		Subject: "Draft from the register of " + d.r.Name() + ". Not legal advice",
		Creator: tool, Day: day,
		Footer: "DPIA: " + clip(d.subject(), 60) + " – draft, law as at " + d.book.AsAt().Long(),
	}
}

// subject is what is assessed, in few words: whom the data goes to.
func (d *draft) subject() string {
	var names []string
	for _, i := range d.chosen {
		names = add(names, d.name(d.flows[i].To))
	}
	if len(names) > 2 {
		return names[0] + " and " + wording.Count(len(names)-1, "other recipient", "other recipients")
	}
	return wording.Joined(names)
}
