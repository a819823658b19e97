package annotate

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// edit replaces text[from:to] of a part.
type edit struct {
	from, to int
	text     string
}

// apply makes the edits, which do not overlap; those at one place follow each
// other in the order given.
func apply(text []byte, edits []edit) []byte {
	slices.SortStableFunc(edits, func(a, b edit) int { return cmp.Compare(a.from, b.from) })
	var out []byte
	pos := 0
	for _, e := range edits {
		out = append(out, text[pos:e.from]...)
		out = append(out, e.text...)
		pos = e.to
	}
	return append(out, text[pos:]...)
}

// insertEnd puts text at the end of e's content.
func insertEnd(part []byte, e element, text string) edit {
	if !e.isEmpty() {
		return edit{e.close, e.close, text}
	}
	name := prefixOf(part, e) + e.name
	return edit{e.inner - 2, e.inner, ">" + text + "</" + name + ">"}
}

// setAttr gives e the attribute, in the place of the one it has.
func setAttr(part []byte, e element, name, value string) edit {
	for _, a := range attributesOf(part, e) {
		if a.name == name {
			return edit{a.from, a.to, escape(value)}
		}
	}
	end := e.inner - 1
	if e.isEmpty() {
		end--
	}
	return edit{end, end, " " + name + `="` + escape(value) + `"`}
}

var escaper = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;", "\r", "&#13;")

// escape makes a text fit for XML content and attributes. What no reader could
// see becomes the replacement character.
func escape(s string) string {
	return escaper.Replace(strings.Map(visible, s))
}

func visible(c rune) rune {
	switch {
	case c == '\n' || c == '\t':
		return c
	case unicode.IsControl(c), c >= '\u202a' && c <= '\u202e', c >= '\u2066' && c <= '\u2069', c == '\ufffe', c == '\uffff':
		return unicode.ReplacementChar
	}
	return c
}

// cellText makes a text fit for a cell or note: spreadsheet programs read
// _x0041_ as the letter A, so such a text is told apart.
func cellText(s string) string {
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if s[i] == '_' && isCode(s[i:]) {
			b.WriteString("_x005F")
		}
		b.WriteByte(s[i])
	}
	return escape(b.String())
}

func isCode(s string) bool {
	if len(s) < 7 || s[1] != 'x' || s[6] != '_' {
		return false
	}
	_, err := strconv.ParseUint(s[2:6], 16, 16)
	return err == nil
}

// unescape is the text that XML content or an attribute stands for.
func unescape(s string) string {
	if !strings.Contains(s, "&") {
		return s
	}
	var b strings.Builder
	for {
		i := strings.IndexByte(s, '&')
		end := strings.IndexByte(s[max(i, 0):], ';')
		if i < 0 || end < 0 {
			return b.String() + s
		}
		b.WriteString(s[:i])
		b.WriteString(entity(s[i+1 : i+end]))
		s = s[i+end+1:]
	}
}

func entity(name string) string {
	switch name {
	case "amp":
		return "&"
	case "lt":
		return "<"
	case "gt":
		return ">"
	case "quot":
		return `"`
	case "apos":
		return "'"
	}
	n, err := uint64(0), error(nil)
	if hex, ok := strings.CutPrefix(name, "#x"); ok {
		n, err = strconv.ParseUint(hex, 16, 32)
	} else if dec, ok := strings.CutPrefix(name, "#"); ok {
		n, err = strconv.ParseUint(dec, 10, 32)
	} else {
		return "&" + name + ";"
	}
	if err != nil || !utf8.ValidRune(rune(n)) {
		return string(unicode.ReplacementChar)
	}
	return string(rune(n))
}
