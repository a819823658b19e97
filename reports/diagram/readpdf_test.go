package diagram_test

import (
	"bytes"
	"compress/zlib"
	"io"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"unicode/utf16"

	"dpmap/reports/diagram"
)

// pdfFile is what a test reads out of a PDF.
type pdfFile struct {
	objects string     // all that stands in no stream, without its strings
	info    []string   // those strings, decoded
	page    string     // the drawing's operators, without their strings
	texts   []string   // those strings, decoded: what is written as text
	actual  []string   // what the unseen marks stand for
	glyphs  [][]uint16 // of each font, by character
}

func pdfOf(t *testing.T, d *diagram.Drawing) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := d.PDF(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

var (
	streamLength = regexp.MustCompile(`/Length ([0-9]+)`)
	textPlace    = regexp.MustCompile(`BT ([0-9.]+) ([0-9.]+) Td`)
	actualText   = regexp.MustCompile(`/ActualText <FEFF([0-9A-F]*)>`)
)

// readPDF takes a PDF apart, as far as our own go.
func readPDF(t *testing.T, data []byte) pdfFile {
	t.Helper()
	var p pdfFile
	var outside strings.Builder
	for {
		head, rest, ok := bytes.Cut(data, []byte("stream\n"))
		outside.Write(head)
		if !ok {
			break
		}
		lengths := streamLength.FindAllSubmatch(head, -1)
		n, err := strconv.Atoi(string(lengths[len(lengths)-1][1]))
		if err != nil || n > len(rest) {
			t.Fatalf("a stream of %d bytes: %v", n, err)
		}
		dictionary := head[bytes.LastIndex(head, []byte(" obj")):]
		if bytes.Contains(dictionary, []byte("/FlateDecode")) {
			p.stream(t, inflate(t, rest[:n]))
		}
		data = rest[n:]
		if !bytes.HasPrefix(data, []byte("\nendstream")) {
			t.Fatalf("a stream does not end after its %d bytes", n)
		}
		data = data[len("\nendstream"):]
	}
	p.objects, p.info = withoutStrings(t, outside.String())
	return p
}

// stream reads the drawing and the tables of characters; fonts are left.
func (p *pdfFile) stream(t *testing.T, data []byte) {
	switch {
	case len(data) == 2<<16:
		table := make([]uint16, 1<<16)
		for i := range table {
			table[i] = uint16(data[2*i])<<8 | uint16(data[2*i+1])
		}
		p.glyphs = append(p.glyphs, table)
	case !bytes.HasPrefix(data, []byte{0, 1, 0, 0}):
		text, found := withoutStrings(t, string(data))
		p.page += text
		p.texts = append(p.texts, found...)
		for _, m := range actualText.FindAllStringSubmatch(text, -1) {
			var units []uint16
			for i := 0; i+4 <= len(m[1]); i += 4 {
				u, _ := strconv.ParseUint(m[1][i:i+4], 16, 16)
				units = append(units, uint16(u))
			}
			p.actual = append(p.actual, string(utf16.Decode(units)))
		}
	}
}

func inflate(t *testing.T, data []byte) []byte {
	t.Helper()
	r, err := zlib.NewReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	out, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// withoutStrings takes the strings in brackets out of PDF's syntax, by its
// rules for escapes.
func withoutStrings(t *testing.T, s string) (rest string, found []string) {
	t.Helper()
	var out, text strings.Builder
	depth := 0
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case depth > 0 && c == '\\' && i+1 < len(s):
			i++
			text.WriteByte(map[byte]byte{'r': '\r', 'n': '\n', '(': '(', ')': ')', '\\': '\\'}[s[i]])
		case c == '(':
			depth++
		case c == ')':
			depth--
			found = append(found, fromUTF16(text.String()))
			text.Reset()
			out.WriteString("()")
		case depth > 0:
			text.WriteByte(c)
		default:
			out.WriteByte(c)
		}
		if depth < 0 || depth > 1 {
			t.Fatalf("brackets do not match at %.40q", s[max(0, i-20):])
		}
	}
	return out.String(), found
}

// fromUTF16 reads a string of two bytes a character; others it leaves.
func fromUTF16(s string) string {
	if strings.HasPrefix(s, "D:") || strings.HasPrefix(s, "dpmap") || len(s)%2 != 0 {
		return s
	}
	var units []uint16
	for i := 0; i+1 < len(s); i += 2 {
		units = append(units, uint16(s[i])<<8|uint16(s[i+1]))
	}
	return strings.TrimPrefix(string(utf16.Decode(units)), "\uFEFF")
}

// places are where the texts begin, from the page's lower left corner.
func (p pdfFile) places(t *testing.T) [][2]float64 {
	t.Helper()
	var out [][2]float64
	for _, m := range textPlace.FindAllStringSubmatch(p.page, -1) {
		out = append(out, [2]float64{float(t, m[1]), float(t, m[2])})
	}
	return out
}
