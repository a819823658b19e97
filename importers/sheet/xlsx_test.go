package sheet

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestCells(t *testing.T) {
	tests := []struct{ name, rows, want string }{
		{"shared", `<row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="s"><v>2</v></c></row>`, `1 1:text:"zero" 3:text:"rich text"` + "\n"},
		{"date", `<row r="2"><c r="B2" s="1"><v>45000</v></c><c r="C2" s="4"><v>45000.75</v></c><c r="D2" s="2"><v>60</v></c></row>`, `2 2:date:"2023-03-15" 3:date:"2023-03-15 18:00" 4:num:"60"` + "\n"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := dump("a.xlsx", book1(rowsXML(tt.rows)).zip(t), Limits{})
			if d := cmp.Diff(tt.want, got); d != "" {
				t.Error(d)
			}
		})
	}
}
