// Package reports writes what a judged map has to say: one file per output.
package reports

import (
	"dpmap/graph"
	"dpmap/graph/rules"
)

// Report is all that an output can draw on. Outputs only read it, so the same
// report gives the same bytes.
type Report struct {
	Result      *rules.Result // the map, the law book, transfers, findings
	Inputs      []graph.Input
	Problems    []graph.Problem
	Assumptions []string
	// Baseline is the transfers by the law without what is supposed fallen, one a
	// flow; nil where nothing is supposed.
	Baseline []rules.Transfer
	// BuiltIn is the transfers by the built-in law alone, with neither what is laid
	// over it nor what is supposed, one a flow; nil where nothing is laid over it.
	BuiltIn []rules.Transfer
	Version string // of dpmap
}
