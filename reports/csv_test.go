package reports

import (
	"bytes"
	"encoding/csv"
	"strings"
	"testing"
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
