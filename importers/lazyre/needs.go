package lazyre

import (
	"cmp"
	"math/bits"
	"regexp/syntax"
	"slices"
	"strings"
)

// needs are what every match of an expression holds: one at least of these. None
// stands for an expression of which nothing is known, which every text meets.
type needs []need

// need is letters, and pairs of neighbours among them, by their codes.
type need struct {
	letters uint64
	pairs   [][2]byte
}

// codes give each byte a number below 64, the same to a letter in either case. Other
// bytes may share one.
var codes = func() (out [256]byte) {
	for c := range out {
		switch {
		case c >= 0x60:
			out[c] = byte(c-0x40) & 63
		case c >= 0x20:
			out[c] = byte(c - 0x20)
		default:
			out[c] = '~' - 0x40 // no word has one
		}
	}
	return out
}()

// signature is what letters a text has and which stand behind which.
type signature struct {
	letters uint64
	behind  [64]uint64
}

// metBy reports whether a text has one of the needs. It may say yes where no match
// is, and never no where one is.
func (ns needs) metBy(s string) bool {
	if len(ns) == 0 {
		return true
	}
	var sig signature
	before := byte(0)
	for i := range len(s) {
		c := s[i]
		if c >= 0x80 && folds(s[i:]) {
			return true
		}
		code := codes[c] & 63
		sig.letters |= 1 << code
		sig.behind[before] |= 1 << code
		before = code
	}
	for i := range ns {
		if ns[i].letters&^sig.letters == 0 && sig.hasPairs(ns[i].pairs) {
			return true
		}
	}
	return false
}

func (sig *signature) hasPairs(pairs [][2]byte) bool {
	for _, p := range pairs {
		if sig.behind[p[0]&63]&(1<<(p[1]&63)) == 0 {
			return false
		}
	}
	return true
}

// folds reports whether a text begins with one of the two signs beyond ASCII that are
// letters of it in another case: the long s and the sign of the kelvin.
func folds(s string) bool { return strings.HasPrefix(s, "\u017f") || strings.HasPrefix(s, "\u212a") }

// needsOf are the needs of an expression.
func needsOf(expr string) needs {
	tree, err := syntax.Parse(expr, syntax.Perl)
	if err != nil {
		return nil // compiling it will tell
	}
	var out needs
	for _, w := range shortest(wordings(tree)) {
		n := needIn(w)
		if n.letters == 0 {
			return nil
		}
		out = append(out, n)
	}
	// Those that ask for the fewest letters are met soonest.
	slices.SortStableFunc(out, func(a, b need) int {
		return cmp.Compare(bits.OnesCount64(a.letters), bits.OnesCount64(b.letters))
	})
	return out
}

func needIn(wording string) need {
	var n need
	for i := range len(wording) {
		c := wording[i]
		if c == gap {
			continue
		}
		n.letters |= 1 << codes[c]
		if i > 0 && wording[i-1] != gap {
			n.pairs = append(n.pairs, [2]byte{codes[wording[i-1]], codes[c]})
		}
	}
	return n
}

// shortest drops the wordings that hold another one: what meets them meets that.
func shortest(list []string) []string {
	slices.SortFunc(list, func(a, b string) int { return cmp.Or(cmp.Compare(len(a), len(b)), cmp.Compare(a, b)) })
	list = slices.Compact(list)
	var out []string
	for _, w := range list {
		if !slices.ContainsFunc(out, func(o string) bool { return strings.Contains(w, strings.Trim(o, unknown)) }) {
			out = append(out, w)
		}
	}
	return out
}
