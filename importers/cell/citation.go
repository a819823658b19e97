package cell

import (
	"strings"

	"dpmap/importers/lazyre"
	"dpmap/importers/words"
)

// Citation finds "Art. 6(1)(c)", "6.1.e", "Article 9(2)(g)", "GDPR 6 (f)". The
// paragraph may be missing only where the word "article" stands before.
var Citation = lazyre.New(`(?i)(?:\b(?:articles?|arts?|a)\.?\s*|\b)([69])\s*[.(-]?\s*([12])\s*\)?\s*[.-]?\s*\(?\s*(?:lit\.?\s*)?(ea|[a-j])\b\)?((?:\s*(?:,|/|and|&|or)\s*\(([a-j])\))*)|\b(?:articles?|arts?|a)\.?\s*([69])\s*[.(]?\s*(ea|[a-j])\b\)?`)

var furtherLetter = lazyre.New(`(?i)\(([a-j])\)`)

// citations takes the articles that a text cites by number, and gives the text
// without them. What the words beside a citation deny is kept apart.
func citations(g *Grounds, text string) string {
	var rest strings.Builder
	last := 0
	all := Citation.FindAllStringSubmatchIndex(text, -1)
	for i, at := range all {
		m := groups(text, at)
		article, paragraph, letter := m[1], m[2], m[3]
		if article == "" {
			article, letter = m[6], m[7]
			paragraph = map[string]string{"6": "1", "9": "2"}[article]
		}
		if (article == "6") != (paragraph == "1") {
			continue
		}
		rest.WriteString(text[last:at[0]] + " ")
		next := len(text)
		if i+1 < len(all) {
			next = all[i+1][0]
		}
		found := strings.TrimSpace(m[0])
		if isDenied(wordsBeside(text[last:at[0]], text[at[1]:next])) {
			g.denied = append(g.denied, found)
			last = at[1]
			continue
		}
		last = at[1]
		id := article + "(" + paragraph + ")("
		g.add(id+strings.ToLower(letter)+")", found)
		for _, further := range furtherLetter.FindAllStringSubmatch(m[4], -1) {
			g.add(id+strings.ToLower(further[1])+")", found)
		}
	}
	return rest.String() + text[last:]
}

// groups are the parts of a match, by the indexes that it was found with.
func groups(text string, at []int) []string {
	out := make([]string, len(at)/2)
	for i := range out {
		if at[2*i] >= 0 {
			out[i] = text[at[2*i]:at[2*i+1]]
		}
	}
	return out
}

// wordsBeside are the words of a citation's own clause, before it and after it.
func wordsBeside(before, after string) (b, a []string) {
	ends := func(s string) []string {
		return strings.FieldsFunc(notAvailable.Replace(s), func(r rune) bool { return strings.ContainsRune(",:;.–—|/\n", r) })
	}
	if list := ends(before + " "); len(list) > 0 {
		b = strings.Fields(words.Fold(list[len(list)-1]))
	}
	if list := ends(" " + after); len(list) > 0 {
		a = strings.Fields(words.Fold(list[0]))
	}
	for i, w := range a {
		if w == "and" || w == "but" || w == "so" {
			a = a[:i]
			break
		}
	}
	return b, a
}

// notAvailable joins what a stroke would part.
var notAvailable = strings.NewReplacer("n/a", "na", "N/A", "na")
