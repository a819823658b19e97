package importers

import (
	"regexp"
	"slices"
	"strings"

	"dpmap/graph"
	"dpmap/graph/law"
	"dpmap/importers/cell"
	"dpmap/importers/column"
	"dpmap/importers/words"
)

// isNothing reports whether a row says of itself that it is no flow: its
// recipient is not used, or gets no personal data. That is told, so that nobody
// looks for the flow in vain.
func (r *record) isNothing() bool {
	to, at, ok := r.cell(graph.FieldTo)
	if !ok {
		return false
	}
	if _, unused := words.List("unused").Whole(to.text); unused || notNow.MatchString(to.text) {
		r.t.problems.warn(at, words.Quote(to.text)+" stands in place of a recipient, so the row is taken for no flow", "name the recipient if it gets data after all")
		return true
	}
	if cell.IsNobody(to.text) && !r.saysMore() {
		r.t.problems.warn(at, words.Quote(to.text)+" names nobody and the row says nothing else, so it is taken for no flow", "write what is kept and why, if data is meant that stays with you")
		return true
	}
	if any, at, ok := r.cell(column.FieldAnyData); ok && r.isNoData(any.text) && !r.namesData() {
		r.t.problems.warn(at, words.Quote(saidUnder(at, any))+" says that "+words.Quote(to.text)+" gets no personal data, so the row is taken for no flow", "write Yes, if it does; a name or a login is personal data")
		return true
	}
	said, at, ok := r.cell(graph.FieldCategories)
	if !ok || !r.isNoData(said.text) {
		return false
	}
	r.t.problems.warn(at, words.Quote(said.text)+" says that "+words.Quote(to.text)+" gets no personal data, so the row is taken for no flow", "list what it gets, if it does; a name or a login is personal data")
	return true
}

// namesData reports whether the row names data all the same.
func (r *record) namesData() bool {
	v, _, ok := r.cell(graph.FieldCategories)
	return ok && !cell.IsUnknown(v.text) && !cell.IsNotApplicable(v.text) && !r.isNoData(v.text)
}

// saysMore reports whether a row says anything of a flow beside its recipient and
// its number.
func (r *record) saysMore() bool {
	return slices.ContainsFunc(r.line.cells, func(v value) bool {
		i, ok := r.t.byCol[v.col]
		if !ok || v.text == "" || v.merged || cell.IsUnknown(v.text) {
			return false
		}
		f := r.t.cols[i].Field
		return f != graph.FieldTo && f != graph.FieldRef && (f != "" || r.t.cols[i].Heading != "")
	})
}

// isNoData reports whether a cell of data says that there is none, and neither
// it nor the row's column for special category data says otherwise.
func (r *record) isNoData(text string) bool {
	at := noData.FindStringIndex(text)
	if cell.Ticked(text) == graph.No {
		at = []int{0, len(text)} // an answer to "Personal data processed?"
	}
	if at == nil {
		return false
	}
	if r.t.book.Classify(text[:at[0]]).Class == law.Special {
		return false
	}
	special, _, _ := r.cell(graph.FieldSpecial)
	state, _ := cell.ParseState(special.text)
	return state != graph.Yes
}

var (
	// notNow finds recipients that there are none of for now, or no longer.
	notNow  = words.Regexp(`\s[-–—(:]\s*(none|nobody|no one|not used|nothing)( (this|at|in|for|so) [\w ]{1,25}| yet| now| currently)?\)?$|^(withdrawn|cancelled|not proceeding|not bought|not adopted|rejected)\s*[-–—(:]\s*(was|were|formerly|previously)\b`)
	noData  = words.Regexp(`(?:^(?:none|nil)$|^(?:none|nothing)\s+(?:(?:was|is|has been|to be)\s+)?(?:shared|sent|given|disclosed|passed on|passed|released|provided|handed over)|\bno (?:personal|pupil|student|staff|identifiable) (?:data|info|information|details)(?: (?:is |are )?(?:shared|sent|held|processed|stored))?|\bno (?:data|pii)(?: (?:is )?(?:shared|sent|held|processed))?)\s*[.!)]*\s*$`)
	totalOf = regexp.MustCompile(`(?i)^(?:grand\s+|sub-?\s*)?totals?\s*(?:of\s+|number\s+of\s+\w+\s*)?[:=–-]?\s*\d`)
)

// isTotal reports whether a row is a table's total.
func (r *record) isTotal() bool {
	for _, v := range r.line.cells {
		if v.text == "" || v.merged {
			continue
		}
		_, ok := words.List("total").Whole(strings.TrimRight(v.text, ": 0123456789"))
		return ok || totalOf.MatchString(v.text)
	}
	return false
}
