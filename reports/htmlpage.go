package reports

import (
	"net/url"
	"slices"
	"strings"

	"dpmap/graph"
	"dpmap/graph/law"
)

// page is what the report page shows, in words that are ready to be shown.
type page struct {
	htmlAssets
	Title         string
	Version       string
	AsAt          string
	Checked       string
	Read          readView
	Supposed      string
	WhatIf        string
	Changes       []changeView
	Overlaid      []law.Overlaid
	OverWhatIf    string
	OverChanges   []changeView
	Summary       Summary
	Verdict       string // the findings in one sentence
	Unsigned      string // with whom the register says there is no agreement
	Severities    []severityView
	Verdicts      []verdictView
	First         []ruleView // critical and high
	Next          []ruleView // the others
	Accepted      []findingView
	Rules         []choice // of the filter
	Parties       []choice
	LeftOut       int // findings that are on no page
	Figure        figureView
	Figures       []figureView // of the further views
	Cards         []partyView
	MoreCards     []partyView
	Recipients    []recipientView
	Transfers     []transferGroup
	MoreTransfers int
	Problems      []problemView
	Unread        string // how many rows and values
	Guesses       string
	ProblemCount  string // both
	Unknowns      []Unknown
	Sources       []sourceView
	Register      []namedText
	Clauses       []namedText
	Assumptions   []string
	Unverified    []lawView
	Files         []fileView
}

// fileView is a file beside the page: what it is called, and its address.
type fileView struct{ Name, Href, What string }

func fileViews(files []FileLink) []fileView {
	var out []fileView
	for _, f := range files {
		address := url.URL{Path: f.Href} // a name may hold # and ?
		out = append(out, fileView{f.Href, address.String(), f.What})
	}
	return out
}

type namedText struct{ Name, Text string }

type lawView struct{ Label, Cite, URL string }

type severityView struct {
	Word, Mark, Means string
	Anchor            string // of the first rule of that severity, "" when there is none
	Count             int
}

// readView is how the inputs were read, for the head of the page.
type readView struct {
	Rows, Columns, Aside, Kept string
	Guessed                    []string
}

func (r *Report) readView() readView {
	x := r.reading()
	if x.Files == 0 {
		return readView{}
	}
	return readView{Rows: x.rows(), Columns: x.known(), Aside: x.aside(), Kept: few(x.Kept), Guessed: x.Guessed}
}

type verdictView struct {
	Wording
	Word  string
	Count int
}

type problemView struct{ Place, Word, Message, Fix string }

func (r *Report) page(o HTMLOptions) (*page, error) {
	assets, svgs, err := pageAssets(o)
	if err != nil {
		return nil, err
	}
	sum, book := r.Summary(), r.Result.Book
	p := &page{
		htmlAssets: assets,
		Title:      r.registerName(), Version: r.Version,
		AsAt: book.AsAt().Long(), Checked: r.checkedSentence(), Read: r.readView(), Supposed: r.supposedSentence(),
		WhatIf: r.whatIfSentence(), Changes: r.changeViews(r.WhatIf()),
		Overlaid: book.Overlaid(), OverWhatIf: r.overlaidWhatIf(), OverChanges: r.changeViews(r.OverlaidChanges()),
		Summary: sum, Verdict: sum.Findings.sentence(), Unsigned: r.unsignedSentence(),
		Severities: severityViews(sum), Verdicts: verdictViews(sum),
		Recipients: r.recipients(o.Shown),
		Unread:     unread(sum), Guesses: guesses(sum), ProblemCount: problemHeading(sum), Unknowns: sum.Unknowns,
		Sources: sourceViews(r.Inputs), Assumptions: r.Assumptions, Files: fileViews(o.Files),
	}
	p.First, p.Next, p.Accepted = r.ruleViews()
	anchors := r.anchors(p.First, p.Next)
	linkSeverities(p.Severities, slices.Concat(p.First, p.Next))
	p.Rules, p.Parties = ruleChoices(p.First, p.Next), r.partyChoices(anchors)
	for _, v := range slices.Concat(p.First, p.Next) {
		p.LeftOut += v.More
	}
	p.Cards = r.partyViews(p.Recipients, anchors)
	if len(p.Cards) > openCards+1 {
		p.Cards, p.MoreCards = p.Cards[:openCards], p.Cards[openCards:]
	}
	p.Figure = figureOf(ViewPicture{Name: "map", Title: "Map of the data flows"}, svgs[0])
	for i, v := range o.Views {
		p.Figures = append(p.Figures, figureOf(v, svgs[i+1]))
	}
	transfers, more := r.transferViews()
	p.Transfers, p.MoreTransfers = transferGroups(transfers), more
	p.Register, p.Clauses = registerViews(r.Result.Map.Register())
	for _, n := range sum.Unverified {
		p.Unverified = append(p.Unverified, lawView{n.label(), n.Law.Cite, safeURL(n.Law.URL)})
	}
	for _, q := range r.Problems {
		p.Problems = append(p.Problems, problemView{q.At.String(), q.Word(), AfterPlace(q.Message, q.At), q.Fix})
	}
	return p, nil
}

func severityViews(sum Summary) []severityView {
	var out []severityView
	for _, s := range severities() {
		w := SeverityWords(s)
		out = append(out, severityView{Word: w.Label, Mark: w.Mark, Means: w.Means, Count: sum.Findings.Of(s)})
	}
	return out
}

// linkSeverities leads from each severity to the first rule that has it.
func linkSeverities(list []severityView, of []ruleView) {
	for i := range list {
		for _, v := range of {
			if v.Severity == list[i].Word {
				list[i].Anchor = "rule-" + v.Code
				break
			}
		}
	}
}

func verdictViews(sum Summary) []verdictView {
	var out []verdictView
	for _, v := range worstFirst() {
		if n := sum.Transfers.Of(v); n > 0 {
			out = append(out, verdictView{VerdictWords(v), v.String(), n})
		}
	}
	if n := sum.Transfers.Ended; n > 0 {
		out = append(out, verdictView{EndedWords(), EndedWords().Label, n})
	}
	return out
}

// registerViews is what the register says of itself, without what it leaves blank.
func registerViews(reg graph.Register) (details, clauses []namedText) {
	for _, v := range []struct {
		name string
		text string
	}{
		{"Controller", reg.Controller.Text}, {"Address", reg.Address.Text}, {"Email", reg.Email.Text},
		{"Telephone", reg.Telephone.Text}, {"Data protection officer", reg.DPO.Text},
		{"Representative", reg.Representative.Text}, {"ICO registration", reg.ICO.Text},
		{"Period", reg.Period.Text}, {"Prepared by", reg.PreparedBy.Text},
	} {
		if v.text != "" {
			details = append(details, namedText{v.name, v.text})
		}
	}
	for _, e := range reg.Other {
		details = append(details, namedText{e.Heading, e.Value})
	}
	for _, e := range reg.Notes {
		clauses = append(clauses, namedText{strings.TrimSpace(e.Heading), e.Value})
	}
	return details, clauses
}
