package reports

import "strings"

// formulaStarts are what spreadsheet programs take for the start of a formula,
// with the wide forms that East Asian versions read alike.
const formulaStarts = "=+-@\t\r\n＝＋－＠"

// Guard returns the text so that no spreadsheet program runs it when it opens
// a CSV: an apostrophe goes before what would begin a formula. That holds for
// the whole value and for what follows a semicolon or a tab in it, since
// programs set to those separators would begin a cell there. Characters that
// are not text (controls, changes of direction) become visible.
func Guard(s string) string {
	s = cleanLines(s)
	if !strings.ContainsAny(s, formulaStarts) {
		return s
	}
	var b strings.Builder
	start := true
	for _, c := range s {
		if start && strings.ContainsRune(formulaStarts, c) {
			b.WriteByte('\'')
		}
		b.WriteRune(c)
		start = c == ';' || c == '\t'
	}
	return b.String()
}
