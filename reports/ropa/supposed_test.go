package ropa

import (
	"strings"
	"testing"
	"time"

	"dpmap/graph/law"
)

// TestEverySheetTellsTheSupposition holds that no sheet and no printed page of
// a what-if passes for the record.
func TestEverySheetTellsTheSupposition(t *testing.T) {
	r := sample(t)
	overlay := law.Overlay{File: "mine.csv", Data: []byte("id,regime,ends\nuk-japan,UK,2027-01-31\n")}
	book, err := law.OpenOver([]law.Overlay{overlay}, law.Day(2026, time.November, 22), "uk-us-data-bridge")
	if err != nil {
		t.Fatal(err)
	}
	r.Result.Book = book
	_, f := written(t, r, Options{Map: pixel(t)})
	const words = "A SUPPOSITION: as if fallen: uk-us-data-bridge"
	on := map[string]bool{}
	laid := false
	each(t, f, func(sheet, _, value string) {
		on[sheet] = on[sheet] || value == words
		laid = laid || value == "uk-japan (UK): ends is 2027-01-31, was blank"
	})
	for _, sheet := range f.GetSheetList() {
		if !on[sheet] {
			t.Errorf("%s does not tell the supposition", sheet)
		}
		foot, err := f.GetHeaderFooter(sheet)
		if err != nil || !strings.Contains(foot.OddFooter, words) || len(foot.OddFooter) > 255 {
			t.Errorf("%s prints %+v, %v", sheet, foot, err)
		}
	}
	if !laid {
		t.Error("what was laid over the law is not told")
	}
	props, err := f.GetDocProps()
	if err != nil || !strings.Contains(props.Description, words) {
		t.Errorf("%+v, %v", props, err)
	}
	_, f = written(t, sample(t), Options{Map: pixel(t)})
	each(t, f, func(sheet, cell, value string) {
		if strings.Contains(value, "SUPPOSITION") || strings.Contains(value, "Laid over") {
			t.Errorf("%s!%s of a plain record says %q", sheet, cell, value)
		}
	})
}

// A footer holds 255 characters, however much is supposed.
func TestAFooterIsShort(t *testing.T) {
	r := sample(t)
	var all []string
	for _, i := range r.Result.Book.Instruments() {
		all = append(all, i.ID)
	}
	book, err := law.Open(law.Day(2026, time.November, 22), all...)
	if err != nil {
		t.Fatal(err)
	}
	r.Result.Book = book
	_, f := written(t, r, Options{})
	foot, err := f.GetHeaderFooter(summarySheet)
	if err != nil || len([]rune(foot.OddFooter)) > 255 || !strings.Contains(foot.OddFooter, "&P of &N") {
		t.Errorf("%+v, %v", foot, err)
	}
}
