package law

import "testing"

func TestFindBody(t *testing.T) {
	b := open(t, today)
	for _, c := range []struct {
		name, id string
		kind     Kind
		country  string
	}{
		{"Department for Education", "dfe", Government, "GB"},
		{"the DfE", "dfe", Government, "GB"},
		{"DfE (Department for Education)", "dfe", Government, "GB"},
		{"The Department for Education (DfE)", "dfe", Government, "GB"},
		{"UK Visas and Immigration (UKVI)", "ukvi", Government, "GB"},
		{"UK Visas & Immigration", "ukvi", Government, "GB"},
		{"HM Revenue & Customs", "hmrc", Government, "GB"},
		{"Ofsted", "ofsted", Regulator, "GB"},
		{"JCQ", "jcq", AwardingBody, "GB"},
		{"Joint Council for Qualifications (JCQ)", "jcq", AwardingBody, "GB"},
		{"WJEC / Eduqas", "wjec", AwardingBody, "GB"},
		{"Pearson (Edexcel)", "pearson", AwardingBody, "GB"},
		{"Transport for London", "tfl", PublicBody, "GB"},
		{"Teachers’ Pensions", "teachers-pensions", PublicBody, "GB"},
		{"US Immigration and Customs Enforcement", "us-ice", Government, "US"},
		{"US Immigration and Customs Authorities", "us-ice", Government, "US"},
		{"Immigration and Naturalisation Service (Netherlands)", "nl-ind", Government, "NL"},
		{"the Swedish Immigration Agency", "se-migration", Government, "SE"},
		{"Exam boards", "exam-boards", AwardingBody, "GB"},
		{"Local councils", "local-authorities", LocalAuthority, "GB"},
		{"LA", "local-authorities", LocalAuthority, "GB"},
		{"Our local authority", "local-authorities", LocalAuthority, "GB"},
		{"the Police", "police", Police, "GB"},
		{"Medical or Public Health authorities", "health-authorities", HealthBody, "GB"},
		{"Universities", "universities", University, ""},
		{"Insurance companies worldwide", "insurers", Insurer, ""},
		{"Taxi companies", "taxi-companies", Supplier, ""},
		{"Parent(s)/carer(s)", "parents", Parents, ""},
		{"Parents or parental approved representatives", "parents", Parents, ""},
		{"Candidates", "data-subjects", DataSubjects, ""},
		{"Accreditation bodies", "accreditation-bodies", AccreditationBody, ""},
		{"Social services", "social-services", LocalAuthority, "GB"},
		{"New school", "schools", School, "GB"},
	} {
		body, ok := b.FindBody(c.name)
		if !ok || body.ID != c.id || body.Kind != c.kind || body.Country != c.country {
			t.Errorf("%q: %s, %s in %q (found %t), want %s", c.name, body.ID, body.Kind, body.Country, ok, c.id)
		}
	}
}

func TestFindBodyNearMisses(t *testing.T) {
	b := open(t, today)
	for _, name := range []string{
		"", "()", "Police (France)", "Police (US)", "Local authorities (EU)", "Ofsted Tutoring Ltd", "University of Somewhere",
		"Councillor", "Pearson Airport Parking", "Universities UK Mailing Ltd", "Exam boards and others", "Police (the one in Lyon)", "Google",
	} {
		if body, ok := b.FindBody(name); ok {
			t.Errorf("%q is taken for %s", name, body.Name)
		}
	}
}

func TestBodyRowsAreWhole(t *testing.T) {
	b := open(t, today)
	seen := map[string]bool{}
	for _, body := range b.Bodies() {
		if seen[body.ID] {
			t.Errorf("%s stands twice", body.ID)
		}
		seen[body.ID] = true
		if body.Role != "" && body.Role != "controller" {
			t.Errorf("%s has the role %q", body.ID, body.Role)
		}
		if !body.Generic && body.Country == "" {
			t.Errorf("%s is one body and in no country", body.ID)
		}
		if body.Generic && body.Verified {
			t.Errorf("%s is a kind of body: its facts are the usual case, not verified", body.ID)
		}
		if found, ok := b.FindBody(body.Name); !ok || found.ID != body.ID {
			t.Errorf("%s is not found by its own name", body.Name)
		}
	}
}
