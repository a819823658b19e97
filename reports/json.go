package reports

import (
	"encoding/json"
	"io"

	"dpmap/graph"
	"dpmap/graph/law"
)

// JSON writes the whole report in the format dpmap/result/v1, which Schema
// describes. Lists are never null, keys come in one order.
func JSON(w io.Writer, r *Report) error {
	return writeJSON(w, r.document())
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

func (r *Report) document() members {
	m, book, sum := r.Result.Map, r.Result.Book, r.Summary()
	parties, flows, findings := m.Parties(), m.Flows(), r.Result.Findings
	return members{
		{"schema", "dpmap/result/v1"},
		{"tool", jsonTool{"dpmap", r.Version}},
		{"as_at", book.AsAt().String()},
		{"law", lawJSON(book, sum)},
		{"assumptions", list[string](r.Assumptions)},
		{"inputs", each(len(r.Inputs), func(i int) any { return inputJSON(r.Inputs[i]) })},
		{"problems", each(len(r.Problems), func(i int) any { return problemJSON(r.Problems[i]) })},
		{"parties", each(len(parties), func(i int) any { return partyJSON(&parties[i]) })},
		{"flows", each(len(flows), func(i int) any { return flowJSON(m, &flows[i], r.transfer(i)) })},
		{"findings", each(len(findings), func(i int) any { return findingJSON(&findings[i]) })},
		{"summary", summaryJSON(sum)},
		{"what_if", r.whatIfJSON()},
	}
}

func lawJSON(book *law.Book, sum Summary) jsonLaw {
	out := jsonLaw{Checked: book.Checked().String(), Without: book.Without(), Overlaid: overlaidJSON(book)}
	for _, n := range sum.Unverified {
		out.Unverified = append(out.Unverified, jsonLawNote{n.ID, n.Name, n.Law.Cite, n.Law.URL})
	}
	return out
}

func summaryJSON(sum Summary) jsonSummary {
	out := jsonSummary{Parties: sum.Parties, Flows: sum.Flows, Findings: sum.Findings, Transfers: sum.Transfers.byVerdict()}
	for _, u := range sum.Unknowns {
		out.Unknowns = append(out.Unknowns, jsonUnknown{string(u.Field), u.Missing, u.Of})
	}
	return out
}

func problemJSON(p graph.Problem) jsonIssue {
	return jsonIssue{p.Level.String(), p.Message, p.Fix, refJSON(p.At)}
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
