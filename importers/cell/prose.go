package cell

import (
	"strings"
	"unicode"

	"dpmap/importers/words"
)

// prose takes from a sentence the countries that it certainly names. Words that
// may name another place are kept open and quoted.
func (p *PlaceParser) prose(text string) {
	written := text
	text = withoutMechanisms(text)
	negated := words.List("placenot").Has(text)
	hedged := words.List("placehedge").Has(text) || strings.HasSuffix(text, "?")
	left := p.Scan(text, !negated)
	if left == "" && hedged {
		left = written
	}
	if left == "" && !negated {
		return
	}
	if negated {
		left = written
	}
	p.open(left)
	message := "only what is certain is taken from " + words.Quote(written)
	if len(p.Place.Countries) == 0 {
		message = "no country can be read with certainty from " + words.Quote(written)
	}
	p.doubts = append(p.doubts, Doubt{Message: message, Fix: placeFix})
}

// withoutMechanisms is a text less the safeguards that it names, some of which
// have a country's name in theirs: "UK extension", "EU SCCs".
func withoutMechanisms(text string) string {
	out := []byte(text)
	for _, n := range NamedIn(text, nil, nil) {
		copy(out[n.From:n.To], strings.Repeat(" ", n.To-n.From))
	}
	return string(out)
}

// Scan walks a sentence word by word, takes what names a country, and gives
// back the words that may name another place.
func (p *PlaceParser) Scan(text string, take bool) string {
	fields := strings.Fields(spacedMarks.Replace(text))
	filler, open := words.List("placefiller"), words.List("open")
	var left []string
	for i := 0; i < len(fields); {
		if n := p.Named(fields[i:], take); n > 0 {
			i += n
			continue
		}
		w := fields[i]
		i++
		if _, ok := filler.Whole(w); ok || words.Fold(w) == "" {
			continue
		}
		_, isOpen := open.Whole(w)
		if isOpen && words.Fold(w) == "europe" && p.followedByPlace(fields[i:]) {
			continue
		}
		if isOpen || unicode.IsUpper([]rune(w)[0]) {
			left = append(left, strings.Trim(w, ".:"))
		}
	}
	return strings.Join(left, " ")
}

// spacedMarks makes a word of each mark.
var spacedMarks = strings.NewReplacer(",", " , ", ";", " ; ", "/", " / ", "(", " ( ", ")", " ) ")

// followedByPlace reports whether a bracket with a place in it comes next, as
// in "Europe (London)".
func (p *PlaceParser) followedByPlace(fields []string) bool {
	return len(fields) > 2 && fields[0] == "(" && p.Lookup(fields[1]) != nil
}

// Named is the number of words at the start of fields that name a place.
// Short words count only in the capitals that make them abbreviations, since
// "us", "in" and "it" are words too.
func (p *PlaceParser) Named(fields []string, take bool) int {
	for n := min(5, len(fields)); n > 0; n-- {
		name := strings.Trim(strings.Join(fields[:n], " "), " .,:;")
		if !Certain(name) {
			continue
		}
		if codes := p.Lookup(name); codes != nil {
			if take {
				p.found(name, codes)
			}
			return n
		}
	}
	return 0
}

// Certain reports whether a name within a sentence is a country and not another word: written
// with a capital, or a region's code.
func Certain(name string) bool {
	if strings.ContainsRune(name, '-') && strings.ContainsAny(name, "0123456789") {
		return true // a cloud region's code
	}
	r := []rune(name)
	if len(r) == 0 || !unicode.IsUpper(r[0]) {
		return false
	}
	if len(r) > 3 || strings.Contains(name, ".") {
		return true
	}
	switch name {
	case "UK", "US", "USA", "EU", "EEA", "UAE", "NZ":
		return true
	}
	return false
}
