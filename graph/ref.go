// Package graph holds the map: organisations, the flows of personal data
// between them, and the place in a workbook where each value was read.
//
// A Map does not change once built. Slices keep the order of the input.
package graph

import (
	"strconv"
	"strings"
)

// Ref is a place in an input: a cell, or a whole row when Col is 0. The zero
// Ref is "nowhere": the value was not read from a file.
type Ref struct {
	File    string // base name, as outputs print it
	Sheet   string // "" in a CSV
	Row     int    // from 1
	Col     int    // from 1
	Heading string // the column's heading as written
	Value   string // the cell's text as written
}

// IsZero reports whether the ref points nowhere.
func (r Ref) IsZero() bool { return r.File == "" && r.Row == 0 }

// Cell is the cell's name, C7; for a whole row, its number.
func (r Ref) Cell() string {
	if r.Row == 0 {
		return ""
	}
	return ColumnName(r.Col) + strconv.Itoa(r.Row)
}

// String is the place as messages begin with it: flows.xlsx!Flows!C7. A CSV
// has no sheet, so its place is flows.csv!C7.
func (r Ref) String() string {
	parts := make([]string, 0, 3)
	for _, p := range []string{r.File, r.Sheet, r.Cell()} {
		if p != "" {
			parts = append(parts, p)
		}
	}
	return strings.Join(parts, "!")
}

// ColumnName is the letters of a column counted from 1: 1 is A, 27 is AA, 0 is
// nothing.
func ColumnName(col int) string {
	var b []byte
	for ; col > 0; col = (col - 1) / 26 {
		b = append([]byte{byte('A' + (col-1)%26)}, b...)
	}
	return string(b)
}

// Field names a fact that a register can record, in kebab-case. Importers map
// headings to fields, rules say which field a finding is about, --heading and
// the configuration use the same words.
type Field string

// The fields of a flow, in the order of the native workbook.
const (
	FieldRef              Field = "ref"
	FieldFrom             Field = "from"
	FieldSenderCountry    Field = "sender-country"
	FieldTo               Field = "to"
	FieldRecipientCountry Field = "recipient-country"
	FieldPurpose          Field = "purpose"
	FieldSubjects         Field = "data-subjects"
	FieldCategories       Field = "data-categories"
	FieldSpecial          Field = "special-category-data"
	FieldBasis            Field = "lawful-basis"
	FieldCondition        Field = "article-9-condition"
	FieldSchedule1        Field = "schedule-1-condition"
	FieldConsent          Field = "consent"
	FieldRole             Field = "recipient-role"
	FieldAgreement        Field = "agreement"
	FieldAgreementDate    Field = "agreement-date"
	FieldAgreementEnds    Field = "agreement-ends"
	FieldSafeguard        Field = "transfer-safeguard"
	FieldSafeguardDate    Field = "safeguard-date"
	FieldRiskAssessment   Field = "transfer-risk-assessment"
	FieldHosting          Field = "hosting-country"
	FieldAccess           Field = "access-countries"
	FieldMethod           Field = "sharing-method"
	FieldSecurity         Field = "security-measures"
	FieldRetention        Field = "retention"
	FieldFrequency        Field = "frequency"
	FieldSystem           Field = "system"
	FieldNotice           Field = "privacy-notice"
	FieldDPIA             Field = "dpia"
	FieldPolicy           Field = "policy-document"
	FieldOwner            Field = "owner"
	FieldReviewed         Field = "last-reviewed"
	FieldStatus           Field = "status"
	FieldSource           Field = "source"
	FieldNotes            Field = "notes"
)

// The fields of a party that a flow does not share.
const (
	FieldName       Field = "name"
	FieldAliases    Field = "aliases"
	FieldKind       Field = "kind"
	FieldPartyRole  Field = "role"
	FieldCountry    Field = "country"
	FieldEntity     Field = "legal-entity"
	FieldParent     Field = "parent"
	FieldDPF        Field = "dpf-status"
	FieldDPFChecked Field = "dpf-checked"
	FieldContact    Field = "contact"
	FieldDPO        Field = "dpo"
	FieldICO        Field = "ico-registration"
)

// Read tells where one field's value was read.
type Read struct {
	Field Field
	At    Ref
}

// Reads is where the values of one flow or party were read, in column order.
type Reads []Read

// At is where field was read; ok is false when no column held it.
func (rs Reads) At(field Field) (at Ref, ok bool) {
	for _, r := range rs {
		if r.Field == field {
			return r.At, true
		}
	}
	return Ref{}, false
}

// Extra is a column that no field knows, kept as it stood.
type Extra struct {
	Heading string
	Value   string
	At      Ref
}
