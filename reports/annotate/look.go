package annotate

import "dpmap/graph/rules"

// look is how a cell is marked. Each has a border that no other marking of
// registers has, so that it does not rest on colour, nor on the fill where the
// cell's own must stay.
type look int

const (
	low look = iota + 1
	medium
	high
	critical
	unread // what could not be read
	looks
)

func lookOf(s rules.Severity) look {
	switch s {
	case rules.Critical:
		return critical
	case rules.High:
		return high
	case rules.Medium:
		return medium
	}
	return low
}

// fills is indexed by look.
var fills = [looks]string{low: "FFE3EBF0", medium: "FFFFF2CC", high: "FFF9DCC4", critical: "FFF1AF9E", unread: "FFE4DCF1"}

// lines is indexed by look: the border's style and colour.
var lines = [looks]struct{ style, colour string }{
	low: {"medium", "FF5F6B76"}, medium: {"medium", "FF9C5700"}, high: {"medium", "FFC00000"}, critical: {"thick", "FFC00000"},
	unread: {"mediumDashed", "FF5B3A8C"},
}

// graver is the look of a cell with two items.
func graver(a, b look) look {
	switch {
	case a == unread:
		return b
	case b == unread:
		return a
	}
	return max(a, b)
}
