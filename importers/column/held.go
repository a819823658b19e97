package column

import (
	"fmt"
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

// heldInstead takes columns for what they hold where that is plain and their
// headings also mean something else: reasons that are lawful bases, a "Sent by"
// of post and email, the place that a trip goes to.
func heldInstead(columns []graph.Column, samples map[int][]string, book *law.Book) []graph.Column {
	out := sendersPeople(columns, samples, book)
	has := func(f graph.Field) bool {
		return slices.ContainsFunc(out, func(c graph.Column) bool { return c.Field == f })
	}
	give := func(i int, f graph.Field, n, of int, what string) {
		out[i].Field, out[i].How, out[i].Why = f, ByContents, fmt.Sprintf("%d of %d values are %s", n, of, what)
	}
	trips := slices.ContainsFunc(out, func(c graph.Column) bool { return tripWords.MatchString(words.Fold(c.Heading)) })
	for i, c := range out {
		if c.How == cell.ByOption || c.How == byAside {
			continue
		}
		values := cell.KnownValues(samples[c.Col])
		switch {
		case slices.Contains(overruled, c.Field) && c.How != ByHeading && isPlainlyOther(c.Field, values, book):
			p, n := plainly(values, book)
			out[i].Field, out[i].How, out[i].Why = "", "", ""
			if !has(p.field) {
				give(i, p.field, n, len(values), p.what)
			}
		case c.Field == FieldLocation && bareLocation.MatchString(words.Fold(c.Heading)) && !has(graph.FieldRecipientCountry) && holdsPlaces(values, book) && slices.ContainsFunc(out, isGoneTo):
			give(i, graph.FieldRecipientCountry, cell.CountOf(values, func(v string) bool { return cell.IsPlace(book, v) }), len(values), "countries, and the recipients are where people go on to")
		case c.Field == graph.FieldTo && words.Fold(c.Heading) == "who" && !has(graph.FieldSubjects) && len(values) >= 2 && 10*cell.CountOf(values, func(v string) bool { return isPeople(book, v) }) >= 7*len(values):
			give(i, graph.FieldSubjects, cell.CountOf(values, func(v string) bool { return isPeople(book, v) }), len(values), "groups of people")
		case c.Field == graph.FieldAgreementEnds && c.How == ByLikely && !has(graph.FieldRetention) && len(values) >= 2 && 2*countDates(values, book) < len(values):
			give(i, graph.FieldRetention, len(values)-countDates(values, book), len(values), "no dates")
		case c.Field == graph.FieldRecipientCountry && c.How != ByHeading && !has(graph.FieldTo) && goesTo(words.Fold(c.Heading)) && !trips && HoldsNames(values, book) && !holdsPlaces(values, book):
			give(i, graph.FieldTo, len(values), len(values), "names, and few are countries")
		case c.Field == FieldLocation && !has(graph.FieldRetention) && keptAlone.MatchString(words.Fold(c.Heading)) && !slices.ContainsFunc(values, func(v string) bool { return cell.IsPlace(book, v) || storeWords(words.Fold(v)) }):
			give(i, graph.FieldRetention, len(values), len(values), "no places and no systems")
		case c.Field == graph.FieldCondition && c.How != ByHeading && !has(graph.FieldBasis):
			if n := countBases(values, book); n >= 2 && 10*n >= 6*len(values) {
				give(i, graph.FieldBasis, n, len(values), "lawful bases")
			}
		case c.Field == graph.FieldRole && len(values) > 1 && !slices.ContainsFunc(values, func(v string) bool { return isRole(cell.Theirs(c.Heading, v)) }) && !mostlyMarks(values):
			out[i].Field, out[i].How, out[i].Why = "", "", ""
			if !has(graph.FieldPurpose) {
				give(i, graph.FieldPurpose, len(values), len(values), "no roles such as controller or processor")
			}
		case c.Field == graph.FieldAgreementDate && len(values) > 1 && !slices.ContainsFunc(values, func(v string) bool {
			return strings.ContainsAny(v, "0123456789") || cell.Ticked(v) != 0 || cell.RemarkOn(v).Remark != cell.Unopposed
		}):
			out[i].Field, out[i].How, out[i].Why = "", "", "" // "Contract signed by: Head"
		case c.Field == graph.FieldSafeguardDate && mostlyMarks(values) && !has(graph.FieldSafeguard):
			out[i].Field, out[i].How, out[i].Why = graph.FieldSafeguard, cell.ByWords, "the heading asks whether one is signed, and the cells are mostly yes and no"
		case c.Field == graph.FieldBasis && c.How != ByHeading && !has(graph.FieldPurpose) && len(values) >= 3 && purposely.MatchString(words.Fold(c.Heading)) && !slices.ContainsFunc(values, func(v string) bool { g, _ := cell.ParseBasis(book, v); return len(g.Bases) > 0 }):
			give(i, graph.FieldPurpose, len(values), len(values), "no lawful bases")
		case c.Field == graph.FieldSystem && !has(graph.FieldPurpose) && has(graph.FieldTo) && ofService.MatchString(words.Fold(c.Heading)):
			out[i].Field, out[i].How, out[i].Why = graph.FieldPurpose, cell.ByWords, "it says for which service, and another column names who provides it"
		case c.Field == graph.FieldAgreementDate && !has(graph.FieldAgreement) && (mostlyMarks(values) || mostlyAnswered(values, book)):
			out[i].Field, out[i].How, out[i].Why = graph.FieldAgreement, ByContents, "its cells are mostly yes and no"
		case c.Field == graph.FieldTo && c.How != ByHeading && len(values) >= 2 && (mostlyMarks(values) || cell.MostOf(values, isAddress)):
			out[i].Field, out[i].How, out[i].Why = "", "", ""
		case c.Field == "" && c.How == "" && signedPaper(words.Fold(c.Heading)) && datesMostly(values, book):
			if j := slices.IndexFunc(out, func(o graph.Column) bool {
				return o.Field == graph.FieldAgreementDate && o.How != cell.ByOption && begins.MatchString(words.Fold(o.Heading))
			}); j >= 0 {
				out[i].Field, out[i].How, out[i].Why = graph.FieldAgreementDate, cell.ByWords, "it says when the agreement was signed, and "+words.Quote(out[j].Heading)+" when the contract begins"
				out[j].Field, out[j].How, out[j].Why = "", "", ""
			}
		case c.Field == FieldCollected && !has(graph.FieldTo) && has(graph.FieldSystem) && providedBy.MatchString(words.Fold(c.Heading)):
			out[i].Field, out[i].How, out[i].Why = graph.FieldTo, BySynonym, "it names who provides the systems that another column names"
		case c.Field == graph.FieldSource && !has(FieldCollected) && sourceOfData.MatchString(words.Fold(words.WithoutBrackets(c.Heading))) && len(values) >= 2 && tenths(5, saysWhoGave)(values, book):
			out[i].Field, out[i].How, out[i].Why = FieldCollected, ByContents, "it names those who give data"
		case c.Field == FieldCollected && !has(graph.FieldFrom) && has(graph.FieldTo) && givenBy.MatchString(words.Fold(words.WithoutBrackets(c.Heading))) && ownSchools(values, book):
			out[i].Field, out[i].How, out[i].Why = graph.FieldFrom, ByContents, "it names schools, beside a column of where the data goes"
		case c.Field == FieldCollected && !has(graph.FieldFrom) && has(graph.FieldTo) && comesFrom.MatchString(words.Fold(c.Heading)) && len(values) >= 2 && 3*cell.CountOf(values, words.List("subject").Has) < len(values):
			out[i].Field, out[i].How, out[i].Why = graph.FieldFrom, ByContents, "it names organisations, beside a column of where the data goes"
		case c.Field == graph.FieldBasis && c.How != ByHeading && !has(graph.FieldCondition) && otherThings[graph.FieldBasis].MatchString(words.Fold(c.Heading)) && !both.MatchString(words.Fold(c.Heading)) && countConditions(values, book) > countBases(values, book):
			give(i, graph.FieldCondition, countConditions(values, book), len(values), "conditions of Article 9")
		case c.Field == graph.FieldFrom && c.How != ByHeading && !has(graph.FieldRole) && roleHeading.MatchString(words.Fold(c.Heading)) && len(values) >= 2 && !slices.ContainsFunc(values, func(v string) bool { return !isRole(v) }):
			give(i, graph.FieldRole, len(values), len(values), "roles")
		case c.Field == graph.FieldCondition && !has(graph.FieldSpecial) && barely9.MatchString(words.Fold(c.Heading)) && len(values) >= 2 && cell.MostOf(values, func(v string) bool {
			g, _ := cell.ParseCondition(book, v)
			d, doubts := cell.ParseSpecial(book, v)
			return len(g.Conditions) == 0 && d.State != 0 && doubts == nil
		}):
			out[i].Field, out[i].How, out[i].Why = graph.FieldSpecial, ByContents, "its cells say whether there is special category data, and name no condition"
		case c.Field == graph.FieldCategories && !has(graph.FieldSubjects) && ofWhom.MatchString(words.Fold(c.Heading)) && cell.MostOf(values, cell.IsGroup):
			out[i].Field, out[i].How, out[i].Why = graph.FieldSubjects, ByContents, "it names people, whom the data is about"
		case c.Field == graph.FieldOwner && c.How != ByHeading && !has(graph.FieldFrom) && has(graph.FieldTo) && ofSchool.MatchString(words.Fold(c.Heading)) && ownSchools(values, book):
			out[i].Field, out[i].How, out[i].Why = graph.FieldFrom, ByContents, "it names schools, beside a column of where the data goes"
		case c.Field == graph.FieldFrom && c.How != ByHeading && !has(FieldCollected) && providesData.MatchString(words.Fold(c.Heading)) && tenths(5, saysWhoGave)(values, book):
			out[i].Field, out[i].How, out[i].Why = FieldCollected, ByContents, "it names those who give data"
		case c.Field == graph.FieldFrom:
			if n := countMethods(values); n >= 2 && 10*n >= 6*len(values) {
				if has(graph.FieldMethod) {
					out[i].Field, out[i].How, out[i].Why = "", "", ""
					continue
				}
				give(i, graph.FieldMethod, n, len(values), "ways of sending")
			}
		case c.Field == graph.FieldRecipientCountry && isOthersCountry(words.Fold(c.Heading)) && c.How != ByHeading && !HeadingTable()["flow"].Knows(c.Heading):
			out[i].Field, out[i].How, out[i].Why = "", byAside, notTheirs
		case c.Field == "" && isOthersCountry(words.Fold(c.Heading)) && !HeadingTable()["flow"].Knows(c.Heading) && holdsPlaces(values, book):
			out[i].How, out[i].Why = byAside, notTheirs
		case c.Field == graph.FieldRecipientCountry && trips && goesTo(words.Fold(c.Heading)):
			out[i].Field, out[i].How, out[i].Why = "", byAside, "a trip's destination is not where those who get the data are"
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

// Unread marks the columns that no field knows although what they hold matters,
// so that the reader is told.
func Unread(columns []graph.Column, samples map[int][]string, book *law.Book) []graph.Column {
	out := slices.Clone(columns)
	for i, c := range out {
		if c.Field != "" || c.How != "" {
			continue
		}
		if what := holds(c.Heading, cell.KnownValues(samples[c.Col]), book); what != "" {
			out[i].Why = "no field is left for it, and yet it holds " + what
		}
	}
	return out
}

// whereWords finds headings that ask where something is.
var whereWords = words.Regexp(`\b(countr(y|ies)|locations?|where|servers?|host(ed|ing)|stored|regions?|backups?)\b`)

func isSpecialHeading(heading string, book *law.Book) bool {
	class := book.Classify(heading).Class
	return class == law.Special || class == law.Criminal
}

// holds says what of weight an unread column holds, "" for nothing.
func holds(heading string, values []string, book *law.Book) string {
	if len(values) == 0 {
		return ""
	}
	if AsksAbroad(heading) && mostlyMarks(values) {
		return "answers about transfers abroad"
	}
	folded := words.Fold(heading)
	some := func(is func(string) bool) bool { return slices.ContainsFunc(values, is) }
	switch {
	case agreementWord.MatchString(folded) && some(func(v string) bool { return cell.Ticked(v) == graph.No || cell.RemarkOn(v).Remark == cell.Ended }):
		return "answers of no about an agreement"
	case whereWords.MatchString(folded) && some(func(v string) bool { return cell.IsPlace(book, v) && !cell.OnlyHere(v) }):
		return "countries"
	case len(strings.Fields(folded)) <= 5 && isSpecialHeading(heading, book) && some(func(v string) bool { return cell.Ticked(v) != graph.No }):
		return "answers about special category or criminal offence data"
	}
	for i := range Detectors {
		d := &Detectors[i]
		switch d.Field {
		case graph.FieldRecipientCountry, graph.FieldSafeguard, graph.FieldBasis:
			if d.beside != nil && d.Field != graph.FieldRecipientCountry {
				continue
			}
			if n := d.count(book, values); n >= 2 && 2*n > len(values) {
				return d.what
			}
		}
	}
	return ""
}

// methodWords reports whether a folded text has one of the phrases "ways of sending".
func methodWords(folded string) bool { return words.PhraseList("ways of sending").Has(folded) }

// othersCountry tells headings of countries that are not where the recipient is
// now: a pupil's, the school's, the contract's, a former or a barred one.
func othersCountry(folded string) bool { return words.PhraseList("others' countries").Has(folded) }

// storeWords reports whether a folded text has one of the phrases "stores".
func storeWords(folded string) bool { return words.PhraseList("stores").Has(folded) }
