package importers

import (
	"slices"
	"strings"

	"dpmap/importers/cell"
	"dpmap/importers/words"
)

var (
	// internalTeams finds those that name the controller's own teams behind the word
	// internal: "Internal - Admissions and Estates teams".
	internalTeams = words.Regexp(`^(internal(ly)?( only| use| use only| staff| recipients?| teams?| sharing)*|in[ -]?house)\s*[-–—:(,/]\s*(.+)$`)
	// teamsOnly finds "Interview panel only", "HR and line manager only".
	teamsOnly = words.Regexp(`^(.+?)\s+only[.]?$`)
	listedAnd = words.Regexp(`\s+(and|&|plus|\+)\s+`)
	teamAtEnd = words.Regexp(`\b(teams?|staff|departments?|depts?|offices?|colleagues|tutors|teachers|lecturers|governors|trustees|slt|smt|leaders?|leadership|managers?|directors?|administrators?|admin|use|only)\)?$`)
)

// amongOwnTeams reports whether a cell says that only teams of the controller itself
// get the data.
func amongOwnTeams(text string) bool {
	if m := teamsOnly.FindStringSubmatch(text); m != nil && onlyTeamWords(m[1]) {
		return true
	}
	m := internalTeams.FindStringSubmatch(text)
	if m == nil || cell.GoesOut(listedAnd.ReplaceAllString(text, ", ")) {
		return false
	}
	rest := strings.Trim(words.Fold(m[len(m)-1]), " ")
	return teamAtEnd.MatchString(rest) || onlyTeamWords(rest)
}

// onlyTeamWords reports whether a text has only words for the controller's own people.
func onlyTeamWords(text string) bool {
	return !slices.ContainsFunc(strings.Fields(words.Fold(text)), func(w string) bool {
		return !cell.OwnPeople.MatchString(w) && !ownCircle(w)
	})
}

// ownCircle reports whether a folded text has one of the phrases "own circle".
func ownCircle(folded string) bool { return words.PhraseList("own circle").Has(folded) }

// nobodyElse tells recipient cells that say that nobody else gets the data:
// "Nobody else", "No-one outside the setting", "Just me".
func nobodyElse(text string) bool {
	return !strings.ContainsAny(text, "\n,;:/()") && words.PhraseList("nobody else").Has(words.Fold(text)) // a list may go on
}
