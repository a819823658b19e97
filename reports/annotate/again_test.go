package annotate

import (
	"slices"
	"strings"
	"testing"

	"dpmap/graph/rules"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"
)

// TestAgain annotates a copy that is annotated: the notes and the list are made
// anew, not a second time.
func TestAgain(t *testing.T) {
	once, _ := annotated(t, richReport(t), richWorkbook(t))
	twice, done := annotated(t, richReport(t), once)
	if diff := cmp.Diff(notesOf(t, once, "Flows"), notesOf(t, twice, "Flows")); diff != "" {
		t.Errorf("notes (-once +twice):\n%s", diff)
	}
	if diff := cmp.Diff(opened(t, once).GetSheetList(), opened(t, twice).GetSheetList()); diff != "" {
		t.Errorf("sheets (-once +twice):\n%s", diff)
	}
	was, _ := parts(t, once)
	now, _ := parts(t, twice)
	for name, text := range was {
		if !strings.Contains(name, "drawings/") && text != now[name] {
			t.Errorf("%s differs (-once +twice):\n%s", name, cmp.Diff(text, now[name]))
		}
	}
	if a, b := strings.Count(was["xl/drawings/vmlDrawing1.vml"], "<v:shape "), strings.Count(now["xl/drawings/vmlDrawing1.vml"], "<v:shape "); a != b || done.Cells == 0 {
		t.Errorf("%d boxes, then %d; %+v", a, b, done)
	}
}

// TestMended annotates a copy once more when most is mended: what others wrote
// is as it was, and nothing of ours is left that is not so any longer.
func TestMended(t *testing.T) {
	once, _ := annotated(t, richReport(t), richWorkbook(t))
	f := opened(t, once)
	must(t, f.DeleteComment("Flows", "C3"))
	must(t, f.AddComment("Flows", excelize.Comment{Cell: "C3", Author: "dpmap", Paragraph: []excelize.RichTextRun{
		{Text: "Asked again\n\n" + noteHead + "1 May 2025"}, {Text: "\n\nHIGH  some-rule\nIt is so.\nTo do: this."}, {Text: "\n\nThey answered: dpmap, as at, means what?\n\nHIGH time"}}}))
	buf, err := f.WriteToBuffer()
	must(t, err)
	out, done := annotated(t, reportOf(t, nil, finding(rules.Low, "lesser-rule", cellAt("Flows", 2, 2))), buf.Bytes())
	want := map[string]string{
		"B2": "A colleague|Asked in May\n\n" + day + "\n\nLOW  lesser-rule\nthe message of lesser-rule.\nTo do: Mend lesser-rule.",
		"C3": "dpmap|Asked again\n\nThey answered: dpmap, as at, means what?\n\nHIGH time",
	}
	if diff := cmp.Diff(want, notesOf(t, out, "Flows")); diff != "" {
		t.Errorf("notes (-want +got):\n%s", diff)
	}
	all, _ := parts(t, out)
	for name, text := range all {
		if n := strings.Count(text, `ObjectType="Note"`); n > len(want) {
			t.Errorf("%d boxes in %s", n, name)
		}
	}
	rows, err := opened(t, out).GetRows("dpmap findings (2)")
	must(t, err)
	listed := 0
	for _, row := range rows {
		if slices.Contains(row, "lesser-rule") {
			listed++
		}
		if slices.Contains(row, "gravest-rule") {
			t.Errorf("what is mended is listed: %q", row)
		}
	}
	if listed != 1 || done.Cells != 1 {
		t.Errorf("listed %d times; %+v", listed, done)
	}
}

func TestOurPart(t *testing.T) {
	ours := noteHead + "22 November 2026\n\nHIGH  a-rule\nIt is.\nTo do: mend.\n\nROW NOT USED\nBlank.\n\nand 3 more: see the sheet dpmap findings"
	for _, c := range []struct{ text, left string }{
		{ours, ""}, {"Mine\n\n" + ours, "Mine"}, {"Mine\n" + ours, "Mine"}, {ours + "\n\nMine", "\n\nMine"}, {"A\n\n" + ours + "\n\nHIGHER still", "A\n\nHIGHER still"},
		{"see dpmap, as at today", "see dpmap, as at today"}, {"", ""}, {noteHead, ""},
	} {
		from, to := ourPart(c.text)
		if got := c.text[:from] + c.text[to:]; got != c.left {
			t.Errorf("%q: %q is left, want %q", c.text, got, c.left)
		}
	}
}
