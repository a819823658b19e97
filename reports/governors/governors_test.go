package governors

import (
	"bytes"
	"fmt"
	"math"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"dpmap/fixtures"
	"dpmap/fixtures/judged"
	"dpmap/graph"
	"dpmap/graph/law"
	"dpmap/graph/rules"
	"dpmap/reports"
)

// report reads and judges a file by the law of the day of these tests.
func report(t *testing.T, name string, data []byte, without ...string) *reports.Report {
	t.Helper()
	in, result := judged.File(t, name, data, without...)
	return &reports.Report{Result: result, Inputs: in.Inputs, Problems: in.Problems, Assumptions: in.Assumptions, Version: "test"}
}

func written(t *testing.T, r *reports.Report) string {
	t.Helper()
	var b bytes.Buffer
	if err := Write(&b, r); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

const small = `Ref,From,To,Sender country,Recipient country,Purpose,Data subjects,Data categories,Lawful basis,Article 9 condition,Schedule 1 condition,Policy document,Recipient role,Status
1,Hill School,Hill School,UK,UK,Teaching,Pupils,Names,public task,,,,,live
2,Hill School,QuizCo,UK,India,Quizzes,Pupils,Names,public task,,,,controller,live
3,Hill School,QuizCo,UK,India,More quizzes,Pupils,Names,public task,,,,controller,live
4,Hill School,Council,UK,UK,Safety,Pupils,Health data,public task,9(2)(g),18,yes,controller,live
5,Hill School,Old Ltd,UK,UK,Gone,Pupils,Names,public task,,,,controller,ended
6,Hill School,New Ltd,UK,worldwide,Soon,Pupils,,public task,,,,controller,proposed
7,Hill School,Parents,UK,,Reports,Pupils,Health data,public task,9(2)(g),18,yes,,live
8,Council,Hill School,UK,UK,Help,Pupils,Names,public task,,,,controller,live
`

// TestNumbers holds the page to what the register says: an own use, what goes
// to parents, what comes in and what has ended are nobody who gets data.
func TestNumbers(t *testing.T) {
	p := newPage(report(t, "small.csv", []byte(small)))
	var numbers []string
	for _, n := range p.Numbers {
		numbers = append(numbers, n.Number)
	}
	if got := strings.Join(numbers, " "); got != "3 1 1 1" {
		t.Errorf("numbers: %s, want 3 who get data, 1 of them sensitive data, 1 in no known country, 1 urgent problem", got)
	}
	var who []string
	for _, w := range p.Who {
		who = append(who, fmt.Sprintf("%s | %s | %s", w.Who, w.Where, w.Sensitive))
	}
	want := []string{"QuizCo | India | none named", "New Ltd | not known | we do not know", "Council | UK | health"}
	if !slices.Equal(who, want) {
		t.Errorf("who: %q\nwant %q", who, want)
	}
	for _, want := range []string{"1 of 3: our list does not say in which country", "1 of 3: our list does not say what data they get", "1 of 3: they get nothing yet, it is only planned"} {
		if !slices.Contains(p.NotKnown, want) {
			t.Errorf("what is not known lacks %q: %q", want, p.NotKnown)
		}
	}
	if a := p.Actions[0]; a.Do != "Stop data going abroad without protection" || a.Concerns != "QuizCo" || !a.Urgent {
		t.Errorf("first action: %+v", a)
	}
}

// TestWordsFollowTheVerdict holds that a transfer which nobody can judge is not
// told as one without protection, whatever rule found it: the register names an
// agreement, clauses and a scheme, and the page must not deny them.
func TestWordsFollowTheVerdict(t *testing.T) {
	const register = `From,To,Recipient country,Purpose,Data subjects,Data categories,Lawful basis,Agreement,Transfer safeguard
Hill School,ClassCo,USA,Classes,Pupils,Names,public task,"DPA accepted, signed September 2022",SCCs + DPF
Hill School,QuizCo,India,Quizzes,Pupils,Names,public task,yes,none
Hill School,MailCo,USA,Mail,Pupils,Names,public task,yes,Privacy Shield
`
	p := newPage(report(t, "doubt.csv", []byte(register)))
	about := map[string]string{}
	for _, a := range p.Actions {
		about[a.Do] = a.Concerns
	}
	if got := about[unprotected]; strings.Contains(got, "ClassCo") || !strings.Contains(got, "QuizCo") {
		t.Errorf("%q is said of %q, want QuizCo and not ClassCo, which nobody can judge", unprotected, got)
	}
	if got := about[inDoubt]; got != "ClassCo" {
		t.Errorf("%q is said of %q, want ClassCo", inDoubt, got)
	}
	for _, is := range issues() {
		if strings.Contains(is.wrong, "We hold no") {
			t.Errorf("%q denies what only the list can be said to lack: %q", is.do, is.wrong)
		}
	}
}

// TestContractsOfUnknownRole holds that a recipient with whom the list says that
// nothing is signed is among those to sign with, and among those whose part is to
// be settled; and that what was read by a guess is not counted as unread.
func TestContractsOfUnknownRole(t *testing.T) {
	const register = `From,To,Recipient country,Purpose,Data subjects,Data categories,Lawful basis,Agreement,Recipient role
Hill School,QuizCo,UK,Quizzes,Pupils,Names,public task,no,
Hill School,MailCo,UK,Mail,Pupils,Names,public task,no,processor
Hill School,OddCo,UK,Odd things,Pupils,Names,public task,,
`
	r := report(t, "signed.csv", []byte(register))
	r.Problems = []graph.Problem{{Message: "a value"}, {Told: true, Message: "a guess"}}
	p := newPage(r)
	about := map[string]string{}
	for _, a := range p.Actions {
		about[a.Do] = a.Concerns
	}
	if got := about[contracts]; got != "QuizCo and MailCo" && got != "MailCo and QuizCo" {
		t.Errorf("%q is said of %q, want QuizCo and MailCo", contracts, got)
	}
	if got := about["Settle who answers for the data"]; got != "QuizCo and OddCo" {
		t.Errorf("who answers is to be settled with %q, want QuizCo and OddCo", got)
	}
	for _, want := range []string{"1 entry of our list could not be read in full", "1 entry was read by a guess that somebody must check"} {
		if !slices.Contains(p.NotKnown, want) {
			t.Errorf("what is not known lacks %q: %q", want, p.NotKnown)
		}
	}
}

// TestActionsFirst holds that at most three actions stand before all else that
// is told of the register, and that the gravest is first.
func TestActionsFirst(t *testing.T) {
	for _, f := range fixtures.All() {
		r := report(t, f.File, f.Data)
		page := written(t, r)
		first, table := strings.Index(page, `<ol class="actions">`), strings.Index(page, "<table")
		if first < 0 || table < 0 || first > table {
			t.Errorf("%s: actions at %d, first table at %d", f.File, first, table)
		}
		p := newPage(r)
		if n := len(p.Actions); n != firstActions {
			t.Errorf("%s: %d actions", f.File, n)
		}
		urgent := true
		for _, a := range append(slices.Clone(p.Actions), p.More...) {
			if a.Urgent && !urgent {
				t.Errorf("%s: %q is urgent and stands after what is not", f.File, a.Do)
			}
			urgent = a.Urgent
		}
	}
}

// TestNoCodes holds that no article number, no code of a rule and no word of
// the trade stands on the page.
func TestNoCodes(t *testing.T) {
	for _, f := range fixtures.All() {
		page := text(written(t, report(t, f.File, f.Data, "uk-us-data-bridge")))
		if hit := codes.FindString(page); hit != "" {
			t.Errorf("%s: the page says %q", f.File, hit)
		}
		for _, rule := range rules.All() {
			if strings.Contains(page, rule.Code) {
				t.Errorf("%s: the page names the rule %s", f.File, rule.Code)
			}
		}
	}
}

var codes = regexp.MustCompile(`(?i)\b(art(icle)?\.?\s*\d+|sch(edule)?\.?\s*\d+|\d+\(\d+\)|uk gdpr|dpa 2018|dpia|adequa\w*|controllers?|processors?|derogation|lawful basis|scc|idta|special.category)\b`)

// text is a page less its head and its tags.
func text(page string) string {
	_, body, _ := strings.Cut(page, "<body>")
	return strings.Join(strings.Fields(regexp.MustCompile(`<[^>]*>`).ReplaceAllString(body, " ")), " ")
}

// TestEveryRuleIsTold holds that each rule has plain words in one place.
func TestEveryRuleIsTold(t *testing.T) {
	times := map[string]int{}
	for _, is := range issues() {
		for _, code := range is.rules {
			times[code]++
		}
	}
	for _, rule := range rules.All() {
		if times[rule.Code] != 1 {
			t.Errorf("%s has plain words %d times, want once", rule.Code, times[rule.Code])
		}
		delete(times, rule.Code)
	}
	for code := range times {
		t.Errorf("%s is no rule", code)
	}
}

// TestReadingAge holds our own words to what somebody of 12 or 13 can read: the
// Flesch-Kincaid grade is the school year in the United States, whose 7 is year
// 8 here.
func TestReadingAge(t *testing.T) {
	var all strings.Builder
	for _, is := range issues() {
		for _, s := range []string{is.do + ".", is.wrong, is.how} {
			all.WriteString(s + " ")
			if hit := codes.FindString(s); hit != "" {
				t.Errorf("%q says %q", s, hit)
			}
			for _, sentence := range regexp.MustCompile(`[.?!] ?`).Split(s, -1) {
				if n := len(strings.Fields(sentence)); n > 22 {
					t.Errorf("%d words: %q", n, sentence)
				}
			}
		}
	}
	if grade := grade(all.String()); grade > 7 {
		t.Errorf("reading grade %.1f, want at most 7", grade)
	}
}

func grade(s string) float64 {
	sentences := float64(len(regexp.MustCompile(`[.?!](\s|$)`).FindAllString(s, -1)))
	words := strings.Fields(s)
	syllables := 0
	for _, w := range words {
		w = strings.ToLower(strings.Trim(w, ".,:;?!“”’"))
		n := len(regexp.MustCompile(`[aeiouy]+`).FindAllString(w, -1))
		if strings.HasSuffix(w, "e") && !strings.HasSuffix(w, "le") && n > 1 {
			n--
		}
		syllables += max(n, 1)
	}
	n := float64(len(words))
	return math.Round((0.39*n/sentences+11.8*float64(syllables)/n-15.59)*10) / 10
}

// TestInert puts hostile texts into every cell and finds no tag on the page but
// its own.
func TestInert(t *testing.T) {
	for _, evil := range []string{
		`<script>alert(1)</script>`, `"><img src=x onerror=alert(1)>`, `</style><svg onload=alert(1)>`, `<a href="javascript:alert(1)">x</a>`,
		`' onmouseover='alert(1)`, `{{.CSS}}`, `]]><x>`, "a\u202eb", `<!--`, `</title><iframe src=//evil.example>`, `&lt;b&gt;`,
	} {
		csv := "Ref,From,To,Recipient country,Purpose,Data categories,Lawful basis\n"
		for i := range 12 {
			q := `"` + strings.ReplaceAll(evil, `"`, `""`) + fmt.Sprint(i, `"`)
			csv += strings.Join([]string{q, `"` + strings.ReplaceAll(evil, `"`, `""`) + `"`, q, q, q, q, q}, ",") + "\n"
		}
		page := written(t, report(t, "evil.csv", []byte(csv)))
		for _, tag := range regexp.MustCompile(`<[^\s>]*`).FindAllString(page, -1) {
			if !slices.Contains(tags, strings.TrimPrefix(strings.TrimPrefix(tag, "<"), "/")) {
				t.Errorf("%q: the page holds %q", evil, tag)
			}
		}
		for _, attribute := range regexp.MustCompile(`<[^>]*\s(on\w+|src|style|href)=("[^"]*")?`).FindAllStringSubmatch(page, -1) {
			if attribute[1] != "href" || attribute[2] != `"report.html"` {
				t.Errorf("%q: the page holds %q", evil, attribute[0])
			}
		}
		if strings.ContainsAny(page, "\u202e") {
			t.Errorf("%q: the page holds what no reader can see", evil)
		}
	}
}

var tags = []string{"!DOCTYPE", "html", "head", "meta", "title", "style", "body", "header", "p", "h1", "h2", "h3", "main", "ul", "ol", "li", "b", "span", "section",
	"strong", "table", "caption", "thead", "tbody", "tr", "th", "td", "div", "footer", "a"}

// TestLargeRegister holds that the page does not grow with the register.
func TestLargeRegister(t *testing.T) {
	long := func(n int) int {
		csv := "Ref,From,To,Recipient country,Purpose,Data categories\n"
		for i := range n {
			csv += fmt.Sprintf("%d,Hill School,%s of a rather long name number %d,%s,Teaching,%s\n", i,
				[]string{"University", "Taxi company", "Police", "Exam board", "Solicitors", "Insurance company", "Council", "Hospital", "Court", "Embassy"}[i%10], i,
				[]string{"India", "China", "Brazil", "USA", "Canada", "worldwide", "UK", "France"}[i%8], []string{"health data", "religion", "", "Names"}[i%4])
		}
		return len(text(written(t, report(t, "large.csv", []byte(csv)))))
	}
	if a, b := long(40), long(400); b > a+a/10 {
		t.Errorf("%d characters for 40 recipients, %d for 400", a, b)
	}
}

// TestRows holds that the table of recipients has few rows and loses nobody.
func TestRows(t *testing.T) {
	var list []recipient
	for _, s := range sorts() {
		for i := range 2 {
			list = append(list, recipient{name: fmt.Sprint(s.plain, i), kind: law.Kind(s.word)})
		}
	}
	rows, all := whoRows(list, whoRoom), 0
	for _, row := range rows {
		all += row.Number
	}
	if len(rows) != mostGroups || all != len(list) {
		t.Errorf("%d rows of %d recipients, want %d of %d", len(rows), all, mostGroups, len(list))
	}
	if rows := whoRows(list[:mostRows], whoRoom); len(rows) != mostRows || rows[0].Number != 0 {
		t.Errorf("few recipients are not named one by one: %+v", rows)
	}
}

// TestCountsOfTheReport ties the page's numbers to the report's: whoever the
// report counts as an organisation gets data here, or the page says why not.
func TestCountsOfTheReport(t *testing.T) {
	csvs := map[string]string{"small.csv": small, "big.csv": many(61)}
	for _, f := range fixtures.All() {
		csvs[f.File] = string(f.Data)
	}
	for name, data := range csvs {
		r := report(t, name, []byte(data))
		p, sum := newPage(r), r.Summary()
		c := reckon(r, len(recipients(r)))
		if all := c.get + c.ours + c.people + c.nothing; all != sum.Parties || fmt.Sprint(c.get) != p.Numbers[0].Number {
			t.Errorf("%s: %+v, page says %s get data, the report counts %d organisations", name, c, p.Numbers[0].Number, sum.Parties)
		}
		if page := text(written(t, r)); c.get != sum.Parties && !strings.Contains(page, fmt.Sprintf("The full report counts %d organisations: ", sum.Parties)) {
			t.Errorf("%s: the page does not say why the report counts %d organisations", name, sum.Parties)
		}
		if urgent := p.Numbers[3].Number != "0"; urgent != (sum.Findings.Critical > 0) {
			t.Errorf("%s: urgent on the page %v, %d critical in the report", name, urgent, sum.Findings.Critical)
		}
	}
}

// many is a register of n recipients of no recorded kind, one of whom stands
// in a country that nothing covers.
func many(n int) string {
	csv := "Ref,From,To,Sender country,Recipient country,Purpose,Data categories\n"
	for i := range n {
		csv += fmt.Sprintf("%d,Hill School,Firm %d,UK,%s,Teaching,Names\n", i, i, map[bool]string{true: "Brazil", false: "UK"}[i == n-2])
	}
	return csv
}

// TestWorstByName holds that among many of one kind those that need a look have
// rows of their own, and that the row of the rest says that it is the rest.
func TestWorstByName(t *testing.T) {
	rows := whoRows(recipients(report(t, "many.csv", []byte(many(61)))), whoRoom)
	if len(rows) != 2 || rows[0].Who != "Firm 59" || rows[0].Where != "Brazil" || rows[1].Number != 60 || rows[1].Who != "Others: our list does not say what they are" {
		t.Errorf("rows: %+v", rows)
	}
}

// TestMarksOfTheMap holds that a standing has the mark that the map and the
// report give it, and words of which none claims our own law for all.
func TestMarksOfTheMap(t *testing.T) {
	page := written(t, report(t, "small.csv", []byte(small)))
	for _, v := range []rules.Verdict{rules.Unprotected, rules.Unknown, rules.Home} {
		if mark := reports.VerdictWords(v).Mark; !strings.Contains(page, `<span class="mark" aria-hidden="true">`+mark+`</span>`) {
			t.Errorf("the page lacks the mark %s", mark)
		}
	}
	if strings.Contains(page, "Same law as ours") {
		t.Error("a German firm that sends to a German firm is not under our law")
	}
}

// TestGlosses holds that who is to be asked is told where the page says to ask.
func TestGlosses(t *testing.T) {
	for _, f := range fixtures.All() {
		page := text(written(t, report(t, f.File, f.Data)))
		if asks, told := strings.Contains(page, "Ask our data protection officer"), strings.Contains(page, "Our data protection officer is the person"); asks != told {
			t.Errorf("%s: asks the officer %v, says who that is %v", f.File, asks, told)
		}
	}
}

// TestGravestFirst holds that how grave a finding is outranks the order of the
// issues.
func TestGravestFirst(t *testing.T) {
	r := report(t, "small.csv", []byte(small))
	r.Result.Findings = []rules.Finding{
		{Rule: "transfer-destination-unknown", Severity: rules.Low}, {Rule: "retention-missing", Severity: rules.Critical},
		{Rule: "dpa-missing", Severity: rules.Critical, Accepted: &rules.Accepted{Until: law.Day(2027, time.May, 1)}},
	}
	p := newPage(r)
	if len(p.Actions) != 2 || p.Actions[0].Do != "Decide how long to keep data" || p.Actions[1].Urgent {
		t.Errorf("actions: %+v", p.Actions)
	}
	if want := "1 point is left out because somebody in charge accepted it."; !slices.Contains(p.Notes, want) {
		t.Errorf("the notes lack %q: %q", want, p.Notes)
	}
}

func TestSameBytes(t *testing.T) {
	f := fixtures.Default()
	if a, b := written(t, report(t, f.File, f.Data)), written(t, report(t, f.File, f.Data)); a != b {
		t.Error("two runs differ")
	}
}

func TestNothingToDo(t *testing.T) {
	book, err := law.Open(law.Day(2026, time.November, 22), "uk-us-data-bridge")
	if err != nil {
		t.Fatal(err)
	}
	m, err := graph.New(graph.Register{}, nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	page := text(written(t, &reports.Report{Result: &rules.Result{Map: m, Book: book}}))
	for _, want := range []string{"Nothing was found that needs you to act", "This page is a what-if", "“UK-US data bridge”", "22 November 2026", "This page is not legal advice"} {
		if !strings.Contains(page, want) {
			t.Errorf("the page lacks %q:\n%s", want, page)
		}
	}
	if err := Write(&bytes.Buffer{}, &reports.Report{}); err == nil {
		t.Error("a report without a map gives no error")
	}
}

// TestLawOfOurs holds that the page says when somebody laid law of their own
// over the built-in law, and when that law is old.
func TestLawOfOurs(t *testing.T) {
	overlay := law.Overlay{File: "own.csv", Data: []byte("ID,Regime,Watch\nuk-korea,UK,Look again in May\n")}
	book, err := law.OpenOver([]law.Overlay{overlay}, law.Day(2029, time.January, 1))
	if err != nil {
		t.Fatal(err)
	}
	m, err := graph.New(graph.Register{}, nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	page := text(written(t, &reports.Report{Result: &rules.Result{Map: m, Book: book}}))
	for _, want := range []string{"1 point of law was added or changed by us.", "That is long ago"} {
		if !strings.Contains(page, want) {
			t.Errorf("the page lacks %q:\n%s", want, page)
		}
	}
}

func TestSome(t *testing.T) {
	for _, c := range []struct {
		words []string
		room  int
		want  string
	}{
		{nil, 10, ""}, {[]string{"a"}, 10, "a"}, {[]string{"a", "b", "c"}, 20, "a, b and c"}, {[]string{"aaaa", "bbbb", "cccc"}, 16, "aaaa and 2 more"},
		{[]string{"a very long name indeed", "b"}, 24, "a very long… and 1 more"},
	} {
		if got := some(c.words, c.room); got != c.want {
			t.Errorf("some(%q, %d) = %q, want %q", c.words, c.room, got, c.want)
		}
	}
}
