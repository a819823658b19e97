package ropa

import (
	"bytes"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"dpmap/graph"
	"dpmap/graph/law"
	"dpmap/graph/rules"
	"dpmap/reports"
)

// cellOf is a place in the sample's only sheet.
func cellOf(row, col int, heading, value string) graph.Ref {
	return graph.Ref{File: "flows.xlsx", Sheet: "Flows", Row: row, Col: col, Heading: heading, Value: value}
}

func sampleParties() []graph.Party {
	return []graph.Party{
		{ID: "school", Name: "Hillside School", Kind: law.School, Own: true, Country: graph.Place{Countries: []string{"GB"}, Implied: "--home"}},
		{ID: "mis", Name: "Example MIS Ltd", Kind: law.Supplier, Role: graph.Processor, Country: graph.Place{Countries: []string{"GB"}, Text: "UK"},
			Contact: "privacy@mis.example", At: graph.Ref{File: "flows.xlsx", Sheet: "Organisations", Row: 2}},
		{ID: "app", Name: "Reading App Inc", Kind: law.Supplier, Role: graph.Processor, Country: graph.Place{Countries: []string{"US", "CN"}},
			DPF: graph.DPF{Listed: graph.Yes, Text: "DPF listed, no UK Extension"}, At: graph.Ref{File: "flows.xlsx", Sheet: "Organisations", Row: 3}},
		{ID: "dfe", Name: "Department for Education", Kind: law.Government, Role: graph.Controller,
			Country: graph.Place{Countries: []string{"GB"}, Implied: "well-known body"},
			Implied: []graph.Implied{{Field: graph.FieldKind, Value: "government department", Why: "well-known body"}}},
		{ID: "insurers", Name: "Insurers", Kind: law.Insurer, Country: graph.Place{Open: []string{"worldwide"}, Text: "worldwide"}},
		{ID: "parents", Name: "Parents", Kind: law.Parents},
	}
}

func sampleFlows() []graph.Flow {
	names := graph.Category{Name: "Names"}
	health := graph.Category{Name: "Medical needs", Class: law.Special, Kind: "health", Word: "medical"}
	return []graph.Flow{
		{ID: "f1", Activity: "a2", Ref: "R1", From: "school", To: "mis", Purpose: "Running the school's records", Subjects: []string{"Pupils", "Staff"},
			Categories: []graph.Category{names, health}, Bases: []graph.Stated{{ID: "6(1)(e)"}}, Conditions: []graph.Stated{{ID: "9(2)(g)", Covers: []string{"Medical needs"}}},
			Schedule1: []graph.Stated{{ID: "sch1-18"}}, Agreement: graph.Agreement{State: graph.Yes, Kind: graph.ProcessingAgreement, Signed: law.Day(2024, time.May, 3), Text: "DPA v2"},
			Hosting: graph.Place{Countries: []string{"IE"}}, Security: "Encrypted; two-factor sign-in", Retention: "Date of birth + 25 years", System: "MIS", At: cellOf(2, 0, "", ""),
			Status: graph.Live, Extra: []graph.Extra{{Heading: "Budget code", Value: "=1+1", At: cellOf(2, 40, "Budget code", "=1+1")}}},
		{ID: "f2", Activity: "a2", Ref: "R1", From: "school", To: "dfe", Purpose: "Running the school's records", Subjects: []string{"Pupils", "Staff"},
			Categories: []graph.Category{names, health}, Bases: []graph.Stated{{ID: "6(1)(e)"}}, Security: "Encrypted; two-factor sign-in", At: cellOf(2, 0, "", "")},
		{ID: "f3", Activity: "a3", Ref: "R2", From: "school", To: "app", Purpose: "Reading practice", Subjects: []string{"Pupils"},
			Categories: []graph.Category{names}, Safeguards: []graph.Safeguard{{ID: graph.SafeguardDPF, Text: "DPF"}}, At: cellOf(3, 0, "", "")},
		{ID: "f4", From: "school", To: "insurers", Purpose: "", At: cellOf(4, 0, "", "")},
		{ID: "f5", Activity: "a5", Ref: "R4", From: "parents", To: "school", Purpose: "Admissions", Subjects: []string{"Pupils", "Parents"},
			Categories: []graph.Category{names}, Bases: []graph.Stated{{ID: "6(1)(c)"}}, Retention: "25 years", Security: "Locked store", At: cellOf(5, 0, "", ""),
			Notes: "@SUM(A1)\nsecond line"},
	}
}

func sampleTransfers() []rules.Transfer {
	return []rules.Transfer{
		{Regime: law.UK, Exporter: "school", Verdict: rules.Home, Legs: []rules.Leg{{Country: "GB", Verdict: rules.Home}}},
		{Regime: law.UK, Exporter: "school", Verdict: rules.Home, Legs: []rules.Leg{{Country: "GB", Verdict: rules.Home}}},
		{Restricted: true, Regime: law.UK, Exporter: "school", Verdict: rules.Unprotected, Countries: []string{"US", "CN"}, Reason: "no valid mechanism is recorded",
			Legs: []rules.Leg{{Country: "US", Verdict: rules.Conditional, Instrument: "uk-us-data-bridge", Reason: "approved only for businesses on the DPF list with the UK Extension"},
				{Country: "CN", Verdict: rules.Unprotected, Reason: "China is not approved and no mechanism is recorded"}}},
		{Restricted: true, Regime: law.UK, Exporter: "school", Verdict: rules.Unknown, Reason: "“worldwide” names no country",
			Legs: []rules.Leg{{Open: "worldwide", Verdict: rules.Unknown, Reason: "“worldwide” names no country"}}},
		{Regime: law.UK, Exporter: "parents", Verdict: rules.Home},
	}
}

func sampleFindings() []rules.Finding {
	cite := []law.Citation{{Cite: "UK GDPR Art 44A", URL: "https://www.legislation.gov.uk/eur/2016/679"}}
	return []rules.Finding{
		{ID: "transfer-no-safeguard/reading-app", Rule: "transfer-no-safeguard", Severity: rules.Critical, Title: "A transfer without protection",
			Message: "flows.xlsx!Flows!E3: China is not approved and no mechanism is recorded", Fix: "Sign an IDTA and assess the risk, or stop the flow",
			Law: cite, At: cellOf(3, 5, "Recipient country", "US; China"), Flows: []string{"f3"}, Exporter: "school", Places: []string{"CN"}},
		{ID: "dpa-missing/reading-app", Rule: "dpa-missing", Severity: rules.High, Title: "No data processing agreement", Message: "flows.xlsx!Flows!O3: no agreement is recorded",
			Fix: "Sign a data processing agreement", Law: []law.Citation{{Cite: "UK GDPR Art 28(3)"}}, At: cellOf(3, 15, "Agreement", ""), Flows: []string{"f3"},
			Accepted: &rules.Accepted{Reason: "pilot ends", By: "Head", Until: law.Day(2027, time.March, 31)}},
		{ID: "purpose-missing/insurers", Rule: "purpose-missing", Severity: rules.Medium, Title: "No purpose", Message: "flows.xlsx!Flows!F4: no purpose is recorded",
			Fix: "Say what the data is for", Law: cite, At: cellOf(4, 6, "Purpose", ""), Flows: []string{"f4"}},
		{ID: "controller-details-missing", Rule: "controller-details-missing", Severity: rules.Medium, Title: "The controller's details are not complete",
			Message: "flows.xlsx!Register: no data protection officer", Fix: "Name the data protection officer", Law: cite, At: graph.Ref{File: "flows.xlsx", Sheet: "Register"}},
		{ID: "party-unused/mis", Rule: "party-unused", Severity: rules.Low, Title: "Unused", Message: "flows.xlsx!Organisations!2: unused", Fix: "Remove it", Law: cite,
			At: graph.Ref{File: "flows.xlsx", Sheet: "Organisations", Row: 2}},
	}
}

// sample is a small report built by hand, with every sort of cell in it.
func sample(t testing.TB) *reports.Report {
	t.Helper()
	register := graph.Register{
		Controller: graph.Value{Text: "Hillside School"}, Address: graph.Value{Text: "1 Hill Road, Exampleton, EX1 1EX"}, Email: graph.Value{Text: "office@hillside.example"},
		Period: graph.Value{Text: "2026/27"}, Notes: []graph.Extra{{Heading: "Transfers", Value: "We may use standard contractual clauses", At: cellOf(30, 1, "", "")}},
	}
	return reported(t, register, sampleParties(), sampleFlows(), sampleTransfers(), sampleFindings())
}

// reported is a report on a map with decisions and findings as given.
func reported(t testing.TB, register graph.Register, parties []graph.Party, flows []graph.Flow, transfers []rules.Transfer, findings []rules.Finding) *reports.Report {
	t.Helper()
	m, err := graph.New(register, parties, flows)
	if err != nil {
		t.Fatal(err)
	}
	book, err := law.Open(law.Day(2026, time.November, 22))
	if err != nil {
		t.Fatal(err)
	}
	return &reports.Report{
		Result: &rules.Result{Map: m, Book: book, Transfers: transfers, Findings: findings},
		Inputs: []graph.Input{{File: "flows.xlsx", SHA256: "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08", Sheets: []graph.SheetCount{
			{Name: "Flows", Layout: "native", Rows: 6, FlowRows: 4, Blank: 1, Other: 1, Flows: 5, Columns: []graph.Column{
				{Col: 1, Heading: "Ref", Field: graph.FieldRef, How: "heading"}, {Col: 40, Heading: "Budget code"}}},
			{Name: "Old", Hidden: true, Rows: 3, Other: 3}}}},
		Problems: []graph.Problem{{Level: graph.Warning, Message: `flows.xlsx!Flows!E4: country "Untied Kingdom" is not known`, Fix: "Write United Kingdom",
			At: cellOf(4, 5, "Recipient country", "Untied Kingdom")}},
		Assumptions: []string{"Hillside School is taken to be in the United Kingdom (--home)"},
		Version:     "0.1.0",
	}
}

// written is the workbook of a report as bytes, and opened again.
func written(t testing.TB, r *reports.Report, o Options) ([]byte, *excelize.File) {
	t.Helper()
	var b bytes.Buffer
	if err := Write(&b, r, o); err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenReader(bytes.NewReader(b.Bytes()))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return b.Bytes(), f
}
