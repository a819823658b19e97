package rules

import (
	_ "embed"
	"encoding/csv"
	"regexp"
	"slices"
	"strings"
	"sync"

	"dpmap/graph"
)

// data/subjects.csv holds the words with which registers say whose data it is.
// A "#" stands for a number of one or two digits.
//
//   - child: a child, whoever keeps the data
//   - taught: a child where the school teaches children
//   - stage: a year group or key stage: children, unless adults follow ("Year 7 staff")
//   - adult: one whom no law on children protects
//   - either: says nothing of age, and belongs to what stands beside it ("teaching")
//   - anyone: may be children, also beside a word for adults
//
//go:embed data/subjects.csv
var subjectTable string

// age is what a word of subjects.csv says of the people meant.
type age string

const (
	ageChild  age = "child"
	ageTaught age = "taught"
	ageStage  age = "stage"
	ageAdult  age = "adult"
	ageEither age = "either"
	ageAnyone age = "anyone"
	ageUnread age = "" // a word that the table does not hold
)

// subjectWords are the ages by phrase, and the most words that a phrase has.
var subjectWords = sync.OnceValues(func() (map[string]age, int) {
	rows, err := csv.NewReader(strings.NewReader(subjectTable)).ReadAll()
	if err != nil {
		panic("data/subjects.csv: " + err.Error()) // embedded: a test reads it
	}
	ages, most := make(map[string]age, len(rows)), 1
	for _, row := range rows[1:] {
		ages[row[0]] = age(row[1])
		most = max(most, len(strings.Fields(row[0])))
	}
	return ages, most
})

// whose is what a flow's data subjects are recognised as.
type whose struct {
	children bool
	taught   bool // students or learners, who are children at a school
	unread   bool // somebody is named who is not recognised as an adult, or nobody is named
}

var (
	subjectBreak = regexp.MustCompile(`(?i)[+&/,;:|()\[\]\n]|\s[-–—]\s|\.\s|\b(and|or|plus|with|inc|incl|including)\b`)
	subjectLess  = regexp.MustCompile(`(?i)\b(except(ing)?( for)?|excl(ud(es?|ing))?|apart from|other than|but not)\b|,\s*not\b`)
	numbered     = regexp.MustCompile(`([\pL])(\d)|(\d)([\pL])`)
	shortNumber  = regexp.MustCompile(`^\d{1,2}$`)
)

// whoseData reads the data subjects of a flow.
func whoseData(f *graph.Flow) whose {
	var texts []string
	for _, s := range f.Subjects {
		if recorded(s) {
			texts = append(texts, s)
		}
	}
	return whoseIn(strings.Join(texts, "; "))
}

func whoseIn(text string) whose {
	var w whose
	adults, unread := false, false
	for _, part := range subjectParts(text) {
		switch a := agesOf(part); {
		case slices.Contains(a, ageChild):
			w.children = true
		case slices.Contains(a, ageTaught):
			w.taught = true
		case slices.Contains(a, ageStage) && !adultsOf(a):
			w.children = true
		case slices.Contains(a, ageAnyone):
			unread = true
		case slices.Contains(a, ageAdult):
			adults = true
		case slices.Contains(a, ageUnread):
			unread = true
		}
	}
	w.unread = unread || !adults && !w.children && !w.taught
	return w
}

// subjectParts are the groups of people that a text names one beside another,
// without those that it leaves out: "Everyone except staff" names everyone.
func subjectParts(text string) []string {
	var parts []string
	for _, group := range strings.FieldsFunc(text, func(r rune) bool { return r == ';' || r == '\n' }) {
		if left := subjectLess.FindStringIndex(group); left != nil {
			group = group[:left[0]]
		}
		for _, part := range subjectBreak.Split(group, -1) {
			if len(wordsOf(part)) > 0 {
				parts = append(parts, part)
			}
		}
	}
	return parts
}

// agesOf reads the words of a text in order, longer phrases first.
func agesOf(text string) []age {
	known, most := subjectWords()
	words := wordsOf(numbered.ReplaceAllString(text, "$1$3 $2$4"))
	for i, w := range words {
		if shortNumber.MatchString(w) {
			words[i] = "#"
		}
	}
	var list []age
	for i := 0; i < len(words); {
		n := min(most, len(words)-i)
		for n > 1 && known[strings.Join(words[i:i+n], " ")] == ageUnread {
			n--
		}
		list = append(list, known[strings.Join(words[i:i+n], " ")])
		i += n
	}
	return list
}

// adultsOf reports whether a stage only tells which adults are meant: "Year 7
// staff", "Carers of Y7", and not "Staff Y7-11", which may be two groups.
func adultsOf(ages []age) bool {
	stage := slices.Index(ages, ageStage)
	adult := slices.Index(ages, ageAdult)
	return adult > stage || adult >= 0 && slices.Contains(ages[adult:stage], ageEither)
}
