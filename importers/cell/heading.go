package cell

// How a heading was recognised.
const (
	ByOption = "--heading" // the user said so
	ByWords  = "words"     // words in it; said to the reader
)

// LongestHeading is more than any heading has, in bytes.
const LongestHeading = 250
