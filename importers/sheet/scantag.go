package sheet

import "bytes"

// startTag scans a tag that begins with < and a letter. A tag that the window
// does not yet hold is scanned again once it does.
func (s *scanner) startTag() (token, error) {
	for {
		n, err := s.parseTag(s.buf[s.pos:s.end])
		if err != nil {
			return 0, err
		}
		if n > 0 {
			s.pos += n
			return startToken, nil
		}
		if err := s.fill(); err != nil {
			return 0, cutShort(err)
		}
	}
}

// parseTag reads one start tag from b and reports its length, 0 where b ends
// before the tag does.
func (s *scanner) parseTag(b []byte) (int, error) {
	prefix, local, i, err := parseName(b, 1)
	if err != nil || i == len(b) {
		return 0, err
	}
	name := b[1:i]
	s.attrs, s.scratch = s.attrs[:0], s.scratch[:0]
	for {
		gap := i
		for i < len(b) && isSpace(b[i]) {
			i++
		}
		if i+1 >= len(b) {
			if i < len(b) && b[i] == '>' {
				return i + 1, s.push(name, prefix, local)
			}
			return 0, nil
		}
		switch {
		case b[i] == '>':
			return i + 1, s.push(name, prefix, local)
		case b[i] == '/' && b[i+1] == '>':
			s.closing = true
			return i + 2, s.push(name, prefix, local)
		case i == gap:
			return 0, damaged("a tag is malformed")
		}
		if i, err = s.parseAttr(b, i); err != nil || i == len(b) {
			return 0, err
		}
	}
}

// parseAttr reads name="value" at b[i:] and reports where it ends: len(b)
// means that b ends too early to tell.
func (s *scanner) parseAttr(b []byte, i int) (int, error) {
	prefix, local, i, err := parseName(b, i)
	if err != nil {
		return 0, err
	}
	for i < len(b) && isSpace(b[i]) {
		i++
	}
	if i < len(b) && b[i] != '=' {
		return 0, damaged("a tag is malformed")
	}
	for i++; i < len(b) && isSpace(b[i]); i++ {
	}
	if i >= len(b) {
		return len(b), nil
	}
	quote := b[i]
	if quote != '"' && quote != '\'' {
		return 0, damaged("a tag is malformed")
	}
	i++
	n := bytes.IndexByte(b[i:], quote)
	if n < 0 {
		return len(b), nil
	}
	value, err := s.decode(b[i:i+n], true)
	if err != nil {
		return 0, err
	}
	for _, a := range s.attrs {
		if bytes.Equal(a.local, local) && bytes.Equal(a.prefix, prefix) {
			return 0, damaged("a tag says the same thing twice")
		}
	}
	if len(s.attrs) == maxAttrs {
		return 0, damaged("a tag is overlong")
	}
	s.attrs = append(s.attrs, attr{prefix, local, value})
	return i + n + 1, nil
}

// parseName reads a name with or without a prefix at b[i:] and reports where
// it ends.
func parseName(b []byte, i int) (prefix, local []byte, end int, err error) {
	start, colon := i, -1
	for i < len(b) && classes[b[i]]&nameByte != 0 {
		if b[i] == ':' {
			if colon >= 0 {
				return nil, nil, 0, damaged("a tag is malformed")
			}
			colon = i
		}
		i++
	}
	if i == len(b) { // the window may end inside the name
		return nil, nil, i, nil
	}
	local = b[start:i]
	if colon >= 0 {
		prefix, local = b[start:colon], b[colon+1:i]
		if len(prefix) == 0 {
			return nil, nil, 0, damaged("a tag is malformed")
		}
	}
	if len(local) == 0 || classes[local[0]]&startByte == 0 || classes[b[start]]&startByte == 0 || !validUTF8(b[start:i]) {
		return nil, nil, 0, damaged("a tag is malformed")
	}
	return prefix, local, i, nil
}

// push opens an element.
func (s *scanner) push(name, prefix, local []byte) error {
	if s.open.depth() == maxDepth {
		return damaged("its tags are nested too deeply")
	}
	s.open.push(name)
	s.bindings.declare(s.attrs, s.open.depth())
	return s.setName(prefix, local)
}

func (s *scanner) setName(prefix, local []byte) error {
	main, ok := s.bindings.lookup(prefix)
	if !ok {
		return damaged("a tag has a prefix that is not declared")
	}
	s.local, s.main = local, main
	return nil
}

// endTag scans </name>, which must close the innermost element.
func (s *scanner) endTag() (token, error) {
	top := s.open.top()
	if err := s.need(2 + len(top) + 1); err != nil {
		return 0, err
	}
	b := s.buf[s.pos+2 : s.end]
	if !bytes.Equal(b[:len(top)], top) {
		return 0, damaged("its tags do not match")
	}
	s.pos += 2 + len(top)
	for {
		if err := s.need(1); err != nil {
			return 0, err
		}
		c := s.buf[s.pos]
		s.pos++
		if c == '>' {
			return s.pop()
		}
		if !isSpace(c) {
			return 0, damaged("its tags do not match")
		}
	}
}

// pop closes the innermost element. Its name stays valid as the token until
// the next tag is opened.
func (s *scanner) pop() (token, error) {
	name := s.open.top()
	prefix, local := []byte(nil), name
	if i := bytes.IndexByte(name, ':'); i >= 0 {
		prefix, local = name[:i], name[i+1:]
	}
	err := s.setName(prefix, local)
	s.bindings.leave(s.open.depth())
	s.open.pop()
	return endToken, err
}
