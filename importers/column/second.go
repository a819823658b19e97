package column

import (
	"slices"
	"strings"

	"dpmap/graph"
	"dpmap/graph/law"
	"dpmap/importers/cell"
	"dpmap/importers/words"
)

// alsoMark begins the field of a column that says more of what another column
// has: a second agreement, the place of the backups beside that of the servers.
// Several columns of a table may have it.
const alsoMark = "also-"

// Also is the field of a further column that says more of another's.
func Also(f graph.Field) graph.Field { return alsoMark + f }

// several reports whether several columns of a table may have a field.
func several(f graph.Field) bool {
	switch f {
	case FieldLeaves, FieldStays, FieldLacking, FieldElsewhere, FieldSubProcessors, FieldSubPlaces:
		return true
	}
	return IsMarked(f) || IsAlso(f)
}

// IsAlso reports whether a field is that of such a column.
func IsAlso(f graph.Field) bool { return strings.HasPrefix(string(f), alsoMark) }

// second is how a further column of a field is told: by a heading that the tables
// know, or by its words, and by what it holds.
type second struct {
	field graph.Field
	words func(folded string) bool
	holds func(values []string, book *law.Book) bool
	why   string
}

var (
	accessWords  = words.Regexp(`\b(access(ed|es)?|support(ed)?|remote(ly)?|help ?desk|viewed|maintenance|developers?)\b`)
	specialWords = words.Regexp(`\b(special categor(y|ies)|sensitive( personal)? data)\b`)
	dataWords    = words.Regexp(`\b(data|information|info|details|fields)\b`)
	groupWords   = words.Regexp(`\b(hq|head ?quarters?|head office|parent|group|ultimate|owners?|owned)\b`)
)

var secondTable = []second{
	{
		graph.FieldAgreement, func(f string) bool { return agreementWord.MatchString(f) && !othersAgreement(f) },
		func(values []string, _ *law.Book) bool {
			return cell.MostOf(values, func(v string) bool { return cell.AgreementAnswer(v).State != 0 })
		},
		"it says more of the agreement, and the worse of both counts",
	},
	{
		graph.FieldAgreementEnds, func(f string) bool { return endWords.MatchString(f) && agreementWord.MatchString(f) },
		datesMostly,
		"it says when an agreement ends as well, and the earlier day counts",
	},
	{
		graph.FieldSpecial, specialWords.MatchString,
		func(values []string, book *law.Book) bool {
			return cell.MostOf(values, func(v string) bool { d, doubts := cell.ParseSpecial(book, v); return d.State != 0 && doubts == nil })
		},
		"it says more of special category data, and a yes in either counts",
	},
	{
		graph.FieldDPIA, words.Regexp(`\b(dpias?|impact assessments?)\b`).MatchString, settlesBy(cell.ParseDocument),
		"it says more of the impact assessment, and the worse of both counts",
	},
	{
		graph.FieldRiskAssessment, words.Regexp(`\b(tras?|tias?|transfer (risk|impact) assessments?)\b`).MatchString, settlesBy(cell.ParseAssessment),
		"it says more of the transfer risk assessment, and the worse of both counts",
	},
	{
		graph.FieldNotice, words.Regexp(`\b(privacy|fair processing) (notices?|information)\b`).MatchString, settlesBy(cell.ParseEvidence),
		"it says more of the privacy notice, and the worse of both counts",
	},
	{
		graph.FieldConsent,
		words.Regexp(`^(is |was |has |have )?(parental |parents |parent |written |explicit )*consents? (been )?(obtained|given|recorded|received|held|form|forms|status|evidence|in place)$`).MatchString,
		func(values []string, _ *law.Book) bool {
			return cell.MostOf(values, func(v string) bool { c, _ := cell.ParseConsent(v); return c.State != 0 })
		},
		"it says more of the consent, and the worse of both counts",
	},
	{
		graph.FieldBasis, func(string) bool { return false },
		func(values []string, book *law.Book) bool { return 2*countBases(values, book) > len(values) },
		"it states lawful bases as well, and counts where the first has none",
	},
	{
		graph.FieldSubjects, func(string) bool { return false },
		func(values []string, book *law.Book) bool { return cell.MostOf(values, cell.IsGroup) },
		"it names people as well",
	},
	{
		graph.FieldCategories, func(f string) bool { return dataWords.MatchString(f) && !notDataWords(f) },
		func(values []string, book *law.Book) bool {
			return holdsData(values, book) && !cell.MostOf(values, cell.IsGroup)
		},
		"it names data as well",
	},
	{
		graph.FieldTo, AsksWho,
		namesBodies, "it names who receives the data as well",
	},
	{
		graph.FieldAccess, func(f string) bool { return accessWords.MatchString(f) && whereWords.MatchString(f) },
		holdsPlace, "it says where the data is reached from as well",
	},
	{
		graph.FieldHosting, hostingWords,
		holdsPlace, "it says where the data is kept as well",
	},
	{
		graph.FieldRecipientCountry, func(string) bool { return false },
		holdsPlaces,
		"it says where the recipient is as well",
	},
}

// settlesBy reports whether most values say whether there is a document.
func settlesBy(parse func(string) (graph.Evidence, []cell.Doubt)) func([]string, *law.Book) bool {
	return func(values []string, _ *law.Book) bool {
		return cell.MostOf(values, func(v string) bool { e, _ := parse(v); return e.State != 0 })
	}
}

// holdsData reports whether values that say anything name data, mostly, or special
// sorts of it here and there.
func holdsData(values []string, book *law.Book) bool {
	named, special, said := 0, 0, 0
	if slices.ContainsFunc(values, func(v string) bool { s, rest := cell.ParseState(v); return s == graph.Yes && rest != "" }) {
		return false // "Yes - allegations" answers a question
	}
	for _, v := range values {
		if cell.IsNobody(v) || cell.Ticked(v) != 0 || len(strings.Fields(v)) > 25 {
			continue
		}
		said++
		terms := book.Terms(v)
		if len(terms) > 0 {
			named++
		}
		if slices.ContainsFunc(terms, func(t law.Term) bool { return t.Class >= law.Criminal }) {
			special++
		}
	}
	return 2*named > said || special >= 2 && 4*special >= said
}

// holdsPlace reports whether any value names a country.
func holdsPlace(values []string, book *law.Book) bool {
	return slices.ContainsFunc(values, func(v string) bool { return cell.IsPlace(book, v) })
}

// seconds tells the columns that say more of what another column has.
func seconds(l *Layout, columns []graph.Column, samples map[int][]string, book *law.Book) []graph.Column {
	out := slices.Clone(columns)
	has := func(fields ...graph.Field) bool {
		return slices.ContainsFunc(columns, func(c graph.Column) bool { return slices.Contains(fields, c.Field) })
	}
	for i, c := range columns {
		if c.Field != "" || c.How != "" || len(c.Heading) > LongestHeading {
			continue
		}
		values := cell.KnownValues(samples[c.Col])
		if len(values) == 0 {
			continue
		}
		folded := words.Fold(words.WithoutBrackets(c.Heading))
		meant, how := HeadingTable()[l.Scope].Exact(c.Heading)
		switch {
		case meant == FieldLocation:
			meant = graph.FieldHosting
		case how == ByLikely && meant == graph.FieldCategories:
			meant = "" // its words decide
		}
		for _, s := range secondTable { // what takes long to tell comes last
			if meant != s.field && (meant != "" && !isPlaceField(s.field) || !s.words(folded)) || slices.Contains(l.Without, s.field) {
				continue
			}
			if !has(s.field) && !(s.field == graph.FieldAgreement && has(FieldLacking)) && s.field != graph.FieldHosting && s.field != graph.FieldAccess {
				continue
			}
			if s.field == graph.FieldRecipientCountry && (groupWords.MatchString(folded) || isOthersCountry(folded) || has(graph.FieldFrom) && !has(graph.FieldSenderCountry)) {
				continue
			}
			if !s.holds(values, book) && !(s.field == graph.FieldTo && meant == s.field && how != ByLikely && namesRecipients(values, book)) {
				continue
			}
			if meant != s.field && isPlainlyOther(s.field, values, book) {
				continue
			}
			out[i].Field, out[i].How, out[i].Why = Also(s.field), ByWords, s.why
			break
		}
	}
	return out
}

func isPlaceField(f graph.Field) bool {
	return f == graph.FieldHosting || f == graph.FieldAccess || f == graph.FieldRecipientCountry
}

// notDataWords reports whether a folded text has one of the phrases "not of data".
func notDataWords(folded string) bool { return words.PhraseList("not of data").Has(folded) }

// othersAgreement tells headings of an agreement with somebody else, or of what is not its state.
func othersAgreement(folded string) bool { return words.PhraseList("others' agreements").Has(folded) }

// hostingWords reports whether a folded text has one of the phrases "hosting".
func hostingWords(folded string) bool { return words.PhraseList("hosting").Has(folded) }
