package reports

import (
	"bytes"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/owenrumney/go-sarif/v3/pkg/report/v210/sarif"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"dpmap/fixtures"
	"dpmap/graph"
	"dpmap/graph/law"
	"dpmap/graph/rules"
)

// sarifSchema is OASIS's schema of SARIF 2.1.0, as the source of go-sarif holds
// it. Its own Validate judges the structures that it reads a log into, which
// drop what they do not know; here the schema judges our bytes.
func sarifSchema(t *testing.T) *jsonschema.Schema {
	t.Helper()
	folder, err := exec.Command("go", "list", "-f", "{{.Dir}}", "github.com/owenrumney/go-sarif/v3/pkg/report/v210/sarif").Output()
	if err != nil {
		t.Fatal(err)
	}
	file, err := parser.ParseFile(token.NewFileSet(), filepath.Join(strings.TrimSpace(string(folder)), "schema.go"), nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	text := ""
	ast.Inspect(file, func(n ast.Node) bool {
		if lit, ok := n.(*ast.BasicLit); ok && lit.Kind == token.STRING && len(lit.Value) > len(text) {
			text = lit.Value
		}
		return true
	})
	if text, err = strconv.Unquote(text); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(text, "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json") {
		t.Fatal("this is another schema")
	}
	return compileSchema(t, "sarif.json", text)
}

// checkSARIF says what the schema, and a program that reads SARIF, have against
// a log.
func checkSARIF(s *jsonschema.Schema, log []byte) error {
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(log))
	if err != nil {
		return err
	}
	if err := s.Validate(doc); err != nil {
		return err
	}
	read, err := sarif.FromBytes(log)
	if err != nil {
		return fmt.Errorf("go-sarif: %w", err)
	}
	if got, want := len(read.Runs[0].Results), bytes.Count(log, []byte(`"ruleId"`)); got != want {
		return fmt.Errorf("go-sarif reads %d results of %d", got, want)
	}
	return nil
}

func TestSARIFMatchesTheSchema(t *testing.T) {
	s := sarifSchema(t)
	m, err := graph.New(graph.Register{}, nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	book, err := law.Open(law.Day(2026, 1, 1))
	if err != nil {
		t.Fatal(err)
	}
	logs := map[string]*Report{
		"empty": {Result: &rules.Result{Map: m, Book: book}}, "sample": sample(t, asIs), "what-if": sample(t, asIs, "uk-eea"),
		"all fixtures": made(t, fixtures.All()...),
	}
	for _, f := range fixtures.All() {
		logs[f.Name] = made(t, f)
	}
	for name, r := range logs {
		if err := checkSARIF(s, []byte(written(t, SARIF, r))); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	injections(t, func(t *testing.T, r *Report) {
		if err := checkSARIF(s, []byte(written(t, SARIF, r))); err != nil {
			t.Error(err)
		}
	})
}

func TestBrokenSARIFIsFound(t *testing.T) {
	s := sarifSchema(t)
	log := written(t, SARIF, sample(t, asIs))
	for was, is := range map[string]string{
		`"version": "2.1.0"`:                `"version": "2.2.0"`,
		`"level": "error"`:                  `"level": "fatal"`,
		`"startLine": 3`:                    `"startLine": 0`,
		`"executionSuccessful": true`:       `"successful": true`,
		`"ruleIndex"`:                       `"ruleindex"`,
		`"kind": "external"`:                `"kind": "waived"`,
		`"helpUri": "https://`:              `"helpUri": "`,
		`"uri": "./flows.xlsx"`:             `"uri": ":two.xlsx"`,
		`"sha-256"`:                         `"sha-256": 1, "x"`,
		`"toolExecutionNotifications": [`:   `"toolExecutionNotifications": [null, `,
		`"partialFingerprints": {`:          `"partialFingerprints": [{`,
		`"fullyQualifiedName": "Flows!L3",`: `"fullyQualifiedName": 3,`,
	} {
		broken := strings.Replace(log, was, is, 1)
		if broken == log {
			t.Errorf("the log has no %s", was)
		} else if err := checkSARIF(s, []byte(broken)); err == nil {
			t.Errorf("%s is taken", is)
		}
	}
}
