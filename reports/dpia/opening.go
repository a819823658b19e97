package dpia

import (
	"strings"

	"dpmap/graph"
	"dpmap/reports/dpia/docx"
	"dpmap/reports/wording"
)

// opening is the title, what the draft is, and the contents.
func (d *draft) opening() {
	d.doc.Title("Data protection impact assessment")
	d.doc.Paragraph(docx.Strong(d.subject()), docx.Break(), docx.Text(d.r.Name()))
	if s := d.r.Supposed(); s != "" {
		d.doc.Warning(docx.Strong(s), docx.Text(" Everything below is judged as if that were so."))
	}
	d.doc.Paragraph(docx.Text("This is a draft. dpmap filled in what the register records of "),
		docx.Text(wording.Count(len(d.chosen), "flow", "flows")+" of personal data, judged by the law as at "+d.book.AsAt().Long()+
			", and gives the place of every value"+before(" in ", d.file())+". Places marked "), docx.Marked(toComplete),
		docx.Text(" are for people: click on one and write. How likely and how grave a risk is, what is done about it and whether to go ahead, only people can judge."))
	d.doc.Note(docx.Text("The steps and scales are those of the ICO’s template for a DPIA, in short. Not legal advice."))
	d.doc.Contents("Contents")
}

// details names whose assessment it is.
func (d *draft) details() {
	d.doc.Heading(1, "Controller details")
	reg := d.m.Register()
	controller := reg.Controller
	if own := d.m.Own(); controller.Text == "" && own != nil {
		controller = graph.Value{Text: own.Name, At: own.At}
	}
	t := docx.Table{Widths: factWidths(), Head: []string{"What is asked", "What the register says", "Where it says so"}}
	for _, v := range []struct {
		name  string
		value graph.Value
	}{
		{"Name of controller", controller}, {"Address", reg.Address}, {"Email", reg.Email}, {"Telephone", reg.Telephone},
		{"Data protection officer", reg.DPO}, {"ICO registration", reg.ICO},
	} {
		row := docx.Row{docx.Line(docx.Text(v.name)), docx.Line(blank(v.name)), docx.Line(docx.Quiet("not recorded"))}
		if text := strings.TrimSpace(v.value.Text); text != "" {
			row = docx.Row{docx.Line(docx.Text(v.name)), docx.Line(docx.Text(text)), docx.Line(docx.Quiet(d.where(v.value.At)))}
		}
		t.Rows = append(t.Rows, row)
	}
	for _, name := range []string{"Subject or title of this DPIA", "Contact for this DPIA"} {
		t.Rows = append(t.Rows, docx.Row{docx.Line(docx.Text(name)), docx.Line(blank(name)), nil})
	}
	d.doc.Table(t)
	d.assessed()
}

// assessed lists the flows that the assessment is about.
func (d *draft) assessed() {
	d.doc.Heading(2, "What is assessed")
	t := docx.Table{Widths: []int{28, 100, 42}, Head: []string{"No.", "From whom to whom, and what for", "Where the register says so"}}
	for n, i := range d.chosen {
		f := &d.flows[i]
		t.Rows = append(t.Rows, docx.Row{docx.Line(docx.Text(d.number(n, i))),
			docx.Line(docx.Text(wording.Phrase(" – ", d.name(f.From)+" to "+d.name(f.To), clip(f.Purpose, 300)))), docx.Line(docx.Quiet(d.where(f.At)))})
	}
	d.doc.Table(t)
}

// need is step 1.
func (d *draft) need() {
	d.doc.Heading(1, "Step 1: Identify the need for a DPIA")
	var signs []string
	var at []graph.Ref
	for i := range d.r.Result.Findings {
		f := &d.r.Result.Findings[i]
		if f.Rule == "dpia-missing" && d.touches(f) {
			signs, at = append(signs, f.Message), append(at, f.At)
		}
	}
	if len(signs) > 0 {
		d.doc.Paragraph(docx.Text("Signs in the register that a DPIA is due:"))
	}
	for i, s := range signs {
		d.doc.Paragraph(docx.Text(d.told(s)+" "), docx.Quiet("("+d.where(at[i])+")"))
	}
	d.table([]fact{{"DPIA already on record", graph.FieldDPIA, func(d *draft, i int) string { return evidence(d.flows[i].DPIA) }, nil, ""}})
	d.questions("What does the project aim to achieve, and what processing does it involve?", "Why is a DPIA needed?")
}
