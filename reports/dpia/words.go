package dpia

import (
	"slices"
	"strings"

	"dpmap/graph"
	"dpmap/graph/law"
	"dpmap/reports"
	"dpmap/reports/wording"
)

// add appends a text that is not blank and not there yet.
func add(to []string, text string) []string {
	if text == "" || slices.Contains(to, text) {
		return to
	}
	return append(to, text)
}

// clip puts a text on one line of at most n characters.
func clip(s string, n int) string {
	s = strings.Join(strings.Fields(s), " ")
	if runes := []rune(s); len(runes) > n {
		return strings.TrimSpace(string(runes[:n-1])) + "…"
	}
	return s
}

// sentence is a text with a capital letter and a full stop.
func sentence(s string) string {
	s = strings.TrimSpace(s)
	if s == "" {
		return ""
	}
	runes := []rune(s)
	s = strings.ToUpper(string(runes[:1])) + string(runes[1:])
	if strings.HasSuffix(s, ".") || strings.HasSuffix(s, "?") || strings.HasSuffix(s, "!") {
		return s
	}
	return s + "."
}

// before sets words before a text, where there is one.
func before(words, text string) string {
	if text == "" {
		return ""
	}
	return words + text
}

func (d *draft) name(id string) string {
	if p := d.m.Party(id); p != nil && p.Name != "" {
		return p.Name
	}
	return id
}

// category is a category's name, with how the law treats it.
func category(c graph.Category) string {
	switch c.Class {
	case law.Special:
		return c.Name + " (special category: " + c.Kind + ")"
	case law.Criminal:
		return c.Name + " (criminal offences)"
	case law.Sensitive:
		return c.Name + " (sensitive: " + c.Kind + ")"
	}
	return c.Name
}

// evidence is a document that the register says exists, or says does not.
func evidence(e graph.Evidence) string {
	words := strings.TrimSpace(e.Text)
	switch {
	case e.State == graph.No:
		return wording.Phrase(" – ", "recorded as absent", reports.OwnWords(words))
	case e.State == graph.NotApplicable:
		return "recorded as not applicable"
	case e.State == 0 && words != "":
		return "not known: " + wording.Quote(words)
	case words == "":
		words = e.State.String()
	}
	if !e.Date.IsZero() && !strings.Contains(words, e.Date.String()) {
		words += " (" + e.Date.Long() + ")"
	}
	return words
}

// consent is what is recorded of consent.
func consent(c graph.Consent) string {
	state := map[graph.State]string{graph.Yes: "given", graph.No: "refused or withdrawn", graph.NotApplicable: "not applicable"}[c.State]
	explicit := map[graph.State]string{graph.Yes: "explicit", graph.No: "not explicit"}[c.Explicit]
	return wording.Phrase(" – ", wording.Phrase(", ", state, explicit, before("by ", c.By), before("how: ", c.How), before("on ", c.Date.Long())), reports.OwnWords(c.Text))
}

// safeguards are the transfer mechanisms as the register records them.
func safeguards(d *draft, i int) string {
	list := d.flows[i].Safeguards
	names := reports.SafeguardNames(d.book, d.transfer(i).Regime, list)
	var out []string
	for n, s := range list {
		out = add(out, wording.Phrase(" – ", wording.Phrase(", ", names[n], before("of ", s.Date.Long()), before("ends ", s.Ends.Long())), reports.OwnWords(s.Text)))
	}
	return strings.Join(out, "\n")
}

// provision is the ID of a provision as people cite it, with its name.
func provision(id, name, text string) string {
	if id == "" {
		return wording.Quote(text)
	}
	cite := "Art " + id
	if para, ok := strings.CutPrefix(id, "sch1-"); ok {
		cite = "DPA 2018 Sch 1 para " + para
	}
	return wording.Phrase(" – ", cite, name)
}
