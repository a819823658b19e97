package importers

import (
	"go/ast"
	"go/parser"
	gotoken "go/token"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// longestPattern is more letters than any regular expression here has. What is longer
// is vocabulary and belongs in a table; lower it when the longest is gone.
const longestPattern = 670

// TestPatternsAreShort keeps words of headings and cells out of regular expressions
// that nobody can review.
func TestPatternsAreShort(t *testing.T) {
	files, _ := filepath.Glob("*.go")
	inside, _ := filepath.Glob("*/*.go")
	if files = append(files, inside...); len(inside) == 0 {
		t.Fatal("no files")
	}
	set := gotoken.NewFileSet()
	for _, name := range files {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(set, name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(file, func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			if !ok || !makesPattern(call.Fun) || len(call.Args) != 1 {
				return true
			}
			if long := lettersIn(call.Args[0]); long > longestPattern {
				t.Errorf("%s: a pattern of %d letters: more than %d belong in a table", set.Position(n.Pos()), long, longestPattern)
			}
			return true
		})
	}
}

func makesPattern(fun ast.Expr) bool {
	sel, ok := fun.(*ast.SelectorExpr)
	return ok && (sel.Sel.Name == "Regexp" || sel.Sel.Name == "MustCompile" || sel.Sel.Name == "New")
}

// lettersIn counts those of all the strings that an expression joins.
func lettersIn(e ast.Expr) int {
	n := 0
	ast.Inspect(e, func(n2 ast.Node) bool {
		if lit, ok := n2.(*ast.BasicLit); ok && lit.Kind == gotoken.STRING {
			s, err := strconv.Unquote(lit.Value)
			if err == nil {
				n += len(s)
			}
		}
		return true
	})
	return n
}
