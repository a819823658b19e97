package rules

import "dpmap/graph/law"

// Verdict is how a transfer stands.
type Verdict int

// The verdicts, from the best to the worst. Unprotected is a known breach and
// so outranks unknown.
const (
	Home Verdict = iota + 1
	Adequate
	Safeguarded
	Conditional // adequacy with a scope limit, and no evidence recorded that it is met
	Derogation
	Unknown
	Unprotected
)

// String is the verdict's word in every output.
func (v Verdict) String() string {
	return [...]string{"", "home", "adequate", "safeguarded", "conditional", "derogation", "unknown", "unprotected"}[v]
}

// Transfer is the decision about one flow.
type Transfer struct {
	Restricted bool       // a restricted transfer, or not known to be none
	Regime     law.Regime // the exporter's, or that of the controller in Behalf; "" for none
	Behalf     string     // party ID: the controller by whose law a hop is judged whose exporter is under neither UK nor EU law; "" for the exporter's own law
	Exporter   string     // party ID: who initiates the transfer
	Verdict    Verdict    // of the worst leg
	Instrument string     // that carries the worst leg; "" when none does
	Countries  []string   // of all legs, ISO codes
	Reason     string     // a sentence for readers, no full stop
	Legs       []Leg      // one per destination country or open word, in the order recorded

	lawless string // party ID: whose country, recorded nowhere, leaves open which law applies
}

// Leg is a transfer to one of the countries that a recipient is in.
type Leg struct {
	Country    string // ISO code; "" for a blank or for words that are no country
	Open       string // those words: "worldwide"
	Verdict    Verdict
	Instrument string // ID of what carries the leg; for conditional, what would
	Reason     string // without the country's name, no full stop

	faults   []fault // what is wrong with what the register records, for a leg that nothing carries
	decision string  // ID of the adequacy decision on the country that stands, whether or not it reaches the recipient
	beyond   string  // why an adequacy decision that stands does not reach the recipient
}

// Place is what tells a leg from the others of its transfer: its country, else
// the words that stand in its place, "" where neither is recorded.
func (l *Leg) Place() string {
	if l.Country != "" {
		return l.Country
	}
	return l.Open
}
