package importers

import (
	"fmt"
	"strings"
	"testing"

	"dpmap/importers/column"
)

// BenchmarkRead reads a native CSV of 10,000 flows to 500 recipients.
func BenchmarkRead(b *testing.B) {
	var s strings.Builder
	s.WriteString("Ref,From,To,Recipient country,Purpose,Data subjects,Data categories,Lawful basis,Recipient role,Agreement,Transfer safeguard,Hosting country,Retention,Frequency,Last reviewed\n")
	for i := range 10_000 {
		fmt.Fprintf(&s, "%d,Hill School,Supplier %d,US,Purpose %d,Pupils,Name; SEN,Public task,Processor,DPA signed 3/5/2024,IDTA (signed 3/5/2024),UK South,1 year,Daily,Sept 2025\n", i, i%500, i)
	}
	benchmarkRead(b, s.String())
}

// BenchmarkReadAlike reads 10,000 rows that are alike in every cell.
func BenchmarkReadAlike(b *testing.B) {
	benchmarkRead(b, "From,To,Recipient country,Purpose,Data categories,Lawful basis\n"+
		strings.Repeat("Hill School,Reading Owl,US,Reading records,Name; SEN,Public task\n", 10_000))
}

// BenchmarkReadWide reads 10,000 rows of 30 columns, under a school's own
// headings and in its own words, to 500 recipients.
func BenchmarkReadWide(b *testing.B) {
	var s strings.Builder
	s.WriteString("No.,Company,What is it?,What do we use it for?,Whose data?,What data is shared?,Sensitive data?,Legal basis,Art 9 condition,Consent?,Controller or processor,Contract in place?,Contract date,Renewal date,Where is the data stored?,Who else can access it?,Transfer mechanism,How is it shared?,Login,Security,How long do they keep it?,How often?,DPIA done?,Privacy policy,Contact,Email,Budget code,Annual cost,Checked by,Notes\n")
	for i := range 10_000 {
		fmt.Fprintf(&s, "%d,Supplier %d Ltd,App no. %d,Homework for year %d,Pupils and parents,\"Names, email, dob; SEN\",Yes - SEN,Pub task,9(2)(g),Not needed,Processor,Yes - DPA signed %d/5/2024,%d/5/2024,31/8/2027,AWS Dublin,Support team in India,SCCs + UK addendum,Wonde sync,SSO,Encrypted at rest,Until they leave + %d yrs,Termly,Yes Sept 2025,https://supplier%d.example/privacy,Sales team,help@supplier%d.example,C%d,£%d,JS,Asked %d times in spring\n",
			i+1, i%500, i%700, i%13, i%28+1, i%28+1, i%7+1, i%500, i%500, i%40, i%900, i%9)
	}
	benchmarkRead(b, s.String())
}

func benchmarkRead(b *testing.B, csv string) {
	book := testBook(b)
	for b.Loop() {
		if _, err := Read([]File{{"flows.csv", []byte(csv)}}, Options{Book: book}); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkKnownGists is what the first heading that nothing tells costs.
func BenchmarkKnownGists(b *testing.B) {
	for b.Loop() {
		column.BuildGists()
	}
}
