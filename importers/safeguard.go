package importers

import (
	"regexp"
	"slices"
	"strings"
	"time"

	"dpmap/graph"
	"dpmap/graph/law"
)

// mechanism is one row of the table of words that safeguard columns use: the
// first row that fits a piece of text names it, unless a word of but stands
// there too.
type mechanism struct {
	id  string
	fit *regexp.Regexp
	but *regexp.Regexp
}

func re(pattern string) *regexp.Regexp { return regexp.MustCompile(`(?i)` + pattern) }

// withoutExtension: a listing that is said to lack the UK Extension.
var withoutExtension = re(`\b(no|not|without|lacks?|excluding)\b[^,;]*\b(uk[- ]?us|uk|extension|bridge)\b`)

var mechanisms = []mechanism{
	{"uk-us-data-bridge", re(`data\s*bridge|uk\s*extension|extension to the (eu-?us )?(dpf|data privacy framework)`), withoutExtension},
	{"privacy-shield", re(`privacy\s*shield`), nil},
	{graph.SafeguardDPF, re(`\bdpf\b|data privacy framework`), nil},
	{"uk-idta", re(`\bidta\b|international data transfer agreement`), nil},
	{"uk-addendum", re(`\buk\s*(idt\s*)?addendum\b|transfer addendum|ico addendum|\baddendum b1|\baddendum\b`), re(`processing addendum`)},
	{"old-scc", re(`2010/87|2004/915|2001/497|\b(old|legacy|2001|2004|2010) (eu )?(sccs?|clauses|standard contractual clauses)|\bsccs? \(?(2001|2004|2010)\)?|(clauses|controller to processor) \(?2010\b`), nil},
	{"eu-scc-2021", re(`2021/914|\beu[- ]*(commission )?(sccs?|standard contractual clauses|model clauses)( \(?2021\)?)?|\bsccs? \(?2021\)?|\b2021 sccs?|\bmodules? ?[1-4]|\bmodule (one|two|three|four)|(specific contracts|clauses) approved by the european commission`), nil},
	{graph.SafeguardSCC, re(`\bsccs?\b|standard contractual clauses?|standard contract clauses|model (contract )?clauses|standard data protection clauses`), nil},
	{"eu-bcr", re(`\beu bcrs?\b`), nil},
	{"uk-bcr", re(`\bbcrs?\b|binding corporate rules`), nil},
	{graph.SafeguardAdequacy, re(`adequa|approved by regulations`), re(`not adequate|no adequacy|inadequa`)},
	{"art-49-a", re(`49\s*\(?1?\)?\s*\(?a\)?\b|\bconsent\b`), re(`\b(no|not|without)\b.*consent`)},
	{"art-49-b", re(`49\s*\(?1?\)?\s*\(?b\)?\b`), nil},
	{"art-49-c", re(`49\s*\(?1?\)?\s*\(?c\)?\b`), nil},
	{"art-49-d", re(`49\s*\(?1?\)?\s*\(?d\)?\b`), nil},
	{"art-49-e", re(`49\s*\(?1?\)?\s*\(?e\)?\b`), nil},
	{"art-49-f", re(`49\s*\(?1?\)?\s*\(?f\)?\b`), nil},
	{"art-49-g", re(`49\s*\(?1?\)?\s*\(?g\)?\b`), nil},
}

// newClauses is the first day on which the clauses of 2021 could be signed.
var newClauses = law.Day(2021, time.June, 27)

const safeguardFix = "name the instrument: IDTA, UK Addendum, EU SCCs 2021/914, BCRs, UK-US data bridge, or none"

// parseSafeguards reads what covers a transfer. Several stand in one cell
// ("EU SCC 2021 Module 2 + UK Addendum"); each keeps the dates beside it.
// Adequacy is kept as claimed: it is for the rules to check it. Mechanisms that
// a user laid over the law come before all words of ours.
func parseSafeguards(text string, laid ...law.Instrument) ([]graph.Safeguard, []doubt) {
	if isUnknown(text) || isNotApplicable(text) {
		return nil, nil
	}
	state, rest := parseState(text)
	if head, _, ok := strings.Cut(text, " "); ok && (isNotApplicable(head) || strings.HasPrefix(fold(text), "not applicable ")) {
		return nil, nil // "n/a - UK only"
	}
	if state == graph.No && claimsAdequacy(rest) {
		return []graph.Safeguard{{ID: graph.SafeguardAdequacy, Text: text}}, nil // "None needed: adequacy"
	}
	if state == graph.No {
		return []graph.Safeguard{{ID: graph.SafeguardNone, Text: text}}, nil
	}
	if state == graph.Yes && rest == "" {
		return []graph.Safeguard{{ID: graph.SafeguardOther, Text: text}}, []doubt{{"safeguard " + quote(text) + " names no instrument", safeguardFix}}
	}
	var out []graph.Safeguard
	var doubts []doubt
	for _, piece := range safeguardPieces(rest) {
		found, more := safeguard(piece, laid)
		out, doubts = append(out, found...), append(doubts, more...)
	}
	return unrepeated(out), doubts
}

// safeguardPieces divides a cell where one safeguard ends and another begins.
func safeguardPieces(text string) []string {
	var out []string
	for _, item := range items(text) {
		for _, part := range splitAt(item, func(r rune) bool { return r == '+' || r == ',' }) {
			out = append(out, part)
		}
	}
	return out
}

// safeguard reads one piece; a piece such as "IDTA and DPF" holds two. A date
// alone belongs to what stood before it.
func safeguard(piece string, laid []law.Instrument) ([]graph.Safeguard, []doubt) {
	if pendingOnly(piece) {
		return []graph.Safeguard{{ID: graph.SafeguardNone, Text: piece}}, nil
	}
	var ids []string
	rest := piece
	for _, m := range slices.Concat(laidWords(laid), mechanisms) {
		if !m.fit.MatchString(rest) || (m.but != nil && m.but.MatchString(rest)) {
			continue
		}
		ids = append(ids, m.id)
		rest = swallow(m.id, m.fit.ReplaceAllString(rest, " "))
	}
	// The year in an instrument's name is not the day it was signed, so dates
	// are looked for in what its name leaves.
	began, ends, doubts := datesWithin(rest)
	var out []graph.Safeguard
	for _, id := range ids {
		if id == "eu-scc-2021" && began.Before(newClauses) {
			id = "old-scc"
		}
		out = append(out, graph.Safeguard{ID: id, Date: began, Ends: ends, Text: piece})
	}
	if out == nil && len(strings.Fields(fold(rest))) > 0 {
		if onlyDate(piece) {
			return []graph.Safeguard{{Date: began, Ends: ends, Text: piece}}, doubts
		}
		out = []graph.Safeguard{{ID: graph.SafeguardOther, Date: began, Ends: ends, Text: piece}}
		doubts = append(doubts, doubt{"safeguard " + quote(piece) + " names no instrument that is known" + didYouMean(piece, "safeguardword"), safeguardFix})
	}
	return out, doubts
}

// laidWords are the words for mechanisms that are known by ID and name alone.
func laidWords(laid []law.Instrument) []mechanism {
	var out []mechanism
	for _, i := range laid {
		out = append(out, mechanism{i.ID, re(`(^|\W)(` + regexp.QuoteMeta(i.ID) + `|` + regexp.QuoteMeta(i.Name) + `)(\W|$)`), nil})
	}
	return out
}

// alsoSaid are words that say again what a mechanism already said: "DPF" beside
// its UK Extension, "SCCs" beside "2021/914".
var alsoSaid = map[string]*regexp.Regexp{
	"uk-us-data-bridge": re(`\b(eu-?us )?dpf\b|data privacy framework|adequa\w*`),
	"eu-scc-2021":       re(`\bsccs?\b|standard contractual clauses?|model clauses`),
	"old-scc":           re(`\b(eu )?sccs?\b|standard contractual clauses?|model clauses|2021/914`),
	"uk-addendum":       re(`\bto the (eu )?(sccs?|standard contractual clauses)\b`),
	"privacy-shield":    re(`adequa\w*`),
	"dpf":               re(`adequa\w*`),
	"eu-bcr":            re(`\bbcrs?\b`),
}

func swallow(id, rest string) string {
	if also := alsoSaid[id]; also != nil {
		return also.ReplaceAllString(rest, " ")
	}
	return rest
}

// claimsAdequacy: words that rest on adequacy and do not deny it.
func claimsAdequacy(text string) bool {
	for _, m := range mechanisms {
		if m.id == graph.SafeguardAdequacy {
			return m.fit.MatchString(text) && !m.but.MatchString(text)
		}
	}
	return false
}

// pendingOnly: words of an instrument that is wanted, not there.
func pendingOnly(piece string) bool {
	return deniedAtStart(piece) && !withoutExtension.MatchString(piece) || words("pending").has(piece)
}

func onlyDate(piece string) bool {
	_, rest, d := findDate(piece)
	return d == nil && len(rest) < len(piece) && len(strings.Fields(fold(rest))) <= 2
}

// unrepeated joins dates that stood alone to the safeguard before them and
// keeps each instrument once.
func unrepeated(in []graph.Safeguard) []graph.Safeguard {
	var out []graph.Safeguard
	for _, s := range in {
		if s.ID == "" {
			if n := len(out); n > 0 {
				last := &out[n-1]
				if last.Date.IsZero() {
					last.Date = s.Date
				}
				if last.Ends.IsZero() {
					last.Ends = s.Ends
				}
			}
			continue
		}
		twice := false
		for _, o := range out {
			twice = twice || (o.ID == s.ID && (o.Date == s.Date || s.Date.IsZero()))
		}
		if !twice {
			out = append(out, s)
		}
	}
	return out
}
