package ropa

import (
	"strings"
	"testing"

	"dpmap/fixtures/judged"
	"dpmap/reports"
)

// recordOf is the record of a register, one map a row.
func recordOf(t *testing.T, csv string) []map[string]string {
	t.Helper()
	in, result := judged.File(t, "register.csv", []byte(csv))
	_, f := written(t, &reports.Report{Result: result, Inputs: in.Inputs}, Options{})
	_, rows := tabled(t, f, recordSheet)
	return rows
}

// TestConsentIsNotMadeExplicit holds that the statutory record does not turn the
// word consent in a lawful basis into the explicit consent of Art 9, unless
// something recorded shows it.
func TestConsentIsNotMadeExplicit(t *testing.T) {
	const heading = "Article 9 condition for processing special category data"
	rows := recordOf(t, `Ref,From,To,Recipient country,Purpose,Data subjects,Data categories,Lawful basis,Consent
1,Hill School,PrintCo,UK,Catering,Pupils,Fingerprints,Consent,
2,Hill School,TripCo,UK,Trips,Pupils,Health data,Consent,"explicit, signed form, 3/9/2025"
`)
	if got := rows[0][heading]; strings.Contains(got, "Explicit consent") || !strings.Contains(got, "“consent”") || !strings.Contains(got, "not shown") {
		t.Errorf("consent as a basis stands in the record as %q", got)
	}
	if got := rows[1][heading]; !strings.Contains(got, "Art 9(2)(a) Explicit consent") {
		t.Errorf("a consent recorded as explicit stands in the record as %q", got)
	}
}

// TestContractOfUnknownRole holds that an agreement stands in the column that
// prints where the register does not record the recipient's role: it may be the
// contract that the law asks for.
func TestContractOfUnknownRole(t *testing.T) {
	const printed, other = "Link to contract with processor", "Agreement that is not with a processor"
	rows := recordOf(t, `Ref,From,To,Recipient country,Purpose,Data subjects,Data categories,Lawful basis,Agreement,Recipient role
1,Hill School,ClassCo,UK,Classes,Pupils,Names,public task,"DPA signed 1/9/2023",
2,Hill School,QuizCo,UK,Quizzes,Pupils,Names,public task,no,
3,Hill School,Council,UK,Safety,Pupils,Names,public task,"sharing agreement, yes",controller
4,Hill School,MailCo,UK,Mail,Pupils,Names,public task,yes,processor
5,Hill School,BlankCo,UK,Mail,Pupils,Names,public task,,
6,Hill School,Ministry,UK,Census,Pupils,Names,public task,not needed,
`)
	for n, want := range []struct{ printed, other string }{
		{"signed 1 September 2023", ""}, {"none, or not signed", ""}, {"", "in place"}, {"in place", ""}, {"", ""}, {"not applicable", ""},
	} {
		row := rows[n]
		if got := row[printed]; !strings.Contains(got, want.printed) || want.printed == "" && got != "" {
			t.Errorf("row %d: %q says %q, want %q", n+1, printed, got, want.printed)
		}
		if got := row[other]; !strings.Contains(got, want.other) || want.other == "" && got != "" {
			t.Errorf("row %d: %q says %q, want %q", n+1, other, got, want.other)
		}
		if unknown := strings.Contains(row[printed], "role not recorded"); unknown != (n < 2 || n == 5) {
			t.Errorf("row %d: %q says %q of the role", n+1, printed, row[printed])
		}
	}
}

// TestEndedIsNotCleared holds that the record does not say of a flow that is over
// that its data went nowhere: it names the country, and that nobody judged it.
func TestEndedIsNotCleared(t *testing.T) {
	rows := recordOf(t, `From,To,Recipient country,Purpose,Data subjects,Data categories,Lawful basis,Status
Hill School,GoneCo,India,Quizzes,Pupils,Names,public task,ended
`)
	const where = "Names of third countries or international organisations that personal data are transferred to (if applicable)"
	if got := rows[0][where]; !strings.Contains(got, "India") || !strings.Contains(got, "ended") {
		t.Errorf("the country of a flow that has ended: %q", got)
	}
	const guard = "Safeguards for exceptional transfers of personal data to third countries or international organisations (if applicable)"
	if got := rows[0][guard]; strings.Contains(got, "none needed") || !strings.Contains(got, "ended") {
		t.Errorf("the safeguard of a flow that has ended: %q", got)
	}
}
