package importers

import (
	"slices"
	"strings"

	"dpmap/graph"
	"dpmap/importers/cell"
	"dpmap/importers/words"
)

// alsoSpecial reads a further column about special category data: a yes counts,
// wherever it stands.
func alsoSpecial(r *record, f *graph.Flow, v value, at graph.Ref) {
	declared, doubts := cell.ParseSpecial(r.t.book, v.text)
	r.t.problems.doubts(at, doubts)
	if declared.State != graph.Yes && f.Special.State != 0 {
		return
	}
	if declared.State == graph.Yes && f.Special.State == graph.Yes {
		for _, k := range declared.Kinds {
			if !slices.Contains(f.Special.Kinds, k) {
				f.Special.Kinds = append(slices.Clip(f.Special.Kinds), k)
			}
		}
		return
	}
	if declared.State == graph.Yes && f.Special.State == graph.No {
		r.t.problems.warn(at, words.Quote(saidUnder(at, v))+" goes against "+words.Quote(f.Special.Text)+", so the row is taken to be about special category data", "mend the one that is wrong")
	}
	f.Special = declared
	f.Special.Text = strings.TrimPrefix(saidUnder(at, v), ": ")
	r.readAt(graph.FieldSpecial, at)
}

// alsoCategories reads a further column of data: "Other data", "Staff data".
func alsoCategories(r *record, f *graph.Flow, v value, at graph.Ref) {
	for _, c := range r.t.categories(r.t.s.owner, v.text, at) {
		if !slices.ContainsFunc(f.Categories, func(o graph.Category) bool { return words.Fold(o.Name) == words.Fold(c.Name) }) {
			f.Categories = append(slices.Clip(f.Categories), c)
		}
	}
}

// alsoSubjects reads a further column of people.
func alsoSubjects(_ *record, f *graph.Flow, v value, _ graph.Ref) {
	for _, s := range cell.Subjects(v.text) {
		if !slices.Contains(f.Subjects, s) {
			f.Subjects = append(slices.Clip(f.Subjects), s)
		}
	}
}

// alsoBasis reads a further column of lawful bases where the first has none. What
// two columns state differently is the rules' to tell.
func alsoBasis(r *record, f *graph.Flow, v value, at graph.Ref) {
	if len(f.Bases) > 0 {
		return
	}
	g, doubts := r.t.bases.read(v.text, func(s string) (cell.Grounds, []cell.Doubt) { return cell.ParseBasis(r.t.book, s) })
	r.t.problems.doubts(at, doubts)
	addGrounds(f, g, nil, at)
	r.readAt(graph.FieldBasis, at)
}
