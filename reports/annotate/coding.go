package annotate

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

// coding is how a text file is written.
type coding struct {
	mark string // of the byte order
	wide encoding.Encoding
	old  bool // Windows-1252
}

// decode tells how the file is written. UTF-16 becomes UTF-8; other bytes stay,
// since what parts records is the same in them.
func decode(data []byte) ([]byte, coding) {
	little := unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)
	big := unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)
	for _, c := range []coding{{mark: "\xef\xbb\xbf"}, {mark: "\xff\xfe", wide: little}, {mark: "\xfe\xff", wide: big}} {
		if rest, ok := bytes.CutPrefix(data, []byte(c.mark)); ok {
			return widen(rest, c)
		}
	}
	switch {
	case zeros(data, 1) && !zeros(data, 0):
		return widen(data, coding{wide: little})
	case zeros(data, 0) && !zeros(data, 1):
		return widen(data, coding{wide: big})
	}
	return data, coding{old: !utf8.Valid(data)}
}

func widen(data []byte, c coding) ([]byte, coding) {
	if c.wide == nil {
		return data, c
	}
	text, err := c.wide.NewDecoder().Bytes(data)
	if err != nil {
		return data, c
	}
	return text, c
}

// zeros reports whether most bytes at even (0) or odd (1) places are zero.
func zeros(data []byte, odd int) bool {
	n, all := 0, 0
	for i := odd; i < min(len(data), 4096); i += 2 {
		all++
		if data[i] == 0 {
			n++
		}
	}
	return n > 2 && n*2 > all
}

// encode writes the text as the file was written.
func (c coding) encode(text []byte) ([]byte, error) {
	if c.wide == nil {
		return append([]byte(c.mark), text...), nil
	}
	out, err := c.wide.NewEncoder().Bytes(text)
	return append([]byte(c.mark), out...), err
}

// old1252 is s in Windows-1252; a character that it lacks becomes a question
// mark.
func old1252(s string) string {
	var b strings.Builder
	for _, c := range s {
		if out, ok := charmap.Windows1252.EncodeRune(c); ok {
			b.WriteByte(out)
			continue
		}
		b.WriteByte('?')
	}
	return b.String()
}
