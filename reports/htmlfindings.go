package reports

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"dpmap/graph"
	"dpmap/graph/law"
	"dpmap/graph/rules"
	"dpmap/reports/wording"
)

// ruleView is a rule with its findings.
type ruleView struct {
	Code, Title    string
	Severity, Mark string
	Means          string // the first paragraph of the rule's page
	Whole          string // the column that explains findings of it, "" when none does
	Fix            string // when all its findings ask for the same
	Law            []lawView
	Count          int
	Shown          []findingView // the first few
	Hidden         []findingView // the others
	More           int           // those that are on no page
	grave          rules.Severity
}

// findingView is one finding as a line under its rule.
type findingView struct {
	Severity             string
	Number               int    // of the finding, in the order of every output
	Parties              string // the numbers on the page of those it is about
	Place, Heading, Flow string
	Message, Fix         string
	Accepted             string
}

// How many findings of one grave rule stand open on the page, and how many of
// any rule on it at all: past that a list is no longer read, and findings.csv
// has it whole.
const (
	openFindings = 2
	mostFindings = 200
)

// ruleViews groups the findings by rule, the gravest rules first and among
// those the most frequent, and takes out what is accepted.
func (r *Report) ruleViews() (first, next []ruleView, accepted []findingView) {
	number := r.numbered()
	var views []*ruleView
	byRule := map[string]*ruleView{}
	fixes := map[string]bool{} // rules whose findings differ in what to do
	docs := ruleDocs()
	for i := range r.Result.Findings {
		f := &r.Result.Findings[i]
		line := r.findingView(f)
		line.Number, line.Parties = i+1, r.partyNumbers(f, number)
		if !r.IsOpen(f) {
			accepted = append(accepted, line)
			continue
		}
		v := byRule[f.Rule]
		if v == nil {
			v = &ruleView{Code: f.Rule, Title: f.Title, Severity: f.Severity.String(), Mark: SeverityWords(f.Severity).Mark,
				Means: docs[f.Rule], Fix: f.Fix, Law: lawViews(f.Law), grave: f.Severity}
			byRule[f.Rule] = v
			views = append(views, v)
		}
		fixes[f.Rule] = fixes[f.Rule] || f.Fix != v.Fix
		v.add(line)
	}
	lacking, _ := r.lacking()
	for _, c := range lacking {
		byRule[c.Rule].Whole = c.sentence()
	}
	slices.SortStableFunc(views, func(a, b *ruleView) int {
		return cmp.Or(cmp.Compare(b.grave, a.grave), cmp.Compare(b.Count, a.Count))
	})
	for _, v := range views {
		v.settleFix(fixes[v.Code])
		if v.grave >= rules.High {
			first = append(first, *v)
		} else {
			next = append(next, *v)
		}
	}
	return first, next, accepted
}

// anchors says where on the page each finding stands, by its index: at a place
// of its own, or with its rule where the page leaves it out.
func (r *Report) anchors(views ...[]ruleView) []string {
	out := make([]string, len(r.Result.Findings))
	for i := range out {
		out[i] = "rule-" + r.Result.Findings[i].Rule
	}
	for _, v := range slices.Concat(views...) {
		for _, line := range slices.Concat(v.Shown, v.Hidden) {
			out[line.Number-1] = "finding-" + strconv.Itoa(line.Number)
		}
	}
	return out
}

func (v *ruleView) add(line findingView) {
	v.Count++
	switch {
	case v.Count <= openFindings && v.grave >= rules.High:
		v.Shown = append(v.Shown, line)
	case v.Count <= mostFindings:
		v.Hidden = append(v.Hidden, line)
	default:
		v.More++
	}
}

// settleFix keeps what to do in one place: at the rule, or at each finding.
func (v *ruleView) settleFix(differ bool) {
	if differ {
		v.Fix = ""
		return
	}
	for i := range v.Shown {
		v.Shown[i].Fix = ""
	}
	for i := range v.Hidden {
		v.Hidden[i].Fix = ""
	}
}

func (r *Report) findingView(f *rules.Finding) findingView {
	var flows []string
	for _, id := range f.Flows {
		if flow := r.Result.Map.Flow(id); flow != nil {
			flows = appendNew(flows, r.fromTo(flow))
		}
	}
	if len(flows) > 3 {
		flows = append(flows[:2], wording.Count(len(flows)-2, "further flow", "further flows"))
	}
	return findingView{
		Severity: f.Severity.String(),
		Place:    f.At.String(), Heading: f.At.Heading, Flow: strings.Join(flows, "; "),
		Message: AfterPlace(f.Message, f.At), Fix: f.Fix, Accepted: r.AcceptedText(f),
	}
}

// fromTo names who sends to whom. The register's own controller, which sends
// nearly everything, is left out.
func (r *Report) fromTo(f *graph.Flow) string {
	to := r.partyName(f.To)
	own := r.Result.Map.Own()
	switch {
	case f.IsOwnUse():
		return to + " (own use)"
	case own != nil && own.ID == f.From:
		return "to " + to
	}
	return r.partyName(f.From) + " to " + to
}

// ruleDocs is the first paragraph of each rule's page by its code.
func ruleDocs() map[string]string {
	docs := map[string]string{}
	for _, rule := range rules.All() {
		first, _, _ := strings.Cut(strings.TrimSpace(rule.Doc), "\n\n")
		if when, ok := strings.CutPrefix(first, "Fires "); ok {
			first = "Reported " + when
		}
		docs[rule.Code] = clean(first)
	}
	return docs
}

func lawViews(cites []law.Citation) []lawView {
	var out []lawView
	for _, c := range cites {
		out = append(out, lawView{c.Cite, c.Cite, safeURL(c.URL)})
	}
	return out
}
