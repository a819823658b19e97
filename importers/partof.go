package importers

import (
	"slices"
	"strings"

	"dpmap/graph/law"
	"dpmap/importers/words"
)

// isOneBody reports whether the two parts of a list are one recipient: a part of
// a public body and the body, in either order ("MASH, Westshire County Council"),
// or what the body is and its name ("Our local authority, Northmoor Council").
func (g *registry) isOneBody(parts []string) bool {
	if len(parts) != 2 {
		return false
	}
	_, ok := g.partAndBody(parts[0], parts[1])
	return ok
}

// partAndBody is the body whose part is named beside it, in either order.
func (g *registry) partAndBody(a, b string) (law.Body, bool) {
	if body, ok := g.partOf(a, b); ok {
		return body, true
	}
	return g.partOf(b, a)
}

// partOf is the body b where a is a part of it. A part that is a kind of body of
// its own ("Social care") must be of b's kind: "Social care, Westshire Police" are
// two.
func (g *registry) partOf(a, b string) (law.Body, bool) {
	whole, ok := g.publicBody(fullForm(b))
	if !ok {
		return law.Body{}, false
	}
	part := withoutShared(a, b)
	other, known := g.book.FindBody(part)
	if known && other.Kind != whole.Kind {
		return law.Body{}, false
	}
	traded, is := isDepartment(part)
	if !is && !(known && other.ID == "local-authorities" && !isGenericWord(b)) {
		return law.Body{}, false
	}
	whole.Generic = true
	if traded {
		whole.Role = ""
	}
	return whole, true
}

// isGenericWord reports whether a name is that of a kind of body in the table.
func isGenericWord(name string) bool {
	return notCouncil[strings.TrimSuffix(words.Fold(name), " council")]
}

// withoutShared is a without the words that it and b begin with: "Music Hub" of
// "Westshire Music Hub" beside "Westshire Council".
func withoutShared(a, b string) string {
	first, second := strings.Fields(a), strings.Fields(words.Fold(b))
	n := 0
	for n < min(len(first)-1, len(second)) && words.Fold(first[n]) == second[n] {
		n++
	}
	return strings.Join(first[n:], " ")
}

// councilLetters are the letters that stand for kinds of councils.
var councilLetters = map[string]string{
	"CC": "County Council", "BC": "Borough Council", "DC": "District Council", "MBC": "Metropolitan Borough Council",
	"MDC": "Metropolitan District Council", "CBC": "County Borough Council", "LBC": "Borough Council",
}

// fullForm writes out the letters that end a council's name beside its part:
// "Westshire CC".
func fullForm(name string) string {
	fields := strings.Fields(name)
	if n := len(fields) - 1; n > 0 && councilLetters[fields[n]] != "" {
		return strings.Join(fields[:n], " ") + " " + councilLetters[fields[n]]
	}
	return name
}

// besidePart is the body of which a name means a part that stands beside it, parted
// by a mark: "Children's Social Care, Westshire County Council", "SEND team at
// Westshire CC", "Westshire Music Hub (Westshire Council)".
func (g *registry) besidePart(name string) (law.Body, bool) {
	if m := trailingBracket.FindStringSubmatch(strings.TrimSpace(name)); m != nil {
		return g.partAndBody(m[1], m[2])
	}
	for _, mark := range []string{", ", " - ", " – ", " — ", " at "} {
		if a, b, ok := strings.Cut(name, mark); ok {
			if body, ok := g.partAndBody(strings.TrimSpace(a), strings.TrimSpace(b)); ok {
				return body, true
			}
		}
	}
	return law.Body{}, false
}

// isFirm reports whether a list is the name of one firm: "Smith, Jones & Co LLP".
func isFirm(parts []string) bool {
	last := parts[len(parts)-1]
	return firmEnd.MatchString(last) && !slices.ContainsFunc(parts[:len(parts)-1], func(p string) bool {
		return len(strings.Fields(p)) > 1
	})
}

var firmEnd = words.Regexp(`^(\S+ )?(&|and) (co|company|partners|sons|daughters|associates|\S+)\b.*\b(llp|solicitors|partners|accountants|architects|associates|co)\.?$|(&|and) (co|sons|partners|associates)\.?$`)
