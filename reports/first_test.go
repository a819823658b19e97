package reports

import (
	"regexp"
	"strings"
	"testing"
)

// TestTextEndsWithWhatComesFirst holds that a reader at a terminal ends with the
// gravest three things, whom they are about and where they stand.
func TestTextEndsWithWhatComesFirst(t *testing.T) {
	r := register(t, `a.csv
To,Recipient country,Purpose,Data subjects,Data categories,Lawful basis,Recipient role,Agreement
QuizCo,India,Quizzes,Pupils,Names,public task,controller,
HealthCo,United Kingdom,Care,Pupils,Medical needs,public task,controller,
MailCo,United Kingdom,Mail,Pupils,Names,public task,processor,no
`)
	_, end, ok := strings.Cut(text(t, r, TextOptions{}), "\nDo these first\n")
	if !ok {
		t.Fatal("the text does not say what to do first")
	}
	got := regexp.MustCompile(`(?m)^  \d\. (\w+) .*: (.*)$`).FindAllStringSubmatch(end, -1)
	want := [][2]string{{"CRITICAL", "QuizCo"}, {"CRITICAL", "HealthCo"}, {"HIGH", "MailCo"}}
	if len(got) != len(want) {
		t.Fatalf("%d things, want %d: %s", len(got), len(want), end)
	}
	for i, w := range want {
		who, _, _ := strings.Cut(got[i][2], " (")

		if got[i][1] != w[0] || who != w[1] {
			t.Errorf("%d: %q of %q, want %v", i+1, got[i][1], got[i][2], w)
		}
	}
}

// TestQuietIsShorter holds that --quiet gathers what the whole text gathers, and
// does not keep silent that something could not be read.
func TestQuietIsShorter(t *testing.T) {
	r := register(t, noRetention, "b.csv\nTo,Recipient country,Purpose\nMapCo,Untied Kingdom,Maps\n")
	quiet := text(t, r, TextOptions{Quiet: true})
	if n := strings.Count(quiet, "[retention-missing]"); n != 1 {
		t.Errorf("a column that is missing is told %d times:\n%s", n, quiet)
	}
	if !strings.Contains(quiet, "could not be read: ") {
		t.Errorf("nothing is said of what could not be read:\n%s", quiet)
	}
	if all := text(t, r, TextOptions{}); strings.Count(quiet, "\n") > strings.Count(all, "\n") {
		t.Error("the quiet text has more lines than the other")
	}
}
