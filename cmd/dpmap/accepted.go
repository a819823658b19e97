package main

import (
	"fmt"
	"path/filepath"
	"strings"

	"dpmap/graph"
	"dpmap/graph/law"
	"dpmap/graph/rules"
)

// acceptance is a finding that the configuration accepts: what the sheet
// Accepted holds, for registers that one may not write into.
type acceptance struct {
	Finding string `yaml:"finding"`
	Reason  string `yaml:"reason"`
	By      string `yaml:"by"`
	Until   string `yaml:"until"`
}

// acceptances are those of the configuration as rules want them. A reason and an
// end date are required: what is accepted for ever and without a word is
// forgotten, not accepted.
func (s *settings) acceptances() ([]graph.Acceptance, error) {
	var list []graph.Acceptance
	for i, a := range s.Accepted {
		until, err := law.ParseISO(a.Until)
		switch {
		case a.Finding == "":
			return nil, fmt.Errorf("--config %s: accepted finding %d names no finding; give its ID, as result.json and the Findings sheet have it", s.config, i+1)
		case a.Reason == "":
			return nil, fmt.Errorf("--config %s: accepted finding %q gives no reason; say why it is accepted", s.config, a.Finding)
		case err != nil || until.Day == 0:
			return nil, fmt.Errorf("--config %s: accepted finding %q: until %q is not a day; write it as YYYY-MM-DD", s.config, a.Finding, a.Until)
		}
		list = append(list, graph.Acceptance{
			Finding: a.Finding, Reason: a.Reason, By: a.By, Until: until,
			At: graph.Ref{File: filepath.Base(s.config)},
		})
	}
	return list, nil
}

// idle tells of acceptances that are of no finding: a wrong Id must not look like
// a decision that counts.
func idle(result *rules.Result, accepted []graph.Acceptance) []graph.Problem {
	found := map[string]bool{}
	for i := range result.Findings {
		found[strings.ToLower(result.Findings[i].ID)] = true
	}
	var out []graph.Problem
	for _, a := range accepted {
		if found[strings.ToLower(strings.TrimSpace(a.Finding))] {
			continue
		}
		out = append(out, graph.Problem{
			Level: graph.Warning, At: a.At,
			Message: fmt.Sprintf("%s: nothing is accepted by %q: no finding has that Id", a.At, a.Finding),
			Fix:     "copy the Id from findings.csv, or from the column Finding ID of the sheet Findings in ropa.xlsx; if the finding was mended, the row can go",
		})
	}
	return out
}
