// Package law holds data-protection law as dated tables: which countries are
// adequate for whom and on what condition, which mechanisms carry a transfer,
// lawful bases and conditions, the words for personal data, and the bodies that
// schools share it with. A Book is that law as at one day.
//
// The tables are the CSV files in data; docs/add-a-country.md tells how to
// change them. Nothing here is legal advice: each row says where it was read,
// when, and whether that was verified.
package law

// Regime is the body of data-protection law that an exporter is under.
type Regime string

// The regimes that dpmap knows. An exporter elsewhere has none.
const (
	UK Regime = "UK"
	EU Regime = "EU"
)

// Citation names a provision and where to read it.
type Citation struct {
	Cite string
	URL  string

	Regime Regime // whose law it is; "" where it is both's, or where that is told elsewhere
	From   Date   // first day on which it stands so; zero: always
	Ends   Date   // last day on which it stood so; zero: none
}

// Country is a territory that data can be in. Code is ISO 3166-1 alpha-2.
type Country struct {
	Code string
	Name string // as readers know it: "United States"
}

// Instrument is one row of the law that can carry a transfer: an adequacy
// decision, an Article 46 mechanism or an Article 49 derogation.
type Instrument struct {
	ID     string // kebab-case, as --without and JSON name it: "uk-us-data-bridge"
	Regime Regime
	Type   InstrumentType
	Name   string // "UK-US data bridge"
	Law    Citation
	From   Date // first day in force; zero: before any date dpmap is asked about
	Ends   Date // last day in force; zero: no end is known
	// ContractBy is the last day on which a contract could be made that it carries; zero: no such day.
	ContractBy Date
	// StandsWith is the ID of the clauses that it attaches to, without which it carries nothing; "" where it stands by itself.
	StandsWith string
	// Twin is the ID of what the same words name under the other regime, "" where
	// there is none.
	Twin string
	// PublicBodies is how many of the two sides must be public bodies: 0, 1 or 2.
	PublicBodies int
	Unsafe       string   // why it never carries a transfer under its Regime ("" when it can): EU SCCs alone, Privacy Shield
	TRA          bool     // needs a transfer risk assessment (UK: data protection test; EU: TIA)
	Scope        string   // for conditional adequacy, the condition in plain words; "" when it covers every recipient
	Needs        Evidence // what evidences the scope condition
	Outside      []Kind   // kinds of recipient that the instrument does not reach
	// NotForPublicAuthority: Art 49(3): not for public authorities exercising public powers.
	NotForPublicAuthority bool
	// OccasionalOnly: may not carry regular, repeated flows.
	OccasionalOnly bool
	Watch          string // a pending challenge or review, in a sentence; "" when none is known
	WatchFrom      Date   // since when it is pending; zero: always
	Note           string
	Verified       bool
	Source         string // where the row was read
	Checked        Date   // when
}

// InstrumentType tells how an instrument carries a transfer.
type InstrumentType int

// The types of instrument.
const (
	Adequacy   InstrumentType = iota + 1 // UK GDPR Art 45A; EU GDPR Art 45
	Safeguard                            // Art 46
	Derogation                           // Art 49
)

// Evidence names what must be recorded before a conditional adequacy counts.
type Evidence string

// The evidences.
const (
	EvidenceDPFExtension Evidence = "dpf-uk-extension" // active DPF listing with the UK Extension
	EvidenceDPF          Evidence = "dpf"              // active DPF listing
	EvidencePIPEDA       Evidence = "pipeda"
	EvidenceAPPI         Evidence = "appi"
	EvidencePIPA         Evidence = "pipa"
	EvidenceAutomated    Evidence = "automated" // Israel: met by any electronic flow, needs no record
	EvidenceLGPD         Evidence = "lgpd"
)

// Basis is an Art 6(1) lawful basis.
type Basis struct {
	ID   string // "6(1)(c)"
	Name string // "Legal obligation"
	// Condition is the Art 9(2) condition that the same words also state, ""
	// where there is none: consent and vital interests stand in both articles.
	Condition string
	From      Date
	Regime    Regime // the only regime that has it; "" when both do
	// NotForPublicTasks: not open to public authorities performing their tasks.
	NotForPublicTasks bool
	Law               Citation
	Verified          bool
}

// Condition is an Art 9(2) condition.
type Condition struct {
	ID             string // "9(2)(g)"
	Name           string
	NeedsSchedule1 bool // DPA 2018 s.10
	// PolicyDocument: an appropriate policy document is due whichever Schedule 1
	// condition serves it; where it depends, the Schedule 1 row decides.
	PolicyDocument bool
	Law            Citation
	Verified       bool
}

// Schedule1Condition is a condition of DPA 2018 Schedule 1.
type Schedule1Condition struct {
	ID             string   // "sch1-18"
	Name           string   // "Safeguarding of children and of individuals at risk"
	Part           int      // 1, 2 or 3
	Serves         []string // the Art 9(2) conditions that it completes
	PolicyDocument bool
	// NoPolicyTo are kinds of recipient to whom disclosure needs no policy document.
	NoPolicyTo []Kind
	// Reaches are the only kinds of data that the condition serves, by the words
	// of its paragraph; empty: every kind.
	Reaches  []string
	Law      Citation
	Verified bool
}

// Term is a word of the vocabulary of personal data.
type Term struct {
	Word     string
	Class    Class
	Kind     string // "health", "racial or ethnic origin", ...
	Note     string
	Law      Citation
	Verified bool
}

// Body is a body that UK schools share data with, or a generic kind of one.
// Its facts are implied: shown as such and overridden by anything recorded.
type Body struct {
	ID       string
	Name     string // the canonical name: "Department for Education"
	Aliases  []string
	Generic  bool // a kind of body ("exam boards"), not one legal person
	Kind     Kind
	Country  string // ISO code; "" when the kind of body has no one country
	Role     string // "controller" where bodies of this sort act as one; "" when it depends
	Source   string
	Verified bool
}
