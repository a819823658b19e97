package importers

import (
	"dpmap/graph"
	"dpmap/graph/law"
	"dpmap/importers/cell"
)

// memos keep what the cells of a run were read as. What a cell says hangs on its
// text and at most on its heading, and registers say the same things over and
// over.
type memos struct {
	listed     memo[[]graph.Category]
	kinds      memo[graph.Category]
	bases      memo[cell.Grounds]
	art9       memo[cell.Grounds]
	agreements memo[graph.Agreement]
	datable    memo[bool]
	dates      memo[cell.Span]
	consents   memo[graph.Consent]
	safeguards memo[[]graph.Safeguard]
	abroad     memo[destined]
	assessed   memo[graph.Evidence]
	located    memo[graph.Place]
	seated     memo[seats]
	documents  memo[graph.Evidence]
	roles      memo[graph.Role]
	scopes     memo[[]law.Evidence]
}

// memo keeps what texts were read as. What it gives is shared and only to be
// read. The zero memo is empty.
type memo[T any] struct{ kept map[string]memoized[T] }

type memoized[T any] struct {
	value  T
	doubts []cell.Doubt
}

// Texts that are long or rarely come again are not worth keeping.
const (
	mostMemo    = 20_000
	longestMemo = 200 // bytes
)

func (m *memo[T]) read(text string, parse func(string) (T, []cell.Doubt)) (T, []cell.Doubt) {
	if got, ok := m.kept[text]; ok {
		return got.value, got.doubts
	}
	value, doubts := parse(text)
	if len(m.kept) < mostMemo && len(text) <= longestMemo {
		if m.kept == nil {
			m.kept = map[string]memoized[T]{}
		}
		m.kept[text] = memoized[T]{value, doubts}
	}
	return value, doubts
}

// under is read for texts whose meaning hangs on their heading.
func (m *memo[T]) under(heading, text string, parse func(heading, text string) (T, []cell.Doubt)) (T, []cell.Doubt) {
	return m.read(heading+"\x00"+text, func(string) (T, []cell.Doubt) { return parse(heading, text) })
}
