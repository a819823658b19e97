package diagram

import "dpmap/graph/rules"

// style is how a verdict looks: colour, line and mark each tell it alone, so
// that grey print and colour-blind eyes lose nothing.
type style struct {
	verdict rules.Verdict
	colour  string // dark enough for white text on it (4.5 to 1) and to stand on white
	mark    string // a character of the embedded font
	line    string // the line's pattern in words
	dash    []float64
	double  bool
	dot     string // the pattern as DOT's style
	meaning string // in plain words, for the legend
}

// styles are the verdicts from the worst to the best, as the legend lists them.
var styles = []style{
	{rules.Unprotected, "#b3001b", "×", "short dashes", []float64{4, 2}, false, "dashed", "nothing covers it, act on it first"},
	{rules.Unknown, "#6b5900", "?", "dots", []float64{1.6, 2.4}, false, "dotted", "the register does not tell enough"},
	{rules.Derogation, "#7b3294", "†", "dashes and dots", []float64{9, 2.5, 2, 2.5}, false, "dashed", "an exception for single cases"},
	{rules.Conditional, "#a34700", "!", "long dashes", []float64{10, 4}, false, "dashed", "allowed on proof, none recorded"},
	{rules.Safeguarded, "#00664d", "§", "double line", nil, true, "solid", "covered by a contract tool"},
	{rules.Adequate, "#005a9c", "√", "solid line", nil, false, "solid", "the law approves the country"},
	{rules.Home, "#4a4a4a", "⌂", "thin solid line", nil, false, "solid", "the rules for abroad do not apply"},
}

// styleOf is the look of a verdict; a verdict that was never given looks
// unknown.
func styleOf(v rules.Verdict) style {
	for _, s := range styles {
		if s.verdict == v {
			return s
		}
	}
	return styleOf(rules.Unknown)
}

// width of the line in points.
func (s style) width(heavy bool) float64 {
	switch {
	case s.double && heavy:
		return 4.6
	case s.double:
		return 3.2
	case heavy:
		return 3
	case s.verdict == rules.Home:
		return 0.8
	}
	return 1.4
}
