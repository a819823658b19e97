package governors

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"dpmap/fixtures"
	"dpmap/reports"
)

// full is a register that fills every part of the page to its end: long names,
// many countries, every kind of data, something wrong with most rows.
func full() string {
	names := []string{"University of the Very Long Name in the North", "Taxi company with an unusually long trading name", "Police force of the Metropolitan county",
		"Exam board of international qualifications", "Solicitors and advisers to the governing body", "Insurance company of mutual assurance"}
	countries := []string{"India; China; Bosnia and Herzegovina; USA", "Saint Vincent and the Grenadines; UK; Canada; worldwide", "United Arab Emirates; Ireland", "", "UK", "Japan", "wonderland"}
	data := []string{"health data; ethnicity; religion; fingerprints; genetic data; trade union membership; sexual orientation", "", "criminal convictions; political opinions; health",
		"Names; safeguarding; bank details; nationality; passwords; free school meals; behaviour; CCTV"}
	var b strings.Builder
	b.WriteString("Ref,From,To,Sender country,Recipient country,Purpose,Data subjects,Data categories,Lawful basis,Consent,Recipient role,Agreement,Transfer safeguard,Status\n")
	for i := range 120 {
		fmt.Fprintf(&b, "%d,The Very Long Name Church of England and Roman Catholic Joint High School and Sixth Form College,%s number %d,UK,%s,%s,Pupils,%s,%s,%s,%s,%s,%s,%s\n",
			i, names[i%6], i, countries[i/6%7], []string{"Teaching", ""}[i%2], data[i/6%4], []string{"consent", "", "public task"}[i%3], []string{"", "withdrawn"}[i/2%2],
			[]string{"controller", "processor", ""}[i%3], []string{"", "yes", "no"}[i/3%3], []string{"", "IDTA", "SCCs", "Article 49(1)(a) consent"}[i%4], []string{"live", "proposed"}[i%11/10])
	}
	return b.String()
}

// TestOneSide prints pages with a browser, where there is one, and holds each to
// one side of A4.
func TestOneSide(t *testing.T) {
	browser, err := exec.LookPath("chromium")
	if err != nil || testing.Short() {
		t.Skip("no chromium to print with")
	}
	pages := map[string]*reports.Report{
		"full": report(t, "full.csv", []byte(full())), "full what-if": report(t, "full.csv", []byte(full()), "uk-us-data-bridge", "uk-korea"),
		"one": report(t, "small.csv", []byte(small)),
	}
	for _, f := range fixtures.All() {
		pages[f.File] = report(t, f.File, f.Data)
	}
	for _, f := range fixtures.Trust(7, 1, 200) {
		pages[f.Name] = report(t, f.Name, f.Data)
	}
	dir := t.TempDir()
	for name, r := range pages {
		in, out := filepath.Join(dir, "page.html"), filepath.Join(dir, "page.pdf")
		if err := os.WriteFile(in, []byte(written(t, r)), 0o600); err != nil {
			t.Fatal(err)
		}
		cmd := exec.Command(browser, "--headless", "--no-sandbox", "--disable-gpu", "--user-data-dir="+filepath.Join(dir, "user"), "--no-pdf-header-footer", "--print-to-pdf="+out, "file://"+in)
		if message, err := cmd.CombinedOutput(); err != nil {
			t.Skipf("chromium does not print here: %v\n%s", err, message)
		}
		pdf, err := os.ReadFile(out)
		if err != nil {
			t.Skipf("chromium does not print here: %v", err)
		}
		if n := bytes.Count(pdf, []byte("/Type /Page\n")); n != 1 {
			t.Errorf("%s: %d sides, want one", name, n)
		}
	}
}

// TestAreaIsNamed holds that a recipient in all countries of an area is told in
// one word, and that a country which stands otherwise is told beside it.
func TestAreaIsNamed(t *testing.T) {
	p := newPage(report(t, "area.csv", []byte(`From,To,Sender country,Recipient country,Purpose,Data subjects,Data categories,Lawful basis
Hill School,OfficeCo,UK,EEA,Mail,Pupils,Names,public task
Hill School,ClassCo,UK,EU / India,Classes,Pupils,Names,public task
`)))
	var where []string
	for _, w := range p.Who {
		where = append(where, w.Who+": "+w.Where)
	}
	if got, want := strings.Join(where, "; "), "ClassCo: EU and India; OfficeCo: EEA"; got != want {
		t.Errorf("who gets it where: %q, want %q", got, want)
	}
}
