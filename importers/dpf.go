package importers

import (
	"regexp"
	"strings"

	"dpmap/graph"
	"dpmap/graph/law"
)

var (
	dpfExtension = re(`uk\s*ext(ension|n)?|data\s*bridge`)
	dpfListed    = re(`\b(active|listed|certified|self-certified|participant|participating|member|yes|on the list)\b`)
	dpfNotListed = re(`\b(not (listed|active|certified|on|a participant|found)|inactive|lapsed|withdrawn|removed|expired|no longer|no)\b`)
	noExtension  = re(`\b(no|not|without|excluding|lacks)\b[^,;]*(uk\s*ext(ension|n)?|data\s*bridge)|(uk\s*ext(ension|n)?|data\s*bridge)\s*[:=-]?\s*(no\b|not\b|inactive)`)
	coverNonHR   = re(`\bnon[- ]?hr\b`)
	coverHR      = re(`\bhr\b|human resources`)
)

// parseDPF reads what a register records of a recipient's place on the Data
// Privacy Framework list: "Active, with UK Extension, HR and non-HR, checked
// 3/5/2024".
func parseDPF(text string) (graph.DPF, []doubt) {
	d := graph.DPF{Text: text}
	if isUnknown(text) || isNotApplicable(text) {
		return d, nil
	}
	d.UKExtension = extensionState(text)
	rest := strings.Join(strings.Fields(dpfExtension.ReplaceAllString(noExtension.ReplaceAllString(text, " "), " ")), " ")
	switch {
	case dpfNotListed.MatchString(rest):
		d.Listed, d.UKExtension = graph.No, graph.No
	case dpfListed.MatchString(rest) || d.UKExtension == graph.Yes || strings.EqualFold(rest, "dpf"):
		d.Listed = graph.Yes
	}
	d.Cover = coverOf(text)
	var doubts []doubt
	found, _, bad := findDate(text)
	if bad != nil {
		doubts = append(doubts, *bad)
	}
	d.Checked = found.from
	if d.Listed == 0 {
		doubts = append(doubts, doubt{"DPF status " + quote(text) + " does not say whether the organisation is listed", "write Active or Not listed, UK Extension or not, HR or non-HR data, as the DPF list has it"})
	}
	return d, doubts
}

func extensionState(text string) graph.State {
	switch {
	case noExtension.MatchString(text):
		return graph.No
	case dpfExtension.MatchString(text):
		return graph.Yes
	}
	return 0
}

func coverOf(text string) []string {
	var out []string
	if coverHR.MatchString(coverNonHR.ReplaceAllString(text, " ")) {
		out = append(out, "HR")
	}
	if coverNonHR.MatchString(text) {
		out = append(out, "non-HR")
	}
	return out
}

// scopeWords are the laws whose reach over a recipient an adequacy decision may
// ask for, as registers name them.
var scopeWords = []struct {
	says *regexp.Regexp
	what law.Evidence
}{
	{re(`\b(subject to|covered by|under|bound by)\s+(the\s+)?pipeda\b`), law.EvidencePIPEDA},
	{re(`\b(subject to|covered by|under|bound by)\s+(the\s+)?appi\b`), law.EvidenceAPPI},
	{re(`\b(subject to|covered by|under|bound by)\s+(the\s+)?pipa\b`), law.EvidencePIPA},
	{re(`\b(subject to|covered by|under|bound by)\s+(the\s+)?lgpd\b`), law.EvidenceLGPD},
}

var notSubject = re(`\bnot\s+(subject to|covered by|under|bound by)`)

// scopeEvidence is what a text records of the laws that a recipient is under.
func scopeEvidence(text string) []law.Evidence {
	if notSubject.MatchString(text) {
		return nil
	}
	var out []law.Evidence
	for _, s := range scopeWords {
		if s.says.MatchString(text) {
			out = append(out, s.what)
		}
	}
	return out
}
