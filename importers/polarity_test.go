package importers

import (
	"fmt"
	"strings"
	"testing"

	"dpmap/graph"
	"dpmap/importers/cell"
)

// TestPolarity reads testdata/polarity.csv: which parser, what the cell says,
// what is made of it, and whether a doubt is told. It holds that words of denial,
// doubt and ending are heard, and that words which only sound like them are not.
func TestPolarity(t *testing.T) {
	parse := readers(t)
	for _, row := range cellRows(t, "polarity.csv") {
		got, doubts := parse[row[0]](row[1])
		told := ""
		if len(doubts) > 0 {
			told = "told"
		}
		if got != row[2] || told != row[3] {
			t.Errorf("%s %q is read as %q, %q (%v); want %q, %q", row[0], row[1], got, told, doubts, row[2], row[3])
		}
	}
}

// readers are the readers of cells by the name that the table calls them by: what
// each makes of a text, and the doubts that it tells.
func readers(t *testing.T) map[string]func(string) (string, []cell.Doubt) {
	t.Helper()
	book := testBook(t)
	known := cell.Carriers(book)
	return map[string]func(string) (string, []cell.Doubt){
		"safeguard": func(s string) (string, []cell.Doubt) {
			list, doubts := cell.ParseSafeguards(s, nil, known)
			var out []string
			for _, x := range list {
				one := strings.TrimSpace(x.ID + " " + x.Date.String())
				if !x.Ends.IsZero() {
					one += " to " + x.Ends.String()
				}
				out = append(out, one)
			}
			return strings.Join(out, ", "), doubts
		},
		"agreement": func(s string) (string, []cell.Doubt) {
			a, doubts := cell.ParseAgreement(s)
			return strings.Join(strings.Fields(fmt.Sprintf("%v %v %v ends %v", a.State, a.Kind, a.Signed, a.Ends)), " "), doubts
		},
		"consent": func(s string) (string, []cell.Doubt) {
			c, doubts := cell.ParseConsent(s)
			if c.Explicit == graph.No {
				return strings.TrimSpace(c.State.String() + " not explicit"), doubts
			}
			return c.State.String(), doubts
		},
		"assessment": func(s string) (string, []cell.Doubt) {
			e, doubts := cell.ParseAssessment(s)
			return strings.TrimSpace(fmt.Sprintf("%v %v", e.State, e.Date)), doubts
		},
		"document": func(s string) (string, []cell.Doubt) {
			e, doubts := cell.ParseDocument(s)
			out := fmt.Sprintf("%v %v", e.State, e.Date)
			if !e.Ends.IsZero() {
				out += " to " + e.Ends.String()
			}
			return strings.Join(strings.Fields(out), " "), doubts
		},
		"place": func(s string) (string, []cell.Doubt) {
			p, doubts := cell.ParsePlace(book, s)
			out := strings.Join(p.Countries, " ")
			if len(p.Open) > 0 {
				out += " open: " + strings.Join(p.Open, " | ")
			}
			return strings.TrimSpace(out), doubts
		},
		"basis": func(s string) (string, []cell.Doubt) {
			g, doubts := cell.ParseBasis(book, s)
			return strings.TrimSpace(ids(g.Bases) + " " + ids(g.Conditions)), doubts
		},
		"condition": func(s string) (string, []cell.Doubt) {
			g, doubts := cell.ParseCondition(book, s)
			return strings.TrimSpace(ids(g.Bases) + " " + ids(g.Conditions) + " " + ids(g.Schedule1)), doubts
		},
		"schedule1": func(s string) (string, []cell.Doubt) {
			g, doubts := cell.ParseSchedule1(book, s)
			return ids(g.Schedule1), doubts
		},
		"special": func(s string) (string, []cell.Doubt) {
			d, doubts := cell.ParseSpecial(book, s)
			return strings.TrimSpace(fmt.Sprintf("%v %v", d.State, strings.Join(d.Kinds, "+"))), doubts
		},
		"body": func(s string) (string, []cell.Doubt) {
			g := newRegistry(book)
			g.imply(g.meet(s, graph.Ref{}))
			return strings.TrimSpace(string(g.parties[0].Kind) + " " + strings.Join(g.parties[0].Country.Countries, " ")), nil
		},
		"role": func(s string) (string, []cell.Doubt) {
			role, doubts := cell.ParseRole(s)
			return role.String(), doubts
		},
		"test": func(s string) (string, []cell.Doubt) {
			e, doubts := cell.AssessmentIn(s)
			return strings.TrimSpace(fmt.Sprintf("%v %v", e.State, e.Date)), doubts
		},
		"dpf": func(s string) (string, []cell.Doubt) {
			d, doubts := cell.ParseDPF(s)
			return strings.TrimSpace(fmt.Sprintf("listed %v, extension %v %s", d.Listed, d.UKExtension, strings.Join(d.Cover, "+"))), doubts
		},
		"scope": func(s string) (string, []cell.Doubt) {
			found, doubts := cell.ScopeEvidence(s)
			return strings.Trim(fmt.Sprint(found), "[]"), doubts
		},
	}
}
