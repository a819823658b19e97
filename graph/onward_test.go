package graph

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	dgraph "github.com/dominikbraun/graph"
	"pgregory.net/rapid"
)

// network draws a small map: parties p0.., flows between any of them, each with
// none to three of three categories.
func network(t *rapid.T) *Map {
	n := rapid.IntRange(1, 6).Draw(t, "parties")
	parties := make([]Party, n)
	for i := range parties {
		parties[i] = Party{ID: fmt.Sprint("p", i), Name: fmt.Sprint("P", i)}
	}
	flows := make([]Flow, rapid.IntRange(1, 12).Draw(t, "flows"))
	for i := range flows {
		f := Flow{ID: fmt.Sprint("f", i)}
		f.From = parties[rapid.IntRange(0, n-1).Draw(t, "from")].ID
		f.To = parties[rapid.IntRange(0, n-1).Draw(t, "to")].ID
		for _, c := range rapid.SliceOfN(rapid.SampledFrom([]string{"Name", "health", "photo", "NAME "}), 0, 3).Draw(t, "categories") {
			f.Categories = append(f.Categories, Category{Name: c})
		}
		flows[i] = f
	}
	m, err := New(Register{}, parties, flows)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// walk is the twin of Onward: it tries every chain of flows without going
// through a party twice, and keeps the shortest to each later flow.
func walk(m *Map, start int) map[int]int {
	names := func(f int) []string {
		var l []string
		for _, c := range m.flows[f].Categories {
			l = append(l, fold(c.Name))
		}
		return l
	}
	wanted := names(start)
	if len(wanted) == 0 {
		wanted = []string{""}
	}
	shortest := map[int]int{}
	var step func(path []int, seen []string, category string)
	step = func(path []int, seen []string, category string) {
		at := m.flows[path[len(path)-1]].To
		if slices.Contains(seen, at) {
			return
		}
		for f := range m.flows {
			flow := m.flows[f]
			if flow.From != at || flow.From == flow.To {
				continue
			}
			if l := names(f); category != "" && len(l) > 0 && !slices.Contains(l, category) {
				continue
			}
			next := append(slices.Clone(path), f)
			if best, ok := shortest[f]; !ok || len(next) < best {
				shortest[f] = len(next)
			}
			step(next, append(slices.Clone(seen), at), category)
		}
	}
	for _, c := range wanted {
		step([]int{start}, []string{m.flows[start].From}, c)
	}
	return shortest
}

func TestOnwardIsTheBruteForceWalk(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := network(t)
		for start := range m.flows {
			want := walk(m, start)
			got := map[int]int{}
			for _, o := range m.Onward(start) {
				last := o.Path[len(o.Path)-1]
				if _, twice := got[last]; twice {
					t.Fatalf("flow %d is told twice from %d", last, start)
				}
				got[last] = len(o.Path)
				for i := 1; i < len(o.Path); i++ {
					if m.flows[o.Path[i-1]].To != m.flows[o.Path[i]].From {
						t.Fatalf("path %v is broken at hop %d", o.Path, i)
					}
				}
				assumed := len(m.flows[start].Categories) == 0
				for _, f := range o.Path[1:] {
					assumed = assumed || len(m.flows[f].Categories) == 0
				}
				if assumed != o.Assumed {
					t.Fatalf("path %v: assumed is %v", o.Path, o.Assumed)
				}
			}
			if fmt.Sprint(got) != fmt.Sprint(want) {
				t.Fatalf("from flow %d: got %v, want %v (flow: length)", start, got, want)
			}
		}
	})
}

// Where every flow may carry anything, the hops of an onward path are the
// library's shortest path from the recipient.
func TestOnwardAgreesWithTheLibrary(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := network(t)
		for i := range m.flows {
			m.flows[i].Categories = nil
		}
		m.intern()
		for start, flow := range m.flows {
			without := dgraph.New(dgraph.StringHash, dgraph.Directed())
			for _, p := range m.parties {
				_ = without.AddVertex(p.ID)
			}
			for _, f := range m.flows {
				if f.From != flow.From {
					_ = without.AddEdge(f.From, f.To)
				}
			}
			for _, o := range m.Onward(start) {
				last := m.flows[o.Path[len(o.Path)-1]]
				path, err := dgraph.ShortestPath(without, flow.To, last.From)
				if err != nil {
					t.Fatalf("the library finds no way from %s to %s: %v", flow.To, last.From, err)
				}
				if len(path) != len(o.Path)-1 {
					t.Fatalf("path %v has %d senders, the library's %v", o.Path, len(o.Path)-1, path)
				}
			}
		}
	})
}

func TestOnward(t *testing.T) {
	category := func(names ...string) (l []Category) {
		for _, n := range names {
			l = append(l, Category{Name: n})
		}
		return l
	}
	parties := []Party{{ID: "school"}, {ID: "mis"}, {ID: "host"}, {ID: "support"}}
	m, err := New(Register{}, parties, []Flow{
		{ID: "0", From: "school", To: "mis", Categories: category("Health", "Name")},
		{ID: "1", From: "mis", To: "host", Categories: category("health")},
		{ID: "2", From: "mis", To: "support"},
		{ID: "3", From: "host", To: "support", Categories: category("Health")},
		{ID: "4", From: "support", To: "school", Categories: category("Health")},
		{ID: "5", From: "school", To: "host", Categories: category("Health")},
		{ID: "6", From: "mis", To: "mis", Categories: category("Health")},
		{ID: "7", From: "mis", To: "host", Categories: category("Photo")},
	})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, o := range m.Onward(0) {
		got = append(got, fmt.Sprint(o.Path, o.Categories, o.Assumed))
	}
	want := []string{
		"[0 1] [Health] false",
		"[0 2] [Health Name] true",
		"[0 1 3] [Health] false",
		"[0 2 4] [Health] true",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}

// TestOnwardPastEndedFlows: a flow that has ended carries nothing, and hides no
// longer way; nor does the order of rows choose the way that is told.
func TestOnwardPastEndedFlows(t *testing.T) {
	parties := []Party{{ID: "school"}, {ID: "mis"}, {ID: "host"}, {ID: "mirror"}, {ID: "support"}}
	flows := []Flow{
		{ID: "a", From: "school", To: "mis"},
		{ID: "b", From: "mis", To: "support", Status: Ended},
		{ID: "d", From: "mis", To: "mirror"},
		{ID: "c", From: "mis", To: "host"},
		{ID: "f", From: "mirror", To: "support"},
		{ID: "e", From: "host", To: "support"},
		{ID: "g", From: "support", To: "host"},
	}
	want := []string{"ac", "ad", "ace", "adf", "aceg"}
	for range flows[1:] {
		flows = append(flows[:1:1], append(slices.Clone(flows[2:]), flows[1])...)
		m, err := New(Register{}, parties, flows)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, o := range m.Onward(0) {
			path := ""
			for _, i := range o.Path {
				path += flows[i].ID
			}
			got = append(got, path)
		}
		slices.SortStableFunc(got, func(a, b string) int { return len(a)*1000 - len(b)*1000 + strings.Compare(a, b) })
		if !slices.Equal(got, want) {
			t.Errorf("got %v, want %v", got, want)
		}
	}
}

func BenchmarkOnward(b *testing.B) {
	for _, suppliers := range []int{1_000, 10_000} {
		b.Run(fmt.Sprint(suppliers), func(b *testing.B) {
			parties := []Party{{ID: "school"}}
			var flows []Flow
			last := "school"
			for i := range suppliers {
				id := fmt.Sprint("s", i)
				parties = append(parties, Party{ID: id})
				for _, from := range []string{last, "s0", fmt.Sprint("s", i/2)} {
					flows = append(flows, Flow{ID: fmt.Sprint(len(flows)), From: from, To: id, Categories: []Category{{Name: "health"}}})
				}
				last = fmt.Sprint("s", i/3)
			}
			m, err := New(Register{}, parties, flows)
			if err != nil {
				b.Fatal(err)
			}
			for b.Loop() {
				m.Onward(0)
			}
		})
	}
}
