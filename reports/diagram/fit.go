package diagram

import (
	"cmp"
	"slices"
)

// A4 in points, and what is kept clear of the map.
const (
	shortSide = 595.28
	longSide  = 841.89
	margin    = 24.0
	topRoom   = 40.0 // title and caption
	leastText = 8.0  // points: no label is smaller on paper
	mostScale = 1.35 // a small map is enlarged no further
	rankGap   = 54.0 // between columns
	leastWide = 70   // of a row's text
	wideGap   = 96.0 // where lines cross in it
	boxGap    = 8    // between the boxes of a column
	looseGap  = 26   // where lines run there
)

// page is a picture laid out on a sheet of A4.
type page struct {
	picture picture
	boxes   []sized
	laid    laid
	dot     string
	wide    float64 // of the sheet
	high    float64
	foot    []legendItem
	scale   float64
}

// fit finds the sheet, the number of columns and the least grouping with which
// every label can be read. Past the last level of grouping it takes what there
// is, smaller.
func fit(b *builder) (page, error) {
	var best page
	for b.level = named; b.level <= brief; b.level++ {
		p := b.picture()
		if b.level <= mergeZones && rowsOf(p) > many {
			continue
		}
		c := b.bestSheet(p)
		if c.expect*textSize < leastText*0.98 && b.level < brief {
			continue // not worth a layout
		}
		got, err := b.layOn(p, c)
		if err != nil {
			return page{}, err
		}
		if got.scale > best.scale {
			best = got
		}
		if got.scale*textSize >= leastText {
			break
		}
	}
	return best, nil
}

// sheet is one way to lay a picture on A4.
type sheet struct {
	wide, high float64
	grid       grid
	expect     float64 // scale by estimate
}

// bestSheet is the sheet on which a picture will be largest, by estimate.
// Among sheets of about one scale it prefers landscape and few columns.
func (b *builder) bestSheet(p picture) sheet {
	foot := b.legend(p)
	var all []sheet
	for _, s := range []sheet{{wide: longSide, high: shortSide}, {wide: shortSide, high: longSide}} {
		for columns := 1; columns <= 4; columns++ {
			for _, scale := range []float64{1.2, 1.05, 0.98, 0.9} {
				s.grid = b.gridFor(p, s.wide, columns, scale)
				s.expect = b.estimate(p, s, foot)
				all = append(all, s)
			}
		}
	}
	worth := func(s sheet) float64 {
		w := s.expect - 0.01*float64(s.grid.columns)
		if s.wide < s.high {
			w -= 0.04
		}
		return w
	}
	slices.SortStableFunc(all, func(a, b sheet) int { return cmp.Compare(worth(b), worth(a)) })
	return all[0]
}

// gridFor makes rows as wide as a sheet allows at a scale, and no wider than
// their text.
func (b *builder) gridFor(p picture, wide float64, columns int, scale float64) grid {
	g := grid{columns: columns, badges: p.badges()}
	ranks := p.ranks()
	room := (wide-2*margin)/scale - senderWide - 4 - float64(ranks-1)*p.gap()
	cell := (room/float64(ranks-1) - barWide - 4) / float64(columns)
	g.text = max(leastWide, min(int(cell)-g.cell(), max(90, b.metrics.textWidth(p))))
	return g
}

// ranks is the number of columns of boxes, with that of the senders.
func (p picture) ranks() int {
	n := 2
	for _, b := range p.boxes {
		n = max(n, b.column+1)
	}
	return n
}

// gap is what lies between two columns.
func (p picture) gap() float64 {
	if p.loose || len(p.boxes) > 1 && p.boxes[1].sender {
		return wideGap
	}
	return rankGap
}

// between is what lies between two boxes of a column.
func (p picture) between() int {
	if p.loose {
		return looseGap
	}
	return boxGap
}

// estimate is the scale at which a picture will fill a sheet.
func (b *builder) estimate(p picture, s sheet, foot []legendItem) float64 {
	boxes := b.sizes(p, s.grid)
	ranks := p.ranks()
	high := make([]float64, ranks)
	wide := make([]float64, ranks)
	for _, x := range boxes {
		high[x.column] += float64(x.high + 2 + p.between())
		wide[x.column] = max(wide[x.column], float64(x.wide)+2)
	}
	total := p.gap() * float64(ranks-1)
	for _, w := range wide {
		total += w
	}
	room := b.room(s.wide, s.high, foot)
	return min(room.x/total, room.y/slices.Max(high), mostScale)
}

// room is what a sheet leaves for the map.
func (b *builder) room(wide, high float64, foot []legendItem) point {
	return point{wide - 2*margin, high - 2*margin - topRoom - b.footHigh(foot, wide)}
}

// sizes measures the boxes of a picture. One sender alone is as high as all
// its recipients, and its lines leave level with where they end; several
// senders share that height.
func (b *builder) sizes(p picture, g grid) []sized {
	boxes := make([]sized, len(p.boxes))
	links := make([]int, len(p.boxes))
	for _, l := range p.links {
		links[l.from]++
	}
	senders, high := 0, 0
	tops := make([]int, len(p.boxes))
	for i, x := range p.boxes {
		boxes[i] = b.metrics.measure(x, g)
		if x.sender {
			senders++
		} else if x.column == 1 {
			tops[i] = high
			high += boxes[i].high + p.between() + 2
		}
	}
	for i := range boxes {
		switch {
		case !boxes[i].sender:
		case p.loose:
			boxes[i].spread(links[i], 0)
		case senders == 1:
			boxes[i].level(p.links, boxes, tops, high-p.between()-2)
		default:
			boxes[i].spread(links[i], (high-p.between()*senders)*links[i]/max(1, len(p.links)))
		}
	}
	return boxes
}

// layOn lays a picture on a sheet and finds its scale.
func (b *builder) layOn(p picture, s sheet) (page, error) {
	out := page{picture: p, boxes: b.sizes(p, s.grid), wide: s.wide, high: s.high, foot: b.legend(p), scale: mostScale}
	out.dot = writeDOT(p, b.title, b.caption(p), out.boxes)
	var err error
	if out.laid, err = layout(out.dot, out.boxes, len(p.links)); err != nil {
		return page{}, err
	}
	if out.laid.wide > 0 {
		room := b.room(s.wide, s.high, out.foot)
		out.scale = min(room.x/out.laid.wide, room.y/out.laid.high, mostScale)
	}
	return out, nil
}

func rowsOf(p picture) int {
	n := 0
	for _, b := range p.boxes {
		for _, g := range b.groups {
			n += len(g.rows)
		}
	}
	return n
}
