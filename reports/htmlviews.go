package reports

import (
	"html/template"

	"dpmap/graph/rules"
)

// ViewPicture is a diagram that stands in the page, with what it shows in words.
type ViewPicture struct {
	Name  string // of the view: "parties"; it is part of ids
	Title string
	SVG   []byte // every id in it begins in a way that no other diagram's does
	Rows  []ViewRow
}

// ViewRow is one line of a diagram in words.
type ViewRow struct {
	From, To, Country string
	Data              []string
	Verdict           rules.Verdict
	Shown             string // the words of the diagram that stand for To, "" where it names it
}

// figureView is a diagram as the page shows it.
type figureView struct {
	Name, Title string
	SVG         template.HTML
	Rows        []viewRowView
	More        int // rows that are on no page
}

type viewRowView struct {
	From, To, Country, Data, Shown string
	Verdict                        Wording
	Word                           string
}

// mostViewRows is how many rows the table of a further view lists: each flow of
// a large trust stands in the transfers and in the workbook already.
const mostViewRows = 200

func figureOf(v ViewPicture, svg []byte) figureView {
	out := figureView{Name: v.Name, Title: v.Title, SVG: template.HTML(svg)} //nolint:gosec // checked element by element
	for i, row := range v.Rows {
		if i == mostViewRows {
			out.More = len(v.Rows) - mostViewRows
			break
		}
		out.Rows = append(out.Rows, viewRowView{
			From: row.From, To: row.To, Country: row.Country, Data: few(row.Data), Shown: row.Shown,
			Verdict: VerdictWords(row.Verdict), Word: verdictWord(row.Verdict),
		})
	}
	return out
}

// verdictWord is a verdict for styles; a row that nobody judged is unknown.
func verdictWord(v rules.Verdict) string {
	return verdict(rules.Transfer{Verdict: v}).String()
}
