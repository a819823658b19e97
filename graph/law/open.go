package law

import (
	"fmt"
	"slices"
	"strings"

	"github.com/agnivade/levenshtein"
)

// Book is the law as at one date, less the instruments that are supposed to
// have fallen. It is read-only and safe for concurrent use.
type Book struct {
	asAt     Date
	without  []string
	overlaid []Overlaid
	law      *tables
}

// Open returns the built-in law as at a whole day, less the instruments named.
// An unknown instrument is an error that lists near names.
func Open(asAt Date, without ...string) (*Book, error) { return OpenOver(nil, asAt, without...) }

// OpenOver is Open with overlays laid over the built-in law in their order.
// Every faulty cell of an overlay is told, in an error joined of one sentence
// each.
func OpenOver(overlays []Overlay, asAt Date, without ...string) (*Book, error) {
	if asAt.Day == 0 {
		return nil, fmt.Errorf("the law needs a whole day to be judged by, not %q", asAt)
	}
	t, err := builtIn()
	if err != nil {
		return nil, fmt.Errorf("the built-in law tables are at fault: %w", err)
	}
	b := &Book{asAt: asAt, law: t}
	if len(overlays) > 0 {
		if b.law, b.overlaid, err = t.lay(overlays); err != nil {
			return nil, err
		}
	}
	for _, name := range without {
		id := strings.ToLower(strings.TrimSpace(name))
		if id == "" {
			continue
		}
		if _, ok := b.Instrument(id); !ok {
			return nil, fmt.Errorf("instrument %q is not known%s", name, suggestion(nearInstruments(b.law.instruments, id)))
		}
		b.without = append(b.without, id)
	}
	slices.Sort(b.without)
	b.without = slices.Compact(b.without)
	return b, nil
}

// AsAt is the date of the book.
func (b *Book) AsAt() Date { return b.asAt }

// Without lists the instruments that the book supposes fallen, sorted.
func (b *Book) Without() []string { return slices.Clone(b.without) }

// AsItStands is the built-in law as at the book's date, with nothing supposed
// fallen and no instrument laid over it; the book itself where nothing is.
func (b *Book) AsItStands() *Book {
	if len(b.Suppositions()) == 0 {
		return b
	}
	t, err := builtIn()
	if err != nil {
		return b
	}
	return &Book{asAt: b.asAt, law: t}
}

// Suppositions lists in words what the book supposes beyond the built-in law
// on transfers: "UK-US data bridge has fallen", "the law is as in mine.csv".
func (b *Book) Suppositions() []string {
	var list []string
	for _, id := range b.without {
		in, _ := b.Instrument(id)
		list = append(list, in.Name+" has fallen")
	}
	var files []string
	for _, o := range b.overlaid {
		if o.Regime != "" && !slices.Contains(files, o.File) {
			files = append(files, o.File)
		}
	}
	if len(files) > 0 {
		list = append(list, "the law is as in "+strings.Join(files, ", "))
	}
	return list
}

// Checked is the day on which the built-in tables were last checked against
// their sources. Each instrument has its own, which may be earlier.
func (b *Book) Checked() Date { return b.law.checked }

// staleAfter is the age in days past which the built-in law is told to be old.
const staleAfter = 180

// AgeWarning says in a sentence that the built-in tables were checked long
// before the book's date, "" when they were not.
func (b *Book) AgeWarning() string {
	age := b.Checked().DaysTo(b.asAt)
	if age <= staleAfter {
		return ""
	}
	return fmt.Sprintf("That is %d days before %s, and law changes: get a newer dpmap, or lay what changed over it with --law.", age, b.asAt.Long())
}

// nearInstruments lists up to three IDs that a wrong one may mean: those that
// hold it or that it holds, then those few letters away.
func nearInstruments(instruments []tabled, id string) []string {
	type near struct {
		id       string
		distance int
	}
	var found []near
	for _, i := range instruments {
		d := levenshtein.ComputeDistance(id, i.ID)
		if len(id) >= 3 && (strings.Contains(i.ID, id) || strings.Contains(id, i.ID)) {
			d = 0
		}
		if d <= max(2, len(id)/3) && !slices.ContainsFunc(found, func(n near) bool { return n.id == i.ID }) {
			found = append(found, near{i.ID, d})
		}
	}
	slices.SortStableFunc(found, func(x, y near) int { return x.distance - y.distance })
	var ids []string
	for _, n := range found[:min(3, len(found))] {
		ids = append(ids, n.id)
	}
	return ids
}

func suggestion(ids []string) string {
	if len(ids) == 0 {
		return ""
	}
	return ` (did you mean "` + strings.Join(ids, `" or "`) + `"?)`
}
