package importers

import (
	"testing"
)

// TestDittoMarksAreToldInWords holds that a value which ditto marks repeat says
// so, and not by marks within quotation marks.
func TestDittoMarksAreToldInWords(t *testing.T) {
	in, err := Read([]File{{"f.csv", []byte("Recipient,Purpose,Data shared,Country\nAcme,Tea,Names,UK\nBcme,\"\"\"\",same as above,UK\n")}}, Options{Book: testBook(t)})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, i := range in.Map.Flows()[1].Implied {
		got = append(got, i.Why)
	}
	if len(got) != 2 || got[0] != "ditto marks in B3" || got[1] != `"same as above" in C3` {
		t.Errorf("why the values are implied: %q", got)
	}
}
