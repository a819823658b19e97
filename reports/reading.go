package reports

import (
	"strconv"
	"strings"

	"dpmap/graph"
	"dpmap/reports/wording"
)

// reading is how the inputs were read, in numbers.
type reading struct {
	Files, Sheets  int // with a table in them
	Rows, Flows    int // rows of flows, and the flows that they gave
	Parties        int // rows of organisations
	Rejected       int
	Columns, Known int
	Kept           []string // headings of columns that no field was found for
	Aside          []string // sheets in which nothing was recognised
	Guessed        []string // columns told by words or by what they hold
}

func (r *Report) reading() reading {
	out := reading{Files: len(r.Inputs)}
	for _, in := range r.Inputs {
		for _, s := range in.Sheets {
			out.add(r, in.File, s)
		}
	}
	return out
}

func (x *reading) add(r *Report, file string, s graph.SheetCount) {
	name := r.shortSheet(graph.Ref{File: file, Sheet: s.Name})
	x.Rejected += s.Rejected
	if s.Layout == "" {
		if rows := s.Rows - s.Blank; rows > 0 && !s.Own {
			x.Aside = append(x.Aside, name+" ("+wording.Count(rows, "row", "rows")+")")
		}
		return
	}
	x.Sheets++
	x.Rows += s.FlowRows
	x.Parties += s.PartyRows
	x.Flows += s.Flows
	for _, c := range s.Columns {
		if c.Heading == "" {
			continue
		}
		x.Columns++
		if c.Field == "" {
			x.Kept = appendNew(x.Kept, "“"+c.Heading+"”")
			continue
		}
		x.Known++
		if c.How == "words" || c.How == "contents" {
			x.Guessed = append(x.Guessed, "“"+c.Heading+"” in "+name+": "+string(c.Field))
		}
	}
}

// rows says what the rows became.
func (x reading) rows() string {
	where := wording.Count(x.Files, "file", "files")
	if x.Sheets > 1 {
		where += ", " + wording.Count(x.Sheets, "sheet", "sheets")
	}
	s := "Read: " + where + "; " + wording.Count(x.Rows, "row", "rows") + " gave " + wording.Count(x.Flows, "flow", "flows")
	if x.Parties > 0 {
		s += ", " + wording.Count(x.Parties, "row tells", "rows tell") + " of organisations"
	}
	if x.Rejected > 0 {
		s += ", " + wording.Count(x.Rejected, "row was", "rows were") + " not used"
	}
	return s + "."
}

// known says how many columns were understood, "" where there is none.
func (x reading) known() string {
	if x.Columns == 0 {
		return ""
	}
	s := "Columns: " + strconv.Itoa(x.Known) + " of " + strconv.Itoa(x.Columns) + " understood"
	if n := len(x.Guessed); n > 0 {
		s += ", of them " + strconv.Itoa(n) + " by a guess"
	}
	return s + "."
}

// columns says besides which were kept as they stand.
func (x reading) columns() string {
	s := x.known()
	if len(x.Kept) > 0 {
		s = strings.TrimSuffix(s, ".") + "; kept as they stand, and judged by no rule: " + few(x.Kept) + "."
	}
	return s
}

// columnsExplained says besides how to see each.
func (x reading) columnsExplained() string {
	if x.Columns == 0 {
		return ""
	}
	return x.columns() + " --explain-import shows each."
}

// aside names the sheets in which nothing was recognised, "" for none.
func (x reading) aside() string {
	if len(x.Aside) == 0 {
		return ""
	}
	return "Not read, since no table of data flows was recognised in " + plural(len(x.Aside), "it", "them") + ": " +
		plural(len(x.Aside), "sheet ", "sheets ") + few(x.Aside) + "."
}
