package lazyre

import (
	"regexp/syntax"
	"strings"
	"unicode"
)

// gap stands in a wording for what is not known: any text or none.
const (
	gap     = 0
	unknown = "\x00"
)

const (
	mostWordings = 400 // of an expression; one with more is run on every text
	mostJoined   = 100 // of parts that follow each other
	mostSigns    = 12  // of a class, in one case
	enoughWords  = 6   // letters that tell by themselves
)

// wordings lists what a part of an expression matches, in lower case, with gaps: every
// match is one of them, its gaps filled. The list is never empty.
func wordings(part *syntax.Regexp) []string {
	switch part.Op {
	case syntax.OpEmptyMatch, syntax.OpBeginLine, syntax.OpEndLine, syntax.OpBeginText, syntax.OpEndText, syntax.OpWordBoundary, syntax.OpNoWordBoundary:
		return []string{""}
	case syntax.OpLiteral:
		return []string{literal(part.Rune)}
	case syntax.OpCharClass:
		return class(part.Rune)
	case syntax.OpCapture:
		return wordings(part.Sub[0])
	case syntax.OpQuest:
		return append(wordings(part.Sub[0]), "")
	case syntax.OpPlus:
		return behind(wordings(part.Sub[0]))
	case syntax.OpRepeat:
		if part.Min > 0 {
			return behind(wordings(part.Sub[0]))
		}
	case syntax.OpConcat:
		return joined(part.Sub)
	case syntax.OpAlternate:
		var out []string
		for _, sub := range part.Sub {
			out = append(out, wordings(sub)...)
		}
		if len(out) <= mostWordings {
			return out
		}
	}
	return []string{unknown}
}

// literal is a text in lower case; signs beyond ASCII are not known, for a text may
// have them in another case.
func literal(runes []rune) string {
	var b strings.Builder
	for _, r := range runes {
		if r >= unicode.MaxASCII {
			r = gap
		}
		b.WriteByte(lower(byte(r)))
	}
	return b.String()
}

func lower(c byte) byte {
	if 'A' <= c && c <= 'Z' {
		return c + 'a' - 'A'
	}
	return c
}

// class lists the signs of a class of few.
func class(ranges []rune) []string {
	var signs [128]bool
	var out []string
	for i := 0; i+1 < len(ranges); i += 2 {
		if ranges[i+1]-ranges[i] > 2*mostSigns {
			return []string{unknown}
		}
		for r := ranges[i]; r <= ranges[i+1]; r++ {
			if r == '\u017f' || r == '\u212a' {
				continue // texts with them are not judged
			}
			text := literal([]rune{r})
			if !signs[text[0]] {
				signs[text[0]] = true
				out = append(out, text)
			}
		}
	}
	if len(out) == 0 || len(out) > mostSigns {
		return []string{unknown}
	}
	return out
}

// behind gives wordings with a gap behind each: what is repeated.
func behind(list []string) []string {
	out := make([]string, len(list))
	for i, w := range list {
		out[i] = w + unknown
	}
	return out
}

// joined lists the wordings of parts that follow each other. Where they are too many,
// or some part tells enough by itself, those of the stretch that tells most stand for
// all.
func joined(parts []*syntax.Regexp) []string {
	var most []string
	now := []string{""}
	for _, part := range parts {
		next := wordings(part)
		if len(now)*len(next) > mostJoined || least(now) >= enoughWords {
			most = telling(most, now)
			now = []string{unknown}
		}
		now = product(now, next)
	}
	if most == nil {
		return now
	}
	var out []string
	for _, w := range telling(most, now) {
		out = append(out, unknown+w+unknown)
	}
	return out
}

func product(heads, tails []string) []string {
	var out []string
	for _, h := range heads {
		for _, t := range tails {
			out = append(out, h+t)
		}
	}
	return out
}

// least is the number of letters that the shortest of the wordings tells.
func least(list []string) int {
	n := -1
	for _, w := range list {
		if told := len(w) - strings.Count(w, unknown); n < 0 || told < n {
			n = told
		}
	}
	return n
}

// telling is the list of two whose shortest wording tells more, the shorter list where
// they tell alike.
func telling(a, b []string) []string {
	if la, lb := least(a), least(b); la > lb || la == lb && len(a) <= len(b) {
		return a
	}
	return b
}
