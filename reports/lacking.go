package reports

import (
	"slices"
	"strings"

	"dpmap/graph"
	"dpmap/graph/rules"
	"dpmap/reports/wording"
)

// lackingColumn is the findings of one rule about a fact that no row of their
// sheets records, since there is no column for it or the column is empty: they
// are told as one, since filling a column is one thing to do.
type lackingColumn struct {
	Rule     string
	Severity rules.Severity
	What     string // "the lawful basis"
	Empty    bool   // there is a column, and nothing in it
	At       string // the first of its sheets, with its file
	Sheets   []string
	Flows    int
	Findings int
	To       []string // recipients, where other flows of the sheets do not lack it
}

// columnFact is a rule that asks whether a fact is recorded, and the columns
// that could hold it: on the sheet of the flow, or on one of organisations.
type columnFact struct {
	rule    string
	what    string
	ofFlow  graph.Field
	ofParty graph.Field
}

// columnFacts is in the order in which rules with the same weight are told.
func columnFacts() []columnFact {
	return []columnFact{
		{"transfer-destination-unknown", "the recipient's country", graph.FieldRecipientCountry, graph.FieldCountry},
		{"basis-missing", "the lawful basis", graph.FieldBasis, ""},
		{"role-unknown", "the recipient's role (controller or processor)", graph.FieldRole, graph.FieldPartyRole},
		{"purpose-missing", "the purpose", graph.FieldPurpose, ""},
		{"subjects-missing", "whose data it is", graph.FieldSubjects, ""},
		{"categories-missing", "which kinds of data go", graph.FieldCategories, ""},
		{"retention-missing", "how long the data is kept", graph.FieldRetention, ""},
		{"notice-missing", "the privacy notice", graph.FieldNotice, ""},
		{"security-missing", "how the data is secured", graph.FieldSecurity, ""},
	}
}

// lacking gathers the findings that a whole column explains, and says of each
// finding, by its index, whether it is one of them. A finding that is alone, is
// accepted or says more than that the fact is not recorded is none.
func (r *Report) lacking() ([]lackingColumn, []bool) {
	told := make([]bool, len(r.Result.Findings))
	var out []lackingColumn
	for _, fact := range columnFacts() {
		sheets := r.withoutFact(fact)
		which := r.plainlyMissing(fact.rule, sheets)
		if len(which) < 2 {
			continue
		}
		for _, i := range which {
			told[i] = true
		}
		out = append(out, r.lackingColumn(fact, which, sheets))
	}
	slices.SortStableFunc(out, func(a, b lackingColumn) int { return int(b.Severity) - int(a.Severity) })
	return out, told
}

// sheetID names a sheet of a file.
type sheetID struct{ file, sheet string }

func sheetOf(at graph.Ref) sheetID { return sheetID{at.File, at.Sheet} }

// withoutFact counts the flows of each sheet in which no row records the fact;
// none, where any organisation's own row does.
func (r *Report) withoutFact(fact columnFact) map[sheetID]int {
	parties := r.Result.Map.Parties()
	for i := range parties {
		if ref, ok := parties[i].Reads.At(fact.ofParty); ok && strings.TrimSpace(ref.Value) != "" {
			return nil
		}
	}
	out := map[sheetID]int{}
	holds := map[sheetID]bool{}
	flows := r.Result.Map.Flows()
	for i := range flows {
		id := sheetOf(flows[i].At)
		out[id]++
		if ref, ok := flows[i].Reads.At(fact.ofFlow); ok && strings.TrimSpace(ref.Value) != "" {
			holds[id] = true
		}
	}
	for id := range holds {
		delete(out, id)
	}
	return out
}

// plainlyMissing lists the open findings of a rule about those sheets that say
// no more than that the fact is not recorded.
func (r *Report) plainlyMissing(rule string, sheets map[sheetID]int) []int {
	var which []int
	for i := range r.Result.Findings {
		f := &r.Result.Findings[i]
		if f.Rule == rule && r.IsOpen(f) && !strings.Contains(f.Message, "; ") && sheets[sheetOf(f.At)] > 0 {
			which = append(which, i)
		}
	}
	return which
}

func (r *Report) lackingColumn(fact columnFact, which []int, sheets map[sheetID]int) lackingColumn {
	c := lackingColumn{Rule: fact.rule, What: fact.what, Findings: len(which), Empty: true}
	flows, seen, all := map[string]bool{}, map[sheetID]bool{}, 0
	for _, i := range which {
		f := &r.Result.Findings[i]
		c.Severity = f.Severity
		c.To = appendNew(c.To, r.recipientName(f))
		for _, id := range f.Flows {
			flows[id] = true
		}
		if id := sheetOf(f.At); !seen[id] {
			if c.At == "" {
				c.At = graph.Ref{File: id.file, Sheet: id.sheet}.String()
			}
			seen[id] = true
			all += sheets[id]
			c.Sheets = append(c.Sheets, r.shortSheet(f.At))
			c.Empty = c.Empty && r.hasColumn(fact.ofFlow, id)
		}
	}
	if c.Flows = len(flows); c.Flows == all {
		c.To = nil
	}
	return c
}

// hasColumn reports whether a sheet has a column of that field.
func (r *Report) hasColumn(field graph.Field, id sheetID) bool {
	for _, in := range r.Inputs {
		for _, s := range in.Sheets {
			if in.File == id.file && s.Name == id.sheet {
				return slices.ContainsFunc(s.Columns, func(c graph.Column) bool { return c.Field == field })
			}
		}
	}
	return false
}

// shortSheet names a sheet, with its file where there are several.
func (r *Report) shortSheet(at graph.Ref) string {
	switch {
	case len(r.Inputs) != 1 && at.Sheet != "":
		return at.File + "!" + at.Sheet
	case at.Sheet != "":
		return at.Sheet
	}
	return at.File
}

// sentence tells it in one line.
func (c lackingColumn) sentence() string {
	const most = 3
	where := wording.Joined(c.Sheets)
	if rest := len(c.Sheets) - most + 1; rest > 1 {
		where = wording.Joined(append(slices.Clone(c.Sheets[:most-1]), wording.Count(rest, "further sheet", "further sheets")))
	}
	s := "no column for " + c.What + " in " + where
	if c.Empty {
		s = "the column for " + c.What + " is empty in " + where
	}
	s += ": " + wording.Count(c.Flows, "flow", "flows")
	if c.Findings != c.Flows {
		s += " (" + wording.Count(c.Findings, "finding", "findings") + ")"
	}
	const named = 5
	switch n := len(c.To); {
	case n > named:
		s += ", to " + wording.Count(n, "recipient", "recipients")
	case n > 0:
		s += ", to " + wording.Joined(c.To)
	}
	return s
}
