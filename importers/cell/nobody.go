package cell

import (
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
	if IsNobody(text) || keptInside.MatchString(text) {
		return true
	}
	if onlyInternal(text) || inHouse(words.Fold(text)) {
		return true
	}
	if _, here := words.List("premises").Whole(bare); here {
		return true
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

// keptInside finds words by which a recipient cell says that data stays where it
// is: "none - kept in school", "Not passed on".
var keptInside = words.Regexp(`^(n/?a|none|nobody|no one|nil)?\s*[-–—(:,]*\s*((our |the school s |school s )?own( (system|software|server|build|hardware|database|development|spreadsheet|it team|team))?|ours|self[- ]?(hosted|built|developed|managed|run)|(built|developed|hosted|managed|run|maintained|written|made|created) (in[- ]?house|internally|by us|ourselves|by (the )?(school|trust|it team|our it team))|in[- ]?house( (system|software|build|development|database|built|developed|hosted|it team|it|team))?)\)?$|^(none|nobody|no one|nil)\s*[-–—(:,]\s*(internal( use)?( only)?|in ?house( only)?|school only|own staff( only)?)\)?$|^(none|nobody|no one|nil)\s*[-–—(:,]\s*((is |are )?(kept|stays?|held|stored|retained|remains?) )?(in|within|inside) (the )?(school|trust|academy|college|house|nursery|office|council)\)?$|^not (passed|sent|given|shared|disclosed|sent out)( on| out)?( to (anyone|anybody|others?|third parties))?( externally| outside( of)?( the)? (school|trust|academy|college|council|organisation))?[.)]?$`)

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
