package reports

import (
	"bytes"
	"regexp"
	"slices"
	"strings"
	"testing"
)

func text(t *testing.T, r *Report, o TextOptions) string {
	t.Helper()
	var b bytes.Buffer
	if err := Text(&b, r, o); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestColourChangesNothingElse(t *testing.T) {
	r := sample(t, asIs)
	plain, painted := text(t, r, TextOptions{Width: 60}), text(t, r, TextOptions{Width: 60, Color: true})
	if strings.Contains(plain, "\x1b") || !strings.Contains(painted, "\x1b[1;31m") {
		t.Error("colours are where none were asked for, or are not where they were")
	}
	if got := regexp.MustCompile("\x1b\\[[0-9;]*m").ReplaceAllString(painted, ""); got != plain {
		t.Errorf("without its colours the text is\n%s\nwant\n%s", got, plain)
	}
}

func TestTextKeepsToItsWidth(t *testing.T) {
	place := regexp.MustCompile(`\S!\S|no cell`) // a place is never broken
	for _, width := range []int{40, 60, 100} {
		for line := range strings.Lines(text(t, sample(t, asIs), TextOptions{Width: width})) {
			line = strings.TrimSuffix(line, "\n")
			if displayWidth(line) > width && !place.MatchString(line) {
				t.Errorf("at %d columns a line has %d: %q", width, displayWidth(line), line)
			}
		}
	}
}

func TestManyAssumptionsAreCounted(t *testing.T) {
	r := sample(t, asIs)
	for n, want := range map[int]string{6: "Assumed: a", 7: "Assumed besides: 2 more things"} {
		r.Assumptions = slices.Repeat([]string{"a"}, n)
		lines := slices.DeleteFunc(r.headlines(), func(s string) bool { return !strings.HasPrefix(s, "Assumed") })
		if len(lines) != 6 || !strings.HasPrefix(lines[5], want) {
			t.Errorf("%d assumptions: %q", n, lines)
		}
	}
}

func TestWrap(t *testing.T) {
	for _, c := range []struct {
		in      string
		columns int
		want    string
	}{
		{"", 5, ""},
		{"one two three", 0, "one two three"},
		{"one two three", 7, "one two|three"},
		{"one two three", 8, "one two|three"},
		{"abcdefgh ij", 3, "abc|def|gh|ij"},
		{"学校 学校", 4, "学校|学校"},
		{"学校", 1, "学|校"},
		{"cafe\u0301s x", 5, "cafe\u0301s|x"},
	} {
		if got := strings.Join(wrap(c.in, c.columns), "|"); got != c.want {
			t.Errorf("wrap(%q, %d) = %q, want %q", c.in, c.columns, got, c.want)
		}
	}
}

func TestClean(t *testing.T) {
	for in, want := range map[string]string{
		"":                "",
		" a  b\n\tc ":     "a b c",
		"a\u00a0b\u2028c": "a b c",
		"\x1b[31mred":     "\ufffd[31mred",
		"\u202egnp.exe":   "\ufffdgnp.exe",
		"\xffz":           "\ufffdz",
		"naïve café ✓ 学校": "naïve café ✓ 学校",
		"a\x7fb\u0085c":   "a\ufffdb c",
	} {
		if got := clean(in); got != want {
			t.Errorf("clean(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestMarkdownEscapes(t *testing.T) {
	for in, want := range map[string]string{
		"plain (text), with stops.": "plain (text), with stops.",
		"# a":                       `\# a`,
		"- a - b":                   `\- a - b`,
		"[a](b)":                    `\[a\](b)`,
		"<b>&amp;":                  `\<b\>\&amp;`,
		"a|b`c`*d*_e_~f~":           "a\\|b\\`c\\`\\*d\\*\\_e\\_\\~f\\~",
		"http://x.example":          "http&#58;//x.example",
		"WWW.x.example":             "WWW&#46;x.example",
		"@everyone":                 "&#64;everyone",
		`\[`:                        `\\\[`,
	} {
		if got := md(in); got != want {
			t.Errorf("md(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestSafeURL(t *testing.T) {
	for in, safe := range map[string]bool{
		"https://www.legislation.gov.uk/ukpga/2018/12/section/10": true,
		"http://a.example": true,
		"":                 false, "javascript:alert(1)": false, "//a.example": false, "https://": false,
		"https://a.example/>x": false, "https://a.example/ x": false, "https://a.example/\u202e": false, "data:text/html,x": false,
	} {
		if (safeURL(in) == in && in != "") != safe {
			t.Errorf("safeURL(%q) = %q", in, safeURL(in))
		}
	}
}
