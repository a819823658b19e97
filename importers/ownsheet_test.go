package importers

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// workbook makes an .xlsx of sheets of rows, the sheets in the order given.
func workbookOf(t *testing.T, names []string, sheets map[string][][]string) []byte {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	for i, name := range names {
		if i == 0 {
			f.SetSheetName("Sheet1", name)
		} else if _, err := f.NewSheet(name); err != nil {
			t.Fatal(err)
		}
		for n, row := range sheets[name] {
			cell, _ := excelize.CoordinatesToCellName(1, n+1)
			if err := f.SetSheetRow(name, cell, &row); err != nil {
				t.Fatal(err)
			}
		}
	}
	if err := f.SetSheetVisible(names[len(names)-1], false); err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// Sheets that dpmap itself put into a workbook hold no flows, though their
// headings look as if they did, and nothing needs to be said of them.
func TestOwnSheetsAreLeftAside(t *testing.T) {
	table := [][]string{{"To", "Purpose", "Country"}, {"A Ltd", "payroll", "France"}, {"B Ltd", "meals", "UK"}, {"C Ltd", "news", "UK"}}
	own := append([][]string{{"dpmap: what was found in this workbook"}}, table...)
	data := workbookOf(t, []string{"Flows", "dpmap findings"}, map[string][][]string{"Flows": table, "dpmap findings": own})
	got, err := Read([]File{{Name: "a.xlsx", Data: data}}, Options{Book: testBook(t)})
	if err != nil {
		t.Fatal(err)
	}
	if n := len(got.Map.Flows()); n != 3 {
		t.Errorf("%d flows, want 3", n)
	}
	if c := got.Inputs[0].Sheets[1]; c.Layout != "" || c.Rows != 5 || c.Other != 5 {
		t.Errorf("counts %+v", c)
	}
	for _, said := range got.Assumptions {
		if strings.Contains(said, "dpmap findings") {
			t.Errorf("assumed: %s", said)
		}
	}
	for _, p := range got.Problems {
		if p.At.Sheet == "dpmap findings" {
			t.Errorf("problem: %s", p.Message)
		}
	}
}

func TestHeadingsWithoutRows(t *testing.T) {
	_, err := Read([]File{{Name: "a.csv", Data: []byte("Ref,To,Purpose,Data categories\nEXAMPLE,A Ltd,payroll,names\n")}}, Options{Book: testBook(t)})
	var e *FileError
	if !errors.As(err, &e) || !strings.Contains(err.Error(), "beneath the headings in row 1 no row is filled in") {
		t.Errorf("error %v", err)
	}
}
