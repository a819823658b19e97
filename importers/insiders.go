package importers

import (
	"slices"
	"strings"

	"dpmap/graph"
	"dpmap/importers/cell"
	"dpmap/importers/words"
)

var (
	// answerBefore stands before a name where the heading asks whether data is shared.
	answerBefore = words.Regexp(`^(yes|y)\s*[-–—,:;.]+\s*((it is |this is |data is )?(shared )?with )?|^((it|this|data) is )?shared (only )?with |^with |^no\s*[-–—,:;.]+\s*(but |except |only )((only )?(shared )?)(with|to|for|by) `)
	// butStill finds words behind a denial that take some of it back.
	butStill = words.Regexp(`\b(except|unless|but|apart from|however|other than|save for|only (with|to|by|if|when|where)|if|when required|on request|normally|routinely|usually|generally)\b`)
	// inBrackets finds names of one's own people: "moderators (internal)".
	inBrackets = words.Regexp(`\((internal(ly)?( only| staff| teams?)?|in[- ]house|own staff|our (own )?(staff|team)|employees?)\)\s*$`)
	// internalLabel stands before a list of them: "Internal: finance, the office".
	internalLabel = words.Regexp(`^internal(ly)?( (recipients?|teams?|staff|users?|access))?\s*(:|-|–|—)\s+`)
	// externalLabel stands before the names that count.
	externalLabel = words.Regexp(`^(external(ly)?|third[- ]part(y|ies)|outside)( (recipients?|parties|organisations?|processors?|sharing))?\s*(:|-|–|—)\s+`)
	// keptOnly finds entries that say where data is and name nobody's.
	keptOnly = words.Regexp(`^(stored|held|kept|retained|logged|recorded|stays?|remains?) (only )?(in|on|within) .*\b(logs?|database|files?|folders?|records?|cabinets?|systems?|servers?|app)( only)?$`)
)

// outsiders is a cell of recipients without the entries that say who does not get
// the data, or name one's own people: "Supabase; no third-party analytics". What is
// left out is said. It is empty where nothing is left.
func (r *record) outsiders(text string, at graph.Ref) string {
	list := words.Items(markup.Replace(text))
	for i, item := range list {
		if bare := answerBefore.ReplaceAllString(item, ""); bare != item {
			list[i] = strings.TrimRight(bare, ". ")
		}
		if at := namesAfter.FindStringIndex(item); at != nil && cell.DeniesAll.MatchString(item) {
			list[i] = item[at[1]:]
		}
		list[i] = labelBefore.ReplaceAllString(list[i], "")
	}
	kept := slices.DeleteFunc(slices.Clone(list), r.isInsider)
	for _, item := range list {
		if r.isInsider(item) {
			r.t.problems.warn(at, words.Quote(item)+" is taken to say that nobody outside your own organisation gets the data", "name the recipient, if it does go to somebody")
		}
	}
	for i, item := range kept {
		if m := externalLabel.FindString(item); len(m) < len(item) {
			kept[i] = item[len(m):]
		}
	}
	return strings.Join(kept, "\n")
}

// namesAfter is a label behind a sentence that denies, beneath which somebody is named
// all the same: "No data shared with third parties. Sub-processors: Cirrus".
var namesAfter = words.Regexp(`[.;,]\s+` + sortLabel + `\s*(:|\s(are|is|include|includes)\s)\s*`)

// labelBefore begins an entry with what sort of recipient it names: "Hosting: Cirrus".
var labelBefore = words.Regexp(`^` + sortLabel + `\s*:\s+`)

const sortLabel = `((our|the) )?((sub-? ?|data )?processors?( used)?|suppliers?|service providers?|providers?|hosts?|hosting|hosted by)`

// isInsider reports whether an entry is no recipient.
func (r *record) isInsider(item string) bool {
	if r.t.parties.isKnown(item) {
		return false
	}
	small := strings.HasPrefix(item, "no ") && !cell.GoesOut(item)
	switch {
	case words.WithoutBrackets(item) != item && cell.StaysInside(words.WithoutBrackets(item)) && !cell.IsNotApplicable(words.WithoutBrackets(item)):
		return true // "Not shared (police on request)"; it is said, for somebody to look
	case cell.DeniesAll.MatchString(item), small:
		return !butStill.MatchString(words.Fold(cell.DeniesAll.ReplaceAllString(item, "")))
	case inBrackets.MatchString(item):
		return true
	case internalLabel.MatchString(item), keptOnly.MatchString(item):
		return !cell.GoesOut(item) && !slices.ContainsFunc(words.CommaItems(internalLabel.ReplaceAllString(item, "")), r.namesKnown)
	}
	return false
}

// namesKnown reports whether a party that is known, and is no kind of people,
// stands in a text.
func (r *record) namesKnown(text string) bool {
	ts := tokens(text)
	for i := range ts {
		if m, ok := r.t.nameAt(text, ts, i); ok && !m.body.Generic && !m.body.Kind.IsSubject() {
			return true
		}
	}
	return r.t.parties.isKnown(words.WithoutBrackets(text))
}
