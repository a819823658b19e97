package ropa

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"dpmap/graph"
)

// reread is the log of a workbook as dpmap's own reader would give it: texts,
// and dates in ISO form.
func reread(t *testing.T, f *excelize.File) *Log {
	t.Helper()
	rows := func(sheet string) [][]string {
		if i, err := f.GetSheetIndex(sheet); err != nil || i < 0 {
			return nil
		}
		all, err := f.GetRows(sheet)
		if err != nil {
			t.Fatal(err)
		}
		for _, row := range all {
			for j, text := range row {
				if text == "1 Mar 2027" {
					row[j] = "2027-03-01"
				}
			}
		}
		return all
	}
	l, err := ReadLog(rows(findingsSheet), rows(closedSheet))
	if err != nil {
		t.Fatal(err)
	}
	return l
}

// enter sets cells of the log as a person would.
func enter(t *testing.T, f *excelize.File, values map[string]any) {
	t.Helper()
	for cell, v := range values {
		if err := f.SetCellValue(findingsSheet, cell, v); err != nil {
			t.Fatal(err)
		}
	}
}

// row is the row of a sheet with some text in a column.
func row(t *testing.T, f *excelize.File, sheet, heading, text string) map[string]string {
	t.Helper()
	_, rows := tabled(t, f, sheet)
	i := slices.IndexFunc(rows, func(r map[string]string) bool { return r[heading] == text })
	if i < 0 {
		t.Fatalf("%s has no row whose %s is %q", sheet, heading, text)
	}
	return rows[i]
}

// TestKeep makes the workbook, fills in its log, and makes it again from a
// register in which the findings stand in another order and one is gone.
func TestKeep(t *testing.T) {
	_, f := written(t, sample(t), Options{})
	enter(t, f, map[string]any{
		"H5": "In progress", "I5": "=Bursar", "J5": 46447, "K5": "Asked them\nagain", // the transfer
		"I6": "DPO",                           // accepted by the register, which then accepts it no longer
		"H7": "in hand", "J7": "after Easter", // purpose-missing, which goes
		"H9": "Done", // the unused party
		"Q4": "Ticket", "Q5": "T-17", "Q7": "T-18",
		"C10": "Ask the governors", "I10": "Head", // a row of their own
	})
	found := sampleFindings()
	found[1].Accepted = nil
	changed := slices.Concat(found[3:], found[:2])
	r := reported(t, graph.Register{}, sampleParties(), sampleFlows(), sampleTransfers(), changed)
	_, g := written(t, r, Options{Keep: reread(t, f)})

	got := row(t, g, findingsSheet, idHeading, found[0].ID)
	for heading, want := range map[string]string{statusHeading: "In progress", ownerHeading: "=Bursar", dueHeading: "1 Mar 2027", notesHeading: "Asked them\nagain", "Ticket": "T-17", "No.": "3"} {
		if got[heading] != want {
			t.Errorf("%s is %q, want %q", heading, got[heading], want)
		}
	}
	if got := row(t, g, findingsSheet, idHeading, found[1].ID); got[statusHeading] != openWord || got[ownerHeading] != "DPO" {
		t.Errorf("what the register accepts no longer: %v", got)
	}
	if got := row(t, g, findingsSheet, idHeading, found[4].ID); got[statusHeading] != doneWord {
		t.Errorf("what is done: %v", got)
	}
	if got := row(t, g, findingsSheet, "Finding", "Ask the governors"); got[ownerHeading] != "Head" {
		t.Errorf("a row that somebody added: %v", got)
	}
	closed := row(t, g, closedSheet, idHeading, found[2].ID)
	for heading, want := range map[string]string{closedHeading: "22 Nov 2026", statusHeading: "In progress", dueHeading: "after Easter", "Ticket": "T-18",
		"Finding": "No purpose", "What to do": "Say what the data is for", "Severity": "●●○○ medium"} {
		if closed[heading] != want {
			t.Errorf("closed: %s is %q, want %q", heading, closed[heading], want)
		}
	}
	if _, rows := tabled(t, g, closedSheet); len(rows) != 1 {
		t.Errorf("%d rows are closed, want one: %v", len(rows), rows)
	}
	_, done := summaryRow(t, g, "marked Done")
	if done != "1" {
		t.Errorf("%q findings are marked done and found again", done)
	}

	// Made once more, from the register as it was: what was closed is open again
	// with its entries, and nothing is said twice.
	_, h := written(t, sample(t), Options{Keep: reread(t, g)})
	if got := row(t, h, findingsSheet, idHeading, found[2].ID); got[statusHeading] != openWord || got["Ticket"] != "T-18" || got[dueHeading] != "after Easter" {
		t.Errorf("found again: %v", got)
	}
	if slices.Contains(h.GetSheetList(), closedSheet) {
		t.Error("nothing is closed, and yet there is a sheet for it")
	}
	if _, rows := tabled(t, h, findingsSheet); len(rows) != 6 {
		t.Errorf("%d rows for five findings and a row of somebody's own", len(rows))
	}
}

// summaryRow is a line of the summary by its name.
func summaryRow(t *testing.T, f *excelize.File, name string) (found bool, value string) {
	t.Helper()
	rows, err := f.GetRows(summarySheet)
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range rows {
		if len(r) > 1 && r[0] == name {
			return true, r[1]
		}
	}
	return false, ""
}

// TestClosedStaysClosed holds that a finding keeps the day on which it was
// first gone, over any number of workbooks.
func TestClosedStaysClosed(t *testing.T) {
	l, err := ReadLog([][]string{{"Findings"}, {idHeading, statusHeading}}, [][]string{
		{closedHeading, "Finding", statusHeading, idHeading}, {"2025-09-01", "No purpose", "Done", "gone"}})
	if err != nil {
		t.Fatal(err)
	}
	_, f := written(t, sample(t), Options{Keep: l})
	if got := row(t, f, closedSheet, idHeading, "gone"); got[closedHeading] != "1 Sep 2025" || got[statusHeading] != doneWord {
		t.Errorf("%v", got)
	}
}

// TestTwoRowsOfOneFinding holds that a row somebody doubled loses nothing.
func TestTwoRowsOfOneFinding(t *testing.T) {
	id := sampleFindings()[0].ID
	l, err := ReadLog([][]string{{idHeading, ownerHeading, notesHeading, "finding"}, {id, "Bursar", "rang"}, {id, "Head", "rang", "x"}}, nil)
	if err != nil {
		t.Fatal(err)
	}
	_, f := written(t, sample(t), Options{Keep: l})
	if got := row(t, f, findingsSheet, idHeading, id); got[ownerHeading] != "Bursar\nHead" || got[notesHeading] != "rang" {
		t.Errorf("%v", got)
	}
}

func TestReadLogRefuses(t *testing.T) {
	for _, rows := range [][][]string{nil, {{}}, {{"Finding", "Owner"}, {"a", "b"}}} {
		if _, err := ReadLog(rows, [][]string{{idHeading}}); err == nil {
			t.Errorf("%q was taken for a log", rows)
		}
	}
}

// TestKeptTextIsInert puts the corpus into the entries of an older workbook.
func TestKeptTextIsInert(t *testing.T) {
	id := sampleFindings()[0].ID
	for _, evil := range corpus {
		l, err := ReadLog([][]string{{idHeading, statusHeading, ownerHeading, dueHeading, notesHeading, evil, "Finding"},
			{id, evil, evil, evil, evil, evil, evil}, {evil, evil, evil, evil, evil, evil, evil}, {"", evil, evil, evil, evil, evil, evil}}, nil)
		if err != nil {
			t.Fatal(err)
		}
		data, f := written(t, sample(t), Options{Keep: l})
		checkInert(t, data, f, strings.TrimSpace(evil))
		f.Close()
	}
}

// TestOwners holds that the drop-down suggests whom the register names, and
// that no name can break out of it.
func TestOwners(t *testing.T) {
	flows := sampleFlows()
	flows[0].Owner, flows[1].Owner, flows[2].Owner, flows[3].Owner = "Bursar", "Bursar", "Head, deputy", `<O"Neil>`
	flows[4].Owner = strings.Repeat("n", 300)
	_, f := written(t, reported(t, graph.Register{DPO: graph.Value{Text: "Trust DPO & team"}}, sampleParties(), flows, nil, sampleFindings()), Options{})
	all, err := f.GetDataValidations(findingsSheet)
	if err != nil {
		t.Fatal(err)
	}
	var lists []string
	for _, v := range all {
		if v.Type == "list" {
			lists = append(lists, v.Sqref+" "+v.Formula1)
		}
	}
	want := []string{`H5:H9 "Open,In progress,Done,Accepted,Not applicable"`, `I5:I9 "Trust DPO & team,Bursar"`}
	if diff := cmp.Diff(want, lists); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
