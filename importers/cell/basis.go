package cell

import (
	"slices"
	"strings"

	"dpmap/graph"
	"dpmap/graph/law"
	"dpmap/importers/lazyre"
	"dpmap/importers/words"
)

// Provision is one basis or condition read from a cell, with the words.
type Provision struct {
	ID   string // "6(1)(c)", "9(2)(g)", "sch1-18"
	Text string
}

// Grounds is all that one cell states.
type Grounds struct {
	Bases      []Provision // Art 6(1)
	Conditions []Provision // Art 9(2)
	Schedule1  []Provision // DPA 2018 Sch 1
	denied     []string    // what is cited as not applying, or as still to come
}

func (g *Grounds) add(id, text string) {
	for part := range strings.SplitSeq(id, "+") {
		list := &g.Bases
		switch {
		case strings.HasPrefix(part, "9"):
			list = &g.Conditions
		case strings.HasPrefix(part, "sch1"):
			list = &g.Schedule1
		}
		if !slices.ContainsFunc(*list, func(p Provision) bool { return p.ID == part }) {
			*list = append(*list, Provision{part, text})
		}
	}
}

func (g *Grounds) isEmpty() bool {
	return len(g.Bases)+len(g.Conditions)+len(g.Schedule1) == 0
}

// ParseBasis reads a lawful-basis cell: Art 6(1) bases and what else stands in
// it of Art 9(2) and of Schedule 1. A basis's reason in brackets is not read.
func ParseBasis(book *law.Book, text string) (Grounds, []Doubt) {
	return parseGrounds(book, text, "basis", "lawful basis")
}

// ParseCondition reads a cell that is about Art 9, where "consent" is the
// condition and not the basis.
func ParseCondition(book *law.Book, text string) (Grounds, []Doubt) {
	return parseGrounds(book, text, "condition", "Article 9 condition")
}

func parseGrounds(book *law.Book, text, list, what string) (Grounds, []Doubt) {
	var g Grounds
	if IsUnknown(text) || IsNotApplicable(text) || StateWord(text) != 0 {
		return g, nil
	}
	rest := citations(&g, text)
	rest = scheduleCitations(&g, rest)
	for _, id := range wholes(list, text) {
		g.add(id, text)
	}
	letters(&g, rest, list)
	for _, line := range words.Items(withoutReasons(rest)) {
		for _, h := range stated(words.List(list), line) {
			if list == "basis" && strings.HasPrefix(h.id, "9") && onlyInTitle(h.id, line) {
				continue
			}
			g.add(h.id, h.text)
		}
	}
	doubts := known(book, &g)
	if list == "basis" && g.isEmpty() && g.denied == nil && len(doubts) == 0 {
		doubts = statutes(&g, text)
	}
	if !g.isEmpty() && IsHedged(text) {
		return Grounds{}, append(doubts, openGrounds(what, text))
	}
	if list == "condition" {
		doubts = append(doubts, completed(book, &g, text)...)
	}
	if g.dropAssumed(text) {
		doubts = append(doubts, Doubt{Message: what + " " + words.Quote(text) + " is recorded as not given by a clear act, and what is assumed is no consent as the law has it", Fix: "ask for consent by a form that must be filled in, or name another basis"})
	}
	if g.isEmpty() && len(doubts) == 0 && g.denied != nil {
		return g, []Doubt{deniedGrounds(what, text)}
	}
	if g.isEmpty() && len(doubts) == 0 {
		doubts = append(doubts, Doubt{Message: what + " " + words.Quote(text) + " is not one that is known" + words.DidYouMean(text, list), Fix: "name the article, such as " + map[string]string{"basis": "6(1)(c) or Legal obligation", "condition": "9(2)(g) or Substantial public interest"}[list]})
	}
	return g, doubts
}

// onlyInTitle reports whether the words of a condition stand in the title of a law
// and nowhere else: "Social Security Administration Act 1992".
func onlyInTitle(id, line string) bool {
	return !slices.ContainsFunc(stated(words.List("basis"), titleOfAct.ReplaceAllString(line, " ")), func(other struct{ id, text string }) bool { return other.id == id })
}

// titleOfAct finds the titles of laws.
var titleOfAct = lazyre.New(`\b(?:[A-Z][\w’'-]*(?:,|\s+(?:of|and|the|for|in|to))*\s+){1,8}(?:Acts?|Regulations|Order)\b(?:\s+(?:19|20)\d\d)?`)

// wholes are the grounds of a cell that is made of office shorthand and nothing
// else: "PT", "PT/LO".
func wholes(list, text string) []string {
	for _, reason := range words.Bracketed(text) {
		if IsUnknown(reason) || StateWord(reason) != 0 || RemarkOn(reason).Remark != Unopposed {
			return nil
		}
	}
	text = withoutReasons(text) // "PT (Education Act)"
	var ids []string
	short := false
	for part := range strings.FieldsFuncSeq(strings.ReplaceAll(text, " and ", ","), func(r rune) bool { return strings.ContainsRune(",;/&+\n", r) }) {
		if _, behind, found := strings.Cut(part, " - "); found {
			part = behind // "Pupils - PT, staff - contract"
		}
		id, ok := words.List(list + "whole").Whole(part)
		short = short || ok
		if !ok {
			id, ok = words.List(list).Whole(part)
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

func openGrounds(what, text string) Doubt {
	return Doubt{Message: what + " " + words.Quote(text) + " leaves the matter open, so it is not counted", Fix: "once it is certain, write it without doubt, with the article"}
}

func deniedGrounds(what, text string) Doubt {
	return Doubt{Message: what + " " + words.Quote(text) + " names only what does not apply or is still to come, so nothing is counted", Fix: "name the article that does apply, if there is one"}
}

// dropAssumed takes away the consent of a cell that says itself that it is
// assumed, and tells whether there was any: silence is no consent. What is only
// not explicit may serve Art 6, and not Art 9.
func (g *Grounds) dropAssumed(text string) bool {
	fields := strings.Fields(words.Fold(text))
	if explicitness(fields) != graph.No {
		return false
	}
	n := len(g.Bases) + len(g.Conditions)
	g.Conditions = slices.DeleteFunc(g.Conditions, func(p Provision) bool { return p.ID == "9(2)(a)" })
	if !words.Contains(strings.Join(fields, " "), "not explicit") {
		g.Bases = slices.DeleteFunc(g.Bases, func(p Provision) bool { return p.ID == "6(1)(a)" })
	}
	return len(g.Bases)+len(g.Conditions) < n
}

// letters takes the points of an article from a cell that holds nothing else: "e",
// "(c), (e)", "9g". Capitals stand for words too ("C" for consent), so they count
// only beside the article.
func letters(g *Grounds, text, list string) {
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

var bareLetter = lazyre.New(`^(?:([69])\s*[.(]?\s*([A-Ja-j]|ea)\)?|(?:[12]\s*)?\(?(ea|[a-j])\)?)$`)

var (
	statuteName = words.Regexp(`\b(act|regulations?|order|measure) (19|20)\d\d\b|\b(education|children( and families)?|equality|care|immigration|health and safety( at work)?|academies|childcare|safeguarding vulnerable groups|finance|pensions|employment rights) acts?\b`)
	privacyLaw  = words.Regexp(`\bdata protection\b|\bgdpr\b|\bfreedom of information\b|\bhuman rights\b|\bprivacy\b`)
)

// statutes takes a cell that names an Act and no basis for a legal obligation, and
// says so: the Act may only give a power.
func statutes(g *Grounds, text string) []Doubt {
	if !statuteName.MatchString(text) || privacyLaw.MatchString(text) || RemarkOn(text).Remark != Unopposed {
		return nil
	}
	g.add("6(1)(c)", text)
	return []Doubt{{Told: true, Message: "lawful basis " + words.Quote(text) + " names a law and is taken for 6(1)(c), a legal obligation", Fix: "write 6(1)(c) if the law asks for it, or 6(1)(e) if it only gives the power"}}
}

// withoutReasons drops brackets, which hold the reason of a basis ("CEG has
// contracts with …") and not another basis, unless they qualify the words
// before them: "(in the area of public health)".
func withoutReasons(text string) string {
	keep := words.List("basisbracket")
	closes := words.MatchingBrackets(text)
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

func isKept(keep words.Lexicon, inner string) bool {
	_, ok := keep.Whole(inner)
	return ok || words.List("negationafter").Has(inner) // "consent (form not returned)"
}

// stated lists the phrases that a line states, less those that it denies:
// "consent is not required", "no contract". A denial reaches as far as its
// clause.
func stated(list words.Lexicon, line string) []struct{ id, text string } {
	var out []struct{ id, text string }
	var folded []string
	var clause, dash []int
	for i, part := range strings.FieldsFunc(line, func(r rune) bool { return strings.ContainsRune(",:;.–—|/", r) }) {
		for n, piece := range strings.Split(part, " - ") {
			for _, w := range strings.Fields(words.Fold(piece)) {
				folded, clause, dash = append(folded, w), append(clause, i), append(dash, n)
			}
		}
	}
	hits := list.Find(folded)
	for n, h := range hits {
		from, to := h.From, h.To
		// "Not consent - public task": what stands before the dash speaks of what it names
		alone := n > 0 && clause[hits[n-1].From] == clause[h.From] && dash[hits[n-1].From] != dash[h.From]
		for from > 0 && clause[from-1] == clause[h.From] && !(alone && dash[from-1] != dash[h.From]) {
			from--
		}
		for to < len(folded) && clause[to] == clause[h.To-1] {
			to++
		}
		if isDenied(folded[from:h.From], folded[h.To:to]) {
			continue
		}
		out = append(out, struct{ id, text string }{h.ID, strings.Join(folded[h.From:h.To], " ")})
	}
	return out
}

// isDenied reports whether the words just before a phrase, or soon after it,
// deny it.
func isDenied(before, after []string) bool {
	before = before[max(0, len(before)-5):]
	for i := range before {
		if n := words.List("negation").At(before[i:]); n > 0 && (i >= len(before)-2 || i+n == len(before)) {
			return true
		}
	}
	after = after[:min(len(after), 4)]
	for i := range after {
		if words.List("negationafter").At(after[i:]) > 0 {
			return true
		}
	}
	return false
}

// known drops what the law book does not have, and says so.
func known(book *law.Book, g *Grounds) []Doubt {
	var doubts []Doubt
	check := func(list []Provision, has func(string) bool) []Provision {
		return slices.DeleteFunc(list, func(p Provision) bool {
			if has(p.ID) {
				return false
			}
			doubts = append(doubts, Doubt{Message: "provision " + words.Quote(p.Text) + " does not exist", Fix: "check the article's number"})
			return true
		})
	}
	g.Bases = check(g.Bases, func(id string) bool { _, ok := book.Basis(id); return ok })
	g.Conditions = check(g.Conditions, func(id string) bool { _, ok := book.Condition(id); return ok })
	g.Schedule1 = check(g.Schedule1, func(id string) bool { _, ok := book.Schedule1Condition(id); return ok })
	return doubts
}
