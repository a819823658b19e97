package importers

import (
	"slices"
	"strings"

	"dpmap/graph"
)

// saidTwice drops the mentions that only say again what another says.
func saidTwice(named []namedSafeguard, heard []said, dates []span, spoken *speech) ([]namedSafeguard, []said, []span) {
	drop := make([]bool, len(named))
	for i, n := range named {
		if heard[i].remark.absent() && heard[i].remark != ended {
			continue
		}
		if alsoSaid[n.id] == nil {
			continue
		}
		for k, other := range named {
			again := slices.Contains(alsoSaid[n.id], other.id) ||
				n.id == "old-scc" && other.id == "eu-scc-2021" && spoken.home[i] == spoken.home[k] && !strings.Contains(spoken.text[other.from:other.to], "2021")
			if k != i && again && heard[k].remark == unopposed {
				drop[k] = true
				if dates[i].from.IsZero() {
					dates[i].from = dates[k].from
				}
			}
		}
	}
	var n []namedSafeguard
	var h []said
	var d []span
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
