package importers

import (
	"regexp"
	"strings"

	"dpmap/graph/law"
)

var (
	scheduleCitation = regexp.MustCompile(`(?i)\b(?:dpa\s*(?:2018)?\s*,?\s*)?sch(?:edule|ed)?\.?\s*1\b[\s,;:–-]*(?:(?:part|pt)\.?\s*[1-3]\b[\s,;:–-]*)?(?:\(?(?:paragraphs?|paras?|conditions?)?\.?\s*((?:\d{1,2}\b(?:\(\d\))?(?:\s*(?:,|and|&|/)\s*)?)+)\)?)?`)
	paragraphWord    = regexp.MustCompile(`(?i)\b(?:paragraphs?|paras?|conditions?)\.?\s*((?:\d{1,2}\b(?:\(\d\))?(?:\s*(?:,|and|&|/)\s*)?)+)`)
	paragraphNumber  = regexp.MustCompile(`\b(\d{1,2})\b(?:\(\d\))?`)
	otherSchedule    = regexp.MustCompile(`(?i)\bsch(?:edule|ed)?\.?\s*[2-9]\b`)
	bareNumbers      = regexp.MustCompile(`^[\d\s,&;and]+$`)
)

// scheduleCitations takes "Sch 1 para 18", "Schedule 1 Part 2 paragraph 18" out
// of a text.
func scheduleCitations(g *grounds, text string) string {
	return takeParagraphs(g, text, scheduleCitation)
}

// takeParagraphs takes the paragraphs that a pattern finds in a text, less those
// that the words beside them deny, and gives the text without them.
func takeParagraphs(g *grounds, text string, pattern *regexp.Regexp) string {
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

func addParagraphs(g *grounds, numbers, text string) {
	for _, n := range paragraphNumber.FindAllStringSubmatch(numbers, -1) {
		g.add("sch1-"+strings.TrimLeft(n[1], "0"), text)
	}
}

// parseSchedule1 reads a cell of Schedule 1 conditions: citations, bare
// paragraph numbers, and the names of the conditions that schools use.
func parseSchedule1(book *law.Book, text string) (grounds, []doubt) {
	var g grounds
	if isUnknown(text) || isNotApplicable(text) || stateWord(text) != 0 {
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
	if len(g.schedule1) == 0 {
		for _, line := range items(rest) {
			for _, h := range stated(words("schedule1"), line) {
				g.add(h.id, h.text)
			}
		}
	}
	doubts := known(book, &g)
	if !g.isEmpty() && isHedged(text) {
		return grounds{}, append(doubts, openGrounds("Schedule 1 condition", text))
	}
	if g.isEmpty() && len(doubts) == 0 && g.denied != nil {
		return g, []doubt{deniedGrounds("Schedule 1 condition", text)}
	}
	if g.isEmpty() && len(doubts) == 0 {
		doubts = append(doubts, doubt{message: "Schedule 1 condition " + quote(text) + " is not one that is known", fix: "name the paragraph, such as Sch 1 para 18"})
	}
	return g, doubts
}
