package reports

import (
	"encoding/json"
	"io"

	"dpmap/graph"
)

// JSON writes the whole report in the format dpmap/result/v1, which Schema
// describes. Lists are never null, keys come in one order.
func JSON(w io.Writer, r *Report) error {
	enc := json.NewEncoder(w)
	enc.SetIndent("", " ")
	return enc.Encode(r.document())
}

type jsonDocument struct {
	Schema      string            `json:"schema"`
	Tool        jsonTool          `json:"tool"`
	AsAt        string            `json:"as_at"`
	Law         jsonLaw           `json:"law"`
	Assumptions list[string]      `json:"assumptions"`
	Inputs      list[jsonFile]    `json:"inputs"`
	Problems    list[jsonIssue]   `json:"problems"`
	Parties     list[jsonParty]   `json:"parties"`
	Flows       list[jsonFlow]    `json:"flows"`
	Findings    list[jsonFinding] `json:"findings"`
	Summary     jsonSummary       `json:"summary"`
	WhatIf      list[jsonChange]  `json:"what_if"`
}

// list is a slice that is written as [] when it is empty.
type list[T any] []T

// MarshalJSON writes the elements, and never null.
func (l list[T]) MarshalJSON() ([]byte, error) {
	if len(l) == 0 {
		return []byte("[]"), nil
	}
	return json.Marshal([]T(l))
}

type jsonTool struct {
	Name    string `json:"name"`
	Version string `json:"version"`
}

type jsonLaw struct {
	Checked    string             `json:"checked"`
	Without    list[string]       `json:"without"`
	Unverified list[jsonLawNote]  `json:"unverified"`
	Overlaid   list[jsonOverlaid] `json:"overlaid"`
}

type jsonLawNote struct {
	ID   string `json:"id"`
	Name string `json:"name"`
	Cite string `json:"cite"`
	URL  string `json:"url"`
}

type jsonFile struct {
	File   string          `json:"file"`
	SHA256 string          `json:"sha256"`
	Sheets list[jsonSheet] `json:"sheets"`
}

type jsonSheet struct {
	Name      string `json:"name"`
	Layout    string `json:"layout"`
	Rows      int    `json:"rows"`
	FlowRows  int    `json:"flow_rows"`
	PartyRows int    `json:"party_rows"`
	Blank     int    `json:"blank"`
	Rejected  int    `json:"rejected"`
	Other     int    `json:"other"`
	Flows     int    `json:"flows"`
}

type jsonIssue struct {
	Level   string   `json:"level"`
	Message string   `json:"message"`
	Fix     string   `json:"fix"`
	At      *jsonRef `json:"at"`
}

type jsonRef struct {
	File    string `json:"file"`
	Sheet   string `json:"sheet"`
	Row     int    `json:"row"`
	Col     int    `json:"col"`
	Cell    string `json:"cell"`
	Heading string `json:"heading"`
	Value   string `json:"value"`
}

type jsonSummary struct {
	Parties   int               `json:"parties"`
	Flows     int               `json:"flows"`
	Findings  SeverityCounts    `json:"findings"`
	Transfers VerdictCounts     `json:"transfers"`
	Unknowns  list[jsonUnknown] `json:"unknowns"`
}

type jsonUnknown struct {
	Field   string `json:"field"`
	Missing int    `json:"missing"`
	Of      int    `json:"of"`
}

func (r *Report) document() jsonDocument {
	m, book, sum := r.Result.Map, r.Result.Book, r.Summary()
	doc := jsonDocument{
		Schema:      "dpmap/result/v1",
		Tool:        jsonTool{"dpmap", r.Version},
		AsAt:        book.AsAt().String(),
		Law:         jsonLaw{Checked: book.Checked().String(), Without: book.Without(), Overlaid: overlaidJSON(book)},
		Assumptions: r.Assumptions, WhatIf: r.whatIfJSON(),
		Summary: jsonSummary{Parties: sum.Parties, Flows: sum.Flows, Findings: sum.Findings, Transfers: sum.Transfers},
	}
	for _, n := range sum.Unverified {
		doc.Law.Unverified = append(doc.Law.Unverified, jsonLawNote{n.ID, n.Name, n.Law.Cite, n.Law.URL})
	}
	for _, u := range sum.Unknowns {
		doc.Summary.Unknowns = append(doc.Summary.Unknowns, jsonUnknown{string(u.Field), u.Missing, u.Of})
	}
	for _, in := range r.Inputs {
		doc.Inputs = append(doc.Inputs, inputJSON(in))
	}
	for _, p := range r.Problems {
		doc.Problems = append(doc.Problems, jsonIssue{p.Level.String(), p.Message, p.Fix, refJSON(p.At)})
	}
	parties := m.Parties()
	for i := range parties {
		doc.Parties = append(doc.Parties, partyJSON(&parties[i]))
	}
	flows := m.Flows()
	for i := range flows {
		doc.Flows = append(doc.Flows, flowJSON(m, &flows[i], r.transfer(i)))
	}
	for i := range r.Result.Findings {
		doc.Findings = append(doc.Findings, findingJSON(&r.Result.Findings[i]))
	}
	return doc
}

func inputJSON(in graph.Input) jsonFile {
	f := jsonFile{File: in.File, SHA256: in.SHA256}
	for _, s := range in.Sheets {
		f.Sheets = append(f.Sheets, jsonSheet{s.Name, s.Layout, s.Rows, s.FlowRows, s.PartyRows, s.Blank, s.Rejected, s.Other, s.Flows})
	}
	return f
}

// refJSON is null for what was read nowhere.
func refJSON(at graph.Ref) *jsonRef {
	if at.IsZero() {
		return nil
	}
	return &jsonRef{at.File, at.Sheet, at.Row, at.Col, at.Cell(), at.Heading, at.Value}
}
