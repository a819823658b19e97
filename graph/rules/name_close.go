package rules

import (
	"slices"
	"strings"
	"unicode"

	"dpmap/graph"
	"dpmap/graph/law"
)

var nameClose = Rule{
	Code:     "name-close",
	Title:    "Two names that are probably one organisation",
	Severity: Low,
	Doc: `Fires when two organisations have names that differ only in punctuation, spacing, the order of words, a legal form such as Ltd, or one letter of a longer word: "Capita SIMS" and "SIMS (Capita)".

Does not fire when one name is recorded as the other's alias, when the names differ in a number, or for kinds of people such as parents. Names are never merged silently.`,
	Fix: `If they are one, use one name throughout, or list the other under Aliases on the sheet Organisations. If they are two, accept the finding.`,
	Law: []law.Citation{ukGDPR("5", "5(1)(d)"), icoDocumentation()},
	Check: func(p *Pass) {
		parties := p.Map.Parties()
		met := map[string][]int{}
		for i := range parties {
			if parties[i].Kind.IsSubject() {
				continue
			}
			p.reportClose(i, met)
		}
	},
}

// reportClose reports the party when an earlier one has a close name, and
// leaves its own forms for later ones.
func (p *Pass) reportClose(party int, met map[string][]int) {
	parties := p.Map.Parties()
	forms := closeForms(parties[party].Name)
	for _, form := range forms {
		k := slices.IndexFunc(met[form], func(other int) bool { return oneApart(parties[other].Name, parties[party].Name) })
		if k < 0 {
			continue
		}
		other := met[form][k]
		names := []string{parties[other].Name, parties[party].Name}
		slices.Sort(names)
		p.ReportParty(party, graph.FieldName, "%s and %s are probably one", quote(names[0]), quote(names[1]))
		p.last().about = names
		p.last().Related = []graph.Ref{parties[other].At}
		break
	}
	for _, form := range forms {
		met[form] = append(met[form], party)
	}
}

// closeForms lists forms of which two close names share one: the sorted words,
// the letters without spaces, and the words with one letter of one left out.
func closeForms(name string) []string {
	words := nameWords(name)
	if len(words) == 0 {
		return nil
	}
	sorted := slices.Sorted(slices.Values(words))
	forms := []string{strings.Join(sorted, " "), strings.Join(words, "")}
	for i, word := range words {
		letters := []rune(word)
		if len(letters) < shortestMisspelt {
			continue
		}
		for k := range letters {
			shorter := slices.Clone(words)
			shorter[i] = string(letters[:k]) + string(letters[k+1:])
			forms = append(forms, "~"+strings.Join(shorter, " "))
		}
		forms = append(forms, "~"+strings.Join(words, " "))
	}
	return forms
}

// shortestMisspelt is the length from which a word may be another's misspelling.
const shortestMisspelt = 5

// oneApart makes sure of two names that share a form: they are alike but for
// order, spacing or one letter, and have the same numbers.
func oneApart(a, b string) bool {
	left, right := nameWords(a), nameWords(b)
	if digits(left) != digits(right) {
		return false
	}
	if strings.Join(left, "") == strings.Join(right, "") || slices.Equal(slices.Sorted(slices.Values(left)), slices.Sorted(slices.Values(right))) {
		return true
	}
	if len(left) != len(right) {
		return false
	}
	apart := 0
	for i := range left {
		if left[i] != right[i] {
			apart++
			if len([]rune(left[i])) < shortestMisspelt && len([]rune(right[i])) < shortestMisspelt || !oneLetterApart([]rune(left[i]), []rune(right[i])) {
				return false
			}
		}
	}
	return apart == 1
}

// oneLetterApart reports whether one letter put in, left out or changed makes
// one word of the other.
func oneLetterApart(a, b []rune) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(b)-len(a) > 1 {
		return false
	}
	i := 0
	for i < len(a) && a[i] == b[i] {
		i++
	}
	if len(a) == len(b) {
		return i < len(a) && slices.Equal(a[i+1:], b[i+1:])
	}
	return slices.Equal(a[i:], b[i+1:])
}

// nameWords are a name's words without punctuation, articles and legal forms.
func nameWords(name string) []string {
	var clean strings.Builder
	for _, r := range strings.ToLower(name) {
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			clean.WriteRune(r)
		case r != '\'' && r != '’' && r != '.':
			clean.WriteByte(' ')
		}
	}
	return slices.DeleteFunc(strings.Fields(clean.String()), func(word string) bool {
		return slices.Contains([]string{"the", "ltd", "limited", "plc", "llp", "inc", "llc", "corp", "corporation", "gmbh", "co", "company", "and", "of"}, word)
	})
}

func digits(words []string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsDigit(r) {
			return r
		}
		return -1
	}, strings.Join(slices.Sorted(slices.Values(words)), " "))
}
