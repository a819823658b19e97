package importers

import (
	"cmp"
	"slices"

	"dpmap/graph"
	"dpmap/importers/cell"
)

// problems collects what could not be read as it stands.
type problems struct {
	list []graph.Problem
}

func (p *problems) warn(at graph.Ref, message, fix string) {
	p.add(graph.Warning, at, message, fix)
}

// tell says how something was taken that nothing was lost of.
func (p *problems) tell(at graph.Ref, message, fix string) {
	p.warn(at, message, fix)
	p.list[len(p.list)-1].Told = true
}

func (p *problems) reject(at graph.Ref, message, fix string) {
	p.add(graph.Rejected, at, message, fix)
}

// add puts the place at the head of the message, so that it can stand alone.
func (p *problems) add(level graph.Level, at graph.Ref, message, fix string) {
	p.list = append(p.list, graph.Problem{Level: level, Message: at.String() + ": " + message, Fix: fix, At: at})
}

func (p *problems) doubts(at graph.Ref, doubts []cell.Doubt) {
	for _, d := range doubts {
		if d.Told {
			p.tell(at, d.Message, d.Fix)
			continue
		}
		p.warn(at, d.Message, d.Fix)
	}
}

// sorted orders problems by file as given, then sheet as it stands in the file,
// then row and column, each said once.
func (p *problems) sorted(place func(graph.Ref) int) []graph.Problem {
	slices.SortStableFunc(p.list, func(a, b graph.Problem) int {
		return cmp.Or(
			cmp.Compare(place(a.At), place(b.At)),
			cmp.Compare(a.At.Row, b.At.Row),
			cmp.Compare(a.At.Col, b.At.Col),
			cmp.Compare(a.Message, b.Message))
	})
	return slices.Compact(p.list)
}
