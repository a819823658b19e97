package sheet

// columns reads which columns are hidden, from the element cols whose start was
// just returned. What it says of widths is passed over; a span that is none is
// too, since no value depends on it.
func (r *rowReader) columns() error {
	for {
		t, err := r.s.next()
		switch {
		case err != nil:
			return err
		case t == endToken:
			return nil
		case t != startToken:
			continue
		}
		if r.s.is("col") && r.s.flag("hidden") && len(r.hides) < maxMerges {
			if from, to, ok := r.span(); ok {
				r.hides = append(r.hides, Range{Col: from, LastCol: to})
			}
		}
		if err := r.s.skip(); err != nil {
			return err
		}
	}
}

func (r *rowReader) span() (from, to int, ok bool) {
	first, _ := r.s.attr("min")
	last, _ := r.s.attr("max")
	from, okFrom := wholeNumber(first, maxColumn)
	to, okTo := wholeNumber(last, maxColumn)
	return from, to, okFrom && okTo && from > 0 && from <= to
}
