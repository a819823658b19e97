package rules

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"iter"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"dpmap/graph"
	"dpmap/graph/law"
)

// Pass is what a rule's Check works with: the map, the law, the transfers
// already decided, and where to report. It is only valid during the Check.
type Pass struct {
	Map       *graph.Map
	Book      *law.Book
	Transfers []Transfer // one per flow, in the order of Map.Flows

	rule   *Rule
	found  []draft
	shared *shared
}

// draft is a finding and what it is sorted and named by.
type draft struct {
	Finding
	order int      // of its subject: the register, then flows, then parties
	about []string // what the ID is made of, beside the rule
}

// Flows yields the flows that rules look at, with their indexes: all but those
// that have ended.
func (p *Pass) Flows() iter.Seq2[int, *graph.Flow] {
	flows := p.Map.Flows()
	return func(yield func(int, *graph.Flow) bool) {
		for i := range flows {
			if flows[i].Status != graph.Ended && !yield(i, &flows[i]) {
				return
			}
		}
	}
}

// Activities yields the flows that rules look at and that hold, grouped by the
// row they came from, so that a fault of a row with several recipients is told
// once.
func (p *Pass) Activities(holds func(f *graph.Flow) bool) iter.Seq[[]int] {
	place := map[string]int{}
	var groups [][]int
	for i, f := range p.Flows() {
		if !holds(f) {
			continue
		}
		at, ok := place[f.Activity]
		if !ok || f.Activity == "" {
			at = len(groups)
			place[f.Activity] = at
			groups = append(groups, nil)
		}
		groups[at] = append(groups[at], i)
	}
	return slices.Values(groups)
}

// Report reports a breach by one or more flows, of which the first gives the
// place. The message is plain text without the place and without a full stop.
func (p *Pass) Report(flows []int, field graph.Field, format string, args ...any) {
	if len(flows) == 0 {
		return
	}
	f := p.flow(flows[0])
	finding := Finding{At: f.Where(field), Message: fmt.Sprintf(format, args...)}
	proposed := true
	for _, i := range flows {
		finding.Flows = append(finding.Flows, p.flow(i).ID)
		proposed = proposed && p.flow(i).Status == graph.Proposed
	}
	if proposed {
		finding.Message += " (the flow is proposed, not yet live)"
	}
	p.add(finding, p.lawOfFlow(flows[0]), flows[0], p.identity(f)...)
}

// ReportTransfer reports a breach by the transfer of one flow and names its
// exporter.
func (p *Pass) ReportTransfer(flow int, field graph.Field, format string, args ...any) {
	p.Report([]int{flow}, field, format, args...)
	p.found[len(p.found)-1].Exporter = p.Transfers[flow].Exporter
}

// ReportParty reports a breach by a party.
func (p *Pass) ReportParty(party int, field graph.Field, format string, args ...any) {
	of := &p.Map.Parties()[party]
	p.add(Finding{At: of.Where(field), Message: fmt.Sprintf(format, args...)}, p.lawOfOwn(), len(p.Map.Flows())+party, of.ID)
}

// ReportRegister reports a breach by the register as a whole.
func (p *Pass) ReportRegister(at graph.Ref, format string, args ...any) {
	p.add(Finding{At: at, Message: fmt.Sprintf(format, args...)}, p.lawOfOwn(), -1, "register")
}

// last is the finding just reported, to be given more.
func (p *Pass) last() *draft { return &p.found[len(p.found)-1] }

func (p *Pass) add(f Finding, regime law.Regime, order int, about ...string) {
	f.Rule, f.Severity, f.Title = p.rule.Code, p.rule.Severity, p.rule.Title
	f.Fix, f.Law = p.rule.remedy(regime), p.cited(regime)
	p.found = append(p.found, draft{f, order, about})
}

func (p *Pass) flow(i int) *graph.Flow { return &p.Map.Flows()[i] }

// identity is what names a flow across re-ordered rows and next year's file.
func (p *Pass) identity(f *graph.Flow) []string {
	return []string{f.ID, f.From, f.To, f.Purpose}
}

func (p *Pass) name(party string) string        { return decider{p.Map, p.Book}.name(party) }
func (p *Pass) country(code string) string      { return decider{p.Map, p.Book}.country(code) }
func (p *Pass) countries(codes []string) string { return decider{p.Map, p.Book}.countries(codes) }
func (p *Pass) role(f *graph.Flow) graph.Role   { return p.Map.Role(f) }
func (p *Pass) actsForOthers(party string) bool { return p.shared.acts[party] }
func (p *Pass) isPublic(party string) bool      { return p.Map.KindOf(party).IsPublic() }
func (p *Pass) toSubject(f *graph.Flow) bool    { return p.Map.ToSubject(f) }
func (p *Pass) fromSubject(f *graph.Flow) bool  { return p.Map.KindOf(f.From).IsSubject() }
func (p *Pass) over(day law.Date) bool          { return day.Before(p.Book.AsAt()) }
func (p *Pass) between(f *graph.Flow) string    { return p.name(f.From) + " to " + p.name(f.To) }
func (p *Pass) isOwnParty(party string) bool    { of := p.Map.Party(party); return of != nil && of.Own }

// within reports whether data stays with one legal entity: it can make no
// contract with itself and plays no role for itself.
func (p *Pass) within(f *graph.Flow) bool {
	return f.IsOwnUse() || decider{p.Map, p.Book}.sameEntity(f)
}

// onBehalf reports whether a flow is a processor's to another processor: what
// the law asks of a controller (basis, condition, time limit) is then asked of
// the controller's own flow.
func (p *Pass) onBehalf(f *graph.Flow) bool {
	return !f.IsOwnUse() && p.role(f).IsProcessor() && p.actsForOthers(f.From)
}

// anothers reports whether a flow is one that another controller sends for
// itself: it gets data as a controller from the register's own, and answers in
// its own record for what it does with it. The transfer is judged all the same.
func (p *Pass) anothers(f *graph.Flow) bool {
	if p.isOwnParty(f.From) || p.actsForOthers(f.From) {
		return false
	}
	flows := p.Map.Flows()
	for _, i := range p.Map.To(f.From) {
		if p.isOwnParty(flows[i].From) && p.role(&flows[i]) == graph.Controller {
			return true
		}
	}
	return false
}

// answeredElsewhere reports whether what the law asks of a controller for a flow is to
// be looked for in another row, or in another controller's record.
func (p *Pass) answeredElsewhere(f *graph.Flow) bool { return p.onBehalf(f) || p.anothers(f) }

// findings are the drafts of all passes as findings: named, and sorted most
// severe first, then in input order, then in the order of the rules.
func findings(drafts []draft) []Finding {
	slices.SortStableFunc(drafts, func(a, b draft) int {
		return cmp.Or(cmp.Compare(b.Severity, a.Severity), cmp.Compare(a.order, b.order))
	})
	list := make([]Finding, len(drafts))
	seen := map[string]int{}
	for i, d := range drafts {
		list[i] = d.Finding
		id := findingID(d)
		if seen[id]++; seen[id] > 1 {
			id += "-" + strconv.Itoa(seen[id])
		}
		list[i].ID = id
	}
	return list
}

// findingID is the rule and a short digest of what the finding is about, by its
// letters and digits: neither case, spacing nor punctuation changes it.
func findingID(d draft) string {
	parts := make([]string, len(d.about))
	for i, text := range d.about {
		parts[i] = strings.Map(func(r rune) rune {
			if unicode.IsLetter(r) || unicode.IsDigit(r) {
				return unicode.ToLower(r)
			}
			return -1
		}, text)
	}
	sum := sha256.Sum256([]byte(strings.Join(parts, "\x00")))
	return d.Rule + "-" + hex.EncodeToString(sum[:4])
}
