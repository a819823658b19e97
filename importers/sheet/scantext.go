package sheet

import (
	"bytes"
	"unicode/utf8"
)

// What a byte can be in XML.
const (
	nameByte    = 1 << iota // inside a name
	startByte               // at the start of a name
	controlByte             // forbidden everywhere
	highByte                // part of a character beyond ASCII
	decodeByte              // an entity, or a line break to make plain
	bracketByte
	lessByte
	lineByte // tab or line feed, a space in an attribute
)

var classes = func() (t [256]uint8) {
	for c := range t {
		switch b := byte(c); {
		case b >= 'a' && b <= 'z', b >= 'A' && b <= 'Z', b == '_':
			t[c] = nameByte | startByte
		case b >= '0' && b <= '9', b == '-', b == '.', b == ':':
			t[c] = nameByte
		case b >= 0x80:
			t[c] = nameByte | startByte | highByte
		case b == '&' || b == '\r':
			t[c] = decodeByte
		case b == ']':
			t[c] = bracketByte
		case b == '<':
			t[c] = lessByte
		case b == '\t' || b == '\n':
			t[c] = lineByte
		case b < 0x20:
			t[c] = controlByte
		}
	}
	return t
}()

func isSpace(c byte) bool { return c == ' ' || c == '\t' || c == '\n' || c == '\r' }

func validUTF8(b []byte) bool {
	for _, c := range b {
		if c >= 0x80 {
			return utf8.Valid(b)
		}
	}
	return true
}

// chars scans text up to the next tag.
func (s *scanner) chars() (token, error) {
	for from := 0; ; {
		if i := bytes.IndexByte(s.buf[s.pos+from:s.end], '<'); i >= 0 {
			raw := s.buf[s.pos : s.pos+from+i]
			s.pos += from + i
			s.scratch = s.scratch[:0]
			text, err := s.decode(raw, false)
			s.text = text
			return textToken, err
		}
		from = s.end - s.pos
		if err := s.need(from + 1); err != nil {
			return 0, err
		}
	}
}

// decode checks a text or an attribute's value and resolves its entities. The
// result lies in the window or in scratch.
func (s *scanner) decode(raw []byte, attribute bool) ([]byte, error) {
	var seen uint8
	for _, c := range raw {
		seen |= classes[c]
	}
	if seen&(controlByte|highByte|decodeByte|bracketByte|lessByte|lineByte) == 0 {
		return raw, nil
	}
	switch {
	case seen&controlByte != 0:
		return nil, damaged("it holds a control character")
	case seen&highByte != 0 && !plainUTF8(raw):
		return nil, damaged("it holds bytes that are no characters (UTF-8)")
	case seen&lessByte != 0:
		return nil, damaged("a tag is malformed")
	case seen&bracketByte != 0 && !attribute && bytes.Contains(raw, []byte("]]>")):
		return nil, damaged("a text holds ]]>")
	}
	if seen&decodeByte == 0 && (seen&lineByte == 0 || !attribute) {
		return raw, nil
	}
	start := len(s.scratch)
	var err error
	s.scratch, err = appendDecoded(s.scratch, raw, attribute)
	return s.scratch[start:], err
}

// plainUTF8 reports whether b is UTF-8 without the two characters that XML
// forbids.
func plainUTF8(b []byte) bool {
	return utf8.Valid(b) && !bytes.Contains(b, []byte("\ufffe")) && !bytes.Contains(b, []byte("\uffff"))
}

// appendDecoded appends raw with entities resolved and line ends made plain.
func appendDecoded(dst, raw []byte, attribute bool) ([]byte, error) {
	for i := 0; i < len(raw); {
		switch c := raw[i]; {
		case c == '&':
			n := bytes.IndexByte(raw[i:], ';')
			if n < 0 {
				return dst, damaged("an & is not written as &amp;")
			}
			r, err := entity(raw[i+1 : i+n])
			if err != nil {
				return dst, err
			}
			dst = utf8.AppendRune(dst, r)
			i += n + 1
			continue
		case c == '\r':
			if i+1 < len(raw) && raw[i+1] == '\n' {
				i++
			}
			c = '\n'
			fallthrough
		default:
			if attribute && isSpace(c) {
				c = ' '
			}
			dst = append(dst, c)
		}
		i++
	}
	return dst, nil
}

// entity resolves what stands between & and ;.
func entity(name []byte) (rune, error) {
	switch string(name) {
	case "amp":
		return '&', nil
	case "lt":
		return '<', nil
	case "gt":
		return '>', nil
	case "quot":
		return '"', nil
	case "apos":
		return '\'', nil
	}
	if len(name) > 1 && len(name) < 12 && name[0] == '#' {
		if r := charRef(name[1:]); r > 0 {
			return r, nil
		}
		return 0, damaged("it holds a character reference that is no character")
	}
	for _, c := range name {
		if classes[c]&nameByte == 0 {
			return 0, damaged("an & is not written as &amp;")
		}
	}
	return 0, damaged("it uses an entity that is not defined")
}

// charRef reads a number, x and hexadecimal or decimal, and gives the
// character that it is in XML, or 0.
func charRef(digits []byte) rune {
	base := rune(10)
	if digits[0] == 'x' {
		base, digits = 16, digits[1:]
	}
	if len(digits) == 0 {
		return 0
	}
	var r rune
	for _, c := range digits {
		d := hexDigit(c)
		if d < 0 || d >= base {
			return 0
		}
		if r = r*base + d; r > utf8.MaxRune {
			return 0
		}
	}
	if r < 0x20 && r != '\t' && r != '\n' && r != '\r' || !utf8.ValidRune(r) || r == 0xfffe || r == 0xffff {
		return 0
	}
	return r
}

func hexDigit(c byte) rune {
	switch {
	case c >= '0' && c <= '9':
		return rune(c - '0')
	case c >= 'a' && c <= 'f':
		return rune(c-'a') + 10
	case c >= 'A' && c <= 'F':
		return rune(c-'A') + 10
	}
	return -1
}
