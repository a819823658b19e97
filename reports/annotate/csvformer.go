package annotate

import (
	"regexp"
	"slices"
	"strings"

	"dpmap/graph"
	"dpmap/graph/rules"
)

// ownColumn is the column that an earlier run added, 0 when there is none.
func (f csvFile) ownColumn(headRow int) int {
	if headRow < 0 {
		return 0
	}
	return 1 + slices.IndexFunc(f.cells(f.records[headRow]), func(text string) bool {
		heading, _, _ := strings.Cut(text, " |")
		return heading == sheetName
	})
}

// inColumn puts a text into a column of a record, behind what somebody else
// wrote there, which stays as it is.
func (f csvFile) inColumn(rec record, col int, text string) edit {
	text = f.safe(text)
	if rec.cells < col {
		return edit{rec.to, rec.to, strings.Repeat(string(f.delimiter), col-rec.cells) + f.quote(text)}
	}
	from, to := f.bounds(rec, col)
	there := plainCell(f.text[from:to])
	switch kept := withoutItems(there); {
	case kept != "" && text != "":
		text = kept + " | " + text
	case kept != "":
		text = kept
	}
	if text == there {
		return edit{from, to, string(f.text[from:to])} // as it is quoted
	}
	return edit{from, to, f.quote(text)}
}

// withoutItems is what somebody wrote into a cell of our column: what stands
// before the first item.
func withoutItems(text string) string {
	if heading, _, _ := strings.Cut(text, " |"); heading == sheetName {
		return ""
	}
	if at := itemStart.FindStringIndex(text); at != nil {
		text = text[:at[0]]
	}
	return strings.TrimSpace(text)
}

// itemStart finds where the first item of a cell begins, as line writes it.
var itemStart = func() *regexp.Regexp {
	var words []string
	for _, w := range []string{graph.RowNotUsed, graph.ValueNotUsed, graph.ToCheck} {
		words = append(words, strings.ToUpper(w))
	}
	for s := rules.Low; s <= rules.Critical; s++ {
		words = append(words, strings.ToUpper(s.String())+" [a-z0-9-]+")
	}
	return regexp.MustCompile(`(^| \| )(` + strings.Join(words, "|") + `)( at [A-Z]+[0-9]+( \([^|]*\))?)?: `)
}()
