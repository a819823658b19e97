package reports

import (
	"strings"

	"dpmap/graph/rules"
)

// severityMarks is indexed by severity; plain ASCII, since every terminal has it.
var severityMarks = [...]string{"", ".", "-", "!", "!!"}

// severityMeans says what a severity asks for, from low to critical.
var severityMeans = [...]string{"",
	"worth a look at the next review",
	"the record is incomplete or cannot be relied on",
	"a duty is not met; mend it soon",
	"no ground is on record that the law accepts for using or sending the data; mend it first",
}

// SeverityWords is how outputs for people show a severity: a gauge that does not
// rest on colour, its word, and what it asks for.
func SeverityWords(s rules.Severity) Wording {
	const most = int(rules.Critical)
	n := min(max(int(s), 0), most)
	return Wording{strings.Repeat("●", n) + strings.Repeat("○", most-n), s.String(), severityMeans[n]}
}

// severities lists the severities from the gravest.
func severities() [4]rules.Severity {
	return [...]rules.Severity{rules.Critical, rules.High, rules.Medium, rules.Low}
}
