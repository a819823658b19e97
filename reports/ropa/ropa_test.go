package ropa

import (
	"bytes"
	"errors"
	"image"
	"image/png"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"dpmap/graph"
	"dpmap/graph/rules"
	"dpmap/reports"
)

// tabled reads the table of a sheet: its headings, and its rows by heading.
func tabled(t *testing.T, f *excelize.File, sheet string) (heads []string, rows []map[string]string) {
	t.Helper()
	tables, err := f.GetTables(sheet)
	if err != nil || len(tables) != 1 {
		t.Fatalf("sheet %s: %d tables, %v", sheet, len(tables), err)
	}
	from, to, _ := strings.Cut(tables[0].Range, ":")
	_, first, err := excelize.CellNameToCoordinates(from)
	if err != nil {
		t.Fatal(err)
	}
	width, last, err := excelize.CellNameToCoordinates(to)
	if err != nil {
		t.Fatal(err)
	}
	all, err := f.GetRows(sheet)
	if err != nil {
		t.Fatal(err)
	}
	heads = all[first-1]
	if len(heads) != width {
		t.Fatalf("sheet %s: %d headings over a table of %d columns", sheet, len(heads), width)
	}
	for n := first + 1; n <= last; n++ {
		row := map[string]string{"": at(1, n)}
		for i, value := range all[n-1] {
			row[heads[i]] = value
		}
		rows = append(rows, row)
	}
	return heads, rows
}

func TestRequiredColumns(t *testing.T) {
	_, f := written(t, sample(t), Options{})
	heads, _ := tabled(t, f, recordSheet)
	want := []string{
		"Purpose of processing", "Name and contact details of joint controller (if applicable)", "Categories of individuals",
		"Categories of personal data", "Categories of recipients", "Link to contract with processor",
		"Names of third countries or international organisations that personal data are transferred to (if applicable)",
		"Safeguards for exceptional transfers of personal data to third countries or international organisations (if applicable)",
		"Retention schedule (if possible)", "General description of technical and organisational security measures (if possible)",
		"Article 6 lawful basis for processing personal data", "Article 9 condition for processing special category data",
		"The source of the personal data (if applicable)", "Link to record of consent", "Location of personal data",
		"Link to Data Protection Impact Assessment", "Data Protection Act 2018 Schedule 1 Condition for processing",
	}
	var got []string
	for _, h := range heads {
		if slices.Contains(want, h) {
			got = append(got, h)
		}
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("the ICO's headings, in its order (-want +got):\n%s", diff)
	}
	top, err := f.GetRows(recordSheet)
	if err != nil {
		t.Fatal(err)
	}
	for _, label := range []string{"Controller", "Data protection officer", "Representative (if applicable)", "Joint controllers (if applicable)", "Address", "Email, telephone"} {
		if !slices.Contains(slices.Concat(top[1], top[2]), label) {
			t.Errorf("the contact block has no %q", label)
		}
	}
}

func TestOneRowPerActivity(t *testing.T) {
	_, f := written(t, sample(t), Options{})
	_, rows := tabled(t, f, recordSheet)
	if len(rows) != 4 {
		t.Fatalf("5 flows of 4 activities gave %d rows", len(rows))
	}
	for heading, want := range map[string]string{
		"Purpose of processing":            "Running the school's records",
		"Categories of recipients":         "Example MIS Ltd (supplier)\nDepartment for Education (government department; implied: well-known body)",
		"Categories of personal data":      "Names\nMedical needs [special: health]",
		"Retention schedule (if possible)": "Example MIS Ltd: Date of birth + 25 years\nDepartment for Education: not recorded",
		"Role of recipient":                "Example MIS Ltd: processor\nDepartment for Education: controller",
		"Reference":                        "R1",
	} {
		if got := rows[0][heading]; got != want {
			t.Errorf("%s: %q, want %q", heading, got, want)
		}
	}
	if got := rows[3]["Categories of recipients"]; got != "received by the controller" {
		t.Errorf("a flow to the controller itself has the recipient %q", got)
	}
	if got := rows[3]["The source of the personal data (if applicable)"]; got != "Parents" {
		t.Errorf("the source is %q", got)
	}
}

// TestNotRecorded holds that blanks which should be filled are marked, others not.
func TestNotRecorded(t *testing.T) {
	_, f := written(t, sample(t), Options{})
	heads, rows := tabled(t, f, recordSheet)
	insurers := rows[2]
	due := []string{"Purpose of processing", "Categories of individuals", "Categories of personal data", "Retention schedule (if possible)",
		"General description of technical and organisational security measures (if possible)", "Article 6 lawful basis for processing personal data", "Role of recipient"}
	look := styleOf(t)
	_, row, err := excelize.CellNameToCoordinates(insurers[""])
	if err != nil {
		t.Fatal(err)
	}
	for i, h := range heads {
		id, err := f.GetCellStyle(recordSheet, at(i+1, row))
		if err != nil {
			t.Fatal(err)
		}
		if want := slices.Contains(due, h); want != (insurers[h] == notRecorded) || want != (look[id] == muted) {
			t.Errorf("%s: %q in style %s", h, insurers[h], look[id])
		}
	}
	if got := rows[1]["Link to contract with processor"]; got != notRecorded {
		t.Errorf("a processor without agreement: %q", got)
	}
	if got := rows[0]["Article 9 condition for processing special category data"]; !strings.Contains(got, "Department for Education: "+notRecorded) {
		t.Errorf("special-category data without condition: %q", got)
	}
}

func TestTransfers(t *testing.T) {
	_, f := written(t, sample(t), Options{})
	_, rows := tabled(t, f, transfersSheet)
	var got [][]string
	for _, r := range rows {
		got = append(got, []string{r["Record"], r["Verdict"], r["Country"], r["Recipient"], r["What to do"]})
	}
	mend := "Sign an IDTA and assess the risk, or stop the flow"
	want := [][]string{
		{"No. 2", "! conditional", "United States", "Reading App Inc", ""},
		{"No. 2", "× unprotected", "China", "Reading App Inc", mend},
		{"No. 3", "? unknown", "“worldwide” (no country named)", "Insurers", ""},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestSameBytes(t *testing.T) {
	first, _ := written(t, sample(t), Options{Map: pixel(t)})
	for range 5 {
		again, _ := written(t, sample(t), Options{Map: pixel(t)})
		if !bytes.Equal(first, again) {
			t.Fatal("the same report gave other bytes")
		}
	}
}

// pixel is a small picture.
func pixel(t *testing.T) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, 300, 200))); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestWriteFails(t *testing.T) {
	for _, r := range []*reports.Report{nil, {}, {Result: &rules.Result{}}} {
		if err := Write(&bytes.Buffer{}, r, Options{}); err == nil {
			t.Error("a report without map or law was written")
		}
	}
	var b bytes.Buffer
	if err := Write(&b, sample(t), Options{Map: []byte("no picture")}); err == nil || b.Len() > 0 {
		t.Errorf("a picture that is none: %v, %d bytes written", err, b.Len())
	}
	if err := Write(brokenWriter{}, sample(t), Options{}); !errors.Is(err, errBroken) {
		t.Errorf("a writer that fails: %v", err)
	}
}

var errBroken = errors.New("disk full")

type brokenWriter struct{}

func (brokenWriter) Write([]byte) (int, error) { return 0, errBroken }

// TestEmpty writes a map of nothing, and one that nobody judged.
func TestEmpty(t *testing.T) {
	_, f := written(t, reported(t, graph.Register{}, nil, nil, nil, nil), Options{})
	_, rows := tabled(t, f, transfersSheet)
	if got := rows[0]["Record"]; got != "None found" {
		t.Errorf("no transfers: %q", got)
	}
	_, f = written(t, reported(t, graph.Register{}, sampleParties(), sampleFlows(), nil, nil), Options{})
	_, rows = tabled(t, f, recordSheet)
	safeguards := "Safeguards for exceptional transfers of personal data to third countries or international organisations (if applicable)"
	if got := rows[3][safeguards]; !strings.Contains(got, "not judged") {
		t.Errorf("a flow that nobody judged: %q", got)
	}
}

// TestBrief holds what the first page says before anything else, in words that
// need no law.
func TestBrief(t *testing.T) {
	_, f := written(t, sample(t), Options{})
	rows, err := f.GetRows(summarySheet)
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]string{}
	for _, r := range rows[:14] {
		if len(r) > 1 {
			got[r[0]] = r[1]
		}
	}
	want := map[string]string{
		"What this is": "Who gets personal data from Hillside School, what for, and whether the law lets it: 5 flows between 6 organisations and groups of people, 2 of them with data that the law protects most (health, religion, ethnicity and the like). Judged by the law as at 22 November 2026, as last checked on 22 November 2026.",
		"Breaks the rules on sending data abroad":     "1 flow: the country is not approved, and no tool that the law accepts is recorded. To Reading App Inc (China).",
		"Cannot be judged":                            "1 flow: the country, or what the sending rests on, is not recorded or not clear, so nobody can judge it. To Insurers (“worldwide” (no country named)).",
		"Covered by the rules on sending data abroad": "3 flows: 3 do not count as sent abroad. This says nothing of other duties: see the findings.",
		"Taken for granted":                           "Hillside School is taken to be in the United Kingdom (--home)",
		"Could not be read":                           "1 value of the register: see the sheet Problems.",
	}
	for name, text := range want {
		if got[name] != text {
			t.Errorf("%s: %q, want %q", name, got[name], text)
		}
	}
	if text := got["To be mended"]; !strings.HasPrefix(text, "4 findings: 1 critical, 2 medium, 1 low. First:\n●●●● critical: A transfer without protection (1)\n") {
		t.Errorf("to be mended: %q", text)
	}
	if text := got["Not recorded"]; !strings.Contains(text, "What is not known is not taken to be fine") {
		t.Errorf("not recorded: %q", text)
	}
}
