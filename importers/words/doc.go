// Package words holds what the importers know of texts as such: how they are
// compared and cut, and lists of phrases with what they mean. It knows nothing of
// cells, columns or law.
package words
