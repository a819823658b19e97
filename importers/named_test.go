package importers

import (
	"testing"

	"dpmap/graph"
)

// TestNamedOnlyAtHome holds that a name of the British form tells no country in a
// register that is kept elsewhere, and that a council's service which schools buy
// has no role by its name.
func TestNamedOnlyAtHome(t *testing.T) {
	for _, c := range []struct {
		home, name, country string
		role                graph.Role
	}{
		{"GB", "Westshire Police", "GB", graph.Controller},
		{"IE", "Westshire Police", "", 0},
		{"GB", "Local authority SEND", "GB", graph.Controller},
		{"GB", "Local authority payroll", "GB", 0},
		{"GB", "Kestonshire County Council HR", "GB", 0},
	} {
		g := newRegistry(testBook(t))
		g.home = c.home
		g.imply(g.meet(c.name, graph.Ref{}))
		p := g.parties[0]
		country := ""
		if len(p.Country.Countries) > 0 {
			country = p.Country.Countries[0]
		}
		if country != c.country || p.Role != c.role {
			t.Errorf("%s in a register of %s: country %q, role %v; want %q, %v", c.name, c.home, country, p.Role, c.country, c.role)
		}
	}
}
