package graph

import (
	"slices"

	"dpmap/graph/law"
)

// Flow is personal data that goes from one party to another for one purpose.
// A flow from a party to itself is its own use of data.
type Flow struct {
	ID       string // made of the ref, or of names and purpose; unique in its Map, the same when rows move
	Activity string // flows of one row (one activity with several recipients) share it
	Ref      string
	From, To string // party IDs

	SenderCountry    Place // as this row records it; blank: the party's own
	RecipientCountry Place

	Purpose    string
	Subjects   []string
	Categories []Category
	Special    Declared // the register's own special-category column

	Bases      []Stated // Art 6(1), IDs as "6(1)(c)"
	Conditions []Stated // Art 9(2), IDs as "9(2)(g)"
	Schedule1  []Stated // DPA 2018 Sch 1, IDs as "sch1-18"
	Consent    Consent

	Role           Role   // of the recipient in this flow; zero: the party's own
	RoleText       string // as written
	Agreement      Agreement
	Safeguards     []Safeguard
	RiskAssessment Evidence
	Hosting        Place
	Access         Place
	NoTransfer     Value // the cell that says that nothing goes outside the UK or the EEA; blank: none says so

	Method    string
	Security  string
	Retention string
	Frequency Frequency
	System    string

	Notice   Evidence
	DPIA     Evidence
	Policy   Evidence // appropriate policy document
	Owner    string
	Reviewed law.Date
	Status   Status
	Source   string
	Notes    string

	Implied []Implied
	Extra   []Extra
	At      Ref
	Reads   Reads
}

// Category is a kind of personal data as the register names it, classed by the
// vocabulary of the law.
type Category struct {
	Name  string
	Class law.Class
	Kind  string // "health"; "" for ordinary data
	Word  string // the word that decided the class; "" when none did
	At    Ref
}

// Declared is what the register's own column says of special-category data.
type Declared struct {
	State State
	Kinds []string // the kinds it names
	Text  string
}

// Stated is a provision that a cell states.
type Stated struct {
	ID       string
	Text     string   // the words it was read from
	Covers   []string // names of the categories it was stated for; empty: the whole flow
	Inferred bool     // read from the words of another cell: "consent" as basis of special-category data
	At       Ref
}

// Consent is what is recorded of the data subjects' consent.
type Consent struct {
	State    State // Yes: given; No: refused or withdrawn
	Explicit State
	By       string
	How      string
	Date     law.Date
	Text     string
}

// Frequency is how often data goes.
type Frequency struct {
	Text    string
	OneOff  bool // one-off, occasional, ad hoc
	Regular bool // daily, termly, annually, continuous; neither: unknown
}

// Agreement is the contract or arrangement under which data goes.
type Agreement struct {
	State  State // Yes: in place and signed; No: recorded as absent or unsigned
	Kind   AgreementKind
	Signed law.Date
	Ends   law.Date
	Text   string
}

// AgreementKind is what sort of agreement is recorded.
type AgreementKind int

// The kinds of agreement. The zero kind is unknown: "yes" in a column headed
// "Agreement" does not say which.
const (
	ProcessingAgreement AgreementKind = iota + 1 // Art 28(3)
	SharingAgreement                             // controller to controller
	JointArrangement                             // Art 26
	TransferAgreement                            // an IDTA or clauses and nothing else
	OtherAgreement                               // "contract", "terms of service"
)

// String is the agreement's usual name, "" when unknown.
func (k AgreementKind) String() string {
	return [...]string{"", "data processing agreement", "data sharing agreement", "joint controller arrangement", "transfer agreement", "contract"}[k]
}

// Safeguard is a transfer mechanism as recorded. ID is an instrument of the law
// book, or one of the words below for what names no instrument.
type Safeguard struct {
	ID   string
	Date law.Date
	Ends law.Date
	Text string
	At   Ref
}

// What registers record in place of an instrument.
const (
	SafeguardSCC      = "scc"      // "SCCs" without saying which
	SafeguardAdequacy = "adequacy" // adequacy claimed: checked, never believed
	SafeguardDPF      = "dpf"      // DPF claimed without the UK Extension
	SafeguardOther    = "other"    // words that name no instrument
	SafeguardNone     = "none"     // recorded as none
	SafeguardBCR      = "bcr"      // binding corporate rules without saying whose: the UK's or the EU's
	SafeguardEnded    = "ended"    // an instrument recorded as over, without the day
	SafeguardDoubtful = "doubtful" // an instrument of which the words leave open whether it is in place
)

// Evidence is a document that the register says exists, or says does not.
type Evidence struct {
	State State
	Date  law.Date
	Ends  law.Date // the last day on which it is good, where the register says so
	Text  string
}

// Status is whether a flow runs. The zero Status is not recorded and counts as
// live.
type Status int

// The statuses.
const (
	Live Status = iota + 1
	Proposed
	Ended
)

// String is "live", "proposed", "ended", or "" when not recorded.
func (s Status) String() string { return [...]string{"", "live", "proposed", "ended"}[s] }

// Where is the cell that recorded field. What no cell recorded is pointed to by
// the cell that names the recipient, or else the purpose, or else by the row.
func (f *Flow) Where(field Field) Ref {
	for _, field := range []Field{field, FieldTo, FieldPurpose} {
		if at, ok := f.Reads.At(field); ok {
			return at
		}
	}
	return f.At
}

// Has reports whether the flow carries a category of the class by the
// vocabulary's own words.
func (f *Flow) Has(class law.Class) bool {
	for _, c := range f.Categories {
		if c.Class == class {
			return true
		}
	}
	return false
}

// IsSpecial reports whether the flow carries special-category data: by the
// words of its categories, or because the register says so.
func (f *Flow) IsSpecial() bool {
	return f.Has(law.Special) || f.Special.State == Yes
}

// Records reports whether the flow records data of a term's kind: by a category,
// or by the kinds that the register declares. A register that says only that
// there is special-category data records biometric and criminal-offence data by
// nothing: each has a law of its own.
func (f *Flow) Records(t law.Term) bool {
	for _, c := range f.Categories {
		if c.Class == t.Class && law.OneKind(c.Kind, t.Kind) {
			return true
		}
	}
	if f.Special.State != Yes {
		return false
	}
	if len(f.Special.Kinds) == 0 {
		return t.Class == law.Special && !law.IsBiometricKind(t.Kind)
	}
	return slices.ContainsFunc(f.Special.Kinds, func(kind string) bool { return law.OneKind(kind, t.Kind) })
}

// IsOwnUse reports whether data stays with the party that has it.
func (f *Flow) IsOwnUse() bool { return f.From == f.To }
