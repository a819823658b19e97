package importers

import (
	"slices"
	"strings"

	"dpmap/graph"
	"dpmap/graph/law"
)

// guessedRows is how many rows that could be headings are tried: what stands
// beneath so many fuller rows is data.
const guessedRows = 6

// guess looks for a heading row that no layout knows: a row of short texts
// above fuller rows, whose columns can be told by words and by what they hold.
// It is taken only where that finds the recipients and something of what they
// get.
func (s *source) guess(top []line, o Options) {
	l := layoutNamed("generic")
	if o.Layout != "" && o.Layout != l.Name || s.isSupport() {
		return
	}
	tried, widest := 0, 0
	for i := range top {
		texts := top[i].texts()
		if top[i].number > headingRows || tried == guessedRows {
			return
		}
		if len(texts) < 3 || (!fullerBelow(top[i+1:], texts) || longest(texts) > 120) && (longest(texts) > longestHeading || !l.surely(texts)) {
			continue
		}
		if len(texts) <= widest {
			continue // beneath a row as full as this one it is data
		}
		tried, widest = tried+1, len(texts)
		was := *s
		s.head = top[i].number
		samples := s.samples(top)
		columns := withNames(told(l, l.columns(texts, o.Headings, true), samples, s.book), samples, s.book)
		named, least := 0, 3
		for _, c := range columns {
			if c.Field != "" {
				named++
			}
			if c.How == byOption {
				least = 2 // the user has looked
			}
		}
		to := slices.ContainsFunc(columns, func(c graph.Column) bool { return c.Field == graph.FieldTo })
		if to && named >= least && l.fits(columns) {
			s.layout, s.cols = l, l.columns(texts, o.Headings, true)
			if !s.isChance(top, o) {
				return
			}
		}
		*s = was
	}
}

// longest is the length of the longest text.
func longest(texts []cellText) int {
	n := 0
	for _, t := range texts {
		n = max(n, len(t.text))
	}
	return n
}

// surely reports whether a row's texts are headings beyond doubt, so that few and
// sparse rows beneath will do: most are known by name or by their words, and one
// says who receives the data.
func (l *Layout) surely(texts []cellText) bool {
	known, to := 0, false
	for _, t := range texts {
		field, how := headingTable()[l.Scope].exact(t.text)
		if field == "" || how == byLikely {
			if found := keywordsIn(t.text); found != nil {
				field = found[0].field
			}
		}
		if field != "" {
			known++
		}
		to = to || field == graph.FieldTo
	}
	return to && known >= 3 && 2*known >= len(texts)
}

// fullerBelow reports whether at least two rows beneath fill most columns of a
// row.
func fullerBelow(below []line, texts []cellText) bool {
	full := 0
	for i := range below {
		n := 0
		for _, t := range texts {
			if slices.ContainsFunc(below[i].cells, func(c value) bool { return c.col == t.col && c.text != "" }) {
				n++
			}
		}
		if 2*n > len(texts) {
			full++
		}
	}
	return full >= 2
}

// withPurpose takes the first column that nothing else tells for what the data is
// for, where no column says that and one says who receives it: the trips, the
// records, the kinds of partnership that a list is of. Its cells must be words of
// several kinds, and its heading ask for nothing that has an answer of its own.
func withPurpose(columns []graph.Column, samples map[int][]string, book *law.Book) []graph.Column {
	has := func(f graph.Field) bool {
		return slices.ContainsFunc(columns, func(c graph.Column) bool { return c.Field == f })
	}
	if has(graph.FieldPurpose) || !has(graph.FieldTo) {
		return columns
	}
	for i, c := range columns {
		values := knownValues(samples[c.Col])
		if c.Field != "" || c.How != "" || strings.TrimSpace(c.Heading) == "" || noPurposeHeading.MatchString(fold(c.Heading)) && !ofRecords.MatchString(fold(c.Heading)) || len(values) < 2 || len(distinct(values)) < 2 || !wordy(values, book) {
			continue
		}
		if mostOf(values, func(v string) bool {
			return !strings.Contains(v, " ") && len(v) < 4 || isAddress(v) || isOrganisation(book, v) || len(v) > 200
		}) {
			continue
		}
		out := slices.Clone(columns)
		out[i].Field, out[i].How, out[i].Why = graph.FieldPurpose, byPosition, "no other column says what the data is for, and its cells are words"
		return out
	}
	return columns
}

// ofRecords finds headings of kinds of records, which stand for what is done.
var ofRecords = re(`^(types?|kinds?|names?|class(es)?|categor(y|ies)) of (the )?(records?|documents?|activit(y|ies)|process(es|ing)?|data ?sets?)( held| kept)?$|^(records?|documents?|activity|process(ing)?|data ?set) (types?|kinds?|names?|class(es)?|categor(y|ies))$`)

// noPurposeHeading finds headings of columns that say something else than what for.
var noPurposeHeading = re(`\b(categor(y|ies)|types?|kinds?|sections?|departments?|depts?|teams?|priority|groups?|permissions?|slips?|contacts?|names?|e ?mails?|phone|tel|telephone|address(es)?|who|whom|whose|where|when|how|dates?|months?|terms?|numbers?|no|refs?|ids?|links?|urls?|web ?sites?|files?|paths?|locations?|risks?|rag|ratings?|scores?|owners?|leads?|persons?|by|officers?|status|reviews?|notes?|comments?|actions?|costs?|price|value|budget|versions?|direction|formats?|methods?|disposal|triggers?|security|access|countr(y|ies)|uk|eu|eea|transfers?|safeguards?|basis|bases|articles?|art|conditions?|special|sensitive|consents?|agreements?|contracts?|dpas?|dsas?|dpias?|notices?|polic(y|ies)|retention|kept|deleted?|volume|age|ages|years?|class|source|roles?|controllers?|processors?|answers?|checked|signed|approved|licen[cs]es?)\b`)

func distinct(values []string) []string {
	var out []string
	for _, v := range values {
		if f := fold(v); !slices.Contains(out, f) {
			out = append(out, f)
		}
	}
	return out
}
