package importers

import (
	"regexp"
	"slices"
	"strings"

	"dpmap/graph"
)

// recipients are the parties that the row's recipient cell names. Without such
// a column, or where the cell says that there is none, data stays with the
// controller.
func (r *record) recipients() ([]int, bool) {
	if r.t.s.assets != nil && r.t.s.layout.Name == "asset-list" {
		return r.keepers()
	}
	if _, mapped := r.t.byField[graph.FieldTo]; !mapped {
		_, _, ok := r.cell(graph.FieldPurpose)
		if !ok {
			_, _, ok = r.cell(graph.FieldCategories)
		}
		return []int{own}, ok
	}
	v, at, ok := r.take(graph.FieldTo)
	if !ok {
		v, at, ok = r.otherRecipient(at)
	}
	if !ok || (isUnknown(v.text) && !isNotApplicable(v.text)) || beginsUnknown(v.text) {
		return nil, false
	}
	if staysInside(v.text) {
		return []int{own}, true
	}
	if inside(v.text) {
		r.t.problems.tell(at, quote(v.text)+" is taken for a part of your own organisation, so the row sends nothing to anybody else", "write the name of the company, if one runs it for you")
		return []int{own}, true
	}
	if r.isOwnThing() {
		r.tellOwnThing(v.text, at)
		return []int{own}, true
	}
	said := r.outsiders(v.text, at)
	if said == "" {
		return []int{own}, true
	}
	if nobodyElse.MatchString(said) || amongOwnTeams(said) {
		r.t.problems.tell(at, quote(said)+" is taken to say that nobody outside your own organisation gets the data", "write the name of the company, if one runs it for you")
		return []int{own}, true
	}
	_, text := wayOf(said)
	if isProducts(at.Heading) {
		text, _ = described(text)
	}
	var out []int
	for _, name := range r.t.partyNames(text) {
		r.tellNoName(name, at)
		if i := r.t.parties.meet(name, at); !slices.Contains(out, i) {
			out = append(out, i)
		}
	}
	return out, len(out) > 0
}

// beginsUnknown reports whether a recipient cell says first that nobody knows:
// "Unknown - moved away", "TBC (waiting for parents)".
func beginsUnknown(text string) bool {
	at := unknownTail.FindStringIndex(text)
	return at != nil && len(fold(text[:at[0]])) > 1 && isUnknown(text[:at[0]])
}

var unknownTail = regexp.MustCompile(`\s+[-–—]\s|\s*[(,:;]`)

// staysInside reports whether a recipient cell says that nobody else gets the
// data.
func staysInside(text string) bool {
	bare := withoutBrackets(text)
	if isNotApplicable(text) || bare != text && isNotApplicable(bare) && words("inside").has(strings.Join(bracketed(text), " ")) {
		return true
	}
	if isNobody(text) || keptInside.MatchString(text) {
		return true
	}
	if onlyInternal(text) || inHouse.MatchString(fold(text)) {
		return true
	}
	if _, here := words("premises").whole(bare); here {
		return true
	}
	switch fold(text) {
	case "internal", "internal only", "internal use", "internal use only", "not shared", "no recipients", "no third parties", "not shared externally", "not disclosed", "no external recipients", "not shared with anyone":
		return true
	}
	return false
}

// internalOnly finds a cell that begins by saying so: "Internal only -- visible to
// admins".
var internalOnly = re(`^\s*internal (use )?only\s*(-|–|—|\(|,|:|\.)`)

// inHouse finds cells that say that the school does it itself: "in house", "Run by
// our own staff".
var inHouse = re(`^((run|done|kept|dealt with|managed|held|provided|delivered|handled|hosted|taught|led|ours?) )?((by|in|within|using|with) )?((our|the|own|school|trust|academy|college|nursery|council|internal) )*(in ?house|house|ourselves|own staff|school staff|own teachers?|class teachers?|internal staff|teaching staff|staff in school|school itself)( only| team| staff)?$`)

// keptInside finds words by which a recipient cell says that data stays where it
// is: "none - kept in school", "Not passed on".
var keptInside = re(`^(n/?a|none|nobody|no one|nil)?\s*[-–—(:,]*\s*((our |the school s |school s )?own( (system|software|server|build|hardware|database|development|spreadsheet|it team|team))?|ours|self[- ]?(hosted|built|developed|managed|run)|(built|developed|hosted|managed|run|maintained|written|made|created) (in[- ]?house|internally|by us|ourselves|by (the )?(school|trust|it team|our it team))|in[- ]?house( (system|software|build|development|database|built|developed|hosted|it team|it|team))?)\)?$|^(none|nobody|no one|nil)\s*[-–—(:,]\s*(internal( use)?( only)?|in ?house( only)?|school only|own staff( only)?)\)?$|^(none|nobody|no one|nil)\s*[-–—(:,]\s*((is |are )?(kept|stays?|held|stored|retained|remains?) )?(in|within|inside) (the )?(school|trust|academy|college|house|nursery|office|council)\)?$|^not (passed|sent|given|shared|disclosed|sent out)( on| out)?( to (anyone|anybody|others?|third parties))?( externally| outside( of)?( the)? (school|trust|academy|college|council|organisation))?[.)]?$`)

// isNobody reports whether a cell says that there is nothing to name.
func isNobody(text string) bool {
	switch fold(text) {
	case "none", "no", "nobody", "no one", "nil", "nothing":
		return true
	}
	return false
}

// senders are the parties that the row's sender cell names; blank is the
// register's own controller.
func (r *record) senders() []int {
	v, at, ok := r.take(graph.FieldFrom)
	if !ok || isUnknown(v.text) || isOwnWord(v.text) {
		return []int{own}
	}
	var out []int
	for _, name := range r.t.partyNames(v.text) {
		if i := r.t.parties.meet(name, at); !slices.Contains(out, i) {
			out = append(out, i)
		}
	}
	if out == nil {
		return []int{own}
	}
	return out
}

// isOwnWord: words by which a register calls its own controller.
func isOwnWord(text string) bool {
	switch fold(text) {
	case "us", "we", "ourselves", "this organisation", "the organisation", "this school":
		return true
	}
	return false
}
