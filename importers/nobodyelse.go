package importers

import (
	"slices"
	"strings"

	"dpmap/importers/cell"
	"dpmap/importers/words"
)

const ownHouse = `(the |our |this |my )?(school|trust|academy|college|university|faculty|nursery|setting|pre ?school|council|organisation|company|charity|house|office|department|team)`

var (
	// nobodyElse finds recipient cells that say that nobody else gets the data:
	// "Nobody else", "No-one outside the setting", "Just me".
	nobodyElse = words.Regexp(`^(nobody|no ?body|no[ -]one|none|not anyone|no (external |other |outside )?(sharing|shares?|recipients?|parties|partners|organisations?|bodies|disclosures?|transfers?|third part(y|ies))|no third[ -]part(y|ies)|not (currently |routinely |normally )?(shared|disclosed|passed|sent|given|transferred))( (on|out|else|other|externally|outside|beyond|within|with|to|of|anyone|anybody|any|others?|third[ -]parties|at all|currently|at present|` + ownHouse + `))*[.!]?$|^(just |only )?(me|us|myself|ourselves|own staff|our own staff|setting staff)( only| alone)?$|^(stays?|kept|remains?|held|stored|used) (only )?(with us|(in|inside|within) ` + ownHouse + `|in[ -]?house|internally)( only)?$|^internal (to|within) ` + ownHouse + `( only)?$`)
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
