package rules

import (
	"slices"

	"dpmap/graph/law"
)

// leg decides a crossing to one country. What carries it is sought in this
// order: the exporter's own area, adequacy whose conditions are evidenced, an
// Article 46 safeguard, adequacy whose conditions might be met, a derogation.
func (d decider) leg(c crossing, country string) Leg {
	leg := Leg{Country: country}
	switch {
	case d.book.SameArea(c.regime, c.from, country):
		leg.Verdict, leg.Reason = Home, "in the same area of law as "+first(d.name(c.behalf), "the sender")+", so nothing is transferred abroad"
		return leg
	case c.behalf != "" && slices.Contains(d.origin(c.flow, d.exporter(c.flow)).Countries, country):
		leg.Verdict, leg.Reason = Home, "the data stays in the country where the sender has it"
		return leg
	case d.handsBack(c):
		leg.Verdict, leg.Reason = Home, "a processor hands data back to its own controller, which UK law does not restrict"
		return leg
	}
	ground := d.adequacy(c, country)
	if ground.proof == proven {
		leg.Verdict, leg.Instrument, leg.Reason = Adequate, ground.instrument.ID, ground.why
		return leg
	}
	leg.beyond, leg.decision = ground.beyond, ground.instrument.ID
	list := d.standings(c, country)
	if s, ok := carrying(list, law.Safeguard); ok {
		leg.Verdict, leg.Instrument, leg.Reason = Safeguarded, s.instrument.ID, s.why
		return leg
	}
	leg.faults = faultsOf(list)
	if ground.withoutExtension {
		leg.faults = addFault(leg.faults, faultDPF)
	}
	relied := ground.proof == unproven && slices.ContainsFunc(list, func(s standing) bool { return s.relied })
	if (ground.proof == unproven || ground.proof == claimed) && !relied {
		leg.faults = nil
		if ground.proof == unproven && optedInto(ground.instrument) && statesNone(c.flow) {
			leg.faults = []fault{faultNone}
		}
		leg.Verdict, leg.Instrument, leg.Reason = Conditional, ground.instrument.ID, ground.why+besides(ground.instrument, list)
		return leg
	}
	if s, ok := carrying(list, law.Derogation); ok {
		leg.Verdict, leg.Instrument, leg.Reason = Derogation, s.instrument.ID, s.why
		return leg
	}
	leg.Verdict = Unprotected
	if slices.Contains(leg.faults, faultUnspecified) {
		leg.Verdict = Unknown // it may be a valid instrument: nobody can tell
	}
	leg.Reason = failure(ground, list)
	return leg
}

// carrying is the first standing mechanism of a type.
func carrying(list []standing, t law.InstrumentType) (standing, bool) {
	for _, s := range list {
		if s.carries && s.instrument.Type == t {
			return s, true
		}
	}
	return standing{}, false
}

// fault is why what is recorded does not carry a leg. Each fault has a rule of
// its own; a leg without any is told by transfer-no-safeguard.
type fault int

const (
	faultRepealed    fault = iota + 1 // transfer-scc-repealed
	faultDPF                          // transfer-dpf-no-uk-extension
	faultNotUK                        // transfer-scc-not-uk
	faultUnspecified                  // transfer-scc-unspecified
	faultEnded                        // transfer-safeguard-ended
	faultNone                         // transfer-none-stated: of a leg that a listing may yet carry
)

func faultsOf(list []standing) []fault {
	var faults []fault
	for _, s := range list {
		faults = addFault(faults, s.fault)
	}
	return faults
}

func addFault(faults []fault, f fault) []fault {
	if f == 0 || slices.Contains(faults, f) {
		return faults
	}
	return append(faults, f)
}
