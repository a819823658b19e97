package sheet

import (
	"bytes"
	"slices"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

// decodeText turns a text file into UTF-8: by its byte order mark, by the look
// of UTF-16, as UTF-8 where it is that, and else as Windows-1252, the
// encoding of "CSV" from Excel on Windows. Lines that end in a carriage return
// alone are those of "CSV (Macintosh)", whose encoding is Mac Roman.
func decodeText(data []byte) ([]byte, error) {
	switch {
	case bytes.HasPrefix(data, []byte("\xef\xbb\xbf")):
		data = data[3:]
		if !utf8.Valid(data) {
			return nil, badText(data)
		}
		return data, nil
	case bytes.HasPrefix(data, []byte("\xff\xfe")):
		return decode16(data[2:], unicode.LittleEndian)
	case bytes.HasPrefix(data, []byte("\xfe\xff")):
		return decode16(data[2:], unicode.BigEndian)
	case zeros(data, 1) && !zeros(data, 0):
		return decode16(data, unicode.LittleEndian)
	case zeros(data, 0) && !zeros(data, 1):
		return decode16(data, unicode.BigEndian)
	case utf8.Valid(data):
		return data, nil
	case mostlyUTF8(data):
		return nil, badText(data)
	case bytes.IndexByte(data, '\r') >= 0 && bytes.IndexByte(data, '\n') < 0:
		return charmap.Macintosh.NewDecoder().Bytes(data)
	case slices.ContainsFunc(data, not1252):
		return nil, badText(data)
	}
	return charmap.Windows1252.NewDecoder().Bytes(data)
}

// not1252 are the bytes that Windows-1252 leaves free.
func not1252(c byte) bool {
	return c == 0x81 || c == 0x8d || c == 0x8f || c == 0x90 || c == 0x9d
}

// zeros reports whether most bytes at even (0) or odd (1) places are zero, as
// in Western text in UTF-16.
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

func decode16(data []byte, order unicode.Endianness) ([]byte, error) {
	if len(data)%2 == 1 {
		return nil, &fault{"is cut short: it is text in UTF-16 and ends in the middle of a character", "export or copy the file again"}
	}
	return unicode.UTF16(order, unicode.IgnoreBOM).NewDecoder().Bytes(data)
}

// mostlyUTF8 tells a damaged UTF-8 text, whose other letters are sound, from
// one in an older encoding.
func mostlyUTF8(data []byte) bool {
	good, bad := 0, 0
	for len(data) > 0 {
		r, n := utf8.DecodeRune(data)
		switch {
		case r == utf8.RuneError && n == 1:
			bad++
		case n > 1:
			good++
		}
		data = data[n:]
	}
	return good > bad
}

// badText names the line of the first byte that fits no encoding.
func badText(data []byte) error {
	line := 1
	for len(data) > 0 {
		r, n := utf8.DecodeRune(data)
		if r == utf8.RuneError && n == 1 {
			break
		}
		if r == '\n' {
			line++
		}
		data = data[n:]
	}
	return &fault{"holds bytes in line " + thousands(line) + " that are no characters in any encoding that dpmap knows",
		`save it from Excel as "CSV UTF-8" or as .xlsx`}
}
