package law

// Book is the law as at one date, less the instruments that are supposed to
// have fallen. It is read-only and safe for concurrent use.
type Book struct {
	asAt    Date
	without []string
}

// STUBS BELOW: the signatures are the contract, the bodies are to be written.

// Open returns the built-in law as at a date, less the instruments named. An
// unknown instrument is an error that lists near names.
func Open(asAt Date, without ...string) (*Book, error) {
	return &Book{asAt: asAt, without: without}, nil
}

// AsAt is the date of the book.
func (b *Book) AsAt() Date { return b.asAt }

// Without lists the instruments that the book supposes fallen, sorted.
func (b *Book) Without() []string { return b.without }

// Checked is the day on which the built-in tables were last checked against their sources.
func (b *Book) Checked() Date { return Date{} }

// Instruments lists every instrument of the tables in table order, in force or not.
func (b *Book) Instruments() []Instrument { return nil }

// Instrument returns the instrument with the ID, in force or not.
func (b *Book) Instrument(id string) (Instrument, bool) { return Instrument{}, false }

// Stands reports whether the instrument is in force at the book's date, can carry transfers, and is not supposed fallen.
func (b *Book) Stands(id string) bool { return false }

// Adequacy is the decision under a regime that stands for a country at the book's date.
func (b *Book) Adequacy(regime Regime, country string) (Instrument, bool) { return Instrument{}, false }

// Decisions lists every decision on a country under a regime, in force or not, newest first.
func (b *Book) Decisions(regime Regime, country string) []Instrument { return nil }

// Regime is the law that an exporter in the country is under: UK, EU or none.
func (b *Book) Regime(country string) Regime { return "" }

// SameArea reports whether two countries are one area under a regime (the UK; the EEA), so that a flow between them is no restricted transfer.
func (b *Book) SameArea(regime Regime, from, to string) bool { return false }

// Countries lists every country by name.
func (b *Book) Countries() []Country { return nil }

// Country returns the country with the ISO code.
func (b *Book) Country(code string) (Country, bool) { return Country{}, false }

// FindCountry reads a text that is, as a whole, a country's name, alias or code ("U.S.", "Eire", "The Netherlands", "Dutch" is none).
func (b *Book) FindCountry(text string) (code string, ok bool) { return "", false }

// FindBloc reads a text that is, as a whole, a bloc ("EEA", "EU") and gives its members' codes.
func (b *Book) FindBloc(text string) (codes []string, ok bool) { return nil, false }

// FindRegion reads a text that is, as a whole, a cloud region ("eu-west-2", "UK South", "West Europe") and gives its country.
func (b *Book) FindRegion(text string) (code string, ok bool) { return "", false }

// NearCountry is the country's name that a misspelt one most probably means, "" when none is near.
func (b *Book) NearCountry(text string) string { return "" }

// Bases lists the Art 6(1) bases in order. Basis returns one by ID.
func (b *Book) Bases() []Basis                { return nil }
func (b *Book) Basis(id string) (Basis, bool) { return Basis{}, false }

// Conditions lists the Art 9(2) conditions in order. Condition returns one by ID.
func (b *Book) Conditions() []Condition               { return nil }
func (b *Book) Condition(id string) (Condition, bool) { return Condition{}, false }

// Schedule1 lists the DPA 2018 Schedule 1 conditions in order. Schedule1Condition returns one by ID.
func (b *Book) Schedule1() []Schedule1Condition { return nil }
func (b *Book) Schedule1Condition(id string) (Schedule1Condition, bool) {
	return Schedule1Condition{}, false
}

// Classify returns the term that decides the class of a category of data: of
// the terms found in the text as words, the longest at each place; among those the most protected class, then the first.
// The zero Term when the text holds none.
func (b *Book) Classify(text string) Term { return Term{} }

// FindBody returns the well-known body or kind of body that a name, as a whole, means.
func (b *Book) FindBody(name string) (Body, bool) { return Body{}, false }

// Bodies lists the well-known bodies in table order.
func (b *Book) Bodies() []Body { return nil }
