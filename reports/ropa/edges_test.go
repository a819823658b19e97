package ropa

import (
	"bytes"
	"image"
	"image/png"
	"strings"
	"testing"
	"time"

	"dpmap/graph"
	"dpmap/graph/law"
	"dpmap/graph/rules"
)

// TestOwnUse holds that what stays with the controller has no recipient and is
// no transfer.
func TestOwnUse(t *testing.T) {
	flows := []graph.Flow{{ID: "f", From: "school", To: "school", Purpose: "Registers"}}
	abroad := []rules.Transfer{{Verdict: rules.Unprotected, Legs: []rules.Leg{{Country: "CN", Verdict: rules.Unprotected}}}}
	_, f := written(t, reported(t, graph.Register{}, sampleParties(), flows, abroad, nil), Options{})
	_, rows := tabled(t, f, recordSheet)
	if got := rows[0]["Categories of recipients"]; got != "the controller's own use" {
		t.Errorf("recipients of own use: %q", got)
	}
	_, rows = tabled(t, f, transfersSheet)
	if len(rows) != 1 || rows[0]["Verdict"] != "" {
		t.Errorf("a flow that is no restricted transfer is listed: %v", rows)
	}
}

// TestAcceptance holds that a finding is accepted until its day is past.
func TestAcceptance(t *testing.T) {
	for _, c := range []struct {
		until  law.Date
		status string
		past   bool
	}{{law.Day(2026, time.November, 22), "Accepted", false}, {law.Day(2026, time.November, 21), "Open", true}, {law.Date{}, "Accepted", false}} {
		findings := []rules.Finding{{ID: "x", Rule: "basis-missing", Severity: rules.High, Flows: []string{"f3"}, Accepted: &rules.Accepted{Reason: "pilot", By: "Head", Until: c.until}}}
		_, f := written(t, reported(t, graph.Register{}, sampleParties(), sampleFlows(), sampleTransfers(), findings), Options{})
		_, rows := tabled(t, f, findingsSheet)
		if got := rows[0]["Status"]; got != c.status {
			t.Errorf("accepted until %s: status %q", c.until, got)
		}
		if got := strings.Contains(rows[0]["Accepted"], "counts again"); got != c.past {
			t.Errorf("accepted until %s: %q", c.until, rows[0]["Accepted"])
		}
	}
}

// TestContactHeight holds that an address of several lines can be read.
func TestContactHeight(t *testing.T) {
	register := graph.Register{Address: graph.Value{Text: "Line one\nLine two\nLine three\nLine four"}}
	_, f := written(t, reported(t, register, nil, nil, nil, nil), Options{})
	if got, err := f.GetRowHeight(recordSheet, 3); err != nil || got < 4*12 {
		t.Errorf("four lines in %v points, %v", got, err)
	}
}

// TestJoint holds that joint controllers are named with their contact, in
// their column and above the record.
func TestJoint(t *testing.T) {
	flows := []graph.Flow{{ID: "f", From: "school", To: "mis", Role: graph.JointController}}
	_, f := written(t, reported(t, graph.Register{}, sampleParties(), flows, nil, nil), Options{})
	_, rows := tabled(t, f, recordSheet)
	if got := rows[0]["Name and contact details of joint controller (if applicable)"]; got != "Example MIS Ltd – privacy@mis.example" {
		t.Errorf("joint controller: %q", got)
	}
	if got, err := f.GetCellValue(recordSheet, "H2"); err != nil || got != "Example MIS Ltd" {
		t.Errorf("above the record: %q, %v", got, err)
	}
}

// TestMapPage holds that a picture prints on a page of its own shape.
func TestMapPage(t *testing.T) {
	var tall bytes.Buffer
	if err := png.Encode(&tall, image.NewGray(image.Rect(0, 0, 200, 300))); err != nil {
		t.Fatal(err)
	}
	for want, data := range map[string][]byte{"landscape": pixel(t), "portrait": tall.Bytes()} {
		_, f := written(t, sample(t), Options{Map: data})
		if got, err := f.GetPageLayout(mapSheet); err != nil || *got.Orientation != want {
			t.Errorf("%+v, %v, want %s", got, err, want)
		}
	}
}

// TestRemedies holds that a leg without fault is not told to mend another.
func TestRemedies(t *testing.T) {
	transfers := sampleTransfers()
	transfers[2].Legs[0] = rules.Leg{Country: "NL", Verdict: rules.Adequate}
	_, f := written(t, reported(t, graph.Register{}, sampleParties(), sampleFlows(), transfers, sampleFindings()), Options{})
	_, rows := tabled(t, f, transfersSheet)
	if rows[0]["What to do"] != "" || rows[1]["What to do"] == "" {
		t.Errorf("adequate leg: %q, unprotected leg: %q", rows[0]["What to do"], rows[1]["What to do"])
	}
	if got := rows[1]["Findings"]; got != "transfer-no-safeguard (critical)" {
		t.Errorf("findings of the transfer: %q", got)
	}
}
