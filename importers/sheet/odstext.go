package sheet

// paragraphs reads the cell's paragraphs into r.text, one a line, to the end
// of the cell. Notes and drawings that hang on it are not its text.
func (r *odsReader) paragraphs() error {
	first := true
	for {
		t, err := r.s.next()
		switch {
		case err != nil || t == endToken:
			return err
		case t == textToken:
			if !blankBytes(r.s.text) {
				return damaged("a cell's value stands outside its element")
			}
			continue
		case r.s.is("p"), r.s.is("h"):
			if !first {
				r.text = append(r.text, '\n')
			}
			first, r.space = false, false
			err = r.inline()
		case r.s.is("table"), r.s.is("sub-table"):
			err = damaged("a cell holds a table")
		default:
			err = r.s.skip()
		}
		if err != nil {
			return err
		}
		if len(r.text) > r.limits.Cell {
			return overlong(r.limits.Cell)
		}
	}
}

// inline reads to the end of the element at hand: text, in which any run of
// blanks is one space, and the elements that stand for more of them.
func (r *odsReader) inline() error {
	for {
		t, err := r.s.next()
		switch {
		case err != nil || t == endToken:
			return err
		case t == textToken:
			r.collapse(r.s.text)
			continue
		case r.s.is("s"):
			n := 1
			if c := r.main("c"); c != "" {
				n, _ = wholeNumber([]byte(c), r.limits.Cell)
			}
			for range n {
				r.text = append(r.text, ' ')
			}
			r.space = false
			err = r.s.skip()
		case r.s.is("tab"):
			r.text, r.space = append(r.text, '\t'), false
			err = r.s.skip()
		case r.s.is("line-break"):
			r.text, r.space = append(r.text, '\n'), false
			err = r.s.skip()
		case r.s.is("annotation"), r.s.is("note"), !r.s.main:
			err = r.s.skip()
		default: // a span, a link, a field
			err = r.inline()
		}
		if err != nil {
			return err
		}
		if len(r.text) > r.limits.Cell {
			return overlong(r.limits.Cell)
		}
	}
}

// collapse appends text with each run of blanks as one space, and none at the
// start of a paragraph.
func (r *odsReader) collapse(text []byte) {
	for _, c := range text {
		if !isSpace(c) {
			r.text, r.space = append(r.text, c), true
		} else if r.space {
			r.text, r.space = append(r.text, ' '), false
		}
	}
}
