package importers

import (
	"slices"
	"strings"
)

const ownHouse = `(the |our |this |my )?(school|trust|academy|college|university|faculty|nursery|setting|pre ?school|council|organisation|company|charity|house|office|department|team)`

var (
	// nobodyElse finds recipient cells that say that nobody else gets the data:
	// "Nobody else", "No-one outside the setting", "Just me".
	nobodyElse = re(`^(nobody|no ?body|no[ -]one|none|not anyone|no (external |other |outside )?(sharing|shares?|recipients?|parties|partners|organisations?|bodies|disclosures?|transfers?|third part(y|ies))|no third[ -]part(y|ies)|not (currently |routinely |normally )?(shared|disclosed|passed|sent|given|transferred))( (on|out|else|other|externally|outside|beyond|within|with|to|of|anyone|anybody|any|others?|third[ -]parties|at all|currently|at present|` + ownHouse + `))*[.!]?$|^(just |only )?(me|us|myself|ourselves|own staff|our own staff|setting staff)( only| alone)?$|^(stays?|kept|remains?|held|stored|used) (only )?(with us|(in|inside|within) ` + ownHouse + `|in[ -]?house|internally)( only)?$|^internal (to|within) ` + ownHouse + `( only)?$`)
	// internalTeams finds those that name the controller's own teams behind the word
	// internal: "Internal - Admissions and Estates teams".
	internalTeams = re(`^(internal(ly)?( only| use| use only| staff| recipients?| teams?| sharing)*|in[ -]?house)\s*[-–—:(,/]\s*(.+)$`)
	listedAnd     = re(`\s+(and|&|plus|\+)\s+`)
	teamAtEnd     = re(`\b(teams?|staff|departments?|depts?|offices?|colleagues|tutors|teachers|lecturers|governors|trustees|slt|smt|leaders?|leadership|managers?|directors?|administrators?|admin|use|only)\)?$`)
)

// amongOwnTeams reports whether a cell says that only teams of the controller itself
// get the data.
func amongOwnTeams(text string) bool {
	m := internalTeams.FindStringSubmatch(text)
	if m == nil || goesOut(listedAnd.ReplaceAllString(text, ", ")) {
		return false
	}
	rest := strings.Trim(fold(m[len(m)-1]), " ")
	return teamAtEnd.MatchString(rest) || !slices.ContainsFunc(strings.Fields(rest), func(w string) bool {
		_, team := words("department").whole(w)
		return !team && !ownPeople.MatchString(w) && w != "it"
	})
}
