package ropa

import (
	"strconv"
	"strings"

	"dpmap/graph"
	"dpmap/graph/law"
	"dpmap/graph/rules"
	"dpmap/reports"
	"dpmap/reports/wording"
)

func itoa(n int) string { return strconv.Itoa(n) }

// verdictText is a verdict's mark and word. A mark that a spreadsheet could
// take for the start of a formula is left out.
func verdictText(v rules.Verdict) string {
	word := v.String()
	if v <= 0 {
		word = "not judged"
	}
	mark := reports.VerdictWords(v).Mark
	if mark == "" || strings.ContainsAny(mark, "=+-@") {
		return word
	}
	return mark + " " + word
}

// severityText is a severity's word after its gauge.
func severityText(s rules.Severity) string {
	w := reports.SeverityWords(s)
	return w.Mark + " " + w.Label
}

// impliedBy says that a value is not in the register, and why it is taken so.
func impliedBy(why string) string {
	if why == "" {
		return ""
	}
	return " (implied: " + why + ")"
}

// impliedOf is the mark of a field's value, "" when it was recorded.
func impliedOf(list []graph.Implied, field graph.Field) string {
	for _, i := range list {
		if i.Field == field {
			return impliedBy(i.Why)
		}
	}
	return ""
}

// place is the countries of a place and the words that are none.
func (d *draft) place(p graph.Place) string {
	text := reports.PlaceWords(d.book, p)
	if text == "" {
		return ""
	}
	return text + impliedBy(p.Implied)
}

func (d *draft) countries(codes []string) []string { return reports.CountryNames(d.book, codes) }

// dated is words with a date in brackets, unless the words hold it already.
func dated(words string, day law.Date) string {
	switch {
	case day.IsZero() || strings.Contains(words, day.String()) || strings.Contains(words, day.Long()):
		return words
	case words == "":
		return day.Long()
	}
	return words + " (" + day.Long() + ")"
}

// evidence is a document that the register says exists, or says does not.
func evidence(e graph.Evidence) string {
	words := strings.TrimSpace(e.Text)
	if words == "" {
		words = e.State.String()
	}
	if e.State == 0 && words != "" && e.Date.IsZero() {
		return "not known: " + wording.Quote(words)
	}
	return dated(words, e.Date)
}

func after(words string, day law.Date) string {
	if day.IsZero() {
		return ""
	}
	return words + day.Long()
}

// safeguards is all that a flow's row records of mechanisms.
func (d *draft) safeguards(i int) string {
	list := d.flows[i].Safeguards
	names := reports.SafeguardNames(d.book, d.transfer(i).Regime, list)
	var out []string
	for n, s := range list {
		text := wording.Phrase(", ", dated(names[n], s.Date), after("ends ", s.Ends))
		if words := strings.TrimSpace(s.Text); words != "" && !strings.EqualFold(words, names[n]) {
			text += " – " + wording.Quote(words)
		}
		out = append(out, text)
	}
	return strings.Join(unique(out), "\n")
}

// spot is a place of the register. The file is left out where there is only one,
// which the sheet Sources names.
func (d *draft) spot(at graph.Ref) string {
	if len(d.r.Inputs) == 1 && at.File == d.r.Inputs[0].File && at.Sheet != "" {
		at.File = ""
	}
	return strings.TrimPrefix(at.String(), "!")
}

// evidenceWords names what adequacy depends on.
func evidenceWords(e law.Evidence) string {
	switch e {
	case law.EvidenceDPFExtension:
		return "DPF listing with the UK Extension"
	case law.EvidenceDPF:
		return "DPF listing"
	case law.EvidencePIPEDA, law.EvidenceAPPI, law.EvidencePIPA, law.EvidenceLGPD:
		return "subject to " + strings.ToUpper(string(e))
	case law.EvidenceAutomated:
		return "automated processing"
	}
	return string(e)
}
