package column

import (
	"dpmap/graph"
	"dpmap/importers/cell"
	"dpmap/importers/words"
)

// FieldHeldAs is the field of a column that says what sort of thing an asset is:
// software that somebody else runs, or a spreadsheet of one's own.
const FieldHeldAs graph.Field = "held-as"

var (
	typeHeading  = words.Regexp(`^(asset |system |tool |record |data |resource )?(type|types|category|kind|sort|class|format|medium)( of (asset|system|tool|record|resource|storage))?$`)
	RunElsewhere = words.Regexp(`\b(saas|software as a service|cloud|online|hosted|third party|external|subscription|paas|iaas|ai|social media|website|web ?based|web app|platform|portal)\b`)
	product      = words.Regexp(`\b(software|apps?|applications?|systems?|tools?|programs?|programmes?|services?|api|crm|mis|vle|lms|edtech|products?)\b`)
)

// IsTypeColumn reports whether a column says what sort of thing each asset is.
func IsTypeColumn(c graph.Column, values []string) bool {
	values = cell.KnownValues(values)
	return c.How != ByOption && typeHeading.MatchString(words.Fold(c.Heading)) && len(values) >= 2 && 10*cell.CountOf(values, func(v string) bool { return SortOf(v) != 0 }) >= 6*len(values)
}

// AssetSort is what sort of thing an asset is.
type AssetSort int

const (
	SortOwn AssetSort = iota + 1
	SortElsewhere
	SortProduct
)

// SortOf is the sort that a cell names; zero where it names none.
func SortOf(text string) AssetSort {
	switch folded := words.Fold(text); {
	case OwnInside.MatchString(folded):
		return SortOwn
	case RunElsewhere.MatchString(folded):
		return SortElsewhere
	case ownKind(folded):
		return SortOwn
	case product.MatchString(folded):
		return SortProduct
	}
	return 0
}

// OwnInside is said of what would else be somebody's: "Internal app".
var OwnInside = words.Regexp(`^(internal|in ?house|self ?hosted|on ?prem(ise|ises)?|bespoke|home made|our own)( (built|developed|hosted|only))?( (apps?|applications?|software|tools?|systems?|spreadsheets?|databases?|servers?|platforms?|websites?))?$`)

// withTypes tells the column that says what sort of thing each product is, beside one
// that names products.
func withTypes(columns []graph.Column, samples map[int][]string) []graph.Column {
	for i, c := range columns {
		if c.Field == "" && c.How == "" && IsTypeColumn(c, samples[c.Col]) {
			columns[i].Field, columns[i].How, columns[i].Why = FieldHeldAs, ByWords, "its cells say what sort of thing the row is about"
			break
		}
	}
	return columns
}

// ownKind, RunElsewhere and product are sorts of assets: one's own, what somebody
// else runs, and what may be either. The first that fits counts.
func ownKind(folded string) bool { return words.PhraseList("own kinds").Has(folded) }
