package graph

import "dpmap/graph/law"

// Problem is a cell or row that could not be read as it stands. It is not a
// breach of law (a finding) nor a broken machine (an error).
type Problem struct {
	Level   Level
	Message string // place, thing, value; no full stop
	Fix     string // what to do about it
	At      Ref
	// Told is so where no value was lost: it says how something was taken, and
	// asks for a look.
	Told bool
}

// The words for what became of the cell or row of a problem.
const (
	RowNotUsed   = "row not used"
	ValueNotUsed = "value not used"
	ToCheck      = "to check"
)

// Word says what became of the cell or row.
func (p Problem) Word() string {
	switch {
	case p.Level == Rejected:
		return RowNotUsed
	case p.Told:
		return ToCheck
	}
	return ValueNotUsed
}

// Level is how much a problem costs.
type Level int

// The levels of a problem.
const (
	Warning  Level = iota + 1 // the row is used, this value is not or only in part
	Rejected                  // the row gives no flow and no party
)

// String is "warning" or "error", as JSON names them.
func (l Level) String() string {
	if l == Rejected {
		return "error"
	}
	return "warning"
}

// Input is one file as it was read.
type Input struct {
	File   string
	SHA256 string // hexadecimal
	Sheets []SheetCount
}

// SheetCount accounts for every row of a sheet:
// Rows = FlowRows + PartyRows + Blank + Rejected + Other.
type SheetCount struct {
	Name      string
	Layout    string // "" when no layout was recognised and every row is Other
	Hidden    bool
	Own       bool // dpmap made the sheet: its template's help, its list of findings
	Rows      int
	FlowRows  int
	PartyRows int
	Blank     int
	Rejected  int
	Other     int // title, heading, section, register, note and continuation rows
	Flows     int // what the flow rows gave
	Columns   []Column
}

// Column tells what a column was taken for.
type Column struct {
	Col     int
	Heading string
	Field   Field  // "" when it is kept as an extra field
	How     string // "heading", "synonym", "spelling", "--heading", "words", "contents"
	Why     string // in words; "" when no field was found
	Example string // the first value beneath it
}

// Register is what the workbook says of itself: the controller whose record it
// is and who keeps it (UK GDPR Art 30(1)(a)).
type Register struct {
	Controller     Value
	Address        Value
	Email          Value
	Telephone      Value
	DPO            Value
	Representative Value
	ICO            Value
	Period         Value
	PreparedBy     Value
	Other          []Extra // further names and values of the sheet
	Notes          []Extra // clauses that stand in the register without belonging to one flow
}

// Value is a text and where it was read.
type Value struct {
	Text string
	At   Ref
}

// Acceptance is a row of the sheet Accepted: a finding that somebody answerable
// has decided to live with until a date.
type Acceptance struct {
	Finding string // finding ID
	Reason  string
	By      string
	Until   law.Date
	At      Ref
}
