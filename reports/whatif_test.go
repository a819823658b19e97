package reports

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"
	"time"

	"dpmap/graph"
	"dpmap/graph/law"
	"dpmap/graph/rules"

	"github.com/google/go-cmp/cmp"
	"github.com/santhosh-tekuri/jsonschema/v6"
)

// supposed is a report on seven flows of a school, judged with and without what
// is supposed to have fallen.
func supposed(t *testing.T, overlays []law.Overlay, asAt law.Date, without ...string) *Report {
	t.Helper()
	at := func(code string) graph.Place { return graph.Place{Countries: []string{code}} }
	listed := graph.DPF{Listed: graph.Yes, UKExtension: graph.Yes, Checked: law.Day(2026, time.June, 1)}
	idta := []graph.Safeguard{{ID: "uk-idta", Text: "IDTA"}}
	m, err := graph.New(graph.Register{}, []graph.Party{
		{ID: "school", Name: "Hillside School", Kind: law.School, Own: true, Country: at("GB")},
		{ID: "quiz", Name: "QuizWhizz Inc", Kind: law.Supplier, Country: at("US"), DPF: listed},
		{ID: "ind", Name: "Korea Immigration Service", Kind: law.Government, Country: at("KR"), Subject: []law.Evidence{law.EvidencePIPA}},
		{ID: "lab", Name: "Delft Lab BV", Kind: law.Supplier, Country: at("NL")},
		{ID: "seoul", Name: "Seoul Readers", Kind: law.Supplier, Country: at("KR"), Subject: []law.Evidence{law.EvidencePIPA}},
	}, []graph.Flow{
		{ID: "f1", From: "school", To: "quiz", Purpose: "Quizzes"},
		{ID: "f2", From: "school", To: "quiz", Purpose: "Marking"},
		{ID: "f3", From: "school", To: "quiz", Purpose: "Homework", Safeguards: idta},
		{ID: "f4", From: "school", To: "quiz", Purpose: "Tests", Safeguards: idta, RiskAssessment: graph.Evidence{State: graph.Yes}},
		{ID: "f5", From: "school", To: "lab", Purpose: "Science kits"},
		{ID: "f6", From: "school", To: "seoul", Purpose: "Korean books"},
		{ID: "f7", From: "school", To: "ind", Purpose: "Visas"},
	})
	if err != nil {
		t.Fatal(err)
	}
	open := func(without ...string) *law.Book {
		book, err := law.OpenOver(overlays, asAt, without...)
		if err != nil {
			t.Fatal(err)
		}
		return book
	}
	book := open(without...)
	r := &Report{Result: &rules.Result{Map: m, Book: book, Transfers: rules.Decide(m, book)}, Version: "0.1.0"}
	if len(without) > 0 {
		r.Baseline = rules.Decide(m, open())
	}
	if len(overlays) > 0 {
		builtIn, err := law.Open(asAt)
		if err != nil {
			t.Fatal(err)
		}
		r.BuiltIn = rules.Decide(m, builtIn)
	}
	return r
}

var theDay = law.Day(2026, time.November, 22)

func TestWhatIf(t *testing.T) {
	r := supposed(t, nil, theDay, "uk-us-data-bridge", "uk-korea")
	const safeguards = "one of the safeguards of Article 46, such as the International Data Transfer Agreement (A1.0) or the UK Addendum to the EU SCCs (B1.0)"
	want := []string{
		"f1 adequate by uk-us-data-bridge, unprotected: " + safeguards + ", with a transfer risk assessment, or a recipient in a country that the law approves",
		"f2 adequate by uk-us-data-bridge, unprotected: " + safeguards + ", with a transfer risk assessment, or a recipient in a country that the law approves",
		"f3 adequate by uk-us-data-bridge, safeguarded: a transfer risk assessment beside International Data Transfer Agreement (A1.0), which then carries it",
		"f4 adequate by uk-us-data-bridge, safeguarded: nothing more: International Data Transfer Agreement (A1.0) is recorded and carries it, with a transfer risk assessment",
		"f6 adequate by uk-korea, unprotected: " + safeguards + ", with a transfer risk assessment, or a recipient in a country that the law approves",
	}
	want = append(want, strings.Replace(want[4], "f6", "f7", 1)+"; a public body abroad may sign none of them, and then only an exception of Article 49 is left, case by case")
	var got []string
	for _, c := range r.WhatIf() {
		got = append(got, c.Flow.ID+" "+c.Was.Verdict.String()+" by "+c.Was.Instrument+", "+c.Is.Verdict.String()+": "+c.Needs)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if views := r.changeViews(r.WhatIf()); len(views) != 5 || views[0].Count != 2 || views[0].Purposes != "Quizzes; Marking" {
		t.Errorf("flows that change alike are not told as one: %+v", views)
	}
	if got := r.whatIfSentence(); got != "By it the verdict of 6 flows changes: 4 become unprotected and 2 become safeguarded." {
		t.Error(got)
	}
}

func TestASafeguardThatFellIsNotAdvised(t *testing.T) {
	r := supposed(t, nil, theDay, "uk-us-data-bridge", "uk-idta", "uk-addendum")
	for _, c := range r.WhatIf() {
		if strings.Contains(c.Needs, "IDTA") || strings.Contains(c.Needs, "International Data") || strings.Contains(c.Needs, "Addendum") {
			t.Errorf("%s would need what is supposed to have fallen: %s", c.Flow.ID, c.Needs)
		}
	}
}

func TestNothingSupposedChangesNothing(t *testing.T) {
	for _, r := range []*Report{supposed(t, nil, theDay), supposed(t, nil, theDay, "uk-japan")} {
		if n := len(r.WhatIf()); n != 0 {
			t.Errorf("%d changes", n)
		}
		for name, text := range outputs(t, r) {
			if strings.Contains(text, "What would change") {
				t.Errorf("%s has a heading for changes that are none", name)
			}
		}
	}
	if got := supposed(t, nil, theDay, "uk-japan").whatIfSentence(); got != "No flow's verdict changes by it." {
		t.Error(got)
	}
}

// outputs writes a report in every form for people.
func outputs(t *testing.T, r *Report) map[string]string {
	t.Helper()
	out := map[string]string{}
	for name, write := range map[string]func(*bytes.Buffer) error{
		"text":     func(b *bytes.Buffer) error { return Text(b, r, TextOptions{}) },
		"brief":    func(b *bytes.Buffer) error { return Brief(b, r, TextOptions{}) },
		"markdown": func(b *bytes.Buffer) error { return Markdown(b, r) },
		"html":     func(b *bytes.Buffer) error { return HTML(b, r, HTMLOptions{}) },
	} {
		var b bytes.Buffer
		if err := write(&b); err != nil {
			t.Fatal(err)
		}
		out[name] = b.String()
	}
	return out
}

func TestEveryOutputTellsTheSupposition(t *testing.T) {
	r := supposed(t, []law.Overlay{{File: "mine.csv", Data: []byte("id,regime,ends\nuk-japan,UK,2027-01-31\n")}}, theDay, "uk-us-data-bridge")
	for name, text := range outputs(t, r) {
		wants := []string{"what-if", "By it the verdict of 4 flows changes", "uk-japan (UK): ends is 2027-01-31, was blank"}
		if name == "markdown" {
			text = strings.NewReplacer(`\`, "", "&#45;", "-").Replace(text)
		}
		if name != "brief" {
			wants = append(wants, "What would change", "with a transfer risk assessment, or a recipient")
		}
		if name == "html" {
			wants = append(wants, `<body class="whatif">`, "mine.csv row 2", `href="#whatif"`)
		}
		for _, want := range wants {
			if !strings.Contains(text, want) {
				t.Errorf("%s does not say %q:\n%s", name, want, text)
			}
		}
	}
	if html := outputs(t, supposed(t, nil, theDay))["html"]; strings.Contains(html, `class="whatif"`) || strings.Contains(html, "Law of the user") {
		t.Error("a page that supposes nothing says that it does")
	}
}

func TestWhatIsLaidOverTheLawIsToldWithWhatItChanges(t *testing.T) {
	ends := []law.Overlay{{File: "mine.csv", Data: []byte("id,regime,ends\nuk-eea,UK,2026-10-31\n")}}
	for name, text := range outputs(t, supposed(t, ends, theDay)) {
		wants := []string{"By them the verdict of 1 flow changes: 1 becomes unprotected.", "uk-eea (UK): ends is 2026-10-31"}
		switch name {
		case "markdown":
			text = strings.NewReplacer(`\`, "").Replace(text)
			wants = append(wants, "## What your own rows of law change", "Hillside School to Delft Lab BV (Netherlands): 1 flow, adequate by")
		case "text":
			wants = append(wants, "What your own rows of law change", "before, unprotected now, for: Science kits")
		case "html":
			wants = append(wants, `id="overwhatif"`, "Hillside School → Delft Lab BV", `href="#overlaid"`)
		}
		for _, want := range wants {
			if !strings.Contains(text, want) {
				t.Errorf("%s does not say %q:\n%s", name, want, text)
			}
		}
		if strings.Contains(text, "What would change") || strings.Contains(text, "This is a what-if") {
			t.Errorf("%s calls it a supposition", name)
		}
	}
	// A supposition besides is compared by itself, and so is what is laid over.
	r := supposed(t, ends, theDay, "uk-korea")
	if n, over := len(r.WhatIf()), len(r.OverlaidChanges()); n != 2 || over != 1 {
		t.Errorf("%d changes by what is supposed, %d by what is laid over, want 2 and 1", n, over)
	}
	if got := supposed(t, []law.Overlay{{File: "mine.csv", Data: []byte("word,group\nchess,health\n")}}, theDay).overlaidWhatIf(); got != "No flow's verdict changes by them." {
		t.Error(got)
	}
}

func TestWhatIfInJSON(t *testing.T) {
	r := supposed(t, []law.Overlay{{File: "mine.csv", Data: []byte("word,group\nchess,health\n")}}, theDay, "uk-us-data-bridge")
	var b bytes.Buffer
	if err := JSON(&b, r); err != nil {
		t.Fatal(err)
	}
	validate(t, b.Bytes())
	var doc struct {
		Law struct {
			Overlaid []struct{ Table, ID, File string }
		}
		WhatIf []struct{ Flow, Was, Is, Needs string } `json:"what_if"`
	}
	if err := json.Unmarshal(b.Bytes(), &doc); err != nil {
		t.Fatal(err)
	}
	if len(doc.Law.Overlaid) != 1 || doc.Law.Overlaid[0].ID != "chess" || len(doc.WhatIf) != 4 || doc.WhatIf[0].Is != "unprotected" {
		t.Errorf("%+v", doc)
	}
	b.Reset()
	if err := JSON(&b, supposed(t, nil, theDay)); err != nil {
		t.Fatal(err)
	}
	validate(t, b.Bytes())
}

// validate checks a result against the schema that goes with it.
func validate(t *testing.T, data []byte) {
	t.Helper()
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	if err := compileSchema(t, "result.json", Schema()).Validate(doc); err != nil {
		t.Error(err)
	}
}

func TestOldLawIsTold(t *testing.T) {
	const old = "days before 22 May 2027, and law changes"
	r := supposed(t, nil, law.Day(2027, time.May, 22))
	for name, text := range outputs(t, r) {
		if !strings.Contains(text, old) {
			t.Errorf("%s does not tell the age of the law", name)
		}
	}
	for name, text := range outputs(t, supposed(t, nil, law.Day(2027, time.May, 21))) {
		if strings.Contains(text, "and law changes") {
			t.Errorf("%s tells an age that is none", name)
		}
	}
}
