package importers

import (
	"fmt"
	"strings"
	"testing"
)

// BenchmarkRead reads a native CSV of 10,000 flows to 500 recipients.
func BenchmarkRead(b *testing.B) {
	var s strings.Builder
	s.WriteString("Ref,From,To,Recipient country,Purpose,Data subjects,Data categories,Lawful basis,Recipient role,Agreement,Transfer safeguard,Hosting country,Retention,Frequency,Last reviewed\n")
	for i := range 10_000 {
		fmt.Fprintf(&s, "%d,Hill School,Supplier %d,US,Purpose %d,Pupils,Name; SEN,Public task,Processor,DPA signed 3/5/2024,IDTA (signed 3/5/2024),UK South,1 year,Daily,Sept 2025\n", i, i%500, i)
	}
	book := testBook(b)
	for b.Loop() {
		if _, err := Read([]File{{"flows.csv", []byte(s.String())}}, Options{Book: book}); err != nil {
			b.Fatal(err)
		}
	}
}
