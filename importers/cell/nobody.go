package cell

import (
	"slices"
	"strings"

	"dpmap/importers/lazyre"
	"dpmap/importers/words"
)

// BeginsUnknown reports whether a recipient cell says first that nobody knows:
// "Unknown - moved away", "TBC (waiting for parents)".
func BeginsUnknown(text string) bool {
	at := unknownTail.FindStringIndex(text)
	return at != nil && len(words.Fold(text[:at[0]])) > 1 && IsUnknown(text[:at[0]])
}

var unknownTail = lazyre.New(`\s+[-–—]\s|\s*[(,:;]`)

// StaysInside reports whether a recipient cell says that nobody else gets the
// data.
func StaysInside(text string) bool {
	bare := words.WithoutBrackets(text)
	if IsNotApplicable(text) || bare != text && IsNotApplicable(bare) && words.List("inside").Has(strings.Join(words.Bracketed(text), " ")) {
		return true
	}
	if IsNobody(text) || keptInside(text) {
		return true
	}
	if onlyInternal(text) || inHouse(words.Fold(text)) {
		return true
	}
	if _, here := words.List("premises").Whole(bare); here {
		return true
	}
	if rest := nobodyKeeps.ReplaceAllString(text, ""); rest != text {
		_, here := words.List("premises").Whole(rest)
		return here
	}
	switch words.Fold(text) {
	case "internal", "internal only", "internal use", "internal use only", "not shared", "no recipients", "no third parties", "not shared externally", "not disclosed", "no external recipients", "not shared with anyone":
		return true
	}
	return false
}

// internalOnly finds a cell that begins by saying so: "Internal only -- visible to
// admins".
var internalOnly = words.Regexp(`^\s*internal (use )?only\s*(-|–|—|\(|,|:|\.)`)

// keptInside tells words by which a recipient cell says that data stays where it
// is: "none - kept in school", "Not passed on".
func keptInside(text string) bool {
	folded := words.Fold(text)
	if words.PhraseList("kept inside").Has(folded) {
		return true
	}
	before := nobodyBefore.FindString(text)
	return before != "" && words.PhraseList("inside behind nobody").Has(words.Fold(text[len(before):]))
}

// nobodyBefore finds a denial that something is divided from.
var nobodyBefore = words.Regexp(`^(none|nobody|no one|nil)\s*[-–—(:,]`)

// nobodyKeeps begins a cell that says where data stays: "nobody - kept on school server".
var nobodyKeeps = words.Regexp(`^(none|nobody|no one|nil|no-one)\s*[-–—(:,]\s*((it |data )?(is |are )?(kept|stays?|held|stored|retained|remains?|saved) )?(on|in|at|within)?\s*(the |our |a )?`)

// IsNobody reports whether a cell says that there is nothing to name.
func IsNobody(text string) bool {
	switch words.Fold(text) {
	case "none", "no", "nobody", "no one", "nil", "nothing":
		return true
	}
	return false
}

// IsOwnWord: words by which a register calls its own controller.
func IsOwnWord(text string) bool {
	switch words.Fold(text) {
	case "us", "we", "ourselves", "this organisation", "the organisation", "this school":
		return true
	}
	return false
}

// inHouse tells cells that say that the school does it itself: "in house", "Run by
// our own staff".
func inHouse(folded string) bool { return words.PhraseList("in house").Has(folded) }

// DeniesAll finds an entry of a recipients' cell that says who does not get the data:
// "no third-party SIEM at this time", "not forwarded to anybody". A name may begin
// with No, but not in a small letter.
var DeniesAll = words.Regexp(`^none (third|external|other|outside|known|at present|at this|currently|as |for )|^none\s*[-–—(:,]|^(otherwise|else|if not),? (none|nobody|no one)\b|^(nobody|no[- ]one)( else| outside\b.*| external.*| other than (us|ourselves|staff))$|^no (third|external|other|outside|further|onward|additional|recipients?|sharing|disclosures?|transfers?|data|parties|processors?|sub-? ?processors?|suppliers?|access)\b|^(is |are |data is |data are )?(not|never) (currently )?(forwarded|shared|passed|sent|disclosed|given|transferred|released|exported|made available|accessible|visible|provided)\b|^no\s*[-–—,:;.*]+\s*(not|never|only|internal|in|within|stays?|kept|held|stored)\b`)

var (
	// byName finds words behind which the name of somebody stands: "via Google".
	byName    = lazyre.New(`\b(?:via|using|through|by|with|plus|and|on|to)\s+(?:the\s+)?([A-Z][a-z]\w*)`)
	OwnPeople = words.Regexp(`^(head|heads|headteacher|deputy|office|bursar|governors?|trustees?|admin|administrators?|staff|teachers?|senior|school|trust|academy|safeguarding|designated|finance|human|business|data|pastoral|leaders?|leadership|managers?|directors?|board|clerk|principal)$`)
)

// onlyInternal reports whether a cell says that the data is internal only and
// nothing behind it says otherwise.
func onlyInternal(text string) bool {
	return internalOnly.MatchString(text) && !GoesOut(text)
}

// GoesOut reports whether words say that somebody else gets the data, or name
// somebody who is not known to be one's own.
func GoesOut(text string) bool {
	if outward(words.Fold(text)) {
		return true
	}
	return slices.ContainsFunc(byName.FindAllStringSubmatch(text, -1), func(m []string) bool { return !OwnPeople.MatchString(words.Fold(m[1])) })
}

// outward tells words by which somebody else gets the data all the same.
func outward(folded string) bool { return words.PhraseList("outward").Has(folded) }
