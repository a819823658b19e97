package reports

import (
	"dpmap/graph"
	"dpmap/graph/law"
)

// LawNote is a piece of the law that the report leans on and that nobody has
// read in its source.
type LawNote struct {
	ID   string
	Name string
	Law  law.Citation
}

// unverified lists, in order of first use, the law that verdicts and recorded
// bases rest on and that the tables mark as not verified.
func (r *Report) unverified() []LawNote {
	u := unverifiedLaw{book: r.Result.Book, seen: map[string]bool{}}
	flows := r.Result.Map.Flows()
	for i := range flows {
		t := r.transfer(i)
		u.instrument(t.Instrument)
		for _, leg := range t.Legs {
			u.instrument(leg.Instrument)
		}
		u.stated(&flows[i])
	}
	return u.notes
}

type unverifiedLaw struct {
	book  *law.Book
	seen  map[string]bool
	notes []LawNote
}

func (u *unverifiedLaw) add(id, name string, cite law.Citation, verified bool) {
	if !verified {
		u.notes = append(u.notes, LawNote{id, name, cite})
	}
}

// isNew reports whether id is met for the first time.
func (u *unverifiedLaw) isNew(id string) bool {
	if id == "" || u.seen[id] {
		return false
	}
	u.seen[id] = true
	return true
}

func (u *unverifiedLaw) instrument(id string) {
	if !u.isNew(id) {
		return
	}
	if i, ok := u.book.Instrument(id); ok {
		u.add(id, i.Name, i.Law, i.Verified)
	}
}

func (u *unverifiedLaw) stated(f *graph.Flow) {
	for _, s := range f.Bases {
		if b, ok := u.book.Basis(s.ID); ok && u.isNew(s.ID) {
			u.add(s.ID, b.Name, b.Law, b.Verified)
		}
	}
	for _, s := range f.Conditions {
		if c, ok := u.book.Condition(s.ID); ok && u.isNew(s.ID) {
			u.add(s.ID, c.Name, c.Law, c.Verified)
		}
	}
	for _, s := range f.Schedule1 {
		if c, ok := u.book.Schedule1Condition(s.ID); ok && u.isNew(s.ID) {
			u.add(s.ID, c.Name, c.Law, c.Verified)
		}
	}
}
