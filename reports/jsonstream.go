package reports

import (
	"bufio"
	"bytes"
	"encoding/json"
	"io"
	"iter"
	"strings"
)

// members are a JSON object, written one after another. A value may be members
// or elements too; any other is given to encoding/json.
type members []member

type member struct {
	name  string
	value any
}

// elements are a JSON list, each made as it is written: a
// register of ten thousand flows is never held as text.
type elements iter.Seq[any]

// each is a list of n elements.
func each(n int, element func(i int) any) elements {
	return func(yield func(any) bool) {
		for i := range n {
			if !yield(element(i)) {
				return
			}
		}
	}
}

// writeJSON writes what an encoding/json.Encoder writes that indents by one
// blank, the same bytes, without holding more than one element.
func writeJSON(w io.Writer, root members) error {
	s := jsonStream{w: bufio.NewWriter(w)}
	if err := s.object(root, 0); err != nil {
		return err
	}
	s.w.WriteByte('\n')
	return s.w.Flush()
}

// jsonStream writes values. The writer keeps the first error that it meets and
// tells it when it is flushed.
type jsonStream struct {
	w     *bufio.Writer
	piece bytes.Buffer // of the value in hand, used again
}

func (s *jsonStream) value(v any, depth int) error {
	switch v := v.(type) {
	case members:
		return s.object(v, depth)
	case elements:
		return s.list(v, depth)
	}
	s.piece.Reset()
	enc := json.NewEncoder(&s.piece)
	enc.SetIndent(strings.Repeat(" ", depth), " ")
	if err := enc.Encode(v); err != nil {
		return err
	}
	s.w.Write(bytes.TrimSuffix(s.piece.Bytes(), []byte("\n")))
	return nil
}

func (s *jsonStream) object(o members, depth int) error {
	s.w.WriteByte('{')
	for i, m := range o {
		s.next(i == 0, depth+1)
		s.w.WriteString(`"` + m.name + `": `)
		if err := s.value(m.value, depth+1); err != nil {
			return err
		}
	}
	s.end(len(o) == 0, depth, '}')
	return nil
}

func (s *jsonStream) list(list elements, depth int) error {
	s.w.WriteByte('[')
	empty := true
	for v := range list {
		s.next(empty, depth+1)
		empty = false
		if err := s.value(v, depth+1); err != nil {
			return err
		}
	}
	s.end(empty, depth, ']')
	return nil
}

// next begins the line of a further member or element.
func (s *jsonStream) next(first bool, depth int) {
	if !first {
		s.w.WriteByte(',')
	}
	s.line(depth)
}

func (s *jsonStream) end(empty bool, depth int, bracket byte) {
	if !empty {
		s.line(depth)
	}
	s.w.WriteByte(bracket)
}

func (s *jsonStream) line(depth int) { s.w.WriteString("\n" + strings.Repeat(" ", depth)) }
