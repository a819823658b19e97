package law

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func over(t testing.TB, names ...string) []Overlay {
	t.Helper()
	var list []Overlay
	for _, name := range names {
		data, err := os.ReadFile(filepath.Join("testdata", name))
		if err != nil {
			t.Fatal(err)
		}
		list = append(list, Overlay{File: name, Data: data})
	}
	return list
}

func TestOverlaysChangeTheLaw(t *testing.T) {
	b, err := OpenOver(over(t, "brazil.csv", "korea-ends.csv", "clauses.csv", "words.csv"), today)
	if err != nil {
		t.Fatal(err)
	}
	brazil, ok := b.Adequacy(UK, "BR")
	if !ok || brazil.ID != "uk-brazil" || brazil.Verified || brazil.Source != "brazil.csv row 2" {
		t.Errorf("Brazil: %+v, %t", brazil, ok)
	}
	if _, ok := b.Adequacy(UK, "KR"); ok {
		t.Error("Korea is adequate past the end that was laid over it")
	}
	korea, _ := b.InstrumentFor(UK, "uk-korea")
	if korea.Law.Cite != "SI 2022/1213 reg 2" || korea.Needs != EvidencePIPA || korea.Verified {
		t.Errorf("what the overlay leaves out is not kept, or counts as verified: %+v", korea)
	}
	if clauses, ok := b.Instrument("uk-clauses-2026"); !ok || !clauses.TRA || clauses.Type != Safeguard || !b.Stands(clauses.ID) {
		t.Errorf("clauses: %+v, %t", clauses, ok)
	}
	if got := b.Classify("House point totals").Class; got != Sensitive {
		t.Errorf("house points are %s", got)
	}
	if got := b.Classify("chess ratings"); got.Class != Special || got.Kind != "health" {
		t.Errorf("chess ratings are %+v", got)
	}
	want := []Overlaid{
		{adequacyTable, "uk-brazil", UK, "added", "brazil.csv", 2},
		{adequacyTable, "uk-korea", UK, "ends is 2026-10-31, was blank", "korea-ends.csv", 2},
		{mechanismTable, "uk-clauses-2026", UK, "added", "clauses.csv", 2},
		{"terms", "house points", "", "added as sensitive data (behaviour)", "words.csv", 2},
		{"terms", "chess rating", "", "added as special data (health)", "words.csv", 3},
	}
	if diff := cmp.Diff(want, b.Overlaid()); diff != "" {
		t.Error(diff)
	}
}

func TestOverlaysLeaveTheBuiltInLawAlone(t *testing.T) {
	const words = "word,group\nallergy,other-sense\n"
	b, err := OpenOver([]Overlay{{"w.csv", []byte(words)}, over(t, "korea-ends.csv")[0]}, today, "uk-japan")
	if err != nil {
		t.Fatal(err)
	}
	if got := b.Overlaid()[0].Change; got != "is ordinary data (other-sense), was special data (allergy)" {
		t.Error(got)
	}
	if b.Classify("allergies").Class != Ordinary || b.Classify("nut allergies").Class == Ordinary && open(t, today).Classify("nut allergies").Class == 0 {
		t.Error("the word keeps its class")
	}
	plain := open(t, today)
	if plain.Classify("allergies").Class != Special || !plain.Stands("uk-korea") || len(plain.Overlaid()) != 0 {
		t.Error("an overlay of one book is seen in another")
	}
	if b.Checked() != plain.Checked() {
		t.Error("the built-in law changed its age")
	}
}

func TestBooksDoNotShareWhatIsLaidOver(t *testing.T) {
	first, err := OpenOver(over(t, "brazil.csv"), today)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := OpenOver(over(t, "clauses.csv", "korea-ends.csv"), today); err != nil {
		t.Fatal(err)
	}
	if _, ok := first.Instrument("uk-brazil"); !ok || !first.Stands("uk-korea") {
		t.Error("a book changed when another was opened")
	}
	if _, ok := first.Instrument("uk-clauses-2026"); ok {
		t.Error("a book holds what was laid over for another")
	}
}

// A later overlay lies over an earlier one, not over the built-in law.
func TestOverlaysLieOverEachOther(t *testing.T) {
	again := Overlay{"again.csv", []byte("\xef\xbb\xbfID,Regime,Watch\n\nuk-korea,UK,Look again in May\nuk-brazil,UK,\n")}
	b, err := OpenOver(append(over(t, "korea-ends.csv", "brazil.csv"), again), today)
	if err != nil {
		t.Fatal(err)
	}
	korea, _ := b.Instrument("uk-korea")
	if korea.Ends != day(t, "2026-10-31") || korea.Watch != "Look again in May" {
		t.Errorf("%+v", korea)
	}
	last := b.Overlaid()[2]
	if last.Row != 3 || last.Change != "watch is Look again in May, was blank" {
		t.Errorf("%+v", last)
	}
	if got := b.Overlaid()[3].Change; got != "changes nothing" {
		t.Error(got)
	}
}

func TestWithoutReachesAnOverlay(t *testing.T) {
	b, err := OpenOver(over(t, "brazil.csv"), today, "uk-brazil")
	if err != nil {
		t.Fatal(err)
	}
	if _, ok := b.Adequacy(UK, "BR"); ok {
		t.Error("what was laid over cannot be supposed fallen")
	}
}

const newRow = "id,regime,countries,name,cite,url,from,ends,scope,needs,outside,verified\n"

func TestFaultsOfOverlaysAreSentences(t *testing.T) {
	for _, c := range []struct{ data, want string }{
		{"", `x.csv: the file is empty`},
		{"\xff\xfe\x00", `x.csv: the file is not text in UTF-8; save it as "CSV UTF-8"`},
		{"id,regime\n\"uk-korea,UK\n", `x.csv: line 2 is no row of a CSV file`},
		{"id;regime;ends\n", `x.csv: there is no column "id"`},
		{"id,ends\n", `x.csv: there is no column "regime"`},
		{"id,regime,end\n", `x.csv: row 1: the heading "end" is not known; use those of this table: id, regime`},
		{"id,regime,ends,Ends\n", `x.csv: the heading "Ends" stands twice`},
		{"id,regime,ends\nuk-korea,UK,31/12/2026\n", `x.csv row 2, column ends: "31/12/2026" is not a day; write it as YYYY-MM-DD`},
		{"id,regime,ends\nuk-korea,UK,2026-02-30\n", `x.csv row 2, column ends: "2026-02-30" is not a day`},
		{"id,regime,ends\nuk-korea,UK,2021-01-01\n", `x.csv row 2, column ends: "2021-01-01" is before 2022-12-19`},
		{"id,regime,ends\nuk-corea,UK,2026-12-31\n", `"uk-corea" is no instrument of regime "UK" that can be changed (did you mean "uk-korea" or "uk-code"?); mend the id`},
		{"id,regime,ends\nuk-korea,EU,2026-12-31\n", `"uk-korea" is no instrument of regime "EU" that can be changed`},
		{"id,regime,cite\nuk-korea,UK,\n", `x.csv row 2, column cite: the cell is blank; fill it in, or take the column out`},
		{"id,regime,ends\n,,2026-12-31\n", `x.csv row 2, column id: "" is no instrument`},
		{"id,regime,ends\n\nuk-korea,UK,2026-12-31,x\n", `x.csv row 3: "x" stands in column 4, which has no heading`},
		{"id,regime,watch\nuk-korea,UK,\"a\nb\"\n", `x.csv row 2, column watch: "a\nb" holds a line break`},
		{"id,regime,watch\nuk-korea,UK,\x1b[2J\n", `x.csv row 2, column watch: "\x1b[2J" holds a line break or a character that cannot be seen`},
		{"id,regime,ends\nuk-korea,UK,2026-12-31\nuk-korea,UK,2026-11-30\n", `x.csv row 3: UK uk-korea stands in row 2 too; keep one of the two`},
		{newRow + "uk-brazil,FR,BR,Brazil,SI 1,,2026-10-01,,,,,\n", `column regime: "FR" is no regime that dpmap knows; write UK or EU`},
		{newRow + "UK Brazil,UK,BR,Brazil,SI 1,,2026-10-01,,,,,\n", `column id: "UK Brazil" is not an id; write lower-case letters`},
		{newRow + "uk-brazil,UK,Brazil,Brazil,SI 1,,2026-10-01,,,,,\n", `column countries: "Brazil" is no country's code and no bloc; write "BR"`},
		{newRow + "uk-brazil,UK,QQ,Brazil,SI 1,,2026-10-01,,,,,\n", `column countries: "QQ" is no country's code and no bloc; give two-letter codes`},
		{newRow + "uk-brazil,UK,BR,,SI 1,,2026-10-01,,,,,\n", `column name: the cell is blank; fill it in`},
		{newRow + "uk-brazil,UK,BR,Brazil,SI 1,,,,,,,\n", `column from: the cell is blank; give the first day in force`},
		{newRow + "uk-brazil,UK,BR,Brazil,SI 1,javascript:x,2026-10-01,,,,,\n", `column url: "javascript:x" is not a link`},
		{newRow + "uk-brazil,UK,BR,Brazil,SI 1,,2026-10-01,,Firms only,,,\n", `column needs: the cell is blank, and scope is not; say what evidences the condition: dpf-uk-extension`},
		{newRow + "uk-brazil,UK,BR,Brazil,SI 1,,2026-10-01,,Firms only,lgdp,,\n", `column needs: "lgdp" is no evidence that dpmap knows; give one of`},
		{newRow + "uk-brazil,UK,BR,Brazil,SI 1,,2026-10-01,,,lgpd,,\n", `column scope: the cell is blank, and needs is not`},
		{newRow + "uk-brazil,UK,BR,Brazil,SI 1,,2026-10-01,,,,churches,\n", `column outside: "churches" is no kind of recipient`},
		{newRow + "uk-brazil,UK,BR,Brazil,SI 1,,2026-10-01,,,,,perhaps\n", `column verified: "perhaps" is not yes or no; write yes or no`},
		{"id,regime,type,name,cite,from,tra,not_public\nuk-x,UK,contract,X,Y,2026-01-01,,no\n", `column type: "contract" is no type of mechanism; write safeguard`},
		{"id,regime,type,name,cite,from,tra,not_public\nuk-x,UK,safeguard,X,Y,2026-01-01,,no\n", `column tra: "" is not yes or no; write yes or no`},
		{"id,regime,type,name,from\nuk-x,UK,safeguard,X,2026-01-01\n", `column cite: the column is missing; add it: a new row needs it`},
		{"word\nx\n", `x.csv: there is no column "group"`},
		{"word,group\nchess,games\n", `x.csv row 2, column group: "games" is no group of terms; give one of health, allergy`},
		{"word,group\n?!,health\n", `x.csv row 2, column word: "?!" has no letter or digit in it`},
		{"word,group\nchess,health\nChess,diet\n", `x.csv row 3: chess stands in row 2 too`},
	} {
		b, err := OpenOver([]Overlay{{"x.csv", []byte(c.data)}}, today)
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%q:\n%v, want\n%s", c.data, err, c.want)
		}
		if b != nil {
			t.Errorf("%q gives a book all the same", c.data)
		}
	}
}

func TestEveryFaultOfAnOverlayIsTold(t *testing.T) {
	_, err := OpenOver([]Overlay{
		{"x.csv", []byte("id,regime,ends\nuk-korea,UK,soon\nuk-corea,UK,2026-12-31\nuk-japan,UK,never\n")},
		{"y.csv", []byte("word,group\nchess,games\n")},
	}, today)
	if err == nil {
		t.Fatal("no fault")
	}
	var joined interface{ Unwrap() []error }
	if !errors.As(err, &joined) || len(joined.Unwrap()) != 4 {
		t.Errorf("not four sentences: %v", err)
	}
}

func FuzzOverlay(f *testing.F) {
	for _, name := range []string{"brazil.csv", "korea-ends.csv", "clauses.csv", "words.csv"} {
		f.Add(over(f, name)[0].Data)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		b, err := OpenOver([]Overlay{{"x.csv", data}}, today)
		if (b == nil) == (err == nil) {
			t.Fatalf("%v and %v", b, err)
		}
		if err == nil {
			b.Classify("medical records of house points")
			b.Adequacy(UK, "KR")
		}
	})
}

func TestAgeWarning(t *testing.T) {
	for at, want := range map[string]string{
		"2020-01-01": "", "2026-11-22": "", "2027-05-21": "", "2027-05-22": "That is 181 days before 22 May 2027",
	} {
		got := open(t, day(t, at)).AgeWarning()
		if !strings.HasPrefix(got, want) || (got == "") != (want == "") {
			t.Errorf("%s: %q, want %q", at, got, want)
		}
	}
}
