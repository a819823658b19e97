package rules

import (
	"slices"

	"dpmap/graph"
	"dpmap/graph/law"
)

// standing is how one recorded safeguard stands for one leg.
type standing struct {
	instrument law.Instrument
	carries    bool
	relied     bool // it names a mechanism, though it does not carry the leg
	fault      fault
	why        string
}

// standings judges what a flow records as its safeguards, in their order.
func (d decider) standings(c crossing, country string) []standing {
	list := make([]standing, 0, len(c.flow.Safeguards))
	for _, s := range c.flow.Safeguards {
		list = append(list, d.standing(c, s, country))
	}
	return list
}

func (d decider) standing(c crossing, s graph.Safeguard, country string) standing {
	id, assumed := d.clauses(c.regime, s)
	switch id {
	case graph.SafeguardNone:
		return standing{why: "the register records that there is no safeguard" + beyondNone(s.Text)}
	case graph.SafeguardAdequacy:
		return d.adequacyClaimed(c, s, country)
	case graph.SafeguardDPF:
		return standing{why: quote(s.Text) + " is no mechanism of its own"}
	case graph.SafeguardSCC:
		return standing{relied: true, fault: faultUnspecified, why: quote(s.Text) + " does not say which clauses, and the EU's alone do not count under UK law"}
	case graph.SafeguardBCR:
		return standing{relied: true, fault: faultUnspecified, why: quote(s.Text) + " does not say whose binding corporate rules, and only those that the UK approved count under UK law"}
	case graph.SafeguardDoubtful:
		return standing{relied: true, fault: faultUnspecified, why: quote(s.Text) + " leaves open which instrument it is, or whether it is in place"}
	case graph.SafeguardEnded:
		return standing{relied: true, fault: faultEnded, why: quote(s.Text) + " is recorded as over"}
	case graph.SafeguardOther:
		return standing{why: quote(s.Text) + " names no mechanism that the law knows"}
	}
	in, ok := d.book.InstrumentFor(c.regime, id)
	if !ok {
		if in, ok = d.twin(c.regime, s); !ok {
			return d.foreign(c, id, s)
		}
		assumed = "the register does not say under whose law"
	}
	if in.Type == law.Adequacy {
		return standing{instrument: in, why: noAdequacyIn(in, s, d.country(country))}
	}
	out := standing{instrument: in, relied: true}
	out.fault, out.why = d.weakness(c, s, in)
	if out.why == "" {
		out.carries = true
		out.why = carriedBy(in, s, assumed)
	}
	return out
}

// adequacyClaimed weighs the word adequacy: it is no decision, and shows nothing
// of the condition of one that stands.
func (d decider) adequacyClaimed(c crossing, s graph.Safeguard, country string) standing {
	if _, stands := d.book.Adequacy(c.regime, country); stands {
		return standing{why: quote(s.Text) + " is recorded, which does not show that the condition is met"}
	}
	return standing{why: quote(s.Text) + " is recorded, but no adequacy decision covers this recipient in " + d.country(country)}
}

// noAdequacyIn says why a decision that the register records does not carry a
// leg that adequacy was already found not to carry.
func noAdequacyIn(in law.Instrument, s graph.Safeguard, country string) string {
	if in.Unsafe != "" {
		return quote(first(s.Text, in.Name)) + " is recorded, which does not count: " + in.Unsafe
	}
	return quote(first(s.Text, in.Name)) + " is recorded, and does not cover this recipient in " + country
}

// foreign is a recorded word that the exporter's law does not know.
func (d decider) foreign(c crossing, id string, s graph.Safeguard) standing {
	in, ok := d.book.Instrument(id)
	if !ok {
		return standing{why: quote(first(s.Text, id)) + " names no mechanism that the law knows"}
	}
	out := standing{relied: in.Type != law.Adequacy, why: lawOf(c.regime) + " does not know what is recorded, " + in.Name}
	if id == euClauses {
		out.fault = faultNotUK
	}
	return out
}

// weakness says why a mechanism of the exporter's own law does not carry, ""
// when it does.
func (d decider) weakness(c crossing, s graph.Safeguard, in law.Instrument) (fault, string) {
	asAt := d.book.AsAt()
	switch {
	case in.Unsafe != "" && in.ID == euClauses:
		return faultNotUK, in.Name + ": " + in.Unsafe
	case in.Unsafe != "":
		return 0, in.Name + ": " + in.Unsafe
	case slices.Contains(d.book.Without(), in.ID):
		return 0, in.Name + " does not count (supposing that it has fallen)"
	case asAt.Before(in.From):
		return 0, in.Name + " is in force only from " + in.From.Long()
	case !d.book.StandsFor(c.regime, in.ID) && in.ID == oldClauses:
		return faultRepealed, in.Name + " stopped counting after " + in.Ends.Long()
	case !d.book.StandsFor(c.regime, in.ID):
		return 0, in.Name + " is no longer in force"
	case s.Date.After(in.ContractBy):
		return faultRepealed, in.Name + " could be signed until " + in.ContractBy.Long() + ", and what is recorded is of " + s.Date.Long()
	case d.onlyBesideOld(c, in):
		return faultRepealed, in.Name + " attaches only to " + d.clausesFor(in) + ", and the clauses recorded beside it are older"
	case s.Ends.Before(asAt):
		return faultEnded, in.Name + " ended " + onDay(s.Ends)
	case carriedByAgreement(c.flow, s) && c.flow.Agreement.Ends.Before(asAt):
		return faultEnded, in.Name + " ended " + onDay(c.flow.Agreement.Ends) + " with the agreement that carries it"
	case in.PublicBodies > 0 && d.tooPrivate(c, in) != "":
		return 0, in.Name + " is for public bodies, and " + d.tooPrivate(c, in)
	case s.Date.After(asAt):
		return 0, in.Name + " is dated " + s.Date.Long() + ", which is still to come"
	}
	return 0, ""
}

// clauses settles which set "SCCs", and whose rules "BCRs" mean, where that can be known; assumed says
// what was taken for granted. Clauses dated, or in use, before the present EU
// set existed are the old ones. Under EU law undated clauses are the present
// ones, since no others are left; under UK law nobody can tell.
func (d decider) clauses(regime law.Regime, s graph.Safeguard) (id, assumed string) {
	if s.ID == graph.SafeguardBCR && regime == law.EU {
		return euRules, "the register does not say whose"
	}
	if s.ID != graph.SafeguardSCC {
		return s.ID, ""
	}
	present, ok := d.book.InstrumentFor(law.EU, euClauses)
	switch {
	case !ok:
		return s.ID, ""
	case s.Date.Before(present.From), d.book.AsAt().Before(present.From):
		return oldClauses, ""
	case regime == law.EU:
		return euClauses, "the register does not say which clauses"
	}
	return s.ID, ""
}
