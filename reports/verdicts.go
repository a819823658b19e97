package reports

import (
	"dpmap/graph"
	"dpmap/graph/rules"
)

// Wording is how an output for people shows a verdict or a severity: a mark that
// does not rest on colour, the word of every output, and what it means. A
// verdict's mark is that of the maps.
type Wording struct {
	Mark  string
	Label string
	Means string
}

// cannotJudge speaks of the sender's country, the recipient's, and words that
// may mean one of several instruments.
const cannotJudge = "the country, or what the sending rests on, is not recorded or not clear, so nobody can judge it"

// verdictWords is indexed by verdict. The first is a verdict that nobody has
// given, which is as good as unknown. Home is also what goes to the people
// themselves, what one legal entity keeps, and what is sent from where neither
// UK nor EU law reaches.
var verdictWords = [...]Wording{
	{"?", "unknown", cannotJudge},
	rules.Home:        {"⌂", "home", "the rules on sending data abroad do not apply, as where the data stays under the same law"},
	rules.Adequate:    {"√", "adequate", "the law approves the country, so no further safeguard is needed"},
	rules.Safeguarded: {"§", "safeguarded", "a contract or other tool that the law accepts is recorded"},
	rules.Conditional: {"!", "conditional", "the law approves the country for some recipients only, and nothing recorded shows that this is one"},
	rules.Derogation:  {"†", "derogation", "it rests on an exception that the law allows for single cases"},
	rules.Unknown:     {"?", "unknown", cannotJudge},
	rules.Unprotected: {"×", "unprotected", "the country is not approved, and no tool that the law accepts is recorded"},
}

// EndedWords is how outputs for people name a flow that has ended, in place of a
// verdict that nobody gave it.
func EndedWords() Wording {
	return Wording{"–", "ended", "the register says that this flow has ended, so nobody judged where the data went"}
}

// VerdictWords is how outputs for people name a verdict.
func VerdictWords(v rules.Verdict) Wording {
	if v < 0 || int(v) >= len(verdictWords) {
		v = 0
	}
	return verdictWords[v]
}

// standing is how outputs for people name the verdict of the flow of that index,
// with the word for styles.
func (r *Report) standing(flow int) (Wording, string) {
	if r.Result.Map.Flows()[flow].Status == graph.Ended {
		return EndedWords(), EndedWords().Label
	}
	v := verdict(r.transfer(flow))
	return VerdictWords(v), v.String()
}

// verdict is a transfer's verdict; a flow that nobody judged is unknown.
func verdict(t rules.Transfer) rules.Verdict {
	if t.Verdict <= 0 || int(t.Verdict) >= len(verdictWords) {
		return rules.Unknown
	}
	return t.Verdict
}
