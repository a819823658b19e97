package reports

import (
	"io"
	"net/url"
	"strings"

	"dpmap/graph"
	"dpmap/graph/rules"
)

// SARIF writes the findings in the Static Analysis Results Interchange Format
// 2.1.0, for programs that gather the results of checks. A finding's place is
// its row as a line, and its sheet and cell as a logical location.
func SARIF(w io.Writer, r *Report) error {
	return writeJSON(w, members{
		{"$schema", "https://json.schemastore.org/sarif-2.1.0.json"},
		{"version", "2.1.0"},
		{"runs", each(1, func(int) any { return r.sarifRun() })},
	})
}

// sarifRun is the one run of a log; the tests check it against SARIF's schema.
func (r *Report) sarifRun() members {
	book, findings := r.Result.Book, r.Result.Findings
	driver := sarifDriver{Name: "dpmap", Version: r.Version}
	index := map[string]int{}
	for i, rule := range rules.All() {
		index[rule.Code] = i
		driver.Rules = append(driver.Rules, sarifRuleOf(rule))
	}
	return members{
		{"tool", sarifTool{driver}},
		{"invocations", []sarifInvocation{{Successful: true, Notifications: sarifNotifications(r.Problems)}}},
		{"artifacts", sarifArtifacts(r.Inputs)},
		{"results", each(len(findings), func(i int) any {
			result := r.sarifResult(&findings[i])
			if at, ok := index[result.RuleID]; ok {
				result.RuleIndex = &at
			}
			return result
		})},
		{"properties", sarifRunProperties{book.AsAt().String(), book.Checked().String(), book.Without()}},
	}
}

func sarifArtifacts(inputs []graph.Input) list[sarifArtifact] {
	var out list[sarifArtifact]
	for _, in := range inputs {
		a := sarifArtifact{Location: sarifURI{sarifFile(in.File)}}
		if in.SHA256 != "" {
			a.Hashes = map[string]string{"sha-256": in.SHA256}
		}
		out = append(out, a)
	}
	return out
}

func sarifNotifications(problems []graph.Problem) list[sarifNotification] {
	var out list[sarifNotification]
	for _, p := range problems {
		level := "warning"
		if p.Level == graph.Rejected {
			level = "error"
		}
		out = append(out, sarifNotification{level, sarifText{sarifMessage(p.Message, p.Fix)}, sarifLocations(p.At)})
	}
	return out
}

func sarifRuleOf(rule rules.Rule) sarifRule {
	help := rule.Doc + "\n\nWhat to do: " + rule.Fix
	if rule.FixEU != "" {
		help += "\n\nWhat to do under EU law: " + rule.FixEU
	}
	out := sarifRule{ID: rule.Code, Short: sarifText{rule.Title}, Full: sarifText{rule.Doc},
		Default: sarifConfiguration{sarifLevel(rule.Severity)}, Props: sarifRuleProperties{rule.Severity.String()}}
	for i, c := range rule.Law {
		if i == 0 {
			help += "\n\nLaw:"
			out.HelpURI = safeURL(c.URL)
		}
		help += "\n" + strings.TrimSpace(c.Cite+" "+c.URL)
	}
	out.Help = sarifText{help}
	return out
}

func (r *Report) sarifResult(f *rules.Finding) sarifResult {
	out := sarifResult{RuleID: f.Rule, Level: sarifLevel(f.Severity), Message: sarifText{sarifMessage(f.Message, f.Fix)},
		Locations: sarifLocations(f.At), Fingerprints: map[string]string{"dpmapFinding/v1": f.ID},
		Props: sarifResultProperties{f.Severity.String(), f.Flows}}
	for _, at := range f.Related {
		out.Related = append(out.Related, sarifLocations(at)...)
	}
	if f.Accepted != nil && !r.IsOpen(f) {
		out.Suppressions = []sarifSuppression{{"external", "accepted", r.AcceptedText(f)}}
	}
	return out
}

// sarifLevel is what SARIF has for a severity.
func sarifLevel(s rules.Severity) string {
	switch s {
	case rules.Critical, rules.High:
		return "error"
	case rules.Medium:
		return "warning"
	}
	return "note"
}

// sarifMessage is what is wrong and what to do, with the characters escaped
// that SARIF reads as links and placeholders.
func sarifMessage(message, fix string) string {
	var parts []string
	for _, p := range []string{message, fix} {
		if p = strings.TrimSuffix(clean(p), "."); p != "" {
			parts = append(parts, p+".")
		}
	}
	return strings.NewReplacer(`\`, `\\`, "[", `\[`, "]", `\]`, "{", "{{", "}", "}}").Replace(strings.Join(parts, " "))
}

// sarifFile is a file's name as a relative URI.
func sarifFile(name string) string { return "./" + url.PathEscape(name) }

// sarifLocations is a place, or none.
func sarifLocations(at graph.Ref) []sarifLocation {
	if at.IsZero() {
		return nil
	}
	var l sarifLocation
	if at.File != "" {
		l.Physical = &sarifPhysical{Artifact: sarifURI{sarifFile(at.File)}}
		if at.Row > 0 {
			l.Physical.Region = &sarifRegion{at.Row}
		}
	}
	if cell := at.Cell(); cell != "" {
		qualified := cell
		if at.Sheet != "" {
			qualified = at.Sheet + "!" + cell
		}
		l.Logical = []sarifLogical{{cell, qualified, "cell"}}
	}
	return []sarifLocation{l}
}
