// Package rules decides about transfers and finds breaches. A rule is one
// value; its text is the only source of every page that explains it.
package rules

import (
	"dpmap/graph"
	"dpmap/graph/law"
)

// Severity is how grave a finding of a rule is.
type Severity int

// The severities, from the least.
const (
	Low Severity = iota + 1
	Medium
	High
	Critical
)

// String is the severity's word in every output.
func (s Severity) String() string {
	return [...]string{"", "low", "medium", "high", "critical"}[s]
}

// Rule is one test of a map against the law.
type Rule struct {
	Code     string   // kebab-case: "transfer-no-safeguard"
	Title    string   // a headline, no full stop
	Severity Severity // of every finding of the rule
	Doc      string   // when it fires, when it does not, and why: plain paragraphs
	Fix      string   // what to do about a finding
	FixEU    string   // what to do under EU law, where that differs; "" where it does not
	Law      []law.Citation
	Check    func(*Pass)
}

// Finding is one breach of one rule by one flow, party or register.
type Finding struct {
	ID       string // made of the rule and of what it is about, not of row numbers
	Rule     string
	Severity Severity
	Title    string
	Message  string // thing and value; the place is At; plain text, no full stop
	Fix      string
	Law      []law.Citation
	At       graph.Ref
	Related  []graph.Ref
	Flows    []string // flow IDs
	Path     []string // party IDs, for onward transfers
	Exporter string   // party ID, for transfers
	Places   []string // of the legs that it is about: Leg.Place of each; nil when it is about no leg more than others
	Accepted *Accepted
}

// Accepted is a finding that somebody answerable has decided to live with.
type Accepted struct {
	Reason string
	By     string
	Until  law.Date
	At     graph.Ref
}

// Result is a map judged by the law of a date.
type Result struct {
	Map       *graph.Map
	Book      *law.Book
	Transfers []Transfer // one per flow, in the order of Map.Flows
	Findings  []Finding  // most severe first, then in input order
}
