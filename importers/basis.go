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
	denied     []string    // what is cited as not applying, or as still to come
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
	for _, id := range wholes(list, text) {
		g.add(id, text)
	}
	letters(&g, rest, list)
	for _, line := range items(withoutReasons(rest)) {
		for _, h := range stated(words(list), line) {
			g.add(h.id, h.text)
		}
	}
	doubts := known(book, &g)
	if list == "basis" && g.isEmpty() && g.denied == nil && len(doubts) == 0 {
		doubts = statutes(&g, text)
	}
	if !g.isEmpty() && isHedged(text) {
		return grounds{}, append(doubts, openGrounds(what, text))
	}
	if list == "condition" {
		doubts = append(doubts, completed(book, &g, text)...)
	}
	if g.dropAssumed(text) {
		doubts = append(doubts, doubt{message: what + " " + quote(text) + " is recorded as not given by a clear act, and what is assumed is no consent as the law has it", fix: "ask for consent by a form that must be filled in, or name another basis"})
	}
	if g.isEmpty() && len(doubts) == 0 && g.denied != nil {
		return g, []doubt{deniedGrounds(what, text)}
	}
	if g.isEmpty() && len(doubts) == 0 {
		doubts = append(doubts, doubt{message: what + " " + quote(text) + " is not one that is known" + didYouMean(text, list), fix: "name the article, such as " + map[string]string{"basis": "6(1)(c) or Legal obligation", "condition": "9(2)(g) or Substantial public interest"}[list]})
	}
	return g, doubts
}

// wholes are the grounds of a cell that is made of office shorthand and nothing
// else: "PT", "PT/LO".
func wholes(list, text string) []string {
	var ids []string
	short := false
	for part := range strings.FieldsFuncSeq(strings.ReplaceAll(text, " and ", ","), func(r rune) bool { return strings.ContainsRune(",;/&+\n", r) }) {
		if _, behind, found := strings.Cut(part, " - "); found {
			part = behind // "Pupils - PT, staff - contract"
		}
		id, ok := words(list + "whole").whole(part)
		short = short || ok
		if !ok {
			id, ok = words(list).whole(part)
		}
		if !ok {
			return nil
		}
		ids = append(ids, id)
	}
	if !short {
		return nil // the words are heard one by one
	}
	return ids
}

func openGrounds(what, text string) doubt {
	return doubt{message: what + " " + quote(text) + " leaves the matter open, so it is not counted", fix: "once it is certain, write it without doubt, with the article"}
}

func deniedGrounds(what, text string) doubt {
	return doubt{message: what + " " + quote(text) + " names only what does not apply or is still to come, so nothing is counted", fix: "name the article that does apply, if there is one"}
}

// dropAssumed takes away the consent of a cell that says itself that it is
// assumed, and tells whether there was any: silence is no consent. What is only
// not explicit may serve Art 6, and not Art 9.
func (g *grounds) dropAssumed(text string) bool {
	fields := strings.Fields(fold(text))
	if explicitness(fields) != graph.No {
		return false
	}
	n := len(g.bases) + len(g.conditions)
	g.conditions = slices.DeleteFunc(g.conditions, func(p provision) bool { return p.id == "9(2)(a)" })
	if !contains(strings.Join(fields, " "), "not explicit") {
		g.bases = slices.DeleteFunc(g.bases, func(p provision) bool { return p.id == "6(1)(a)" })
	}
	return len(g.bases)+len(g.conditions) < n
}

// letters takes the points of an article from a cell that holds nothing else: "e",
// "(c), (e)", "9g". Capitals stand for words too ("C" for consent), so they count
// only beside the article.
func letters(g *grounds, text, list string) {
	article := map[string]string{"basis": "6(1)", "condition": "9(2)"}[list]
	var found []string
	for part := range strings.FieldsFuncSeq(strings.ReplaceAll(text, " and ", ","), func(r rune) bool { return strings.ContainsRune(",;/&+\n", r) }) {
		part = strings.TrimSpace(part)
		if part == "" {
			continue // an article that was taken by its number stood here
		}
		m := bareLetter.FindStringSubmatch(part)
		if m == nil || m[1] != "" && m[1] != article[:1] {
			return
		}
		found = append(found, m[2]+m[3])
	}
	for _, letter := range found {
		g.add(article+"("+strings.ToLower(letter)+")", text)
	}
}

var bareLetter = regexp.MustCompile(`^(?:([69])\s*[.(]?\s*([A-Ja-j]|ea)\)?|(?:[12]\s*)?\(?(ea|[a-j])\)?)$`)

var (
	statuteName = re(`\b(act|regulations?|order|measure) (19|20)\d\d\b|\b(education|children( and families)?|equality|care|immigration|health and safety( at work)?|academies|childcare|safeguarding vulnerable groups|finance|pensions|employment rights) acts?\b`)
	privacyLaw  = re(`\bdata protection\b|\bgdpr\b|\bfreedom of information\b|\bhuman rights\b|\bprivacy\b`)
)

// statutes takes a cell that names an Act and no basis for a legal obligation, and
// says so: the Act may only give a power.
func statutes(g *grounds, text string) []doubt {
	if !statuteName.MatchString(text) || privacyLaw.MatchString(text) || remarkOn(text).remark != unopposed {
		return nil
	}
	g.add("6(1)(c)", text)
	return []doubt{{told: true, message: "lawful basis " + quote(text) + " names a law and is taken for 6(1)(c), a legal obligation", fix: "write 6(1)(c) if the law asks for it, or 6(1)(e) if it only gives the power"}}
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
	return ok || words("negationafter").has(inner) // "consent (form not returned)"
}

// stated lists the phrases that a line states, less those that it denies:
// "consent is not required", "no contract". A denial reaches as far as its
// clause.
func stated(list lexicon, line string) []struct{ id, text string } {
	var out []struct{ id, text string }
	var folded []string
	var clause, dash []int
	for i, part := range strings.FieldsFunc(line, func(r rune) bool { return strings.ContainsRune(",:;.–—|/", r) }) {
		for n, piece := range strings.Split(part, " - ") {
			for _, w := range strings.Fields(fold(piece)) {
				folded, clause, dash = append(folded, w), append(clause, i), append(dash, n)
			}
		}
	}
	hits := list.find(folded)
	for n, h := range hits {
		from, to := h.from, h.to
		// "Not consent - public task": what stands before the dash speaks of what it names
		alone := n > 0 && clause[hits[n-1].from] == clause[h.from] && dash[hits[n-1].from] != dash[h.from]
		for from > 0 && clause[from-1] == clause[h.from] && !(alone && dash[from-1] != dash[h.from]) {
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
	before = before[max(0, len(before)-5):]
	for i := range before {
		if n := words("negation").at(before[i:]); n > 0 && (i >= len(before)-2 || i+n == len(before)) {
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
