package law

import (
	"fmt"
	"slices"
	"strings"
)

// tabled is an instrument with the countries that it is a decision on and the
// row that both were read from.
type tabled struct {
	Instrument
	covers []string
	table  string
	row    row
}

// Names of the tables of instruments.
const (
	adequacyTable  = "adequacy"
	mechanismTable = "mechanisms"
)

// readInstruments reads the adequacy decisions and then the mechanisms.
func readInstruments(p places, errs *[]error) []tabled {
	var list []tabled
	for _, table := range []string{adequacyTable, mechanismTable} {
		for _, r := range readTable(table, errs) {
			list = append(list, readInstrument(table, r, p))
		}
	}
	return list
}

func readInstrument(table string, r row, p places) tabled {
	i := tabled{table: table, row: r, Instrument: Instrument{
		ID:     r.must("id"),
		Regime: Regime(r.must("regime")),
		Name:   r.must("name"),
		Law:    r.citation(),
		From:   r.date("from"),
		Ends:   r.date("ends"),
		Unsafe: r.text("unsafe"),
		Watch:  r.text("watch"),
		Note:   r.text("note"),
	}}
	i.Verified, i.Source, i.Checked = readSource(r)
	if table == adequacyTable {
		i.Type = Adequacy
		i.Scope = r.text("scope")
		i.Needs = readEvidence(r)
		i.Outside = readKinds(r, "outside")
		i.covers = p.expand(r, "countries")
		i.WatchFrom = r.date("watch_from")
	} else {
		i.Type = readType(r)
		i.TRA = r.yes("tra")
		i.NotForPublicAuthority = r.yes("not_public")
		i.OccasionalOnly = r.yes("occasional")
		i.ContractBy = r.date("contract_by")
		i.StandsWith = r.text("stands_with")
		i.Twin = r.text("twin")
		i.PublicBodies = readSides(r)
	}
	checkInstrument(r, i.Instrument)
	return i
}

// readSource is whether, where and when a row was read. What a row of an
// overlay is laid over was checked; the row was not, unless it says so.
func readSource(r row) (verified bool, source string, checked Date) {
	if r.laid {
		r.under = nil
		if r.text("source") == "" {
			source = fmt.Sprintf("%s row %d", r.table, r.line)
		} else {
			source = r.text("source")
		}
		return r.text("verified") != "" && r.yes("verified"), source, r.date("checked")
	}
	return r.yes("verified"), r.must("source"), r.date("checked")
}

// checkInstrument finds what would make a row say what nobody means.
func checkInstrument(r row, i Instrument) {
	if i.ID != "" && !isKebab(i.ID) {
		r.bad("id", fmt.Sprintf("%q is not an id", i.ID), "write lower-case letters, digits and hyphens, such as uk-brazil")
	}
	if i.Regime != "" && i.Regime != UK && i.Regime != EU {
		r.bad("regime", fmt.Sprintf("%q is no regime that dpmap knows", i.Regime), "write UK or EU")
	}
	if i.Law.URL != "" && !strings.HasPrefix(i.Law.URL, "https://") {
		r.bad("url", fmt.Sprintf("%q is not a link", i.Law.URL), "give one that begins with https://, or none")
	}
	if i.Ends.Before(i.From) {
		r.bad("ends", fmt.Sprintf("%q is before %s, when it came into force", i.Ends, i.From), "give the last day in force")
	}
	switch {
	case i.Scope == "" && i.Needs != "":
		r.bad("scope", "the cell is blank, and needs is not", "write the condition in words, or leave needs blank")
	case i.Scope != "" && i.Needs == "":
		r.bad("needs", "the cell is blank, and scope is not", "say what evidences the condition: "+quotedEvidences())
	}
}

func isKebab(s string) bool {
	return s != "" && strings.Trim(s, "abcdefghijklmnopqrstuvwxyz0123456789-") == "" && strings.Trim(s, "-") == s
}

func readType(r row) InstrumentType {
	switch r.text("type") {
	case "adequacy":
		return Adequacy
	case "safeguard":
		return Safeguard
	case "derogation":
		return Derogation
	}
	r.bad("type", fmt.Sprintf("%q is no type of mechanism", r.text("type")), "write safeguard (Art 46) or derogation (Art 49)")
	return 0
}

// readSides is how many sides of an instrument must be public bodies.
func readSides(r row) int {
	switch r.text("public_bodies") {
	case "":
		return 0
	case "1":
		return 1
	case "2":
		return 2
	}
	r.bad("public_bodies", fmt.Sprintf("%q is no number of sides", r.text("public_bodies")), "write 1 or 2, or leave it blank")
	return 0
}

func evidences() []Evidence {
	return []Evidence{EvidenceDPFExtension, EvidenceDPF, EvidencePIPEDA, EvidenceAPPI, EvidencePIPA, EvidenceAutomated, EvidenceLGPD}
}

func quotedEvidences() string {
	var words []string
	for _, e := range evidences() {
		words = append(words, string(e))
	}
	return strings.Join(words, ", ")
}

func readEvidence(r row) Evidence {
	e := Evidence(r.text("needs"))
	if e != "" && !slices.Contains(evidences(), e) {
		r.bad("needs", fmt.Sprintf("%q is no evidence that dpmap knows", e), "give one of "+quotedEvidences())
	}
	return e
}

func readKinds(r row, heading string) []Kind {
	var kinds []Kind
	for _, word := range r.list(heading) {
		if !slices.Contains(Kinds(), Kind(word)) {
			r.bad(heading, fmt.Sprintf("%q is no kind of recipient", word), "write kinds such as university; police; public body")
		}
		kinds = append(kinds, Kind(word))
	}
	return kinds
}
