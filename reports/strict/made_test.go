package strict

import (
	"bytes"
	"fmt"
	"image"
	"image/png"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"dpmap/fixtures"
	"dpmap/fixtures/judged"
	"dpmap/reports"
	"dpmap/reports/annotate"
	"dpmap/reports/ropa"
	"dpmap/reports/template"
)

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// reported reads and judges one file.
func reported(t testing.TB, file string, data []byte) *reports.Report {
	t.Helper()
	in, result := judged.File(t, file, data)
	return &reports.Report{Result: result, Inputs: in.Inputs, Problems: in.Problems, Assumptions: in.Assumptions, Version: "0.1.0"}
}

func ropaOf(t testing.TB, r *reports.Report, log *ropa.Log) []byte {
	t.Helper()
	var picture, b bytes.Buffer
	must(t, png.Encode(&picture, image.NewGray(image.Rect(0, 0, 300, 200))))
	must(t, ropa.Write(&b, r, ropa.Options{Map: picture.Bytes(), MapAlt: "Who gets what", Keep: log}))
	return b.Bytes()
}

func annotated(t testing.TB, r *reports.Report, file string, data []byte) []byte {
	t.Helper()
	var b bytes.Buffer
	_, err := annotate.Write(&b, r, file, data)
	must(t, err)
	return b.Bytes()
}

// messy is a register of n rows with texts of every length, in several
// writings, as people paste them.
func messy(t testing.TB, n int) []byte {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	must(t, f.SetSheetName("Sheet1", "It's data/flows & more"[:8]))
	sheet := f.GetSheetName(0)
	must(t, f.SetSheetRow(sheet, "A1", &[]string{"From", "To", "Recipient country", "Purpose", "Data subjects", "Data categories", "Security measures", "Retention", "Transfer safeguard", "Notes", "Bücher & <Liste>", "=1+1"}))
	words := strings.Fields("pupils’ naïve café «data» Überweisung 学校の記録 школа مدرسة supercalifragilisticexpialidociousandmore https://example.org/a/very/long/path?with=query&and=more - + = @ 😀")
	for i := range n {
		text := func(size int) string {
			var b strings.Builder
			for k := 0; b.Len() < size; k++ {
				b.WriteString(words[(i*7+k*5+size)%len(words)])
				b.WriteString([]string{" ", " ", " ", "\n", "; "}[(i+k)%5])
			}
			return b.String()
		}
		must(t, f.SetSheetRow(sheet, fmt.Sprintf("A%d", i+2), &[]string{"Hillside School", fmt.Sprintf("=Recipient %d & <Söhne>", i), []string{"US", "EU / USA", "worldwide", "", "China; Kenya"}[i%5],
			text(40 + i*30%900), "Pupils", text(i * 97 % 2500), text(i * 211 % 6000), text(i * 53 % 400), []string{"SCCs", "IDTA 1/2/2025", "", "old SCCs", "ended IDTA"}[i%5], text(i * 701 % 20000), text(i % 300), "@SUM(A1)"}))
	}
	must(t, f.AddComment(sheet, excelize.Comment{Cell: "B2", Author: "A colleague", Text: "Asked in May"}))
	b, err := f.WriteToBuffer()
	must(t, err)
	return b.Bytes()
}

const processors = `Name and contact details of controller,Categories of processing,Sub-processor,Names of third countries or international organisations that personal data are transferred to
"Oak Primary, 3 Oak Road",Payroll,Printers of India,India
Elm High,Pensions,,
`

// made lists every sort of workbook that dpmap writes or ships.
func made(t testing.TB) (names []string, books map[string][]byte) {
	t.Helper()
	books = map[string][]byte{}
	add := func(name string, data []byte) {
		names = append(names, name)
		books[name] = data
	}
	all := fixtures.All()
	long := messy(t, 60)
	all = append(all, fixtures.Fixture{File: "messy.xlsx", Data: long})
	for _, f := range all {
		r := reported(t, f.File, f.Data)
		add(f.File, f.Data)
		add("ropa of "+f.File, ropaOf(t, r, nil))
		once := annotated(t, r, f.File, f.Data)
		add("annotated "+f.File, once)
		add("annotated twice "+f.File, annotated(t, r, f.File, once))
	}
	log, err := ropa.ReadLog([][]string{{"Finding ID", "Status", "Ticket\nno.", "Notes"}, {"gone", "Done", "T-1", "=1"}, {"", "", "own row", "x"}}, nil)
	must(t, err)
	add("ropa kept", ropaOf(t, reported(t, all[0].File, all[0].Data), log))
	add("ropa of a processor", ropaOf(t, reported(t, "processor.csv", []byte(processors)), nil))
	var b bytes.Buffer
	must(t, template.Write(&b, judged.Book(t), "0.1.0"))
	add("template", b.Bytes())
	return names, books
}

// TestExcelRepairsNothing looks at all of them.
func TestExcelRepairsNothing(t *testing.T) {
	names, books := made(t)
	for _, name := range names {
		for i, fault := range check(books[name]) {
			if i == 12 {
				t.Errorf("%s: and more", name)
				break
			}
			t.Errorf("%s: %s", name, fault)
		}
	}
}
