package reports

import "dpmap/graph"

// LayoutWords is what a sheet was read as, for readers: the names of layouts are
// for --layout.
func LayoutWords(s graph.SheetCount) string {
	switch {
	case s.Own:
		return "made by dpmap, passed over"
	case s.Layout == "":
		return "not recognised"
	}
	for _, l := range [...]struct{ name, words string }{
		{"native", "a list of flows"}, {"generic", "a list of flows"}, {"register", "who keeps the register"},
		{"organisations", "a list of organisations"}, {"accepted", "accepted findings"}, {"definitions", "what words mean"},
		{"supplier-list", "a list of suppliers"}, {"sub-processor-list", "a list of sub-processors"}, {"retention", "a retention schedule"},
		{"ico-controller", "the ICO's template for controllers"}, {"ico-processor", "the ICO's template for processors"},
		{"exams-policy", "an exams policy"}, {"purposes-table", "a notice's table of purposes"}, {"share-list", "a list of recipients in one column"},
	} {
		if l.name == s.Layout {
			return l.words
		}
	}
	return s.Layout
}
