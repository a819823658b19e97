package reports

import (
	"bytes"
	"encoding/csv"
	"strings"
	"testing"

	"dpmap/graph/law"
)

func TestGuard(t *testing.T) {
	for in, want := range map[string]string{
		"":                         "",
		"plain":                    "plain",
		"=1+1":                     "'=1+1",
		"+44 20":                   "'+44 20",
		"-":                        "'-",
		"@SUM(A1)":                 "'@SUM(A1)",
		"\t=1":                     "'\t'=1",
		"\r=1":                     "\ufffd=1",
		"＝1":                       "'＝1",
		"a;=1":                     "a;'=1",
		"a; - b":                   "a; - b",
		"yes\n- no":                "yes\n- no",
		"'=1":                      "'=1",
		"bell\a and \u202eturned":  "bell\ufffd and \ufffdturned",
		"a=b":                      "a=b",
		"pupils@school.example.uk": "pupils@school.example.uk",
	} {
		if got := Guard(in); got != want {
			t.Errorf("Guard(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestCSVSaysByWhichLaw(t *testing.T) {
	rows := func(r *Report) [][]string {
		rows, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(written(t, CSV, r), byteOrderMark))).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		return rows
	}
	// Programs rely on the columns: new ones go behind.
	const heads = "Severity,Code,Title,Message,Fix,Law,File,Sheet,Cell,Value,Flows,From,To,Accepted,Law as at,Supposed,Id"
	got := rows(sample(t, asIs))
	if strings.Join(got[0], ",") != heads {
		t.Errorf("the columns are %q", got[0])
	}
	if last := got[1][14:]; last[0] != "2026-11-22" || last[1] != "" || last[2] != sample(t, asIs).Result.Findings[0].ID {
		t.Errorf("as the law stands: %q", last)
	}
	r := sample(t, asIs, "uk-korea")
	overlays := []law.Overlay{{File: "mine.csv", Data: []byte("id,regime,ends\nuk-japan,UK,2027-01-31\n")}}
	var err error
	if r.Result.Book, err = law.OpenOver(overlays, theDay, "uk-korea"); err != nil {
		t.Fatal(err)
	}
	if last := rows(r)[1][15]; !strings.Contains(last, "supposes that") || !strings.Contains(last, "uk-japan (UK): ends is 2027-01-31") {
		t.Errorf("what is supposed: %q", last)
	}
}

func FuzzGuard(f *testing.F) {
	for _, s := range []string{"=1", "a;=1", "\t@x", "＝", "'+", "x\r\n=y", "a;;-b", "\x00=1", "\xff=1"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		got := Guard(s)
		if Guard(got) != got {
			t.Errorf("guarded twice, %q becomes %q", got, Guard(got))
		}
		for _, separator := range []string{";", "\t"} {
			for cell := range strings.SplitSeq(got, separator) {
				if strings.HasPrefix(cell, "=") || strings.HasPrefix(cell, "+") || strings.HasPrefix(cell, "@") || strings.HasPrefix(cell, "-") {
					t.Errorf("Guard(%q) = %q: %q would run", s, got, cell)
				}
			}
		}
		if kept := strings.ReplaceAll(got, "'", ""); kept != strings.ReplaceAll(cleanLines(s), "'", "") {
			t.Errorf("Guard(%q) = %q: more than apostrophes was added", s, got)
		}
		var b bytes.Buffer
		w := csv.NewWriter(&b)
		w.UseCRLF = true
		if err := w.Write([]string{"x", got}); err != nil {
			t.Fatal(err)
		}
		w.Flush()
		row, err := csv.NewReader(&b).Read()
		if err != nil || len(row) != 2 || row[1] != got {
			t.Errorf("%q is read back as %q (%v)", got, row, err)
		}
	})
}
