package lazyre

import (
	"encoding/csv"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// Every expression written beneath the importers is well-formed, though none is
// compiled before it is asked, and matches the texts of the tables that package regexp
// says it does.
func TestWrittenExpressions(t *testing.T) {
	texts := tableTexts(t)
	exprs := written(t)
	if len(exprs) < 300 || len(texts) < 100 {
		t.Fatalf("%d expressions, %d texts", len(exprs), len(texts))
	}
	judged := 0
	for _, expr := range exprs {
		want, err := regexp.Compile(expr)
		if err != nil {
			t.Errorf("%s: %v", expr, err)
			continue
		}
		got := New(expr)
		if len(got.needs()) > 0 {
			judged++
		}
		for _, s := range texts {
			if got.MatchString(s) != want.MatchString(s) {
				t.Errorf("%s matches %q: %v", expr, s, got.MatchString(s))
			}
		}
	}
	if 10*judged < 8*len(exprs) {
		t.Errorf("of %d expressions only %d tell which texts they cannot match", len(exprs), judged)
	}
}

// written lists the expressions that the importers' files give to New and to words.Regexp.
func written(t *testing.T) []string {
	var out []string
	err := filepath.WalkDir("..", func(path string, d fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, 0)
		if err != nil {
			return err
		}
		ast.Inspect(file, func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			if !ok || len(call.Args) != 1 {
				return true
			}
			flags := ""
			switch f := call.Fun.(type) {
			case *ast.SelectorExpr:
				switch x, _ := f.X.(*ast.Ident); {
				case x != nil && x.Name == "words" && f.Sel.Name == "Regexp":
					flags = "(?i)"
				case x == nil || x.Name != "lazyre" || f.Sel.Name != "New":
					return true
				}
			default:
				return true
			}
			if text, ok := constant(call.Args[0]); ok {
				out = append(out, flags+text)
			}
			return true
		})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// constant is the text of a literal, or of several added up.
func constant(e ast.Expr) (string, bool) {
	switch e := e.(type) {
	case *ast.BasicLit:
		text, err := strconv.Unquote(e.Value)
		return text, err == nil
	case *ast.BinaryExpr:
		a, okA := constant(e.X)
		b, okB := constant(e.Y)
		return a + b, okA && okB
	}
	return "", false
}

// tableTexts are some of the texts of the importers' tables, each as written and as a
// sentence.
func tableTexts(t *testing.T) []string {
	paths, _ := filepath.Glob("../data/*.csv")
	deeper, _ := filepath.Glob("../*/data/*.csv")
	var out []string
	for _, path := range slices.Concat(paths, deeper) {
		f, err := os.Open(path)
		if err != nil {
			t.Fatal(err)
		}
		r := csv.NewReader(f)
		r.FieldsPerRecord = -1
		rows, err := r.ReadAll()
		f.Close()
		if err != nil {
			t.Fatal(err)
		}
		n := 0
		for _, row := range rows {
			for text := range strings.SplitSeq(row[len(row)-1], "|") {
				if n++; n%60 == 0 {
					out = append(out, text, strings.ToUpper(text[:min(1, len(text))])+text[min(1, len(text)):]+" (UK): yes – signed 3/5/2024, AWS Dublin")
				}
			}
		}
	}
	return out
}
