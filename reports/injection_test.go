package reports

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"io"
	"slices"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/net/html"
)

// payloads are texts that some format would take for more than text.
var payloads = []string{
	`<script>alert(1)</script>`,
	`"><img src=x onerror=alert(1)>`,
	`'><svg/onload=alert(1)>`,
	`</title></style></script><iframe src=//evil.example>`,
	`<!-- --!> ]]> <![CDATA[ <?x ?>`,
	`&lt;b&gt; &amp; &#60;script&#62;`,
	`javascript:alert(1)`,
	`{{.Title}} {{template "rule"}} ${7*7} {0}`,
	`=HYPERLINK("http://evil.example","x")`,
	`+1`, `-2+3`, `@SUM(1)`, "\t=1", "\r=1", `x;=cmd|' /C calc'!A0`, `＝1`,
	`[click](javascript:alert(1)) ![x](http://evil.example/x.png) <http://evil.example> http://evil.example www.evil.example @everyone`,
	"# heading\n- item\n```\ncode\n| a | b |\n---",
	"\x1b[31mred\x1b[0m \x1b]0;title\x07 \x9b2J \x08\x7f \x00",
	"\u202eturned\u2066 \u2028line",
	"\x1b]8;;http://evil.example\x07click\x1b]8;;\x07 \x1b]52;c;ZXZpbA==\x1b\\ \x1b[2J\x1b[1;1H",
	"invoice\u202exslx.exe \u2067x\u2069 \u202bx\u202c",
	"\xff\xfe broken",
	`"]; a -> b [label="x"]; click a "javascript:alert(1)"`,
	"`code` *strong* _em_ ~~gone~~ $x$ \\[1]",
}

// injections calls f with every payload in place of each text, and behind it.
func injections(t *testing.T, f func(t *testing.T, r *Report)) {
	for _, p := range payloads {
		for _, put := range []func(string) string{
			func(string) string { return p },
			func(s string) string { return s + p },
			func(s string) string { return p + s },
		} {
			f(t, sample(t, func(s string) string {
				if s == "" {
					return "" // what is blank is shown in other elements
				}
				return put(s)
			}))
		}
		if t.Failed() {
			t.Fatalf("payload %q", p)
		}
	}
}

func written(t *testing.T, write func(io.Writer, *Report) error, r *Report) string {
	t.Helper()
	var b bytes.Buffer
	if err := write(&b, r); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// bare is the page without diagram and files.
func bare(w io.Writer, r *Report) error { return HTML(w, r, HTMLOptions{}) }

// skeleton is a page without its texts: elements with the names of their
// attributes, and where links lead.
func skeleton(t *testing.T, page string) []string {
	t.Helper()
	var out []string
	z := html.NewTokenizer(strings.NewReader(page))
	for {
		switch z.Next() {
		case html.ErrorToken:
			if z.Err() != io.EOF {
				t.Fatal(z.Err())
			}
			return out
		case html.CommentToken:
			out = append(out, "comment")
		case html.StartTagToken, html.SelfClosingTagToken, html.EndTagToken:
			tag := z.Token()
			line := tag.Type.String() + " " + tag.Data
			for _, a := range tag.Attr {
				line += " " + a.Key
				if a.Key == "href" || a.Key == "src" || a.Key == "class" || a.Key == "id" {
					line += "=" + a.Val
				}
			}
			out = append(out, line)
		}
	}
}

func TestInjectionStaysTextInThePage(t *testing.T) {
	want := skeleton(t, written(t, bare, sample(t, asIs)))
	injections(t, func(t *testing.T, r *Report) {
		page := written(t, bare, r)
		got := skeleton(t, page)
		if !slices.Equal(got, want) {
			for i := range min(len(got), len(want)) {
				if got[i] != want[i] {
					t.Errorf("element %d is %q, want %q", i, got[i], want[i])
					break
				}
			}
			t.Errorf("%d elements, want %d", len(got), len(want))
		}
		if strings.ContainsFunc(page, func(c rune) bool { return isDirection(c) || c != '\n' && c != '\t' && unicode.IsControl(c) }) {
			t.Error("control characters stand in the page")
		}
	})
}

func TestInjectionStaysTextInTheTerminal(t *testing.T) {
	plain := func(w io.Writer, r *Report) error { return Text(w, r, TextOptions{}) }
	quiet := func(w io.Writer, r *Report) error { return Text(w, r, TextOptions{Quiet: true}) }
	for _, form := range []func(io.Writer, *Report) error{plain, quiet, Markdown, brief} {
		lines := strings.Count(written(t, form, sample(t, asIs)), "\n")
		alike := strings.Count(written(t, form, sample(t, allAlike)), "\n") // what is told once is told once less
		injections(t, func(t *testing.T, r *Report) {
			text := written(t, form, r)
			if n := strings.Count(text, "\n"); n != lines && n != alike {
				t.Errorf("%d lines, want %d or %d", n, lines, alike)
			}
			if strings.ContainsFunc(text, func(c rune) bool { return isDirection(c) || c != '\n' && unicode.IsControl(c) }) {
				t.Errorf("control characters reach the terminal")
			}
		})
	}
}

// allAlike puts one plain word in place of each text.
func allAlike(s string) string {
	if s == "" {
		return ""
	}
	return "x"
}

// brief is Brief without options.
func brief(w io.Writer, r *Report) error { return Brief(w, r, TextOptions{}) }

func TestInjectionStaysTextInMarkdown(t *testing.T) {
	injections(t, func(t *testing.T, r *Report) {
		text := written(t, Markdown, r)
		for _, own := range []string{`\\`, `](<https://www.legislation.gov.uk/`} {
			text = strings.ReplaceAll(text, own, "")
		}
		for _, raw := range []string{"<", "`", "](", "![", "www.", "://", "@", "|", "*_"} {
			for at := range strings.SplitSeq(text, "\\"+raw) {
				if i := strings.Index(at, raw); i >= 0 && (i == 0 || at[i-1] != '\\') {
					t.Errorf("%q stands bare in %q", raw, at[max(0, i-20):min(len(at), i+20)])
				}
			}
		}
	})
}

func TestInjectionStaysTextInCSV(t *testing.T) {
	read := func(r *Report) [][]string {
		text, ok := strings.CutPrefix(written(t, CSV, r), byteOrderMark)
		if !ok {
			t.Error("no byte order mark")
		}
		if strings.Contains(strings.ReplaceAll(text, "\r\n", ""), "\n") {
			t.Error("a line is ended by LF alone")
		}
		rows, err := csv.NewReader(strings.NewReader(text)).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		return rows
	}
	lines := len(read(sample(t, asIs)))
	injections(t, func(t *testing.T, r *Report) {
		rows := read(r)
		if len(rows) != lines {
			t.Errorf("%d rows, want %d", len(rows), lines)
		}
		for _, row := range rows {
			for _, cell := range row {
				if strings.ContainsAny(cell[:min(1, len(cell))], "=+-@\t\r") {
					t.Errorf("%q would run", cell)
				}
			}
		}
	})
}

// shape is a JSON document without its texts.
func shape(doc any) any {
	switch x := doc.(type) {
	case map[string]any:
		out := map[string]any{}
		for k, v := range x {
			if k == "extra" {
				v = len(v.(map[string]any))
			}
			out[k] = shape(v)
		}
		return out
	case []any:
		out := make([]any, len(x))
		for i := range x {
			out[i] = shape(x[i])
		}
		return out
	case string:
		return "text"
	}
	return doc
}

func TestInjectionStaysTextInJSON(t *testing.T) {
	s := compileSchema(t, "result.json", Schema())
	for _, form := range []func(io.Writer, *Report) error{JSON, SARIF} {
		read := func(r *Report) any {
			text := written(t, form, r)
			if strings.ContainsAny(text, "<>\u2028") {
				t.Error("the text could break out of a script element")
			}
			var doc any
			if err := json.Unmarshal([]byte(text), &doc); err != nil {
				t.Fatal(err)
			}
			return doc
		}
		marshal := func(doc any) string {
			b, err := json.Marshal(shape(doc))
			if err != nil {
				t.Fatal(err)
			}
			return string(b)
		}
		want := marshal(read(sample(t, asIs)))
		injections(t, func(t *testing.T, r *Report) {
			if got := marshal(read(r)); got != want {
				t.Errorf("the shape changes:\n%s\n%s", got, want)
			}
			if err := s.Validate(resultDocument(t, r)); err != nil {
				t.Error(err)
			}
		})
	}
}
