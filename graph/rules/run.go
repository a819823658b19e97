package rules

import (
	"dpmap/graph"
	"dpmap/graph/law"
)

// STUB: signatures are the contract.

// Options of a run.
type Options struct {
	Accepted []graph.Acceptance
}

// All lists every rule in the order of docs/rules.md.
func All() []Rule { return nil }

// Run judges a map by a book with the rules given.
func Run(m *graph.Map, book *law.Book, rules []Rule, o Options) *Result {
	return &Result{Map: m, Book: book, Transfers: make([]Transfer, len(m.Flows()))}
}
