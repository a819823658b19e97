package reports

import (
	"testing"
	"time"

	"dpmap/graph"
	"dpmap/graph/law"
	"dpmap/graph/rules"

	"github.com/google/go-cmp/cmp"
)

func TestSummary(t *testing.T) {
	s := sample(t, asIs).Summary()
	s.Unknowns, s.Unverified = nil, nil
	want := Summary{
		Parties: 6, Flows: 5, Restricted: 3, Special: 2, Errors: 1, Warnings: 1,
		Findings:  SeverityCounts{Critical: 1, High: 3, Medium: 2, Low: 1, Accepted: 1},
		Transfers: VerdictCounts{Home: 2, Adequate: 1, Unprotected: 1, Unknown: 1},
	}
	if diff := cmp.Diff(want, s); diff != "" {
		t.Error(diff)
	}
}

// A flow that nobody judged is not fine.
func TestNoVerdictCountsAsUnknown(t *testing.T) {
	r := sample(t, asIs)
	r.Result.Transfers = []rules.Transfer{{}, {Verdict: -1}, {Verdict: 99}}
	if got := r.Summary().Transfers; got != (VerdictCounts{Unknown: 5}) {
		t.Errorf("%+v", got)
	}
}

func TestAcceptanceEndsWithItsDay(t *testing.T) {
	r := sample(t, asIs)
	for until, counts := range map[law.Date]bool{
		{}:                                false, // no day: it stands
		law.Day(2026, time.November, 22):  false,
		law.Day(2026, time.November, 21):  true,
		{Year: 2026}:                      false,
		{Year: 2025}:                      true,
		{Year: 2026, Month: time.October}: true,
	} {
		f := rules.Finding{Accepted: &rules.Accepted{Until: until}}
		if r.IsOpen(&f) != counts {
			t.Errorf("accepted until %q: counts is %v", until, !counts)
		}
	}
}

func TestUnknowns(t *testing.T) {
	r := sample(t, asIs)
	got := map[graph.Field][2]int{}
	for _, u := range r.Summary().Unknowns {
		got[u.Field] = [2]int{u.Missing, u.Of}
	}
	want := map[graph.Field][2]int{
		graph.FieldRecipientCountry: {1, 4}, // not for parents
		graph.FieldSubjects:         {3, 5},
		graph.FieldBasis:            {3, 5},
		graph.FieldCondition:        {1, 2}, // special-category data only
		graph.FieldRole:             {1, 4},
		graph.FieldHosting:          {2, 2}, // processors only
		graph.FieldSecurity:         {4, 5},
		graph.FieldRetention:        {4, 5},
		graph.FieldFrequency:        {4, 4},
		graph.FieldReviewed:         {5, 5},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestEndedFlowsLackNothing(t *testing.T) {
	m, err := graph.New(graph.Register{}, []graph.Party{{ID: "a"}, {ID: "b"}}, []graph.Flow{{ID: "f", From: "a", To: "b", Status: graph.Ended}})
	if err != nil {
		t.Fatal(err)
	}
	r := sample(t, asIs)
	r.Result.Map, r.Result.Transfers = m, nil
	if got := r.unknowns(); len(got) != 0 {
		t.Errorf("%+v", got)
	}
}

func TestUnverifiedLawIsListedOnceInOrderOfUse(t *testing.T) {
	r := sample(t, asIs)
	laid := law.Overlay{File: "mine.csv", Data: []byte("id,regime,countries,name,cite,from\n" +
		"uk-first,UK,IN,First,SI 1,2026-10-01\nuk-second,UK,CN,Second,SI 2,2026-10-01\n")} // says of neither that it is verified
	book, err := law.OpenOver([]law.Overlay{laid}, law.Day(2026, time.November, 22))
	if err != nil {
		t.Fatal(err)
	}
	r.Result.Book = book
	r.Result.Transfers = []rules.Transfer{
		{Instrument: "uk-second", Legs: []rules.Leg{{Instrument: "uk-first"}}},
		{Instrument: "uk-first"}, {Instrument: "uk-eea"}, {Instrument: "no such instrument"},
	}
	var got []string
	for _, n := range r.unverified() {
		got = append(got, n.ID)
	}
	if diff := cmp.Diff([]string{"uk-second", "uk-first"}, got); diff != "" {
		t.Error(diff)
	}
}

func TestGroupsByRecipient(t *testing.T) {
	r := sample(t, asIs)
	headings := func() (out []string) {
		for _, g := range r.byRecipient(nil) {
			out = append(out, g.Heading)
		}
		return out
	}
	want := []string{"QuizWhizz Inc & Sons <Ltd>", "Trip insurer", "Delft Lab BV", aboutRegister, aboutSeveral}
	if diff := cmp.Diff(want, headings()); diff != "" {
		t.Error(diff)
	}
	r.Result.Findings[0].Accepted = &rules.Accepted{} // what is left of QuizWhizz is no graver than the next
	r.Result.Findings[2].Accepted = &rules.Accepted{}
	want = append(want[1:], want[0])
	if diff := cmp.Diff(want, headings()); diff != "" {
		t.Error(diff)
	}
}
