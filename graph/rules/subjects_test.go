package rules_test

import (
	"fmt"
	"strings"
	"testing"

	"dpmap/fixtures/judged"
)

// Whose fingerprints a school takes, in the words of registers: a pupil's, an
// adult's, or nobody's that can be told, which is asked about as a blank is.
var (
	subjectsPupils = []string{
		"Yr 7",
		"Y7-11",
		"KS3",
		"KS4/5",
		"Yr 10-13",
		"Sixth form",
		"6th-form",
		"Learners",
		"Young people",
		"Pups",
		"Key stage 2",
		"Staff Y7-11",
		"Year 7 staff + KS3",
		"Nursery",
		"Boarders",
		"Ages 11-18",
		"Ps yr 7-13",
	}
	subjectsUnclear = []string{
		"Ps",
		"Ps + staff",
		"All",
		"Everyone",
		"Families",
		"Ps - staff",
		"Staff (Ps too)",
		"Everyone except staff",
		"All, not staff",
		"Service users",
		"Staff inc Ps",
		"Non-staff",
		"Prnts, Stf",
	}
	subjectsAdults = []string{
		"All staff",
		"Teaching and support staff",
		"Parents/carers",
		"Parents & carers of Y7",
		"Governors; volunteers",
		"Year 7 staff",
		"Reception staff",
		"Staff in the sixth form",
		"Visitors, contractors",
		"Staff (teaching)",
		"Employees - temporary",
		"Staff excluding volunteers",
		"Kitchen staff",
		"Student teachers",
		"Members of staff",
		"Staff (permanent and agency)",
		"Headteacher; SLT",
		"Job applicants",
	}
)

// TestWhoseFingerprints sees that only words for adults keep the rule on the
// biometric data of pupils silent.
func TestWhoseFingerprints(t *testing.T) {
	unclear := ", which does not say whether they are pupils: "
	for _, c := range []struct {
		subjects []string
		want     func(string) string
	}{
		{subjectsPupils, func(s string) string { return fmt.Sprintf("%q: ", s) }},
		{subjectsUnclear, func(s string) string { return fmt.Sprintf("%q", s) + unclear }},
		{[]string{""}, func(string) string { return "people who are not recorded: " }},
		{subjectsAdults, func(string) string { return "" }},
	} {
		for _, s := range c.subjects {
			table := fmt.Sprintf("From,To,Purpose,Data subjects,Data categories\nRiverside School,Till Box,Catering,%q,Fingerprints\n", s)
			_, result := judged.File(t, "flows.csv", []byte(table))
			got := ""
			for _, f := range result.Findings {
				if f.Rule == "biometric-no-parental-consent" {
					got = f.Message
				}
			}
			if want := c.want(s); (want == "") != (got == "") || !strings.Contains(got, want+"no consent of a parent") && want != "" {
				t.Errorf("data subjects %q: %q, want %q", s, got, want)
			}
		}
	}
}
