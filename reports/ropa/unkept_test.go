package ropa

import (
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"dpmap/graph"
)

// tablesOf are the sheets of a workbook as a reader sees them.
func tablesOf(t *testing.T, f *excelize.File) map[string][][]string {
	t.Helper()
	out := map[string][][]string{}
	for _, name := range f.GetSheetList() {
		rows, err := f.GetRows(name)
		if err != nil {
			t.Fatal(err)
		}
		out[name] = rows
	}
	return out
}

// TestUnkeptIsNamed holds that what somebody typed into the Record and the
// Summary, which the next workbook does not take over, is named with its place,
// and that nothing is named where nobody typed.
func TestUnkeptIsNamed(t *testing.T) {
	_, before := written(t, sample(t), Options{})
	_, after := written(t, reported(t, graph.Register{}, sampleParties(), sampleFlows(), sampleTransfers(), sampleFindings()), Options{})
	_, same := written(t, sample(t), Options{})
	if got := Unkept(before.GetSheetList(), tablesOf(t, before), tablesOf(t, same)); len(got) > 0 {
		t.Errorf("nobody typed anything, and yet: %q", got)
	}
	heads, rows := tabled(t, before, recordSheet)
	col := slices.Index(heads, "General description of technical and organisational security measures (if possible)") + 1
	all, err := before.GetRows(recordSheet)
	if err != nil {
		t.Fatal(err)
	}
	head := headRow(all)
	at := 0
	for i := range rows {
		if all[head+1+i][col-1] == notRecorded {
			at = head + 2 + i
		}
	}
	place := cellName(t, col, at)
	if err := before.SetCellValue(recordSheet, place, "Locked cabinet"); err != nil {
		t.Fatal(err)
	}
	if _, err := before.NewSheet("Minutes"); err != nil {
		t.Fatal(err)
	}
	got := Unkept(before.GetSheetList(), tablesOf(t, before), tablesOf(t, after))
	for _, want := range []string{"Record!" + place + " “Locked cabinet”", "the sheet “Minutes”"} {
		if !slices.Contains(got, want) {
			t.Errorf("%q is not named: %q", want, got)
		}
	}
	if !slices.ContainsFunc(got, func(s string) bool { return strings.HasPrefix(s, "Summary!B") }) {
		t.Errorf("what the Summary held of the register is not named: %q", got)
	}
}

func cellName(t *testing.T, col, row int) string {
	t.Helper()
	name, err := excelize.CoordinatesToCellName(col, row)
	if err != nil {
		t.Fatal(err)
	}
	return name
}
