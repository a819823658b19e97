package ropa

import (
	"archive/zip"
	"bytes"
	"io"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// TestFurniture holds what makes the sheets workable: tables with filters,
// frozen heads, printing, drop-downs.
func TestFurniture(t *testing.T) {
	data, f := written(t, sample(t), Options{Map: pixel(t), MapAlt: "One school and four recipients"})
	titles, areas := map[string]string{}, map[string]string{}
	for _, n := range f.GetDefinedName() {
		if n.Name == "_xlnm.Print_Titles" {
			titles[n.Scope] = n.RefersTo
		}
		if n.Name == "_xlnm.Print_Area" {
			areas[n.Scope] = n.RefersTo
		}
	}
	for _, sheet := range f.GetSheetList() {
		layout, err := f.GetPageLayout(sheet)
		if err != nil || *layout.Orientation != "landscape" || *layout.Size != 9 {
			t.Errorf("%s: page layout %+v, %v", sheet, layout, err)
		}
		foot, err := f.GetHeaderFooter(sheet)
		if err != nil || foot == nil || !strings.Contains(foot.OddFooter, "&P of &N") {
			t.Errorf("%s: no page numbers: %v", sheet, err)
		}
		if sheet == summarySheet || sheet == mapSheet {
			continue
		}
		tables, err := f.GetTables(sheet)
		if err != nil || len(tables) != 1 {
			t.Fatalf("%s: %d tables, %v", sheet, len(tables), err)
		}
		from, _, _ := strings.Cut(tables[0].Range, ":")
		_, head, _ := excelize.CellNameToCoordinates(from)
		_, to, _ := strings.Cut(tables[0].Range, ":")
		if used, err := f.GetSheetDimension(sheet); err != nil || used != "A1:"+to {
			t.Errorf("%s: the sheet says that it uses %q, %v", sheet, used, err)
		}
		panes, err := f.GetPanes(sheet)
		if err != nil || !panes.Freeze || panes.YSplit != head || panes.XSplit < 1 {
			t.Errorf("%s: panes %+v, %v", sheet, panes, err)
		}
		if !strings.HasSuffix(titles[sheet], ":$"+itoa(head)) || !strings.HasPrefix(titles[sheet], quoted(sheet)+"!$A:") {
			t.Errorf("%s: print titles %q, heads in row %d", sheet, titles[sheet], head)
		}
		if !strings.Contains(part(t, data, "xl/tables/table1.xml"), "<autoFilter") {
			t.Error("a table without filter")
		}
	}
	if got := areas[findingsSheet]; got != "Findings!$A$1:$K$9" {
		t.Errorf("findings print %q", got)
	}
	validations, err := f.GetDataValidations(findingsSheet)
	if err != nil || len(validations) != 2 || validations[0].Type != "list" || validations[0].Sqref != "H5:H9" || validations[1].Type != "date" {
		t.Errorf("validations: %+v, %v", validations, err)
	}
	formats, err := f.GetConditionalFormats(findingsSheet)
	if err != nil || len(formats["A5:P9"]) != 1 || formats["A5:P9"][0].Criteria != `$H5="Done"` {
		t.Errorf("conditional formats: %+v, %v", formats, err)
	}
	pictures, err := f.GetPictures(mapSheet, "A4")
	if err != nil || len(pictures) != 1 || pictures[0].Format.AltText != "One school and four recipients" {
		t.Errorf("pictures: %+v, %v", pictures, err)
	}
	props, err := f.GetDocProps()
	if err != nil || props.Created != "2026-11-22T00:00:00Z" || props.Modified != props.Created || props.Creator != "dpmap 0.1.0" || !strings.Contains(props.Title, "Hillside School") {
		t.Errorf("properties: %+v, %v", props, err)
	}
}

// part reads one part of a workbook.
func part(t *testing.T, data []byte, name string) string {
	t.Helper()
	r, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	p, err := r.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	b, err := io.ReadAll(p)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// TestLinks follows every link: its target is there, and a finding leads to
// the activity that it is about and back.
func TestLinks(t *testing.T) {
	_, f := written(t, sample(t), Options{Map: pixel(t)})
	made := 0
	each(t, f, func(sheet, cell, value string) {
		ok, target, err := f.GetCellHyperLink(sheet, cell)
		if err != nil {
			t.Fatal(err)
		}
		if !ok {
			return
		}
		made++
		to, place, _ := strings.Cut(strings.ReplaceAll(target, "'", ""), "!")
		got, err := f.GetCellValue(to, place)
		if err != nil || got == "" {
			t.Errorf("%s!%s leads to %s, where there is %q, %v", sheet, cell, target, got, err)
		}
		if number, found := strings.CutPrefix(value, "No. "); found && number != got {
			t.Errorf("%s!%s says %q and leads to row %q of %s", sheet, cell, value, got, to)
		}
	})
	_, rows := tabled(t, f, findingsSheet)
	if got := rows[0]["Record"]; got != "No. 2" {
		t.Errorf("the first finding leads to %q", got)
	}
	_, rows = tabled(t, f, recordSheet)
	if got := rows[1]["See"]; got != "No. 1" {
		t.Errorf("the second activity leads back to finding %q", got)
	}
	if made < 20 {
		t.Errorf("only %d links", made)
	}
}

// TestHeights holds that wrapped text has its height written, since neither
// Excel nor LibreOffice finds it for files of others.
func TestHeights(t *testing.T) {
	_, f := written(t, sample(t), Options{})
	for _, sheet := range []string{recordSheet, recipientsSheet, transfersSheet, findingsSheet} {
		_, rows := tabled(t, f, sheet)
		for _, row := range rows {
			_, n, err := excelize.CellNameToCoordinates(row[""])
			if err != nil {
				t.Fatal(err)
			}
			breaks := 0
			for _, value := range row {
				breaks = max(breaks, strings.Count(value, "\n"))
			}
			got, err := f.GetRowHeight(sheet, n)
			if err != nil || got < float64(breaks+1)*12 || got > maxHeight {
				t.Errorf("%s, row %d: %v points for %d lines or more, %v", sheet, n, got, breaks+1, err)
			}
		}
	}
}

// TestShare holds that the column that makes rows high gets the room that
// others do not need, and that a page stays readable.
func TestShare(t *testing.T) {
	g := table("Long", "tblLong", "", 1, col{"Text", 20, ""}, col{"Other", 90, ""}, col{"Third", 40, ""})
	for range 3 {
		g.rows = append(g.rows, []cell{says(strings.Repeat("word ", 160)), says("short"), styled("", entry)})
	}
	g.fit()
	if g.cols[0].width < 100 || g.cols[1].width > 20 || g.cols[2].width != 40 || g.percent(a4Width) < smallest {
		t.Errorf("widths %v, %v and %v print at %d%%", g.cols[0].width, g.cols[1].width, g.cols[2].width, g.percent(a4Width))
	}
	g.cols, g.rows = []col{{"Printed", 20, ""}, {"Other", 20, ""}}, [][]cell{{says("short"), says(strings.Repeat("word ", 60))}}
	g.prints = 1
	if g.fit(); g.rowHeight(g.rows[0]) > height(easyLines) {
		t.Errorf("what does not print makes a row %v points high", g.rowHeight(g.rows[0]))
	}
}
