package graph

import (
	"slices"
	"strings"
	"testing"

	"dpmap/graph/law"
)

func TestNewKeepsOrderAndParallelFlows(t *testing.T) {
	m, err := New(Register{},
		[]Party{{ID: "school"}, {ID: "mis"}},
		[]Flow{
			{ID: "a", From: "school", To: "mis"},
			{ID: "b", From: "mis", To: "school"},
			{ID: "c", From: "school", To: "mis"},
			{ID: "d", From: "school", To: "school"},
		})
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		what string
		got  []int
		want []int
	}{
		{"between school and mis", m.Between("school", "mis"), []int{0, 2}},
		{"between mis and school", m.Between("mis", "school"), []int{1}},
		{"between mis and itself", m.Between("mis", "mis"), nil},
		{"from school", m.From("school"), []int{0, 2, 3}},
		{"to school", m.To("school"), []int{1, 3}},
		{"from nobody", m.From("nobody"), nil},
	} {
		if !slices.Equal(c.got, c.want) {
			t.Errorf("%s: got %v, want %v", c.what, c.got, c.want)
		}
	}
	if m.Index("c") != 2 || m.Flow("c") != &m.flows[2] || m.Index("x") != -1 || m.Flow("x") != nil {
		t.Error("a flow is not found by its ID, or one that is not there is")
	}
}

func TestNewNamesEveryFault(t *testing.T) {
	_, err := New(Register{},
		[]Party{{ID: "school"}, {ID: "school"}},
		[]Flow{
			{ID: "a", From: "school", To: "school"},
			{ID: "a", From: "school", To: "school"},
			{ID: "b", From: "school", To: "stranger"},
		})
	if err == nil {
		t.Fatal("no error")
	}
	for _, want := range []string{`party "school"`, `flow "a": the ID is used twice`, `flow "b"`, `"stranger"`} {
		if !strings.Contains(err.Error(), want) {
			t.Errorf("%q is not in: %v", want, err)
		}
	}
}

func TestWhatARowRecordsOutranksTheParty(t *testing.T) {
	m, err := New(Register{},
		[]Party{
			{ID: "school", Country: Place{Countries: []string{"GB"}}, Own: true},
			{ID: "mis", Country: Place{Countries: []string{"IE"}}, Role: Processor},
			{ID: "parents", Kind: law.Parents},
		},
		[]Flow{
			{ID: "a", From: "school", To: "mis"},
			{ID: "b", From: "school", To: "mis", RecipientCountry: Place{Open: []string{"worldwide"}}, Role: Controller, SenderCountry: Place{Countries: []string{"NL"}}},
			{ID: "c", From: "school", To: "parents"},
		})
	if err != nil {
		t.Fatal(err)
	}
	a, b, c := m.Flow("a"), m.Flow("b"), m.Flow("c")
	if got := m.Destination(a).Countries; !slices.Equal(got, []string{"IE"}) {
		t.Errorf("destination of a: %v", got)
	}
	if got := m.Destination(b); len(got.Countries) != 0 || !slices.Equal(got.Open, []string{"worldwide"}) {
		t.Errorf("destination of b: %+v", got)
	}
	if got := m.Origin(a).Countries; !slices.Equal(got, []string{"GB"}) {
		t.Errorf("origin of a: %v", got)
	}
	if got := m.Origin(b).Countries; !slices.Equal(got, []string{"NL"}) {
		t.Errorf("origin of b: %v", got)
	}
	if m.Role(a) != Processor || m.Role(b) != Controller || m.Role(c) != 0 {
		t.Error("a role is not the row's, or else the party's")
	}
	if m.ToSubject(a) || !m.ToSubject(c) {
		t.Error("only c goes to the data subjects or their representatives")
	}
	if m.Own() == nil || m.Own().ID != "school" {
		t.Error("the own controller is not found")
	}
}

func TestRef(t *testing.T) {
	for _, c := range []struct {
		ref  Ref
		want string
	}{
		{Ref{File: "flows.xlsx", Sheet: "Flows", Row: 7, Col: 3}, "flows.xlsx!Flows!C7"},
		{Ref{File: "flows.csv", Row: 7, Col: 28}, "flows.csv!AB7"},
		{Ref{File: "flows.xlsx", Sheet: "Flows"}, "flows.xlsx!Flows"},
		{Ref{File: "flows.xlsx", Sheet: "Flows", Row: 7}, "flows.xlsx!Flows!7"},
		{Ref{File: "f", Row: 1048576, Col: 16384}, "f!XFD1048576"},
		{Ref{}, ""},
	} {
		if got := c.ref.String(); got != c.want {
			t.Errorf("%+v: got %q, want %q", c.ref, got, c.want)
		}
	}
}

func TestWhereIsACellWhereThereIsOne(t *testing.T) {
	cell := func(col int) Ref { return Ref{File: "f.csv", Row: 7, Col: col} }
	f := Flow{At: cell(0), Reads: Reads{{FieldTo, cell(1)}, {FieldPurpose, cell(2)}, {FieldRetention, cell(3)}}}
	if got := f.Where(FieldRetention); got != cell(3) {
		t.Errorf("recorded: %v", got)
	}
	if got := f.Where(FieldSecurity); got != cell(1) {
		t.Errorf("not recorded: %v, want the recipient's cell", got)
	}
	f.Reads = f.Reads[1:]
	if got := f.Where(FieldSecurity); got != cell(2) {
		t.Errorf("recipient within the purpose: %v, want the purpose's cell", got)
	}
	f.Reads = nil
	if got := f.Where(FieldSecurity); got != f.At {
		t.Errorf("nothing read: %v, want the row", got)
	}
}
