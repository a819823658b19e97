package law

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestSigns reads purposes and names: what kind of data they are a sign of, and
// what only sounds like one.
func TestSigns(t *testing.T) {
	b := open(t, today)
	for _, c := range []struct {
		in         SignPlace
		text, want string
	}{
		{InPurpose, "Fingerprint lunch payments", "biometric data"},
		{InPurpose, "Facial recognition registration", "biometric data"},
		{InPurpose, "Counselling referrals", "health"},
		{InPurpose, "Autism assessment", "health"},
		{InPurpose, "Occupational health referrals", "health"},
		{InPurpose, "Sickness absence insurance", "health"},
		{InPurpose, "Trade union subscriptions", "trade union membership"},
		{InPurpose, "DBS checks", "criminal offence data (vetting)"},
		{InPurpose, "dbs check on volunteers", "criminal offence data (vetting)"},
		{InPurpose, "Youth offending support", "criminal offence data"},
		{InPurpose, "Recording of allergies for trips", "health"},
		{InPurpose, "First aid and medication log", "health, health"},
		{InPurpose, "Self-harm alerts", "health"},
		{InPurpose, "Muslim prayer app", "religious or philosophical belief, religious or philosophical belief"},
		{InPurpose, "LGBT+ youth group", "sex life or sexual orientation"},
		{InPurpose, "Ethnic monitoring", "racial or ethnic origin"},
		{InName, "CAMHS", "health"},
		{InName, "Occupational Health Ltd", "health"},
		{InName, "Youth Offending Team", "criminal offence data"},
		{InName, "Disclosure and Barring Service", "criminal offence data (vetting)"},
		{InName, "NASUWT", "trade union membership"},
		{InName, "BioStore Ltd fingerprint", "biometric data"},
		{InName, "Autism Outreach", "health"},
		// names and other senses
		{InPurpose, "Faith Smith's class", ""},
		{InPurpose, "Sports fixtures race", ""},
		{InPurpose, "Diet Coke sales", ""},
		{InPurpose, "Mr Sen's class trip", ""},
		{InPurpose, "Send home letters", ""},
		{InPurpose, "Careers counselling", ""},
		{InPurpose, "Health and safety inspections", ""},
		{InPurpose, "Probation reviews of new staff", ""},
		{InPurpose, "Students' union elections", ""},
		{InPurpose, "Supplier vetting", ""},
		{InPurpose, "Access arrangements for contractors", ""},
		{InName, "Faith Schools Transport", ""},
		{InName, "Hillarys Blinds Ltd", ""},
		{InName, "Hospitality Services Ltd", ""},
		{InName, "Medical Supplies Ltd", ""},
		{InName, "Rugby Union Coaching", ""},
		// taken back by what stands beside it
		{InPurpose, "Fingerprint free lunch payments", ""},
		{InPurpose, "Lunch payments without fingerprints", ""},
		{InPurpose, "Non-biometric lunch payments", ""},
		{InPurpose, "No fingerprints or facial recognition", ""},
		{InPurpose, "Services (excluding welfare and medical)", ""},
		{InPurpose, "Welfare and medical services", "health"},
		{InPurpose, "Autism and ADHD training", ""},
		{InPurpose, "Mental health first aid training", ""},
		{InPurpose, "Mental health awareness week", ""},
		{InPurpose, "Training on self-harm", ""},
		{InPurpose, "Autism support and ADHD training", "health"},
	} {
		var kinds []string
		for _, term := range b.Signs(c.text, c.in) {
			kinds = append(kinds, term.Kind)
		}
		if d := cmp.Diff(c.want, strings.Join(kinds, ", ")); d != "" {
			t.Errorf("%s %q: %s", c.in, c.text, d)
		}
	}
}
