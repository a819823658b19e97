package diagram_test

import (
	"fmt"
	"testing"

	"dpmap/graph"
	"dpmap/graph/law"
	"dpmap/graph/rules"
)

// generated is a register of n recipients of all sorts, the same each time.
func generated(n int) []recipient {
	kinds := law.Kinds()
	countries := []string{"GB", "GB", "GB", "US", "", "IE", "GB", "CN", "~various", "GB NL US", "IN", "JP", "GB", "CA", "AU", "NZ", "KR", "BR", "ZA", "~global"}
	first := []string{"Northgate", "Sycamore", "Bright", "Oakfield", "Harbour", "Kestrel", "Lantern", "Meridian", "Priory", "Quayside", "Redwood"}
	second := []string{"Learning Platforms", "Catering and Cashless Payments", "Assessment Services Limited", "Analytics", "Transport", "Safeguarding Records", "Photography", "Library Systems"}
	list := make([]recipient, n)
	for i := range list {
		list[i] = recipient{
			name:      fmt.Sprintf("%s %s %d", first[i%len(first)], second[i%len(second)], i+1),
			kind:      kinds[(i*7)%len(kinds)],
			countries: countries[(i*3)%len(countries)],
			flows:     1 + i%3,
			special:   i%4 == 0,
			purpose:   "Purpose " + fmt.Sprint(i%9),
		}
		if i%11 == 3 {
			list[i].safeguards = "uk-idta"
		}
	}
	return list
}

// trust is many schools that send to the same suppliers, one of which sends on.
func trust(t testing.TB, schools, suppliers int) *rules.Result {
	t.Helper()
	var parties []graph.Party
	var flows []graph.Flow
	for s := range schools {
		parties = append(parties, graph.Party{ID: fmt.Sprintf("s%d", s), Name: fmt.Sprintf("School %d", s+1), Kind: law.School, Country: place("GB"), Own: s == 0})
	}
	for i, r := range generated(suppliers) {
		id := fmt.Sprintf("p%d", i)
		parties = append(parties, graph.Party{ID: id, Name: r.name, Kind: r.kind, Country: place(r.countries)})
		for s := range schools {
			flows = append(flows, graph.Flow{ID: fmt.Sprintf("f%d.%d", i, s), From: fmt.Sprintf("s%d", s), To: id, Purpose: r.purpose, Role: graph.Processor})
		}
	}
	parties = append(parties, graph.Party{ID: "sub", Name: "Sub-processor in India", Kind: law.Supplier, Country: place("IN")})
	flows = append(flows, graph.Flow{ID: "on", From: "p0", To: "sub", Purpose: "Support at night", Role: graph.SubProcessor})
	return judge(t, graph.Register{Controller: graph.Value{Text: "A trust"}}, parties, flows)
}

// chained is a school whose processors hand data on, some of it back.
func chained(t testing.TB) *rules.Result {
	t.Helper()
	parties := []graph.Party{
		{ID: "school", Name: "Oakfield Academy", Kind: law.School, Country: place("GB"), Own: true},
		{ID: "mis", Name: "MIS supplier", Kind: law.Supplier, Country: place("GB")},
		{ID: "host", Name: "Hosting company", Kind: law.Supplier, Country: place("IE")},
		{ID: "help", Name: "Support desk", Kind: law.Supplier, Country: place("IN")},
		{ID: "vle", Name: "Learning platform", Kind: law.Supplier, Country: place("US")},
		{ID: "stats", Name: "Analytics", Kind: law.Supplier, Country: place("")},
		{ID: "la", Name: "County council", Kind: law.LocalAuthority, Country: place("GB")},
	}
	var flows []graph.Flow
	for i, pair := range [][2]string{{"school", "mis"}, {"mis", "host"}, {"mis", "help"}, {"school", "vle"}, {"vle", "stats"}, {"host", "help"}, {"help", "mis"}, {"school", "la"}} {
		flows = append(flows, graph.Flow{ID: fmt.Sprintf("f%d", i), From: pair[0], To: pair[1], Purpose: "Purpose", Role: graph.Processor,
			Categories: []graph.Category{{Name: "Health", Class: law.Special, Kind: "health"}}})
	}
	return judge(t, graph.Register{Controller: graph.Value{Text: "Oakfield Academy"}}, parties, flows)
}
