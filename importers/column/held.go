package column

import (
	"slices"
	"strings"

	"dpmap/graph"
	"dpmap/graph/law"
	"dpmap/importers/cell"
	"dpmap/importers/words"
)

var (
	tripWords = words.Regexp(`\b(trips?|visits?|tours?|excursions?|residentials?|expeditions?)\b`)
)

// seen is a column in its table, as the rows of insteadTable look at it.
type seen struct {
	graph.Column
	folded  string   // its heading
	values  []string // what is known of its cells
	columns []graph.Column
	book    *law.Book
}

// has reports whether a column of the table has a field.
func (s seen) has(f graph.Field) bool {
	return Has(s.columns, f)
}

// count is how many of the cells are so.
func (s seen) count(is func(string) bool) int { return cell.CountOf(s.values, is) }

// any reports whether one of the cells is so.
func (s seen) any(is func(string) bool) bool { return slices.ContainsFunc(s.values, is) }

// trips reports whether the table is one of trips.
func (s seen) trips() bool {
	return slices.ContainsFunc(s.columns, func(c graph.Column) bool { return tripWords.MatchString(words.Fold(c.Heading)) })
}

// heldInstead takes columns for what they hold where that is plain and their
// headings also mean something else: reasons that are lawful bases, a "Sent by"
// of post and email, the place that a trip goes to. Of the rows of insteadTable the
// first that fits a column decides about it.
func heldInstead(columns []graph.Column, samples map[int][]string, book *law.Book) []graph.Column {
	out := sendersPeople(columns, samples, book)
	for i, c := range out {
		if c.How == ByOption || c.How == byAside {
			continue
		}
		s := seen{Column: c, folded: words.Fold(c.Heading), values: cell.KnownValues(samples[c.Col]), columns: out, book: book}
		for j := range insteadTable {
			if row := &insteadTable[j]; row.fits(s) {
				row.take(out, i, s)
				break
			}
		}
	}
	return out
}

// overruled are the fields whose heading gives way to cells that are plainly of
// another one: why something is done is a purpose for one person and the basis for
// the next, and "OK'd by" may be answered with consent or with a law.
var overruled = []graph.Field{graph.FieldPurpose, graph.FieldConsent, graph.FieldNotes, graph.FieldOwner, graph.FieldSpecial, graph.FieldSource, graph.FieldStatus, graph.FieldSystem, graph.FieldSecurity, graph.FieldMethod, graph.FieldRef}

var (
	// keptAlone finds headings that may ask how long or where.
	keptAlone = words.Regexp(`^(it is |is |data |info )?(kept|held|retained|stored)$`)
)

// ofService finds headings of services that somebody provides.
var ofService = words.Regexp(`^(name of )?(the )?(council |school |trust )?(services?|programmes?|programs?|projects?|schemes?|initiatives?|campaigns?|work ?streams?)( provided| area| name| title| or activity| type)?$`)

// providedBy finds headings that mean a supplier beside the systems of a list.
var providedBy = words.Regexp(`^(who )?(is it )?(provided|provides|supplied|supplies|delivered)( it| by)?( it)?$`)

// begins finds headings of the day on which a contract of any sort begins.
var begins = words.Regexp(`^(contract |agreement |term |subscription |licence )?(start(s|ed)?|begins?|began|from|commence(s|d|ment)?|effective)( date| on| from)?$|^date (from|started|commenced)$`)

// providesData finds headings of whoever gives data, and barely9 those of Article 9
// that do not say what of it.
var (
	providesData = words.Regexp(`\b(provider|provid(es|ed|ing)|suppl(ier|ies|ied|ying)|source|origin\w*|from whom|who from)\b`)
	barely9      = words.Regexp(`^(any )?(gdpr )?(art|article) 9( data)?( y n)?$`)
)

// ofWhom finds headings of data that end before they say whose it is.
var ofWhom = words.Regexp(`\b(about|on|of|for|concerning|(belongs|relates) to)( whom)?$`)

// ofSchool finds headings of a school, whatever it does.
var ofSchool = words.Regexp(`\b(schools?|academ(y|ies)|colleges?|nurser(y|ies)|settings?)\b`)

// sourceOfData finds headings that may mean who gives the data, and givenBy those
// that may mean who sends it on.
var (
	sourceOfData = words.Regexp(`^(the )?(data |info |information )?sources?( of (the )?(data|info|information|records?))?$`)
	givenBy      = words.Regexp(`^(the )?((data|info|information) )?(is )?(provided|provider( of (the )?(data|info|information))?|supplied|given|obtained|sourced|comes?|received|origin|source|from|who)( (by|from))?( whom| which school)?$|^origin of (the )?(transfer|data)$`)
)

// comesFrom finds headings that ask whence data flows, which is from its sender
// where the cells are no groups of people.
var comesFrom = words.Regexp(`^(where )?(the )?(data |info |information |it )?(comes|goes|flows|sent|passes|is sent|is passed) (on )?from( where| whom)?$`)

// purposely finds headings of reasons, which are bases for some and purposes for
// others.
var purposely = words.Regexp(`\b(justification|reasons?|why)\b`)

// isAddress reports whether a text is an address to write to or a page.
func isAddress(v string) bool {
	return strings.Contains(v, "@") && !strings.ContainsAny(v, " ") || cell.IsLink(v)
}

// theirStaff are people who work for the recipient: where they are counts.
var theirStaff = words.Regexp(`\b(overseas|offshore|foreign|support|supplier|vendor|their|provider|help ?desk|maintenance) staff\b|(access|accessed|viewed|seen) by staff\b|\bstaff (who|that|can|with|access|see|view|able)\b|\bstaff (of|at) (theirs|the (supplier|company|provider|vendor))\b`)

// whoseData finds whose the data is in a heading that asks where it is kept: "our data",
// "the school's data".
var whoseData = words.Regexp(`\b(our|your|the|schools?|trusts?|academy|pupils?|students?|staff)( s)?( (pupils?|students?|staff|personal|customers?))* (data|information|info|records?)\b`)

func isOthersCountry(folded string) bool {
	return othersCountry(whoseData.ReplaceAllString(theirStaff.ReplaceAllString(folded, " "), " data "))
}

const notTheirs = "it holds countries, and by its heading not those where the recipients are"

// holdsPlaces reports whether most values are countries.
func holdsPlaces(values []string, book *law.Book) bool {
	return cell.MostOf(values, func(v string) bool { return cell.IsPlace(book, v) })
}

// goesTo reports whether a heading asks where a trip goes.
func goesTo(folded string) bool {
	return slices.Contains([]string{"destination", "destination country", "country", "country of destination", "destination countries", "country visited"}, folded)
}

// mostlyAnswered reports whether most values of a column of dates say whether there is
// an agreement, with a day or without: "Y (03/2024)", "Group agreement", "None".
func mostlyAnswered(values []string, book *law.Book) bool {
	n := cell.CountOf(values, func(v string) bool {
		state, _ := cell.ParseState(v)
		return state != 0 || !cell.IsDate(book, v) && cell.AgreementAnswer(v).State != 0
	})
	return len(values) > 1 && 2*n > len(values)
}

func countBases(values []string, book *law.Book) int {
	d := Detectors[slices.IndexFunc(Detectors, func(d Detector) bool { return d.Field == graph.FieldBasis })]
	return d.count(book, values)
}

// roleHeading finds headings that may ask what somebody is, or who.
var roleHeading = words.Regexp(`\b(controllers?|processors?)\b`)

func countConditions(values []string, book *law.Book) int {
	d := Detectors[slices.IndexFunc(Detectors, func(d Detector) bool { return d.Field == graph.FieldCondition })]
	return d.count(book, values)
}

// isRole reports whether a text says what somebody is: controller, processor.
func isRole(text string) bool {
	role, _ := cell.ParseRole(text)
	return role != 0 || cell.IsUnknown(text)
}

func countMethods(values []string) int { return cell.CountOf(values, isMethod) }

// isMethod reports whether a text is a way of sending.
func isMethod(v string) bool { return methodWords(words.Fold(v)) }

// methodWords reports whether a folded text has one of the phrases "ways of sending".
func methodWords(folded string) bool { return words.PhraseList("ways of sending").Has(folded) }

// othersCountry tells headings of countries that are not where the recipient is
// now: a pupil's, the school's, the contract's, a former or a barred one.
func othersCountry(folded string) bool { return words.PhraseList("others' countries").Has(folded) }

// storeWords reports whether a folded text has one of the phrases "stores".
func storeWords(folded string) bool { return words.PhraseList("stores").Has(folded) }
