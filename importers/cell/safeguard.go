package cell

import (
	"slices"
	"strings"
	"time"

	"dpmap/graph"
	"dpmap/graph/law"
	"dpmap/importers/words"
)

// NewClauses is the first day on which the clauses of 2021 could be signed.
var NewClauses = law.Day(2021, time.June, 27)

// ukTools is the first day on which the IDTA and the UK Addendum could be signed.
var ukTools = law.Day(2022, time.March, 21)

// IsTooEarly reports whether a safeguard is dated before it could be signed.
func IsTooEarly(s graph.Safeguard) bool {
	return (s.ID == "uk-idta" || s.ID == "uk-addendum") && !s.Date.IsZero() && s.Date.Before(ukTools)
}

// crossedOut is a mechanism with a cross behind it: "IDTA x".
var crossedOut = words.Regexp(`^\S+ (x|n|no|false)$`)

// oneTool finds a stroke between the two halves of one tool, which is no "or": the
// extension is one of the DPF, and the addendum is one to the EU's clauses.
var oneTool = words.Regexp(`\b(dpf|data privacy framework|(eu )?sccs?|standard contractual clauses)\s*(/|\\)\s*((?:the )?uk[ -]?(?:ext(?:ension|n)?|addendum|add)\b)`)

// sortsOfConsent finds the comma between words of one consent: "explicit, specific
// consent".
var sortsOfConsent = words.Regexp(`\b(explicit|express|specific|informed|freely given|unambiguous|written),( and)? `)

const safeguardFix = "name the instrument: IDTA, UK Addendum, EU SCCs 2021/914, BCRs, UK-US data bridge, or none"

// ParseSafeguards reads what covers a transfer. Several stand in one cell
// ("EU SCC 2021 Module 2 + UK Addendum"); each keeps the dates beside it. A
// mechanism counts only where the words around it do not deny it, end it or
// leave it open. Adequacy is kept as claimed: it is for the rules to check it.
func ParseSafeguards(text string, laid, known []law.Instrument) ([]graph.Safeguard, []Doubt) {
	if IsUnknown(text) || IsNotApplicable(text) {
		return nil, nil
	}
	if head, _, ok := strings.Cut(text, " "); ok && (IsNotApplicable(head) || strings.HasPrefix(words.Fold(text), "not applicable ")) {
		return nil, nil // "n/a - UK only"
	}
	if StateWord(text) == graph.No && !strings.HasSuffix(text, "?") {
		return []graph.Safeguard{{ID: graph.SafeguardNone, Text: text}}, nil
	}
	state, rest := Settled(text)
	if state == graph.Yes && rest == "" {
		return []graph.Safeguard{{ID: graph.SafeguardOther, Text: text}}, []Doubt{{Message: "safeguard " + words.Quote(text) + " names no instrument", Fix: safeguardFix}}
	}
	if state != graph.Yes {
		rest = text
	}
	if crossedOut.MatchString(rest) {
		return []graph.Safeguard{{ID: graph.SafeguardNone, Text: text}}, nil
	}
	rest = sortsOfConsent.ReplaceAllString(oneTool.ReplaceAllString(rest, "$1 + $4"), "$1 ")
	things := NamedIn(rest, laid, known)
	if !slices.ContainsFunc(things, func(n NamedSafeguard) bool { return n.id != aside }) {
		return nameless(rest)
	}
	if len(things) > MostThings {
		return []graph.Safeguard{{ID: graph.SafeguardDoubtful, Text: text}}, []Doubt{unsure("safeguard", text, Said{Word: "too much in one cell"})}
	}
	return spokenSafeguards(rest, things)
}

// nameless is a cell that names no mechanism.
func nameless(text string) ([]graph.Safeguard, []Doubt) {
	if DeniedAtStart(text) || RemarkOn(text).Remark.Absent() {
		return []graph.Safeguard{{ID: graph.SafeguardNone, Text: text}}, nil
	}
	began, ends, doubts := DatesWithin(text)
	return []graph.Safeguard{{ID: graph.SafeguardOther, Date: began, Ends: ends, Text: text}},
		append(doubts, Doubt{Message: "safeguard " + words.Quote(text) + " names no instrument that is known" + words.DidYouMean(text, "safeguardword"), Fix: safeguardFix})
}

// spokenSafeguards gives what is left of the mechanisms that a cell names, by
// what it says of each.
func spokenSafeguards(text string, named []NamedSafeguard) ([]graph.Safeguard, []Doubt) {
	var at []stretch
	for _, n := range named {
		at = append(at, n.stretch)
	}
	spoken := hear(joined(text, named), at)
	heard := spoken.ofEach()
	spoken.text = text
	dates, doubts := spoken.dates()
	named, heard, dates = saidTwice(named, heard, dates, spoken)
	taking := isForTaking(text)
	for i, n := range named {
		if awaitedBefore.MatchString(text[:n.From]) {
			heard[i].hear(Wanted, "until")
		} else if betweenOthers.MatchString(text) {
			heard[i].hear(Doubted, betweenOthers.FindString(text))
		}
	}
	var out []graph.Safeguard
	absent, open := false, false
	for i, n := range named {
		s := graph.Safeguard{ID: n.id, Date: dates[i].From, Ends: dates[i].To, Text: spoken.remarkText(n.stretch)}
		if n.id == "eu-scc-2021" && s.Date.Before(NewClauses) {
			s.ID = "old-scc"
		}
		switch h := heard[i]; {
		case n.id == aside:
		case h.Remark == Unopposed && !h.Affirmed && s.Date.IsZero() && taking && n.id != graph.SafeguardAdequacy:
			s.ID = graph.SafeguardDoubtful
			out = append(out, s)
			doubts = append(doubts, Doubt{Message: "safeguard " + words.Quote(text) + " says where it is to be had and not that it was concluded, so it is not counted", Fix: "once it is signed, write the day"})
		case h.Remark == Unopposed && isBareAddendum(text[n.From:n.To]) && !hasClauses(named):
			s.ID = graph.SafeguardDoubtful
			out = append(out, s)
			doubts = append(doubts, Doubt{Message: "safeguard " + words.Quote(text) + " does not say which addendum it is, so it is not counted", Fix: "write UK Addendum if it is the ICO's International Data Transfer Addendum; an addendum on data processing is an agreement and no safeguard"})
		case h.Remark == Unopposed && IsTooEarly(s):
			s.ID = graph.SafeguardDoubtful
			out = append(out, s)
			doubts = append(doubts, Doubt{Message: "safeguard " + words.Quote(text) + " is dated before 21 March 2022, when the IDTA and the UK Addendum came into force, so it is not counted", Fix: "look at the signed document and write what it is and its day"})
		case h.Remark == Unopposed && n.id == "art-49-a" && explicitness(strings.Fields(words.Fold(text))) != graph.Yes:
			out = append(out, s)
			doubts = append(doubts, Doubt{Message: "safeguard " + words.Quote(text) + " does not say that the consent was explicit, after the people were told of the risks of the transfer", Fix: "if it was, write Explicit consent to the transfer; else name another mechanism, or None"})
		case h.Remark == Unopposed && n.id == graph.SafeguardBCR:
			out = append(out, s)
			doubts = append(doubts, Doubt{Message: "safeguard " + words.Quote(text) + " does not say whether the ICO or an EU authority approved the binding corporate rules", Fix: "write UK BCR or EU BCR, as the approval has it"})
		case h.Remark == Unopposed, h.Remark == Ended && s.Ends.Day > 0:
			out = append(out, s)
		case h.Remark == Ended:
			s.ID = graph.SafeguardEnded
			out = append(out, s)
		case h.Remark == Doubted:
			if n.id != graph.SafeguardAdequacy { // which is checked and never believed
				s.ID = graph.SafeguardDoubtful
			}
			out = append(out, s)
			if !open {
				doubts = append(doubts, unsure("safeguard", text, h))
			}
			open = true
		default:
			absent = true
		}
	}
	if len(out) == 0 && absent {
		return []graph.Safeguard{{ID: graph.SafeguardNone, Text: text}}, nil
	}
	return unrepeated(out), unrepeatedDoubts(doubts)
}

var (
	// awaitedBefore ends what stands before a mechanism that is still to come: "SCCs
	// until IDTA signed".
	awaitedBefore = words.Regexp(`\b(until|till|once|when|unless|before|prior to|pending|after)( (the|an?|new|our|their|uk|signed|we have|they sign|we sign))*\s*$`)
	// betweenOthers is a mechanism to which the school, or its recipient, is no party, or
	// which only one of them signed.
	betweenOthers = words.Regexp(`\b(idtas?|addendum|sccs?|clauses|agreement) (is |are )?(signed |in place )?(with|by) (the |their |its |our )?sub-?processors?\b|\bbetween (the |our )?(supplier|vendor|company|provider|processor)s? and\b|\bsigned by (us|(the |our )?(school|trust|academy))[\s.)]*$`)
)

// isBareAddendum reports whether an addendum is named by that word alone, which is
// that of a processing agreement too.
func isBareAddendum(name string) bool { return words.Fold(name) == "addendum" }

// hasClauses reports whether a cell names the EU's clauses, to which an addendum
// beside them is the United Kingdom's.
func hasClauses(named []NamedSafeguard) bool {
	return slices.ContainsFunc(named, func(n NamedSafeguard) bool {
		return n.id == "eu-scc-2021" || n.id == "old-scc" || n.id == graph.SafeguardSCC
	})
}

// joined writes "EU SCCs/UK Addendum", which are one mechanism, as what it means:
// both. Any other stroke parts what may be the one or the other.
func joined(text string, named []NamedSafeguard) string {
	clauses := []string{"eu-scc-2021", "old-scc", graph.SafeguardSCC}
	out := []byte(text)
	for i := 1; i < len(named); i++ {
		a, b := named[i-1], named[i]
		pair := a.id == "uk-addendum" && slices.Contains(clauses, b.id) || b.id == "uk-addendum" && slices.Contains(clauses, a.id)
		if between := text[a.To:b.From]; pair && strings.TrimSpace(between) == "/" {
			out[a.To+strings.IndexByte(between, '/')] = '+'
		}
	}
	return string(out)
}

// unrepeatedDoubts tells each doubt once.
func unrepeatedDoubts(in []Doubt) []Doubt {
	var out []Doubt
	for _, d := range in {
		if !slices.Contains(out, d) {
			out = append(out, d)
		}
	}
	return out
}

// unrepeated keeps each instrument once.
func unrepeated(in []graph.Safeguard) []graph.Safeguard {
	var out []graph.Safeguard
	for _, s := range in {
		twice := false
		for _, o := range out {
			twice = twice || (o.ID == s.ID && (o.Date == s.Date || s.Date.IsZero()) && o.Text == s.Text)
		}
		if !twice {
			out = append(out, s)
		}
	}
	return out
}
