package law

import (
	"slices"
	"strings"
)

func newest(instruments []tabled) Date {
	var d Date
	for _, i := range instruments {
		if d.IsZero() || i.Checked.After(d) {
			d = i.Checked
		}
	}
	return d
}

// Instruments lists every instrument of the tables in table order, in force or
// not.
func (b *Book) Instruments() []Instrument {
	list := make([]Instrument, len(b.law.instruments))
	for n, i := range b.law.instruments {
		list[n] = i.Instrument
	}
	return list
}

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
			return i.Instrument, true
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
	for _, i := range b.law.instruments {
		if i.Regime == regime && slices.Contains(i.covers, country) {
			found = append(found, i.Instrument)
		}
	}
	slices.SortStableFunc(found, func(x, y Instrument) int {
		return strings.Compare(y.From.String(), x.From.String())
	})
	return found
}

// Pending is what is pending of an instrument at a day, "" when nothing is.
func (i Instrument) Pending(asAt Date) string {
	if asAt.Before(i.WatchFrom) {
		return ""
	}
	return i.Watch
}
