package law

import (
	"strings"
	"unicode"
)

// regions maps ways of writing a cloud region to its country. Codes decide
// first: me-central-1 is in one country and me-central1, of another provider,
// in another, so the squeezed form of both is in neither.
type regions struct {
	codes    map[string]string
	squeezed map[string]string // codes, names, and a code with a name or place in either order
}

func readRegions(p places, errs *[]error) regions {
	rs := regions{map[string]string{}, map[string]string{}}
	for _, r := range readTable("regions", errs) {
		r.must("provider")
		code, country := r.must("code"), r.must("country")
		if _, ok := p.byCode[country]; !ok {
			r.fault("country %q is not known", country)
		}
		if rs.codes[code] != "" {
			r.fault("region %q stands twice", code)
		}
		rs.codes[code] = country
		names := r.list("names")
		writings := append([]string{code}, names...)
		for _, name := range append(names, r.list("place")...) {
			writings = append(writings, code+name, name+code)
		}
		for _, w := range writings {
			rs.add(squeeze(w), country)
		}
	}
	return rs
}

func (rs regions) add(key, country string) {
	if other, ok := rs.squeezed[key]; ok && other != country {
		country = ""
	}
	rs.squeezed[key] = country
}

// FindRegion reads a text that is, as a whole, a cloud region ("eu-west-2",
// "UK South", "AWS Europe (London)") and gives its country. A zone of a region
// ("eu-west-2a") is the region. A town alone is none.
func (b *Book) FindRegion(text string) (code string, ok bool) {
	rs := b.law.regions
	words := strings.Fields(strings.ToLower(text))
	for len(words) > 1 && isProvider(words[0]) {
		words = words[1:]
	}
	if n := len(words); n > 1 && words[n-1] == "region" {
		words = words[:n-1]
	}
	written := strings.Join(words, " ")
	for _, w := range []string{written, withoutZone(written)} {
		if code = rs.codes[w]; code == "" {
			code = rs.squeezed[squeeze(w)]
		}
		if code != "" {
			return code, true
		}
	}
	return "", false
}

// isProvider reports whether a word before a region only says whose it is.
func isProvider(word string) bool {
	switch strings.Trim(word, ":-–,") {
	case "amazon", "web", "services", "aws", "microsoft", "azure", "google", "cloud", "platform", "gcp", "region", "":
		return true
	}
	return false
}

// withoutZone takes the zone's letter off: eu-west-2a, europe-west2-b.
func withoutZone(s string) string {
	n := len(s)
	if n < 3 || !unicode.IsLower(rune(s[n-1])) {
		return s
	}
	short := strings.TrimSuffix(s[:n-1], "-")
	if unicode.IsDigit(rune(short[len(short)-1])) {
		return short
	}
	return s
}

// squeeze keeps letters and digits only, so that uksouth is UK South.
func squeeze(s string) string { return strings.ReplaceAll(fold(s), " ", "") }
