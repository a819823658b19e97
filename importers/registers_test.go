package importers

import (
	"fmt"
	"strings"
	"testing"

	"dpmap/graph"
	"dpmap/graph/law"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"
)

// TestRegisters compares what is read from registers in the wording that real
// ones use with what somebody wrote down from the sheet: never rewritten by
// -update. A line "warning B7 words" is met by a warning at that cell that has
// the words.
func TestRegisters(t *testing.T) {
	eachCase(t, "testdata/registers/*.txtar", func(t *testing.T, _ string, a *txtar.Archive) {
		got, err := readArchive(t, a)
		if err != nil {
			t.Fatal(err)
		}
		want := strings.Split(strings.TrimSpace(fileOf(a, "want")), "\n")
		if diff := cmp.Diff(want, asWanted(want, shown(got, want))); diff != "" {
			t.Errorf("(-want +got)\n%s", diff)
		}
	})
}

// asWanted puts the wanted line in place of a longer one that says the same:
// want names a problem by its cell and some of its words.
func asWanted(want, got []string) []string {
	for i, g := range got {
		for _, w := range want {
			level, rest, _ := strings.Cut(w, " ")
			cell, words, ok := strings.Cut(rest, " ")
			if ok && (level == "warning" || level == "error") && strings.HasPrefix(g, level+" "+cell+" ") && strings.Contains(g, words) {
				got[i] = w
				break
			}
		}
	}
	return got
}

// shown is what was read, one line a sheet, flow, note and problem. Of the
// register's own details it shows those that want asks for; what is implied of a
// party is not shown, since no sheet says it.
func shown(got *Import, want []string) []string {
	var out []string
	for _, in := range got.Inputs {
		for i, s := range in.Sheets {
			if i == 0 || in.Sheets[i-1].Layout != s.Layout {
				out = append(out, "layout "+s.Layout)
			}
			out = append(out, fmt.Sprintf("sheet %s: %d rows = %d flow + %d party + %d blank + %d rejected + %d other",
				s.Name, s.Rows, s.FlowRows, s.PartyRows, s.Blank, s.Rejected, s.Other))
		}
	}
	r := got.Map.Register()
	for _, v := range []struct{ name, text string }{{"controller", r.Controller.Text}, {"dpo", r.DPO.Text}, {"email", r.Email.Text}} {
		for _, w := range want {
			if strings.HasPrefix(w, "register "+v.name+":") {
				out = append(out, "register "+v.name+": "+v.text)
			}
		}
	}
	flows := got.Map.Flows()
	for i := range flows {
		out = append(out, shownFlow(got.Map, &flows[i]))
	}
	for _, n := range r.Notes {
		out = append(out, "note "+n.Heading+": "+n.Value)
	}
	for _, p := range got.Problems {
		level := "warning"
		if p.Level == graph.Rejected {
			level = "error"
		}
		out = append(out, level+" "+p.At.Cell()+" "+p.Message)
	}
	return out
}

func shownFlow(m *graph.Map, f *graph.Flow) string {
	out := "flow " + m.Party(f.From).Name + " -> " + m.Party(f.To).Name
	say := func(name, text string) {
		if text != "" {
			out += " | " + name + ": " + text
		}
	}
	say("purpose", f.Purpose)
	say("subjects", strings.Join(f.Subjects, "; "))
	var data []string
	for _, c := range f.Categories {
		name := c.Name
		if c.Class == law.Special || c.Class == law.Criminal {
			name += "*"
		}
		data = append(data, name)
	}
	say("data", strings.Join(data, "; "))
	if f.Special.State != 0 {
		say("special", strings.TrimSpace(f.Special.State.String()+" "+strings.Join(f.Special.Kinds, " ")))
	}
	var basis []string
	for _, list := range [][]graph.Stated{f.Bases, f.Conditions, f.Schedule1} {
		for _, s := range list {
			basis = append(basis, s.ID)
		}
	}
	say("basis", strings.Join(basis, "; "))
	implied := func(field graph.Field) bool {
		for _, i := range f.Implied {
			if i.Field == field {
				return true
			}
		}
		return false
	}
	switch to := m.Party(f.To); {
	case implied(graph.FieldRole):
		say("role", m.Role(f).String()+" (implied)")
	case f.Role != 0 || !to.IsImplied(graph.FieldPartyRole):
		say("role", m.Role(f).String())
	}
	agreement := strings.TrimSpace(f.Agreement.State.String() + " " + f.Agreement.Signed.String())
	if !f.Agreement.Ends.IsZero() {
		agreement += " ends " + f.Agreement.Ends.String()
	}
	say("agreement", strings.TrimSpace(agreement))
	var safeguards []string
	for _, s := range f.Safeguards {
		safeguards = append(safeguards, strings.TrimSpace(s.ID+" "+s.Date.String()))
	}
	say("safeguard", strings.Join(safeguards, " "))
	if to := m.Destination(f); to.Implied == "" {
		say("country", place(to))
	}
	say("hosting", place(f.Hosting))
	say("no transfer", f.NoTransfer.Text)
	say("access", place(f.Access))
	say("retention", f.Retention)
	say("dpia", f.DPIA.State.String())
	say("policy", f.Policy.State.String())
	consent := f.Consent.State.String()
	if f.Consent.Explicit == graph.Yes {
		consent += " explicit"
	}
	say("consent", consent)
	say("reviewed", f.Reviewed.String())
	if f.Status != graph.Live {
		say("status", f.Status.String())
	}
	return out
}
