package reports

import (
	"strings"
	"testing"
)

const agreements = `a.csv
To,Recipient country,Purpose,Data subjects,Data categories,Lawful basis,Recipient role,Agreement,Status
QuizCo,United Kingdom,Quizzes,Pupils,Names,public task,,no,live
MailCo,United Kingdom,Mail,Pupils,Names,public task,processor,not signed,live
Council,United Kingdom,Safety,Pupils,Names,public task,controller,no,live
ClassCo,United Kingdom,Classes,Pupils,Names,public task,,yes,live
OddCo,United Kingdom,Odd things,Pupils,Names,public task,,,live
GoneCo,India,Old things,Pupils,Names,public task,,no,ended
`

// TestWhatIsRecordedAsUnsignedIsSeen holds that an agreement which the register
// itself says does not exist stands at the head of every output, whether or not
// somebody recorded the recipient's role.
func TestWhatIsRecordedAsUnsignedIsSeen(t *testing.T) {
	r := register(t, agreements)
	const want = "The register says that there is no agreement with QuizCo and MailCo."
	for name, out := range map[string]string{"text": text(t, r, TextOptions{}), "page": written(t, bare, r), "markdown": md(strings.Join(r.headlines(), "\n"))} {
		if !strings.Contains(out, want) {
			t.Errorf("the %s does not say %q", name, want)
		}
	}
	if s := register(t, noRetention).unsignedSentence(); s != "" {
		t.Errorf("a register that records no agreement is told: %q", s)
	}
}

// TestWhatHasEndedIsNotHome holds that a flow which is over counts as that
// alone: nobody judged where its data went, and home would be a verdict.
func TestWhatHasEndedIsNotHome(t *testing.T) {
	r := register(t, agreements)
	sum := r.Summary()
	if sum.Transfers.Home != 5 || sum.Transfers.Ended != 1 {
		t.Errorf("counted: %+v, want 5 home and 1 ended", sum.Transfers)
	}
	page := written(t, bare, r)
	if !strings.Contains(text(t, r, TextOptions{}), "5 home and 1 ended.") || !strings.Contains(page, `<span class="verdict ended">`) {
		t.Error("the flow that has ended is not told as such")
	}
	for _, v := range r.recipients(nil) {
		if (v.Name == "GoneCo") != (v.Word == "ended") {
			t.Errorf("%s stands as %s", v.Name, v.Word)
		}
	}
	if got := sum.Transfers.byVerdict(); got.Home != 6 || got.Ended != 1 {
		t.Errorf("for other programs: %+v, want the verdicts of all flows", got)
	}
}

// TestGuessesAreNotUnread holds that what was taken on a guess, and judged so, is
// not told as something that could not be read: a section title is no fault.
func TestGuessesAreNotUnread(t *testing.T) {
	r := register(t, "a.csv\nTo,Recipient country,Purpose,Data subjects,Data categories,Lawful basis\nCORE SYSTEMS,,,,,\nQuizCo,United Kingdom,Quizzes,Pupils,Names,public task\nMailCo,United Kingdom,Mail,Pupils,Names,public task\n")
	if len(r.Problems) != 1 {
		t.Fatalf("problems: %v", r.Problems)
	}
	page, out := written(t, bare, r), text(t, r, TextOptions{})
	if strings.Contains(page, "Could not be read:") || strings.Contains(out, "Could not be read:") {
		t.Error("a section title is told as a thing that could not be read")
	}
	if !strings.Contains(page, "<strong>To check: 1 guess.</strong>") || !strings.Contains(out, "\nTo check: 1 guess\n") {
		t.Error("nothing is said of the guess")
	}
}
