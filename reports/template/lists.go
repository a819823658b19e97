package template

import (
	"cmp"
	"slices"
	"strings"

	"dpmap/graph"
	"dpmap/graph/law"
)

// list is the words of one drop-down. A word that is not in it can be typed all
// the same.
type list struct {
	name  string
	words []string
}

const notKnown = "Not known"

// lists are the drop-downs, from the law of the book's date.
func lists(book *law.Book) []list {
	return []list{
		{"countries", countries(book)},
		{"subjects", []string{"Pupils", "Parents and carers", "Staff", "Governors", "Former pupils", "Applicants", "Job applicants", "Visitors", "Candidates", "Students"}},
		{"yesno", []string{"Yes", "No", notKnown}},
		{"bases", bases(book)},
		{"conditions", conditions(book)},
		{"schedule1", schedule1(book)},
		{"consent", []string{"Yes, explicit, written form", "Yes, explicit, parent, written form", "Yes, explicit, online form", "Yes, not explicit", "No", "Withdrawn", "Not applicable", notKnown}},
		{"roles", []string{graph.Controller.String(), graph.JointController.String(), graph.Processor.String(), graph.SubProcessor.String(), notKnown}},
		{"agreements", agreements()},
		{"safeguards", safeguards(book)},
		{"evidence", []string{"Yes", "No", "Not applicable", notKnown}},
		{"frequencies", []string{"Continuous", "Daily", "Weekly", "Monthly", "Termly", "Annually", "One-off", "Occasional", notKnown}},
		{"statuses", []string{graph.Live.String(), graph.Proposed.String(), graph.Ended.String()}},
		{"kinds", kinds()},
		{"dpf", []string{"Listed, with UK Extension, HR and non-HR", "Listed, with UK Extension, HR", "Listed, with UK Extension, non-HR", "Listed, without UK Extension", "Not listed", notKnown}},
	}
}

// plainer are the words for countries whose names other places bear too: picked
// from a list, "Georgia" would have to be asked about.
var plainer = map[string]string{"GE": "Republic of Georgia"}

// countries are all of them, the one whose law this is first.
func countries(book *law.Book) []string {
	var own, others []string
	for _, c := range book.Countries() {
		name := cmp.Or(plainer[c.Code], c.Name)
		if book.Regime(c.Code) == law.UK {
			own = append(own, name)
		} else {
			others = append(others, name)
		}
	}
	return append(append(own, others...), notKnown)
}

func bases(book *law.Book) []string {
	var out []string
	for _, b := range book.Bases() {
		out = append(out, b.Name+" (Art "+b.ID+")")
	}
	return append(out, notKnown)
}

func conditions(book *law.Book) []string {
	var out []string
	for _, c := range book.Conditions() {
		out = append(out, c.Name+" (Art "+c.ID+")")
	}
	return append(out, "Not applicable", notKnown)
}

func schedule1(book *law.Book) []string {
	var out []string
	for _, c := range book.Schedule1() {
		out = append(out, c.Name+" (Sch 1 para "+c.ID[len("sch1-"):]+")")
	}
	return append(out, "Not applicable", notKnown)
}

func agreements() []string {
	var out []string
	for k := graph.ProcessingAgreement; k <= graph.OtherAgreement; k++ {
		out = append(out, "Yes, "+k.String())
	}
	return append(out, "Yes", "No", "Not applicable", notKnown)
}

// tools are the instruments that schools meet in contracts. The rarer ones can
// be typed.
var tools = []string{"uk-idta", "uk-addendum", "uk-bcr", "uk-us-data-bridge"}

// exception begins the ids of the exceptions of Art 49(1), which end in a letter.
const exception = "art-49-"

// safeguards are the tools that stand under UK law at the book's date, then the
// exceptions of Art 49(1).
func safeguards(book *law.Book) []string {
	var out, exceptions []string
	for _, i := range book.Instruments() {
		letter, isException := strings.CutPrefix(i.ID, exception)
		switch {
		case i.Regime != law.UK || !book.StandsFor(law.UK, i.ID):
		case slices.Contains(tools, i.ID):
			out = append(out, i.Name)
		case isException && len(letter) == 1:
			exceptions = append(exceptions, i.Name+" (Art 49(1)("+letter+"))")
		}
	}
	return append(append(out, exceptions...), "None", "Not applicable", notKnown)
}

func kinds() []string {
	var out []string
	for _, k := range law.Kinds() {
		out = append(out, string(k))
	}
	return out
}
