package diagram

import (
	"strconv"

	"dpmap/graph/rules"
)

// picture is what a view shows, before anything has a size or a place.
type picture struct {
	boxes   []box
	links   []link
	grouped map[string]bool // parties that the picture shows only as part of a number
	loose   bool            // lines run between boxes too, so boxes stand apart
}

// box is a sender, or a group of countries with its recipients.
type box struct {
	title   string
	note    string
	tip     string
	sender  bool     // stands at the left
	column  int      // from 0 at the left, where the senders stand
	only    string   // the party that the whole box stands for, "" for others
	several []string // or the parties, where they are several
	groups  []group
}

// group is the rows of a box that one verdict and one set of senders share.
// Links end at groups.
type group struct {
	verdict rules.Verdict
	rows    []row
}

// row is a recipient, or several counted as one.
type row struct {
	text     string
	tip      string
	party    string   // ID, "" when the row stands for several
	several  []string // their IDs then
	items    []int    // what it shows, as indexes of the builder's items
	flows    int
	special  bool
	criminal bool
}

// number is what stands at a row's end: its flows, where they are several.
func (r row) number() string {
	if r.flows < 2 {
		return ""
	}
	return strconv.Itoa(r.flows)
}

// link is all flows from one box to one group of another, or to the box as a
// whole.
type link struct {
	from, to int // indexes of boxes
	group    int // of box to; -1: the box as a whole
	verdict  rules.Verdict
	heavy    bool // some of it is special-category data
	flows    int
	tip      string
}
