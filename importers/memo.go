package importers

// memo keeps what texts were read as, since registers say the same things over
// and over. What it gives is shared and only to be read.
type memo[T any] map[string]memoized[T]

type memoized[T any] struct {
	value  T
	doubts []doubt
}

// Texts that are long or rarely come again are not worth keeping.
const (
	mostMemo    = 20_000
	longestMemo = 200 // bytes
)

func (m memo[T]) read(text string, parse func(string) (T, []doubt)) (T, []doubt) {
	if got, ok := m[text]; ok {
		return got.value, got.doubts
	}
	value, doubts := parse(text)
	if m != nil && len(m) < mostMemo && len(text) <= longestMemo {
		m[text] = memoized[T]{value, doubts}
	}
	return value, doubts
}
