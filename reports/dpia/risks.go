package dpia

import (
	"slices"
	"strconv"
	"strings"

	"dpmap/graph/rules"
	"dpmap/reports/dpia/docx"
	"dpmap/reports/wording"
)

// The ICO's scales. People choose from them; dpmap never does.
func likelihoods() []string { return []string{"Remote", "Possible", "Probable"} }
func severities() []string  { return []string{"Minimal", "Significant", "Severe"} }
func levels() []string      { return []string{"Low", "Medium", "High"} }
func effects() []string     { return []string{"Eliminated", "Reduced", "Accepted"} }

func choose(name string, options []string) docx.Cell {
	return docx.Line(docx.Choose(name, "To be chosen", options...))
}

// risk is what one rule found in the flows assessed.
type risk struct {
	title, fix string
	findings   []*rules.Finding
}

// How many findings of a rule a risk lists, and how many rows stand ready for
// risks that no register can show.
const (
	mostListed = 12
	spareRows  = 3
)

// touches reports whether a finding is about a flow that is assessed.
func (d *draft) touches(f *rules.Finding) bool {
	return slices.ContainsFunc(f.Flows, func(id string) bool { return slices.Contains(d.chosen, d.m.Index(id)) })
}

// gather lists the findings about the flows, a risk a rule, the gravest first.
// What somebody has accepted stays in the list and says so.
func (d *draft) gather() []*risk {
	place := map[string]*risk{}
	var list []*risk
	for i := range d.r.Result.Findings {
		f := &d.r.Result.Findings[i]
		if !d.touches(f) {
			continue
		}
		if place[f.Rule] == nil {
			place[f.Rule] = &risk{title: f.Title, fix: f.Fix}
			list = append(list, place[f.Rule])
		}
		place[f.Rule].findings = append(place[f.Rule].findings, f)
	}
	return list
}

// risks is step 5.
func (d *draft) risks() []*risk {
	d.doc.Heading(1, "Step 5: Identify and assess risks")
	list := d.gather()
	lead := "dpmap found nothing in these flows that breaks a rule it knows. That is not to say that there is no risk."
	if len(list) > 0 {
		lead = "What dpmap found wrong in these flows is a source of risk. What it could mean for people, how likely that is and how grave, is for people to judge."
	}
	d.doc.Paragraph(docx.Text(lead))
	d.doc.Note(docx.Text("Likelihood of harm: " + wording.Joined(likelihoods()) + ". Severity of harm: " + wording.Joined(severities()) + ". Overall risk: " + wording.Joined(levels()) +
		". Check these scales against the template that you use."))
	t := docx.Table{Widths: []int{11, 87, 24, 25, 23}, Head: []string{"No.", "Source of risk, and what it could mean for people", "Likelihood of harm", "Severity of harm", "Overall risk"}}
	for i, r := range list {
		t.Rows = append(t.Rows, ratedRow(i+1, d.riskCell(r)))
	}
	for i := range spareRows {
		t.Rows = append(t.Rows, ratedRow(len(list)+i+1, docx.Line(docx.Blank("risk", "To be completed: a risk that no register can show"))))
	}
	d.doc.Table(t)
	return list
}

func ratedRow(n int, what docx.Cell) docx.Row {
	return docx.Row{docx.Line(docx.Text(strconv.Itoa(n))), what, choose("Likelihood of harm", likelihoods()), choose("Severity of harm", severities()),
		choose("Overall risk", levels())}
}

// nameRoom is the length past which a finding calls the controller that, not by
// its name.
const nameRoom = 30

// told is a finding's message as a sentence.
func (d *draft) told(message string) string {
	own := d.m.Own()
	if own == nil || len([]rune(own.Name)) <= nameRoom {
		return sentence(message)
	}
	for _, p := range d.m.Parties() {
		if p.ID != own.ID && strings.Contains(p.Name, own.Name) {
			return sentence(message)
		}
	}
	if rest, ok := strings.CutPrefix(message, own.Name+" to "); ok {
		message = "to " + rest // who sends goes without saying
	}
	return sentence(strings.ReplaceAll(message, own.Name, "the controller"))
}

// said is a sentence of a risk, and where the findings stand that say it alike.
type said struct {
	text   string
	places []string
}

// sentences are a risk's findings in words, those that say the same as one.
func (d *draft) sentences(r *risk) []*said {
	var out []*said
	index := map[string]*said{}
	for _, f := range r.findings {
		text := d.told(f.Message)
		if !d.r.IsOpen(f) {
			text += " Accepted" + before(" by ", f.Accepted.By) + " until " + f.Accepted.Until.Long() + before(": ", f.Accepted.Reason) + "."
		}
		if index[text] == nil {
			index[text] = &said{text: text}
			out = append(out, index[text])
		}
		index[text].places = add(index[text].places, d.where(f.At))
	}
	return out
}

func (d *draft) riskCell(r *risk) docx.Cell {
	cell := docx.Cell{{docx.Strong(sentence(r.title))}}
	list := d.sentences(r)
	for i, s := range list {
		if i == mostListed {
			cell = append(cell, []docx.Part{docx.Text("And " + strconv.Itoa(len(list)-i) + " more of the same.")})
			break
		}
		cell = append(cell, []docx.Part{docx.Text(s.text + " "), docx.Quiet("(" + together(s.places) + ")")})
	}
	return append(cell, []docx.Part{docx.Text("What it could mean for people: "), blank("impact on people")})
}

// measures is step 6.
func (d *draft) measures(list []*risk) {
	d.doc.Heading(1, "Step 6: Identify measures to reduce risk")
	d.doc.Paragraph(docx.Text("For risks rated medium or high. Remedies in grey are dpmap’s, for consideration; what is done is for people to decide."))
	t := docx.Table{Widths: []int{11, 87, 24, 25, 23}, Head: []string{"No.", "Measures to reduce or remove the risk", "Effect on risk", "Residual risk", "Measure approved"}}
	for i := range len(list) + spareRows {
		options := docx.Cell{{blank("measures")}}
		if i < len(list) {
			options = append(options, []docx.Part{docx.Quiet("For consideration: " + list[i].fix)})
		}
		t.Rows = append(t.Rows, docx.Row{docx.Line(docx.Text(strconv.Itoa(i + 1))), options, choose("Effect on risk", effects()), choose("Residual risk", levels()),
			choose("Measure approved", []string{"Yes", "No"})})
	}
	d.doc.Table(t)
}
