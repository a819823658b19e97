package governors

import (
	"strconv"
	"strings"

	"dpmap/graph/rules"
)

// whoRow is a recipient, or several of one kind.
type whoRow struct {
	Who       string
	Number    int // 0 for a single one
	Names     string
	Where     string
	Sensitive string
	Bad       bool
}

// How many rows the table of recipients has, fewer of them where they are of a
// kind each, and how many printed lines.
const (
	mostRows   = 8
	mostGroups = 7
	fewestRows = 4

	whoRoom    = 14
	whatIfRoom = 11 // on a page that begins with what it supposes
)

// whoRows lists the recipients; where they are many, by kind, in as many rows as
// fit into some printed lines.
func whoRows(list []recipient, lines int) []whoRow {
	for most := mostRows; ; most-- {
		var rows []whoRow
		used := 0
		for _, g := range grouped(list, most) {
			row := g.row()
			rows, used = append(rows, row), used+row.lines()
		}
		if used <= lines || most == fewestRows {
			return rows
		}
	}
}

// lines is how many printed lines a row takes, by how many characters of a wide
// font its columns hold.
func (r whoRow) lines() int {
	who := r.Who
	if r.Number > 0 {
		who += " (" + strconv.Itoa(r.Number) + ")"
	}
	over := func(s string, room int) int { return (len([]rune(s)) + room - 1) / room }
	return max(over(who, 40)+over(r.Names, 48), over(r.Where, 24), over(r.Sensitive, 42))
}

func (g *group) row() whoRow {
	row := whoRow{Who: g.heading(), Bad: g.worst == rules.Unprotected}
	var names, sensitive []string
	var where tally
	vague := 0
	for _, x := range g.members {
		names = append(names, clip(x.name, longName))
		sensitive = add(sensitive, x.sensitive...)
		for _, c := range x.countries() {
			where.add(c)
		}
		vague += one(x.vague)
	}
	if len(g.members) > 1 {
		row.Number, row.Names = len(g.members), some(names, namesRoom)
	}
	row.Where = places(where, len(g.members) > 1, whereRoom)
	row.Sensitive = some(sensitive, sensitiveRoom)
	switch {
	case len(sensitive) == 0 && vague > 0:
		row.Sensitive = "we do not know"
	case len(sensitive) == 0:
		row.Sensitive = "none named"
	case vague > 0:
		row.Sensitive += "; maybe more"
	}
	return row
}

// heading is what a row calls its recipients.
func (g *group) heading() string {
	if g.rest && !strings.Contains(g.title, "thers") {
		return "Others: " + strings.ToLower(g.title[:1]) + g.title[1:]
	}
	return g.title
}
