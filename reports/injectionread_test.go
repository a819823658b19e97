package reports

import (
	"bytes"
	"encoding/csv"
	"io"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"
)

// poisoned is a register read by the real importer with a payload in the file's
// name, in a heading and in every cell.
func poisoned(t *testing.T, payload string) *Report {
	t.Helper()
	name := strings.ReplaceAll(payload, "\n", " ")
	payload = strings.Map(func(c rune) rune { // a text with controls is refused; a file's name may hold them
		if unicode.IsControl(c) && c != '\n' && c != '\t' {
			return -1
		}
		return c
	}, payload)
	heads := []string{"Ref", "From", "To", "Sender country", "Recipient country", "Purpose", "Data subjects", "Data categories", "Special category data",
		"Lawful basis", "Article 9 condition", "Schedule 1 condition", "Consent", "Recipient role", "Agreement", "Agreement date", "Agreement ends",
		"Transfer safeguard", "Safeguard date", "Transfer risk assessment", "Hosting country", "Access countries", "Sharing method", "Security measures",
		"Retention", "Frequency", "System", "Privacy notice", "DPIA", "Policy document", "Owner", "Last reviewed", "Status", "Source", "Notes"}
	good := map[string]string{"From": "Hill School", "To": "Reading Owl", "Recipient country": "US", "Data categories": "Names; health data", "Recipient role": "processor"}
	var table bytes.Buffer
	w := csv.NewWriter(&table)
	rows := [][]string{append(slices.Clone(heads), "Colour "+payload, payload)}
	for i := range len(heads) + 1 { // each cell is poisoned once in a row that is good elsewhere, and then all are
		row := make([]string, len(heads)+2)
		for j, h := range heads {
			row[j] = good[h]
			if j == i || i == len(heads) {
				row[j] += payload
			}
		}
		row[len(heads)], row[len(heads)+1] = payload, payload
		rows = append(rows, row)
	}
	if err := w.WriteAll(rows); err != nil {
		t.Fatal(err)
	}
	return register(t, name+".csv\n"+strings.ToValidUTF8(table.String(), "?"))
}

var (
	ourElements = regexp.MustCompile(`^(!doctype|html|head|meta|title|style|body|a|header|p|h[1-6]|strong|nav|ul|li|main|section|b|span|dl|div|dt|dd|table|caption|` +
		`thead|tbody|tr|th|td|label|input|select|option|fieldset|legend|button|details|summary|article|code|figure|figcaption|output|footer|script)$`)
	ourColours = regexp.MustCompile("\x1b\\[[0-9;]+m")
)

func TestWhatIsReadStaysText(t *testing.T) {
	schema := sarifSchema(t)
	for _, payload := range payloads {
		r := poisoned(t, payload)
		if len(r.Result.Findings) < 20 {
			t.Fatalf("%q: only %d findings, so little is tried", payload, len(r.Result.Findings))
		}
		checkElements(t, payload, written(t, bare, r))
		for name, o := range map[string]TextOptions{"text": {Color: true, Width: 80}, "quiet": {Color: true, Quiet: true}} {
			for _, write := range []func(io.Writer, *Report) error{
				func(w io.Writer, r *Report) error { return Text(w, r, o) },
				func(w io.Writer, r *Report) error { return Brief(w, r, o) },
			} {
				out := ourColours.ReplaceAllString(written(t, write, r), "")
				if at := strings.IndexFunc(out, func(c rune) bool { return isDirection(c) || c != '\n' && unicode.IsControl(c) }); at >= 0 {
					t.Errorf("%q, %s: %q reaches the terminal", payload, name, out[max(0, at-20):min(len(out), at+20)])
				}
			}
		}
		if err := checkSARIF(schema, []byte(written(t, SARIF, r))); err != nil {
			t.Errorf("%q: %v", payload, err)
		}
		rows, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(written(t, CSV, r), byteOrderMark))).ReadAll()
		if err != nil {
			t.Errorf("%q: %v", payload, err)
		}
		for _, row := range rows {
			for _, cell := range row {
				if cell != Guard(cell) {
					t.Errorf("%q: %q would run", payload, cell)
				}
			}
		}
	}
}

// checkElements fails on an element or an attribute that no page of ours has,
// and on a link that leads anywhere but into the page or to the law.
func checkElements(t *testing.T, payload, page string) {
	t.Helper()
	scripts := 0
	for _, line := range skeleton(t, page) {
		words := strings.Fields(line)
		switch {
		case words[0] == "DoctypeToken" || words[0] == "EndTag":
			continue
		case words[0] == "comment" || !ourElements.MatchString(words[1]):
			t.Errorf("%q becomes %q", payload, line)
		case words[1] == "script":
			scripts++
		}
		for _, a := range words[2:] {
			name, to, _ := strings.Cut(a, "=")
			if strings.HasPrefix(name, "on") || name == "src" || name == "style" ||
				name == "href" && !strings.HasPrefix(to, "#") && !strings.HasPrefix(to, "https://www.legislation.gov.uk/") &&
					!strings.HasPrefix(to, "https://ico.org.uk/") && !strings.HasPrefix(to, "https://eur-lex.europa.eu/") {
				t.Errorf("%q becomes %q", payload, line)
			}
		}
	}
	if scripts != 1 {
		t.Errorf("%q: %d scripts", payload, scripts)
	}
}
