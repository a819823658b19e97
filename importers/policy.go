package importers

import (
	"dpmap/graph"
	"dpmap/importers/cell"
	"dpmap/importers/words"
)

var (
	// appropriatePolicy are words of the document that Schedule 1 asks for.
	appropriatePolicy = words.Regexp(`\bapds?\b|\bappropriate\b|\bspecial (categor|data)|\bsensitive\b|\bcriminal\b|\bsch(edule)?\.? ?1\b|\bappendix\b|\bannex\b|\bsection\b`)
	noPolicy          = words.Regexp(`\b(no|without( an?)?|lacks( an?)?|missing) (apd|appropriate policy|policy document)\b|\b(apd|appropriate policy document|policy document) (missing|not (yet )?(in place|written|done|there)|needed|outstanding|to do|to be written)\b`)
)

// policies reads whether there is the appropriate policy document of DPA 2018 Sch
// 1: another policy of the school is none until it says that it is. The ICO's
// template asks for the link to the retention policy that is part of it.
func policies(r *record, f *graph.Flow, v value, at graph.Ref) {
	if f.Policy.State == graph.No {
		r.t.problems.warn(at, "document "+words.Quote(v.text)+" stands beside a Schedule 1 condition that says that there is no appropriate policy document, so none is counted", "write which of the two is so")
		return
	}
	dueDocuments(func(f *graph.Flow) *graph.Evidence { return &f.Policy })(r, f, v, at)
	if state, _ := cell.Settled(v.text); f.Policy.State == graph.Yes && state != graph.Yes && anotherPolicy(v.text) && !appropriatePolicy.MatchString(v.text) && !words.Contains(words.Fold(at.Heading), "retention") {
		f.Policy.State = 0
		r.t.problems.warn(at, "document "+words.Quote(v.text)+" is another policy and does not say that it is the appropriate policy document that Schedule 1 asks for, so it is not counted",
			"write APD with its day, or None")
	}
}

// deniedPolicy hears a Schedule 1 cell that says that the policy document is
// lacking: "para 18 - no APD".
func deniedPolicy(r *record, f *graph.Flow, v value, at graph.Ref) {
	if noPolicy.MatchString(v.text) {
		f.Policy = graph.Evidence{State: graph.No, Text: v.text}
		r.readAt(graph.FieldPolicy, at)
	}
}

// anotherPolicy tells a document that a school has for other ends than Schedule 1.
func anotherPolicy(text string) bool { return words.PhraseList("other policies").Has(words.Fold(text)) }
