package reports

import (
	"regexp"
	"strings"
	"testing"
)

func TestPageBeginsWithHowItWasRead(t *testing.T) {
	page := written(t, bare, register(t, noRetention, "notes.csv\nthis is a letter\nto nobody\n"))
	head, _, _ := strings.Cut(page, "<main")
	for _, want := range []string{
		"Read: 2 files; 3 rows gave 3 flows. Columns: 9 of 10 understood.",
		"Kept as they stand, and judged by no rule: “Colour”.",
		"Not read, since no table of data flows was recognised in it: sheet notes.csv (2 rows).",
		`<a href="#sources">`,
	} {
		if !strings.Contains(head, want) {
			t.Errorf("the head does not say %q", want)
		}
	}
	page = written(t, bare, register(t, noRetention))
	if strings.Contains(page, "Not read, since") || strings.Contains(page, "Could not be read:") {
		t.Error("a page of which all was read says otherwise")
	}
}

func TestPageShowsTheMapBeforeTheFindings(t *testing.T) {
	page := written(t, bare, sample(t, asIs))
	places := []string{`id="glance"`, `id="map"`, `id="tools"`, `id="first"`, `id="next"`, `id="recipients"`, `id="sources"`}
	at := 0
	for _, p := range places {
		next := strings.Index(page, p)
		if next < at {
			t.Errorf("%s stands before what it should follow", p)
		}
		at = next
	}
}

func TestPageShowsTheCodeToAskAbout(t *testing.T) {
	page := written(t, bare, register(t, noRetention))
	for _, want := range []string{`<code class="code">retention-missing</code></h3>`, "<code>dpmap explain retention-missing</code>",
		"<b>One thing to mend:</b> no column for how long the data is kept in a.csv: 3 flows."} {
		if !strings.Contains(page, want) {
			t.Errorf("the page does not show %q", want)
		}
	}
	rule := regexp.MustCompile(`(?s)<article class="rule[^>]*data-rule="basis-missing".*?</article>`).FindString(page)
	if rule == "" || strings.Contains(rule, "One thing to mend") {
		t.Errorf("a column that is filled for others is said to be missing: %s", rule)
	}
}

func TestSeveritiesLeadToTheirFirstRule(t *testing.T) {
	page := written(t, bare, sample(t, asIs))
	if !strings.Contains(page, `<li class="card high"><a href="#rule-transfer-destination-unknown"><b>3</b>`) {
		t.Error("the number of high findings leads nowhere")
	}
	none := written(t, bare, many(t, 1, 2))
	if !strings.Contains(none, `<li class="card critical none"><b>0</b>`) {
		t.Error("a severity without findings leads somewhere")
	}
}

func TestFilesBesideThePageAreReachedWhateverTheirName(t *testing.T) {
	var b strings.Builder
	err := HTML(&b, sample(t, asIs), HTMLOptions{Files: []FileLink{{"annotated/50% of #1? \"final\".xlsx", "your register"}, {"ropa.xlsx", "the record"}}})
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		`<a href="annotated/50%25%20of%20%231%3F%20%22final%22.xlsx">annotated/50% of #1? &#34;final&#34;.xlsx</a>: your register`,
		`<a href="ropa.xlsx">ropa.xlsx</a>: the record`,
	} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("the page does not link %s", want)
		}
	}
}
