package importers

import (
	"strings"
	"testing"
)

// TestRefusalAdvice holds that a refusal never advises to read data, purposes or
// classes as the recipients, and says the same of the same cells whatever the
// sheet is called.
func TestRefusalAdvice(t *testing.T) {
	const none = `name one with --heading "Their heading=`
	for _, c := range []struct{ name, csv, wants string }{
		{"classes", "Asset Name,Data Categories,Classification,Storage\nLog,Name,Open,Drive\nFile,Name,Secret,Drive\nList,Name,Open,Drive\n", none + "to"},
		{"own things", "Name,Purpose,Data kept\nMusic service,Lessons,Name\nActivities database,Clubs,Name\nScholarship database,Grants,Name\n", none + "to"},
		{"ways of sending", "Recipient,How we share the data,Colour\nBrightreg,Email,Red\n", none + "purpose"},
		{"foreign", "Verarbeitung,Kategorien,Empf\u00e4nger\nLohn,Name,Moneta\nSch\u00fcler,Name,Brightreg\nReisen,Name,Busby\n", `--heading "Empfänger=to"`},
	} {
		t.Run(c.name, func(t *testing.T) {
			for _, file := range []string{"a.csv", "register.csv"} {
				_, err := Read([]File{{file, []byte(c.csv)}}, Options{Book: testBook(t)})
				if err == nil || !strings.Contains(err.Error(), c.wants) {
					t.Errorf("%s: got %v, want %s", file, err, c.wants)
				}
			}
		})
	}
}
