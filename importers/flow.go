package importers

import (
	"slices"
	"strings"

	"dpmap/graph"
	"dpmap/importers/cell"
	"dpmap/importers/column"
	"dpmap/importers/words"
)

// draft is a flow whose parties have no IDs yet.
type draft struct {
	graph.Flow
	from, to int       // index in the registry; own for the register's controller
	owner    *register // of the file
	row      string    // what tells the row from others, however rows are ordered
	shared   bool      // its countries are those of several recipients together
	listed   bool      // from a list of sub-processors
	lists    *source   // the table of suppliers that the row stands in, nil in any other
}

// own stands for the register's own controller until all files are read.
const own = -1

// flowRows reads a sheet of flows, one activity a row.
func flowRows(t *tableReader) func(*record) outcome {
	var above []int // the drafts of the row above
	last := 0
	lists := t.s.ifSuppliers()
	if t.s.assets != nil {
		t.assume("No column of " + t.s.name() + " says who receives the data: who keeps an asset is taken to be who gets it, by what it is or where it is stored")
	}
	return func(r *record) outcome {
		if last > 0 && r.line.number == last+1 && r.goesOn(above) {
			last = r.line.number
			return other
		}
		if r.isNoEntry() {
			return other
		}
		before := len(t.drafts)
		defer func() {
			if len(t.drafts) > before {
				last, above = r.line.number, indices(before, len(t.drafts))
			}
		}()
		to, ok := r.recipients()
		if !ok {
			_, at, _ := r.cell(graph.FieldTo)
			if _, mapped := r.t.byField[graph.FieldTo]; !mapped {
				at = r.at()
			}
			if name, at, ok := r.unkept(); ok {
				t.problems.reject(at, "nothing says who keeps "+words.Quote(name), "write the name of the company that stores it, or where on your own premises it is")
				return rejected
			}
			t.problems.reject(at, "the row names no recipient", "write who receives the data, or None where it stays with the controller")
			return rejected
		}
		from := r.senders()
		f := graph.Flow{At: r.at()}
		r.fill(&f, flowFields())
		r.describedPurpose(&f)
		r.hostedInName(&f, len(to))
		r.finish(&f)
		shared := r.sharedCountries(&f, to)
		if len(to) > 1 {
			r.subject = nil // whose scope it is, is not said
		}
		through := slices.Clone(to)
		for _, sender := range from {
			for _, recipient := range to {
				d := draft{Flow: clone(f), from: sender, to: recipient, owner: t.s.owner, row: r.key(), shared: shared, lists: lists}
				if recipient == own && sender != own {
					d.to = sender
				}
				r.againstName(&d)
				carried, ok := r.carrier(&d)
				r.facts(d.from, d.to)
				r.impliedRole(&d)
				for _, d := range r.turned(d) {
					t.draft(d)
				}
				if ok {
					t.draft(carried)
					through = append(through, carried.to)
				}
			}
		}
		for _, d := range slices.Concat(r.withJoint(f, from), r.collection(f, from), r.onward(f, to), r.alsoTo(f, from, through)) {
			t.draft(d)
		}
		return gaveFlows
	}
}

// isNoEntry reports whether a row of a table of recipients is none of its
// entries: a total, an example, a title between rows, or a row that says of
// itself that nothing is shared.
func (r *record) isNoEntry() bool {
	return r.isTotal() || r.isExample() || r.isSection() || r.isNothing()
}

// namesNo rejects a row of a list that names nothing of what the list is of.
func (r *record) namesNo(what string) outcome {
	_, at, _ := r.cell(graph.FieldTo)
	r.t.problems.reject(at, "the row names no "+what, "fill in "+words.Quote(at.Heading)+" or empty the row")
	return rejected
}

// draft takes in a flow that a row gave, and counts it for its sheet.
func (t *tableReader) draft(d draft) {
	t.drafts = append(t.drafts, d)
	t.s.count.Flows++
}

func (r *record) heading(field graph.Field) string {
	if i, ok := r.t.byField[field]; ok {
		return r.t.cols[i].Heading
	}
	return ""
}

// impliedRole takes the role that headings say: those in a column headed
// Processors are processors, and so are those who have sub-processors, or with
// whom there is a "contract with processor", unless something else says otherwise.
func (r *record) impliedRole(d *draft) {
	if d.Role != 0 || d.RoleText != "" || d.to == own || d.to == d.from {
		return
	}
	heading := r.heading(graph.FieldTo)
	if r.namesSubs() {
		heading = r.heading(column.FieldSubProcessors)
	} else if !processorHeading.MatchString(heading) {
		heading = r.heading(graph.FieldAgreement)
		if d.Agreement.State != graph.Yes || !cell.ContractWithProcessor.MatchString(heading) {
			return
		}
	}
	if b, ok := r.t.parties.body(r.t.parties.parties[d.to].Name); r.t.parties.parties[d.to].Role != 0 || ok && b.Role != "" {
		return
	}
	d.Role = graph.Processor
	d.Implied = append(d.Implied, graph.Implied{Field: graph.FieldRole, Value: d.Role.String(), Why: "the heading " + words.Quote(heading)})
}

var processorHeading = words.Regexp(`^\s*(names? of )?(data )?processors?(\s*\(s\))?(\s*names?)?\s*[:?]?\s*$`)

// isSection reports whether the row is a title or a note between rows of the
// table: one cell and nothing else. A cell alone in the recipients' column is a
// recipient if it names one: a party of the sheet Organisations, or a body that
// is known and no kind of body.
func (r *record) isSection() bool {
	n, only := 0, value{}
	for _, v := range r.line.cells {
		if v.text != "" {
			n++
			only = v
		}
	}
	if n != 1 || len(r.t.cols) < 3 {
		return false
	}
	to, at, inTo := r.cell(graph.FieldTo)
	switch {
	case len(strings.Fields(only.text)) > 12:
		r.t.keepNote(r)
	case inTo && r.t.parties.isOne(to.text):
		r.t.problems.tell(at, words.Quote(to.text)+" stands alone in its row and is taken for a recipient of which nothing else is recorded",
			"fill in what it gets and why")
		return false
	case inTo:
		t := r.t
		t.waiting = func() {
			t.problems.tell(at, words.Quote(to.text)+" stands alone in its row and is taken for a section title", "if it is a recipient, fill in at least the purpose")
		}
	case r.isStray(only):
		i := r.t.byCol[only.col]
		r.t.problems.warn(r.t.s.ref(r.line.number, only, r.t.cols[i].Heading), words.Quote(only.text)+" stands alone in its row, which names no recipient, so it is not used", "write it in the row of its recipient")
	}
	return true
}
