package importers

import (
	"regexp"
	"strings"
)

// keyed finds what a key above a table explains: "PA = parental agreement held".
var keyed = regexp.MustCompile(`(?:^|[\s:;,(])([A-Z][A-Za-z/&]{0,5})\s*=\s*([A-Za-z][^=,;)\n]{3,60})`)

// legend is what the key above the headings says that their letters stand for, by
// heading.
func (s *source) legend(top []line) map[string]string {
	out := map[string]string{}
	for i := range top {
		if top[i].number >= s.head {
			break
		}
		for _, t := range top[i].texts() {
			for _, m := range keyed.FindAllStringSubmatch(t.Text, -1) {
				out[m[1]] = strings.TrimSpace(m[2])
			}
		}
	}
	return out
}
