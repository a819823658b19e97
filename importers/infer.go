package importers

import (
	"slices"

	"dpmap/graph"
	"dpmap/graph/law"
	"dpmap/importers/cell"
)

// inferConditions adds the Art 9 condition that the words of an Art 6 basis
// also state: consent and vital interests stand in both articles. It does so
// only where the basis was stated for special-category data, so that consent to
// marketing on one row of an activity does not cover health data on another, and
// never where a cell about Art 9 says something else.
//
// Vital interests serve special-category data only where the person cannot give
// consent. They count where a row of their own states them for that data and no
// other, as notices do; as the basis of a whole row they do not.
func inferConditions(book *law.Book, f *graph.Flow) {
	asked, hasColumn := f.Reads.At(graph.FieldCondition)
	if !f.IsSpecial() || !cell.IsUnknown(asked.Value) {
		return
	}
	for _, s := range f.Bases {
		basis, ok := book.Basis(s.ID)
		if !ok || basis.Condition == "" || !coversSpecial(f, s.Covers) {
			continue
		}
		if basis.Condition != consentCondition && (hasColumn || !onlySpecial(f, s.Covers)) {
			continue
		}
		if stands(f.Conditions, basis.Condition, s.Covers) {
			continue
		}
		f.Conditions = append(f.Conditions, graph.Stated{
			ID: basis.Condition, Text: s.Text, Covers: s.Covers, Inferred: true, At: s.At,
		})
	}
}

const consentCondition = "9(2)(a)"

// coversSpecial reports whether words stated for some categories were stated
// for special-category data.
func coversSpecial(f *graph.Flow, covers []string) bool {
	if len(covers) == 0 {
		return true
	}
	return slices.ContainsFunc(f.Categories, func(c graph.Category) bool {
		return c.Class == law.Special && slices.Contains(covers, c.Name)
	})
}

// onlySpecial reports whether words were stated for special-category data by
// name, and for nothing else.
func onlySpecial(f *graph.Flow, covers []string) bool {
	return len(covers) > 0 && !slices.ContainsFunc(f.Categories, func(c graph.Category) bool {
		return c.Class != law.Special && slices.Contains(covers, c.Name)
	})
}

func stands(list []graph.Stated, id string, covers []string) bool {
	return slices.ContainsFunc(list, func(s graph.Stated) bool {
		return s.ID == id && (len(s.Covers) == 0 || slices.Equal(s.Covers, covers))
	})
}
