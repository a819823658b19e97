package importers

import (
	"strings"
	"unicode"
)

// prose takes from a sentence the countries that it certainly names. Words that
// may name another place are kept open and quoted.
func (p *placeParser) prose(text string) {
	written := text
	text = withoutMechanisms(text)
	negated := words("placenot").has(text)
	hedged := words("placehedge").has(text) || strings.HasSuffix(text, "?")
	left := p.scan(text, !negated)
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
	message := "only what is certain is taken from " + quote(written)
	if len(p.place.Countries) == 0 {
		message = "no country can be read with certainty from " + quote(written)
	}
	p.doubts = append(p.doubts, doubt{message: message, fix: placeFix})
}

// withoutMechanisms is a text less the safeguards that it names, some of which
// have a country's name in theirs: "UK extension", "EU SCCs".
func withoutMechanisms(text string) string {
	out := []byte(text)
	for _, n := range namedIn(text, nil, nil) {
		copy(out[n.from:n.to], strings.Repeat(" ", n.to-n.from))
	}
	return string(out)
}

// scan walks a sentence word by word, takes what names a country, and gives
// back the words that may name another place.
func (p *placeParser) scan(text string, take bool) string {
	fields := strings.Fields(strings.NewReplacer(",", " , ", ";", " ; ", "/", " / ", "(", " ( ", ")", " ) ").Replace(text))
	filler, open := words("placefiller"), words("open")
	var left []string
	for i := 0; i < len(fields); {
		if n := p.named(fields[i:], take); n > 0 {
			i += n
			continue
		}
		w := fields[i]
		i++
		if _, ok := filler.whole(w); ok || fold(w) == "" {
			continue
		}
		_, isOpen := open.whole(w)
		if isOpen && fold(w) == "europe" && p.followedByPlace(fields[i:]) {
			continue
		}
		if isOpen || unicode.IsUpper([]rune(w)[0]) {
			left = append(left, strings.Trim(w, ".:"))
		}
	}
	return strings.Join(left, " ")
}

// followedByPlace reports whether a bracket with a place in it comes next, as
// in "Europe (London)".
func (p *placeParser) followedByPlace(fields []string) bool {
	return len(fields) > 2 && fields[0] == "(" && p.lookup(fields[1]) != nil
}

// named is the number of words at the start of fields that name a place.
// Short words count only in the capitals that make them abbreviations, since
// "us", "in" and "it" are words too.
func (p *placeParser) named(fields []string, take bool) int {
	for n := min(5, len(fields)); n > 0; n-- {
		name := strings.Trim(strings.Join(fields[:n], " "), " .,:;")
		if !certain(name) {
			continue
		}
		if codes := p.lookup(name); codes != nil {
			if take {
				p.found(name, codes)
			}
			return n
		}
	}
	return 0
}

func certain(name string) bool {
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
