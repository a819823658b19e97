package importers

import (
	"slices"
	"strings"

	"dpmap/graph"
)

var (
	// deniesAll finds an entry of a recipients' cell that says who does not get the data:
	// "no third-party SIEM at this time", "not forwarded to anybody". A name may begin
	// with No, but not in a small letter.
	deniesAll = re(`^none (third|external|other|outside|known|at present|at this|currently|as |for )|^none\s*[-–—(:,]|^(otherwise|else|if not),? (none|nobody|no one)\b|^(nobody|no[- ]one)( else| outside\b.*| external.*| other than (us|ourselves|staff))$|^no (third|external|other|outside|further|onward|additional|recipients?|sharing|disclosures?|transfers?|data|parties|processors?|sub-? ?processors?|suppliers?|access)\b|^(is |are |data is |data are )?(not|never) (currently )?(forwarded|shared|passed|sent|disclosed|given|transferred|released|exported|made available|accessible|visible|provided)\b|^no\s*[-–—,:;.*]+\s*(not|never|only|internal|in|within|stays?|kept|held|stored)\b`)
	// answerBefore stands before a name where the heading asks whether data is shared.
	answerBefore = re(`^(yes|y)\s*[-–—,:;.]+\s*((it is |this is |data is )?(shared )?with )?|^((it|this|data) is )?shared (only )?with |^with |^no\s*[-–—,:;.]+\s*(but |except |only )((only )?(shared )?)(with|to|for|by) `)
	// butStill finds words behind a denial that take some of it back.
	butStill = re(`\b(except|unless|but|apart from|however|other than|save for|only (with|to|by|if|when|where)|if|when required|on request|normally|routinely|usually|generally)\b`)
	// inBrackets finds names of one's own people: "moderators (internal)".
	inBrackets = re(`\((internal(ly)?( only| staff| teams?)?|in[- ]house|own staff|our (own )?(staff|team)|employees?)\)\s*$`)
	// internalLabel stands before a list of them: "Internal: finance, the office".
	internalLabel = re(`^internal(ly)?( (recipients?|teams?|staff|users?|access))?\s*(:|-|–|—)\s+`)
	// externalLabel stands before the names that count.
	externalLabel = re(`^(external(ly)?|third[- ]part(y|ies)|outside)( (recipients?|parties|organisations?|processors?|sharing))?\s*(:|-|–|—)\s+`)
	// keptOnly finds entries that say where data is and name nobody's.
	keptOnly = re(`^(stored|held|kept|retained|logged|recorded|stays?|remains?) (only )?(in|on|within) .*\b(logs?|database|files?|folders?|records?|cabinets?|systems?|servers?|app)( only)?$`)
)

// outsiders is a cell of recipients without the entries that say who does not get
// the data, or name one's own people: "Supabase; no third-party analytics". What is
// left out is said. It is empty where nothing is left.
func (r *record) outsiders(text string, at graph.Ref) string {
	list := items(markup.Replace(text))
	for i, item := range list {
		if bare := answerBefore.ReplaceAllString(item, ""); bare != item {
			list[i] = strings.TrimRight(bare, ". ")
		}
	}
	kept := slices.DeleteFunc(slices.Clone(list), r.isInsider)
	for _, item := range list {
		if r.isInsider(item) {
			r.t.problems.warn(at, quote(item)+" is taken to say that nobody outside your own organisation gets the data", "name the recipient, if it does go to somebody")
		}
	}
	for i, item := range kept {
		if m := externalLabel.FindString(item); len(m) < len(item) {
			kept[i] = item[len(m):]
		}
	}
	return strings.Join(kept, "\n")
}

// isInsider reports whether an entry is no recipient.
func (r *record) isInsider(item string) bool {
	if r.t.parties.isKnown(item) {
		return false
	}
	small := strings.HasPrefix(item, "no ") && !goesOut(item)
	switch {
	case withoutBrackets(item) != item && staysInside(withoutBrackets(item)) && !isNotApplicable(withoutBrackets(item)):
		return true // "Not shared (police on request)"; it is said, for somebody to look
	case deniesAll.MatchString(item), small:
		return !butStill.MatchString(fold(deniesAll.ReplaceAllString(item, "")))
	case inBrackets.MatchString(item):
		return true
	case internalLabel.MatchString(item), keptOnly.MatchString(item):
		return !goesOut(item) && !slices.ContainsFunc(commaItems(internalLabel.ReplaceAllString(item, "")), r.namesKnown)
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
	return r.t.parties.isKnown(withoutBrackets(text))
}
