package diagram_test

import (
	"encoding/xml"
	"slices"
	"strings"
	"testing"

	"dpmap/reports/diagram"
)

// svgPart is a line, box or row as a script sees it.
type svgPart struct {
	Class   string    `xml:"class,attr"`
	Party   string    `xml:"data-party,attr"`
	Several string    `xml:"data-parties,attr"`
	From    string    `xml:"data-from,attr"`
	Group   string    `xml:"data-group,attr"`
	Parts   []svgPart `xml:"g"`
}

// partsOf lists the parts of an SVG, those within others too.
func partsOf(t *testing.T, d *diagram.Drawing) []svgPart {
	t.Helper()
	svg, err := d.SVG()
	if err != nil {
		t.Fatal(err)
	}
	var root svgPart
	if err := xml.Unmarshal(svg, &root); err != nil {
		t.Fatal(err)
	}
	var all []svgPart
	for _, p := range root.Parts {
		all = append(append(all, p), p.Parts...)
	}
	return all
}

// lit are the lines that bring data to a party and take it away, found as a
// script would: by the groups of what stands for the party, and by its ID.
func lit(parts []svgPart, party string) (in, out int) {
	var groups []string
	for _, p := range parts {
		if p.Class != "edge" && p.Party == party {
			groups = append(groups, p.Group)
		}
	}
	for _, p := range parts {
		if p.Class != "edge" {
			continue
		}
		if slices.Contains(groups, p.Group) {
			in++
		}
		if p.From == party {
			out++
		}
	}
	return in, out
}

// TestScriptsFindLines checks which lines light up for a party.
func TestScriptsFindLines(t *testing.T) {
	for _, c := range []struct {
		view, party string
		in, out     int
	}{
		{"onward", "school", 0, 2}, {"onward", "mis", 2, 2}, {"onward", "help", 2, 1}, {"onward", "stats", 1, 0},
		{"parties", "la", 1, 0}, {"parties", "nobody", 0, 0},
	} {
		d, err := diagram.Draw(chained(t), diagram.Options{View: c.view, Prefix: "x"})
		if err != nil {
			t.Fatal(err)
		}
		if in, out := lit(partsOf(t, d), c.party); in != c.in || out != c.out {
			t.Errorf("%s in %s: %d lines to it and %d from it, want %d and %d", c.party, c.view, in, out, c.in, c.out)
		}
	}
	d, err := diagram.Draw(judged(t, "Studio School", groupRegister), diagram.Options{})
	if err != nil {
		t.Fatal(err)
	}
	parts := partsOf(t, d)
	if in, out := lit(parts, "own"); in != 0 || out < 9 {
		t.Errorf("the sender of all has %d lines to it and %d from it", in, out)
	}
	if in, _ := lit(parts, "p11"); in != 4 {
		t.Errorf("%d lines to a recipient in four boxes", in)
	}
}

// TestScriptsFindEveryRecipient checks that each recipient of a trust of 200
// suppliers is named by a row, be it one that counts several.
func TestScriptsFindEveryRecipient(t *testing.T) {
	r := trust(t, 1, 200)
	d, err := diagram.Draw(r, diagram.Options{})
	if err != nil {
		t.Fatal(err)
	}
	rows, several := map[string]bool{}, 0
	for _, p := range partsOf(t, d) {
		ids := strings.Fields(p.Several)
		if len(ids) > 1 {
			several++
		}
		for _, id := range append(ids, p.Party) {
			rows[id] = true
		}
	}
	for _, f := range r.Map.Flows() {
		if !rows[f.To] {
			t.Errorf("no row stands for %s", f.To)
		}
	}
	if several == 0 {
		t.Error("no row stands for several")
	}
}
