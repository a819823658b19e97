package law

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
)

// Overlay is a CSV table of a user's own that is laid over the built-in law:
// docs/add-a-country.md tells what it may hold.
type Overlay struct {
	File string // as faults name it
	Data []byte
}

// Overlaid is one row of an overlay and what it changed.
type Overlaid struct {
	Table  string // adequacy, mechanisms or terms
	ID     string // of the instrument, or the word
	Regime Regime // of the instrument
	Change string // in words, no full stop
	File   string
	Row    int
}

// String is the row in words: "uk-korea (UK): ends: 2026-12-31, was blank".
func (o Overlaid) String() string {
	if o.Regime == "" {
		return fmt.Sprintf("%q: %s", o.ID, o.Change)
	}
	return fmt.Sprintf("%s (%s): %s", o.ID, o.Regime, o.Change)
}

// Overlaid lists what overlays added to the built-in law or changed in it, in
// their order.
func (b *Book) Overlaid() []Overlaid { return slices.Clone(b.overlaid) }

// LaidMechanisms lists the mechanisms that overlays added or changed. Registers
// name those by their ID or name, since dpmap knows no other words for them.
func (b *Book) LaidMechanisms() []Instrument {
	var list []Instrument
	for _, o := range b.overlaid {
		if i, ok := b.InstrumentFor(o.Regime, o.ID); ok && o.Table == mechanismTable {
			list = append(list, i)
		}
	}
	return list
}

// lay returns the tables with overlays laid over them. The tables themselves
// stay as they are: every other Book shares them.
func (t *tables) lay(overlays []Overlay) (*tables, []Overlaid, error) {
	over := *t
	over.instruments = slices.Clone(t.instruments)
	over.vocabulary.byFirst = maps.Clone(t.vocabulary.byFirst)
	var list []Overlaid
	var errs []error
	for _, o := range overlays {
		file := readOverlay(o, &errs)
		seen := map[string]int{}
		for _, r := range file.rows {
			done, ok := over.layRow(file.terms, r)
			if !ok {
				continue
			}
			key := string(done.Regime) + " " + strings.ToLower(done.ID)
			if first := seen[key]; first > 0 {
				r.fault("%s stands in row %d too; keep one of the two", strings.TrimSpace(key), first)
			}
			seen[key] = r.line
			list = append(list, done)
		}
	}
	return &over, list, errors.Join(errs...)
}

func (t *tables) layRow(isTerm bool, r row) (Overlaid, bool) {
	before := len(*r.errs)
	var done Overlaid
	if isTerm {
		done = t.layTerm(r)
	} else {
		done = t.layInstrument(r)
	}
	done.File, done.Row = r.table, r.line
	return done, len(*r.errs) == before
}

// layInstrument adds an instrument, or changes the one of the same id and
// regime.
func (t *tables) layInstrument(r row) Overlaid {
	id, regime := r.text("id"), Regime(r.text("regime"))
	at := slices.IndexFunc(t.instruments, func(i tabled) bool { return i.ID == id && i.Regime == regime })
	table := mechanismTable
	switch {
	case at >= 0:
		under := t.instruments[at].row
		r.under, table = &under, t.instruments[at].table
	case r.text("type") != "":
	case r.text("countries") != "":
		table = adequacyTable
	default:
		near := suggestion(nearInstruments(t.instruments, id))
		r.bad("id", fmt.Sprintf("%q is no instrument of regime %q that can be changed%s", id, regime, near),
			"mend the id, or for a new one give countries (an adequacy decision) or type (a mechanism)")
		return Overlaid{}
	}
	i := readInstrument(table, r, t.places)
	if i.From.IsZero() {
		r.bad("from", "the cell is blank", "give the first day in force as YYYY-MM-DD")
	}
	done := Overlaid{Table: table, ID: id, Regime: regime, Change: "added"}
	if at < 0 {
		t.instruments = append(t.instruments, i)
		return done
	}
	done.Change = changes(table, r)
	t.instruments[at] = i
	return done
}

// changes says in words what a row changes in the one that it is laid over.
func changes(table string, r row) string {
	const longest = 60 // of a cell that is told in full
	var list []string
	for _, heading := range factHeadings(table) {
		was, is := r.under.text(heading), r.text(heading)
		switch {
		case was == is:
		case len(was) > longest || len(is) > longest:
			list = append(list, heading+" is worded anew")
		default:
			list = append(list, fmt.Sprintf("%s is %s, was %s", heading, orBlank(is), orBlank(was)))
		}
	}
	if list == nil {
		return "changes nothing"
	}
	return strings.Join(list, "; ")
}

func orBlank(s string) string {
	if s == "" {
		return "blank"
	}
	return s
}

// layTerm adds a word to the vocabulary, or puts one of it into another group.
func (t *tables) layTerm(r row) Overlaid {
	e, ok := t.vocabulary.read(r)
	if !ok {
		return Overlaid{}
	}
	first := e.words[0].stem
	done := Overlaid{Table: "terms", ID: e.term.Word, Change: "added as " + described(e)}
	kept := []entry{e}
	for _, other := range t.vocabulary.byFirst[first] {
		if other.says(e) {
			done.Change = "is " + described(e) + ", was " + described(other)
			continue
		}
		kept = append(kept, other)
	}
	longestFirst(kept)
	t.vocabulary.byFirst[first] = kept
	return done
}

// described is a term's group and class in words.
func described(e entry) string { return fmt.Sprintf("%s data (%s)", e.term.Class, e.group) }
