package importers

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"dpmap/graph"
	"dpmap/graph/law"
	"dpmap/importers/column"
	"dpmap/importers/sheet"
	"dpmap/importers/words"
)

// reader holds what one Read has gathered.
type reader struct {
	o           Options
	book        *law.Book
	books       []*sheet.Workbook
	sources     []*source
	owners      []*register // one a file
	parties     *registry
	drafts      []draft
	suppliers   []supplied
	problems    problems
	accepted    []graph.Acceptance
	assumptions []string
	damaged     []error
	memos
	places map[[2]string]int // order of a file's sheet
}

func (r *reader) assume(sentence string) {
	if !slices.Contains(r.assumptions, sentence) {
		r.assumptions = append(r.assumptions, sentence)
	}
}

func checkOptions(o Options) error {
	if o.Layout != "" && !slices.ContainsFunc(column.Layouts(), func(l column.Layout) bool { return l.Rank == 3 && l.Name == o.Layout }) {
		return &FileError{Message: "layout " + words.Quote(o.Layout) + " is not known", Fix: "name one of " + layoutNames() + ", or leave --layout out to have it recognised"}
	}
	return checkHeadings(o.Headings)
}

// open opens one file and recognises its sheets.
func (r *reader) open(f File) {
	owner := &register{party: -1}
	index := len(r.owners)
	r.owners = append(r.owners, owner)
	w, err := sheet.Open(f.Name, f.Data, sheet.Limits{})
	if err != nil {
		r.damaged = append(r.damaged, fileError(f.Name, err))
		return
	}
	r.books = append(r.books, w)
	for _, sh := range w.Sheets {
		s := &source{file: f.Name, fileIndex: index, sheet: sh, alone: len(w.Sheets) == 1, owner: owner, book: r.book}
		s.count = graph.SheetCount{Name: sh.Name, Hidden: sh.Hidden}
		if s.isOwn() {
			s.passed, s.count.Own = true, true
			r.join(s)
			continue
		}
		top, err := s.recognise(r.o)
		if err != nil {
			r.damaged = append(r.damaged, fileError(f.Name, err))
			continue
		}
		panels, err := s.panels(top, r.o)
		if err != nil {
			r.damaged = append(r.damaged, fileError(f.Name, err))
			continue
		}
		for _, s := range panels {
			if r.o.Sheet != "" && s.rank() == 3 && words.Fold(r.o.Sheet) != words.Fold(sh.Name) {
				s.skip()
			}
			r.join(s)
		}
	}
}

// join adds a sheet, or a part of one, to those that are read.
func (r *reader) join(s *source) {
	s.order = len(r.sources)
	r.sources = append(r.sources, s)
}

func (r *reader) close() {
	for _, w := range r.books {
		_ = w.Close() // only memory is held
	}
}

// skip leaves a sheet's rows aside because the user named another.
func (s *source) skip() {
	s.layout, s.form, s.cols, s.head, s.passed = nil, nil, nil, 0, true
	s.count.Layout, s.count.Columns = "", nil
}

// checkSheets says so when --sheet or --layout fits nothing.
func (r *reader) checkSheets() error {
	var names []string
	for _, s := range r.sources {
		names = append(names, words.Quote(s.sheet.Name))
		if s.layout != nil && s.rank() == 3 {
			return nil
		}
	}
	at := graph.Ref{}
	if len(r.sources) > 0 {
		at.File = r.sources[0].file
	}
	switch {
	case r.o.Sheet != "" && !slices.ContainsFunc(r.sources, func(s *source) bool { return words.Fold(s.sheet.Name) == words.Fold(r.o.Sheet) }):
		return &FileError{At: at, Message: "there is no sheet " + words.Quote(r.o.Sheet), Fix: "name one of " + strings.Join(names, ", ")}
	case r.o.Layout != "":
		return &FileError{At: at, Message: "no sheet has the headings of the layout " + r.o.Layout, Fix: "leave --layout out, or name the columns with --heading"}
	}
	return nil
}

// turn orders the reading: by rank, and lists of sub-processors after the other
// flows, whose names for the supplier are better than a file's.
func (s *source) turn() int {
	if s.layout != nil && s.layout.Name == "sub-processor-list" {
		return 2*s.rank() + 1
	}
	return 2 * s.rank()
}

func (s *source) rank() int {
	if s.layout == nil {
		return 9
	}
	return s.layout.Rank
}

// read reads one sheet by its layout.
func (r *reader) read(s *source) {
	t := &tableReader{reader: r, s: s}
	if s.sheet.Hidden && !s.passed {
		r.assume("Sheet " + words.Quote(s.sheet.Name) + " of " + s.file + " is hidden and was read like the others")
	}
	if s.layout != nil {
		r.tellGuesses(s)
		r.tellBeside(s)
		r.tellKept(s)
		if s.form != nil {
			t.eachForm(rowReader(s.layout, t))
			return
		}
		t.each(rowReader(s.layout, t))
		return
	}
	wide, rows := 0, 0
	t.each(func(rec *record) outcome {
		if !s.passed {
			t.fromCover(rec.line)
		}
		switch n, _ := rec.line.ownCells(); {
		case n >= 3:
			wide++
			rows++
		case n == 2:
			rows++
		}
		return other
	})
	if !s.passed {
		r.tellRefused(s, rows, wide)
	}
}

// order is the place of a sheet among all sheets.
func (r *reader) order(at graph.Ref) int {
	if r.places == nil {
		r.places = map[[2]string]int{}
		for _, s := range r.sources {
			key := [2]string{s.file, s.sheet.Name}
			if _, twice := r.places[key]; !twice {
				r.places[key] = s.order
			}
		}
	}
	return r.places[[2]string{at.File, at.Sheet}]
}

// noFlow is the error for files that give no flow at all.
func (r *reader) noFlow() error {
	if unmet := r.unmet(); len(unmet) > 0 {
		return &FileError{At: r.firstFile(), Message: "no flow was found, and no sheet has the heading " + strings.Join(unmet, ", ") + " that --heading or the configuration teaches", Fix: "copy the heading from --explain-import, letter for letter"}
	}
	rejected := 0
	at := graph.Ref{}
	for _, s := range r.sources {
		rejected += s.count.Rejected
		if at.IsZero() {
			at.File = s.file
		}
	}
	if rejected > 0 {
		first := ""
		for _, p := range r.problems.sorted(r.order) {
			if p.Level == graph.Rejected {
				first = p.Message
				break
			}
		}
		return &FileError{At: at, Message: fmt.Sprintf("no flow was found: every row was rejected (%d), the first is %s", rejected, first), Fix: "fill in the recipients, or name their column with --heading \"Their heading=to\""}
	}
	if err := r.onlyHeadings(); err != nil {
		return err
	}
	for _, s := range r.sources {
		if s.refused != nil && !s.isSupport() {
			return &FileError{At: graph.Ref{File: s.file, Sheet: s.sheet.Name}, Message: "no flow was found: " + s.refused.sentence(), Fix: s.refused.fix()}
		}
	}
	return &FileError{At: at, Message: "no flow was found: no row looks like the headings of a table", Fix: "write the headings in one row above the data, with at least one for who receives the data, or begin from dpmap template"}
}

// fileError makes a sheet's error one of this package.
func fileError(file string, err error) error {
	var e *sheet.Error
	if errors.As(err, &e) {
		return &FileError{At: graph.Ref{File: e.File, Sheet: e.Sheet, Row: e.Row, Col: e.Col}, Message: e.What, Fix: e.Fix}
	}
	return &FileError{At: graph.Ref{File: file}, Message: err.Error(), Fix: "open it in a spreadsheet program and save it again as .xlsx"}
}
