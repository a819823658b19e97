// Package importers turns spreadsheets into a map: parties, flows, and an
// account of every row.
//
// A sheet's layout is recognised by its headings (package column);
// what a cell says is read by words and by the law book (package cell). What
// is blank or unknown stays so: nothing is guessed, and what is implied says
// that it is.
package importers

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"slices"

	"dpmap/graph"
	"dpmap/graph/law"
	"dpmap/importers/column"
)

// File is one input, whole.
type File struct {
	Name string // as messages name it: a base name
	Data []byte
}

// Heading is a heading and the field that the user says it is.
type Heading = column.Heading

// Options of an import.
type Options struct {
	Book     *law.Book        // vocabulary, countries, bodies
	Home     string           // ISO code of the register's own controller where none is recorded; "" is GB
	Layout   string           // "" recognises
	Sheet    string           // "" reads all
	Headings []column.Heading // what the user taught
	Supplier string           // whose sub-processors a sub-processor list names
	// Controller names the register's own controller where the inputs do not.
	Controller string
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
func (e *FileError) Error() string {
	sentence := e.Message + ": " + e.Fix
	if e.At.IsZero() {
		return sentence
	}
	return e.At.String() + ": " + sentence
}

// Read reads all files into one map. A file that cannot be read at all, or
// files that give no flow, are a *FileError (several joined); everything less is a
// Problem. The files are read in the order given, and the same files give the
// same map.
func Read(files []File, o Options) (*Import, error) {
	r, err := opened(files, o)
	if err != nil {
		return nil, err
	}
	defer r.close()
	if err := r.checkSheets(); err != nil {
		return nil, err
	}
	// What names parties is read before what uses them, whatever the order of
	// the sheets.
	byRank := slices.Clone(r.sources)
	slices.SortStableFunc(byRank, func(a, b *source) int { return a.turn() - b.turn() })
	for _, s := range byRank {
		r.read(s)
	}
	if len(r.damaged) > 0 {
		return nil, errors.Join(r.damaged...)
	}
	return r.finish(files)
}

// opened opens files and tells the layout of each of their sheets; the caller
// closes them. Every damaged file is an error.
func opened(files []File, o Options) (*reader, error) {
	if err := checkOptions(o); err != nil {
		return nil, err
	}
	r := &reader{o: o, book: o.Book, parties: newRegistry(o.Book)}
	if o.Home != "" {
		r.parties.home = o.Home
	}
	for _, f := range files {
		r.open(f)
	}
	if len(r.damaged) > 0 {
		r.close()
		return nil, errors.Join(r.damaged...)
	}
	return r, nil
}

// Recognise tells what the sheets of files and their columns would be taken
// for, without reading the rows: of files that give no flow, too. Counts are
// zero.
func Recognise(files []File, o Options) ([]graph.Input, error) {
	r, err := opened(files, o)
	if err != nil {
		return nil, err
	}
	defer r.close()
	return r.inputs(files), nil
}

// finish makes the map of what was read.
func (r *reader) finish(files []File) (*Import, error) {
	r.joinSuppliers()
	if len(r.drafts) == 0 {
		return nil, r.noFlow()
	}
	r.tellTaught()
	slices.SortStableFunc(r.drafts, func(a, b draft) int { return r.order(a.At) - r.order(b.At) })
	r.settleControllers()
	r.settleCountries()
	r.parties.identify()
	identifyFlows(r.drafts, r.parties.parties)
	flows := make([]graph.Flow, 0, len(r.drafts))
	for i := range r.drafts {
		d := &r.drafts[i]
		d.From, d.To = r.parties.parties[d.from].ID, r.parties.parties[d.to].ID
		inferConditions(r.book, &d.Flow)
		flows = append(flows, d.Flow)
	}
	m, err := graph.New(r.register(), r.parties.parties, flows)
	if err != nil {
		return nil, err
	}
	return &Import{
		Map:         m,
		Inputs:      r.inputs(files),
		Problems:    r.problems.sorted(r.order),
		Accepted:    r.accepted,
		Assumptions: r.assumptions,
	}, nil
}

func (r *reader) inputs(files []File) []graph.Input {
	var out []graph.Input
	for i, f := range files {
		sum := sha256.Sum256(f.Data)
		in := graph.Input{File: f.Name, SHA256: hex.EncodeToString(sum[:])}
		for _, s := range r.sources {
			if s.fileIndex == i {
				in.Sheets = append(in.Sheets, s.count)
			}
		}
		out = append(out, in)
	}
	return out
}
