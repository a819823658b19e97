package governors

import (
	"slices"

	"dpmap/graph"
	"dpmap/graph/law"
	"dpmap/graph/rules"
	"dpmap/reports"
)

// recipient is an organisation, or a kind of organisation, that gets data from
// somebody else.
type recipient struct {
	name      string
	kind      law.Kind
	legs      []leg // each country once for each standing
	worst     rules.Verdict
	sensitive []string // kinds, as readers call them, each once
	private   []string
	vague     bool // for some of what it gets the register does not say what it is
	implied   bool // its country is not in the register
	planned   bool // nothing goes to it yet
}

// leg is a country that data goes to, and how safe it is there.
type leg struct {
	country string // a name; "" when it is not known
	verdict rules.Verdict
}

// isSharing reports whether a flow gives data to another organisation: not to
// the people themselves, not to the register's own controller, and not ended.
func isSharing(m *graph.Map, f *graph.Flow) bool {
	if f.Status == graph.Ended || f.IsOwnUse() || m.ToSubject(f) {
		return false
	}
	from, to := m.Party(f.From), m.Party(f.To)
	return from == nil || to == nil || from.Own || !to.Own
}

// recipients lists who gets data, in the order of the register.
func recipients(r *reports.Report) []recipient {
	m := r.Result.Map
	flows := m.Flows()
	var out []recipient
	for _, p := range m.Parties() {
		x := recipient{name: clip(p.Name, longRow), kind: p.Kind, planned: true}
		shared := false
		for _, i := range m.To(p.ID) {
			if isSharing(m, &flows[i]) {
				shared = true
				x.add(r, i)
			}
		}
		if shared {
			out = append(out, x)
		}
	}
	return out
}

// add reads one flow to the recipient.
func (x *recipient) add(r *reports.Report, i int) {
	f := &r.Result.Map.Flows()[i]
	x.planned = x.planned && f.Status == graph.Proposed
	place := r.Result.Map.Destination(f)
	x.implied = x.implied || place.Implied != ""
	var t rules.Transfer
	if i < len(r.Result.Transfers) {
		t = r.Result.Transfers[i]
	}
	x.legsOf(r, t, place.Countries)
	x.vague = x.vague || len(f.Categories) == 0
	for _, c := range f.Categories {
		switch c.Class {
		case law.Special, law.Criminal:
			x.sensitive = add(x.sensitive, plainKinds(c.Kind, sensitiveKinds())...)
		case law.Sensitive:
			if plain, ok := lookUp(privateKinds(), c.Kind); ok {
				x.private = add(x.private, plain)
			}
		}
	}
	if f.Special.State == graph.Yes && !f.Has(law.Special) {
		kinds := f.Special.Kinds
		if len(kinds) == 0 {
			kinds = []string{"unspecified"}
		}
		for _, k := range kinds {
			x.sensitive = add(x.sensitive, plainKinds(k, sensitiveKinds())...)
		}
	}
}

// legsOf notes where a flow goes: the countries that stand alike together, so
// that those of an area can be told by its name.
func (x *recipient) legsOf(r *reports.Report, t rules.Transfer, recorded []string) {
	legs := t.Legs
	if len(legs) == 0 {
		for _, code := range recorded {
			legs = append(legs, rules.Leg{Country: code, Verdict: t.Verdict})
		}
	}
	if len(legs) == 0 {
		x.goes("", t.Verdict)
	}
	var told []rules.Verdict
	for _, l := range legs {
		switch {
		case l.Country == "":
			x.goes("", l.Verdict)
			continue
		case slices.Contains(told, l.Verdict):
			continue
		}
		told = append(told, l.Verdict)
		var codes []string
		for _, o := range legs {
			if o.Verdict == l.Verdict && o.Country != "" {
				codes = append(codes, o.Country)
			}
		}
		for _, name := range countryNames(r.Result.Book, codes) {
			x.goes(name, l.Verdict)
		}
	}
}

// goes notes a country's name, or with "" that it is not known.
func (x *recipient) goes(name string, v rules.Verdict) {
	if v < rules.Home || v > rules.Unprotected {
		v = rules.Unknown
	}
	x.worst = max(x.worst, v)
	if l := (leg{name, v}); !slices.Contains(x.legs, l) {
		x.legs = append(x.legs, l)
	}
}

// countries are the names of where it gets data, each once; "" stands for not
// known.
func (x *recipient) countries() []string {
	var out []string
	for _, l := range x.legs {
		out = add(out, l.country)
	}
	return out
}

// isLost reports whether for some of what it gets no country is recorded.
func (x *recipient) isLost() bool { return slices.Contains(x.countries(), "") }

// add appends the texts that are not there yet.
func add(to []string, texts ...string) []string {
	for _, t := range texts {
		if !slices.Contains(to, t) {
			to = append(to, t)
		}
	}
	return to
}
