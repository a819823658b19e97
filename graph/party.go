package graph

import "dpmap/graph/law"

// State is whether a fact is recorded, and how. The zero State is unknown:
// a blank cell, "?", "tbc". Unknown is never read as fine nor as "no".
type State int

// The states of a recorded fact.
const (
	Yes State = iota + 1
	No
	NotApplicable
)

// String is "yes", "no", "n/a" or "" for unknown.
func (s State) String() string {
	return [...]string{"", "yes", "no", "n/a"}[s]
}

// Role is the part that the recipient plays in a flow (UK GDPR Art 4(7), (8),
// Art 26, Art 28(4)).
type Role int

// The roles. The zero Role is not recorded.
const (
	Controller Role = iota + 1
	JointController
	Processor
	SubProcessor
)

// String is the role's term, "" when not recorded.
func (r Role) String() string {
	return [...]string{"", "controller", "joint controller", "processor", "sub-processor"}[r]
}

// IsProcessor reports whether the recipient acts on another's instructions.
func (r Role) IsProcessor() bool { return r == Processor || r == SubProcessor }

// Place is one or more countries as a register records them. The zero Place is
// blank. The three facts about place (legal entity, hosting, remote access) are
// three Places and never merged.
type Place struct {
	Countries []string // ISO 3166-1 alpha-2, in the order written
	Open      []string // words that stand for no known country: "worldwide", "various", "Untied Kingdom"
	Text      string   // as written
	Implied   string   // "" when recorded; otherwise why it is taken so ("well-known body", "--home")
}

// IsBlank reports whether nothing at all is recorded or implied.
func (p Place) IsBlank() bool { return len(p.Countries) == 0 && len(p.Open) == 0 }

// DPF is what a register records of a US recipient's standing on the Data
// Privacy Framework list.
type DPF struct {
	Listed      State    // on the DPF list, active
	UKExtension State    // listed with the UK Extension
	Cover       []string // "HR", "non-HR"; empty: not recorded
	Checked     law.Date // the day somebody looked
	Text        string
}

// Party is an organisation, a kind of organisation or a group of people that
// sends or receives personal data.
type Party struct {
	ID          string // made of the name; unique in its Map
	Name        string
	Aliases     []string
	Kind        law.Kind
	Role        Role // played where a flow does not say otherwise
	RoleText    string
	LegalEntity string
	Country     Place // of the legal entity
	Parent      string
	Contact     string
	DPO         string
	ICO         string // ICO registration number
	DPF         DPF
	// Subject lists the scope conditions that the register records as met
	// ("subject to PIPEDA").
	Subject []law.Evidence
	Notes   string
	Source  string
	Own     bool      // the register's own controller
	Implied []Implied // facts from the table of well-known bodies
	Extra   []Extra
	At      Ref
	Reads   Reads
}

// Implied is a fact that no cell records: it follows from the table of
// well-known bodies or from a default, and every output says so.
type Implied struct {
	Field Field
	Value string
	Why   string
}

// IsImplied reports whether field's value is implied, not recorded.
func (p *Party) IsImplied(field Field) bool {
	for _, i := range p.Implied {
		if i.Field == field {
			return true
		}
	}
	return false
}

// Where is the cell that recorded field, or the party's own place.
func (p *Party) Where(field Field) Ref {
	if at, ok := p.Reads.At(field); ok {
		return at
	}
	return p.At
}
