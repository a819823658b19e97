package cell

import (
	"strings"

	"dpmap/graph"
	"dpmap/importers/lazyre"
	"dpmap/importers/words"
)

// insufficient are papers that pass for an agreement and are none, or none with
// the recipient: what their words match, and what is to be told.
var insufficient = []struct {
	fit *lazyre.Regexp
	why string
}{
	{words.Regexp(`\bverbal(ly)?\b|\boral(ly)?\b|\bhandshake\b|\bword of mouth\b`), "speaks of a verbal agreement, and one with a processor must be in writing"},
	{words.Regexp(`\b(sister|another|other|different|parent) (company|supplier|school|firm|provider)\b`), "is with somebody else"},
	{words.Regexp(`\b(model|sample|specimen|example) (contract|agreement|dpa|dsa)\b`), "is a model and does not say that it was signed"},
	{words.Regexp(`\b(employment|staff) contracts?\b|\bcontracts? of employment\b|\bquot(e|ation)s?\b|\binvoices?\b|\bpurchase orders?\b`), "is no agreement about data"},
	{words.Regexp(`^(the )?(dpia|dpias|impact assessment|privacy notice|tra)\b[^,;.]*$`), "names another document and no agreement"},
	{words.Regexp(`\b(contract|agreement|dpa|dsa) (is )?(to be|being) (reviewed|rewritten|renegotiated|replaced)\b`), "is to be reviewed, and does not say whether it holds"},
	{words.Regexp(`\bcovered (by|under)( the| our)? (la|lea|local authority|county|council|borough|city|dfe|esfa|diocese|diocesan|framework|consortium)\b|\b(la|lea|county|council|borough|consortium|framework) (contract|sla|terms|licence)\b`), "is another body's and does not say whether this organisation is a party to it"},
	{words.Regexp(`\b(dfe|esfa|ofsted|la|lea|council|government|ico|ncsc|ccs|crown commercial( service)?)[- ]approved\b|\bapproved (by|supplier|vendor|provider|product|app|list|software)\b|\bon (the |an )?approved list\b`), "says who approves of the supplier, which is no agreement with it"},
	{words.Regexp(`\bcontract (from|of|dated|signed( in)?)? ?(19\d\d|200\d|201[0-7])$|^(19\d\d|200\d|201[0-6]) contract$`), "is older than the law that says what such a contract must hold"},
}

// isForTaking reports whether a cell says of a paper only where anybody finds it:
// "on website", "available on request". That it was concluded is not said.
func isForTaking(text string) bool { return words.List("fortaking").Has(text) }

// contractOnly is a contract that says of itself that it does not deal with data.
var contractOnly = words.Regexp(`\b(contract|agreement|licence|terms)\b.*\b(no|without( a)?|not?|silent on|nothing (on|about)|lacks|excluding)( signed)? (dpa|art(icle)?\.? ?28|data processing|data protection|data terms|data|gdpr)\b|\bcontract signed\W+dpa not\b|\bdpa:? no\W+contract\b|\bcontract:? (yes|signed|✓)\W+dpa:? (no|not|none|✗)\b`)

// dataTerms are words by which such a paper says that it deals with data.
var dataTerms = words.Regexp(`\bdata\b|\bgdpr\b|\bart(icle)?\.? ?28\b|\bprocess(or|ing)\b|\bprivacy\b`)

// onlyTerms reports whether a text names such a paper and none that deals with
// data: whether it holds the terms that a processor must be bound to is not said.
func onlyTerms(text string) bool {
	if !termsOf(text) || dataTerms.MatchString(text) {
		return false
	}
	kind, _ := AgreementSaid(text)
	return kind == 0 || kind == graph.OtherAgreement
}

// answeredByTerms reports whether a cell of terms answers yes to a heading that
// asks for a data processing agreement: "Yes - in T&Cs" under "DPA in place?".
func answeredByTerms(heading, text string) bool {
	state, rest := Settled(text)
	return state == graph.Yes && onlyTerms(rest) && AgreementIn(heading) == graph.ProcessingAgreement && RemarkOn(rest).Remark == Unopposed
}

// noAgreement is why a cell records no agreement although words of it would, ""
// where nothing speaks against it.
func noAgreement(text string) string {
	for _, i := range insufficient {
		if i.fit.MatchString(text) {
			return i.why
		}
	}
	if onlyTerms(text) && !RemarkOn(text).Remark.Absent() {
		return "names a supplier's terms and does not say whether they hold what Article 28(3) asks of a contract with a processor"
	}
	if parties := severalAnswers(text); parties {
		return "answers yes for one and no for another, so it is counted for neither"
	}
	return ""
}

var answeredFor = words.Regexp(`[\w'’&.]+ ?(?::|-|–|—|=) ?(yes|y|no|n|none|signed|unsigned|not signed|in place|n/a)\b`)

// severalAnswers reports whether a cell answers for several recipients by name,
// and not for all alike: "Acme - yes, Beta - no".
func severalAnswers(text string) bool {
	found := answeredFor.FindAllStringSubmatch(text, -1)
	if len(found) < 2 {
		return false
	}
	for _, m := range found {
		head := strings.ToLower(strings.TrimSpace(strings.TrimRight(strings.TrimSuffix(m[0], m[1]), " :-–—=")))
		if _, ok := words.List("agreement").Whole(head); ok {
			return false // of the papers and not of the recipients
		}
	}
	first := isYesAnswer(found[0][1])
	for _, m := range found[1:] {
		if isYesAnswer(m[1]) != first {
			return true
		}
	}
	return false
}

func isYesAnswer(word string) bool {
	switch strings.ToLower(word) {
	case "yes", "y", "signed", "in place":
		return true
	}
	return false
}

// termsOf tells papers that a supplier has for all its customers, or that say what
// it does and for how much.
func termsOf(text string) bool { return words.PhraseList("general terms").Has(words.Fold(text)) }
