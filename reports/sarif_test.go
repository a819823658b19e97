package reports

import (
	"bytes"
	"encoding/json"
	"testing"

	"dpmap/graph"
	"dpmap/graph/rules"
)

func TestSARIFMessageHasNoLinksAndPlaceholders(t *testing.T) {
	for _, c := range []struct{ message, fix, want string }{
		{"is wrong", "Mend it", "is wrong. Mend it."},
		{"is wrong.", "", "is wrong."},
		{"and so on...", "", "and so on..."},
		{"", "Mend it", "Mend it."},
		{`[a](b) {0} \`, "", `\[a\](b) {{0}} \\.`},
	} {
		if got := sarifMessage(c.message, c.fix); got != c.want {
			t.Errorf("sarifMessage(%q, %q) = %q, want %q", c.message, c.fix, got, c.want)
		}
	}
}

func TestSARIFHasEveryRuleWithItsHelp(t *testing.T) {
	r := sample(t, asIs)
	all := rules.All()
	last := all[len(all)-1]
	r.Result.Findings = []rules.Finding{{ID: "x", Rule: last.Code, Severity: last.Severity, Message: "m", At: graph.Ref{File: "two words.xlsx", Sheet: "S", Row: 3, Col: 2}},
		{ID: "y", Rule: "no-such-rule", Severity: rules.Low, Message: "m"}}
	var b bytes.Buffer
	if err := SARIF(&b, r); err != nil {
		t.Fatal(err)
	}
	var log struct {
		Runs []struct {
			Tool struct {
				Driver struct {
					Rules []struct {
						ID   string
						Help struct{ Text string }
					}
				}
			}
			Results []struct {
				RuleIndex *int
				Level     string
				Locations []struct {
					PhysicalLocation struct {
						ArtifactLocation struct{ URI string }
						Region           struct{ StartLine int }
					}
					LogicalLocations []struct{ FullyQualifiedName string }
				}
			}
		}
	}
	if err := json.Unmarshal(b.Bytes(), &log); err != nil {
		t.Fatal(err)
	}
	run := log.Runs[0]
	for i, rule := range run.Tool.Driver.Rules {
		if rule.ID != all[i].Code || len(rule.Help.Text) < len(all[i].Doc)+len(all[i].Fix) {
			t.Errorf("rule %d is %q with the help %q", i, rule.ID, rule.Help.Text)
		}
	}
	first, second := run.Results[0], run.Results[1]
	if first.RuleIndex == nil || *first.RuleIndex != len(all)-1 || second.RuleIndex != nil || len(second.Locations) != 0 {
		t.Errorf("rules and places: %+v %+v", first, second)
	}
	at := first.Locations[0]
	if at.PhysicalLocation.ArtifactLocation.URI != "./two%20words.xlsx" || at.PhysicalLocation.Region.StartLine != 3 || at.LogicalLocations[0].FullyQualifiedName != "S!B3" {
		t.Errorf("%+v", at)
	}
}
