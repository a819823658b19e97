package diagram

// A4 in points, and what is kept clear of the map.
const (
	shortSide = 595.28
	longSide  = 841.89
	insetWide = 481.89 // 170 mm: the text of an A4 page
	insetHigh = 609.45 // 215 mm: leaves room for a heading and a caption
	margin    = 20.0
	topRoom   = 40.0 // title and caption
	leastText = 8.0  // points: no label is smaller on paper
	mostScale = 1.35 // a small map is enlarged no further
	rankGap   = 54.0 // between columns
	leastWide = 70   // of a row's text
	wideGap   = 80.0 // where lines cross in it
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
