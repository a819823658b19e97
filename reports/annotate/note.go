package annotate

import (
	"strconv"
	"strings"
	"unicode/utf16"
)

const (
	author = "dpmap"
	// noteHead begins every note of ours, by which the next run knows it.
	noteHead = "dpmap, as at "
	// moreWords stand where a note counts what it has no room for.
	moreWords = " more: see the sheet "
	// maxNote is how many UTF-16 units a note can hold.
	maxNote = 32767
	// longNote is how long a note of ours grows before it counts the rest: a
	// note does not scroll.
	longNote = 2400
)

// run is a piece of a note's text.
type run struct {
	text string
	bold bool
}

// noteOf is the note of a cell: its items in their order, the gravest first.
// room is how many UTF-16 units it may take.
func noteOf(list []item, asAt, sheet string, room int) []run {
	out := []run{{noteHead + asAt, true}}
	size := units(out[0].text)
	for i := range list {
		head, body := list[i].note()
		n := units(head) + units(body)
		rest := "\n\nand " + strconv.Itoa(len(list)-i) + moreWords + sheet
		if size+n+units(rest) > room || (i > 0 && size+n > longNote) {
			if size+units(rest) <= room {
				out = append(out, run{rest, false})
			}
			break
		}
		out = append(out, run{head, true}, run{body, false})
		size += n
	}
	return out
}

// note is an item as its cell's note tells it.
func (i *item) note() (head, body string) {
	head = "\n\n" + strings.ToUpper(i.word)
	if i.code != "" {
		head += "  " + i.code
	}
	whole := ""
	if i.at.Col == 0 {
		whole = "This row: "
	}
	body = "\n" + whole + onePara(i.says) + "."
	if i.fix != "" {
		body += "\nTo do: " + strings.TrimSuffix(onePara(i.fix), ".") + "."
	}
	return head, body
}

// onePara is a text without blank lines, which part the items of a note.
func onePara(s string) string {
	for strings.Contains(s, "\n\n") {
		s = strings.ReplaceAll(s, "\n\n", "\n")
	}
	return s
}

func units(s string) int {
	n := 0
	for _, c := range s {
		n += max(1, utf16.RuneLen(c))
	}
	return n
}

// textOf is the whole text of a note.
func textOf(runs []run) string {
	var b strings.Builder
	for _, r := range runs {
		b.WriteString(r.text)
	}
	return b.String()
}

// runsXML is a note's text as a comments part holds it.
func runsXML(prefix string, runs []run) string {
	var b strings.Builder
	for _, r := range runs {
		bold := ""
		if r.bold {
			bold = "<" + prefix + "b/>"
		}
		b.WriteString(strings.NewReplacer("~", prefix).Replace(
			`<~r><~rPr>` + bold + `<~sz val="9"/><~color indexed="81"/><~rFont val="Tahoma"/><~family val="2"/></~rPr><~t xml:space="preserve">`))
		b.WriteString(cellText(r.text))
		b.WriteString("</" + prefix + "t></" + prefix + "r>")
	}
	return b.String()
}
