package sheet

import "strings"

// stringTable is the workbook's shared strings, cleaned. It is the one thing
// that grows with the file, so it is kept in blocks: no copy when it grows,
// and one allocation for many texts.
type stringTable struct {
	blocks [][]string // all but the last of stringBlock entries
	n      int
	bytes  int          // of all texts
	long   map[int]bool // the entries that exceed Limits.Cell, kept empty
	fresh  strings.Builder
	ends   []int // of the texts in fresh
}

const (
	stringBlock = 4096
	textBlock   = 64 << 10
	// maxStrings and maxText keep the table below 100 MiB. A register of 100,000
	// rows has some 600,000 different texts and 20 MiB of them.
	maxStrings = 2 << 20
	maxText    = 64 << 20
)

// loadStrings reads the shared strings; part is "" where the book has none.
func loadStrings(p *pack, part string, limits Limits) (*stringTable, error) {
	t := &stringTable{}
	if part == "" {
		return t, nil
	}
	if !p.has(part) {
		return nil, damaged("its table of texts is missing")
	}
	var scratch []byte
	err := p.each(part, "sst", func(s *scanner) error {
		if string(s.local) != "si" {
			return s.skip()
		}
		if t.n == maxStrings || t.bytes > maxText {
			return &fault{"holds more different texts than can be read safely",
				"copy the sheets that hold the register into a new workbook"}
		}
		var err error
		if scratch, err = appendRich(scratch[:0], s, limits.Cell); err != nil {
			return err
		}
		t.add(scratch, limits.Cell)
		return nil
	})
	t.flush()
	return t, err
}

// add takes in one text. Building many in one string keeps them together in
// memory and costs one allocation.
func (t *stringTable) add(text []byte, most int) {
	if len(text) > most {
		if t.long == nil {
			t.long = map[int]bool{}
		}
		t.long[t.n] = true
		text = nil
	}
	t.fresh.WriteString(clean(unescape(string(text))))
	t.ends = append(t.ends, t.fresh.Len())
	t.n++
	t.bytes += len(text)
	if t.fresh.Len() >= textBlock || len(t.ends) == stringBlock {
		t.flush()
	}
}

// flush moves the fresh texts into the blocks.
func (t *stringTable) flush() {
	all, start := t.fresh.String(), 0
	for _, end := range t.ends {
		last := len(t.blocks) - 1
		if last < 0 || len(t.blocks[last]) == stringBlock {
			t.blocks = append(t.blocks, make([]string, 0, stringBlock))
			last++
		}
		t.blocks[last] = append(t.blocks[last], all[start:end])
		start = end
	}
	t.fresh.Reset()
	t.ends = t.ends[:0]
}

// at is entry i; i must be below n.
func (t *stringTable) at(i int) string { return t.blocks[i/stringBlock][i%stringBlock] }

// appendRich appends the text of the si or is element whose start was just
// returned: its own t, or those of its runs. How kana are read (rPh) is a
// note on the text, not part of it. It stops adding past most bytes, so that
// the caller can tell.
func appendRich(dst []byte, s *scanner, most int) ([]byte, error) {
	for {
		t, err := s.next()
		switch {
		case err != nil:
			return dst, err
		case t == endToken:
			return dst, nil
		case t == textToken:
			if !blankBytes(s.text) {
				return dst, damaged("a text stands outside its element")
			}
			continue
		case !s.main:
			return dst, foreignFault()
		case string(s.local) == "t":
			dst, err = appendText(dst, s, most)
		case string(s.local) == "r":
			dst, err = appendRich(dst, s, most)
		default:
			err = s.skip()
		}
		if err != nil {
			return dst, err
		}
	}
}

// appendText appends what stands in the element whose start was just returned.
func appendText(dst []byte, s *scanner, most int) ([]byte, error) {
	for {
		t, err := s.next()
		switch {
		case err != nil:
			return dst, err
		case t == endToken:
			return dst, nil
		case t == startToken:
			return dst, damaged("there is a tag inside a text")
		case len(dst) <= most:
			dst = append(dst, s.text...)
		}
	}
}

func blankBytes(b []byte) bool {
	for _, c := range b {
		if !isSpace(c) {
			return false
		}
	}
	return true
}

// foreignFault: what another program added among the cells might be cells.
func foreignFault() error {
	return &fault{"holds content that is not part of the .xlsx format", fixRepair}
}
