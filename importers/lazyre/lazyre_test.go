package lazyre

import (
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// Every answer is that of package regexp, for expressions of all kinds and texts that
// nearly match them.
func TestAnswersAreThoseOfRegexp(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		expr := rapid.SampledFrom([]string{"", "(?i)", "(?s)"}).Draw(t, "flags") + expression(t, 3)
		want, err := regexp.Compile(expr)
		if err != nil {
			t.Skip(err)
		}
		got := New(expr)
		pieces := rapid.SliceOfN(rapid.SampledFrom(atoms), 0, 8).Draw(t, "text")
		same(t, got, want, strings.NewReplacer("\\b", "", "\\.", ".", "\\s", " ", "\\d", "7", "\\w", "w", "[", "", "]", "", "^", "", "$", "", "?", "").Replace(strings.Join(pieces, "")))
	})
}

var atoms = []string{
	"a", "b", "is", "data", "Data", "pro", "cess", "processor", "K", "k", "s", "é", "É", "–", "-", "\u017f", "\u212a", " ", "9", "consent", "x00", "\n",
	"[cs]", "[a-z]", "[^a]", "[0-9]", "[-–]", "[A-Z]", "\\b", "\\d", "\\w", "\\s", "\\.", "^", "$", "e ?mail",
}

// expression draws one of some depth.
func expression(t *rapid.T, depth int) string {
	if depth == 0 {
		return rapid.SampledFrom(atoms).Draw(t, "atom")
	}
	var parts []string
	for range rapid.IntRange(1, 4).Draw(t, "parts") {
		parts = append(parts, expression(t, depth-1))
	}
	switch rapid.IntRange(0, 2).Draw(t, "kind") {
	case 0:
		return "(" + strings.Join(parts, "|") + ")"
	case 1:
		return "(?:" + strings.Join(parts, "") + ")" + rapid.SampledFrom([]string{"?", "*", "+", "{1,2}", "{0,2}", "{2}", "+?"}).Draw(t, "times")
	}
	return strings.Join(parts, "")
}

func same(t *rapid.T, got *Regexp, want *regexp.Regexp, s string) {
	for _, c := range []struct{ got, want any }{
		{got.MatchString(s), want.MatchString(s)},
		{got.FindString(s), want.FindString(s)},
		{got.FindStringIndex(s), want.FindStringIndex(s)},
		{got.FindStringSubmatch(s), want.FindStringSubmatch(s)},
		{got.FindStringSubmatchIndex(s), want.FindStringSubmatchIndex(s)},
		{got.FindAllString(s, -1), want.FindAllString(s, -1)},
		{got.FindAllStringIndex(s, -1), want.FindAllStringIndex(s, -1)},
		{got.FindAllStringSubmatch(s, -1), want.FindAllStringSubmatch(s, -1)},
		{got.FindAllStringSubmatchIndex(s, -1), want.FindAllStringSubmatchIndex(s, -1)},
		{got.ReplaceAllString(s, "<$1>"), want.ReplaceAllString(s, "<$1>")},
		{got.ReplaceAllLiteralString(s, "$"), want.ReplaceAllLiteralString(s, "$")},
		{got.ReplaceAllStringFunc(s, strings.ToUpper), want.ReplaceAllStringFunc(s, strings.ToUpper)},
		{got.Split(s, -1), want.Split(s, -1)},
		{got.String(), want.String()},
		{got.Check() == nil, true},
	} {
		if diff := cmp.Diff(c.want, c.got); diff != "" {
			t.Errorf("%q of %q: %s", got, s, diff)
		}
	}
}

// An expression is not run where a text has none of its words.
func TestTextsThatCannotMatchAreNotRun(t *testing.T) {
	for expr, texts := range map[string][]string{
		`(?i)\b(lawful|legal|basis|bases|grounds?|art|article|gdpr)\b`: {"Recipient", "Where is it stored?", "Frequency", ""},
		`\b(?:[A-Za-z]\.){2,}[A-Za-z]?\b\.?`:                           {"Name of supplier", "Who, what & why?"},
		`(?i)^(is |was )?(parental |written )*consents? (given|held)$`: {"Content held", "Cons"},
		`(?i)(e ?mails?|post)$`:                                        {"telephone", "letter"},
		`([a-z0-9])([A-Z])|x`:                                          nil,
	} {
		r := New(expr)
		for _, s := range texts {
			if r.may(s) {
				t.Errorf("%s may match %q: needs %v", expr, s, r.needs())
			}
		}
	}
}

// Two signs beyond ASCII are letters of it in another case.
func TestLettersBeyondASCII(t *testing.T) {
	for expr, s := range map[string]string{"(?i)kept": "\u212aept", "(?i)signed": "\u017figned", "(?i)[k]ey": "\u212aey"} {
		if !New(expr).MatchString(s) {
			t.Errorf("%s does not match %q", expr, s)
		}
	}
}

func TestFaultyExpressionIsTold(t *testing.T) {
	if New("(").Check() == nil {
		t.Error("an expression without its closing bracket passes")
	}
}
