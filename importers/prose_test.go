package importers

import (
	"strings"
	"testing"

	"dpmap/importers/cell"
)

// TestPlacesInProse holds what the words that people write of places are taken
// for; a mark of "?" at the end says that the reader is told of a doubt.
func TestPlacesInProse(t *testing.T) {
	tests := []struct{ text, want string }{
		{"servers in the US, with some in AWS regions in Tokyo and Europe (London)", "US GB JP ?"},
		{"US-based", "US"}, {"UK hosted", "GB"}, {"Irish servers", "IE"}, {"American company", "US"},
		{"UK/US", "GB US"}, {"EU (Ireland)", "IE"}, {"Data stays in UK", "GB"}, {"Data is held in the UK.", "GB"},
		{"Azure UK South", "GB"}, {"AWS eu-west-2", "GB"}, {"Google Cloud europe-west2 (London)", "GB"},
		{"SharePoint (UK South)", "GB"}, {"UK - Manchester", "GB"}, {"EU: Ireland", "IE"}, {"Great Britain & NI", "GB"},
		{"UK, Netherlands, US and China", "GB NL US CN"}, {"United Kingdom (primary), Ireland (backup)", "GB IE"},
		{"Hosted on AWS in Dublin", "IE ?"}, {"Unites States", "open: Unites States ?"},
		{"Europe", "open: Europe"}, {"cloud", "open: cloud"}, {"worldwide", "open: worldwide"},
		{"None", ""}, {"No", ""}, {"n/a", ""}, {"tbc", ""},
		{"US - not UK", "open: US - not UK ?"}, {"No transfers outside UK", "open: No transfers outside UK ?"}, {"Yes", "open: Yes ?"},
	}
	book := testBook(t)
	for _, tt := range tests {
		p, doubts := cell.ParsePlace(book, tt.text)
		got := place(p)
		if len(doubts) > 0 {
			got += " ?"
		}
		if got != tt.want {
			t.Errorf("parsePlace(%q) = %q; want %q", tt.text, got, tt.want)
		}
	}
}

// TestDidYouMean holds that small misspellings are named and never taken.
func TestDidYouMean(t *testing.T) {
	book := testBook(t)
	_, basis := cell.ParseBasis(book, "Legitmate interests")
	_, safeguard := cell.ParseSafeguards("Standard Contractual Clases", nil, nil)
	_, role := cell.ParseRole("Procesor")
	_, place := cell.ParsePlace(book, "Untied Kingdom")
	for want, doubts := range map[string][]cell.Doubt{
		`(did you mean "legitimate interests"?)`:         basis,
		`(did you mean "standard contractual clauses"?)`: safeguard,
		`(did you mean "processor"?)`:                    role,
		`(did you mean "United Kingdom"?)`:               place,
	} {
		if len(doubts) != 1 || !strings.HasSuffix(doubts[0].Message, want) {
			t.Errorf("doubts %v; want %s", doubts, want)
		}
	}
	if _, doubts := cell.ParseBasis(book, "Education Act 2002"); len(doubts) != 1 || strings.Contains(doubts[0].Message, "mean") {
		t.Errorf("doubts %v of a statute; want one, without a suggestion", doubts)
	}
}

// TestDestination holds the countries that stand in a column of safeguards.
func TestDestination(t *testing.T) {
	tests := []struct{ text, country, rest string }{
		{"USA - SCCs", "US", "SCCs"}, {"Yes - USA", "US", ""}, {"India: IDTA signed 3/5/2024", "IN", "IDTA signed 3/5/2024"},
		{"US and India", "US IN", ""}, {"EU SCCs 2021/914 + UK Addendum", "", "EU SCCs 2021/914 + UK Addendum"},
		{"UK Addendum", "", "UK Addendum"}, {"No - UK only", "", "No - UK only"}, {"n/a", "", "n/a"},
		{"UK-US data bridge", "", "UK-US data bridge"},
		{"Ireland, with US support", "IE US", ""}, {"USA, under UK GDPR", "US", "under UK GDPR"},
		{"Possibly (marking in India?)", "IN open: Possibly (marking in India?)", ""}, {"Possibly IDTA", "", "Possibly IDTA"},
	}
	book := testBook(t)
	for _, tt := range tests {
		p, rest := destination(book, tt.text)
		if place(p) != tt.country || rest != tt.rest {
			t.Errorf("destination(%q) = %q, %q; want %q, %q", tt.text, place(p), rest, tt.country, tt.rest)
		}
	}
}

func TestCouncil(t *testing.T) {
	tests := []struct {
		name        string
		is, british bool
	}{
		{"London Borough of Camden", true, true}, {"Leeds City Council", true, true}, {"Kent County Council", true, true},
		{"Royal Borough of Windsor and Maidenhead", true, true}, {"Surrey Council", true, true},
		{"Stockport Metropolitan Borough Council", true, true}, {"Rhondda Cynon Taf County Borough Council", true, true},
		{"Dublin City Council", true, false}, {"Kildare County Council", true, false},
		{"British Council", false, false}, {"School Council", false, false}, {"Medical Research Council", false, false},
		{"Joint Council for Qualifications", false, false}, {"Your local council", false, false}, {"County Council", false, false},
	}
	for _, tt := range tests {
		if is, british := council(tt.name); is != tt.is || british != tt.british {
			t.Errorf("council(%q) = %v, %v; want %v, %v", tt.name, is, british, tt.is, tt.british)
		}
	}
}
