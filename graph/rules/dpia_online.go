package rules

import (
	"regexp"
	"slices"
	"strings"

	"dpmap/graph"
	"dpmap/graph/law"
)

// serviceWords say by themselves that children may use a service over the
// internet.
func serviceWords() []string {
	return []string{"app", "apps", "edtech", "vle", "platform", "platforms"}
}

// internetWords say so only beside a word of childrensUse: schools pay bills,
// order meals and enter candidates online too, and it is staff and parents who do.
func internetWords() []string {
	return []string{"online", "website", "websites", "web", "internet", "digital", "virtual", "elearning", "login", "logins", "account", "accounts"}
}

func childrensUse() []string {
	return []string{"learning", "lesson", "lessons", "homework", "quiz", "quizzes", "classroom", "game", "games", "reading", "maths", "spelling", "phonics",
		"tutoring", "tuition", "counselling", "revision", "study", "practice", "coding", "library", "curriculum", "teaching", "chat", "messaging", "coursework",
		"portfolio", "ebooks", "pupil", "pupils", "children"}
}

// keptByStaff are words of systems that hold records about children, and are not
// used by them.
func keptByStaff() []string {
	return []string{"mis", "payroll", "hr", "finance", "accounting", "recruitment", "timetabling", "cover", "safeguarding", "payments", "payment", "visitor", "visitors",
		"catering", "entries", "census"}
}

var (
	// adultsUse finds services that are said to be for adults: "parent app".
	adultsUse = regexp.MustCompile(`(?i)\b(staff|teachers?'?|parents?'?|parental|carers?'?|governors?'?|admin|leaders?'?) (only |side )?(app|apps|portal|platform|vle|website|online|accounts?|logins?)\b|\b(app|apps|portal|platform|website|accounts?|logins?) for (staff|teachers|parents|carers|governors)\b|\bstaff only\b`)
	// listHeading finds the headings of lists of what is used in class: "App /
	// website". Systems and software are kept for staff as well.
	listHeading = regexp.MustCompile(`(?i)\b(apps?|ed ?-?tech|websites?|online (services?|platforms?|resources?|tools?)|learning platforms?)\b`)
	usedBy      = regexp.MustCompile(`(?i)^\s*((who )?us(ed|es|ers?|ing)( by| it| this)?|users?( groups?)?|for whom|audience)\s*[?:]?\s*$`)
)

// onlineService says by what a flow of children's data feeds a service that
// children use online, "" when nothing shows it. What goes to awarding bodies,
// councils and the like is entered by staff.
func (p *Pass) onlineService(f *graph.Flow) string {
	text := strings.Join([]string{f.Purpose, f.System, f.Method}, " ")
	if !f.IsOwnUse() {
		text += " " + p.name(f.To)
	}
	if isOffice(p.Map.KindOf(f.To)) || adultsUse.MatchString(text) || usedByAdults(f) {
		return ""
	}
	if word := wordIn(text, serviceWords()); word != "" {
		return "by the word " + quote(word)
	}
	if word := wordIn(text, internetWords()); word != "" {
		if use := wordIn(text, childrensUse()); use != "" {
			return "by the words " + quote(word) + " and " + quote(use)
		}
	}
	if hasWord(text, keptByStaff()) {
		return ""
	}
	for _, field := range []graph.Field{graph.FieldTo, graph.FieldSystem} {
		ref, ok := f.Reads.At(field)
		if ok && listHeading.MatchString(ref.Heading) {
			return "listed under the heading " + quote(ref.Heading)
		}
		if ok && listHeading.MatchString(ref.Sheet) {
			return "listed in the sheet " + quote(ref.Sheet)
		}
	}
	return ""
}

// isOffice reports whether bodies of a kind get their data from a school's staff.
func isOffice(kind law.Kind) bool {
	switch kind {
	case law.AwardingBody, law.Government, law.LocalAuthority, law.Regulator, law.PublicBody, law.HealthBody, law.Police, law.Court, law.University:
		return true
	}
	return false
}

// usedByAdults reports whether a column of the register's own says that only
// staff or parents use a system.
func usedByAdults(f *graph.Flow) bool {
	return slices.ContainsFunc(f.Extra, func(x graph.Extra) bool {
		return usedBy.MatchString(x.Heading) && hasWord(x.Value, append(staffWords(), "parents", "governors", "office", "admin", "slt")) && !usedByChildren(x.Value)
	})
}

func usedByChildren(text string) bool {
	w := whoseIn(text)
	return w.children || w.taught || hasWord(text, []string{"all", "everyone", "class", "classes"})
}

// aboutChildren reports whether data is about children by its subjects or, where
// these are blank or not recognised, by the heading of its categories ("Pupil data
// entered") or by who uses the system.
func (p *Pass) aboutChildren(f *graph.Flow) bool {
	w := whoseData(f)
	if w.children || w.taught && p.mayTeach(f.From) {
		return true
	}
	if !w.unread {
		return false
	}
	if ref, ok := f.Reads.At(graph.FieldCategories); ok && slices.Contains(agesOf(ref.Heading), ageChild) && len(f.Categories) > 0 {
		return true
	}
	return slices.ContainsFunc(f.Extra, func(x graph.Extra) bool {
		return usedBy.MatchString(x.Heading) && whoseIn(x.Value).children
	})
}
