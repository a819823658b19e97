package annotate

import (
	"strings"

	"dpmap/graph"
	"dpmap/reports"
)

// item is one finding or one problem, in the words of notes and of the list.
type item struct {
	look     look
	word     string // "critical"; "row not used"
	code     string // the rule's; "" for a problem
	says     string
	fix      string
	law      string
	at       graph.Ref
	related  []graph.Ref
	open     bool   // whether somebody still has to do something about it
	accepted string // who accepted the finding, why and until when; "" when nobody did
	place    string // the cell that bears the mark, as links name it, once it is known
	noNote   string // why that cell has no note of ours; "" when it has
}

// items lists the findings, most severe first, and then what could not be
// read.
func items(r *reports.Report) []item {
	var out []item
	for i := range r.Result.Findings {
		f := &r.Result.Findings[i]
		var law []string
		for _, c := range f.Law {
			law = append(law, c.Cite)
		}
		out = append(out, item{
			look: lookOf(f.Severity), word: f.Severity.String(), code: f.Rule,
			says: reports.AfterPlace(f.Message, f.At), fix: f.Fix, law: strings.Join(law, "; "),
			at: f.At, related: f.Related, open: r.IsOpen(f), accepted: r.AcceptedText(f),
		})
	}
	for _, p := range r.Problems {
		out = append(out, item{look: unread, word: p.Word(), says: reports.AfterPlace(p.Message, p.At), fix: p.Fix, at: p.At, open: true})
	}
	return out
}
