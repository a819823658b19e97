package dpia

import (
	"slices"
	"strings"
	"testing"
)

const longName = "The Very Long Name Joint Academy and Sixth Form College of the Diocese"

const several = `Ref,From,To,Sender country,Recipient country,Purpose,Data subjects,Data categories,Lawful basis,Recipient role,Transfer safeguard,Retention
G1,` + longName + `,CloudCo,UK,United States; Ireland,Lessons,Pupils,Names; Religious belief,consent,processor,SCCs,6 years
G2,` + longName + `,CloudCo,UK,United States; Ireland,Reports,Parents,Names,public task,processor,SCCs,6 years
`

// text is all that a draft says, a line a paragraph.
func text(t *testing.T, refs ...string) (string, []paragraph) {
	t.Helper()
	list := read(t, written(t, report(t, "several.csv", []byte(several)), refs...))
	var all strings.Builder
	for _, p := range list {
		all.WriteString(p.text + "\n")
	}
	return all.String(), list
}

// TestSaidOnce holds that what is the same for all flows is said once, with the
// cells of all, and what differs under each.
func TestSaidOnce(t *testing.T) {
	all, list := text(t, "G1", "G2")
	if n := strings.Count(all, "\nHow long it is kept\n"); n != 1 {
		t.Errorf("the retention that both flows share is said %d times", n)
	}
	if got := row(list, "How long it is kept", 2); !slices.Equal(got, []string{"6 years", "cells L2 and L3"}) {
		t.Errorf("retention: %q", got)
	}
	if n := strings.Count(all, "\nPurpose\n"); n != 2 {
		t.Errorf("two purposes are said %d times", n)
	}
	if got := row(list, "How often", 2); !slices.Equal(got, []string{toComplete, "not recorded for any of them"}) {
		t.Errorf("how often: %q", got)
	}
	if !strings.Contains(all, "Both flows\n") || !strings.Contains(all, "\nFlow 2 (G2): to CloudCo – Reports\n") {
		t.Error("flows are not named in short")
	}
}

// TestFlowsFirst holds that a reader learns before step 1 which flows are
// assessed, and from which rows.
func TestFlowsFirst(t *testing.T) {
	all, _ := text(t, "G1", "G2")
	before, _, _ := strings.Cut(all[strings.Index(all, "About this draft")+1:], "\nStep 1: Identify")
	for _, want := range []string{"Flow 1 (G1)\n" + longName + " to CloudCo – Lessons\nrow 2", "Flow 2 (G2)\n" + longName + " to CloudCo – Reports\nrow 3"} {
		if !strings.Contains(before, want) {
			t.Errorf("what stands before step 1 lacks %q", want)
		}
	}
}

// TestEveryCountryRests holds that for a transfer to several countries each
// says what it rests on, the one on nothing too, and that a country which is
// recorded is not called unrecorded.
func TestEveryCountryRests(t *testing.T) {
	all, list := text(t, "G2")
	got := row(list, "What it rests on", 1)
	if len(got) != 1 || !strings.Contains(got[0], "United States: nothing that the law accepts is recorded") || !strings.Contains(got[0], "Ireland: EEA states") {
		t.Errorf("what it rests on: %q", got)
	}
	if strings.Contains(all, "where the data goes is not recorded") {
		t.Error("the United States and Ireland are called not recorded")
	}
}

// TestInferredSource holds that a condition that was read from another column
// names the cell of that column.
func TestInferredSource(t *testing.T) {
	_, list := text(t, "G1")
	got := row(list, "Condition for special-category data (Art 9)", 2)
	if len(got) != 2 || !strings.Contains(got[0], "9(2)(a)") || got[1] != "cell I2" {
		t.Errorf("condition: %q", got)
	}
	if len(got) > 0 && (strings.Contains(got[0], "Explicit consent") || !strings.HasPrefix(got[0], "not shown")) {
		t.Errorf("the word consent stands in the assessment as %q", got[0])
	}
}

// TestLongNameOnce holds that messages do not begin with a long name of the
// controller over and over.
func TestLongNameOnce(t *testing.T) {
	all, _ := text(t, "G1", "G2")
	_, risks, _ := strings.Cut(all, "What dpmap found wrong in these flows")
	if n := strings.Count(risks, longName); n > 0 {
		t.Errorf("steps 5 to 7 give the controller's long name %d times", n)
	}
	if n := strings.Count(risks, "no description of security measures is recorded"); n != 1 || !strings.Contains(risks, "is recorded. (cells C2 and C3)") {
		t.Errorf("what is lacking for both flows is said %d times, or not with both cells", n)
	}
	if !strings.Contains(risks, "\nTo CloudCo: ") || !strings.Contains(risks, "is a processor of the controller") {
		t.Error("messages do not speak of the controller")
	}
}

// TestPlaces holds that a draft from several files names the file of each place,
// and that places which share a sheet are told in short.
func TestPlaces(t *testing.T) {
	r := report(t, "several.csv", []byte(several))
	d := &draft{r: r, m: r.Result.Map, flows: r.Result.Map.Flows()}
	at := d.flows[0].At
	if got := d.where(at); got != "row 2" {
		t.Errorf("one file: %q", got)
	}
	r.Inputs = append(r.Inputs, r.Inputs[0])
	if got := d.where(at); got != "several.csv, row 2" {
		t.Errorf("two files: %q", got)
	}
	for want, places := range map[string][]string{
		"sheet A, cell B1":                    {"sheet A, cell B1"},
		"sheet A, cells B1 and B2":            {"sheet A, cell B1", "sheet A, cell B2"},
		"sheet A, cell B1; sheet C, cell B2":  {"sheet A, cell B1", "sheet C, cell B2"},
		"cells B1, B2, B3 and 1 more":         {"cell B1", "cell B2", "cell B3", "cell B4"},
		"worked out by dpmap":                 {"worked out by dpmap"},
		"cell B1; row 2; cell B3; and 2 more": {"cell B1", "row 2", "cell B3", "cell B4", "cell B5"},
	} {
		if got := together(places); got != want {
			t.Errorf("together(%q) = %q, want %q", places, got, want)
		}
	}
}

// TestOwnUse holds that a draft of what stays within an organisation says why it
// has no diagram.
func TestOwnUse(t *testing.T) {
	r := report(t, "own.csv", []byte("Ref,From,To,Purpose\n1,Hill School,Hill School,Teaching\n2,Hill School,Council,Census\n"))
	for ref, want := range map[string]bool{"1": true, "2": false} {
		got := false
		for _, p := range read(t, written(t, r, ref)) {
			got = got || strings.Contains(p.text, "so there is no diagram")
		}
		if got != want {
			t.Errorf("flow %s: says that there is no diagram: %v, want %v", ref, got, want)
		}
	}
}
