package sheet

import (
	"bytes"
	"io"
	"slices"
)

const (
	// maxMerges bounds the list of merged ranges; no register comes near it.
	maxMerges = 50_000
	// maxMergeList bounds its bytes in the file.
	maxMergeList = 8 << 20
)

// mergesOf finds a sheet's merged cells. They stand behind the rows, and
// scanning those twice would double the time of an import, so the part is
// unpacked and searched for the list alone. The strict reading of the rows
// meets the list again and refuses the sheet where the two differ.
func (b *book) mergesOf(part string) ([]Range, error) {
	r, err := b.pack.open(part)
	if err != nil {
		return nil, err
	}
	defer r.Close()
	list, err := findMerges(plainText(r))
	if err != nil || len(list) == 0 {
		return nil, err
	}
	s, err := newScanner(bytes.NewReader(list))
	if err != nil {
		return nil, err
	}
	// The fragment lacks the declarations of the root: its own prefix is taken
	// to be the main one.
	if name, _, ok := bytes.Cut(list[1:], []byte("mergeCells")); ok {
		s.bindings.list = []binding{{prefix: bytes.TrimSuffix(name, []byte(":")), main: true}}
	}
	if _, err := s.next(); err != nil {
		return nil, err
	}
	return appendMerges(nil, s)
}

// findMerges reads to the end of the first mergeCells element and gives that,
// or reads to the end of the part and gives nothing.
func findMerges(r io.Reader) ([]byte, error) {
	window, found := make([]byte, 0, firstWindow), false
	for seen := 0; ; {
		n, err := r.Read(window[len(window):cap(window)])
		window = window[:len(window)+n]
		if !found {
			window, found = seekMerges(window)
		}
		if found {
			if end := endOfMerges(window, seen); end > 0 {
				return window[:end], nil
			}
			seen = max(0, len(window)-longestEndTag)
		}
		switch {
		case err == io.EOF && found:
			return nil, cutShort(err)
		case err == io.EOF:
			return nil, nil
		case err != nil:
			return nil, err
		case len(window) > maxMergeList:
			return nil, damaged("its list of merged cells is overlong")
		case len(window) == cap(window):
			window = slices.Grow(window, cap(window))
		}
	}
}

var mergeTag = []byte("mergeCells")

// seekMerges drops from the window what comes before <mergeCells or
// <prefix:mergeCells. A tag that the window may end in is kept.
func seekMerges(window []byte) (rest []byte, found bool) {
	const longestPrefix = 100
	for from := 0; ; {
		i := bytes.Index(window[from:], mergeTag)
		if i < 0 {
			break
		}
		i += from
		start := i - 1
		for start >= 0 && i-start < longestPrefix && classes[window[start]]&nameByte != 0 {
			start--
		}
		if start >= 0 && window[start] == '<' && (start == i-1 || window[i-1] == ':') {
			return append(window[:0], window[start:]...), true
		}
		from = i + len(mergeTag)
	}
	keep := min(len(window), longestPrefix+len(mergeTag))
	return append(window[:0], window[len(window)-keep:]...), false
}

// longestEndTag is the most that </prefix:mergeCells > can take.
const longestEndTag = 200

// endOfMerges is where the element that the window begins with ends, 0 where
// the window does not show it. Its end tag does not begin before seen.
func endOfMerges(window []byte, seen int) int {
	tag := bytes.IndexByte(window, '>')
	if tag < 0 {
		return 0
	}
	if window[tag-1] == '/' {
		return tag + 1
	}
	i := bytes.LastIndex(window[seen:], mergeTag) + seen
	if i < max(tag, seen) {
		return 0
	}
	n := bytes.IndexByte(window[i:], '>')
	if n < 0 {
		return 0
	}
	return i + n + 1
}

// appendMerges reads the mergeCells element whose start was just returned.
func appendMerges(list []Range, s *scanner) ([]Range, error) {
	for {
		t, err := s.next()
		if err != nil || t == endToken {
			return list, err
		}
		if t != startToken {
			continue
		}
		if s.is("mergeCell") {
			ref, _ := s.attr("ref")
			r, ok := parseRange(ref)
			if !ok {
				return list, damaged("it merges " + quoteShort(ref) + ", which is not a range of cells")
			}
			if len(list) == maxMerges {
				return list, damaged("it merges more than " + thousands(maxMerges) + " ranges")
			}
			list = append(list, r)
		}
		if err := s.skip(); err != nil {
			return list, err
		}
	}
}

// parseRange reads A1:B7; one cell is a range of itself.
func parseRange(b []byte) (Range, bool) {
	first, last, two := bytes.Cut(b, []byte(":"))
	if !two {
		last = first
	}
	col, row, ok1 := parseRef(first)
	lastCol, lastRow, ok2 := parseRef(last)
	return Range{Row: row, Col: col, LastRow: lastRow, LastCol: lastCol}, ok1 && ok2 && row <= lastRow && col <= lastCol
}
