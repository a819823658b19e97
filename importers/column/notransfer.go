package column

import (
	"dpmap/graph"
	"dpmap/importers/words"
)

// FieldLeaves is the field of a column that asks whether data goes abroad, and
// holds little more than yes and no.
const FieldLeaves graph.Field = "leaves-uk"

var abroad = words.Regexp(`\b(outside|leaves?|leaving|left|abroad|overseas|international(ly)?|intl|int l|int transfers?|non uk|offshored?|3rd countr(y|ies)|to (an)?other countr(y|ies)|out of (the )?(uk|eea|eu|country)|exported from|export(ed|s)? out|third countr(y|ies)|cross border|restricted transfers?)\b`)

var otherThanTransfers = words.Regexp(`^\s*(access|support|remote|safeguards?|appropriate|suitable)|\b(trips?|visits?|exchange|students?|pupils?|agents?|risks?|assess(ed|ment|ments)?|ra|(international|foreign|overseas) schools?|schools? abroad|baccalaureate|fees|travel|phone|calls|addresse?s?|residen\w*|nationals?|parents?|famil(y|ies)|clubs?|partners?|links?|curriculum|teachers?|shared outside|outside school|outside the (school|trust|organisation|council))\b`)

// plainQuestion finds the headings that ask whether data goes abroad and nothing
// else, whatever the cells go on to say.
var plainQuestion = words.Regexp(`^(does |is |are )?(it |data |any data |info |information |(a |any )?(data )?transfers? )?(made |going |sent )?(is |are |go |goes |sent |held |stored |processed |transferred )?(outside|leaves?|out of|abroad|overseas|leaving)( of)?( the)?( uk| eea| eu| country| uk eea| uk or eea)?( y n| yes no)?$`)

func isCountry(c graph.Column) bool { return c.Field == graph.FieldRecipientCountry }

// thirdCountries are the words of a heading that ask whether, and not which.
var thirdCountries = words.Regexp(`\b(to |in )?((a )?(third|3rd)|(an)?other) countr(y|ies)\b|\b(out of|outside|outside of|leaves?|leaving)( the)? country\b|\bto (a )?countr(y|ies) outside\b`)

// AsksWhere finds headings that ask which country, or how, and not whether.
var AsksWhere = words.Regexp(`\bcountr(y|ies)\b|\b(which|where|names?|how|safeguards?)\b`)

// FieldStays is the field of a column that asks whether data is kept in the UK.
const FieldStays graph.Field = "kept-in-uk"

var keptHere = words.Regexp(`^(is |are )?(all )?(of )?(the |our )?(data|info|information) (is |are )?(all )?in( the)? uk$|\b(kept|stored?|held|hosted|saved) (on|at|by)( a| the)? uk\b|^(all |fully |only |entirely )?(in )?(the )?uk (only|data (storage|hosting|servers?)|based servers?|servers? only|storage only|only (storage|hosting|servers?))$|\b(keep|kept|stays?|stored?|held|hosted|hosting|remains?|servers?)\b.*\b(in|within|inside)( the)? uk\b|^((is|are) )?((the|this|our) )?((app|application|system|software|product|platform|service|data|info|information|it|fully|all|only|website|supplier)s? (is |are )?)?uk (hosted|servers?|hosting|storage|data ?cent(re|er))$`)

// AsksAbroad reports whether a heading is about what goes out of the UK or the
// EEA, and not about its safeguards alone.
func AsksAbroad(heading string) bool {
	folded := words.Fold(heading)
	return abroad.MatchString(folded) && !otherThanTransfers.MatchString(folded)
}
