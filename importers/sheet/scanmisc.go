package sheet

import (
	"bufio"
	"bytes"
	"io"
	"strings"

	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
)

// plainText is a part's text without a byte order mark and in UTF-8.
func plainText(r io.Reader) io.Reader {
	b := bufio.NewReaderSize(r, 16) // larger reads go past its buffer
	switch head, _ := b.Peek(3); {
	case bytes.HasPrefix(head, []byte("\xef\xbb\xbf")):
		b.Discard(3)
	case bytes.HasPrefix(head, []byte("\xff\xfe")), bytes.HasPrefix(head, []byte("\xfe\xff")):
		return transform.NewReader(b, unicode.UTF16(unicode.LittleEndian, unicode.ExpectBOM).NewDecoder())
	}
	return b
}

// declaration scans <?xml ...?> where there is one. Only encodings that the
// scanner can tell by itself are taken.
func (s *scanner) declaration() error {
	if s.need(6) != nil || !bytes.HasPrefix(s.buf[s.pos:s.end], []byte("<?xml")) || !isSpace(s.buf[s.pos+5]) {
		return nil
	}
	body, err := s.upTo(2, "?>")
	if err != nil {
		return err
	}
	s.attrs, s.scratch = s.attrs[:0], s.scratch[:0]
	body = append(bytes.TrimRight(body[len("xml"):], " \t\r\n"), ' ')
	for i := 0; i < len(body)-1; {
		if !isSpace(body[i]) {
			return damaged("its XML declaration is malformed")
		}
		for isSpace(body[i]) {
			i++
		}
		if i, err = s.parseAttr(body, i); err != nil || i == len(body) {
			return damaged("its XML declaration is malformed")
		}
	}
	return s.declared()
}

// declared holds the declaration to what .xlsx allows.
func (s *scanner) declared() error {
	if version, _ := s.attr("version"); string(version) != "1.0" {
		return damaged("its XML declaration is malformed")
	}
	name, ok := s.attr("encoding")
	for _, known := range [...]string{"UTF-8", "UTF-16", "US-ASCII"} {
		if !ok || strings.EqualFold(string(name), known) {
			return nil
		}
	}
	return &fault{"is written in the encoding " + quoteShort(name) + ", which .xlsx does not allow", fixRepair}
}

// upTo scans from the current position, of which skip bytes are known, to the
// end mark, and gives what lies between.
func (s *scanner) upTo(skip int, mark string) ([]byte, error) {
	for from := skip; ; {
		b := s.buf[s.pos:s.end]
		if from > len(b) {
			from = len(b)
		}
		if i := bytes.Index(b[from:], []byte(mark)); i >= 0 {
			s.pos += from + i + len(mark)
			return b[skip : from+i], nil
		}
		from = max(skip, len(b)-len(mark)+1)
		if err := s.need(len(b) + 1); err != nil {
			return nil, err
		}
	}
}

// instruction passes over <?...?>. A second XML declaration is damage.
func (s *scanner) instruction() error {
	body, err := s.upTo(2, "?>")
	if err != nil {
		return err
	}
	n := bytes.IndexFunc(body, func(r rune) bool { return r < 0x80 && classes[r]&nameByte == 0 })
	if n < 0 {
		n = len(body)
	}
	switch {
	case n == 0, classes[body[0]]&startByte == 0, n < len(body) && !isSpace(body[n]), bytes.EqualFold(body[:n], []byte("xml")):
		return damaged("it holds a malformed processing instruction")
	}
	return checkHidden(body)
}

// bang scans what starts with <! inside the root: a comment, which gives no
// token, or CDATA, which gives a text.
func (s *scanner) bang() (token, error) {
	if err := s.need(3); err != nil {
		return 0, err
	}
	if s.buf[s.pos+2] != '[' {
		return 0, s.comment()
	}
	const cdata = "<![CDATA["
	if err := s.need(len(cdata)); err != nil {
		return 0, err
	}
	if !bytes.HasPrefix(s.buf[s.pos:s.end], []byte(cdata)) {
		return 0, damaged("a tag is malformed")
	}
	body, err := s.upTo(len(cdata), "]]>")
	if err != nil {
		return 0, err
	}
	if err := checkHidden(body); err != nil {
		return 0, err
	}
	s.text = body
	if bytes.IndexByte(body, '\r') >= 0 {
		s.text = bytes.ReplaceAll(bytes.ReplaceAll(body, []byte("\r\n"), []byte("\n")), []byte("\r"), []byte("\n"))
	}
	return textToken, nil
}

// comment passes over <!-- -->. Anything else that starts with <! is a
// document type.
func (s *scanner) comment() error {
	if err := s.need(4); err != nil {
		return err
	}
	if !bytes.HasPrefix(s.buf[s.pos:s.end], []byte("<!--")) {
		return &fault{"holds a document type (DOCTYPE), which no spreadsheet needs and which can be used for attacks",
			"ask the sender for a copy that was saved by Excel or LibreOffice"}
	}
	body, err := s.upTo(4, "-->")
	if err != nil {
		return err
	}
	if bytes.Contains(body, []byte("--")) || bytes.HasSuffix(body, []byte("-")) {
		return damaged("a comment is malformed")
	}
	return checkHidden(body)
}

// checkHidden holds what is not text to the same characters as text.
func checkHidden(body []byte) error {
	for _, c := range body {
		if classes[c]&controlByte != 0 {
			return damaged("it holds a control character")
		}
	}
	if !validUTF8(body) {
		return damaged("it holds bytes that are no characters (UTF-8)")
	}
	return nil
}

// quoteShort quotes what a file says for a message: not too much of it.
func quoteShort(b []byte) string {
	const most = 40
	b = bytes.ToValidUTF8(b, []byte("?"))
	cut := ""
	if len(b) > most {
		b, cut = bytes.ToValidUTF8(b[:most], nil), "..."
	}
	return `"` + clean(string(b)) + cut + `"`
}
