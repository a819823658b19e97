// Package importers turns spreadsheets into a map: parties, flows, and an
// account of every row.
package importers

import (
	"dpmap/graph"
	"dpmap/graph/law"
)

// STUB: the types and Read's signature are the contract.

// File is one input, whole.
type File struct {
	Name string // as messages name it: a base name
	Data []byte
}

// Options of an import.
type Options struct {
	Book     *law.Book // vocabulary, countries, bodies
	Home     string    // ISO code of the register's own controller where none is recorded; "" is GB
	Layout   string    // "" recognises
	Sheet    string    // "" reads all
	Headings []Heading // what the user taught
	Supplier string    // whose sub-processors a sub-processor list names
}

// Heading teaches the importer one heading.
type Heading struct {
	Heading string
	Field   graph.Field
}

// Import is what was read.
type Import struct {
	Map         *graph.Map
	Inputs      []graph.Input
	Problems    []graph.Problem // sorted by place
	Accepted    []graph.Acceptance
	Assumptions []string // what was taken for granted, in sentences for readers: the home country, the sender
}

// FileError is a file that cannot be used at all.
type FileError struct {
	At      graph.Ref
	Message string
	Fix     string
}

// Error is the sentence that the user reads.
func (e *FileError) Error() string { return e.At.String() + ": " + e.Message + ": " + e.Fix }

// Read reads all files into one map. A file that cannot be read at all, or
// files that give no flow, are a *FileError (several joined); everything less is a
// Problem.
func Read(files []File, o Options) (*Import, error) { return nil, nil }
