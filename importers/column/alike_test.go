package column

import (
	"slices"
	"strings"
	"testing"
	"time"

	"dpmap/graph"
	"dpmap/graph/law"
	"dpmap/importers/words"
)

// TestGistsLeftOut asks for the field of each known heading by what the others say,
// without those of the very same words: that is nearly always right, and says
// something of most.
func TestGistsLeftOut(t *testing.T) {
	table := HeadingTable()["flow"]
	same := func(folded string) string {
		words := strings.Fields(folded)
		for i, w := range words {
			words[i] = singular(w)
		}
		slices.Sort(words)
		return strings.Join(slices.Compact(words), " ")
	}
	said := map[string][]string{}
	for _, f := range table.order {
		gist := looseSynonyms().gist(f)
		said[gist] = append(said[gist], f)
	}
	spoke, right := 0, 0
	for _, f := range table.order {
		var fields []graph.Field
		for _, other := range said[looseSynonyms().gist(f)] {
			if same(other) != same(f) {
				fields = append(fields, table.field[other])
			}
		}
		slices.Sort(fields)
		if fields = slices.Compact(fields); len(fields) != 1 {
			continue
		}
		spoke++
		if fields[0] == table.field[f] {
			right++
		}
	}
	if 1000*right < 975*spoke || 10*spoke < 6*len(table.order) {
		t.Errorf("of %d headings %d say what others say, and %d of these are of the same field; it should be 6 in 10, and 975 in 1000 of these", len(table.order), spoke, right)
	}
}

// TestGist holds what keeps two headings apart: who gives and who gets, what is
// denied, whether and until when.
func TestGist(t *testing.T) {
	gist := looseSynonyms().gist
	for _, same := range [][2]string{
		{"kids concerned", "affected pupils"},
		{"which firm is it given to", "company data is sent to"},
		{"wiped after", "after deletion"},
		{"last refresh", "last checked"},
		{"young people", "pupils"},
	} {
		if a, b := gist(same[0]), strings.ReplaceAll(gist(same[1]), "data ", ""); a != b {
			t.Errorf("%q says %q, and %q says %q", same[0], a, same[1], b)
		}
	}
	for _, apart := range [][2]string{
		{"information shared by school", "information shared by"},
		{"shared by", "shared with"},
		{"consent", "no consent"},
		{"contract signed", "contract not signed"},
		{"contract end date", "contract date"},
		{"stored outside the school", "stored at school"},
		{"next review", "last review"},
	} {
		if a, b := gist(apart[0]), gist(apart[1]); a == b {
			t.Errorf("%q and %q both say %q", apart[0], apart[1], a)
		}
	}
}

func TestAlikeFor(t *testing.T) {
	book, err := law.Open(law.Day(2026, time.November, 22))
	if err != nil {
		t.Fatal(err)
	}
	all := func(graph.Field) bool { return true }
	for _, c := range []struct {
		heading, values string
		want            graph.Field
	}{
		{"Affected persons", "Staff|Pupils|Y11", graph.FieldSubjects},
		{"Kids/parents/staff", "Kids|Kids|Kids, parents", graph.FieldSubjects},
		{"Last refresh", "Aug 25|Sep 25", graph.FieldReviewed},
		{"Last refresh", "Yes|No", ""},
		{"Affected persons", "Yes|No", ""},
		{"Info shared by school", "Child's name|Child's pictures", ""},
		{"Nation where it is housed", "Yes|No", ""},
	} {
		if got, why := alikeFor(c.heading, strings.Split(c.values, "|"), book, all); got != c.want {
			t.Errorf("%q over %q: %q (%s), want %q", c.heading, c.values, got, why, c.want)
		}
	}
}

// TestSynonymTable holds that each row is close or loose, and that no word says two
// things in one of them.
func TestSynonymTable(t *testing.T) {
	said := map[[2]string]string{}
	for _, row := range tableRows(t, synonymsCSV, 3) {
		if row[0] != "close" && row[0] != "loose" {
			t.Errorf("%q: words are close or loose", row)
		}
		for name := range strings.SplitSeq(row[2], "|") {
			key := [2]string{row[0], strings.Join(singulars(words.Fold(name)), " ")}
			if was, twice := said[key]; twice && was != row[1] {
				t.Errorf("%q says %q and %q", key, was, row[1])
			}
			said[key] = row[1]
		}
	}
}

// TestPlainText holds what close words say, in the order in which they stand.
func TestPlainText(t *testing.T) {
	for text, want := range map[string]string{
		"please list the vendors": "supplier", "pupils information sent to": "data shared with", "where does the school keep it": "where do we keep it",
		"names of the apps": "system", "": "",
	} {
		if got := plainText(text); got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}
