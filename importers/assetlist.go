package importers

import (
	"slices"

	"dpmap/graph"
	"dpmap/graph/law"
)

// fieldHeldAs is the field of a column that says what sort of thing an asset is:
// software that somebody else runs, or a spreadsheet of one's own.
const fieldHeldAs graph.Field = "held-as"

// assetList is what is known of a register of assets that names no recipients: who
// keeps an asset is its storage, or the product that it is.
type assetList struct {
	name    int // the column of the assets' names
	storage int // the column that says where they are kept, 0 for none
}

var (
	assetHeading   = re(`^((name|title) of (the )?)?(the )?(information |data |it )?(assets?|names?|titles?|items?|systems?|applications?|apps?|tools?|resources?|software|records?|data ?sets?|databases?|services?)( names?| titles?| descriptions?)?$`)
	typeHeading    = re(`^(asset |system |tool |record |data |resource )?(type|types|category|kind|sort|class|format|medium)( of (asset|system|tool|record|resource|storage))?$`)
	storageHeading = re(`\b(stor(ed|age)|kept|held|hosted|hosting|located|location|host|lives|platform)\b`)
	// ownKind, runElsewhere and product are sorts of assets: one's own, what somebody
	// else runs, and what may be either. The first that fits counts.
	ownKind      = re(`\b(internal|in ?house|self ?hosted|on ?prem(ise|ises)?|spreadsheets?|excel|word|databases?|hardware|devices?|laptops?|desktops?|computers?|pcs?|servers?|paper|papers|manual|physical|hard ?copy|documents?|files?|folders?|drives?|process(es)?|people|forms?|scripts?|macros?|records?|bespoke)\b`)
	runElsewhere = re(`\b(saas|software as a service|cloud|online|hosted|third party|external|subscription|paas|iaas|ai|social media|website|web ?based|web app|platform|portal)\b`)
	product      = re(`\b(software|apps?|applications?|systems?|tools?|programs?|programmes?|services?|api|crm|mis|vle|lms|edtech|products?)\b`)
	// ownPlace finds places of one's own where an asset is kept.
	ownPlace = re(`\b(physical|paper|cabinets?|drawers?|safe|locked|cupboards?|offices?|premises|on ?site|on ?prem(ise|ises)?|laptops?|desktops?|pcs?|usb|memory sticks?|server room|(school|our|own|local|internal|in house|file|physical) (servers?|network|drives?|site)|(shared|network|local|hard|c|s) drives?|servers?|intranet|archives?|hard ?copy|filing|folders?|shelf|shelves|((store|staff|class|strong|first aid|medical|comms|plant|meeting)[ -]?)?rooms?|library|hall|reception|lodge|kitchen|building|school site|noticeboards?|safes?)\b`)
)

var (
	// cloudBefore and cloudBehind are words about a keeper that are no part of its name.
	cloudBefore = re(`^((hosted|held|stored|kept|provided|managed|run|backed up)( (by|with|on|in|at|via|within))?|in|on|with|by)( the)? |^(cloud|online|hosted|saas|web|electronic(ally)?)( based)?\s*[-–—:(/,]\s*`)
	cloudBehind = re(`\s*[-–—:(/,]\s*(cloud|online|hosted|saas|web|software|app|electronic)( based| hosted| service| storage)?\)?$`)
)

// nobodysPlace finds places that tell neither who nor that it is oneself.
var nobodysPlace = re(`^(the |a |our |on )*(drive|computers?|electronic(ally)?|digital(ly)?|online|internet|it|systems?|it systems?|databases?|software|apps?|various|both)$`)

// assetList recognises a register of assets among the top rows: names, what data is
// in them, and who keeps them, told by where they are stored or by what they are.
func (s *source) assetList(top []line, o Options) {
	l := layoutNamed("asset-list")
	if o.Layout != "" && o.Layout != l.Name || s.isSupport() {
		return
	}
	f := s.refuse(top, o)
	if f == nil || f.has(graph.FieldTo) || !f.has(graph.FieldCategories) && !f.has(graph.FieldBasis) && !f.has(graph.FieldSpecial) {
		return
	}
	s.head = f.head
	samples := s.samples(top)
	s.head = 0
	a := &assetList{}
	name := slices.IndexFunc(f.cols, func(c graph.Column) bool {
		return assetHeading.MatchString(fold(c.Heading)) && c.How != byOption && (c.Field == "" || c.Field == graph.FieldPurpose || c.Field == graph.FieldSystem)
	})
	if name < 0 || len(knownValues(samples[f.cols[name].Col])) < 2 {
		return
	}
	a.name = f.cols[name].Col
	kind, elsewhere := slices.IndexFunc(f.cols, func(c graph.Column) bool { return isTypeColumn(c, samples[c.Col]) }), 0
	if kind >= 0 {
		elsewhere = countOf(knownValues(samples[f.cols[kind].Col]), func(v string) bool { return sortOf(v) == sortElsewhere || sortOf(v) == sortProduct })
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
		cols[kind].Field, cols[kind].How, cols[kind].Why = fieldHeldAs, byContents, "its cells say what sort of thing the row is about, and no column says who receives the data"
	}
	if cols[name].Field == "" && !f.has(graph.FieldPurpose) {
		cols[name].Field, cols[name].How, cols[name].Why = graph.FieldPurpose, byPosition, "it names what the row is about"
	}
	s.layout, s.head, s.cols, s.assets = l, f.head, cols, a
}

func isTypeColumn(c graph.Column, values []string) bool {
	values = knownValues(values)
	return c.How != byOption && typeHeading.MatchString(fold(c.Heading)) && len(values) >= 2 && 10*countOf(values, func(v string) bool { return sortOf(v) != 0 }) >= 6*len(values)
}

// untilWhen finds headings that ask how long something is kept, and not where.
var untilWhen = re(`\b(till?|until|up to|for|how long|period|date)\b`)

func isStorageColumn(c graph.Column) bool {
	switch c.Field {
	case "", fieldLocation, graph.FieldHosting, graph.FieldSystem:
		return c.How != byOption && storageHeading.MatchString(fold(c.Heading)) && !untilWhen.MatchString(fold(c.Heading))
	}
	return false
}

// assetSort is what sort of thing an asset is.
type assetSort int

const (
	sortOwn assetSort = iota + 1
	sortElsewhere
	sortProduct
)

func sortOf(text string) assetSort {
	switch folded := fold(text); {
	case ownInside.MatchString(folded):
		return sortOwn
	case runElsewhere.MatchString(folded):
		return sortElsewhere
	case ownKind.MatchString(folded):
		return sortOwn
	case product.MatchString(folded):
		return sortProduct
	}
	return 0
}

// ownInside is said of what would else be somebody's: "Internal app".
var ownInside = re(`^(internal|in ?house|self ?hosted|on ?prem(ise|ises)?|bespoke|home made|our own)( (built|developed|hosted|only))?( (apps?|applications?|software|tools?|systems?|spreadsheets?|databases?|servers?|platforms?|websites?))?$`)

// ownThings finds sorts of things that no supplier has: beside a product's name they
// say that it is one's own.
var ownThings = re(`^(spreadsheets?|excel|excel (spreadsheets?|files?|workbooks?)|paper|paper (files?|records?|forms?)|hardware|laptops?|desktops?|word documents?|hard ?copy|manual( records?)?|filing cabinets?)$`)

// isOwnThing reports whether the row says that what its name is of is a spreadsheet,
// paper or a program of one's own.
func (r *record) isOwnThing() bool {
	v, _, ok := r.cell(fieldHeldAs)
	return ok && (ownInside.MatchString(fold(v.text)) || ownThings.MatchString(fold(v.text)))
}

// withTypes tells the column that says what sort of thing each product is, beside one
// that names products.
func withTypes(columns []graph.Column, samples map[int][]string) []graph.Column {
	for i, c := range columns {
		if c.Field == "" && c.How == "" && isTypeColumn(c, samples[c.Col]) {
			columns[i].Field, columns[i].How, columns[i].Why = fieldHeldAs, byWords, "its cells say what sort of thing the row is about"
			break
		}
	}
	return columns
}

// keeper is who keeps what is stored at a place: "Northflank (UK)" is Northflank. It is
// empty for a place of one's own, and for a country, which is nobody.
func keeper(book *law.Book, text string) string {
	bare := text
	if inner := bracketed(text); len(inner) > 0 && !slices.ContainsFunc(inner, func(in string) bool { return !isPlace(book, in) }) {
		bare = withoutBrackets(text)
	}
	bare = cloudBefore.ReplaceAllString(cloudBehind.ReplaceAllString(bare, ""), "")
	if isUnknown(bare) || isNotApplicable(bare) || isPlace(book, bare) || fold(bare) == "" || ownPlace.MatchString(fold(text)) && !runElsewhere.MatchString(fold(bare)) {
		return ""
	}
	if _, own := words("premises").whole(bare); own || nobodysPlace.MatchString(fold(bare)) {
		return ""
	}
	if _, open := words("open").whole(bare); open {
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
	sort := assetSort(0)
	if v, _, ok := r.cell(fieldHeldAs); ok {
		sort = sortOf(v.text)
	}
	by := keeper(r.t.book, stored.text)
	switch {
	case named && sort == sortElsewhere, named && sort == sortProduct && a.storage == 0 && !ownThing.MatchString(name.text):
		by, _ = described(name.text)
	case has && by != "":
		at = where
	case sort == sortOwn, has && ownPlace.MatchString(fold(stored.text)), ownThing.MatchString(name.text) && a.storage == 0:
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
	r.t.problems.tell(at, quote(name)+" is taken for a thing of your own organisation, so the row sends nothing to anybody else", "write the name of the company, if one keeps it for you")
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
