package annotate

import (
	"bytes"
	"slices"
	"strings"
)

// element is one element of an XML text, by its place in it. Parts are edited
// as text so that every byte that is not meant to change stays.
type element struct {
	name  string // without prefix
	from  int    // of its "<"
	inner int    // behind its start tag
	close int    // of its end tag; inner for an empty element
	to    int    // behind its end tag
}

// isEmpty reports whether the element is written <a/>.
func (e element) isEmpty() bool { return e.inner == e.to }

// tag is a start or end tag: text[from:to].
type tag struct {
	from, to       int
	closing, empty bool
}

// nextTag finds the first start or end tag from pos on. Comments,
// instructions and CDATA sections are passed over.
func nextTag(text []byte, pos int) (tag, bool) {
	for {
		n := bytes.IndexByte(text[pos:], '<')
		if n < 0 {
			return tag{}, false
		}
		from := pos + n
		rest := text[from:]
		skip := ""
		switch {
		case bytes.HasPrefix(rest, []byte("<!--")):
			skip = "-->"
		case bytes.HasPrefix(rest, []byte("<![CDATA[")):
			skip = "]]>"
		case bytes.HasPrefix(rest, []byte("<?")):
			skip = "?>"
		case bytes.HasPrefix(rest, []byte("<!")):
			skip = ">"
		}
		if skip != "" {
			end := bytes.Index(rest, []byte(skip))
			if end < 0 {
				return tag{}, false
			}
			pos = from + end + len(skip)
			continue
		}
		end := tagEnd(rest)
		if end < 0 {
			return tag{}, false
		}
		return tag{from, from + end, rest[1] == '/', rest[end-2] == '/'}, true
	}
}

// tagEnd is the length of the tag that text begins with; a ">" within an
// attribute's value does not end it.
func tagEnd(text []byte) int {
	quote := byte(0)
	for i, c := range text {
		switch {
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case c == '"' || c == '\'':
			quote = c
		case c == '>' && i > 1:
			return i + 1
		}
	}
	return -1
}

// tagName is the name of a tag without its prefix.
func tagName(text []byte) string {
	text = bytes.TrimLeft(text, "</")
	if i := bytes.IndexAny(text, " \t\r\n/>"); i >= 0 {
		text = text[:i]
	}
	if i := bytes.IndexByte(text, ':'); i >= 0 {
		text = text[i+1:]
	}
	return string(text)
}

// rootOf is the outermost element.
func rootOf(text []byte) (element, bool) {
	all := childrenIn(text, 0, len(text))
	if len(all) != 1 {
		return element{}, false
	}
	return all[0], true
}

// childrenOf lists the elements that lie directly in e.
func childrenOf(text []byte, e element) []element { return childrenIn(text, e.inner, e.close) }

func childrenIn(text []byte, from, to int) []element {
	var out []element
	depth := 0
	var open element
	for pos := from; pos < to; {
		t, ok := nextTag(text[:to], pos)
		if !ok {
			break
		}
		pos = t.to
		switch {
		case t.closing:
			depth--
			if depth == 0 {
				open.close, open.to = t.from, t.to
				out = append(out, open)
			}
			if depth < 0 {
				return out
			}
		default:
			if depth == 0 {
				open = element{name: tagName(text[t.from:t.to]), from: t.from, inner: t.to, close: t.to, to: t.to}
				if t.empty {
					out = append(out, open)
				}
			}
			if !t.empty {
				depth++
			}
		}
	}
	return out
}

// child is the first element of that name directly in e.
func child(text []byte, e element, name string) (element, bool) {
	all := childrenOf(text, e)
	i := slices.IndexFunc(all, func(c element) bool { return c.name == name })
	if i < 0 {
		return element{}, false
	}
	return all[i], true
}

// attribute is one attribute of a start tag; from and to bound its raw value.
type attribute struct {
	name     string // with prefix
	from, to int
}

func attributesOf(text []byte, e element) []attribute {
	var out []attribute
	s := text[:e.inner]
	i := e.from + 1
	for i < len(s) && !strings.ContainsRune(" \t\r\n/>", rune(s[i])) {
		i++
	}
	for {
		for i < len(s) && strings.ContainsRune(" \t\r\n", rune(s[i])) {
			i++
		}
		eq := bytes.IndexByte(s[min(i, len(s)):], '=')
		if eq < 0 {
			return out
		}
		name := strings.TrimSpace(string(s[i : i+eq]))
		i += eq + 1
		for i < len(s) && s[i] != '"' && s[i] != '\'' {
			i++
		}
		if i >= len(s) {
			return out
		}
		end := bytes.IndexByte(s[i+1:], s[i])
		if end < 0 {
			return out
		}
		out = append(out, attribute{name, i + 1, i + 1 + end})
		i += end + 2
	}
}

// attr is the value of the attribute of that name, as written with its prefix.
func attr(text []byte, e element, name string) (string, bool) {
	for _, a := range attributesOf(text, e) {
		if a.name == name {
			return unescape(string(text[a.from:a.to])), true
		}
	}
	return "", false
}

// prefixed is the value of an attribute with any prefix, as r:id is.
func prefixed(text []byte, e element, local string) string {
	for _, a := range attributesOf(text, e) {
		if _, name, ok := strings.Cut(a.name, ":"); ok && name == local {
			return unescape(string(text[a.from:a.to]))
		}
	}
	return ""
}

// prefixOf is the prefix of e's name with its colon, "" for none.
func prefixOf(text []byte, e element) string {
	name := text[e.from+1 : e.inner]
	name = name[:bytes.IndexAny(name, " \t\r\n/>")]
	return string(name[:bytes.IndexByte(name, ':')+1])
}
