package law

import (
	"testing"
	"time"
)

// today is the day for which the tables were written.
var today = Day(2026, time.November, 22)

func open(t testing.TB, asAt Date, without ...string) *Book {
	t.Helper()
	b, err := Open(asAt, without...)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// day reads a date that a test states.
func day(t testing.TB, s string) Date {
	t.Helper()
	d, err := ParseISO(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}
