package ropa

import (
	"github.com/xuri/excelize/v2"

	"dpmap/graph/rules"
)

// style is one of the few looks that cells have. Fills only repeat what the
// words of a cell say.
type style int

const (
	plain     style = iota
	muted           // "not recorded": grey and slanted, so that it is not read as a value
	title           // a sheet's name
	note            // what a sheet holds
	band            // title over a group of columns
	head            // a column's heading
	label           // name of a value beside it
	number          // a count
	link            // leads to another cell
	quiet           // a cell that leads nowhere and weighs little: places, codes
	entry           // for people to fill in
	entryDate       // likewise, a date
	fine            // verdicts, from here on
	careful
	doubtful
	broken
	critical // severities
	high
	medium
	low
)

const (
	ink    = "1B2733"
	grey   = "5F6B76"
	blue   = "0B5394"
	rule   = "C9D1D9"
	dark   = "1F3A4D"
	middle = "DCE6EC"
	paper  = "FFFFFF"
)

// styleNames is indexed by style, for the golden files.
var styleNames = [...]string{"plain", "muted", "title", "note", "band", "head", "label", "number", "link", "quiet",
	"entry", "entry-date", "fine", "careful", "doubtful", "broken", "critical", "high", "medium", "low"}

func (s style) String() string { return styleNames[s] }

// looks is indexed by style.
func looks() []excelize.Style {
	filled := func(colour, text string, bold bool) excelize.Style {
		s := boxed(excelize.Font{Color: text, Bold: bold})
		s.Fill = fill(colour)
		return s
	}
	s := make([]excelize.Style, low+1)
	s[plain] = boxed(excelize.Font{Color: ink})
	s[muted] = boxed(excelize.Font{Color: grey, Italic: true})
	s[title] = excelize.Style{Font: font(excelize.Font{Size: 15, Bold: true, Color: dark}), Alignment: &excelize.Alignment{Vertical: "center"}}
	s[note] = excelize.Style{Font: font(excelize.Font{Color: grey}), Alignment: &excelize.Alignment{Vertical: "center"}}
	s[band] = excelize.Style{Font: font(excelize.Font{Bold: true, Color: dark}), Fill: fill(middle), Alignment: &excelize.Alignment{Vertical: "center"}}
	s[head] = filled(dark, paper, true)
	s[head].Font.Size = 9
	s[head].Alignment.Vertical = "center"
	s[label] = filled("EEF2F5", dark, true)
	s[number] = boxed(excelize.Font{Color: ink})
	s[number].Alignment = &excelize.Alignment{Vertical: "top", WrapText: true, Horizontal: "center"}
	s[link] = boxed(excelize.Font{Color: blue, Underline: "single"})
	s[quiet] = boxed(excelize.Font{Color: grey})
	s[entry] = filled("FFFDF2", ink, false)
	s[entryDate] = filled("FFFDF2", ink, false)
	format := "d mmm yyyy"
	s[entryDate].CustomNumFmt = &format
	s[fine] = filled("E3F0F7", ink, false)
	s[careful] = filled("FFF2CC", ink, false)
	s[doubtful] = filled("E7E3EE", ink, true)
	s[broken] = filled("F6CFC4", ink, true)
	s[critical] = filled("F1AF9E", ink, true)
	s[high] = filled("F9DCC4", ink, true)
	s[medium] = filled("FFF6DA", ink, false)
	s[low] = filled("EEF2F5", ink, false)
	return s
}

// boxed is the look of a table's cell: wrapped text at the top of a thin box,
// with a margin, so that it does not touch the text of the cell before.
func boxed(f excelize.Font) excelize.Style {
	var border []excelize.Border
	for _, side := range [...]string{"left", "right", "top", "bottom"} {
		border = append(border, excelize.Border{Type: side, Color: rule, Style: 1})
	}
	return excelize.Style{Font: font(f), Border: border, Alignment: &excelize.Alignment{Vertical: "top", WrapText: true, Horizontal: "left", Indent: 1}}
}

func font(f excelize.Font) *excelize.Font {
	f.Family = "Calibri"
	if f.Size == 0 {
		f.Size = 10
	}
	return &f
}

func fill(colour string) excelize.Fill {
	return excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{colour}}
}

// addStyles makes the styles in f; the result is indexed by style.
func addStyles(f *excelize.File) ([]int, error) {
	var ids []int
	for _, s := range looks() {
		id, err := f.NewStyle(&s)
		if err != nil {
			return nil, err
		}
		ids = append(ids, id)
	}
	return ids, nil
}

// ofVerdict is the look of a verdict.
func ofVerdict(v rules.Verdict) style {
	switch v {
	case rules.Home, rules.Adequate, rules.Safeguarded:
		return fine
	case rules.Conditional, rules.Derogation:
		return careful
	case rules.Unprotected:
		return broken
	}
	return doubtful
}

// ofSeverity is the look of a severity.
func ofSeverity(s rules.Severity) style {
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
