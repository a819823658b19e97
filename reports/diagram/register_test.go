package diagram_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"dpmap/graph"
	"dpmap/graph/law"
	"dpmap/graph/rules"
)

var today = law.Day(2026, time.November, 22)

// recipient is one line of a test register.
type recipient struct {
	name       string
	kind       law.Kind
	countries  string // ISO codes, or words after "~"; "" is blank
	flows      int
	special    bool
	safeguards string
	purpose    string
}

// group is a register like that of an education group: its recipients are
// those that a published notice names.
var groupRegister = []recipient{
	{"Educational agents", law.Agent, "", 2, true, "", "Applications made through an agent"},
	{"Parents and parental representatives", law.Parents, "", 3, true, "", "Reports on progress"},
	{"Online conversion service", law.Supplier, "", 1, false, "", "Following up unfinished applications"},
	{"Visa application agencies", law.Supplier, "", 1, false, "", "Supporting a visa application"},
	{"Applicant screening companies", law.Supplier, "", 1, false, "", "Compliance interviews"},
	{"UK Visas and Immigration (UKVI)", law.Government, "GB", 2, false, "", "Student visas"},
	{"Immigration and Naturalisation Service (Netherlands)", law.Government, "NL", 2, false, "", "Student visas"},
	{"US Immigration and Customs Enforcement", law.Government, "US", 2, false, "", "Student visas"},
	{"Swedish Immigration Agency", law.Government, "SE", 2, false, "", "Student visas"},
	{"Cloud-hosted virtual learning environments", law.Supplier, "", 2, true, "", "Online teaching"},
	{"Financial or government sponsors", law.Sponsor, "", 2, true, "", "Sponsored courses"},
	{"CEG companies", law.GroupCompany, "GB NL SE US CN", 1, true, "", "Services inside the group"},
	{"Taxi companies", law.Supplier, "GB", 1, false, "", "Airport transfers"},
	{"Accommodation and homestay providers", law.Accommodation, "GB", 1, true, "", "Housing students"},
	{"ONCAMPUS university partners", law.University, "GB NL SE US", 1, true, "", "Progression to degree courses"},
	{"CEG Digital university partners", law.University, "", 1, true, "", "Online programmes"},
	{"Other university destinations", law.University, "~worldwide", 1, true, "", "Referral of a student"},
	{"Insurance companies", law.Insurer, "~worldwide", 1, false, "", "Student insurance"},
	{"Approved test centres", law.AwardingBody, "", 1, false, "", "Tests"},
	{"Exam boards", law.AwardingBody, "GB", 1, false, "", "Examinations"},
	{"Validating bodies for exam boards", law.AwardingBody, "GB", 1, false, "", "Examinations"},
	{"Plagiarism detection software", law.Supplier, "", 1, false, "", "Academic integrity"},
	{"Remote proctoring services", law.Supplier, "", 1, false, "", "Remote assessment"},
	{"Medical and public health authorities", law.HealthBody, "GB", 2, true, "", "Emergencies"},
	{"Activity providers", law.Supplier, "GB", 1, true, "", "Activities for students"},
	{"Accreditation bodies", law.AccreditationBody, "~worldwide", 1, true, "", "Inspections"},
	{"Higher Education Statistics Agency (HESA)", law.PublicBody, "GB", 1, true, "", "Statistics"},
	{"Quality Assurance Agency for Higher Education (QAA)", law.PublicBody, "GB", 1, false, "", "Reviews"},
	{"Office for Students", law.Regulator, "GB", 1, true, "", "Surveys"},
	{"Local councils", law.LocalAuthority, "GB", 1, false, "", "Council tax"},
	{"Transport for London", law.PublicBody, "GB", 1, false, "", "Travel cards"},
	{"HM Revenue & Customs", law.Government, "GB", 1, false, "", "Tax"},
	{"IT and system administration providers", law.Supplier, "~worldwide", 1, true, "", "IT services"},
	{"Student health record software", law.Supplier, "US", 1, true, "uk-idta", "Health records"},
	{"Employers and placement providers", law.OtherBody, "GB", 1, false, "", "Placements"},
	{"Local authorities (safeguarding)", law.LocalAuthority, "GB", 1, true, "", "Safeguarding referrals"},
	{"Police", law.Police, "GB", 1, true, "", "Prevention of crime"},
	{"Disclosure and Barring Service", law.PublicBody, "GB", 1, true, "", "Checks on adults"},
	{"Professional advisers", law.ProfessionalAdvice, "GB", 1, true, "", "Legal claims"},
	{"Debt collection agencies", law.Supplier, "GB", 1, false, "", "Unpaid fees"},
	{"Analytics providers", law.Supplier, "US", 1, false, "", "Website statistics"},
	{"Advertising networks", law.Supplier, "US", 1, false, "", "Advertising"},
	{"Survey agents", law.Supplier, "GB", 1, false, "", "Student surveys"},
	{"Microsoft Azure", law.Supplier, "IE", 1, true, "", "Hosting"},
	{"Press and media", law.Press, "GB", 1, false, "", "Success stories"},
	{"Credit reference agencies", law.Supplier, "CA", 1, false, "", "Identity checks"},
	{"Web conferencing", law.Supplier, "US", 1, false, "", "Online lessons"},
	{"Shared work platforms", law.Supplier, "US", 1, false, "uk-addendum", "Showing work"},
	{"Catering companies", law.Supplier, "GB", 1, true, "", "Meals and allergies"},
	{"Language testing service", law.Supplier, "IN", 1, false, "", "Language tests"},
}

// place reads the countries of a recipient.
func place(s string) graph.Place {
	if word, ok := strings.CutPrefix(s, "~"); ok {
		return graph.Place{Open: []string{word}, Text: word}
	}
	return graph.Place{Countries: strings.Fields(s), Text: s}
}

// judged makes a register of one controller and judges it.
func judged(t testing.TB, controller string, recipients []recipient, without ...string) *rules.Result {
	t.Helper()
	parties := []graph.Party{{ID: "own", Name: controller, Kind: law.EducationGroup, Country: place("GB"), Own: true}}
	var flows []graph.Flow
	for i, r := range recipients {
		id := fmt.Sprintf("p%d", i)
		parties = append(parties, graph.Party{ID: id, Name: r.name, Kind: r.kind, Country: place(r.countries)})
		for n := range r.flows {
			f := graph.Flow{ID: fmt.Sprintf("f%d.%d", i, n), From: "own", To: id, Purpose: r.purpose, Role: graph.Controller,
				Categories: []graph.Category{{Name: "Identity", Class: law.Ordinary}},
				At:         graph.Ref{File: "register.xlsx", Sheet: "Flows", Row: i + 2}}
			if r.special {
				f.Categories = append(f.Categories, graph.Category{Name: "Health", Class: law.Special, Kind: "health"})
			}
			if r.kind == law.Police || r.name == "Disclosure and Barring Service" {
				f.Categories = append(f.Categories, graph.Category{Name: "Convictions", Class: law.Criminal})
			}
			if r.safeguards != "" {
				f.Safeguards = []graph.Safeguard{{ID: r.safeguards, Text: r.safeguards}}
			}
			flows = append(flows, f)
		}
	}
	return judge(t, graph.Register{Controller: graph.Value{Text: controller}}, parties, flows, without...)
}

func judge(t testing.TB, register graph.Register, parties []graph.Party, flows []graph.Flow, without ...string) *rules.Result {
	t.Helper()
	m, err := graph.New(register, parties, flows)
	if err != nil {
		t.Fatal(err)
	}
	book, err := law.Open(today, without...)
	if err != nil {
		t.Fatal(err)
	}
	return rules.Run(m, book, rules.All(), rules.Options{})
}
