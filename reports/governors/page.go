package governors

import (
	"html/template"
	"slices"
	"strconv"
	"strings"

	"dpmap/graph"
	"dpmap/graph/law"
	"dpmap/reports"
	"dpmap/reports/wording"
)

// page is what the template shows, in words that are ready to be shown.
type page struct {
	CSS     template.CSS
	Policy  string
	Version string

	Heading, Owner, Whose string
	AsAt, Checked         string
	Supposed              string
	Numbers               []number
	Actions               []action
	More                  []action
	Rest                  string
	Good                  string // instead of actions, where there is none
	Of                    int    // how many get data
	Who                   []whoRow
	Places                []placeRow
	Kinds                 []kindRow
	Private               string
	NotKnown              []string
	Notes                 []string
	Counted               string // why the report counts more
	Officer               string // who that is, where the page says to ask
}

// number is one of the figures at the head of the page.
type number struct {
	Number string
	What   string
	Bad    bool
}

func newPage(r *reports.Report) *page {
	list := recipients(r)
	p := &page{
		Version: clip(r.Version, longName), Owner: clip(r.Name(), longTitle),
		AsAt: r.Result.Book.AsAt().Long(), Checked: checked(r.Result.Book), Supposed: supposed(r.Result.Book),
		Of: len(list), Places: placeRows(list), Kinds: kindRows(list), Private: privateKindsOf(list),
	}
	room := whoRoom
	if p.Supposed != "" {
		room = whatIfRoom
	}
	p.Who = whoRows(list, room)
	p.Heading, p.Whose = headings(r.Result.Map)
	urgent := p.act(r)
	p.Numbers = numbers(list, urgent)
	p.NotKnown = notKnown(r, list)
	p.Notes = notes(r)
	p.Counted = reckon(r, len(list)).sentence()
	p.Officer = p.officer()
	return p
}

// officer says who the data protection officer is, where an action names one.
func (p *page) officer() string {
	for _, a := range p.Actions {
		if strings.Contains(a.Do+a.Wrong+a.How, "data protection officer") {
			return "Our data protection officer is the person who advises us on data law and checks that we keep it."
		}
	}
	return ""
}

// supposed says what a what-if supposes, "" when the law is as it is. The names
// go without what the law says of them in brackets or after a comma.
func supposed(book *law.Book) string {
	var names []string
	for _, id := range book.Without() {
		name := id
		if in, ok := book.Instrument(id); ok && in.Name != "" {
			name = in.Name
		}
		if cut := strings.IndexAny(name, ",("); cut > 0 {
			name = name[:cut]
		}
		names = append(names, "“"+clip(name, longName)+"”")
	}
	if len(names) == 0 {
		return ""
	}
	return "This page is a what-if. It supposes that the law on sending data abroad has lost " + some(names, longTitle) + "."
}

// headings name the page after the people whose data it is about.
func headings(m *graph.Map) (heading, whose string) {
	whose = "people’s"
	for _, p := range m.Parties() {
		switch {
		case !p.Own:
		case slices.Contains([]law.Kind{law.School, law.IndependentSchool, law.Trust}, p.Kind):
			return "Who gets our pupils’ data?", "our pupils’"
		case slices.Contains([]law.Kind{law.EducationGroup, law.University}, p.Kind):
			return "Who gets our students’ data?", "our students’"
		}
	}
	return "Who gets the data that we hold on people?", whose
}

func numbers(list []recipient, urgent int) []number {
	unknown, sensitive := 0, 0
	for i := range list {
		unknown += one(list[i].isLost())
		sensitive += one(len(list[i].sensitive) > 0)
	}
	are, kinds := "are", "kinds"
	if sensitive == 1 {
		are = "is"
	}
	if urgent == 1 {
		kinds = "kind"
	}
	return []number{
		{strconv.Itoa(len(list)), "organisations, or kinds of them, get data", false},
		{strconv.Itoa(sensitive), are + " known to get sensitive data, such as health", false},
		{strconv.Itoa(unknown), "of them: we do not know in which country", unknown > 0},
		{strconv.Itoa(urgent), "urgent " + kinds + " of problem in our list", urgent > 0},
	}
}

// notKnown says what the register leaves open, so that no number is taken for
// more than it is.
func notKnown(r *reports.Report, list []recipient) []string {
	lost, vague, implied, planned := 0, 0, 0, 0
	sum := r.Summary()
	for i := range list {
		x := &list[i]
		lost += one(x.isLost())
		vague += one(x.vague)
		implied += one(x.implied)
		planned += one(x.planned)
	}
	var out []string
	say := func(n int, text string) {
		if n > 0 {
			out = append(out, strconv.Itoa(n)+" of "+strconv.Itoa(len(list))+text)
		}
	}
	say(lost, ": our list does not say in which country")
	say(vague, ": our list does not say what data they get")
	say(implied, ": country taken from public knowledge")
	say(planned, ": they get nothing yet, it is only planned")
	if n := sum.Errors + sum.Warnings; n > 0 {
		out = append(out, wording.Count(n, "entry of our list could not be read in full", "entries of our list could not be read in full"))
	}
	if n := sum.ToCheck; n > 0 {
		out = append(out, wording.Count(n, "entry was read by a guess that somebody must check", "entries were read by a guess that somebody must check"))
	}
	return out
}

// checked says how old the law is that the page was judged by.
func checked(book *law.Book) string {
	day := book.Checked()
	if day.IsZero() {
		return "It is not known when our copy of the law was last checked."
	}
	text := "Our copy of the law was last checked on " + day.Long() + "."
	switch {
	case book.AgeWarning() != "":
		text += " That is long ago: some of it may have changed since."
	case day.Before(book.AsAt()):
		text += " What changed since is not in it."
	}
	return text
}

// notes are the small print.
func notes(r *reports.Report) []string {
	var out []string
	if n := len(r.Summary().Unverified); n > 0 {
		out = append(out, wording.Count(n, "point of law used here has", "points of law used here have")+" not yet been checked against the official text.")
	}
	if n := len(r.Result.Book.Overlaid()); n > 0 {
		out = append(out, wording.Count(n, "point of law was", "points of law were")+" added or changed by us.")
	}
	accepted := 0
	for i := range r.Result.Findings {
		if !r.IsOpen(&r.Result.Findings[i]) {
			accepted++
		}
	}
	if accepted > 0 {
		out = append(out, wording.Count(accepted, "point is left out because somebody in charge accepted it.", "points are left out because somebody in charge accepted them."))
	}
	return out
}
