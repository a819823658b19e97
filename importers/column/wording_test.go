package column

import (
	"testing"
)

// TestWordingsLeftOut takes each known heading out of what was learnt and asks for
// its field: where the model is sure enough to be used, it is nearly always right,
// and it is sure of most.
func TestWordingsLeftOut(t *testing.T) {
	table := HeadingTable()["flow"]
	var list []learntHeading
	for _, f := range table.order {
		list = append(list, learntHeading{f, table.field[f]})
	}
	m := learnWordings(list)
	sure, right, asked := 0, 0, 0
	for _, h := range list {
		i, learnt := m.place[h.field]
		if !learnt {
			continue
		}
		asked++
		m.count(i, h.folded, -1)
		got, known := m.suggest(h.folded)
		m.count(i, h.folded, 1)
		if known < halfKnown || got[0].score < surest || got[0].margin < surely {
			continue
		}
		sure++
		if got[0].field == h.field {
			right++
		}
	}
	if 100*right < 97*sure || 10*sure < 7*asked {
		t.Errorf("of %d headings it is sure of %d and right in %d; it should be sure of 7 in 10, and right in 97 of 100 of these", asked, sure, right)
	}
}

func TestWordingsOfNobody(t *testing.T) {
	for _, heading := range []string{"", "Zzyzx", "RAG", "Xylophone zither"} {
		if got, known := learntWordings().suggest(heading); known >= halfKnown {
			t.Errorf("%q: %v is known, as %v", heading, known, got[0])
		}
	}
}
