package reports

import (
	"slices"

	"dpmap/graph/law"
	"dpmap/graph/rules"
)

// remedy is what to do about the findings of a rule, told once for all of them.
type remedy struct {
	Rule  string
	Fixes []fix // mostly one; where the law of several places asks for different things, several
	Law   []law.Citation
	grave rules.Severity
}

// fix is what to do, and for whom where a rule has more than one.
type fix struct {
	Text string
	For  []string // recipients
}

// remedies lists what to do about the findings that still need somebody, the
// gravest rules first.
func (r *Report) remedies() []remedy {
	var out []remedy
	for i := range r.Result.Findings {
		f := &r.Result.Findings[i]
		if f.Fix == "" || !r.IsOpen(f) {
			continue
		}
		at := slices.IndexFunc(out, func(x remedy) bool { return x.Rule == f.Rule })
		if at < 0 {
			at = len(out)
			out = append(out, remedy{Rule: f.Rule, Law: f.Law, grave: f.Severity})
		}
		out[at].add(f.Fix, r.recipientName(f))
	}
	slices.SortStableFunc(out, func(a, b remedy) int { return int(b.grave) - int(a.grave) })
	return out
}

func (x *remedy) add(text, to string) {
	at := slices.IndexFunc(x.Fixes, func(f fix) bool { return f.Text == text })
	if at < 0 {
		at = len(x.Fixes)
		x.Fixes = append(x.Fixes, fix{Text: text})
	}
	if to != "" {
		x.Fixes[at].For = appendNew(x.Fixes[at].For, to)
	}
}

// sentences are what to do; where that differs, each with whom it is for.
func (x remedy) sentences() []string {
	var out []string
	for _, f := range x.Fixes {
		s := f.Text
		if len(x.Fixes) > 1 && len(f.For) > 0 {
			s = "For " + few(f.For) + ": " + s
		}
		out = append(out, s)
	}
	return out
}

// recipientName is the heading under which outputs group the finding.
func (r *Report) recipientName(f *rules.Finding) string {
	_, heading := r.recipient(f)
	return heading
}
