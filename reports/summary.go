package reports

import (
	"dpmap/graph"
	"dpmap/graph/rules"
)

// Summary is the report in numbers. All outputs show the same.
type Summary struct {
	Parties    int
	Flows      int
	Findings   SeverityCounts
	Transfers  VerdictCounts
	Restricted int // flows that are a restricted transfer, or not known to be none
	Special    int // flows that carry special-category data
	Errors     int // rows that gave nothing
	Warnings   int // values that could not be read
	ToCheck    int // what was taken for something in a way that asks for a look
	Unknowns   []Unknown
	Unverified []LawNote
}

// SeverityCounts counts findings. One that is accepted counts as that alone.
type SeverityCounts struct {
	Critical int `json:"critical"`
	High     int `json:"high"`
	Medium   int `json:"medium"`
	Low      int `json:"low"`
	Accepted int `json:"accepted"`
}

// at is where a severity is counted; one that no rule has counts as the least.
func (c *SeverityCounts) at(s rules.Severity) *int {
	switch s {
	case rules.Critical:
		return &c.Critical
	case rules.High:
		return &c.High
	case rules.Medium:
		return &c.Medium
	}
	return &c.Low
}

// Of is the count of a severity, less what is accepted.
func (c SeverityCounts) Of(s rules.Severity) int { return *c.at(s) }

// Total is the number of findings that still need somebody.
func (c SeverityCounts) Total() int { return c.Critical + c.High + c.Medium + c.Low }

// VerdictCounts counts flows by verdict. A flow that has ended counts as that
// alone: nobody judged where its data went.
type VerdictCounts struct {
	Home        int `json:"home"`
	Adequate    int `json:"adequate"`
	Conditional int `json:"conditional"`
	Safeguarded int `json:"safeguarded"`
	Derogation  int `json:"derogation"`
	Unprotected int `json:"unprotected"`
	Unknown     int `json:"unknown"`
	Ended       int `json:"ended,omitempty"`
}

// byVerdict counts flows that have ended under the verdict that each flow has,
// too: what other programs read adds up over the flows.
func (c VerdictCounts) byVerdict() VerdictCounts {
	c.Home += c.Ended
	return c
}

// at is where a verdict is counted; a flow that nobody judged is unknown.
func (c *VerdictCounts) at(v rules.Verdict) *int {
	switch v {
	case rules.Home:
		return &c.Home
	case rules.Adequate:
		return &c.Adequate
	case rules.Conditional:
		return &c.Conditional
	case rules.Safeguarded:
		return &c.Safeguarded
	case rules.Derogation:
		return &c.Derogation
	case rules.Unprotected:
		return &c.Unprotected
	}
	return &c.Unknown
}

// Of is the count of a verdict.
func (c VerdictCounts) Of(v rules.Verdict) int { return *c.at(v) }

// Summary counts what the report holds.
func (r *Report) Summary() Summary {
	flows := r.Result.Map.Flows()
	s := Summary{
		Parties:    len(r.Result.Map.Parties()),
		Flows:      len(flows),
		Findings:   r.countFindings(),
		Unknowns:   r.unknowns(),
		Unverified: r.unverified(),
	}
	for i := range flows {
		t := r.transfer(i)
		if flows[i].Status == graph.Ended {
			s.Transfers.Ended++
		} else {
			*s.Transfers.at(verdict(t))++
		}
		if t.Restricted {
			s.Restricted++
		}
		if flows[i].IsSpecial() {
			s.Special++
		}
	}
	for _, p := range r.Problems {
		switch p.Word() {
		case graph.RowNotUsed:
			s.Errors++
		case graph.ToCheck:
			s.ToCheck++
		default:
			s.Warnings++
		}
	}
	return s
}

func (r *Report) countFindings() SeverityCounts {
	var c SeverityCounts
	for i := range r.Result.Findings {
		f := &r.Result.Findings[i]
		if r.IsOpen(f) {
			*c.at(f.Severity)++
		} else {
			c.Accepted++
		}
	}
	return c
}
