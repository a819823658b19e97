package importers

import (
	"fmt"
	"strings"

	"dpmap/graph"
	"dpmap/graph/law"
	"dpmap/importers/column"
)

// dump is all that was read, as text that a person can check against the
// sheets: what is blank is left out.
func dump(got *Import, err error) string {
	if err != nil {
		return "error " + err.Error() + "\n"
	}
	var b strings.Builder
	say := func(name string, value any) {
		if s := fmt.Sprint(value); s != "" && s != "[]" {
			fmt.Fprintf(&b, "  %s: %s\n", name, strings.ReplaceAll(s, "\n", " / "))
		}
	}
	for _, in := range got.Inputs {
		for _, s := range in.Sheets {
			fmt.Fprintf(&b, "sheet %s!%s %s: %d rows = %d flow + %d party + %d blank + %d rejected + %d other; %d flows\n",
				in.File, s.Name, s.Layout, s.Rows, s.FlowRows, s.PartyRows, s.Blank, s.Rejected, s.Other, s.Flows)
			for _, c := range s.Columns {
				if c.How != column.ByHeading {
					fmt.Fprintf(&b, "  %s %q is %s (%s)\n", graph.ColumnName(c.Col), c.Heading, c.Field, c.How)
				}
			}
		}
	}
	reg := got.Map.Register()
	for _, v := range []struct {
		name  string
		value graph.Value
	}{{"controller", reg.Controller}, {"address", reg.Address}, {"email", reg.Email}, {"dpo", reg.DPO}, {"ico", reg.ICO}, {"period", reg.Period}} {
		if v.value.Text != "" {
			fmt.Fprintf(&b, "register %s: %s (%s)\n", v.name, v.value.Text, v.value.At)
		}
	}
	for _, e := range append(append([]graph.Extra(nil), reg.Other...), reg.Notes...) {
		fmt.Fprintf(&b, "register other %q: %s (%s)\n", e.Heading, e.Value, e.At)
	}
	for _, p := range got.Map.Parties() {
		own := ""
		if p.Own {
			own = ", own controller"
		}
		fmt.Fprintf(&b, "party %s: %s%s (%s)\n", p.ID, p.Name, own, p.At)
		say("aliases", strings.Join(p.Aliases, " | "))
		say("kind", p.Kind)
		say("role", p.Role)
		say("country", place(p.Country))
		say("dpf", dpf(p.DPF))
		say("subject to", p.Subject)
		for _, i := range p.Implied {
			say("implied", fmt.Sprintf("%s %s (%s)", i.Field, i.Value, i.Why))
		}
		for _, e := range p.Extra {
			say("extra "+e.Heading, e.Value)
		}
	}
	for i := range got.Map.Flows() {
		dumpFlow(&b, say, &got.Map.Flows()[i])
	}
	for _, p := range got.Problems {
		fmt.Fprintf(&b, "%s %s\n  fix: %s\n", p.Level, p.Message, p.Fix)
	}
	for _, a := range got.Accepted {
		fmt.Fprintf(&b, "accepted %s by %s until %s: %s\n", a.Finding, a.By, a.Until, a.Reason)
	}
	for _, a := range got.Assumptions {
		fmt.Fprintf(&b, "assumed %s\n", a)
	}
	return b.String()
}

func dumpFlow(b *strings.Builder, say func(string, any), f *graph.Flow) {
	fmt.Fprintf(b, "flow %s: %s to %s (%s)\n", f.ID, f.From, f.To, f.At)
	say("activity", f.Activity)
	say("ref", f.Ref)
	say("sender country", place(f.SenderCountry))
	say("recipient country", place(f.RecipientCountry))
	say("purpose", f.Purpose)
	say("subjects", strings.Join(f.Subjects, " | "))
	var categories []string
	for _, c := range f.Categories {
		s := c.Name
		if c.Class > law.Ordinary {
			s += " <" + c.Class.String() + ": " + c.Kind + ">"
		}
		categories = append(categories, s)
	}
	say("categories", strings.Join(categories, " | "))
	if f.Special.Text != "" {
		say("special", fmt.Sprint(f.Special.State, " ", f.Special.Kinds))
	}
	say("bases", stated4(f.Bases))
	say("conditions", stated4(f.Conditions))
	say("schedule 1", stated4(f.Schedule1))
	if f.Consent.Text != "" {
		say("consent", fmt.Sprint(f.Consent.State, " explicit=", f.Consent.Explicit, " by=", f.Consent.By, " how=", f.Consent.How, " ", f.Consent.Date))
	}
	say("role", f.Role)
	if a := f.Agreement; a != (graph.Agreement{}) {
		say("agreement", fmt.Sprint(a.State, " ", a.Kind, " signed=", a.Signed, " ends=", a.Ends))
	}
	for _, s := range f.Safeguards {
		say("safeguard", strings.TrimSpace(fmt.Sprint(s.ID, " ", s.Date, " ", s.Ends)))
	}
	for _, e := range []struct {
		name string
		e    graph.Evidence
	}{{"risk assessment", f.RiskAssessment}, {"notice", f.Notice}, {"dpia", f.DPIA}, {"policy", f.Policy}} {
		if e.e.Text != "" {
			say(e.name, strings.TrimSpace(fmt.Sprint(e.e.State, " ", e.e.Date, " ", e.e.Text)))
		}
	}
	say("hosting", place(f.Hosting))
	say("access", place(f.Access))
	say("method", f.Method)
	say("security", f.Security)
	say("retention", f.Retention)
	if f.Frequency.Text != "" {
		say("frequency", fmt.Sprint(f.Frequency.Text, " one-off=", f.Frequency.OneOff, " regular=", f.Frequency.Regular))
	}
	say("system", f.System)
	say("owner", f.Owner)
	say("reviewed", f.Reviewed)
	say("status", f.Status)
	say("source", f.Source)
	say("notes", f.Notes)
	for _, i := range f.Implied {
		say("implied", fmt.Sprintf("%s %s (%s)", i.Field, i.Value, i.Why))
	}
	for _, e := range f.Extra {
		say("extra "+e.Heading, e.Value)
	}
}

func place(p graph.Place) string {
	s := strings.Join(p.Countries, " ")
	if len(p.Open) > 0 {
		s = strings.TrimSpace(s + " open: " + strings.Join(p.Open, " | "))
	}
	if p.Implied != "" {
		s += " (implied)"
	}
	return s
}

func dpf(d graph.DPF) string {
	if d.Text == "" && d.Checked.IsZero() {
		return ""
	}
	return fmt.Sprint("listed=", d.Listed, " extension=", d.UKExtension, " cover=", d.Cover, " checked=", d.Checked)
}

func stated4(list []graph.Stated) string {
	var out []string
	for _, s := range list {
		t := s.ID
		if len(s.Covers) > 0 {
			t += " for " + strings.Join(s.Covers, "+")
		}
		if s.Inferred {
			t += " (inferred)"
		}
		out = append(out, t)
	}
	return strings.Join(out, " | ")
}
