package rules

import (
	"slices"

	"dpmap/graph"
	"dpmap/graph/law"
)

// Words that registers record and that are instruments of one law or another.
const (
	euClauses     = "eu-scc-2021"
	oldClauses    = "old-scc"
	euRules       = "eu-bcr"
	privacyShield = "privacy-shield"
	euFramework   = "eu-us-dpf"
	dataBridge    = "uk-us-data-bridge"

	consentToTransfer = "art-49-a"
)

// evidence tells whether the condition of an adequacy decision is recorded as
// met, and what is recorded of it.
func (d decider) evidence(in law.Instrument, c crossing) (proof, string) {
	switch in.Needs {
	case "":
		return proven, ""
	case law.EvidenceAutomated:
		return proven, "it covers data sent by electronic means"
	case law.EvidenceDPFExtension:
		return d.extension(in, c)
	case law.EvidenceDPF:
		return d.framework(in, c)
	}
	if slices.Contains(c.to.Subject, in.Needs) {
		return proven, "the register records that the condition is met"
	}
	return unproven, "the register does not record that it is"
}

// extension is the evidence for the UK-US data bridge: an active listing with
// the UK Extension, and the day on which somebody looked.
func (d decider) extension(in law.Instrument, c crossing) (proof, string) {
	dpf := c.to.DPF
	switch {
	case dpf.Listed == graph.No:
		return noDecision, "the recipient is recorded as not on the Data Privacy Framework list"
	case dpf.UKExtension == graph.No:
		return noDecision, "the recipient is recorded as without the UK Extension"
	case dpf.UKExtension == graph.Yes:
		return d.checked(in, c, dpf.Checked, "listing with the UK Extension")
	}
	for _, s := range c.flow.Safeguards {
		if s.ID == in.ID {
			return d.checked(in, c, s.Date, "listing with the UK Extension")
		}
	}
	if withoutExtension(c) {
		if onlyShield(c) {
			return noDecision, "only Privacy Shield is recorded, which no longer counts and is not the Data Privacy Framework"
		}
		return noDecision, "the Data Privacy Framework is recorded without the UK Extension"
	}
	return unproven, "the register does not record that it is"
}

// framework is the evidence for the EU-US Data Privacy Framework: an active
// listing and the day on which somebody looked.
func (d decider) framework(in law.Instrument, c crossing) (proof, string) {
	dpf := c.to.DPF
	switch {
	case dpf.Listed == graph.No && dpf.UKExtension != graph.Yes:
		return noDecision, "the recipient is recorded as not on the Data Privacy Framework list"
	case dpf.Listed == graph.Yes || dpf.UKExtension == graph.Yes:
		return d.checked(in, c, dpf.Checked, "listing")
	}
	for _, s := range c.flow.Safeguards {
		if s.ID == in.ID || s.ID == graph.SafeguardDPF || s.ID == dataBridge {
			return d.checked(in, c, s.Date, "listing")
		}
	}
	return unproven, "the register does not record that it is"
}

// checked weighs a listing by the day on which it was checked. Firms certify for
// a year at a time, so an older check shows nothing of today; and a listing
// covers the data of people who work for the exporter only where it says HR.
func (d decider) checked(in law.Instrument, c crossing, day law.Date, what string) (proof, string) {
	asAt := d.book.AsAt()
	staff, _ := subjectsOf(c.flow)
	switch {
	case day.IsZero():
		return claimed, "the " + what + " is recorded without the day on which it was checked"
	case day.After(asAt):
		return unproven, "the " + what + " is recorded as checked " + onDay(day) + ", which is still to come"
	case day.Before(in.From):
		return claimed, "the " + what + " was checked " + onDay(day) + ", before " + in.Name + " was in force"
	case day.Last().AddMonths(12).Before(asAt):
		return claimed, "the " + what + " was checked " + onDay(day) + ", over a year ago, and firms certify for a year at a time"
	case staff != "" && len(c.to.DPF.Cover) == 0:
		return claimed, "the " + what + " is recorded without saying whether it covers HR data, which data about " + quote(staff) + " is"
	}
	return proven, what + " checked " + onDay(day) + and(sensitive(in, c.flow))
}

// sensitive says what the UK-US data bridge asks of whoever sends special-category
// or criminal-offence data, and no register shows.
func sensitive(in law.Instrument, f *graph.Flow) string {
	if in.Needs != law.EvidenceDPFExtension || !f.IsSpecial() && !isCriminal(f) {
		return ""
	}
	return "it holds only if the recipient is told that the special-category or criminal-offence data is sensitive"
}

// withoutExtension reports whether a crossing that could rest on the UK-US data
// bridge is recorded as resting on the framework without the UK Extension, or
// on Privacy Shield.
func (d decider) withoutExtension(c crossing, in law.Instrument) bool {
	return in.Needs == law.EvidenceDPFExtension && withoutExtension(c)
}

func withoutExtension(c crossing) bool {
	dpf := c.to.DPF
	bridge := slices.ContainsFunc(c.flow.Safeguards, func(s graph.Safeguard) bool { return s.ID == dataBridge })
	if dpf.UKExtension == graph.Yes || bridge && dpf.UKExtension != graph.No {
		return false
	}
	if dpf.UKExtension == graph.No && dpf.Listed != graph.No || dpf.Listed == graph.Yes {
		return true
	}
	return slices.ContainsFunc(c.flow.Safeguards, func(s graph.Safeguard) bool {
		return s.ID == graph.SafeguardDPF || s.ID == privacyShield || s.ID == euFramework
	})
}

// onlyShield reports whether Privacy Shield is all that a crossing is recorded to
// rest on: it is no listing in the framework that came after it.
func onlyShield(c crossing) bool {
	return c.to.DPF.Listed == 0 && c.to.DPF.UKExtension == 0 && !slices.ContainsFunc(c.flow.Safeguards, func(s graph.Safeguard) bool {
		return s.ID == graph.SafeguardDPF || s.ID == euFramework
	})
}

// asked is what the condition of an adequacy decision asks of a recipient.
func asked(in law.Instrument) string {
	switch in.Needs {
	case law.EvidenceDPFExtension:
		return "active on the Data Privacy Framework list with the UK Extension"
	case law.EvidenceDPF:
		return "active on the Data Privacy Framework list"
	case law.EvidencePIPEDA:
		return "subject to PIPEDA"
	case law.EvidenceAPPI:
		return "a private-sector operator subject to APPI"
	case law.EvidencePIPA:
		return "subject to PIPA"
	case law.EvidenceLGPD:
		return "subject to the LGPD"
	}
	return "within its scope"
}
