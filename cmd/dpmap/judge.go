package main

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"dpmap/fixtures"
	"dpmap/graph"
	"dpmap/graph/law"
	"dpmap/graph/rules"
	"dpmap/importers"
	"dpmap/reports"

	"github.com/spf13/cobra"
)

// judged is a register that was read and judged, and what it was read from.
type judged struct {
	report *reports.Report
	book   *law.Book
	files  []importers.File
	paths  []string // of every file that was read, so that none is written over
	left   int      // rows that had to be left out
}

// judge reads the files named, or the embedded sample when none is, and runs
// every rule over them.
func (p *program) judge(cmd *cobra.Command, s *settings, names []string) (*judged, error) {
	if err := s.resolve(cmd); err != nil {
		return nil, err
	}
	book, err := s.book(p.today)
	if err != nil {
		return nil, err
	}
	options, err := s.options(book)
	if err != nil {
		return nil, err
	}
	j := &judged{book: book}
	if err := p.readInputs(j, s, names); err != nil {
		return nil, err
	}
	accepted, err := s.acceptances()
	if err != nil {
		return nil, err
	}
	p.progress(s, "Reading "+counted(len(j.files), "file"))
	defer p.progress(s, "")
	imported, err := importers.Read(j.files, options)
	if err != nil {
		return nil, sentences(err)
	}
	p.progress(s, "Judging "+counted(len(imported.Map.Flows()), "flow"))
	j.report = &reports.Report{
		Result:      rules.Run(imported.Map, book, rules.All(), rules.Options{Accepted: slices.Concat(imported.Accepted, accepted)}),
		Inputs:      imported.Inputs,
		Problems:    imported.Problems,
		Assumptions: imported.Assumptions,
		Version:     version,
	}
	j.report.Problems = slices.Concat(imported.Problems, idle(j.report.Result, slices.Concat(imported.Accepted, accepted)))
	for _, problem := range imported.Problems {
		if problem.Level == graph.Rejected {
			j.left++
		}
	}
	if err := p.compare(j, s); err != nil {
		return nil, err
	}
	return j, nil
}

// readInputs takes in the files named, or the sample, and tells what a folder
// leaves aside.
func (p *program) readInputs(j *judged, s *settings, names []string) error {
	j.files = []importers.File{sample()}
	if len(names) > 0 {
		var notes []string
		var err error
		if j.paths, notes, err = expand(names); err != nil {
			return err
		}
		if j.files, err = read(j.paths); err != nil {
			return err
		}
		for _, note := range notes {
			fmt.Fprintln(p.err, "dpmap:", note)
		}
	}
	j.paths = append(slices.Concat(j.paths, s.Law), s.config)
	return nil
}

// compare judges again by the law as it stands where some of it is supposed to
// have fallen, and by the built-in law where something is laid over it.
func (p *program) compare(j *judged, s *settings) error {
	if len(j.book.Without()) > 0 {
		asItStands, err := s.bookWithout(p.today, nil)
		if err != nil {
			return err
		}
		j.report.Baseline = rules.Decide(j.report.Result.Map, asItStands)
	}
	if len(j.book.Overlaid()) > 0 {
		builtIn, err := law.Open(j.book.AsAt())
		if err != nil {
			return err
		}
		j.report.BuiltIn = rules.Decide(j.report.Result.Map, builtIn)
	}
	return nil
}

// sample is the embedded register that stands in for a missing input.
func sample() importers.File {
	f := fixtures.Default()
	return importers.File{Name: f.File, Data: f.Data}
}

// sentences puts each of several joined errors on a line of its own.
func sentences(err error) error {
	joined, ok := err.(interface{ Unwrap() []error })
	if !ok {
		return err
	}
	var lines []string
	for _, e := range joined.Unwrap() {
		lines = append(lines, e.Error())
	}
	return errors.New(strings.Join(lines, "\ndpmap: "))
}

// conclude sets the exit code that findings and left-out rows call for.
func (p *program) conclude(s *settings, j *judged) {
	threshold, _ := s.threshold() // checked by resolve
	if threshold > 0 {
		for i := range j.report.Result.Findings {
			if f := &j.report.Result.Findings[i]; f.Severity >= threshold && j.report.IsOpen(f) {
				p.exit = exitFindings
				break
			}
		}
	}
	if s.Strict && j.left > 0 {
		p.exit = exitInput
		fmt.Fprintf(p.err, "dpmap: %d rows were left out and --strict was given\n", j.left)
	}
}

// tellLeftOut lists on w the rows that gave nothing, so that none is lost in
// silence.
func tellLeftOut(w io.Writer, j *judged) {
	if j.left == 0 {
		return
	}
	fmt.Fprintf(w, "%d of the rows could not be used:\n", j.left)
	for _, problem := range j.report.Problems {
		if problem.Level == graph.Rejected {
			fmt.Fprintf(w, "  %s; %s\n", problem.Message, problem.Fix)
		}
	}
}
