package ropa

import (
	"strings"

	"dpmap/graph"
	"dpmap/graph/law"
	"dpmap/reports"
	"dpmap/reports/wording"
)

// category is a category's name, with its class in words where it has one.
func category(c graph.Category) string {
	switch c.Class {
	case law.Special, law.Criminal, law.Sensitive:
		return c.Name + " [" + wording.Phrase(": ", c.Class.String(), c.Kind) + "]"
	}
	return c.Name
}

// categories is a flow's categories, one a line, and what the register itself
// declares where it says otherwise.
func categories(f *graph.Flow) string {
	var out []string
	for _, c := range f.Categories {
		out = append(out, category(c))
	}
	switch has := f.Has(law.Special); {
	case !has && f.Special.State == graph.Yes:
		out = append(out, "[special, as the register says"+after2(": ", declared(f.Special))+"]")
	case has && f.Special.State == graph.No:
		out = append(out, "[the register says that none is special-category data]")
	}
	return strings.Join(unique(out), "\n")
}

func declared(d graph.Declared) string {
	if len(d.Kinds) > 0 {
		return strings.Join(d.Kinds, ", ")
	}
	if len(d.Text) > len("yes") {
		return wording.Quote(d.Text)
	}
	return ""
}

func after2(before, s string) string {
	if s == "" {
		return ""
	}
	return before + s
}

// stated is provisions that cells state, one a line; name knows what the law
// calls them.
func stated(f *graph.Flow, list []graph.Stated, name func(id string) string) string {
	var out []string
	for _, s := range list {
		text := provision(s.ID)
		if n := name(s.ID); n != "" {
			text += " " + n
		}
		if s.ID == "" {
			text = wording.Quote(s.Text)
		}
		doubt := reports.ConsentNotShown(f, s)
		if doubt != "" {
			text = doubt
		}
		if len(s.Covers) > 0 {
			text += " – for " + strings.Join(s.Covers, ", ") + " only"
		}
		if s.Inferred && doubt == "" {
			text += " – read from " + wording.Quote(s.Text)
		}
		out = append(out, text)
	}
	return strings.Join(unique(out), "\n")
}

// provision is an ID of a provision as people cite it.
func provision(id string) string {
	if para, ok := strings.CutPrefix(id, "sch1-"); ok {
		return "Sch 1 para " + para
	}
	if id == "" {
		return ""
	}
	return "Art " + id
}

func (d *draft) bases(f *graph.Flow) string {
	return stated(f, f.Bases, func(id string) string {
		b, _ := d.book.Basis(id)
		return b.Name
	})
}

func (d *draft) conditions(f *graph.Flow) string {
	return stated(f, f.Conditions, func(id string) string {
		c, _ := d.book.Condition(id)
		return c.Name
	})
}

func (d *draft) schedule1(f *graph.Flow) string {
	return stated(f, f.Schedule1, func(id string) string {
		c, _ := d.book.Schedule1Condition(id)
		return c.Name
	})
}

// needsSchedule1 reports whether a condition that the flow states is complete
// only with one of DPA 2018 Schedule 1.
func (d *draft) needsSchedule1(i int) bool {
	if d.transfer(i).Regime == law.EU {
		return false
	}
	for _, s := range d.flows[i].Conditions {
		if c, ok := d.book.Condition(s.ID); ok && c.NeedsSchedule1 {
			return true
		}
	}
	return false
}

// needsPolicy reports whether a condition that the flow states is due an
// appropriate policy document.
func (d *draft) needsPolicy(i int) bool {
	if d.transfer(i).Regime == law.EU {
		return false
	}
	for _, s := range d.flows[i].Conditions {
		if c, ok := d.book.Condition(s.ID); ok && c.PolicyDocument {
			return true
		}
	}
	for _, s := range d.flows[i].Schedule1 {
		if c, ok := d.book.Schedule1Condition(s.ID); ok && c.PolicyDocument {
			return true
		}
	}
	return false
}

// restsOnConsent reports whether consent is a basis or condition of the flow.
func restsOnConsent(f *graph.Flow) bool {
	for _, s := range f.Bases {
		if s.ID == "6(1)(a)" {
			return true
		}
	}
	for _, s := range f.Conditions {
		if s.ID == "9(2)(a)" {
			return true
		}
	}
	return false
}

// consent is what is recorded of consent.
func consent(c graph.Consent) string {
	state := map[graph.State]string{graph.Yes: "given", graph.No: "refused or withdrawn", graph.NotApplicable: "not applicable"}[c.State]
	switch c.Explicit {
	case graph.Yes:
		state = wording.Phrase(", ", state, "explicit")
	case graph.No:
		state = wording.Phrase(", ", state, "not explicit")
	}
	text := wording.Phrase(", ", state, after2("by ", c.By), after2("how: ", c.How), after("on ", c.Date))
	if words := strings.TrimSpace(c.Text); len(words) > len("yes") {
		text = wording.Phrase(" – ", text, wording.Quote(words))
	}
	return text
}
