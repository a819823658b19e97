package reports

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"dpmap/graph"
	"dpmap/graph/rules"
)

func TestEveryLinkWithinThePageLeadsSomewhere(t *testing.T) {
	page := written(t, bare, many(t, mostFindings+3, rules.High))
	ids := map[string]int{}
	for _, m := range regexp.MustCompile(` id="([^"]*)"`).FindAllStringSubmatch(page, -1) {
		if ids[m[1]]++; ids[m[1]] > 1 {
			t.Errorf("the id %q stands twice", m[1])
		}
	}
	links := regexp.MustCompile(`href="#([^"]*)"`).FindAllStringSubmatch(page, -1)
	for _, m := range links {
		if ids[m[1]] == 0 {
			t.Errorf("a link leads to %q, which is nowhere", m[1])
		}
	}
	if !slices.ContainsFunc(links, func(m []string) bool { return m[1] == "finding-1" }) {
		t.Error("no recipient links its finding")
	}
}

func TestRecipientsTellWhatIsWrongWithThem(t *testing.T) {
	r := sample(t, asIs)
	first, next, _ := r.ruleViews()
	var got []string
	for _, v := range r.partyViews(r.recipients(nil), r.anchors(first, next)) {
		line := v.Name + ":"
		for _, f := range v.Findings {
			line += " " + f.Severity + " " + strconv.Itoa(f.Count) + " at " + f.Cells() + " #" + f.Anchor + ";"
		}
		got = append(got, line)
	}
	want := []string{
		"QuizWhizz Inc & Sons <Ltd>: critical 1 at Flows!L3 #finding-1; high 1 at Flows!O3 #finding-3; high 1 at Flows!L3 #finding-4;",
		"Trip insurer: high 1 at Flows!E5 #finding-2;",
		"Delft Lab BV: high 1 at Flows!L3 #finding-4; medium 1 at Flows!V6 #finding-7; low 1 at Flows!4 #finding-8;",
		"Department for Education: low 1 at Flows!4 #finding-8;",
		"Parents:",
	}
	if a, b := strings.Join(got, "\n"), strings.Join(want, "\n"); a != b {
		t.Errorf("got\n%s\nwant\n%s", a, b)
	}
}

func TestRecipientCountsCellsPastTheFirst(t *testing.T) {
	r := many(t, mostPartyPlaces+2, rules.High)
	for i := range r.Result.Findings {
		r.Result.Findings[i].At = graph.Ref{File: "flows.xlsx", Row: i + 1, Col: 2}
	}
	first, next, _ := r.ruleViews()
	for _, v := range r.partyViews(r.recipients(nil), r.anchors(first, next)) {
		if v.ID == "quizwhizz" {
			if got, want := v.Findings[0].Cells(), "B1; B2; B3; 2 more"; got != want || v.Found != mostPartyPlaces+2 {
				t.Errorf("%d findings at %s, want %s", v.Found, got, want)
			}
			return
		}
	}
	t.Error("the recipient is missing")
}

func TestPageLeavesRowsOfViewsToTheWorkbook(t *testing.T) {
	rows := make([]ViewRow, mostViewRows+5)
	if got := figureOf(ViewPicture{Rows: rows}, nil); len(got.Rows) != mostViewRows || got.More != 5 || got.Rows[0].Verdict.Label != "unknown" {
		t.Errorf("%d rows and %d more, the first %+v", len(got.Rows), got.More, got.Rows[0])
	}
}
