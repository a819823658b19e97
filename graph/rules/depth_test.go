package rules_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"dpmap/graph"
	"dpmap/graph/law"
	"dpmap/graph/rules"
)

// longChain is a school whose data goes on from processor to processor, n
// flows long, between countries that nothing covers; every tenth sends back to
// the one before it, and every eleventh to itself.
func longChain(t testing.TB, n int) *graph.Map {
	t.Helper()
	names := []graph.Category{{Name: "Names"}}
	parties := []graph.Party{{ID: "p0", Name: "School", Kind: law.School, Country: place("GB"), Own: true}}
	var flows []graph.Flow
	add := func(from, to int) {
		flows = append(flows, graph.Flow{ID: fmt.Sprint("f", len(flows)), From: fmt.Sprint("p", from), To: fmt.Sprint("p", to), Role: graph.Processor, Categories: names})
	}
	for i := 1; i <= n; i++ {
		parties = append(parties, graph.Party{ID: fmt.Sprint("p", i), Name: fmt.Sprint("Party ", i), Country: place([]string{"IN", "CN"}[i%2])})
		add(i-1, i)
		switch {
		case i%10 == 0:
			add(i, i-1)
		case i%11 == 0:
			add(i, i)
		}
	}
	m, err := graph.New(graph.Register{}, parties, flows)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// TestLongChain: in a chain of a thousand hops each that nothing covers is told
// once, near ones with their way and far ones as their exporter's transfer, and
// no message grows with the chain.
func TestLongChain(t *testing.T) {
	book, err := law.Open(law.Day(2026, time.November, 22))
	if err != nil {
		t.Fatal(err)
	}
	m := longChain(t, 1000)
	result := rules.Run(m, book, rules.All(), rules.Options{})
	told := map[string][]string{}
	for _, f := range result.Findings {
		if len(f.Message) > 5000 {
			t.Errorf("%s tells %d bytes", f.ID, len(f.Message))
		}
		switch f.Rule {
		case "transfer-no-safeguard":
			told[f.Flows[0]] = append(told[f.Flows[0]], f.Rule)
		case "transfer-onward":
			last := f.Flows[len(f.Path)-2] // a way of n parties has n-1 flows
			told[last] = append(told[last], f.Rule)
		}
	}
	flows := m.Flows()
	for i, transfer := range result.Transfers {
		if want := transfer.Verdict == rules.Unprotected; want != (len(told[flows[i].ID]) == 1) {
			t.Errorf("%s, %s: told %s", flows[i].ID, transfer.Verdict, strings.Join(told[flows[i].ID], " "))
		}
	}
	if near, far := told["f10"], told["f900"]; !slices.Equal(near, []string{"transfer-onward"}) || !slices.Equal(far, []string{"transfer-no-safeguard"}) {
		t.Errorf("near is told as %s, far as %s", near, far)
	}
}

// BenchmarkLongChain judges chains of processors.
func BenchmarkLongChain(b *testing.B) {
	book, err := law.Open(law.Day(2026, time.November, 22))
	if err != nil {
		b.Fatal(err)
	}
	for _, n := range []int{1_000, 10_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			m := longChain(b, n)
			b.ReportAllocs()
			for b.Loop() {
				rules.Run(m, book, rules.All(), rules.Options{})
			}
		})
	}
}
