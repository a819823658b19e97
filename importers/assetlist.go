package importers

import (
	"slices"

	"dpmap/graph"
	"dpmap/graph/law"
	"dpmap/importers/cell"
	"dpmap/importers/column"
	"dpmap/importers/words"
)

// assetList is what is known of a register of assets that names no recipients: who
// keeps an asset is its storage, or the product that it is.
type assetList struct {
	name    int // the column of the assets' names
	storage int // the column that says where they are kept, 0 for none
}

var (
	storageHeading = words.Regexp(`\b(stor(ed|age)|kept|held|hosted|hosting|located|location|host|lives|platform)\b`)
)

var (
	// cloudBefore and cloudBehind are words about a keeper that are no part of its name.
	cloudBefore = words.Regexp(`^((hosted|held|stored|kept|provided|managed|run|backed up)( (by|with|on|in|at|via|within))?|in|on|with|by)( the)? |^(cloud|online|hosted|saas|web|electronic(ally)?)( based)?\s*[-–—:(/,]\s*`)
	cloudBehind = words.Regexp(`\s*[-–—:(/,]\s*(cloud|online|hosted|saas|web|software|app|electronic)( based| hosted| service| storage)?\)?$`)
)

// nobodysPlace finds places that tell neither who nor that it is oneself.
var nobodysPlace = words.Regexp(`^(the |a |our |on )*(drive|computers?|electronic(ally)?|digital(ly)?|online|internet|it|systems?|it systems?|databases?|software|apps?|various|both)$`)

// assetList recognises a register of assets among the top rows: names, what data is
// in them, and who keeps them, told by where they are stored or by what they are. It
// begins from what is known of a sheet that is not read.
func (s *source) assetList(top []line, o Options, refuse func() *refusal) {
	l := layoutNamed("asset-list")
	if o.Layout != "" && o.Layout != l.Name || s.isSupport() {
		return
	}
	f := refuse()
	if f == nil || f.has(graph.FieldTo) || !f.has(graph.FieldCategories) && !f.has(graph.FieldBasis) && !f.has(graph.FieldSpecial) {
		return
	}
	s.head = f.head
	samples := s.samples(top)
	s.head = 0
	a := &assetList{}
	name := slices.IndexFunc(f.cols, func(c graph.Column) bool {
		return assetHeading(words.Fold(c.Heading)) && c.How != column.ByOption && (c.Field == "" || c.Field == graph.FieldPurpose || c.Field == graph.FieldSystem)
	})
	if name < 0 || len(cell.KnownValues(samples[f.cols[name].Col])) < 2 {
		return
	}
	a.name = f.cols[name].Col
	kind, elsewhere := slices.IndexFunc(f.cols, func(c graph.Column) bool { return column.IsTypeColumn(c, samples[c.Col]) }), 0
	if kind >= 0 {
		elsewhere = cell.CountOf(cell.KnownValues(samples[f.cols[kind].Col]), func(v string) bool {
			return column.SortOf(v) == column.SortElsewhere || column.SortOf(v) == column.SortProduct
		})
	}
	for _, c := range f.cols {
		if a.storage == 0 && c.Col != a.name && isStorageColumn(c) && slices.ContainsFunc(samples[c.Col], func(v string) bool { return keeper(s.book, v) != "" }) {
			a.storage = c.Col
		}
	}
	if a.storage == 0 && elsewhere == 0 {
		return
	}
	cols := slices.Clone(f.cols)
	if kind >= 0 {
		cols[kind].Field, cols[kind].How, cols[kind].Why = column.FieldHeldAs, column.ByContents, "its cells say what sort of thing the row is about, and no column says who receives the data"
	}
	if cols[name].Field == "" && !f.has(graph.FieldPurpose) {
		cols[name].Field, cols[name].How, cols[name].Why = graph.FieldPurpose, column.ByPosition, "it names what the row is about"
	}
	s.layout, s.head, s.cols, s.assets = l, f.head, cols, a
}

// untilWhen finds headings that ask how long something is kept, and not where.
var untilWhen = words.Regexp(`\b(till?|until|up to|for|how long|period|date)\b`)

func isStorageColumn(c graph.Column) bool {
	switch c.Field {
	case "", column.FieldLocation, graph.FieldHosting, graph.FieldSystem:
		return c.How != column.ByOption && storageHeading.MatchString(words.Fold(c.Heading)) && !untilWhen.MatchString(words.Fold(c.Heading))
	}
	return false
}

// ownThings finds sorts of things that no supplier has: beside a product's name they
// say that it is one's own.
var ownThings = words.Regexp(`^(spreadsheets?|excel|excel (spreadsheets?|files?|workbooks?)|paper|paper (files?|records?|forms?)|hardware|laptops?|desktops?|word documents?|hard ?copy|manual( records?)?|filing cabinets?)$`)

// isOwnThing reports whether the row says that what its name is of is a spreadsheet,
// paper or a program of one's own.
func (r *record) isOwnThing() bool {
	v, _, ok := r.cell(column.FieldHeldAs)
	return ok && (column.OwnInside.MatchString(words.Fold(v.text)) || ownThings.MatchString(words.Fold(v.text)))
}

// keeper is who keeps what is stored at a place: "Northflank (UK)" is Northflank. It is
// empty for a place of one's own, and for a country, which is nobody.
func keeper(book *law.Book, text string) string {
	bare := text
	if inner := words.Bracketed(text); len(inner) > 0 && !slices.ContainsFunc(inner, func(in string) bool { return !cell.IsPlace(book, in) }) {
		bare = words.WithoutBrackets(text)
	}
	bare = cloudBefore.ReplaceAllString(cloudBehind.ReplaceAllString(bare, ""), "")
	if cell.IsUnknown(bare) || cell.IsNotApplicable(bare) || cell.IsPlace(book, bare) || words.Fold(bare) == "" || ownPlace(words.Fold(text)) && !column.RunElsewhere.MatchString(words.Fold(bare)) {
		return ""
	}
	if _, own := words.List("premises").Whole(bare); own || nobodysPlace.MatchString(words.Fold(bare)) {
		return ""
	}
	if _, open := words.List("open").Whole(bare); open {
		return ""
	}
	return bare
}

// keepers are who gets the data of an asset: the product that somebody else runs, or
// who stores it; one's own organisation where it is a thing of its own.
func (r *record) keepers() ([]int, bool) {
	a := r.t.s.assets
	name, at, named := r.inColumn(a.name)
	stored, where, has := r.inColumn(a.storage)
	sort := column.AssetSort(0)
	if v, _, ok := r.cell(column.FieldHeldAs); ok {
		sort = column.SortOf(v.text)
	}
	by := keeper(r.t.book, stored.text)
	switch {
	case named && sort == column.SortElsewhere, named && sort == column.SortProduct && a.storage == 0 && !column.OwnThing.MatchString(name.text):
		by, _ = cell.Described(name.text)
	case has && by != "":
		at = where
	case sort == column.SortOwn, has && ownPlace(words.Fold(stored.text)), column.OwnThing.MatchString(name.text) && a.storage == 0:
		r.tellOwnThing(name.text, at)
		return []int{own}, true
	default:
		return nil, false
	}
	var out []int
	for _, n := range r.t.partyNames(by) {
		r.tellNoName(n, at)
		if i := r.t.parties.meet(n, at); !slices.Contains(out, i) {
			out = append(out, i)
		}
	}
	r.readAt(graph.FieldTo, at)
	return out, len(out) > 0
}

func (r *record) tellOwnThing(name string, at graph.Ref) {
	r.t.problems.tell(at, words.Quote(name)+" is taken for a thing of your own organisation, so the row sends nothing to anybody else", "write the name of the company, if one keeps it for you")
}

// unkept is the place of an asset of which nothing says who keeps it, and its name.
func (r *record) unkept() (name string, at graph.Ref, ok bool) {
	if r.t.s.assets == nil || r.t.s.layout.Name != "asset-list" {
		return "", graph.Ref{}, false
	}
	v, at, ok := r.inColumn(r.t.s.assets.name)
	return v.text, at, ok
}

// inColumn is the row's cell in a column by its number.
func (r *record) inColumn(col int) (value, graph.Ref, bool) {
	i, ok := r.t.byCol[col]
	if !ok || col == 0 {
		return value{}, r.at(), false
	}
	return r.cellOf(r.t.cols[i])
}

// ownPlace tells places of one's own where an asset is kept.
func ownPlace(folded string) bool { return words.PhraseList("own places").Has(folded) }

// assetHeading reports whether a folded text has one of the phrases "assets".
func assetHeading(folded string) bool { return words.PhraseList("assets").Has(folded) }
