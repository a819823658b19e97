package importers

import (
	"fmt"
	"strings"
	"testing"
)

// TestCellsThatSayTwoThings holds that a safeguard's cell gives the transfer risk
// assessment where no column of its own does, that an agreement's cell gives the
// role, and that a document's end and a parent's consent reach the flow.
func TestCellsThatSayTwoThings(t *testing.T) {
	const head = "Supplier,Purpose,Transfer safeguards,Transfer risk assessment,DPA in place,DPIA,Biometric consent\n"
	tests := []struct{ row, want string }{
		{"Acme,Tea,IDTA; TRA done 3/25,,,,", "tra yes 2025-03 C2"},
		{"Acme,Tea,IDTA; TRA not done,,,,", "tra no  C2"},
		{"Acme,Tea,IDTA; TRA done,No,,,", "tra no  D2"},
		{"Acme,Tea,IDTA,,\"n/a, they're a controller\",,", "role controller E2"},
		{"Acme,Tea,IDTA,,no (controller),,", "role controller E2"},
		{"Acme,Tea,IDTA,,Yes - we are the controller,,", ""},
		{"Acme,Tea,,,,DPIA valid until 31/08/2024,", "dpia yes ends 2024-08-31"},
		{"Acme,Tea,,,,,Parental consent forms in office", "consent yes by parent: written form"},
	}
	for _, tt := range tests {
		got, err := readCSV(t, head+tt.row+"\n")
		if err != nil {
			t.Fatal(err)
		}
		f := got.Map.Flows()[0]
		var out []string
		if e := f.RiskAssessment; e.Text != "" {
			at, _ := f.Reads.At("transfer-risk-assessment")
			out = append(out, fmt.Sprintf("tra %v %v %s", e.State, e.Date, at.Cell()))
		}
		if f.Role != 0 {
			at, _ := f.Reads.At("recipient-role")
			out = append(out, fmt.Sprintf("role %v %s", f.Role, at.Cell()))
		}
		if e := f.DPIA; e.Text != "" {
			out = append(out, fmt.Sprintf("dpia %v ends %v", e.State, e.Ends))
		}
		if c := f.Consent; c.Text != "" {
			out = append(out, fmt.Sprintf("consent %v by %s: %s", c.State, c.By, c.How))
		}
		if text := strings.Join(out, "; "); text != tt.want {
			t.Errorf("%q gives %q, want %q", tt.row, text, tt.want)
		}
	}
}
