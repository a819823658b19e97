package reports

import (
	"crypto/sha256"
	"encoding/base64"
	"html"
	"regexp"
	"strings"
	"testing"

	"dpmap/graph"
	"dpmap/graph/law"
	"dpmap/graph/rules"
)

func TestPagePolicyAllowsItsOwnStyleAndScriptAlone(t *testing.T) {
	svg := []byte(`<svg xmlns="http://www.w3.org/2000/svg"><style>.a{fill:red}</style><title>Map</title></svg>`)
	var b strings.Builder
	if err := HTML(&b, sample(t, asIs), HTMLOptions{Map: svg}); err != nil {
		t.Fatal(err)
	}
	page := b.String()
	policy := html.UnescapeString(regexp.MustCompile(`Content-Security-Policy" content="([^"]*)"`).FindStringSubmatch(page)[1])
	if !strings.HasPrefix(policy, "default-src 'none';") || strings.Contains(policy, "unsafe") || strings.Contains(policy, "http") {
		t.Errorf("the policy is lax: %s", policy)
	}
	blocks := regexp.MustCompile(`(?s)<(?:style|script)>(.*?)</(?:style|script)>`).FindAllStringSubmatch(page, -1)
	if len(blocks) != 3 {
		t.Fatalf("%d styles and scripts", len(blocks))
	}
	for _, block := range blocks {
		sum := sha256.Sum256([]byte(block[1]))
		if !strings.Contains(policy, "'sha256-"+base64.StdEncoding.EncodeToString(sum[:])+"'") {
			t.Errorf("the policy forbids what begins %.40q", block[1])
		}
	}
	for _, request := range []string{" src=", "@import", "url(", "<link", "<base", "style=\""} {
		if strings.Contains(page, request) {
			t.Errorf("the page holds %q", request)
		}
	}
}

func TestPageTakesOverNoDiagramThatCouldRun(t *testing.T) {
	for _, body := range []string{
		`<script>1</script>`, `<foreignObject/>`, `<image href="x.png"/>`, `<a href="javascript:x"/>`, `<g onclick="x"/>`,
		`<p>broken out</p>`, `<use href="http://evil.example#a"/>`, `<path fill="url(http://evil.example)"/>`, `<h:script xmlns:h="x"/>`,
		`<animate attributeName="href"/>`, `<g`, `<a xlink:href="data:text/html,x"/>`, `<!-- a --!> b -- c -->`,
		`<style>@import "http://evil.example"</style>`, `<path style="fill:url(x)"/>`,
	} {
		if got, err := inlineSVG([]byte(`<svg>` + body + `</svg>`)); err == nil {
			t.Errorf("%s is taken over as %s", body, got)
		}
	}
	if _, err := inlineSVG(nil); err == nil {
		t.Error("an empty diagram is taken over")
	}
	got, err := inlineSVG([]byte("<?xml version=\"1.0\"?>\n<!DOCTYPE svg>\n<!-- x -->\n<svg><a href=\"#b\"><text>a &lt; b</text></a><!-- y --></svg>\n"))
	if want := `<svg><a href="#b"><text>a &lt; b</text></a></svg>`; err != nil || string(got) != want {
		t.Errorf("%s, %v, want %s", got, err, want)
	}
}

// many is a report with n findings of one rule about one flow.
func many(t *testing.T, n int, severity rules.Severity) *Report {
	r := sample(t, asIs)
	r.Result.Findings = nil
	for range n {
		r.Result.Findings = append(r.Result.Findings, rules.Finding{ID: "x", Rule: "a-rule", Severity: severity, Title: "T", Message: "m", Fix: "do", Flows: []string{"f1"}})
	}
	return r
}

func TestPageSaysHowManyFindingsItLeavesOut(t *testing.T) {
	first, next, _ := many(t, mostFindings+7, rules.High).ruleViews()
	if len(first) != 1 || len(next) != 0 {
		t.Fatalf("%d and %d rules", len(first), len(next))
	}
	v := first[0]
	if v.Count != mostFindings+7 || len(v.Shown) != openFindings || len(v.Shown)+len(v.Hidden) != mostFindings || v.More != 7 {
		t.Errorf("%d shown, %d hidden, %d more of %d", len(v.Shown), len(v.Hidden), v.More, v.Count)
	}
	_, next, _ = many(t, 2, rules.Low).ruleViews()
	if len(next) != 1 || len(next[0].Shown) != 0 || len(next[0].Hidden) != 2 {
		t.Errorf("findings of little weight stand open: %+v", next)
	}
}

func TestFixStandsWhereItDiffers(t *testing.T) {
	r := many(t, 2, rules.High)
	first, _, _ := r.ruleViews()
	if first[0].Fix != "do" || first[0].Shown[0].Fix != "" {
		t.Errorf("one fix: %+v", first[0])
	}
	r.Result.Findings[1].Fix = "do otherwise"
	first, _, _ = r.ruleViews()
	if first[0].Fix != "" || first[0].Shown[0].Fix != "do" || first[0].Shown[1].Fix != "do otherwise" {
		t.Errorf("two fixes: %+v", first[0])
	}
}

func TestRecipientsAreTheMapInWords(t *testing.T) {
	got := sample(t, asIs).recipients([]ShownAs{{Flows: []string{"f4"}, Words: "2 suppliers"}})
	var names []string
	for _, v := range got {
		names = append(names, v.Verdict.Label+" "+v.Name)
	}
	want := "unprotected QuizWhizz Inc & Sons <Ltd>; unknown Trip insurer; adequate Delft Lab BV; home Department for Education; home Parents"
	if s := strings.Join(names, "; "); s != want {
		t.Errorf("%s, want %s", s, want)
	}
	if got[0].Special != "Allergies; asthma" || got[0].Data != "Names" || got[2].Shown != "2 suppliers" || got[1].Country != "“worldwide”" || got[4].Country != "not recorded" {
		t.Errorf("%+v", got)
	}
}

func TestOwnUseIsNoRecipient(t *testing.T) {
	m, err := graph.New(graph.Register{}, []graph.Party{{ID: "s", Name: "School", Kind: law.School}}, []graph.Flow{{ID: "f", From: "s", To: "s"}})
	if err != nil {
		t.Fatal(err)
	}
	r := sample(t, asIs)
	r.Result.Map, r.Result.Transfers = m, nil
	if got := r.recipients(nil); len(got) != 0 {
		t.Errorf("%+v", got)
	}
}

// On a phone the cells of a wide table stand one below another, each with its
// heading: a table that labels its cells for that must say that it does so.
func TestTablesWithLabelledCellsStack(t *testing.T) {
	var b strings.Builder
	if err := HTML(&b, sample(t, asIs), HTMLOptions{}); err != nil {
		t.Fatal(err)
	}
	tables := regexp.MustCompile(`(?s)<table([^>]*)>(.*?)</table>`).FindAllStringSubmatch(b.String(), -1)
	if len(tables) == 0 {
		t.Fatal("no tables")
	}
	for _, table := range tables {
		labelled := strings.Contains(table[2], "data-label=")
		if stacks := regexp.MustCompile(`class="[^"]*\bstack\b`).MatchString(table[1]); labelled != stacks {
			t.Errorf("<table%s>: its cells are labelled %v, and it stacks on phones %v", table[1], labelled, stacks)
		}
	}
}
