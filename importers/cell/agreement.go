package cell

import (
	"strconv"
	"strings"

	"dpmap/graph"
	"dpmap/graph/law"
	"dpmap/importers/lazyre"
	"dpmap/importers/words"
)

var endWord = lazyre.New(`(?i)\b(?:exp|expires?|expiry|expired|expiring|ends?|ended|ending|until|till|thru|through|valid (?:to|for)|to|renewal|renews?|renewable|terminat(?:ed|es|ing|ion)|lapse[ds]?|superseded|ceased|ceases|revoked|withdrawn|cancelled|ran out|runs out|finishe[ds]|replaced|ex)\b(?:\s+(?:date|due|on|in|at|from|as of|by|is|was|the end of|end of))*[\s:.=-]*$`)

// ParseAgreement reads an agreement cell: "Yes", "DPA signed 3/5/2024", "Data
// sharing agreement, expires 31/08/2026", "none", "in progress". An agreement
// that is pending, denied or over counts as none; one of which the words leave
// doubt is unknown, and told.
func ParseAgreement(text string) (graph.Agreement, []Doubt) {
	a := graph.Agreement{Text: text}
	if IsUnknown(text) {
		return a, nil
	}
	text = withoutChasing(text)
	if why := noAgreement(text); why != "" {
		return a, []Doubt{{Message: "agreement " + words.Quote(text) + " " + why, Fix: noAgreementFix}}
	}
	if crossedPaper.MatchString(text) {
		a.State = graph.No
		a.Kind, _ = AgreementSaid(text)
		return a, nil
	}
	if contractOnly.MatchString(text) {
		a.State, a.Kind = graph.No, graph.OtherAgreement
		return a, []Doubt{{Message: "agreement " + words.Quote(text) + " is a contract without terms on data processing, so it is not counted", Fix: noAgreementFix}}
	}
	state, rest := Settled(text)
	a.State = state
	if rest == "" {
		return a, nil
	}
	if rest = withoutStatute(rest); rest == "" {
		a.State = 0
		return a, []Doubt{{Message: "agreement " + words.Quote(text) + " names the Data Protection Act, which is no agreement", Fix: noAgreementFix}}
	}
	kind, heard := AgreementSaid(rest)
	a.Kind = kind
	began, ends, doubts := DatesWithin(rest)
	a.Ends = ends
	switch {
	case a.State == graph.No && (heard.Remark == unneeded || unneededAgreement.MatchString(text)):
		a.State = graph.NotApplicable // "No - not required"
	case a.State == graph.No:
	case isConfidentiality(rest, kind):
		a.State = graph.No
		return a, append(doubts, Doubt{Message: "agreement " + words.Quote(text) + " is a promise of confidentiality, which is no data processing or sharing agreement", Fix: noAgreementFix})
	case heard.Remark == unneeded || unneededAgreement.MatchString(text):
		a.State = graph.NotApplicable
		return a, doubts
	case heard.Remark == Ended && ends.Day > 0: // "expired 2026" may be any day of the year, and is over
		a.State, a.Signed = graph.Yes, began
	case heard.Remark.Absent():
		a.State = graph.No
	case heard.Remark == Doubted:
		a.State = 0
		return a, append(doubts, unsure("agreement", text, heard))
	case a.State == 0 && heard.Remark == Unopposed && !heard.Affirmed && began.IsZero() && isForTaking(rest):
		return a, append(doubts, Doubt{Message: "agreement " + words.Quote(text) + " says where one is to be had and not that it was concluded", Fix: "write Yes and the day on which it was signed or accepted, or None"})
	case kind == 0 && compliance.MatchString(rest):
		a.State = 0
		return a, append(doubts, Doubt{Message: "agreement " + words.Quote(text) + " speaks of compliance, which is no agreement", Fix: noAgreementFix})
	case a.State == 0 && kind == 0 && isControllers(rest):
		a.State = graph.NotApplicable
	case a.State == 0:
		a.State = evidenceState(rest, a.Kind != 0)
	}
	if a.State != graph.No {
		a.Signed = began
	}
	if a.Ends.IsZero() {
		a.Ends = endOfTerm(rest, began)
	}
	if a.State == 0 && (!a.Signed.IsZero() || !a.Ends.IsZero()) {
		a.State = graph.Yes
	}
	if a.State == 0 {
		doubts = append(doubts, Doubt{Message: "agreement " + words.Quote(text) + " does not say whether one is in place", Fix: "begin the cell with Yes or No, then its kind and the day it was signed"})
	}
	return a, doubts
}

// The first three find, behind or before "signed", the chasing that led to it: it is over.
// ourCopy is a paper that is in place and of which only the school's copy is on its way.
var (
	chasedBehind = words.Regexp(`\b((?:signed|countersigned|completed|executed)(?:\s+(?:at last|finally|eventually|on|in|[\d./-]+))*)[\s,–-]*\s(?:after|following)(?: (?:much|some|lots? of|a lot of|repeated|long|being|having been))* chas(?:ing|ed)(?: (?:x ?\d+|twice|again|them))?\s*$`)
	chasedTimes  = words.Regexp(`\b(signed(?:\s+(?:at last|finally|eventually|on))*\s+(?:[\d./-]+|at last))\s*\(chased[^()?]*\)\s*$`)
	chasedBefore = words.Regexp(`^(?:we )?chased(?: (?:x ?\d+|twice|again|them))?[\s,;.–-]+(?:and )?(?:(?:is |has )?(?:now|finally|eventually|at last|since)(?: been)? )?(signed(?: (?:on|at last|finally))?\s*[\d./-]*)\s*$`)
	ourCopy      = words.Regexp(`^((?:yes|y|signed)\b[\s\d./]*)[\s,;(–-]+(?:just )?(?:waiting for|awaiting) our copy(?: back| to come| to come back| to arrive)?\)?\s*$`)
)

// withoutChasing is a cell less the chasing behind which the paper was signed.
func withoutChasing(text string) string {
	for _, past := range []*lazyre.Regexp{chasedBehind, chasedTimes, chasedBefore, ourCopy} {
		text = strings.TrimSpace(past.ReplaceAllString(text, "$1"))
	}
	return text
}

// AgreementUnder reads a cell as the answer to its heading: "yes" under "DPA in
// place?" is a data processing agreement.
func AgreementUnder(heading, text string) (graph.Agreement, []Doubt) {
	a, doubts := ParseAgreement(text)
	if answeredByTerms(heading, text) {
		a.State, doubts = graph.Yes, nil
	}
	if a.Kind == 0 && a.State == graph.Yes {
		a.Kind = AgreementIn(heading)
	}
	if a.Ends.IsZero() && !a.Signed.IsZero() && EndsBehind.MatchString(words.Fold(heading)) && ParsedState(text) == graph.Yes {
		found, _ := ParseDate(lastPart(text))
		if !found.To.IsZero() {
			a.Signed, a.Ends = law.Date{}, found.To // "Yes / Aug 2027" under "Contract in place / expiry"
		}
	}
	if a.State == 0 && pointsAtContract(heading, text) {
		a.State, a.Kind, doubts = graph.Yes, graph.OtherAgreement, nil
	}
	return a, doubts
}

// EndsBehind finds headings that ask whether there is an agreement and then when it
// ends.
var EndsBehind = words.Regexp(`\b(agreements?|contracts?|dpas?|dsas?|isas?|mous?)\b.*\b(expir(y|es|ing)|ends?|end date|until|renewal|renews)( date)?$`)

// ParsedState is what a cell begins with: yes or no.
func ParsedState(text string) graph.State {
	state, _ := ParseState(text)
	return state
}

// lastPart is what stands behind the first mark of a cell.
func lastPart(text string) string {
	if i := strings.IndexAny(text, "/,;-–—("); i >= 0 {
		return strings.Trim(text[i:], " /,;-–—()")
	}
	return text
}

// IsDatable reports whether a day of signing beside a cell is an agreement's: the
// cell leaves no doubt of it and is no other paper.
func IsDatable(text string) (bool, []Doubt) {
	_, heard := AgreementSaid(text)
	return heard.Remark != Doubted && noAgreement(text) == "", nil
}

// unneededAgreement is a cell that says in one that there is none and that none is
// due: "No DSA needed".
var unneededAgreement = words.Regexp(`^(no|none|nothing)\b( \w+){0,3} (is |was |are )?(needed|required|necessary|due)\b|^not (a )?(needed|required|necessary)\b|\bno (dpa|dsa|isa|agreement|contract)( is)? (needed|required|necessary|due)\b`)

// AgreementSaid is the kind of agreement that a text names, and how it speaks of
// it. Of several a data processing agreement has the word, whose terms no other
// can stand for; else the first that counts, else the first.
func AgreementSaid(text string) (graph.AgreementKind, Said) {
	var kinds []graph.AgreementKind
	var things []stretch
	for _, h := range within(words.List("agreement"), text) {
		n, _ := strconv.Atoi(h.id)
		kinds, things = append(kinds, graph.AgreementKind(n)), append(things, h.stretch)
	}
	if things == nil {
		return 0, RemarkOn(text)
	}
	all := remarksOn(text, things, false)
	best := -1
	for i, s := range all {
		first := best < 0 || kinds[best] != graph.ProcessingAgreement && kinds[i] == graph.ProcessingAgreement
		if first || kinds[i] == kinds[best] && s.Remark == Unopposed && all[best].Remark != Unopposed || kinds[best] != graph.ProcessingAgreement && all[best].Remark != Unopposed && s.Remark == Unopposed {
			best = i
		}
	}
	heard := all[best]
	for i, s := range all {
		if heard.Remark == Unopposed && kinds[i] == graph.OtherAgreement && s.Remark == Ended {
			heard.Remark, heard.Word = Doubted, s.Word // whether it outlives its contract
		}
	}
	return kinds[best], heard
}

const noAgreementFix = "record the data processing or data sharing agreement and the day it was signed, or None"

// statute is the Data Protection Act, whose letters are those of a data
// processing agreement.
var statute = words.Regexp(`\b(compliant with |complies with |under |per )?(the )?(dpa|data protection act)\s*(of\s*)?(['’]?18|2018|['’]?98|1998)\b( compliant)?|\bdata protection act\b( compliant)?`)

// withoutStatute is a text less the name of the Act, "" where nothing else is
// said.
func withoutStatute(text string) string {
	if !statute.MatchString(text) {
		return text
	}
	return strings.Trim(statute.ReplaceAllString(text, " "), " ,;:.()-–—")
}

// crossedPaper is a paper with a cross behind it: "DPA x", "DSA - no".
var crossedPaper = words.Regexp(`^(dpa|dsa|isa|agreement|contract)s? ?[-–:=]? ?(x|n|no|false|✗|✘|☒)$`)

// compliance is what suppliers say of themselves, and what they publish.
var compliance = words.Regexp(`gdpr[- ]?complian(t|ce)|complian(t|ce) with (the )?(uk )?gdpr|compl(y|ies) with|data protection complian(t|ce)|privacy (policy|policies|notice|statement)|\biso ?/?(iec)? ?27001|\bico[- ]regist|registered with (the )?ico|cyber essentials|questionnaires?\b|self[- ]assess|due diligence|checklist|security (review|audit)|assurance (form|statement)`)

// isControllers reports whether a text says only that the recipient is a
// controller, with which no agreement is due: "they're a controller".
func isControllers(text string) bool {
	role, _ := ParseRole(text)
	return role == graph.Controller
}

var confidentiality = words.Regexp(`\bnda\b|non[- ]?disclosure|confidentiality (agreement|undertaking|deed|clause)`)

// isConfidentiality reports whether a promise of confidentiality is all that a
// text names.
func isConfidentiality(text string, kind graph.AgreementKind) bool {
	return confidentiality.MatchString(text) && kind == 0
}

var contractReference = words.Regexp(`\b(contract|agreement|dpa|dsa|isa)s? ?(ref(erence)?|no|number|link|id)s?\b`)

// pointsAtContract reports whether a cell under a heading such as "Contract ref" is
// a reference and nothing else: "C112".
func pointsAtContract(heading, text string) bool {
	return strings.ContainsAny(text, "0123456789") && len(strings.Fields(text)) <= 3 && contractReference.MatchString(heading) && RemarkOn(text).Remark == Unopposed
}

// AgreementIn is the one kind of agreement that a heading names: "yes" under
// "DPA in place?" is a data processing agreement. A heading that names several,
// or only "agreement", tells nothing.
func AgreementIn(heading string) graph.AgreementKind {
	var found graph.AgreementKind
	for _, h := range words.List("agreement").Find(strings.Fields(words.Fold(heading))) {
		n, _ := strconv.Atoi(h.ID)
		if kind := graph.AgreementKind(n); found == 0 || found == kind {
			found = kind
		} else {
			return 0
		}
	}
	if found == graph.OtherAgreement {
		found = 0
	}
	if ContractWithProcessor.MatchString(heading) {
		found = graph.ProcessingAgreement
	}
	return found
}

// ContractWithProcessor finds contracts with a processor, which name no basis.
var ContractWithProcessor = words.Regexp(`\bcontracts? with (the )?(data )?processors?\b`)

// evidenceState tells from words that nothing is against whether a document
// exists.
func evidenceState(text string, named bool) graph.State {
	if named || IsLink(text) {
		return graph.Yes
	}
	if words.List("inplace").Has(text) || isNamedAgreement(text) {
		return graph.Yes
	}
	return 0
}

var (
	// namedAgreement is the name of an agreement and nothing else: "Provider
	// agreement", "Centre agreement 2026".
	namedAgreement = words.Regexp(`^(a |an |the |our |their |signed |standard )*([a-z'’&/-]+ ){1,4}agreements?( (19|20)\d\d([-/]\d{2,4})?| v\d[\d.]*)?$`)
)

// isNamedAgreement reports whether a text names an agreement between organisations.
func isNamedAgreement(text string) bool {
	return namedAgreement.MatchString(text) && !notOnData(text)
}

// DeniedAtStart reports whether a text begins with a denial: "No DPA", "not
// held", "none on file".
func DeniedAtStart(text string) bool {
	fields := strings.Fields(words.Fold(text))
	if len(fields) == 0 {
		return false
	}
	switch fields[0] {
	case "no", "not", "none", "nothing", "never", "without", "cannot", "missing", "lacks":
		return true
	}
	return false
}

// IsLink reports whether a text points at a document.
func IsLink(text string) bool {
	t := strings.ToLower(text)
	for _, mark := range []string{"http://", "https://", "www.", ".pdf", ".docx", ".doc", ".xlsx", "sharepoint", `:\`, `\\`} {
		if strings.Contains(t, mark) {
			return true
		}
	}
	return false
}

// AgreementAnswer is what a cell about an agreement says, where it may be a word
// of status as well: "Current" is in place, "Expired" is not.
func AgreementAnswer(text string) graph.Agreement {
	a, _ := ParseAgreement(text)
	if a.State == 0 {
		switch kind, _ := words.List("status").Whole(text); kind {
		case "live":
			a.State = graph.Yes
		case "ended":
			a.State = graph.No
		}
	}
	return a
}

// notOnData tells agreements of another kind, or in name only.
func notOnData(text string) bool {
	text = strings.ReplaceAll(text, "&", " ") // "Data & privacy agreement" is one
	return words.PhraseList("agreements not on data").Has(words.Fold(text))
}
