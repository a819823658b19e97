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
	topRoom   = 48.0 // title and caption
	leastText = 8.0  // points: no label is smaller on paper
	mostScale = 1.4  // a small map is enlarged no further
	rankGap   = 60.0 // between columns, about what the engine leaves
	boxGap    = 11.0
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

// fit finds the page, the number of columns and the least grouping with which
// every label can be read. Past the last level of grouping it takes what there
// is, smaller.
func fit(b *builder) (page, error) {
	var best page
	for b.level = named; b.level <= verdictOnly; b.level++ {
		p := b.view.build(b)
		if b.level == named && rowsOf(p) > many {
			continue
		}
		got, err := b.lay(p)
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
	b.level = min(b.level, verdictOnly)
	return best, nil
}

// lay tries, in the order of what is expected of them, the sheets and numbers
// of columns, until one can be read.
func (b *builder) lay(p picture) (page, error) {
	var best page
	for i, c := range b.candidates(p) {
		got, err := b.layOn(p, c)
		if err != nil {
			return page{}, err
		}
		if got.scale > best.scale {
			best = got
		}
		if best.scale*textSize >= leastText || i == 2 || c.expect*textSize < leastText*0.7 {
			break
		}
	}
	return best, nil
}

// candidate is one way to lay a picture on a sheet.
type candidate struct {
	wide, high float64
	columns    int
	text       int // width of rows
	expect     float64
}

// candidates are the ways to lay a picture out, best first by estimate.
func (b *builder) candidates(p picture) []candidate {
	foot := b.legend(p)
	var all []candidate
	for _, c := range []candidate{{wide: longSide, high: shortSide}, {wide: shortSide, high: longSide}} {
		for c.columns = 1; c.columns <= 4; c.columns++ {
			for _, most := range []int{115, 145, 190} {
				c.text = b.metrics.textWidth(p, 90, most)
				c.expect = b.estimate(p, c, foot)
				all = append(all, c)
			}
		}
	}
	slices.SortStableFunc(all, func(a, b candidate) int { return cmp.Compare(b.worth(), a.worth()) })
	return all
}

// worth prefers, among candidates of about one scale, landscape and few
// columns.
func (c candidate) worth() float64 {
	w := c.expect - 0.015*float64(c.columns)
	if c.wide < c.high {
		w -= 0.05
	}
	return w
}

// estimate is the scale at which a candidate will fill its sheet.
func (b *builder) estimate(p picture, c candidate, foot []legendItem) float64 {
	boxes := b.sizes(p, c)
	high := make([]float64, c.columns+1)
	wide := make([]float64, c.columns+1)
	for _, s := range boxes {
		high[s.column] += float64(s.high) + boxGap
		wide[s.column] = max(wide[s.column], float64(s.wide))
	}
	total := 0.0
	for _, w := range wide {
		if w > 0 {
			total += w + rankGap
		}
	}
	room := c.room(b.footHigh(foot, c.wide))
	return min(room.x/(total-rankGap), room.y/slices.Max(high), mostScale)
}

// room is what a sheet leaves for the map.
func (c candidate) room(foot float64) point {
	return point{c.wide - 2*margin, c.high - 2*margin - topRoom - foot}
}

// sizes measures the boxes and deals those that are no senders to columns, in
// their order, so that the highest column is as low as can be.
func (b *builder) sizes(p picture, c candidate) []sized {
	boxes := make([]sized, len(p.boxes))
	var highs []int
	for i, x := range p.boxes {
		boxes[i] = b.metrics.measure(x, c.text)
		if !x.sender && x.column == 0 {
			highs = append(highs, boxes[i].high+boxGap)
		}
	}
	columns := deal(highs, c.columns)
	next := 0
	for i := range boxes {
		if !boxes[i].sender && boxes[i].column == 0 {
			boxes[i].column = columns[next] + 1
			next++
		}
	}
	return boxes
}

// deal splits heights, in order, into at most n runs and returns each one's
// run, such that the largest sum of a run is least.
func deal(highs []int, n int) []int {
	low, high := 0, 0
	for _, h := range highs {
		low = max(low, h)
		high += h
	}
	for low < high {
		middle := (low + high) / 2
		if runs(highs, middle) <= n {
			high = middle
		} else {
			low = middle + 1
		}
	}
	out := make([]int, len(highs))
	run, sum := 0, 0
	for i, h := range highs {
		if sum+h > low && sum > 0 {
			run, sum = run+1, 0
		}
		sum += h
		out[i] = run
	}
	return out
}

// runs counts the runs of heights that a limit makes.
func runs(highs []int, limit int) int {
	n, sum := 1, 0
	for _, h := range highs {
		if sum+h > limit && sum > 0 {
			n, sum = n+1, 0
		}
		sum += h
	}
	return n
}

// layOn lays a picture on a sheet and finds its scale.
func (b *builder) layOn(p picture, c candidate) (page, error) {
	out := page{picture: p, boxes: b.sizes(p, c), wide: c.wide, high: c.high, foot: b.legend(p)}
	out.dot = writeDOT(b.title, b.caption(p), out.boxes, p.links)
	var err error
	if out.laid, err = layout(out.dot, out.boxes, len(p.links)); err != nil {
		return page{}, err
	}
	room := c.room(b.footHigh(out.foot, c.wide))
	out.scale = mostScale
	if out.laid.wide > 0 {
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
