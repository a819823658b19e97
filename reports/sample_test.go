package reports

import (
	"testing"
	"time"

	"dpmap/graph"
	"dpmap/graph/law"
	"dpmap/graph/rules"
)

// sample is a small judged register that has something of everything. Every
// text that a register can hold goes through put, so that a test can put other
// things in its place.
func sample(t *testing.T, put func(string) string, without ...string) *Report {
	t.Helper()
	book, err := law.Open(law.Day(2026, time.November, 22), without...)
	if err != nil {
		t.Fatal(err)
	}
	m, err := graph.New(sampleRegister(put), sampleParties(put), sampleFlows(put))
	if err != nil {
		t.Fatal(err)
	}
	return &Report{
		Result:   &rules.Result{Map: m, Book: book, Transfers: sampleTransfers(put), Findings: sampleFindings(put)},
		Inputs:   sampleInputs(put),
		Problems: sampleProblems(put),
		Assumptions: []string{
			put("The country of Hillside School is recorded nowhere and is taken to be the United Kingdom (--home)"),
		},
		Version: "0.1.0",
	}
}

// asIs puts nothing in place of a text.
func asIs(s string) string { return s }

func cell(put func(string) string, row, col int, heading, value string) graph.Ref {
	return graph.Ref{File: put("flows.xlsx"), Sheet: put("Flows"), Row: row, Col: col, Heading: put(heading), Value: put(value)}
}

func sampleRegister(put func(string) string) graph.Register {
	return graph.Register{
		Controller: graph.Value{Text: put("Hillside School")},
		Address:    graph.Value{Text: put("1 Hill Lane\nHillside")},
		DPO:        graph.Value{Text: put("The data protection officer")},
		Other:      []graph.Extra{{Heading: put("Motto"), Value: put("Onward")}},
		Notes:      []graph.Extra{{Heading: put("Safeguards"), Value: put("We may use standard clauses")}},
	}
}

func sampleParties(put func(string) string) []graph.Party {
	uk := graph.Place{Countries: []string{"GB"}, Text: put("UK")}
	return []graph.Party{
		{ID: "hillside-school", Name: put("Hillside School"), Kind: law.School, Own: true,
			Country: graph.Place{Countries: []string{"GB"}, Implied: "--home"}},
		{ID: "quizwhizz", Name: put("QuizWhizz Inc & Sons <Ltd>"), Aliases: []string{put("QW")}, Kind: law.Supplier, Role: graph.Processor,
			Country: graph.Place{Countries: []string{"US"}, Text: put("USA")}, At: cell(put, 2, 0, "", "")},
		{ID: "department-for-education", Name: put("Department for Education"), Kind: law.Government, Role: graph.Controller, Country: uk,
			Implied: []graph.Implied{{Field: graph.FieldCountry, Value: put("United Kingdom"), Why: put("well-known body")}}},
		{ID: "trip-insurer", Name: put("Trip insurer"), Kind: law.Insurer, Country: graph.Place{Open: []string{put("worldwide")}, Text: put("worldwide")}},
		{ID: "delft-lab", Name: put("Delft Lab BV"), Kind: law.Supplier, Country: graph.Place{Countries: []string{"NL"}, Text: put("The Netherlands")}},
		{ID: "parents", Name: put("Parents"), Kind: law.Parents},
	}
}

func sampleFlows(put func(string) string) []graph.Flow {
	health := graph.Category{Name: put("Allergies; asthma"), Class: law.Special, Kind: "health", Word: "asthma"}
	names := graph.Category{Name: put("Names"), Class: law.Ordinary}
	return []graph.Flow{
		{ID: "f1", Activity: "f1", Ref: put("F1"), From: "hillside-school", To: "quizwhizz", Purpose: put("Homework quizzes"),
			Subjects: []string{put("Pupils")}, Categories: []graph.Category{names, health},
			Bases:     []graph.Stated{{ID: "6(1)(e)", Text: put("public task")}, {Text: put("the usual one")}},
			Agreement: graph.Agreement{State: graph.No, Text: put("not signed")}, Status: graph.Live,
			Safeguards: []graph.Safeguard{{ID: graph.SafeguardOther, Text: put("their terms")}},
			Extra: []graph.Extra{{Heading: put("Cost"), Value: put("£400"), At: cell(put, 3, 30, "Cost", "£400")},
				{Heading: put("Cost"), Value: put("£500"), At: cell(put, 3, 31, "Cost", "£500")},
				{Value: put("loose"), At: cell(put, 3, 32, "", "loose")}},
			At: cell(put, 3, 0, "", "")},
		{ID: "f2", Activity: "f2", From: "hillside-school", To: "department-for-education", Purpose: put("School census"),
			Subjects: []string{put("Pupils"), put("Parents")}, Categories: []graph.Category{names},
			Bases: []graph.Stated{{ID: "6(1)(c)"}}, Retention: put("25 years"), Security: put("COLLECT"), At: cell(put, 4, 0, "", "")},
		{ID: "f3", Activity: "f3", Ref: put("F3"), From: "hillside-school", To: "trip-insurer", Purpose: put("Cover on trips"),
			Categories: []graph.Category{health}, Conditions: []graph.Stated{{ID: "9(2)(a)"}},
			Consent: graph.Consent{State: graph.Yes}, Status: graph.Proposed, At: cell(put, 5, 0, "", "")},
		{ID: "f4", Activity: "f4", Ref: put("F4"), From: "hillside-school", To: "delft-lab", Purpose: put("Science kits"),
			Categories: []graph.Category{names}, Role: graph.Processor,
			Agreement: graph.Agreement{State: graph.Yes, Kind: graph.ProcessingAgreement, Signed: law.Day(2024, time.May, 1), Ends: law.Date{Year: 2027, Month: time.May}},
			At:        cell(put, 6, 0, "", "")},
		{ID: "f5", Activity: "f5", Ref: put("F5"), From: "hillside-school", To: "parents", Purpose: put("School reports"),
			Categories: []graph.Category{names}, At: cell(put, 7, 0, "", "")},
	}
}

func sampleTransfers(put func(string) string) []rules.Transfer {
	return []rules.Transfer{
		{Restricted: true, Regime: law.UK, Exporter: "hillside-school", Verdict: rules.Unprotected, Countries: []string{"US"},
			Reason: put("nothing recorded carries data to the United States"), Legs: []rules.Leg{{Country: "US", Verdict: rules.Unprotected}}},
		{Regime: law.UK, Verdict: rules.Home, Countries: []string{"GB"}, Reason: put("stays in the United Kingdom")},
		{Restricted: true, Regime: law.UK, Exporter: "hillside-school", Verdict: rules.Unknown, Reason: put("“worldwide” is no country"),
			Legs: []rules.Leg{{Open: put("worldwide"), Verdict: rules.Unknown}}},
		{Restricted: true, Regime: law.UK, Exporter: "hillside-school", Verdict: rules.Adequate, Instrument: "uk-eea", Countries: []string{"NL"},
			Reason: put("the Netherlands is in the EEA"), Legs: []rules.Leg{{Country: "NL", Verdict: rules.Adequate, Instrument: "uk-eea"}}},
		{Regime: law.UK, Verdict: rules.Home, Reason: put("sent to the people it is about")},
	}
}

func sampleFindings(put func(string) string) []rules.Finding {
	art46 := []law.Citation{{Cite: "UK GDPR Art 46", URL: "https://www.legislation.gov.uk/eur/2016/679/article/46"}}
	at := cell(put, 3, 12, "Transfer safeguard", "their terms")
	return []rules.Finding{
		{ID: "transfer-no-safeguard:f1", Rule: "transfer-no-safeguard", Severity: rules.Critical, Title: "Data goes abroad unprotected",
			Message: at.String() + ": " + put("safeguard \"their terms\" names no mechanism that the law accepts"),
			Fix:     "Sign the IDTA with the supplier, or stop the transfer", Law: art46, At: at, Related: []graph.Ref{cell(put, 2, 4, "Country", "USA"), {}},
			Flows: []string{"f1"}, Exporter: "hillside-school"},
		{ID: "transfer-destination-unknown:f3", Rule: "transfer-destination-unknown", Severity: rules.High, Title: "Nobody knows where the data goes",
			Message: put("flows.xlsx!Flows!E5: recipient country \"worldwide\" is no country"), Fix: "Ask the insurer where it is established",
			Law: art46, At: cell(put, 5, 5, "Recipient country", "worldwide"), Flows: []string{"f3"}},
		{ID: "dpa-missing:f1", Rule: "dpa-missing", Severity: rules.High, Title: "A processor works without an agreement",
			Message: put("agreement is recorded as not signed"), Fix: "Sign an agreement with the terms of Art 28(3)",
			Law: []law.Citation{{Cite: "UK GDPR Art 28(3)"}}, At: cell(put, 3, 15, "Agreement", "not signed"), Flows: []string{"f1"}},
		{ID: "transfer-onward:f1", Rule: "transfer-onward", Severity: rules.High, Title: "Data goes on to where it is not covered",
			Message: put("data goes on from QuizWhizz to Delft Lab"), Fix: "Ask the processor for its mechanism",
			At: at, Flows: []string{"f1", "f4"}, Path: []string{"hillside-school", "quizwhizz", "delft-lab"}, Exporter: "quizwhizz"},
		{ID: "controller-details-missing", Rule: "controller-details-missing", Severity: rules.Medium, Title: "The record lacks the controller's details",
			Message: put("the register records no email"), Fix: "Add the sheet Register"},
		{ID: "retention-missing:f3", Rule: "retention-missing", Severity: rules.Medium, Title: "No time limit is recorded",
			Message: put("retention is not recorded"), Fix: "Write down how long the data is kept", At: cell(put, 5, 22, "Retention", ""), Flows: []string{"f3"},
			Accepted: &rules.Accepted{Reason: put("the insurer is changing"), By: put("Head"), Until: law.Day(2027, time.January, 31)}},
		{ID: "retention-missing:f4", Rule: "retention-missing", Severity: rules.Medium, Title: "No time limit is recorded",
			Message: put("retention is not recorded"), Fix: "Write down how long the data is kept", At: cell(put, 6, 22, "Retention", ""), Flows: []string{"f4"},
			Accepted: &rules.Accepted{Reason: put("later"), By: put("Head"), Until: law.Day(2026, time.January, 31)}},
		{ID: "notice-missing:f2,f4", Rule: "notice-missing", Severity: rules.Low, Title: "No privacy notice covers the flow",
			Message: put("no privacy notice is recorded"), Fix: "Name the notice", At: cell(put, 4, 0, "", ""), Flows: []string{"f2", "f4"}},
	}
}

func sampleInputs(put func(string) string) []graph.Input {
	return []graph.Input{{File: put("flows.xlsx"), SHA256: "b5bb9d8014a0f9b1d61e21e796d78dccdf1352f23cd32812f4850b878ae4944c",
		Sheets: []graph.SheetCount{
			{Name: put("Flows"), Layout: "native", Rows: 9, FlowRows: 5, Blank: 1, Rejected: 1, Other: 2, Flows: 5,
				Columns: []graph.Column{{Col: 1, Heading: put("Ref"), Field: graph.FieldRef, How: "heading"}, {Col: 30, Heading: put("Cost")}}},
			{Name: put("Scratch"), Hidden: true, Rows: 2, Other: 2},
		}}}
}

func sampleProblems(put func(string) string) []graph.Problem {
	return []graph.Problem{
		{Level: graph.Warning, Message: put("country \"Untied Kingdom\" is not known (did you mean \"United Kingdom\"?)"),
			Fix: put("Write United Kingdom"), At: cell(put, 4, 5, "Recipient country", "Untied Kingdom")},
		{Level: graph.Rejected, Message: put("the row has no recipient"), Fix: put("Fill in To"), At: cell(put, 8, 0, "", "")},
	}
}
