package strict

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
)

// pictures checks what a sheet draws.
func (p *pack) pictures(part string, d *node) {
	if d.name == "" {
		return
	}
	name := p.target(part, d.attr["r:id"], "drawing")
	if name == "" {
		return
	}
	seen := map[string]bool{}
	for _, pr := range p.open(name, "wsDr").all("cNvPr") {
		if seen[pr.attr["id"]] || pr.attr["name"] == "" {
			p.fault("%s: a picture's id %q is taken, or it has no name", name, pr.attr["id"])
		}
		seen[pr.attr["id"]] = true
		if pr.attr["descr"] == "" {
			p.fault("%s: the picture %q says nothing to those who cannot see it", name, pr.attr["name"])
		}
	}
	for _, b := range p.open(name, "wsDr").all("blip") {
		p.target(name, b.attr["r:embed"], "image")
	}
}

var (
	shape     = regexp.MustCompile(`(?s)<v:shape .*?</v:shape>`)
	shapeID   = regexp.MustCompile(`<v:shape [^>]*id="_x0000_s(\d+)"`)
	shapeRow  = regexp.MustCompile(`<x:Row>(\d+)</x:Row>`)
	shapeCol  = regexp.MustCompile(`<x:Column>(\d+)</x:Column>`)
	shapeRoom = regexp.MustCompile(`(?s)<x:Anchor>(.*?)</x:Anchor>`)
	blocks    = regexp.MustCompile(`<o:idmap [^>]*data="([\d,]+)"`)
)

// notes checks the notes of a sheet, and that each has its box.
func (p *pack) notes(part string, legacy *node) {
	texts := ""
	for _, r := range p.rels[part] {
		if r.kind == "comments" {
			texts = r.target
		}
	}
	if texts == "" && legacy.name == "" {
		return
	}
	if texts == "" || legacy.name == "" {
		p.fault("%s: notes without boxes, or boxes without notes", part)
		return
	}
	at := p.noteTexts(texts)
	boxes := p.target(part, legacy.attr["r:id"], "vmlDrawing")
	if boxes == "" {
		return
	}
	known := map[string]bool{}
	for _, m := range blocks.FindAllStringSubmatch(p.parts[boxes], -1) {
		for _, b := range strings.Split(m[1], ",") {
			known[b] = true
		}
	}
	ids := map[string]bool{}
	for _, s := range shape.FindAllString(p.parts[boxes], -1) {
		id := shapeID.FindStringSubmatch(s)
		if !strings.Contains(s, `"Note"`) {
			continue
		}
		row, col, room := shapeRow.FindStringSubmatch(s), shapeCol.FindStringSubmatch(s), shapeRoom.FindStringSubmatch(s)
		if id == nil || row == nil || col == nil || room == nil || ids[id[1]] {
			p.fault("%s: the box %.80s lacks its id, cell or place, or its id is taken", boxes, s)
			continue
		}
		ids[id[1]] = true
		if n, err := strconv.Atoi(id[1]); err != nil || !known[strconv.Itoa(n/1024)] {
			p.fault("%s: the box %s lies in no block that the part has", boxes, id[1])
		}
		p.room(boxes, room[1])
		r, _ := strconv.Atoi(row[1])
		c, _ := strconv.Atoi(col[1])
		if !at[[2]int{r + 1, c + 1}] {
			p.fault("%s: a box of row %d and column %d, where no note is, or a second one", boxes, r+1, c+1)
		}
		delete(at, [2]int{r + 1, c + 1})
	}
	if len(at) > 0 {
		p.fault("%s: %d notes have no box", texts, len(at))
	}
}

// noteTexts checks the texts and gives their cells.
func (p *pack) noteTexts(part string) map[[2]int]bool {
	c := p.open(part, "comments")
	p.inOrder(part, c, []string{"authors", "commentList", "extLst"})
	at := map[[2]int]bool{}
	for _, n := range c.child("commentList").kids {
		row, col := cell(n.attr["ref"])
		if row == 0 || at[[2]int{row, col}] {
			p.fault("%s: a note at %q, which is no cell or has one", part, n.attr["ref"])
		}
		at[[2]int{row, col}] = true
		if a := n.number("authorId", -1); a < 0 || a >= len(c.child("authors").kids) {
			p.fault("%s: the note at %s is of author %d", part, n.attr["ref"], a)
		}
		p.text(part, n.attr["ref"], n.child("text").words())
	}
	return at
}

// room checks where a box stands: left column and offset, top row and offset,
// right column, bottom row.
func (p *pack) room(part, list string) {
	var n [8]int
	_, err := fmt.Sscanf(strings.Join(strings.Fields(strings.ReplaceAll(list, ",", " ")), " "), "%d %d %d %d %d %d %d %d", &n[0], &n[1], &n[2], &n[3], &n[4], &n[5], &n[6], &n[7])
	if err != nil || n[0] > n[4] || n[2] > n[6] || n[0] == n[4] && n[1] >= n[5] || n[2] == n[6] && n[3] >= n[7] || n[4] >= 16384 || n[6] >= 1048576 {
		p.fault("%s: a box at %q", part, list)
	}
}
