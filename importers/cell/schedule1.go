package cell

import (
	"slices"
	"strings"

	"dpmap/graph/law"
	"dpmap/importers/lazyre"
	"dpmap/importers/words"
)

var (
	scheduleCitation = lazyre.New(`(?i)\b(?:dpa\s*(?:2018)?\s*,?\s*)?sch(?:edule|ed)?\.?\s*1\b[\s,;:–-]*(?:(?:part|pt)\.?\s*[1-3]\b[\s,;:–-]*)?(?:\(?(?:paragraphs?|paras?|conditions?)?\.?\s*((?:\d{1,2}\b(?:\(\d\))?(?:\s*(?:,|and|&|/)\s*)?)+)\)?)?`)
	paragraphWord    = lazyre.New(`(?i)\b(?:paragraphs?|paras?|conditions?)\.?\s*((?:\d{1,2}\b(?:\(\d\))?(?:\s*(?:,|and|&|/)\s*)?)+)`)
	paragraphNumber  = lazyre.New(`\b(\d{1,2})\b(?:\(\d\))?`)
	otherSchedule    = lazyre.New(`(?i)\bsch(?:edule|ed)?\.?\s*[2-9]\b`)
	bareNumbers      = lazyre.New(`^[\d\s,&;and]+$`)
)

// scheduleCitations takes "Sch 1 para 18", "Schedule 1 Part 2 paragraph 18" out
// of a text.
func scheduleCitations(g *Grounds, text string) string {
	return takeParagraphs(g, text, scheduleCitation)
}

// takeParagraphs takes the paragraphs that a pattern finds in a text, less those
// that the words beside them deny, and gives the text without them.
func takeParagraphs(g *Grounds, text string, pattern *lazyre.Regexp) string {
	var rest strings.Builder
	last := 0
	all := pattern.FindAllStringSubmatchIndex(text, -1)
	for i, at := range all {
		m := groups(text, at)
		if m[1] == "" {
			continue
		}
		next := len(text)
		if i+1 < len(all) {
			next = all[i+1][0]
		}
		if isDenied(wordsBeside(text[last:at[0]], text[at[1]:next])) {
			g.denied = append(g.denied, strings.TrimSpace(m[0]))
		} else {
			addParagraphs(g, m[1], strings.TrimSpace(m[0]))
		}
		rest.WriteString(text[last:at[0]] + " ")
		last = at[1]
	}
	return rest.String() + text[last:]
}

func addParagraphs(g *Grounds, numbers, text string) {
	for _, n := range paragraphNumber.FindAllStringSubmatch(numbers, -1) {
		g.add("sch1-"+strings.TrimLeft(n[1], "0"), text)
	}
}

// ParseSchedule1 reads a cell of Schedule 1 conditions: citations, bare
// paragraph numbers, and the names of the conditions that schools use.
func ParseSchedule1(book *law.Book, text string) (Grounds, []Doubt) {
	var g Grounds
	if IsUnknown(text) || IsNotApplicable(text) || StateWord(text) != 0 {
		return g, nil
	}
	rest := scheduleCitations(&g, citations(&g, text))
	if g.isEmpty() && bareNumbers.MatchString(rest) {
		addParagraphs(&g, rest, text)
	}
	if otherSchedule.MatchString(rest) {
		rest = paragraphWord.ReplaceAllString(rest, " ") // of a schedule that holds no such conditions
	}
	rest = takeParagraphs(&g, rest, paragraphWord)
	if len(g.Schedule1) == 0 {
		for _, line := range words.Items(rest) {
			for _, h := range stated(words.List("schedule1"), line) {
				g.add(h.id, h.text)
			}
		}
	}
	doubts := known(book, &g)
	if !g.isEmpty() && IsHedged(text) {
		return Grounds{}, append(doubts, openGrounds("Schedule 1 condition", text))
	}
	if g.isEmpty() && len(doubts) == 0 && g.denied != nil {
		return g, []Doubt{deniedGrounds("Schedule 1 condition", text)}
	}
	if g.isEmpty() && len(doubts) == 0 {
		doubts = append(doubts, Doubt{Message: "Schedule 1 condition " + words.Quote(text) + " is not one that is known", Fix: "name the paragraph, such as Sch 1 para 18"})
	}
	return g, doubts
}

// NamesSchedule1 finds texts that name Schedule 1 to the Data Protection Act 2018.
var NamesSchedule1 = words.Regexp(`\bsch(edule|ed)?\.? ?1\b`)

// completed gives a cell about Article 9 the half that its words hold of the other:
// a condition of Schedule 1 that is named beside the one of Article 9 that it
// serves ("Substantial public interest - safeguarding of children"), and the one
// of Article 9 that a paragraph alone can only serve (DPA 2018 s.10(3)). Both are
// told.
func completed(book *law.Book, g *Grounds, text string) []Doubt {
	if len(g.Conditions) == 0 && len(g.Schedule1) > 0 {
		return servedBy(book, g, text)
	}
	if len(g.Schedule1) > 0 || len(g.denied) > 0 || len(g.Conditions) != 1 {
		return nil
	}
	condition := g.Conditions[0].ID
	var doubts []Doubt
	for _, line := range words.Items(text) {
		for _, h := range stated(words.List("schedule1"), line) {
			c, ok := book.Schedule1Condition(h.id)
			if !ok || !slices.Contains(c.Serves, condition) || c.Part == 1 && !NamesSchedule1.MatchString(text) {
				continue // the words of Part 1 are those of Article 9 itself
			}
			g.add(h.id, h.text)
			doubts = append(doubts, Doubt{Told: true, Message: "condition " + words.Quote(text) + " is taken to name " + c.Law.Cite + " as well, by its words", Fix: "write " + c.Law.Cite + " if that is meant"})
		}
	}
	return doubts
}

// servedBy adds the condition of Article 9 that all the paragraphs of a cell serve,
// where it is the same and only one.
func servedBy(book *law.Book, g *Grounds, text string) []Doubt {
	serves := ""
	for _, p := range g.Schedule1 {
		c, ok := book.Schedule1Condition(p.ID)
		if !ok || len(c.Serves) != 1 || serves != "" && serves != c.Serves[0] {
			return nil
		}
		serves = c.Serves[0]
	}
	g.add(serves, text)
	return []Doubt{{Told: true, Message: "condition " + words.Quote(text) + " is taken for " + serves + ", which is the one that it serves", Fix: "write Art " + serves + " beside it if that is meant"}}
}
