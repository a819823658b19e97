package importers

import (
	"dpmap/graph"
	"dpmap/importers/column"
)

// withBeneath is a form and the table that stands beneath it, each a source of its own,
// where there is one that says who receives data: its rows answer nothing that the
// form asks.
func (s *source) withBeneath(o Options) ([]*source, error) {
	widest, before, alone := 0, 0, false // of the lines above: the most texts; of the last: its row, and whether it has one text
	for l, err := range s.lines {
		if err != nil {
			return nil, err
		}
		if l.isBlank() {
			continue
		}
		texts := l.texts()
		apart := before > 0 && (l.number > before+1 || alone)
		before, alone = l.number, len(texts) == 1
		if len(texts) < 3 || widest > 2 || !apart {
			if widest = max(widest, len(texts)); widest > 2 {
				break // a form with a column for each recipient
			}
			continue
		}
		beneath, err := s.beneath(l.number, o)
		if err != nil {
			return nil, err
		}
		if beneath.layout == nil || beneath.form != nil || beneath.head != l.number || beneath.rank() != 3 ||
			!column.Has(beneath.cols, graph.FieldTo) {
			break
		}
		s.endAt(l.number, o)
		return []*source{s, beneath}, nil
	}
	return []*source{s}, nil
}

// beneath recognises what begins at a row. A list of sub-processors beneath a
// controller's own form is of those whom it uses itself: of its suppliers.
func (s *source) beneath(row int, o Options) (*source, error) {
	as := func(o Options) (*source, error) {
		p := s.part(s.span)
		p.from = row
		_, err := p.recognise(o)
		return p, err
	}
	p, err := as(o)
	if err == nil && p.layout != nil && p.layout.Name == "sub-processor-list" && s.layout.Name != p.layout.Name && o.Layout == "" {
		o.Layout = "supplier-list"
		return as(o)
	}
	return p, err
}

// endAt lets a form end where a table begins, and takes its questions from its own
// lines alone.
func (s *source) endAt(row int, o Options) {
	whole := *s
	s.until, s.layout, s.form, s.cols, s.head = row, nil, nil, nil, 0
	if _, err := s.recognise(o); err != nil || s.form == nil {
		*s = whole
		s.until = row
	}
}
