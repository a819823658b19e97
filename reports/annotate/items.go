package annotate

import (
	"strings"

	"dpmap/graph"
	"dpmap/graph/rules"
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
			says: afterPlace(f.Message, f.At), fix: f.Fix, law: strings.Join(law, "; "),
			at: f.At, related: f.Related, accepted: acceptedText(f),
		})
	}
	for _, p := range r.Problems {
		out = append(out, item{look: unread, word: p.Word(), says: afterPlace(p.Message, p.At), fix: p.Fix, at: p.At})
	}
	return out
}

// isOpen reports whether somebody still has to do something about the item.
func (i *item) isOpen() bool { return i.accepted == "" }

func acceptedText(f *rules.Finding) string {
	if f.Accepted == nil {
		return ""
	}
	text := "accepted"
	if f.Accepted.By != "" {
		text += " by " + f.Accepted.By
	}
	if !f.Accepted.Until.IsZero() {
		text += " until " + f.Accepted.Until.Long()
	}
	if f.Accepted.Reason != "" {
		text += ": " + f.Accepted.Reason
	}
	return text
}

// afterPlace is a message without the place that it begins with.
func afterPlace(message string, at graph.Ref) string {
	if rest, ok := strings.CutPrefix(message, at.String()+": "); ok && !at.IsZero() {
		return rest
	}
	return message
}
