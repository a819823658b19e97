package law

import (
	"errors"
	"sync"
)

// tables is the built-in law, all dates and regimes together. Nothing changes
// it once it is read, so every Book shares it.
type tables struct {
	places      places
	regions     regions
	instruments []tabled
	bases       []Basis
	conditions  []Condition
	schedule1   []Schedule1Condition
	vocabulary  vocabulary
	signs       signs
	bodies      bodies
	checked     Date
}

// builtIn reads the tables once per process.
var builtIn = sync.OnceValues(func() (*tables, error) {
	var errs []error
	t := &tables{}
	t.places = readPlaces(&errs)
	t.regions = readRegions(t.places, &errs)
	t.instruments = readInstruments(t.places, &errs)
	t.bases = readBases(&errs)
	t.conditions = readConditions(&errs)
	t.schedule1 = readSchedule1(&errs)
	t.vocabulary = readVocabulary(&errs)
	t.signs = readSigns(t.vocabulary, &errs)
	t.bodies = readBodies(t.places, &errs)
	t.checked = newest(t.instruments)
	return t, errors.Join(errs...)
})
