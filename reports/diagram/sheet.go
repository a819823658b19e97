package diagram

import (
	"cmp"
	"slices"
)

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
	sheets := []sheet{{wide: longSide, high: shortSide}, {wide: shortSide, high: longSide}}
	if b.inset {
		sheets = []sheet{{wide: insetWide + 2*margin, high: insetHigh + 2*margin}}
	}
	for _, s := range sheets {
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
