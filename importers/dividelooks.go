package importers

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"dpmap/importers/cell"
	"dpmap/importers/lazyre"
	"dpmap/importers/words"
)

var (
	spacedStroke = lazyre.New(`\s/\s`)
	personal     = words.Regexp(`\b(mr|mrs|ms|miss|dr|prof|rev)\b`)
)

// byLooks divides a name that is known as a whole by nobody at its strokes, or at
// an "and", where each part is known or reads as the name of an organisation of its
// own; nil where that is not plain. It is said.
func (r *reader) byLooks(name string) []string {
	for _, mark := range []*lazyre.Regexp{spacedStroke, cell.SpacedAnd} {
		parts := cell.SplitOutside(name, mark)
		if len(parts) < 2 || mark == cell.SpacedAnd && r.isOneFirm(parts) {
			continue
		}
		alone := func(p string) bool {
			return r.isKnownBare(p) || r.isOwnName(p) && (mark == spacedStroke || len(strings.Fields(words.WithoutBrackets(p))) > 1)
		}
		if !slices.ContainsFunc(parts, func(p string) bool { return !alone(p) }) {
			r.sayDivided(name, len(parts))
			return parts
		}
	}
	return nil
}

// isOneFirm reports whether a legal form ends the last part alone, and no part is
// known: "Falconer Print & Mail Ltd" is one firm.
func (r *reader) isOneFirm(parts []string) bool {
	last := len(parts) - 1
	return cell.FormOf(words.WithoutBrackets(parts[last])) != "" && !slices.ContainsFunc(parts[:last], func(p string) bool {
		return cell.FormOf(words.WithoutBrackets(p)) != "" || r.isKnownBare(p)
	})
}

func (r *reader) isKnownBare(part string) bool {
	if _, ok := words.List("product").Whole(words.WithoutBrackets(part)); ok {
		return true
	}
	return r.parties.isKnown(part) || r.parties.isKnown(words.WithoutBrackets(part))
}

// areOwnNames reports whether two parts of a list, neither of which is known, are
// each the name of an organisation: "Render, Sentry". "Smith, Jones & Co" is one
// firm, and so is what has an "and" in it.
func (r *reader) areOwnNames(parts []string) bool {
	if len(parts) < 2 || words.List("institution").Has(lastWord(words.WithoutBrackets(parts[0]))) && cell.FormOf(parts[1]) == "" {
		return false // "St Mary's Church, Northmere": the second is where the first is
	}
	return !slices.ContainsFunc(parts, func(p string) bool {
		joined := cell.SpacedAnd.MatchString(words.WithoutBrackets(p)) && cell.FormOf(words.WithoutBrackets(p)) == ""
		return joined || strings.HasSuffix(words.Fold(p), " co") || !r.isOwnName(p)
	})
}

// belonging begins what is said of the name before it: "a division of Kite Ltd".
var belonging = words.Regexp(`^(an? |the )?(division|part|subsidiary|member|brand|product|trading name|company|arm|branch) of\b|^(owned|run|provided|operated|part[- ]owned) by\b|^(trading|t/a|formerly|previously|now|aka|also known) ?(as|known as)?\b`)

func lastWord(text string) string {
	fields := strings.Fields(text)
	if len(fields) == 0 {
		return ""
	}
	return fields[len(fields)-1]
}

// andSons ends the name of one firm behind its "and": "Acme & Co. KG".
var andSons = words.Regexp(`^(co|company|sons?|daughters?|brothers|bros|partners|associates)\b\.?( \S+)?$`)

// isOwnName reports whether a part reads as an organisation's own name: it ends in
// a legal form, or is short and all in capitals at the beginnings of its words, and
// is no place, no address, no person and no common word such as "Training".
func (r *reader) isOwnName(part string) bool {
	bare := words.WithoutBrackets(part)
	fields := strings.Fields(bare)
	if len(fields) == 0 || cell.LegalForm[words.Fold(fields[0])] != "" || andSons.MatchString(bare) || personal.MatchString(bare) {
		return false
	}
	if cell.FormOf(bare) != "" {
		return len(fields) < 8 && !belonging.MatchString(bare)
	}
	if len(fields) > 4 && !r.isKnownBare(part) || words.List("commonname").Has(bare) || words.List("address").Has(fields[len(fields)-1]) || hasDigit(bare) {
		return false
	}
	for _, w := range fields {
		if first, _ := utf8.DecodeRuneInString(w); !unicode.IsUpper(first) {
			return false
		}
	}
	place, _ := cell.ParsePlace(r.book, bare)
	return len(place.Countries) == 0 && cell.Cities()[words.Fold(bare)] == nil
}
