package graph

import (
	"errors"
	"fmt"
	"slices"

	"dpmap/graph/law"

	dgraph "github.com/dominikbraun/graph"
)

// Map is a directed multigraph: parties, and any number of flows between each
// ordered pair of them. It does not change once built; what it returns belongs
// to it and is only to be read.
type Map struct {
	register Register
	parties  []Party
	flows    []Flow

	party map[string]int // by ID
	flow  map[string]int // by ID
	out   [][]int        // flows by sender, in input order; index as parties
	in    [][]int        // flows by recipient
	sends [][]int        // flows by sender, in the order of their IDs

	category map[string]int // by folded name
	carried  [][]int        // categories by flow, each once, in the flow's order

	// library holds one edge per ordered pair of parties, whose data are the
	// indexes of the flows between them.
	library dgraph.Graph[string, *Party]
}

// New builds a Map. Parties need IDs that are unique, flows too, and each flow
// must run between parties of the Map; otherwise the error names all that do
// not fit. The slices belong to the Map from then on.
func New(register Register, parties []Party, flows []Flow) (*Map, error) {
	m := &Map{
		register: register,
		parties:  parties,
		flows:    flows,
		party:    make(map[string]int, len(parties)),
		flow:     make(map[string]int, len(flows)),
		out:      make([][]int, len(parties)),
		in:       make([][]int, len(parties)),
		library:  dgraph.New(func(p *Party) string { return p.ID }, dgraph.Directed()),
	}
	var faults []error
	for i := range parties {
		id := parties[i].ID
		if err := m.library.AddVertex(&parties[i]); err != nil {
			faults = append(faults, fmt.Errorf("party %q: %w", id, err))
			continue
		}
		m.party[id] = i
	}
	pairs := map[[2]int][]int{}
	var order [][2]int
	for i := range flows {
		pair, err := m.place(i)
		if err != nil {
			faults = append(faults, err)
			continue
		}
		if pairs[pair] == nil {
			order = append(order, pair)
		}
		pairs[pair] = append(pairs[pair], i)
	}
	for _, pair := range order {
		err := m.library.AddEdge(parties[pair[0]].ID, parties[pair[1]].ID, dgraph.EdgeData(pairs[pair]))
		if err != nil {
			faults = append(faults, err)
		}
	}
	if err := errors.Join(faults...); err != nil {
		return nil, err
	}
	m.intern()
	return m, nil
}

// place puts flow i between its parties and returns their indexes.
func (m *Map) place(i int) (pair [2]int, err error) {
	f := &m.flows[i]
	from, okFrom := m.party[f.From]
	to, okTo := m.party[f.To]
	if !okFrom || !okTo {
		return pair, fmt.Errorf("flow %q: from %q to %q: not both are parties of the map", f.ID, f.From, f.To)
	}
	if _, twice := m.flow[f.ID]; twice {
		return pair, fmt.Errorf("flow %q: the ID is used twice", f.ID)
	}
	m.flow[f.ID] = i
	m.out[from] = append(m.out[from], i)
	m.in[to] = append(m.in[to], i)
	return [2]int{from, to}, nil
}

// Register is what the inputs say of the register itself.
func (m *Map) Register() Register { return m.register }

// Parties are all parties in input order.
func (m *Map) Parties() []Party { return slices.Clip(m.parties) }

// Flows are all flows in input order.
func (m *Map) Flows() []Flow { return slices.Clip(m.flows) }

// Party is the party with the ID, nil when the map has none.
func (m *Map) Party(id string) *Party {
	if i, ok := m.party[id]; ok {
		return &m.parties[i]
	}
	return nil
}

// Flow is the flow with the ID, nil when the map has none.
func (m *Map) Flow(id string) *Flow {
	if i, ok := m.flow[id]; ok {
		return &m.flows[i]
	}
	return nil
}

// Index is the place of a flow in Flows, -1 when the map has none of that ID.
func (m *Map) Index(flowID string) int {
	if i, ok := m.flow[flowID]; ok {
		return i
	}
	return -1
}

// From lists the flows that a party sends, in input order, as indexes of Flows.
func (m *Map) From(partyID string) []int {
	if i, ok := m.party[partyID]; ok {
		return slices.Clip(m.out[i])
	}
	return nil
}

// To lists the flows that a party receives, likewise.
func (m *Map) To(partyID string) []int {
	if i, ok := m.party[partyID]; ok {
		return slices.Clip(m.in[i])
	}
	return nil
}

// Between lists the flows from one party to another, in input order, as indexes
// of Flows.
func (m *Map) Between(from, to string) []int {
	edge, err := m.library.Edge(from, to)
	if err != nil {
		return nil
	}
	flows, _ := edge.Properties.Data.([]int)
	return slices.Clip(flows)
}

// Own is the register's own controller, nil when several registers were read
// or none says whose it is.
func (m *Map) Own() *Party {
	var own *Party
	for i := range m.parties {
		if !m.parties[i].Own {
			continue
		}
		if own != nil {
			return nil
		}
		own = &m.parties[i]
	}
	return own
}

// Origin is where the sender of a flow is: what its row records, else the
// party's own country.
func (m *Map) Origin(f *Flow) Place {
	if !f.SenderCountry.IsBlank() {
		return f.SenderCountry
	}
	if p := m.Party(f.From); p != nil {
		return p.Country
	}
	return Place{}
}

// Destination is where the recipient's legal entity is: what the flow's row
// records, else the party's own country.
func (m *Map) Destination(f *Flow) Place {
	if !f.RecipientCountry.IsBlank() {
		return f.RecipientCountry
	}
	if p := m.Party(f.To); p != nil {
		return p.Country
	}
	return Place{}
}

// Role is the recipient's role in a flow: what its row records, else the
// party's own.
func (m *Map) Role(f *Flow) Role {
	if f.Role != 0 {
		return f.Role
	}
	if p := m.Party(f.To); p != nil {
		return p.Role
	}
	return 0
}

// ToSubject reports whether a flow goes to the people it is about, or to those
// who act for them.
func (m *Map) ToSubject(f *Flow) bool {
	p := m.Party(f.To)
	return p != nil && p.Kind.IsSubject()
}

// KindOf is the kind of a party, "" when unknown.
func (m *Map) KindOf(partyID string) law.Kind {
	if p := m.Party(partyID); p != nil {
		return p.Kind
	}
	return ""
}
