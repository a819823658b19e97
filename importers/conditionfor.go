package importers

import (
	"slices"
	"strings"

	"dpmap/graph"
	"dpmap/graph/law"
	"dpmap/importers/cell"
	"dpmap/importers/words"
)

// conditions reads a cell about Art 9, where each item may say which data it is
// for: "Health conditions: 9(2)(h)".
func (r *record) conditions(f *graph.Flow, text string, at graph.Ref) {
	for _, item := range conditionItems(text) {
		covers, rest, doubts := forCategories(r.t.book, f, item)
		r.t.problems.doubts(at, doubts)
		if doubts != nil {
			continue
		}
		g, doubts := r.t.art9.read(rest, func(s string) (cell.Grounds, []cell.Doubt) { return cell.ParseCondition(r.t.book, s) })
		r.t.problems.doubts(at, doubts)
		g.Bases = nil // Art 6 has its own column
		addGrounds(f, g, covers, at)
	}
}

// conditionItems is the whole cell, or its items where one of them says which
// data it is for.
func conditionItems(text string) []string {
	list := words.Items(text)
	if slices.ContainsFunc(list, func(item string) bool { _, _, ok := labelled(item); return ok }) {
		return list
	}
	return []string{text}
}

// labelled parts "Health conditions: 9(2)(h)" at its mark.
func labelled(item string) (label, rest string, ok bool) {
	for _, mark := range []string{":", " - ", " – ", " — ", "="} {
		if label, rest, ok = strings.Cut(item, mark); ok && cell.Citation.MatchString(rest) && !cell.Citation.MatchString(label) {
			return strings.TrimSpace(label), strings.TrimSpace(rest), true
		}
	}
	return "", item, false
}

// forCategories is the categories of a flow that an item says it is for: those
// of that name or kind. A label that names no data ("Condition: 9(2)(h)") labels
// nothing; one that names special-category data of another kind than the row's
// is a doubt.
func forCategories(book *law.Book, f *graph.Flow, item string) (covers []string, rest string, doubts []cell.Doubt) {
	label, rest, ok := labelled(item)
	if !ok {
		return nil, item, nil
	}
	meant := cell.Category(book, label, graph.Ref{})
	for _, c := range f.Categories {
		name := words.Fold(c.Name)
		if words.Contains(name, words.Fold(label)) || words.Contains(words.Fold(label), name) || meant.Class == law.Special && meant.Kind != "" && c.Kind == meant.Kind {
			covers = append(covers, c.Name)
		}
	}
	if covers == nil && meant.Class == law.Special && meant.Kind != "" && len(f.Categories) > 0 && !isSpecialAtLarge(label) {
		return nil, rest, []cell.Doubt{{Message: "condition " + words.Quote(item) + " is for " + words.Quote(label) + ", which the row's categories do not name", Fix: "use the name that stands in the row's data categories"}}
	}
	return covers, rest, nil
}

// isSpecialAtLarge reports whether a label means special-category data of every
// kind.
func isSpecialAtLarge(label string) bool {
	f := words.Fold(label)
	return words.Contains(f, "special") || words.Contains(f, "sensitive")
}
