package annotate

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"dpmap/reports"
	"dpmap/reports/wording"
)

// listColumns are the columns of the added sheet and their widths.
var listColumns = []struct {
	heading string
	width   float64
}{
	{"No.", 6}, {"How grave", 15}, {"Where", 26}, {"Column", 20}, {"What is wrong", 58}, {"What to do", 56}, {"Compare", 26}, {"Law", 28}, {"Rule", 28}, {"Accepted", 24},
}

// maxLinks is how many links a sheet can have.
const maxLinks = 65000

// listing is the added sheet: every finding and problem, with links to the
// cells of this workbook.
func (b *book) listing(list []item, file string, r *reports.Report, done Done) []byte {
	s := b.styles
	l := &listWriter{styles: s.listStyles()}
	l.row(28, cellOf(listTitle, l.styles.title))
	for _, sentence := range listHead(file, r, done) {
		l.row(15, cellOf(sentence, l.styles.note))
	}
	l.row(6)
	head := len(l.heights) + 1
	var heads []listCell
	for _, c := range listColumns {
		heads = append(heads, cellOf(c.heading, l.styles.head))
	}
	l.row(20, heads...)
	for i := range list {
		l.item(i, &list[i])
	}
	if len(list) == 0 {
		l.row(15, cellOf("", l.styles.text), cellOf("", l.styles.text), cellOf("", l.styles.text), cellOf("", l.styles.text), cellOf("Nothing was found", l.styles.text))
	}
	return []byte(l.sheet(b, head))
}

func listHead(file string, r *reports.Report, done Done) []string {
	by := "Judged by dpmap"
	if r.Version != "" {
		by += " " + r.Version
	}
	out := []string{by + " by the law as at " + asAt(r) + ". Not legal advice. " + file + ": " +
		wording.Count(done.Items, "finding or unreadable value", "findings and unreadable values") + " at " + wording.Count(done.Cells, "cell", "cells") + "."}
	out = append(out, "Each of those cells has a thick border, mostly a new fill, and a note. Nothing else of the workbook was changed, and this sheet was added. "+
		"A dashed border marks what could not be read.")
	if done.Elsewhere > 0 {
		out = append(out, wording.Count(done.Elsewhere, "more rests", "more rest")+" on no cell of this workbook and only stand here.")
	}
	out = append(out, "Mend your own register, not this copy. When a copy is annotated again, its notes and this list are made anew and the highlights stay: a highlighted cell without a note has nothing wrong now.")
	return out
}

type listCell struct {
	text  string
	style int
	num   bool
	link  string
	tip   string
}

func cellOf(text string, style int) listCell { return listCell{text: text, style: style} }

type listWriter struct {
	styles  listStyles
	rows    strings.Builder
	links   strings.Builder
	n       int // links
	heights []float64
}

func (l *listWriter) item(i int, it *item) {
	st := l.styles
	where := listCell{text: it.at.String(), style: st.text}
	switch {
	case it.place != "":
		where = listCell{text: strings.TrimPrefix(it.at.String(), it.at.File+"!"), style: st.link, link: it.place, tip: "Go to " + it.place}
		if it.at.Col == 0 {
			where.text = it.at.Sheet + ", row " + strconv.Itoa(it.at.Row)
		}
	case it.at.IsZero():
		where.text = "The register as a whole"
	}
	var compare []string
	if it.noNote != "" {
		compare = append(compare, "No note: "+it.noNote)
	}
	for _, ref := range it.related {
		compare = append(compare, strings.TrimPrefix(ref.String(), it.at.File+"!"))
	}
	cells := []listCell{
		{text: strconv.Itoa(i + 1), style: st.text, num: true}, {text: strings.ToUpper(it.word), style: st.look[it.look]}, where, {text: it.at.Heading, style: st.text},
		{text: it.says, style: st.text}, {text: it.fix, style: st.text}, {text: strings.Join(compare, "\n"), style: st.text},
		{text: it.law, style: st.text}, {text: it.code, style: st.text}, {text: it.accepted, style: st.text},
	}
	high := 1
	for i, c := range cells {
		high = max(high, listLines(c.text, listColumns[i].width))
	}
	l.row(min(409, float64(high)*13+4), cells...)
}

// listLines estimates the lines that a text takes in a column.
func listLines(text string, width float64) int {
	n := 0
	for line := range strings.SplitSeq(text, "\n") {
		n += max(1, int(float64(utf8.RuneCountInString(line))*0.95/(width-1)+0.999))
	}
	return n
}

// row writes one row. A text of more than a cell can hold is cut.
func (l *listWriter) row(height float64, cells ...listCell) {
	l.heights = append(l.heights, height)
	n := len(l.heights)
	l.rows.WriteString(`<row r="` + strconv.Itoa(n) + `" ht="` + strconv.FormatFloat(height, 'f', -1, 64) + `" customHeight="1">`)
	for i, c := range cells {
		ref := at(n, i+1)
		l.rows.WriteString(`<c r="` + ref + `" s="` + strconv.Itoa(c.style) + `"`)
		switch {
		case c.text == "":
			l.rows.WriteString("/>")
		case c.num:
			l.rows.WriteString("><v>" + c.text + "</v></c>")
		default:
			l.rows.WriteString(` t="inlineStr"><is><t xml:space="preserve">` + cellText(fit(c.text)) + "</t></is></c>")
		}
		if c.link != "" && l.n < maxLinks {
			l.n++
			l.links.WriteString(`<hyperlink ref="` + ref + `" location="` + escape(c.link) + `" display="` + escape(c.text) + `" tooltip="` + escape(c.tip) + `"/>`)
		}
	}
	l.rows.WriteString("</row>")
}

func fit(s string) string {
	if len(s) <= maxNote {
		return s
	}
	n := 0
	for i, c := range s {
		if n += utf16Len(c); n > maxNote-1 {
			return s[:i] + "…"
		}
	}
	return s
}

func utf16Len(c rune) int {
	if c > 0xffff {
		return 2
	}
	return 1
}

// sheet is the whole part. The main namespace is the workbook's.
func (l *listWriter) sheet(b *book, head int) string {
	var cols strings.Builder
	for i, c := range listColumns {
		n := strconv.Itoa(i + 1)
		cols.WriteString(`<col min="` + n + `" max="` + n + `" width="` + strconv.FormatFloat(c.width, 'f', -1, 64) + `" customWidth="1"/>`)
	}
	next := strconv.Itoa(head + 1)
	last := at(max(len(l.heights), head), len(listColumns))
	links := ""
	if l.n > 0 {
		links = "<hyperlinks>" + l.links.String() + "</hyperlinks>"
	}
	return xmlHead + `<worksheet xmlns="` + b.space + `"><sheetPr><tabColor rgb="FFC00000"/><pageSetUpPr fitToPage="1"/></sheetPr><dimension ref="A1:` + last + `"/>` +
		`<sheetViews><sheetView showGridLines="0" workbookViewId="0"><pane ySplit="` + strconv.Itoa(head) + `" topLeftCell="A` + next + `" activePane="bottomLeft" state="frozen"/>` +
		`<selection pane="bottomLeft" activeCell="A` + next + `" sqref="A` + next + `"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/>` +
		"<cols>" + cols.String() + "</cols><sheetData>" + l.rows.String() + "</sheetData>" +
		`<autoFilter ref="A` + strconv.Itoa(head) + ":" + last + `"/>` + links +
		`<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.6" header="0.3" footer="0.3"/>` +
		`<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/><headerFooter><oddFooter>&amp;L&amp;A&amp;RPage &amp;P of &amp;N</oddFooter></headerFooter></worksheet>`
}
