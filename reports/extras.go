package reports

import (
	"bytes"
	"encoding/json"
	"strconv"
	"strings"

	"dpmap/graph"
)

// extras are columns that no field knows, as a JSON object in their order.
type extras []graph.Extra

// MarshalJSON writes each value under its heading. A heading that stands over
// several columns is numbered from the second on, so that none is lost to
// readers that keep one value a key; a column without heading has its letters.
func (es extras) MarshalJSON() ([]byte, error) {
	var b bytes.Buffer
	b.WriteByte('{')
	taken := map[string]bool{}
	for i, e := range es {
		if i > 0 {
			b.WriteByte(',')
		}
		for j, text := range [...]string{extraKey(e, taken), e.Value} {
			quoted, err := json.Marshal(text)
			if err != nil {
				return nil, err
			}
			if j == 1 {
				b.WriteByte(':')
			}
			b.Write(quoted)
		}
	}
	b.WriteByte('}')
	return b.Bytes(), nil
}

// extraKey is a key for e that is not taken yet, and takes it.
func extraKey(e graph.Extra, taken map[string]bool) string {
	base := strings.ToValidUTF8(e.Heading, "\ufffd")
	if base == "" {
		base = "Column " + graph.ColumnName(e.At.Col)
	}
	key := base
	for n := 2; taken[key]; n++ {
		key = base + " (" + strconv.Itoa(n) + ")"
	}
	taken[key] = true
	return key
}
