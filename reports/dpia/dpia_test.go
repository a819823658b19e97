package dpia

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"

	"dpmap/fixtures"
	"dpmap/fixtures/judged"
	"dpmap/reports"
)

func report(t *testing.T, name string, data []byte, without ...string) *reports.Report {
	t.Helper()
	in, result := judged.File(t, name, data, without...)
	return &reports.Report{Result: result, Inputs: in.Inputs, Problems: in.Problems, Assumptions: in.Assumptions, Version: "test"}
}

const register = `Ref,From,To,Sender country,Recipient country,Purpose,Data subjects,Data categories,Special category data,Lawful basis,Article 9 condition,Consent,Recipient role,Agreement,Transfer safeguard,Safeguard date,Hosting country,Retention
F1,Hill School,QuizCo,UK,India,Homework quizzes,Pupils,Names; Health data,,public task,,,processor,Not signed,IDTA,2024-05-01,Ireland,
F2,QuizCo,Cloudy,India,Brazil,Storage,Pupils,Names; Health data,,,,,sub-processor,,,,,
F3,Hill School,Council,UK,UK,Census,Pupils,Names,,legal obligation,,,controller,,,,,6 years
F3,Hill School,Health service,UK,UK,Census,Pupils,Names,,legal obligation,,,controller,,,,,6 years
`

// paragraph is a paragraph of a document: its style and its words.
type paragraph struct{ style, text string }

// read gives the paragraphs of a document, read as strictly as XML asks.
func read(t *testing.T, doc []byte) []paragraph {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(doc), int64(len(doc)))
	if err != nil {
		t.Fatal(err)
	}
	f, err := z.Open("word/document.xml")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	d := xml.NewDecoder(f)
	var out []paragraph
	var now paragraph
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return out
		}
		if err != nil {
			t.Fatal(err)
		}
		switch v := token.(type) {
		case xml.StartElement:
			switch v.Name.Local {
			case "p":
				now = paragraph{}
			case "pStyle":
				now.style = v.Attr[0].Value
			case "br":
				now.text += "\n"
			}
		case xml.CharData:
			now.text += string(v)
		case xml.EndElement:
			if v.Name.Local == "p" {
				out = append(out, now)
			}
		}
	}
}

func written(t *testing.T, r *reports.Report, refs ...string) []byte {
	t.Helper()
	chosen, err := Choose(r.Result.Map, refs)
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := Write(&b, r, Options{Flows: chosen}); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func headings(list []paragraph) []string {
	var out []string
	for _, p := range list {
		if strings.HasPrefix(p.style, "Heading") {
			out = append(out, p.style[len("Heading"):]+" "+p.text)
		}
	}
	return out
}

// TestSteps holds the ICO's seven steps in their order.
func TestSteps(t *testing.T) {
	got := headings(read(t, written(t, report(t, "register.csv", []byte(register)), "F1")))
	want := []string{
		"1 Controller details", "2 What is assessed", "1 Step 1: Identify the need for a DPIA", "1 Step 2: Describe the processing", "2 Nature of the processing",
		"2 Scope of the processing", "2 Context of the processing", "2 Purposes of the processing", "1 Step 3: Consultation process",
		"1 Step 4: Assess necessity and proportionality", "2 Lawful basis and conditions", "2 Processors and agreements", "2 Transfers abroad",
		"2 Further questions", "1 Step 5: Identify and assess risks", "1 Step 6: Identify measures to reduce risk",
		"1 Step 7: Sign off and record outcomes", "1 About this draft",
	}
	if !slices.Equal(got, want) {
		t.Errorf("headings: %q", got)
	}
}

// row is the paragraphs after the one that asks, up to a number.
func row(list []paragraph, asked string, n int) []string {
	for i, p := range list {
		if p.text == asked && i+n < len(list) {
			var out []string
			for _, q := range list[i+1 : i+1+n] {
				out = append(out, q.text)
			}
			return out
		}
	}
	return nil
}

// TestFilledIn holds what the register records to its place in the assessment,
// with the cell that it came from, and what it does not to a blank.
func TestFilledIn(t *testing.T) {
	list := read(t, written(t, report(t, "register.csv", []byte(register)), "F1"))
	for _, c := range []struct{ asked, value, source string }{
		{"Purpose", "Homework quizzes", "cell F2"},
		{"Kinds of data", "Names\nHealth data (special category: health)", "cell H2"},
		{"Whose data it is", "Pupils", "cell G2"},
		{"Country of the recipient", "India", "cell E2"},
		{"Where it is hosted", "Ireland", "cell Q2"},
		{"Lawful basis (Art 6)", "Art 6(1)(e) – Public task", "cell J2"},
		{"The recipient’s role", "processor", "cell M2"},
		{"Agreement", "none, or not signed – “Not signed”", "cell N2"},
		{"Who sends it abroad", "Hill School", "worked out by dpmap"},
		{"What it rests on", "International Data Transfer Agreement (A1.0) (UK GDPR Art 46(2)(d); DPA 2018 s.119A)", "worked out by dpmap"},
		{"Transfer risk assessment", toComplete, "not recorded"},
		{"Condition for special-category data (Art 9)", toComplete, "not recorded"},
		{"How long it is kept", toComplete, "not recorded"},
		{"Where it goes next", "Cloudy (Brazil): Storage – row 3", "worked out by dpmap"},
	} {
		got := row(list, c.asked, 2)
		if len(got) != 2 || got[0] != c.value || !strings.HasPrefix(got[1], c.source) {
			t.Errorf("%s: %q, want %q from %q", c.asked, got, c.value, c.source)
		}
	}
}

// TestPlaceOfParty holds that a value from the recipient's own row has that
// row as its place.
func TestPlaceOfParty(t *testing.T) {
	f := fixtures.Default()
	r := report(t, f.File, f.Data)
	for i, flow := range r.Result.Map.Flows() {
		if p := r.Result.Map.Party(flow.To); p == nil || p.Name != "CEG companies" {
			continue
		}
		var b bytes.Buffer
		if err := Write(&b, r, Options{Flows: []int{i}}); err != nil {
			t.Fatal(err)
		}
		got := row(read(t, b.Bytes()), "Country of the recipient", 2)
		if len(got) != 2 || !strings.Contains(got[0], "China") || !strings.HasPrefix(got[1], "sheet Organisations, cell ") {
			t.Errorf("the recipient's country: %q", got)
		}
		return
	}
	t.Fatal("the default fixture has no such recipient")
}

// TestRisks holds that findings are risks with their cells, and that likelihood
// and severity are left to people.
func TestRisks(t *testing.T) {
	r := report(t, "register.csv", []byte(register))
	doc := written(t, r, "F1")
	var all strings.Builder
	for _, p := range read(t, doc) {
		all.WriteString(p.text + "\n")
	}
	rulesSeen := 0
	for _, f := range r.Result.Findings {
		if slices.Contains(f.Flows, "f1") || slices.Contains(f.Flows, "F1") {
			rulesSeen++
			if want := sentence(f.Message) + " (cell " + f.At.Cell() + ")"; !strings.Contains(all.String(), want) {
				t.Errorf("step 5 lacks %q", want)
			}
		}
	}
	if rulesSeen < 4 {
		t.Fatalf("only %d findings about F1: the register is no test", rulesSeen)
	}
	for _, word := range []string{"Remote", "Probable", "Minimal", "Severe", "Eliminated", "Residual risk"} {
		if !bytes.Contains(unzipped(t, doc), []byte(word)) {
			t.Errorf("no %q to choose", word)
		}
	}
	for _, p := range read(t, doc) {
		for _, rated := range slices.Concat(likelihoods(), severities(), levels()) {
			if p.text == rated {
				t.Errorf("a risk is rated %q by nobody", rated)
			}
		}
	}
}

func unzipped(t *testing.T, doc []byte) []byte {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(doc), int64(len(doc)))
	if err != nil {
		t.Fatal(err)
	}
	f, err := z.Open("word/document.xml")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	data, err := io.ReadAll(f)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// TestEveryFlow drafts an assessment of each flow of each fixture.
func TestEveryFlow(t *testing.T) {
	for _, f := range fixtures.All() {
		r := report(t, f.File, f.Data, "uk-us-data-bridge")
		for i := range r.Result.Map.Flows() {
			var a, b bytes.Buffer
			if err := Write(&a, r, Options{Flows: []int{i}}); err != nil {
				t.Fatalf("%s, flow %d: %v", f.File, i, err)
			}
			if n := len(headings(read(t, a.Bytes()))); n != 18 {
				t.Errorf("%s, flow %d: %d headings", f.File, i, n)
			}
			if err := Write(&b, r, Options{Flows: []int{i}}); err != nil || !bytes.Equal(a.Bytes(), b.Bytes()) {
				t.Errorf("%s, flow %d: two drafts differ, %v", f.File, i, err)
			}
		}
	}
}

// TestInert puts hostile texts into every cell: the document reads as before.
func TestInert(t *testing.T) {
	heads, body, _ := strings.Cut(register, "\n")
	cells := strings.Split(strings.Split(body, "\n")[0], ",")
	shape := ""
	for _, evil := range []string{"harmless", `</w:t></w:r></w:p>`, `"/><w:evil/>`, `]]>&#0;`, "\u202egnp", `<!--`, "&amp;😀"} {
		row := make([]string, len(cells))
		for i := range cells {
			row[i] = `"` + strings.ReplaceAll(evil, `"`, `""`) + `"`
		}
		row[1], row[2] = `"A `+row[1][1:], `"B `+row[2][1:]
		r := report(t, "evil.csv", []byte(heads+"\n"+strings.Join(row, ",")+"\n"))
		var b bytes.Buffer
		if err := Write(&b, r, Options{Flows: []int{0}}); err != nil {
			t.Fatal(err)
		}
		list := read(t, b.Bytes())
		got := fmt.Sprint(len(headings(list)))
		if shape == "" {
			shape = got
		}
		if got != shape {
			t.Errorf("%q: %s headings, want %s", evil, got, shape)
		}
		if bytes.Contains(unzipped(t, b.Bytes()), []byte("<w:evil")) {
			t.Errorf("%q breaks out", evil)
		}
	}
}

func TestChoose(t *testing.T) {
	m := report(t, "register.csv", []byte(register)).Result.Map
	for _, c := range []struct {
		wanted []string
		want   []int
		fault  string
	}{
		{[]string{"f1"}, []int{0}, ""},
		{[]string{"f3"}, []int{2, 3}, ""},
		{[]string{" F3 ", "F1", "F1"}, []int{0, 2, 3}, ""},
		{[]string{"register.csv!3"}, []int{1}, ""},
		{[]string{m.Flows()[1].ID}, []int{1}, ""},
		{[]string{"council"}, []int{2}, ""},
		{[]string{"QuizCo"}, []int{0}, ""},
		{[]string{"Hill School"}, []int{0, 2, 3}, ""},
		{[]string{"Cloudi"}, nil, `--flow "Cloudi" is no flow of the register (did you mean "Cloudy"?)`},
		{[]string{"F9"}, nil, `--flow "F9" is no flow of the register (did you mean "F1" or "F2" or "F3"?)`},
		{[]string{"quizzes"}, nil, `--flow "quizzes" is no flow of the register; leave --flow out to see them all`},
		{[]string{"F1", "x\ny"}, nil, `--flow "x y" is no flow of the register; leave --flow out to see them all`},
		{nil, nil, "name what the DPIA is about with --flow, as often as needed; the register has:\n  F1  Hill School to QuizCo: Homework quizzes\n" +
			"  F2  QuizCo to Cloudy: Storage\n  F3  Hill School to Council: Census\n  F3  Hill School to Health service: Census"},
	} {
		got, err := Choose(m, c.wanted)
		fault := ""
		if err != nil {
			fault = err.Error()
		}
		if !slices.Equal(got, c.want) || fault != c.fault {
			t.Errorf("Choose(%q) = %v, %q; want %v, %q", c.wanted, got, fault, c.want, c.fault)
		}
	}
}

// TestAround holds that the diagram shows the flows and where the data goes on
// to, and nothing else.
func TestAround(t *testing.T) {
	r := report(t, "register.csv", []byte(register)).Result
	for _, c := range []struct {
		chosen []int
		flows  int
		focus  bool
	}{{[]int{0}, 2, true}, {[]int{2}, 1, true}, {[]int{2, 3}, 2, false}} {
		part, focus, err := Around(r, c.chosen)
		if err != nil {
			t.Fatal(err)
		}
		if n := len(part.Map.Flows()); n != c.flows || len(part.Transfers) != n || (focus != "") != c.focus {
			t.Errorf("Around(%v): %d flows, %d transfers, focus %q", c.chosen, n, len(part.Transfers), focus)
		}
	}
}

func TestNothingChosen(t *testing.T) {
	r := report(t, "register.csv", []byte(register))
	for _, o := range []Options{{}, {Flows: []int{99}}, {Flows: []int{-1}}, {Flows: []int{0}, Map: []byte("no PNG")}} {
		var b bytes.Buffer
		if err := Write(&b, r, o); err == nil || b.Len() > 0 {
			t.Errorf("%+v: %v, %d bytes", o, err, b.Len())
		}
	}
	if err := Write(io.Discard, nil, Options{}); err == nil {
		t.Error("no report gives no error")
	}
}
