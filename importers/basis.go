package importers

import (
	"regexp"
	"slices"
	"strings"

	"dpmap/graph"
	"dpmap/graph/law"
)

// provision is one basis or condition read from a cell, with the words.
type provision struct {
	id   string // "6(1)(c)", "9(2)(g)", "sch1-18"
	text string
}

// grounds is all that one cell states.
type grounds struct {
	bases      []provision // Art 6(1)
	conditions []provision // Art 9(2)
	schedule1  []provision // DPA 2018 Sch 1
}

func (g *grounds) add(id, text string) {
	for part := range strings.SplitSeq(id, "+") {
		list := &g.bases
		switch {
		case strings.HasPrefix(part, "9"):
			list = &g.conditions
		case strings.HasPrefix(part, "sch1"):
			list = &g.schedule1
		}
		if !slices.ContainsFunc(*list, func(p provision) bool { return p.id == part }) {
			*list = append(*list, provision{part, text})
		}
	}
}

func (g *grounds) isEmpty() bool {
	return len(g.bases)+len(g.conditions)+len(g.schedule1) == 0
}

// citation finds "Art. 6(1)(c)", "6.1.e", "Article 9(2)(g)", "GDPR 6 (f)". The
// paragraph may be missing only where the word "article" stands before.
var citation = regexp.MustCompile(`(?i)(?:\b(?:articles?|arts?|a)\.?\s*|\b)([69])\s*[.(]?\s*([12])\s*\)?\s*[.(]?\s*(?:lit\.?\s*)?(ea|[a-j])\b\)?((?:\s*(?:,|/|and|&|or)\s*\(([a-j])\))*)|\b(?:articles?|arts?)\.?\s*([69])\s*[.(]?\s*(ea|[a-j])\b\)?`)

var furtherLetter = regexp.MustCompile(`(?i)\(([a-j])\)`)

// parseBasis reads a lawful-basis cell: Art 6(1) bases and what else stands in
// it of Art 9(2) and of Schedule 1. A basis's reason in brackets is not read.
func parseBasis(book *law.Book, text string) (grounds, []doubt) {
	return parseGrounds(book, text, "basis", "lawful basis")
}

// parseCondition reads a cell that is about Art 9, where "consent" is the
// condition and not the basis.
func parseCondition(book *law.Book, text string) (grounds, []doubt) {
	return parseGrounds(book, text, "condition", "Article 9 condition")
}

func parseGrounds(book *law.Book, text, list, what string) (grounds, []doubt) {
	var g grounds
	if isUnknown(text) || isNotApplicable(text) || stateWord(text) != 0 {
		return g, nil
	}
	rest := citations(&g, text)
	rest = scheduleCitations(&g, rest)
	if id, ok := words(list + "whole").whole(text); ok {
		g.add(id, text)
	}
	letters(&g, rest, list)
	for _, line := range items(withoutReasons(rest)) {
		for _, h := range stated(words(list), line) {
			g.add(h.id, h.text)
		}
	}
	doubts := known(book, &g)
	if !g.isEmpty() && isHedged(text) {
		return grounds{}, append(doubts, openGrounds(what, text))
	}
	if g.restsOnConsent() && explicitness(strings.Fields(fold(text))) == graph.No {
		doubts = append(doubts, doubt{message: what + " " + quote(text) + " is recorded as not given by a clear act, and what is assumed is no consent as the law has it", fix: "ask for consent by a form that must be filled in, or name another basis"})
	}
	if g.isEmpty() && len(doubts) == 0 {
		doubts = append(doubts, doubt{message: what + " " + quote(text) + " is not one that is known" + didYouMean(text, list), fix: "name the article, such as " + map[string]string{"basis": "6(1)(c) or Legal obligation", "condition": "9(2)(g) or Substantial public interest"}[list]})
	}
	return g, doubts
}

func openGrounds(what, text string) doubt {
	return doubt{message: what + " " + quote(text) + " leaves the matter open, so it is not counted", fix: "once it is certain, write it without doubt, with the article"}
}

// restsOnConsent reports whether consent is among what a cell states.
func (g *grounds) restsOnConsent() bool {
	is := func(p provision) bool { return p.id == "6(1)(a)" || p.id == "9(2)(a)" }
	return slices.ContainsFunc(g.bases, is) || slices.ContainsFunc(g.conditions, is)
}

// letters takes the points of an article from a cell that holds nothing else: "e",
// "(c), (e)", "9g". Capitals stand for words too ("C" for consent), so they count
// only beside the article.
func letters(g *grounds, text, list string) {
	article := map[string]string{"basis": "6(1)", "condition": "9(2)"}[list]
	var found []string
	for part := range strings.FieldsFuncSeq(text, func(r rune) bool { return strings.ContainsRune(",;/&+\n", r) }) {
		m := bareLetter.FindStringSubmatch(strings.TrimSpace(part))
		if m == nil || m[1] != "" && m[1] != article[:1] {
			return
		}
		found = append(found, m[2]+m[3])
	}
	for _, letter := range found {
		g.add(article+"("+strings.ToLower(letter)+")", text)
	}
}

var bareLetter = regexp.MustCompile(`^(?:([69])\s*[.(]?\s*([A-Ja-j]|ea)\)?|\(?(ea|[a-j])\)?)$`)

// citations takes the articles that a text cites by number, and gives the text
// without them.
func citations(g *grounds, text string) string {
	return citation.ReplaceAllStringFunc(text, func(found string) string {
		m := citation.FindStringSubmatch(found)
		article, paragraph, letter := m[1], m[2], m[3]
		if article == "" {
			article, letter = m[6], m[7]
			paragraph = map[string]string{"6": "1", "9": "2"}[article]
		}
		if (article == "6") != (paragraph == "1") {
			return found
		}
		id := article + "(" + paragraph + ")("
		g.add(id+strings.ToLower(letter)+")", strings.TrimSpace(found))
		for _, further := range furtherLetter.FindAllStringSubmatch(m[4], -1) {
			g.add(id+strings.ToLower(further[1])+")", strings.TrimSpace(found))
		}
		return " "
	})
}

// withoutReasons drops brackets, which hold the reason of a basis ("CEG has
// contracts with …") and not another basis, unless they qualify the words
// before them: "(in the area of public health)".
func withoutReasons(text string) string {
	keep := words("basisbracket")
	closes := matchingBrackets(text)
	var b strings.Builder
	for i := 0; i < len(text); i++ {
		if text[i] != '(' {
			b.WriteByte(text[i])
			continue
		}
		end := closes[i]
		if end == 0 { // never closed: to the end of the cell
			break
		}
		if inner := text[i+1 : end]; i == 0 || isKept(keep, inner) {
			b.WriteString(" " + inner + " ")
		}
		i = end
	}
	return strings.ReplaceAll(b.String(), ")", " ")
}

func isKept(keep lexicon, inner string) bool {
	_, ok := keep.whole(inner)
	return ok
}

// stated lists the phrases that a line states, less those that it denies:
// "consent is not required", "no contract". A denial reaches as far as its
// clause.
func stated(list lexicon, line string) []struct{ id, text string } {
	var out []struct{ id, text string }
	var folded []string
	var clause []int
	for i, part := range strings.FieldsFunc(line, func(r rune) bool { return strings.ContainsRune(",:;.–—|/", r) }) {
		for _, w := range strings.Fields(fold(part)) {
			folded, clause = append(folded, w), append(clause, i)
		}
	}
	for _, h := range list.find(folded) {
		from, to := h.from, h.to
		for from > 0 && clause[from-1] == clause[h.from] {
			from--
		}
		for to < len(folded) && clause[to] == clause[h.to-1] {
			to++
		}
		if isDenied(folded[from:h.from], folded[h.to:to]) {
			continue
		}
		out = append(out, struct{ id, text string }{h.id, strings.Join(folded[h.from:h.to], " ")})
	}
	return out
}

// isDenied reports whether the words just before a phrase, or soon after it,
// deny it.
func isDenied(before, after []string) bool {
	before = before[max(0, len(before)-2):]
	for i := range before {
		if words("negation").at(before[i:]) > 0 {
			return true
		}
	}
	after = after[:min(len(after), 4)]
	for i := range after {
		if words("negationafter").at(after[i:]) > 0 {
			return true
		}
	}
	return false
}

// known drops what the law book does not have, and says so.
func known(book *law.Book, g *grounds) []doubt {
	var doubts []doubt
	check := func(list []provision, has func(string) bool) []provision {
		return slices.DeleteFunc(list, func(p provision) bool {
			if has(p.id) {
				return false
			}
			doubts = append(doubts, doubt{message: "provision " + quote(p.text) + " does not exist", fix: "check the article's number"})
			return true
		})
	}
	g.bases = check(g.bases, func(id string) bool { _, ok := book.Basis(id); return ok })
	g.conditions = check(g.conditions, func(id string) bool { _, ok := book.Condition(id); return ok })
	g.schedule1 = check(g.schedule1, func(id string) bool { _, ok := book.Schedule1Condition(id); return ok })
	return doubts
}
