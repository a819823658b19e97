package column

import (
	"dpmap/graph"
	"dpmap/importers/words"
)

// offered finds the answers that a heading lists for its cells to choose from:
// they are no part of what it asks.
var offered = words.Regexp(`\(?\b(y(es)? ?[/,]? ?(or )?n(o)?|sla|contract|dsa|dpa|mou|full|partial|agreement)\b( ?([/,]|or) ?(none|no|n/?a|pending|partly|tbc|unknown|don'?t know|not sure|screening( only)?|mou|contract|verbal|unsigned))+\)?|\b(yes|y) ?[/,] ?(no|n)\b`)

// choices finds answers to choose from that a refusal or a need is one of, at the
// end of a heading, and numberTail a number that is no denial: "DPIA no."
var (
	choices    = words.Regexp(`(?i)\(? *\b(yes|y|given|obtained|required|needed|in place|signed|done)( ?[/,] ?| or )((no|n|not (needed|required|given|signed|done|in place)|refused|declined|n/?a|not applicable|withdrawn|yes|pending)( ?[/,] ?| or )?)+\)? *\??$`)
	numberTail = words.Regexp(`(?i)\bno\.\s*$`)
)

// asksOpen reports whether a heading asks for what is missing, refused or still to
// come, beside the answers that it lists: a yes beneath says nothing good.
func asksOpen(heading string) bool {
	heading = numberTail.ReplaceAllString(choices.ReplaceAllString(headingTail.ReplaceAllString(heading, ""), ""), "")
	return words.PhraseList("still open").Has(words.Fold(offered.ReplaceAllString(heading, " ")))
}

// betters are the fields that would make a row look better if a heading asked for
// what is still to come.
var betters = []graph.Field{graph.FieldSpecial, graph.FieldConsent, graph.FieldAgreement, graph.FieldDPIA, FieldJoint, FieldStays, graph.FieldRiskAssessment, graph.FieldNotice}
