package cell

import (
	"dpmap/graph"
	"dpmap/graph/law"
	"dpmap/importers/lazyre"
	"dpmap/importers/words"
)

var (
	dpfExtension = words.Regexp(`uk\s*ext(ension|n)?\b|data\s*bridge`)
	dpfListed    = words.Regexp(`\b(active(ly)?|listed|certified|self-certified|participant|participating|participates|member|yes|on the list|dpf|data privacy framework)\b`)
	coverNonHR   = words.Regexp(`\bnon[- ]?hr\b`)
	coverHR      = words.Regexp(`\bhr\b|human resources`)
)

// ParseDPF reads what a register records of a recipient's place on the Data
// Privacy Framework list: "Active, with UK Extension, HR and non-HR, checked
// 3/5/2024".
func ParseDPF(text string) (graph.DPF, []Doubt) {
	d := graph.DPF{Text: text}
	if IsUnknown(text) || IsNotApplicable(text) {
		return d, nil
	}
	var doubts []Doubt
	extension, listing := dpfSaid(text)
	d.UKExtension = stateOf(extension)
	d.Listed = stateOf(listing)
	switch {
	case StateWord(text) == graph.No, len(listing)+len(extension) == 0 && RemarkOn(text).Remark.Absent():
		d.Listed = graph.No
	case len(listing) == 0 && d.UKExtension == graph.Yes:
		d.Listed = graph.Yes
	case len(listing)+len(extension) == 0 && RemarkOn(text).Remark == Unopposed:
		if state, _ := Settled(text); state == graph.Yes {
			d.Listed = graph.Yes // "Y, 03/2024"
		}
	}
	if d.Listed == graph.No {
		d.UKExtension = graph.No
	} else if d.Listed == 0 && d.UKExtension == graph.Yes {
		d.UKExtension = 0
	}
	d.Cover = coverOf(text)
	found, _, bad := findDate(text)
	if bad != nil {
		doubts = append(doubts, *bad)
	}
	d.Checked = found.From
	if d.Listed == 0 {
		doubts = append(doubts, Doubt{Message: "DPF status " + words.Quote(text) + " does not say whether the organisation is listed", Fix: "write Active or Not listed, UK Extension or not, HR or non-HR data, as the DPF list has it"})
	} else if len(extension) > 0 && d.UKExtension == 0 {
		doubts = append(doubts, Doubt{Message: "DPF status " + words.Quote(text) + " leaves open whether the UK Extension is in place", Fix: "look the organisation up on the DPF list and write UK Extension or No UK Extension"})
	}
	return d, doubts
}

// dpfSaid is what a text says of the UK Extension and of the listing.
func dpfSaid(text string) (extension, listing []Said) {
	var at []stretch
	for _, m := range dpfExtension.FindAllStringIndex(text, -1) {
		at = append(at, stretch{m[0], m[1]})
	}
	extensions := len(at)
	for _, m := range dpfListed.FindAllStringIndex(text, -1) {
		if thingAt(at, m[0]) == 0 {
			at = append(at, stretch{m[0], m[1]})
		}
	}
	all := remarksOn(text, at, false)
	return all[:extensions], all[extensions:]
}

// stateOf is what mentions of one thing come to: the worst of them counts.
func stateOf(list []Said) graph.State {
	worst := Unopposed
	for _, s := range list {
		worst = max(worst, s.Remark)
	}
	switch {
	case len(list) == 0, worst == Doubted:
		return 0
	case worst == Unopposed:
		return graph.Yes
	}
	return graph.No
}

// coverOf is the kinds of data that a listing is said to cover.
func coverOf(text string) []string {
	var out []string
	if coverHR.MatchString(coverNonHR.ReplaceAllString(excludedHR.ReplaceAllString(text, " "), " ")) {
		out = append(out, "HR")
	}
	if coverNonHR.MatchString(text) || len(out) == 0 && excludedHR.MatchString(text) {
		out = append(out, "non-HR")
	}
	return out
}

var excludedHR = words.Regexp(`\b(not|no|excluding|without|not including|except)( for)? hr( data)?\b|\bhr( data)?:? (not|no|excluded|pending|\?)`)

// scopeWords are the laws whose reach over a recipient an adequacy decision may
// ask for, as registers name them.
var scopeWords = []struct {
	says *lazyre.Regexp
	what law.Evidence
}{
	{words.Regexp(`\b(subject to|covered by|under|bound by)\s+(the\s+)?pipeda\b`), law.EvidencePIPEDA},
	{words.Regexp(`\b(subject to|covered by|under|bound by)\s+(the\s+)?appi\b`), law.EvidenceAPPI},
	{words.Regexp(`\b(subject to|covered by|under|bound by)\s+(the\s+)?pipa\b`), law.EvidencePIPA},
	{words.Regexp(`\b(subject to|covered by|under|bound by)\s+(the\s+)?lgpd\b`), law.EvidenceLGPD},
}

// ScopeEvidence is what a text records of the laws that a recipient is under.
func ScopeEvidence(text string) ([]law.Evidence, []Doubt) {
	var at []stretch
	var what []law.Evidence
	for _, s := range scopeWords {
		for _, m := range s.says.FindAllStringIndex(text, -1) {
			at, what = append(at, stretch{m[0], m[1]}), append(what, s.what)
		}
	}
	if at == nil {
		return nil, nil
	}
	var out []law.Evidence
	var doubts []Doubt
	for i, s := range remarksOn(text, at, true) {
		switch {
		case s.Remark == Unopposed:
			out = append(out, what[i])
		case s.Remark == Doubted:
			doubts = append(doubts, unsure("scope", text, s))
		}
	}
	return out, doubts
}
