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
