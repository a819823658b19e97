package ropa

import (
	"strings"

	"dpmap/graph"
	"dpmap/graph/law"
	"dpmap/graph/rules"
	"dpmap/reports"
	"dpmap/reports/wording"
)

// notRecorded stands where the register says nothing and should.
const notRecorded = "not recorded"

// draft is a report with the indexes that the sheets share.
type draft struct {
	r     *reports.Report
	m     *graph.Map
	book  *law.Book
	sum   reports.Summary
	flows []graph.Flow

	log  *Log       // of the workbook before; may be nil
	long []longText // that the sheets made so far could not show whole

	acts  []activity
	actOf []int               // by flow: index of acts
	found [][]int             // by flow: indexes of findings
	loose map[graph.Ref][]int // by row: findings that are about no flow
}

// activity is a row of the record: flows that one row of the register gave.
type activity struct {
	flows []int
	row   int // of the sheet Record
}

func newDraft(r *reports.Report) *draft {
	d := &draft{r: r, m: r.Result.Map, book: r.Result.Book, sum: r.Summary(), flows: r.Result.Map.Flows()}
	d.group()
	d.found = make([][]int, len(d.flows))
	d.loose = map[graph.Ref][]int{}
	for i := range r.Result.Findings {
		f := &r.Result.Findings[i]
		for _, id := range unique(f.Flows) {
			if flow := d.m.Index(id); flow >= 0 {
				d.found[flow] = append(d.found[flow], i)
			}
		}
		if len(f.Flows) == 0 {
			d.loose[rowOf(f.At)] = append(d.loose[rowOf(f.At)], i)
		}
	}
	return d
}

// group gathers the flows of each activity, in the order of their first flow.
func (d *draft) group() {
	index := map[string]int{}
	d.actOf = make([]int, len(d.flows))
	first := len(d.contacts()) + 3
	for i := range d.flows {
		key := "a" + d.flows[i].Activity
		if d.flows[i].Activity == "" {
			key = "f" + d.flows[i].ID
		}
		a, ok := index[key]
		if !ok {
			a = len(d.acts)
			index[key] = a
			d.acts = append(d.acts, activity{row: first + a})
		}
		d.acts[a].flows = append(d.acts[a].flows, i)
		d.actOf[i] = a
	}
}

// transfer is the decision about a flow; the zero Transfer when nobody judged it.
func (d *draft) transfer(flow int) rules.Transfer {
	if flow < len(d.r.Result.Transfers) {
		return d.r.Result.Transfers[flow]
	}
	return rules.Transfer{}
}

// controller is whose record it is.
func (d *draft) controller() string {
	if name := d.m.Register().Controller.Text; name != "" {
		return name
	}
	if own := d.m.Own(); own != nil && own.Name != "" {
		return own.Name
	}
	if len(d.r.Inputs) == 1 {
		return d.r.Inputs[0].File
	}
	return wording.Count(len(d.r.Inputs), "register", "registers")
}

func (d *draft) asAt() string {
	if day := d.book.AsAt(); !day.IsZero() {
		return day.Long()
	}
	return "a day that is not known"
}

// footer is what stands at the foot of every printed page. An ampersand would
// begin a code of the page.
func (d *draft) footer() string {
	name := strings.ReplaceAll(oneLine(d.controller(), 60), "&", "&&")
	middle := "As at " + d.asAt() + " – not legal advice"
	if s := d.supposition(); s != "" {
		middle = s + " – as at " + d.asAt()
	}
	return `&L&8 ` + name + ` – &A&C&8 ` + middle + `&R&8 Page &P of &N`
}

// warn writes the supposition into the first blank row above a sheet's table,
// or behind its title where there is none.
func (d *draft) warn(top [][]cell) {
	words := d.supposition()
	if words == "" {
		return
	}
	for i, row := range top {
		if len(row) == 0 {
			top[i] = []cell{styled(words, title)}
			return
		}
	}
	top[0][0].text += " – " + words
}

// supposition says that this is not the law as it stands, and which
// instruments are supposed to have fallen; "" when none is. It stands on every
// sheet and at the foot of every page, so that no page passes for the record.
func (d *draft) supposition() string {
	const longest = 70 // a footer holds 255 characters in all
	without := d.book.Without()
	if len(without) == 0 {
		return ""
	}
	return "A SUPPOSITION: as if fallen: " + oneLine(strings.Join(without, ", "), longest)
}

// partyName is a party's name, or its ID.
func (d *draft) partyName(id string) string {
	if p := d.m.Party(id); p != nil && p.Name != "" {
		return p.Name
	}
	return id
}

// toOwn reports whether a flow ends with the register's own controller: it
// collects or uses data and gives them to nobody.
func (d *draft) toOwn(f *graph.Flow) bool {
	p := d.m.Party(f.To)
	return f.IsOwnUse() || p != nil && p.Own
}

// toOthers reports whether a flow goes to somebody else than the controller
// and the people whose data it is.
func (d *draft) toOthers(f *graph.Flow) bool { return !d.toOwn(f) && !d.m.ToSubject(f) }

// toRecord leads to an activity's row of the record.
func (d *draft) toRecord(act int) cell {
	return leads("No. "+itoa(act+1), recordSheet+"!"+at(1, d.acts[act].row))
}

// toFinding leads to the row of the first of some findings. It stands apart
// from their codes, since LibreOffice does not wrap a cell that is a link.
func (d *draft) toFinding(found []int) cell {
	if len(found) == 0 {
		return says("")
	}
	first := found[0]
	for _, i := range found {
		first = min(first, i)
	}
	return leads("No. "+itoa(first+1), findingsSheet+"!"+at(1, firstRow(true)+first))
}

// codes lists the rules of findings, each with its severity and how often.
func (d *draft) codes(found []int) string {
	times := map[string]int{}
	var order []int
	for _, i := range found {
		f := &d.r.Result.Findings[i]
		if times[f.Rule]++; times[f.Rule] == 1 {
			order = append(order, i)
		}
	}
	var out []string
	for _, i := range order {
		f := &d.r.Result.Findings[i]
		line := f.Rule + " (" + f.Severity.String() + ")"
		if n := times[f.Rule]; n > 1 {
			line += " × " + itoa(n)
		}
		out = append(out, line)
	}
	return strings.Join(out, "; ")
}

// rowOf is the row in which a place is.
func rowOf(at graph.Ref) graph.Ref {
	return graph.Ref{File: at.File, Sheet: at.Sheet, Row: at.Row}
}
