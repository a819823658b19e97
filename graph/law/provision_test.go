package law

import (
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func baseIDs(b *Book) (ids []string) {
	for _, x := range b.Bases() {
		ids = append(ids, x.ID)
	}
	return ids
}

func TestRecognisedLegitimateInterestIsDated(t *testing.T) {
	before := []string{"6(1)(a)", "6(1)(b)", "6(1)(c)", "6(1)(d)", "6(1)(e)", "6(1)(f)"}
	if diff := cmp.Diff(before, baseIDs(open(t, day(t, "2026-02-04")))); diff != "" {
		t.Error(diff)
	}
	since := []string{"6(1)(a)", "6(1)(b)", "6(1)(c)", "6(1)(d)", "6(1)(e)", "6(1)(ea)", "6(1)(f)"}
	if diff := cmp.Diff(since, baseIDs(open(t, day(t, "2026-02-05")))); diff != "" {
		t.Error(diff)
	}
	if ea, ok := open(t, day(t, "2025-01-01")).Basis("6(1)(ea)"); !ok || ea.From != day(t, "2026-02-05") {
		t.Errorf("6(1)(ea) is known before its day as %+v", ea)
	}
}

func TestBases(t *testing.T) {
	b := open(t, today)
	for _, c := range []struct {
		id, condition string
		notPublic     bool
	}{
		{"6(1)(a)", "9(2)(a)", false}, {"6(1)(b)", "", false}, {"6(1)(c)", "", false}, {"6(1)(d)", "9(2)(c)", false},
		{"6(1)(e)", "", false}, {"6(1)(ea)", "", true}, {"6(1)(f)", "", true},
	} {
		x, ok := b.Basis(c.id)
		if !ok || x.Condition != c.condition || x.NotForPublicTasks != c.notPublic {
			t.Errorf("%s: %+v", c.id, x)
		}
	}
}

func TestConditionsNeedWhatTheActSays(t *testing.T) {
	b := open(t, today)
	schedule1 := map[string]bool{"b": true, "g": true, "h": true, "i": true, "j": true}
	for _, letter := range "abcdefghij" {
		id := fmt.Sprintf("9(2)(%c)", letter)
		x, ok := b.Condition(id)
		if !ok || x.NeedsSchedule1 != schedule1[string(letter)] || x.PolicyDocument != (letter == 'b') {
			t.Errorf("%s: %+v", id, x)
		}
	}
}

func TestSchedule1(t *testing.T) {
	b := open(t, today)
	n := 0
	for para := 1; para <= 37; para++ {
		id := fmt.Sprintf("sch1-%d", para)
		x, ok := b.Schedule1Condition(id)
		if para == 5 {
			if ok {
				t.Error("paragraph 5 is no condition, it asks for the policy document")
			}
			continue
		}
		n++
		part := 3
		if para <= 4 {
			part = 1
		} else if para <= 28 {
			part = 2
		}
		if !ok || x.Part != part {
			t.Errorf("%s: part %d, want %d", id, x.Part, part)
		}
		serves := map[int][]string{1: {"9(2)(b)"}, 2: {"9(2)(h)"}, 3: {"9(2)(i)"}, 4: {"9(2)(j)"}}[para] // DPA 2018 s.10(2)
		if part == 2 {
			serves = []string{"9(2)(g)"} // s.10(3)
		}
		if !slices.Equal(x.Serves, serves) {
			t.Errorf("%s serves %v, want %v", id, x.Serves, serves)
		}
	}
	if len(b.Schedule1()) != n {
		t.Errorf("%d conditions, want %d", len(b.Schedule1()), n)
	}
	for id, want := range map[string]bool{"sch1-1": true, "sch1-2": false, "sch1-3": false, "sch1-4": false, "sch1-10": true, "sch1-13": false, "sch1-18": true} {
		if x, _ := b.Schedule1Condition(id); x.PolicyDocument != want {
			t.Errorf("%s: policy document %t, want %t", id, x.PolicyDocument, want)
		}
	}
}

// TestSchedule1Reaches: a paragraph that names the data it serves names it in
// the words of the vocabulary, and serves what is only inferred too.
func TestSchedule1Reaches(t *testing.T) {
	b := open(t, today)
	kinds := map[string]bool{}
	for _, r := range readTable("termgroups", &[]error{}) {
		kinds[r.text("kind")] = r.text("class") == "special"
	}
	for _, c := range b.Schedule1() {
		for _, kind := range c.Reaches {
			if !kinds[kind] {
				t.Errorf("%s reaches %q, which is no kind of special-category data", c.ID, kind)
			}
		}
	}
	equality, _ := b.Schedule1Condition("sch1-8")
	safeguarding, _ := b.Schedule1Condition("sch1-18")
	for kind, want := range map[string]bool{"health": true, "": true, "unspecified": true, "health or religion, by inference": true,
		"biometric data": false, "trade union membership": false, "criminal offence data": false} {
		if got := equality.ReachesKind(kind); got != want {
			t.Errorf("equality of opportunity reaches %q: %t", kind, got)
		}
		if !safeguarding.ReachesKind(kind) {
			t.Errorf("safeguarding does not reach %q", kind)
		}
	}
}
