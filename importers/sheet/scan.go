package sheet

import "io"

// scanner reads XML strictly and fast: what is not well formed is a fault, and
// a document type (the home of entity bombs) is one too. encoding/xml takes
// three times as long and lets some faults pass.
//
// It knows one namespace, the main one of the part. Elements of another one
// are scanned just as strictly, and main tells the two apart.
type scanner struct {
	r        io.Reader
	buf      []byte // buf[pos:end] is read but not yet scanned
	pos, end int
	readErr  error // what ended the reading; io.EOF at the end

	open     openTags
	bindings bindings
	closing  bool // the tag just returned was <a/>: its end comes next
	rooted   bool // the root element has begun

	// The token, valid until the next one is asked for.
	local []byte // of a start or end: the name without its prefix
	main  bool   // of a start or end: it is of the main namespace
	attrs []attr // of a start
	text  []byte // of a text: decoded

	scratch []byte // decoded texts and attribute values
}

type attr struct {
	prefix, local, value []byte
}

// token is what the scanner found.
type token int

const (
	startToken token = iota + 1
	endToken
	textToken
	eofToken // the root element is closed and nothing but blanks follows
)

const (
	firstWindow = 64 << 10
	// maxToken bounds one tag or one text: the window grows to it and no further.
	maxToken = 1 << 20
	maxDepth = 200
	maxAttrs = 500
)

// newScanner starts at the beginning of a part in UTF-8 or UTF-16.
func newScanner(r io.Reader) (*scanner, error) {
	s := &scanner{r: plainText(r), buf: make([]byte, firstWindow)}
	return s, s.declaration()
}

// fill reads more behind what is unscanned. The window moves: slices into it
// do not survive.
func (s *scanner) fill() error {
	if s.readErr != nil {
		return s.readErr
	}
	if s.pos > 0 {
		copy(s.buf, s.buf[s.pos:s.end])
		s.end -= s.pos
		s.pos = 0
	}
	if s.end == len(s.buf) {
		if len(s.buf) >= maxToken {
			return &fault{"holds a single tag or text of more than " + mebibytes(maxToken),
				"shorten or delete the overlong text and save it again as .xlsx"}
		}
		s.buf = append(s.buf, make([]byte, len(s.buf))...)
	}
	for range 100 {
		n, err := s.r.Read(s.buf[s.end:])
		s.end += n
		if err != nil {
			s.readErr = err
		}
		if n > 0 {
			return nil
		}
		if err != nil {
			return err
		}
	}
	s.readErr = io.ErrNoProgress
	return s.readErr
}

// need fills until n bytes are unscanned. The end of the part is damage.
func (s *scanner) need(n int) error {
	for s.end-s.pos < n {
		if err := s.fill(); err != nil {
			return cutShort(err)
		}
	}
	return nil
}

// cutShort turns an end of file where none may be into a fault.
func cutShort(err error) error {
	if err == io.EOF {
		return damaged("its XML stops in the middle")
	}
	return err
}

// next is the next token. After an error or eofToken it must not be called.
func (s *scanner) next() (token, error) {
	if s.closing {
		s.closing = false
		return s.pop()
	}
	if s.open.depth() == 0 {
		return s.outside()
	}
	for {
		if err := s.need(1); err != nil {
			return 0, err
		}
		if s.buf[s.pos] != '<' {
			return s.chars()
		}
		if err := s.need(2); err != nil {
			return 0, err
		}
		switch s.buf[s.pos+1] {
		case '/':
			return s.endTag()
		case '!':
			if t, err := s.bang(); t != 0 || err != nil {
				return t, err
			}
		case '?':
			if err := s.instruction(); err != nil {
				return 0, err
			}
		default:
			return s.startTag()
		}
	}
}

// outside scans before and after the root element.
func (s *scanner) outside() (token, error) {
	for {
		if s.pos == s.end {
			switch err := s.fill(); {
			case err == io.EOF && s.rooted:
				return eofToken, nil
			case err != nil:
				return 0, cutShort(err)
			}
			continue
		}
		if c := s.buf[s.pos]; c != '<' {
			if !isSpace(c) {
				return 0, damaged("there is text outside its XML")
			}
			s.pos++
			continue
		}
		if err := s.need(2); err != nil {
			return 0, err
		}
		switch c := s.buf[s.pos+1]; {
		case c == '?':
			if err := s.instruction(); err != nil {
				return 0, err
			}
		case c == '!':
			if err := s.comment(); err != nil {
				return 0, err
			}
		case s.rooted:
			return 0, damaged("something follows the end of its XML")
		default:
			s.rooted = true
			return s.startTag()
		}
	}
}

// skip passes over the rest of the element whose start was just returned.
func (s *scanner) skip() error {
	for depth := s.open.depth(); s.open.depth() >= depth; {
		if _, err := s.next(); err != nil {
			return err
		}
	}
	return nil
}

// is reports whether the tag just returned is that element of the main namespace.
func (s *scanner) is(local string) bool { return s.main && string(s.local) == local }

// attr is the value of an attribute without a prefix.
func (s *scanner) attr(local string) (value []byte, ok bool) {
	for i := range s.attrs {
		if a := &s.attrs[i]; len(a.prefix) == 0 && string(a.local) == local {
			return a.value, true
		}
	}
	return nil, false
}

// flag is an attribute of truth; absent it is false.
func (s *scanner) flag(local string) bool {
	v, _ := s.attr(local)
	return string(v) == "1" || string(v) == "true" || string(v) == "on"
}
