package rules_test

import (
	"strings"
	"testing"

	"dpmap/fixtures/judged"
)

// TestListsOfApps reads lists of what is used in class, whose headings and sheets
// say what their rows do not: which of them are online services to children.
func TestListsOfApps(t *testing.T) {
	for _, c := range []struct{ file, table, due string }{
		{"list.csv", "App / website,Used by,Pupil data entered,Based in\nKite Maths,R-Y6,First name; class,UK\nKite Rotas,Staff,First name,UK\nKite Marks,Teachers and pupils,First name,UK\n", "Kite Maths; Kite Marks"},
		{"list.csv", "App,Used for,Data subjects,Personal data,Country\nKite Maths,Maths,Pupils,Name,UK\nKite Pay,Payroll,Staff,Name,UK\nKite Base,MIS,Pupils,Name,UK\n", "Kite Maths"},
		{"list.csv", "System,Used for,Data subjects,Personal data,Country\nKite Maths,Maths,Pupils,Name,UK\nKite Base,MIS,Pupils,Name,UK\n", ""},
	} {
		var due []string
		_, result := judged.File(t, c.file, []byte(c.table))
		for _, f := range result.Findings {
			if f.Rule == "dpia-missing" {
				due = append(due, strings.TrimPrefix(strings.Split(f.Message, ":")[0], "This organisation to "))
			}
		}
		if got := strings.Join(due, "; "); got != c.due {
			t.Errorf("%s: an assessment is due for %q, want %q", c.table, got, c.due)
		}
	}
}
