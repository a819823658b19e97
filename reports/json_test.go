package reports

import (
	"bytes"
	"encoding/json"
	"strconv"
	"strings"
	"testing"

	"dpmap/graph"
	"dpmap/graph/law"
	"dpmap/graph/rules"

	"github.com/google/go-cmp/cmp"
	"github.com/santhosh-tekuri/jsonschema/v6"
)

func compileSchema(t *testing.T, name, text string) *jsonschema.Schema {
	t.Helper()
	doc, err := jsonschema.UnmarshalJSON(strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource(name, doc); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile(name)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func resultDocument(t *testing.T, r *Report) map[string]any {
	t.Helper()
	var b bytes.Buffer
	if err := JSON(&b, r); err != nil {
		t.Fatal(err)
	}
	doc, err := jsonschema.UnmarshalJSON(&b)
	if err != nil {
		t.Fatal(err)
	}
	return doc.(map[string]any)
}

func TestJSONMatchesItsSchema(t *testing.T) {
	s := compileSchema(t, "result.json", Schema())
	m, err := graph.New(graph.Register{}, nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	book, err := law.Open(law.Day(2026, 1, 1))
	if err != nil {
		t.Fatal(err)
	}
	empty := &Report{Result: &rules.Result{Map: m, Book: book}}
	for name, r := range map[string]*Report{"sample": sample(t, asIs), "what-if": sample(t, asIs, "uk-eea"), "empty": empty} {
		if err := s.Validate(resultDocument(t, r)); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// object walks to an object of the document: keys, and "0" for the first of a list.
func object(t *testing.T, doc any, path string) map[string]any {
	t.Helper()
	for key := range strings.SplitSeq(path, ".") {
		switch x := doc.(type) {
		case []any:
			doc = x[0]
		case map[string]any:
			if key != "" {
				doc = x[key]
			}
		}
	}
	o, ok := doc.(map[string]any)
	if !ok {
		t.Fatalf("%s is no object", path)
	}
	return o
}

func TestSchemaRejectsOtherShapes(t *testing.T) {
	s := compileSchema(t, "result.json", Schema())
	for _, m := range []struct {
		path, key string
		value     any // nil deletes the key
	}{
		{"", "schema", "dpmap/result/v2"},
		{"", "more", true},
		{"", "problems", json.RawMessage("null")},
		{"", "as_at", "22/11/2026"},
		{"law", "without", "uk-eea"},
		{"inputs.0", "sha256", "abc"},
		{"inputs.0.sheets.0", "rows", -1},
		{"problems.0", "level", "fatal"},
		{"problems.0.at", "cell", "3C"},
		{"parties.0", "id", ""},
		{"parties.0", "countries", []any{"uk"}},
		{"flows.0", "role", "owner"},
		{"flows.0", "lawful_bases", []any{"public task"}},
		{"flows.0", "extra", []any{}},
		{"flows.0.categories.0", "class", "secret"},
		{"flows.0.transfer", "verdict", "fine"},
		{"flows.0.transfer", "restricted", nil},
		{"flows.0.agreement", "status", "maybe"},
		{"findings.0", "severity", "grave"},
		{"findings.0", "related", []any{json.RawMessage("null")}},
		{"findings.0", "accepted", nil},
		{"summary", "findings", nil},
		{"summary.transfers", "unknown", nil},
	} {
		doc := resultDocument(t, sample(t, asIs))
		o := object(t, doc, m.path)
		switch v := m.value.(type) {
		case nil:
			delete(o, m.key)
		case json.RawMessage:
			o[m.key] = nil
		case int:
			o[m.key] = json.Number("-1")
		default:
			o[m.key] = v
		}
		if err := s.Validate(doc); err == nil {
			t.Errorf("%s.%s = %v: the schema accepts it", m.path, m.key, m.value)
		}
	}
}

// TestHopNamesTheControllerItIsJudgedFor judges a hop from India by the law of
// the school whose data it is, and reads whose that is.
func TestHopNamesTheControllerItIsJudgedFor(t *testing.T) {
	party := func(id, country string) graph.Party {
		return graph.Party{ID: id, Name: id, Kind: law.Supplier, Country: graph.Place{Countries: []string{country}}}
	}
	m, err := graph.New(graph.Register{}, []graph.Party{party("school", "GB"), party("supplier", "IN"), party("support", "PH")}, []graph.Flow{
		{ID: "f1", From: "school", To: "supplier", Role: graph.Processor},
		{ID: "f2", From: "supplier", To: "support", Role: graph.SubProcessor},
	})
	if err != nil {
		t.Fatal(err)
	}
	book, err := law.Open(law.Day(2026, 11, 22))
	if err != nil {
		t.Fatal(err)
	}
	doc := resultDocument(t, &Report{Result: rules.Run(m, book, rules.All(), rules.Options{})})
	if err := compileSchema(t, "result.json", Schema()).Validate(doc); err != nil {
		t.Error(err)
	}
	flows := doc["flows"].([]any)
	for i, want := range []string{"", "school"} {
		got := flows[i].(map[string]any)["transfer"].(map[string]any)["on_behalf_of"]
		if got != want {
			t.Errorf("flow %d is judged on behalf of %q, want %q", i+1, got, want)
		}
	}
}

func TestJSONHasNoNullLists(t *testing.T) {
	var b bytes.Buffer
	if err := JSON(&b, sample(t, asIs)); err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(b.String()) {
		if strings.Contains(line, "null") && !strings.Contains(line, `"at"`) && !strings.Contains(line, `"accepted"`) {
			t.Errorf("null in %q", line)
		}
	}
	if !strings.HasSuffix(b.String(), "}\n") {
		t.Error("the last line is not ended")
	}
}

func TestExtraFieldsOfOneHeadingAreAllKept(t *testing.T) {
	at := func(col int) graph.Ref { return graph.Ref{File: "f.csv", Row: 2, Col: col} }
	var es extras
	for i, heading := range []string{"Cost", "Cost", "Cost (2)", "", "", "a\xff", "a\xfe"} {
		es = append(es, graph.Extra{Heading: heading, Value: strconv.Itoa(i + 1), At: at(3 + i)})
	}
	got, err := json.Marshal(es)
	if err != nil {
		t.Fatal(err)
	}
	want := `{"Cost":"1","Cost (2)":"2","Cost (2) (2)":"3","Column F":"4","Column G":"5","a` + "\ufffd" + `":"6","a` + "\ufffd" + ` (2)":"7"}`
	if diff := cmp.Diff(want, string(got)); diff != "" {
		t.Error(diff)
	}
}
