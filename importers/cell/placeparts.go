package cell

import (
	"strings"

	"dpmap/graph"
	"dpmap/importers/words"
)

// placeParts splits a cell into what may be a list of countries. "and" only
// divides where the whole is not itself a name ("Bosnia and Herzegovina").
func placeParts(text string) []string {
	var out []string
	for _, item := range words.Items(text) {
		for _, part := range words.SplitAt(item, func(r rune) bool { return r == ',' || r == '/' || r == '+' }) {
			part = strings.TrimPrefix(part, "and ")
			out = append(out, part)
		}
	}
	return out
}

// isList reports whether no part is longer than a country's name can be.
func isList(parts []string) bool {
	for _, part := range parts {
		if len(strings.Fields(words.WithoutBrackets(part))) > 4 {
			return false
		}
	}
	return true
}

// answered is a cell without the yes or no that it begins with: "Yes - USA",
// "None (UK servers)".
func answered(text string) string {
	if len(text) > 1 && (text[1] == '.' || text[1] == ' ') {
		return text // "N. Ireland" answers nothing
	}
	if deniedPlace.MatchString(text) && !homeAnswer.MatchString(text) {
		return text // "No EU" is no answer with a place behind it
	}
	if state, rest := ParseState(text); rest != "" && (state == graph.Yes || state == graph.No && !words.List("placenot").Has(rest)) {
		return strings.Trim(rest, " ()")
	}
	return text
}

var (
	deniedPlace = words.Regexp(`^(no|none) [a-z]`)
	homeAnswer  = words.Regexp(`^(no|none),? (the )?(uk|united kingdom|gb|only uk|all uk|england)\b`)
)

// withoutFiller drops the words around a country that say nothing of where it
// is: "UK only", "hosted in Ireland", "AWS London".
func withoutFiller(text string) string {
	filler := words.List("placefiller")
	for _, tail := range []string{"-based", "-hosted", "-only"} {
		text = strings.ReplaceAll(text, tail, " based")
	}
	fields := strings.Fields(text)
	isFiller := func(w string) bool { _, ok := filler.Whole(w); return ok || words.Fold(w) == "" }
	for len(fields) > 0 && isFiller(fields[0]) {
		fields = fields[1:]
	}
	for len(fields) > 0 && isFiller(fields[len(fields)-1]) {
		fields = fields[:len(fields)-1]
	}
	return strings.Join(fields, " ")
}

// WithoutHedge takes words of doubt off a part, and tells whether there were any.
func WithoutHedge(part string) (sure string, hedged bool) {
	list := words.List("placehedge")
	fields := strings.Fields(strings.TrimRight(part, "? "))
	hedged = strings.HasSuffix(part, "?")
	var kept []string
	for i := 0; i < len(fields); {
		var folded []string
		for _, w := range fields[i:min(len(fields), i+list.Longest)] {
			folded = append(folded, words.Fold(w))
		}
		if n := list.At(folded); n > 0 {
			i += n
			hedged = true
			continue
		}
		kept = append(kept, fields[i])
		i++
	}
	return strings.Trim(strings.Join(kept, " "), " ()"), hedged
}
