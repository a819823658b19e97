package rules

import (
	"slices"
	"strings"

	"dpmap/graph"
	"dpmap/graph/law"
)

// sign is a word of a flow's purpose or system, or of a party's name, from which
// protected data is usually known that the flow does not record.
type sign struct {
	term  law.Term
	field graph.Field
	what  string // for readers: "the purpose"
	text  string // as written
}

// where is the text of a sign for readers: the purpose "Counselling referrals".
func (s sign) where() string { return s.what + " " + quote(around(s.text, s.term.Word)) }

// signs lists what a flow's purpose, system and names show of protected data
// that the flow does not record: one sign for each kind, the purpose's first.
func (p *Pass) signs(f *graph.Flow) []sign {
	if p.answeredElsewhere(f) {
		return nil
	}
	var list []sign
	add := func(field graph.Field, what, text string, in law.SignPlace) {
		for _, term := range p.Book.Signs(text, in) {
			told := slices.ContainsFunc(list, func(s sign) bool { return s.term.Kind == term.Kind })
			if !told && !f.Records(term) {
				list = append(list, sign{term, field, what, text})
			}
		}
	}
	add(graph.FieldPurpose, "the purpose", f.Purpose, law.InPurpose)
	add(graph.FieldSystem, "the system", f.System, law.InName)
	if !f.IsOwnUse() && !p.isOwnParty(f.To) {
		add(graph.FieldTo, "the recipient", p.name(f.To), law.InName)
	}
	if p.isOwnParty(f.To) && !p.isOwnParty(f.From) {
		add(graph.FieldFrom, "the sender", p.name(f.From), law.InName)
	}
	return list
}

func isBiometric(t law.Term) bool { return law.IsBiometricKind(t.Kind) }

// reportSigns reports the signs of a group of flows that are wanted.
func (p *Pass) reportSigns(wanted func(law.Term) bool) {
	of := func(f *graph.Flow) []sign {
		return slices.DeleteFunc(p.signs(f), func(s sign) bool { return !wanted(s.term) })
	}
	for group := range p.Activities(func(f *graph.Flow) bool { return len(of(f)) > 0 }) {
		f := p.flow(group[0])
		var told []string
		var cells []graph.Ref
		for _, i := range group {
			for _, s := range of(p.flow(i)) {
				text := s.where() + by(s) + " usually means " + dataOn(s.term.Kind)
				if slices.Contains(told, text) {
					continue
				}
				told = append(told, text)
				if ref, ok := f.Reads.At(s.field); ok && !slices.Contains(cells, ref) {
					cells = append(cells, ref)
				}
			}
		}
		field := at(f, graph.FieldCategories, graph.FieldSpecial, graph.FieldPurpose)
		if f.Special.State == graph.No {
			field = at(f, graph.FieldSpecial, field)
		}
		p.Report(group, field, "%s: %s; the row records none: %s", p.who(group), strings.Join(told, ", and "), recordedData(f))
		p.last().Related = append(p.last().Related, cells...)
	}
}

// by names the word that decided, where the text is more than that word.
func by(s sign) string {
	if strings.EqualFold(s.text, s.term.Word) {
		return ""
	}
	return " (by the word " + quote(s.term.Word) + ")"
}

// around is the part of a long text that holds a word.
func around(text, word string) string {
	const before, enough = 30, 80
	lower := strings.ToLower(text)
	at := strings.Index(lower, strings.ToLower(word))
	if at <= before || len(text) <= enough || len(lower) != len(text) {
		return text
	}
	from := strings.LastIndexAny(text[:at-before], " \n")
	return "…" + text[from+1:]
}

// dataOn names data of a kind for readers.
func dataOn(kind string) string {
	if strings.Contains(kind, "data") {
		return kind
	}
	return "data on " + kind
}

// recordedData says what kinds of data a flow records.
func recordedData(f *graph.Flow) string {
	var names []string
	for _, c := range f.Categories {
		if recorded(c.Name) {
			names = append(names, c.Name)
		}
	}
	text := "its data is " + quote(strings.Join(names, "; "))
	if len(names) == 0 {
		text = "it names no categories of data"
	}
	if f.Special.Text != "" && f.Special.State != 0 {
		text += ", its special-category data " + quote(f.Special.Text)
	}
	return text
}
