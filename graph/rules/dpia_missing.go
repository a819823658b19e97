package rules

import (
	"slices"
	"strings"

	"dpmap/graph"
	"dpmap/graph/law"
)

var dpiaMissing = Rule{
	Code:     "dpia-missing",
	Title:    "A data protection impact assessment is due, and none is recorded",
	Severity: High,
	Doc: `Fires when a flow or a party's own use meets one of the ICO's triggers and no data protection impact assessment is recorded, or it is recorded as absent or not applicable, or is dated in the future. The message says which: biometric data; special-category data on a large scale (all pupils, all staff, or across a trust, group or local authority); profiling or tracking of children; an online service to children; matching of data; innovative technology; a new (proposed) system with children's data. The triggers are read from the words of the categories, purpose, system, sharing method, recipient's name and data subjects. An online service is one that children use: an app or a platform, something online for learning, or whatever a list headed "App" or "Website" names for pupils' data.

Does not fire when an assessment is recorded, for a processor's own sub-processors, or for what staff or parents do online (entries to an awarding body, payments, a parents' portal, a system that the register says staff use). Nor where no word meets a trigger: that is no proof that none is due.

An assessment must be made before such processing begins.`,
	Fix: `Do the assessment in the ICO's seven steps ("dpmap dpia" fills in what the register knows), ask the DPO for advice, and record its date in the column DPIA. If it was considered and is not needed, accept the finding with the reason.`,
	Law: []law.Citation{ukGDPR("35", "35(1), (3)"), euGDPR("35"), ico("Data protection impact assessments", "accountability-and-governance/data-protection-impact-assessments-dpias/")},
	Check: func(p *Pass) {
		holds := func(f *graph.Flow) bool {
			return !p.done(f.DPIA) && len(p.triggers(f)) > 0 && !p.answeredElsewhere(f)
		}
		for group := range p.Activities(holds) {
			f := p.flow(group[0])
			p.Report(group, at(f, graph.FieldDPIA, graph.FieldPurpose), "%s: %s; an assessment is %s", p.who(group), strings.Join(p.triggers(f), "; "), p.evidenced(f.DPIA))
		}
	},
}

// trigger is one of the ICO's reasons for an assessment, as a word in the
// register shows it.
type trigger struct {
	what     string
	words    []string
	children bool // only where the data is about children
}

// triggerWords lists the triggers that words show.
func triggerWords() []trigger {
	return []trigger{
		{"profiling or tracking of children", []string{"profiling", "tracking", "predict", "predicts", "predictive", "analytics", "geolocation", "gps", "monitoring"}, true},
		{"matching of data", []string{"matching", "matched", "linkage"}, false},
		{"innovative technology", []string{"ai", "chatbot", "chatbots", "wearable", "wearables", "iot", "drone", "drones"}, false},
	}
}

// triggers lists what makes an assessment due for a flow.
func (p *Pass) triggers(f *graph.Flow) []string {
	var list []string
	children := p.aboutChildren(f)
	if names := biometrics(f); names != "" {
		list = append(list, "biometric data ("+names+")")
	} else if i := slices.IndexFunc(p.signs(f), func(s sign) bool { return isBiometric(s.term) }); i >= 0 {
		list = append(list, "biometric data (by "+p.signs(f)[i].where()+")")
	}
	if f.IsSpecial() && p.largeScale(f) {
		list = append(list, "special-category data on a large scale")
	}
	text := strings.Join([]string{f.Purpose, f.System, f.Method}, " ")
	for _, t := range triggerWords() {
		if word := wordIn(text, t.words); word != "" && (children || !t.children) {
			list = append(list, t.what+" (by the word "+quote(word)+")")
		}
	}
	if by := p.onlineService(f); by != "" && children {
		list = append(list, "an online service to children ("+by+")")
	}
	for _, phrase := range []string{"artificial intelligence", "machine learning", "facial recognition"} {
		if strings.Contains(strings.ToLower(text), phrase) {
			list = append(list, "innovative technology (by the words "+quote(phrase)+")")
		}
	}
	if children && f.Status == graph.Proposed {
		list = append(list, "a new system with children's data")
	}
	return list
}

// largeScale reports whether data is recorded as that of everybody, or is held
// across many schools.
func (p *Pass) largeScale(f *graph.Flow) bool {
	switch p.Map.KindOf(p.decides(f)) {
	case law.Trust, law.EducationGroup, law.LocalAuthority:
		return true
	}
	return hasWord(strings.Join(f.Subjects, " "), []string{"all", "every", "whole", "entire", "everyone", "everybody"})
}

// wordIn is the first of some words that a text holds as a whole word.
func wordIn(text string, words []string) string {
	in := wordsOf(text)
	for _, w := range words {
		if slices.Contains(in, w) {
			return w
		}
	}
	return ""
}
