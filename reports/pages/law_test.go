package pages

import (
	"bytes"
	"encoding/json"
	"os"
	"strings"
	"testing"

	"dpmap/graph/law"

	"github.com/google/go-cmp/cmp"
	"github.com/santhosh-tekuri/jsonschema/v6"
)

var today = law.Day(2026, 11, 22)

func book(t testing.TB, day law.Date, without ...string) *law.Book {
	t.Helper()
	b, err := law.Open(day, without...)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func TestCountryTellsItsStandingByDate(t *testing.T) {
	for _, c := range []struct {
		day     law.Date
		without []string
		country string
		want    []string
	}{
		{law.Day(2023, 10, 11), nil, "US", []string{"under the UK GDPR: no adequacy", "does not stand, from 12 October 2023"}},
		{law.Day(2026, 11, 22), nil, "US", []string{"under the UK GDPR: adequate only on a condition", "uk-us-data-bridge", "SI 2023/1028", "C-703/25 P",
			"only if: The recipient must be shown as active", "to be recorded: that the recipient is active", "never reaches: school, trust", "no end known", "checked 1 October 2026"}},
		{law.Day(2026, 11, 22), []string{"uk-us-data-bridge"}, "US", []string{"A supposition", "under the UK GDPR: no adequacy", "under the EU GDPR: adequate only on a condition"}},
		{law.Day(2026, 11, 22), nil, "NL", []string{"under the UK GDPR: adequate\n", "under the EU GDPR: not a restricted transfer"}},
		{law.Day(2026, 11, 22), nil, "CN", []string{"under the UK GDPR: no adequacy", "under the EU GDPR: no adequacy"}},
		{law.Day(2031, 12, 28), nil, "GB", []string{"under the UK GDPR: not a restricted transfer", "under the EU GDPR: no adequacy", "until 27 December 2031"}},
	} {
		book := book(t, c.day, c.without...)
		country, _ := book.Country(c.country)
		var b bytes.Buffer
		if err := Country(&b, book, country, 1000); err != nil {
			t.Fatal(err)
		}
		for _, want := range c.want {
			if !strings.Contains(b.String(), want) {
				t.Errorf("%s at %s without %v: %q is not in\n%s", c.country, c.day, c.without, want, b.String())
			}
		}
	}
}

func TestLawNamesEveryInstrument(t *testing.T) {
	book := book(t, today)
	var b bytes.Buffer
	if err := Law(&b, book, 80); err != nil {
		t.Fatal(err)
	}
	for _, i := range book.Instruments() {
		if !strings.Contains(b.String(), "  "+i.ID+" ") {
			t.Errorf("%s is not told", i.ID)
		}
	}
	if strings.Count(b.String(), "not verified, so check") == 0 {
		t.Error("no row is told to be unverified, yet some are")
	}
}

func TestLawListsCountriesByStanding(t *testing.T) {
	var b bytes.Buffer
	if err := Law(&b, book(t, today, "uk-korea"), 80); err != nil {
		t.Fatal(err)
	}
	text := strings.Join(strings.Fields(b.String()), " ")
	for _, want := range []string{
		"Transfers under the UK GDPR not a restricted transfer: United Kingdom adequate: Åland Islands, Andorra, Argentina,",
		"adequate only on a condition: Canada, Israel, Japan, United States every other country: no adequacy;",
		"adequate only on a condition: Brazil, Canada, Israel, Japan, South Korea, United States every other",
		"A supposition: as if these had fallen: uk-korea",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is not in\n%s", want, b.String())
		}
	}
}

func TestLawTellsWhatIsLaidOverAndHowOldItIs(t *testing.T) {
	over := law.Overlay{File: "mine.csv", Data: []byte("id,regime,ends\nuk-korea,UK,2027-05-31\n")}
	laid, err := law.OpenOver([]law.Overlay{over}, law.Day(2027, 6, 1))
	if err != nil {
		t.Fatal(err)
	}
	korea, _ := laid.Country("KR")
	var b bytes.Buffer
	if err := Country(&b, laid, korea, 80); err != nil {
		t.Fatal(err)
	}
	text := strings.Join(strings.Fields(b.String()), " ")
	for _, want := range []string{
		"That is 191 days before 1 June 2027, and law changes",
		"Laid over the built-in law: uk-korea (UK): ends is 2027-05-31, was blank (mine.csv row 2)",
		"South Korea, for an exporter under the UK GDPR: no adequacy", "does not stand, from 19 December 2022 until 31 May 2027",
		"not verified, so check before relying on it; read in: mine.csv row 2; on no day that is recorded",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is not in\n%s", want, b.String())
		}
	}
}

func TestLawJSON(t *testing.T) {
	over := law.Overlay{File: "mine.csv", Data: []byte("id,regime,ends\nuk-korea,UK,2027-05-31\n")}
	laid, err := law.OpenOver([]law.Overlay{over}, law.Day(2027, 6, 1), "uk-us-data-bridge")
	if err != nil {
		t.Fatal(err)
	}
	us, _ := laid.Country("US")
	for name, c := range map[string]struct {
		book      *law.Book
		country   *law.Country
		countries int
	}{"whole": {book(t, today), nil, len(laid.Countries())}, "laid": {laid, nil, len(laid.Countries())}, "one": {laid, &us, 1}} {
		var b bytes.Buffer
		if err := LawJSON(&b, c.book, c.country); err != nil {
			t.Fatal(err)
		}
		validate(t, b.Bytes())
		var doc lawDocument
		if err := json.Unmarshal(b.Bytes(), &doc); err != nil {
			t.Fatal(err)
		}
		if len(doc.Countries) != c.countries {
			t.Errorf("%s: %d countries", name, len(doc.Countries))
		}
		if c.country == nil {
			if len(doc.Instruments) != len(c.book.Instruments()) {
				t.Errorf("%s: %d instruments", name, len(doc.Instruments))
			}
			continue
		}
		want := []lawStanding{
			{"UK", "none", "", "no adequacy; a transfer needs a safeguard (Art 46) or an exception (Art 49)"},
			{"EU", "conditional", "eu-us-dpf", "adequate only on a condition"},
		}
		if diff := cmp.Diff(want, doc.Countries[0].Standing); diff != "" {
			t.Error(diff)
		}
		var ids []string
		for _, i := range doc.Instruments {
			ids = append(ids, i.Regime+" "+i.ID)
			if i.Stands != (i.ID == "eu-us-dpf") {
				t.Errorf("%s stands: %t", i.ID, i.Stands)
			}
		}
		if diff := cmp.Diff([]string{"UK uk-us-data-bridge", "EU eu-us-dpf", "EU privacy-shield"}, ids); diff != "" {
			t.Error(diff)
		}
		if len(doc.Overlaid) != 1 || doc.Warning == "" || doc.Without[0] != "uk-us-data-bridge" {
			t.Errorf("%+v, %q, %v", doc.Overlaid, doc.Warning, doc.Without)
		}
	}
}

// validate checks a document against the schema of the repository.
func validate(t *testing.T, data []byte) {
	t.Helper()
	file, err := os.ReadFile("law.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	schema, err := jsonschema.UnmarshalJSON(bytes.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("law.json", schema); err != nil {
		t.Fatal(err)
	}
	compiled, err := c.Compile("law.json")
	if err != nil {
		t.Fatal(err)
	}
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	if err := compiled.Validate(doc); err != nil {
		t.Error(err)
	}
}

func TestLawPageHoldsEveryInstrument(t *testing.T) {
	var b bytes.Buffer
	if err := LawMarkdown(&b, book(t, today)); err != nil {
		t.Fatal(err)
	}
	rows := 0
	for line := range strings.Lines(b.String()) {
		if strings.HasPrefix(line, "| `") {
			rows++
			if strings.Count(strings.ReplaceAll(line, "\\|", ""), "|") != 8 {
				t.Errorf("a row of another width: %s", line)
			}
		}
	}
	if want := len(book(t, today).Instruments()); rows != want {
		t.Errorf("%d rows, want %d", rows, want)
	}
}

// The law files that the documentation shows can be laid over the law.
func TestDocumentedLawFilesWork(t *testing.T) {
	page, err := os.ReadFile("../../docs/add-a-country.md")
	if err != nil {
		t.Fatal(err)
	}
	var overlays []law.Overlay
	for i, block := range strings.Split(string(page), "```csv\n") {
		if text, _, ok := strings.Cut(block, "```"); ok && i > 0 {
			overlays = append(overlays, law.Overlay{File: "example.csv", Data: []byte(text)})
		}
	}
	laid, err := law.OpenOver(overlays, today)
	if err != nil || len(overlays) != 3 || len(laid.Overlaid()) != 4 {
		t.Errorf("%d examples, %v", len(overlays), err)
	}
}
