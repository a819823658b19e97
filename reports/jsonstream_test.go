package reports

import (
	"encoding/json"
	"io"
	"strings"
	"testing"

	"dpmap/graph/rules"

	"github.com/google/go-cmp/cmp"
)

// TestStreamedJSON holds a document that is written in pieces against the same
// one given to encoding/json whole.
func TestStreamedJSON(t *testing.T) {
	type inner struct {
		Text string       `json:"text"`
		List list[string] `json:"list"`
	}
	items := []inner{{"a <b> & \u2028 \xff", nil}, {"", list[string]{"one", "two"}}}
	item := func(i int) any { return items[i] }
	streamed := members{
		{"name", "x"},
		{"none", each(0, item)},
		{"empty", members{}},
		{"items", each(len(items), item)},
		{"deep", members{{"items", each(len(items), item)}, {"n", 3}}},
	}
	type deep struct {
		Items []inner `json:"items"`
		N     int     `json:"n"`
	}
	whole := struct {
		Name  string   `json:"name"`
		None  []inner  `json:"none"`
		Empty struct{} `json:"empty"`
		Items []inner  `json:"items"`
		Deep  deep     `json:"deep"`
	}{"x", []inner{}, struct{}{}, items, deep{items, 3}}

	var got, want strings.Builder
	if err := writeJSON(&got, streamed); err != nil {
		t.Fatal(err)
	}
	enc := json.NewEncoder(&want)
	enc.SetIndent("", " ")
	if err := enc.Encode(whole); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want.String(), got.String()); diff != "" {
		t.Error("streamed (+) against whole (-):", diff)
	}
}

// TestFormatsInPieces holds that no format for programs is built whole before
// it is written: those of ten thousand flows are fifty megabytes.
func TestFormatsInPieces(t *testing.T) {
	r := many(t, 5000, rules.High)
	for name, write := range map[string]func(io.Writer, *Report) error{"json": JSON, "sarif": SARIF, "csv": CSV} {
		var w pieces
		if err := write(&w, r); err != nil {
			t.Fatal(err)
		}
		if w.largest*4 > w.total {
			t.Errorf("%s: %d of %d bytes came in one piece", name, w.largest, w.total)
		}
	}
}

// pieces counts what is written.
type pieces struct{ largest, total int }

func (p *pieces) Write(b []byte) (int, error) {
	p.largest, p.total = max(p.largest, len(b)), p.total+len(b)
	return len(b), nil
}
