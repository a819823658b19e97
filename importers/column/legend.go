package column

import (
	"strings"

	"dpmap/graph"
	"dpmap/importers/words"
)

// Spelled gives headings that are letters only the words that the key above says they
// stand for, and a field where those words are a known heading.
func (l *Layout) Spelled(columns []graph.Column, legend map[string]string) {
	for i, c := range columns {
		spelt, ok := legend[strings.TrimRight(c.Heading, "?:. ")]
		if !ok || c.Field != "" || c.How != "" {
			continue
		}
		columns[i].Heading = spelt
		if field, _ := HeadingTable()[l.Scope].Exact(spelt); field != "" {
			columns[i].Field, columns[i].How, columns[i].Why = field, ByWords, "the key above says that "+words.Quote(c.Heading)+" is "+words.Quote(spelt)
		}
	}
}
