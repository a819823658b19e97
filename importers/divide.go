package importers

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"dpmap/importers/cell"
	"dpmap/importers/lazyre"
	"dpmap/importers/words"
)

// partyNames divides a cell that names several parties. A comma or a stroke
// divides where each part is known; a comma also where one part is and the
// others look like names. What is divided on looks alone is said.
func (r *reader) partyNames(text string) []string {
	text = bracketLine.ReplaceAllString(markup.Replace(text), " $1$2")
	whole := strings.Join(strings.Fields(text), " ")
	if r.parties.isNamed(whole) { // one name over several lines
		return []string{whole}
	}
	var out []string
	for _, item := range words.Items(text) {
		out = append(out, r.divided(words.WithoutStop(item))...)
	}
	return slices.DeleteFunc(out, func(name string) bool { return words.Fold(name) == "" || cell.IsUnknown(name) })
}

// markup are the marks of strong words and of code in texts that came from
// elsewhere: "**GitHub**".
var markup = strings.NewReplacer("**", "", "`", "")

// bracketLine is a line of a cell that is a bracket and nothing else, which says
// more of the name above it: "SendGrid by Twilio⏎(Twilio Ireland Limited)".
var bracketLine = lazyre.New(`[ \t]*\n\s*(\([^()\n]*\))[ \t]*(\n|$)`)

func (r *reader) divided(item string) []string {
	item = cell.WithoutLead(item)
	if names := r.groupNames(item); names != nil {
		return names
	}
	parts := cell.NamesIn(item)
	if r.parties.isOneBody(words.CommaItems(item)) || len(parts) > 1 && isFirm(parts) || r.isTradeBeside(parts) {
		return []string{item}
	}
	if more := lastParted(parts); more != nil && r.knownOf(more) >= max(2, len(more)-1) {
		parts = more // "police, social services and NSPCC"
	}
	known := r.knownOf(parts)
	if len(parts) > 1 && (known == len(parts) || (known > 0 || len(parts) > 2) && r.looksLikeNames(parts) || r.areOwnNames(parts) || r.areNamesAndSorts(parts)) {
		if known < len(parts) {
			r.sayDivided(item, len(parts))
		}
		var out []string
		for _, p := range parts {
			switch names := r.groupNames(p); {
			case names != nil:
				out = append(out, names...)
			case ownTeam.MatchString(p):
				r.assume(words.Quote(p) + " is taken for a part of the register's own organisation")
			default:
				out = append(out, r.byStrokes(p)...)
			}
		}
		return out
	}
	if names := r.byStrokes(item); len(names) > 1 {
		return names
	}
	r.sayWhole(item, parts)
	return []string{item}
}

// lastParted is a list whose last part is divided at its "and" too, nil where it
// has none.
func lastParted(parts []string) []string {
	if len(parts) < 2 {
		return nil
	}
	last := cell.SplitOutside(parts[len(parts)-1], cell.SpacedAnd)
	if len(last) < 2 {
		return nil
	}
	return slices.Concat(parts[:len(parts)-1], last)
}

// sayWhole says that what may be a list of names was taken for one.
func (r *reader) sayWhole(item string, parts []string) {
	if len(parts) < 2 {
		parts = cell.SplitOutside(item, spacedStroke)
	}
	if len(parts) < 2 || r.parties.isKnown(item) || slices.ContainsFunc(parts, func(p string) bool {
		first, _ := utf8.DecodeRuneInString(p)
		place, _ := cell.ParsePlace(r.book, words.WithoutBrackets(p))
		fields := strings.Fields(words.Fold(p))
		return !unicode.IsUpper(first) || len(fields) == 0 || len(fields) > 6 || len(place.Countries) > 0 || hasDigit(p) || cell.LegalForm[fields[0]] != "" || words.List("address").Has(fields[len(fields)-1])
	}) {
		return
	}
	r.assume(words.Quote(item) + " is taken for one organisation; if it names several, write them with semicolons between them")
}

var stroke = lazyre.New(`\s*/\s*|\s+(?:and|&|\+)\s+`)

// byStrokes divides "ESFA / DfE" and "police and social care", if each part is
// known.
func (r *reader) byStrokes(name string) []string {
	if r.parties.isKnown(name) {
		return []string{name}
	}
	if parts := r.byLooks(name); parts != nil {
		return parts
	}
	if strings.ContainsAny(name, "()") {
		return []string{name}
	}
	parts := stroke.Split(name, -1)
	if len(parts) > 1 && !slices.ContainsFunc(parts, func(p string) bool { return !r.isKnownBare(p) }) {
		return parts
	}
	parts = strings.Split(name, " / ")
	if len(parts) > 1 && slices.ContainsFunc(parts, r.parties.isKnown) && r.looksLikeNames(parts) {
		r.sayDivided(name, len(parts))
		return parts
	}
	return []string{name}
}

// sayDivided says that a cell was divided on looks alone.
func (r *reader) sayDivided(name string, parts int) {
	r.assume(fmt.Sprintf("%s was taken for %d organisations, since its parts look like names; with semicolons between them it is plain, and in a Name of its own on a sheet Organisations it stays one", words.Quote(name), parts))
}

// knownOf counts the parts that are names of known parties.
func (r *reader) knownOf(parts []string) int {
	n := 0
	for _, p := range parts {
		if r.parties.isKnown(p) || words.List("product").Has(p) && len(strings.Fields(p)) <= 3 {
			n++
		}
	}
	return n
}

// looksLikeNames reports whether each part can stand as a name of its own: none
// is a place, a line of an address, a legal form or a phrase. Small letters will
// do beside two that are known.
func (r *reader) looksLikeNames(parts []string) bool {
	known := r.knownOf(parts)
	return !slices.ContainsFunc(parts, func(p string) bool {
		if r.parties.isKnown(p) || r.parties.isKnown(words.WithoutBrackets(p)) {
			return false
		}
		if councils()[":"+words.Fold(p)] {
			return true // where the body before it is
		}
		bare := words.WithoutBrackets(p)
		fields := strings.Fields(words.Fold(bare))
		first, _ := utf8.DecodeRuneInString(bare)
		if len(fields) == 0 || len(fields) > 5 || !unicode.IsUpper(first) && (known < 2 || len(fields) > 3) || strings.ContainsAny(bare, "0123456789") {
			return true
		}
		if cell.LegalForm[fields[0]] != "" || words.List("address").Has(fields[len(fields)-1]) {
			return true
		}
		place, _ := cell.ParsePlace(r.book, bare)
		return len(place.Countries) > 0
	})
}
