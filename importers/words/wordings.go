package words

import (
	"fmt"
	"strings"
)

// Wordings spells out every wording of a text with alternatives in brackets.
func Wordings(text string) []string {
	from := strings.IndexByte(text, '[')
	if from < 0 {
		return []string{text}
	}
	to := closing(text, from)
	tails := Wordings(text[min(to+1, len(text)):])
	var out []string
	for _, choice := range Divided(text[from+1:to], '/') {
		for _, said := range Wordings(choice) {
			for _, tail := range tails {
				out = append(out, text[:from]+said+tail)
			}
		}
	}
	return out
}

// closing is where the bracket that opens at a place closes.
func closing(text string, from int) int {
	depth := 0
	for i := from; i < len(text); i++ {
		switch text[i] {
		case '[':
			depth++
		case ']':
			if depth--; depth == 0 {
				return i
			}
		}
	}
	return len(text)
}

// Divided parts a text at a letter that stands outside brackets.
func Divided(text string, at byte) []string {
	var out []string
	depth, from := 0, 0
	for i := range len(text) {
		switch text[i] {
		case '[':
			depth++
		case ']':
			depth--
		case at:
			if depth == 0 {
				out, from = append(out, text[from:i]), i+1
			}
		}
	}
	return append(out, text[from:])
}

// withGroups is a text with the groups that it names written out.
func withGroups(text string, groups map[string]string) (string, error) {
	for range mostGroups {
		before, rest, found := strings.Cut(text, "{")
		if !found {
			return text, nil
		}
		name, after, _ := strings.Cut(rest, "}")
		group, ok := groups[name]
		if !ok {
			return text, fmt.Errorf("no group %q", name)
		}
		text = before + "[" + strings.ReplaceAll(group, "|", "/") + "]" + after
	}
	return text, fmt.Errorf("groups name each other without an end")
}

// mostGroups is more than one phrase names, with those that these name.
const mostGroups = 20
