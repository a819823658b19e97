package importers

import (
	"testing"

	"dpmap/importers/column"
)

// TestMeanings holds that every field of a flow is explained once, and nothing
// that is none.
func TestMeanings(t *testing.T) {
	said := map[string]bool{}
	for _, m := range Meanings() {
		if said[string(m.Field)] || m.Means == "" {
			t.Errorf("%s stands twice or is not explained", m.Field)
		}
		said[string(m.Field)] = true
		if m.Field != column.FieldNone && !fieldNames()[m.Field] {
			t.Errorf("%s is no field", m.Field)
		}
	}
	for _, f := range flowFieldTable {
		if !said[string(f.field)] || checkHeadings([]column.Heading{{Heading: "A", Field: f.field}}) != nil {
			t.Errorf("%s, which a column may be taken for, is not explained or --heading does not take it", f.field)
		}
	}
	for _, name := range fieldList() {
		if !said[name] {
			t.Errorf("%s is not explained", name)
		}
	}
}

// TestFieldMeant holds that a field called by one of its headings is understood.
func TestFieldMeant(t *testing.T) {
	for _, x := range []struct{ field, want string }{
		{"contract", "agreement"}, {"hosting-county", "hosting-country"}, {"Transfers", "transfer-safeguard"}, {"supplier", "to"}, {"zzzz", ""},
	} {
		if got := fieldMeant(x.field); got != x.want {
			t.Errorf("%s: %q, want %q", x.field, got, x.want)
		}
	}
}
