package law

import "fmt"

// places holds the countries, the blocs of them and the areas within which
// data moves freely.
type places struct {
	countries []Country
	byCode    map[string]int
	codes     map[string]string   // codes that a text may be, in capitals: alpha-2, alpha-3, UK, EL
	names     map[string]string   // folded names and aliases
	known     []knownName         // the same in table order, for near names
	blocs     map[string][]string // folded names and aliases
	areas     []area
}

// area is the territory within which a regime sees no transfer.
type area struct {
	regime  Regime
	members []string
	from    Date // the first day of the regime's tables
}

type knownName struct {
	folded  string
	code    string
	letters uint64
}

func readPlaces(errs *[]error) places {
	p := places{
		byCode: map[string]int{},
		codes:  map[string]string{},
		names:  map[string]string{},
		blocs:  map[string][]string{},
	}
	for _, r := range readTable("countries", errs) {
		p.addCountry(r)
	}
	for _, r := range readTable("blocs", errs) {
		members := p.expand(r, "members")
		for _, name := range append(r.list("aliases"), r.must("bloc")) {
			p.blocs[fold(name)] = members
		}
	}
	for _, r := range readTable("areas", errs) {
		r.must("name")
		r.citation()
		p.areas = append(p.areas, area{Regime(r.must("regime")), p.expand(r, "members"), r.date("from")})
	}
	return p
}

func (p *places) addCountry(r row) {
	c := Country{Code: r.must("code"), Name: r.must("name")}
	p.byCode[c.Code] = len(p.countries)
	p.countries = append(p.countries, c)
	for _, code := range append(r.list("other_codes"), c.Code, r.must("alpha3")) {
		if p.codes[code] != "" {
			r.fault("code %s is used twice", code)
		}
		p.codes[code] = c.Code
	}
	for _, name := range append(r.list("aliases"), c.Name) {
		folded := fold(name)
		if other := p.names[folded]; other != "" && other != c.Code {
			r.fault("%q is also a name of %s", name, other)
		}
		p.names[folded] = c.Code
		p.known = append(p.known, knownName{folded, c.Code, lettersOf(folded)})
	}
}

// expand resolves a cell that lists codes and blocs, the blocs from rows above.
func (p *places) expand(r row, heading string) []string {
	var codes []string
	for _, m := range r.list(heading) {
		if _, ok := p.byCode[m]; ok {
			codes = append(codes, m)
		} else if bloc, ok := p.blocs[fold(m)]; ok {
			codes = append(codes, bloc...)
		} else {
			r.bad(heading, fmt.Sprintf("%q is no country's code and no bloc", m), p.remedy(m))
		}
	}
	return codes
}

// remedy says how to write a country in a table.
func (p *places) remedy(name string) string {
	if code := p.names[fold(name)]; code != "" {
		return fmt.Sprintf("write %q", code)
	}
	return "give two-letter codes or blocs such as EEA, parted by semicolons"
}
