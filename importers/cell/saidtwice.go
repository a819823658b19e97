package cell

import (
	"slices"
	"strings"

	"dpmap/graph"
)

// saidTwice drops the mentions that only say again what another says.
func saidTwice(named []NamedSafeguard, heard []Said, dates []Span, spoken *speech) ([]NamedSafeguard, []Said, []Span) {
	drop := make([]bool, len(named))
	for i, n := range named {
		if heard[i].Remark.Absent() && heard[i].Remark != Ended {
			continue
		}
		if alsoSaid[n.id] == nil {
			continue
		}
		for k, other := range named {
			again := slices.Contains(alsoSaid[n.id], other.id) ||
				n.id == "old-scc" && other.id == "eu-scc-2021" && spoken.home[i] == spoken.home[k] && !strings.Contains(spoken.text[other.From:other.To], "2021")
			if k != i && again && heard[k].Remark == Unopposed {
				drop[k] = true
				if dates[i].From.IsZero() {
					dates[i].From = dates[k].From
				}
			}
		}
	}
	var n []NamedSafeguard
	var h []Said
	var d []Span
	for i := range named {
		if !drop[i] {
			n, h, d = append(n, named[i]), append(h, heard[i]), append(d, dates[i])
		}
	}
	return n, h, d
}

// alsoSaid are the mechanisms that a mechanism's mention already says: "DPF"
// beside its UK Extension, "SCCs" beside "2021/914".
var alsoSaid = map[string][]string{
	"uk-us-data-bridge": {graph.SafeguardDPF, graph.SafeguardAdequacy},
	"eu-scc-2021":       {graph.SafeguardSCC},
	"old-scc":           {graph.SafeguardSCC},
	"privacy-shield":    {graph.SafeguardAdequacy},
	graph.SafeguardDPF:  {graph.SafeguardAdequacy},
	"eu-bcr":            {graph.SafeguardBCR},
	"uk-bcr":            {graph.SafeguardBCR},
}
