package dpia

import (
	"strings"

	"dpmap/reports/dpia/docx"
	"dpmap/reports/wording"
)

// signOff is step 7.
func (d *draft) signOff() {
	d.doc.Heading(1, "Step 7: Sign off and record outcomes")
	t := docx.Table{Widths: []int{56, 57, 57}, Head: []string{"What", "Name, position and date", "Notes"}}
	for _, r := range [][2]string{
		{"Measures approved by", "Put actions into the plan, with a date and who answers for each"},
		{"Residual risks approved by", "If a high risk remains, ask the ICO before going ahead"},
		{"Data protection officer’s advice given by", "On compliance, the measures of step 6, and whether to go ahead"},
		{"Summary of the officer’s advice", ""},
		{"Advice accepted or overruled by", "If overruled, give the reasons"},
		{"Comments", ""},
		{"Responses to the consultation reviewed by", "If the decision departs from people’s views, give the reasons"},
		{"Comments on the responses", ""},
		{"This DPIA will be kept under review by", "The data protection officer should also review whether it is followed"},
	} {
		t.Rows = append(t.Rows, docx.Row{docx.Line(docx.Text(r[0])), docx.Line(blank(r[0])), docx.Line(docx.Quiet(r[1]))})
	}
	d.doc.Table(t)
}

// sources tells what the draft was made from.
func (d *draft) sources() {
	d.doc.Heading(1, "About this draft")
	for _, in := range d.r.Inputs {
		d.doc.Paragraph(docx.Text("Read from "+in.File+" "), docx.Quiet("SHA-256 "+in.SHA256))
	}
	d.doc.Paragraph(docx.Text("Judged by the law as at " + d.book.AsAt().Long() + ". " + d.r.Checked()))
	if s := d.r.Overlaid(); s != "" {
		d.doc.Paragraph(docx.Text(s))
	}
	for _, a := range d.r.Assumptions {
		d.doc.Paragraph(docx.Text("Assumed: " + a))
	}
	var doubtful []string
	for _, n := range d.r.Summary().Unverified {
		doubtful = add(doubtful, wording.Phrase(" – ", n.ID, n.Name))
	}
	if len(doubtful) > 0 {
		d.doc.Paragraph(docx.Text("Points of law that the register as a whole leans on and that were not checked in their source: " + strings.Join(doubtful, "; ") + "."))
	}
	d.doc.Paragraph(docx.Text("Not legal advice."))
}
