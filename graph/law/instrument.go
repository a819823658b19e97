package law

import (
	"slices"
	"strings"
)

// readInstruments reads the adequacy decisions and then the mechanisms. covers
// lists, by instrument, the countries that it is a decision on.
func readInstruments(p places, errs *[]error) (instruments []Instrument, covers [][]string) {
	for _, r := range readTable("adequacy", errs) {
		i := readInstrument(r)
		i.Type = Adequacy
		i.Scope = r.text("scope")
		i.Needs = Evidence(r.text("needs"))
		i.Outside = readKinds(r, "outside")
		instruments = append(instruments, i)
		covers = append(covers, p.expand(r, r.list("countries")))
	}
	for _, r := range readTable("mechanisms", errs) {
		i := readInstrument(r)
		i.Type = readType(r)
		i.TRA = r.yes("tra")
		i.NotForPublicAuthority = r.yes("not_public")
		i.OccasionalOnly = r.yes("occasional")
		instruments = append(instruments, i)
		covers = append(covers, nil)
	}
	return instruments, covers
}

// readInstrument reads what both tables record.
func readInstrument(r row) Instrument {
	i := Instrument{
		ID:       r.must("id"),
		Regime:   Regime(r.must("regime")),
		Name:     r.must("name"),
		Law:      r.citation(),
		From:     r.date("from"),
		Ends:     r.date("ends"),
		Unsafe:   r.text("unsafe"),
		Watch:    r.text("watch"),
		Note:     r.text("note"),
		Verified: r.yes("verified"),
		Source:   r.must("source"),
		Checked:  r.date("checked"),
	}
	if i.Regime != UK && i.Regime != EU {
		r.fault("regime %q is not known", i.Regime)
	}
	return i
}

func readType(r row) InstrumentType {
	switch r.text("type") {
	case "adequacy":
		return Adequacy
	case "safeguard":
		return Safeguard
	case "derogation":
		return Derogation
	}
	r.fault("type %q is not known", r.text("type"))
	return 0
}

func readKinds(r row, heading string) []Kind {
	var kinds []Kind
	for _, word := range r.list(heading) {
		if !slices.Contains(Kinds(), Kind(word)) {
			r.fault("kind %q is not known", word)
		}
		kinds = append(kinds, Kind(word))
	}
	return kinds
}

func newest(instruments []Instrument) Date {
	var d Date
	for _, i := range instruments {
		if d.IsZero() || i.Checked.After(d) {
			d = i.Checked
		}
	}
	return d
}

// Instruments lists every instrument of the tables in table order, in force or
// not. The slice belongs to the tables and is only to be read.
func (b *Book) Instruments() []Instrument { return b.law.instruments }

// Instrument returns the instrument with the ID, in force or not. Where both
// regimes know the ID, with different dates, it is the UK's: InstrumentFor
// tells them apart.
func (b *Book) Instrument(id string) (Instrument, bool) {
	if i, ok := b.InstrumentFor(UK, id); ok {
		return i, true
	}
	return b.InstrumentFor(EU, id)
}

// InstrumentFor returns what the ID means under a regime, in force or not; ok
// is false when the regime does not know it.
func (b *Book) InstrumentFor(regime Regime, id string) (Instrument, bool) {
	for _, i := range b.law.instruments {
		if i.Regime == regime && i.ID == id {
			return i, true
		}
	}
	return Instrument{}, false
}

// Stands reports whether the instrument, under any regime, is in force at the
// book's date, can carry transfers, and is not supposed fallen.
func (b *Book) Stands(id string) bool { return b.StandsFor(UK, id) || b.StandsFor(EU, id) }

// StandsFor reports whether the instrument is in force under a regime at the
// book's date, can carry transfers there, and is not supposed fallen.
func (b *Book) StandsFor(regime Regime, id string) bool {
	i, ok := b.InstrumentFor(regime, id)
	return ok && b.stands(i)
}

func (b *Book) stands(i Instrument) bool {
	return i.Unsafe == "" && !b.asAt.Before(i.From) && !b.asAt.After(i.Ends) && !slices.Contains(b.without, i.ID)
}

// Adequacy is the decision under a regime that stands for a country at the
// book's date.
func (b *Book) Adequacy(regime Regime, country string) (Instrument, bool) {
	for _, i := range b.Decisions(regime, country) {
		if b.stands(i) {
			return i, true
		}
	}
	return Instrument{}, false
}

// Decisions lists every decision on a country under a regime, in force or not,
// newest first.
func (b *Book) Decisions(regime Regime, country string) []Instrument {
	var found []Instrument
	for n, i := range b.law.instruments {
		if i.Regime == regime && slices.Contains(b.law.covers[n], country) {
			found = append(found, i)
		}
	}
	slices.SortStableFunc(found, func(x, y Instrument) int {
		return strings.Compare(y.From.String(), x.From.String())
	})
	return found
}
