package rules_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"dpmap/graph"
	"dpmap/graph/law"
	"dpmap/graph/rules"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// world is a register drawn at random: parties and flows that are small enough
// to read when a property fails, and that run into cycles, chains, several
// countries, endings and gaps.
type world struct {
	parties []graph.Party
	flows   []graph.Flow
}

func (w world) build(t *rapid.T) *graph.Map {
	m, err := graph.New(graph.Register{}, w.parties, w.flows)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// clone is a copy whose flows and parties can be changed one by one.
func (w world) clone() world { return world{slices.Clone(w.parties), slices.Clone(w.flows)} }

// Names that are unlike each other and hold no word that a rule reads.
var partyNames = []string{"Ashgrove", "Birchwell", "Cedarholm", "Dunmarch", "Elmstead", "Foxbury", "Gorsefield"}

func drawWorld(t *rapid.T) world {
	var w world
	n := rapid.IntRange(2, len(partyNames)).Draw(t, "parties")
	for i := range n {
		w.parties = append(w.parties, drawParty(t, i))
	}
	for i := range rapid.IntRange(1, 9).Draw(t, "flows") {
		w.flows = append(w.flows, drawFlow(t, i, n))
	}
	return w
}

func drawParty(t *rapid.T, i int) graph.Party {
	p := graph.Party{ID: fmt.Sprint("p", i), Name: partyNames[i], Own: i == 0, Country: drawPlace(t, "country")}
	p.Kind = rapid.SampledFrom([]law.Kind{"", law.School, law.IndependentSchool, law.Supplier, law.University, law.Government, law.Police, law.Parents}).Draw(t, "kind")
	if i == 0 {
		p.Kind, p.Country = law.School, place(rapid.SampledFrom([]string{"GB", "GB", "NL", "US", ""}).Draw(t, "home"))
	}
	p.Role = rapid.SampledFrom([]graph.Role{0, 0, graph.Controller, graph.Processor}).Draw(t, "party role")
	p.DPF = graph.DPF{Listed: drawState(t, "listed"), UKExtension: drawState(t, "extension"), Checked: drawDay(t, "checked")}
	if rapid.Bool().Draw(t, "cover") {
		p.DPF.Cover = []string{"non-HR"}
	}
	if rapid.Bool().Draw(t, "subject") {
		p.Subject = []law.Evidence{law.EvidencePIPEDA, law.EvidenceAPPI}
	}
	return p
}

func drawFlow(t *rapid.T, i, parties int) graph.Flow {
	party := func(label string) string { return fmt.Sprint("p", rapid.IntRange(0, parties-1).Draw(t, label)) }
	f := graph.Flow{ID: fmt.Sprint("f", i), From: party("from"), To: party("to"), Purpose: fmt.Sprint("Purpose ", i)}
	f.Role = rapid.SampledFrom([]graph.Role{0, graph.Controller, graph.JointController, graph.Processor, graph.Processor, graph.SubProcessor}).Draw(t, "role")
	f.Status = rapid.SampledFrom([]graph.Status{0, graph.Live, graph.Live, graph.Proposed, graph.Ended}).Draw(t, "status")
	for range rapid.IntRange(0, 2).Draw(t, "safeguards") {
		f.Safeguards = append(f.Safeguards, drawSafeguard(t))
	}
	f.Agreement = graph.Agreement{State: drawState(t, "agreement"), Kind: graph.AgreementKind(rapid.IntRange(0, 5).Draw(t, "agreement kind")), Ends: drawDay(t, "agreement ends")}
	f.RiskAssessment, f.DPIA = drawEvidence(t, "assessment"), drawEvidence(t, "dpia")
	f.Policy, f.Notice = drawEvidence(t, "policy"), drawEvidence(t, "notice")
	f.Hosting, f.Access = drawPlace(t, "hosting"), drawPlace(t, "access")
	f.Frequency = rapid.SampledFrom([]graph.Frequency{{}, {Text: "daily", Regular: true}, {Text: "once", OneOff: true}}).Draw(t, "frequency")
	kinds := []graph.Category{{Name: "Names"}, {Name: "Health", Class: law.Special, Kind: "health"},
		{Name: "Fingerprints", Class: law.Special, Kind: "biometric data"}, {Name: "Convictions", Class: law.Criminal, Kind: "criminal offence data"}}
	nameOf := func(c graph.Category) string { return c.Name }
	f.Categories = append(f.Categories, rapid.SliceOfNDistinct(rapid.SampledFrom(kinds), 0, 3, nameOf).Draw(t, "categories")...)
	f.Conditions = drawStated(t, "9(2)(a)", "9(2)(b)", "9(2)(g)", "9(2)(h)")
	f.Schedule1 = drawStated(t, "sch1-1", "sch1-2", "sch1-8", "sch1-18", "sch1-29")
	f.Bases = drawStated(t, "6(1)(a)", "6(1)(c)", "6(1)(ea)", "6(1)(f)")
	f.Consent.State = drawState(t, "consent")
	f.Subjects = rapid.SampledFrom([][]string{nil, {"Pupils"}, {"Staff"}}).Draw(t, "subjects")
	return f
}

func drawSafeguard(t *rapid.T) graph.Safeguard {
	id := rapid.SampledFrom([]string{"uk-idta", "uk-addendum", "eu-scc-2021", "old-scc", "scc", "bcr", "uk-bcr", "eu-bcr", "none", "other", "adequacy", "dpf",
		"privacy-shield", "ended", "doubtful", "art-49-a", "art-49-d", "uk-public-instrument", "uk-us-data-bridge"}).Draw(t, "safeguard")
	return graph.Safeguard{ID: id, Text: id, Date: drawDay(t, "signed"), Ends: drawDay(t, "ends")}
}

func drawPlace(t *rapid.T, label string) graph.Place {
	return place(rapid.SampledFrom([]string{"", "", "GB", "GB", "IE", "US", "US", "IN", "CH", "CA", "CN", "!worldwide", "GB;IN", "IE;!various"}).Draw(t, label))
}

func drawState(t *rapid.T, label string) graph.State {
	return rapid.SampledFrom([]graph.State{0, graph.Yes, graph.Yes, graph.No}).Draw(t, label)
}

func drawEvidence(t *rapid.T, label string) graph.Evidence {
	return graph.Evidence{State: drawState(t, label)}
}

func drawDay(t *rapid.T, label string) law.Date {
	return rapid.SampledFrom([]law.Date{{}, {}, law.Day(2019, 5, 1), law.Day(2024, 5, 3), law.Day(2026, 1, 31), law.Day(2026, 7, 1), law.Day(2027, 8, 31)}).Draw(t, label)
}

func drawStated(t *rapid.T, ids ...string) []graph.Stated {
	var list []graph.Stated
	for _, id := range rapid.SliceOfNDistinct(rapid.SampledFrom(ids), 0, 2, rapid.ID).Draw(t, ids[0]) {
		list = append(list, graph.Stated{ID: id, Text: id})
	}
	return list
}

func openAt(t *rapid.T, day law.Date, without ...string) *law.Book {
	book, err := law.Open(day, without...)
	if err != nil {
		t.Fatal(err)
	}
	return book
}

var propertyDay = law.Day(2026, time.November, 22)

// notWorse fails where the verdict of a flow is worse after than before.
func notWorse(t *rapid.T, what string, before, after []rules.Transfer) {
	for i := range before {
		if after[i].Verdict > before[i].Verdict {
			t.Fatalf("%s: flow %d was %s (%s) and is %s (%s)", what, i, before[i].Verdict, before[i].Reason, after[i].Verdict, after[i].Reason)
		}
	}
}

// A mechanism that stands, added to a flow, never makes a verdict worse.
func TestAddingASafeguardNeverHarms(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := drawWorld(t)
		book := openAt(t, propertyDay)
		before := rules.Decide(w.build(t), book)
		more := w.clone()
		i := rapid.IntRange(0, len(w.flows)-1).Draw(t, "which")
		for _, id := range []string{"uk-idta", "eu-scc-2021"} {
			if stands, ok := book.InstrumentFor(before[i].Regime, id); !ok || stands.Unsafe != "" {
				continue // of another law: it says what the flow is taken to rest on
			}
			more.flows[i].Safeguards = append(slices.Clone(w.flows[i].Safeguards), graph.Safeguard{ID: id, Text: id, Date: law.Day(2026, 3, 1)})
			more.flows[i].Agreement.Ends = law.Date{}
			notWorse(t, id, before, rules.Decide(more.build(t), book))
		}
	})
}

// What adequacy or the home area covers stays so, whatever else is recorded.
func TestNoSafeguardUndoesAdequacy(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := drawWorld(t)
		book := openAt(t, propertyDay)
		before := rules.Decide(w.build(t), book)
		i := rapid.IntRange(0, len(w.flows)-1).Draw(t, "which")
		extra := drawSafeguard(t)
		w.flows[i].Safeguards = append(w.flows[i].Safeguards, extra)
		after := rules.Decide(w.build(t), book)
		if before[i].Verdict <= rules.Adequate && after[i].Verdict > before[i].Verdict {
			t.Fatalf("with %s it was %s (%s) and is %s (%s)", extra.ID, before[i].Verdict, before[i].Reason, after[i].Verdict, after[i].Reason)
		}
	})
}

// A decision or mechanism that falls never makes a verdict better.
func TestFallingInstrumentsNeverHelp(t *testing.T) {
	var ids []string
	book, err := law.Open(propertyDay)
	if err != nil {
		t.Fatal(err)
	}
	for _, in := range book.Instruments() {
		ids = append(ids, in.ID)
	}
	rapid.Check(t, func(t *rapid.T) {
		m := drawWorld(t).build(t)
		without := rapid.SliceOfNDistinct(rapid.SampledFrom([]string{"uk-eea", "uk-us-data-bridge", "uk-switzerland", "uk-canada", "eu-uk", "eu-us-dpf", "eu-switzerland", "eu-canada"}), 1, 4, rapid.ID).Draw(t, "without")
		without = append(without, rapid.SampledFrom(ids).Draw(t, "any"))
		notWorse(t, strings.Join(without, " "), rules.Decide(m, openAt(t, propertyDay, without...)), rules.Decide(m, openAt(t, propertyDay)))
	})
}

// What nobody recorded is never fine: with its country blank, a recipient that
// is not exempt is unknown or worse, under either law.
func TestUnknownIsNeverFine(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := drawWorld(t)
		i := rapid.IntRange(0, len(w.flows)-1).Draw(t, "which")
		f := &w.flows[i]
		for k := range w.parties {
			if w.parties[k].ID == f.To {
				w.parties[k].Country = place(rapid.SampledFrom([]string{"", "!worldwide"}).Draw(t, "blank"))
			}
		}
		m := w.build(t)
		exempt := f.From == f.To || f.Status == graph.Ended || m.ToSubject(f) || m.KindOf(f.From).IsSubject()
		if place := m.Origin(f); exempt || len(place.Countries) > 0 && !slices.ContainsFunc(place.Countries, func(c string) bool { return c == "GB" || c == "IE" || c == "NL" }) {
			t.Skip("no transfer, or from outside both laws")
		}
		result := rules.Run(m, openAt(t, propertyDay), rules.All(), rules.Options{})
		handsBack := slices.ContainsFunc(result.Transfers[i].Legs, func(l rules.Leg) bool { return strings.Contains(l.Reason, "hands data back") })
		if result.Transfers[i].Verdict < rules.Unknown && !handsBack {
			t.Fatalf("%s: %s", result.Transfers[i].Verdict, result.Transfers[i].Reason)
		}
	})
}

// Taking away the record of a document, or of what evidences adequacy, never
// takes a finding away, nor makes a verdict better. (What was told of a hop that
// somebody vouched for is told more gravely once nobody does.)
func TestForgettingNeverHelps(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := drawWorld(t)
		book := openAt(t, propertyDay)
		before := rules.Run(w.build(t), book, rules.All(), rules.Options{})
		less := w.clone()
		f := &less.flows[rapid.IntRange(0, len(w.flows)-1).Draw(t, "which")]
		field := rapid.SampledFrom([]*graph.Evidence{&f.RiskAssessment, &f.DPIA, &f.Policy, &f.Notice}).Draw(t, "document")
		*field = graph.Evidence{}
		after := rules.Run(less.build(t), book, rules.All(), rules.Options{})
		kept := map[string]bool{}
		for _, g := range after.Findings {
			kept[g.ID] = true
		}
		for _, g := range before.Findings {
			if graver := strings.Replace(g.ID, "transfer-onward-unevidenced", "transfer-onward", 1); !kept[g.ID] && !kept[graver] {
				t.Fatalf("a document less, and this is gone: %s %s", g.ID, g.Message)
			}
		}
		p := &less.parties[rapid.IntRange(0, len(w.parties)-1).Draw(t, "party")]
		if p.Subject = nil; !p.DPF.Checked.After(propertyDay) { // a check still to come evidences nothing
			p.DPF.Checked = law.Date{}
		}
		notWorse(t, "evidence less", rules.Decide(less.build(t), book), after.Transfers)
	})
}

// Data subjects that nobody can read, in the place of a school's pupils, take no
// finding away: a word that is not known is no kinder than the one that is. Only
// the assessments that children's data alone asks for need to know of children.
func TestUnreadSubjectsNeverHelp(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := drawWorld(t)
		f := &w.flows[rapid.IntRange(0, len(w.flows)-1).Draw(t, "which")]
		f.From = "p0" // the school
		f.Subjects = []string{rapid.SampledFrom([]string{"Pupils", "Year 7", "All pupils, KS3"}).Draw(t, "pupils")}
		book := openAt(t, propertyDay)
		before := rules.Run(w.build(t), book, rules.All(), rules.Options{})
		f.Subjects = []string{rapid.SampledFrom([]string{"Ps", "Everyone", "Zzz", "Families", "?"}).Draw(t, "unread")}
		kept := map[string]bool{}
		for _, g := range rules.Run(w.build(t), book, rules.All(), rules.Options{}).Findings {
			kept[g.ID] = true
		}
		for _, g := range before.Findings {
			if alone := g.Rule == "dpia-missing" && !strings.Contains(g.Message, "biometric"); !kept[g.ID] && !alone {
				t.Fatalf("%q is not read, and this is gone: %s %s", f.Subjects, g.ID, g.Message)
			}
		}
	})
}

// Neither the order of rows nor that of parties changes what is found.
func TestShuffledWorldsAgree(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := drawWorld(t)
		book := openAt(t, propertyDay)
		want := messages(rules.Run(w.build(t), book, rules.All(), rules.Options{}))
		r := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 1))
		r.Shuffle(len(w.flows), func(i, j int) { w.flows[i], w.flows[j] = w.flows[j], w.flows[i] })
		r.Shuffle(len(w.parties), func(i, j int) { w.parties[i], w.parties[j] = w.parties[j], w.parties[i] })
		if d := cmp.Diff(want, messages(rules.Run(w.build(t), book, rules.All(), rules.Options{}))); d != "" {
			t.Fatal(d)
		}
	})
}

func messages(r *rules.Result) []string {
	var list []string
	for _, f := range r.Findings {
		list = append(list, f.ID+" "+f.Message)
	}
	slices.Sort(list)
	return list
}

// Other names change nothing but the names.
func TestRenamingChangesNames(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := drawWorld(t)
		book := openAt(t, propertyDay)
		var pairs []string
		renamed := w.clone()
		for i := range renamed.parties {
			renamed.parties[i].Name += "x" // keeps the order of names
			pairs = append(pairs, w.parties[i].Name, renamed.parties[i].Name)
		}
		var want []string
		for _, message := range messages(rules.Run(w.build(t), book, rules.All(), rules.Options{})) {
			want = append(want, strings.NewReplacer(pairs...).Replace(message))
		}
		slices.Sort(want)
		if d := cmp.Diff(want, messages(rules.Run(renamed.build(t), book, rules.All(), rules.Options{}))); d != "" {
			t.Fatal(d)
		}
	})
}

// As days pass and the law stays, nothing that was made in time gets better by
// itself: endings only take away.
func TestTimeOnlyTakesAway(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := drawWorld(t)
		early, late := law.Day(2026, 3, 1), law.Day(2026, 11, 22)
		for i := range w.flows {
			for k := range w.flows[i].Safeguards {
				if s := &w.flows[i].Safeguards[k]; s.Date.After(early) {
					s.Date = early
				}
			}
		}
		for i := range w.parties {
			if dpf := &w.parties[i].DPF; dpf.Checked.After(early) {
				dpf.Checked = early
			}
		}
		m := w.build(t)
		notWorse(t, "with time", rules.Decide(m, openAt(t, late)), rules.Decide(m, openAt(t, early)))
	})
}

// A verdict that is not fine is told: whatever is conditional, unknown or
// unprotected has a finding of a rule of transfers that names its flow.
func TestNoBadVerdictIsSilent(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := drawWorld(t)
		result := rules.Run(w.build(t), openAt(t, propertyDay), rules.All(), rules.Options{})
		for i, transfer := range result.Transfers {
			switch transfer.Verdict {
			case rules.Conditional, rules.Unknown, rules.Unprotected:
			default:
				continue
			}
			told := slices.ContainsFunc(result.Findings, func(f rules.Finding) bool {
				return strings.HasPrefix(f.Rule, "transfer-") && slices.Contains(f.Flows, w.flows[i].ID)
			})
			if !told {
				t.Fatalf("flow %d from %s to %s is %s and no finding tells it: %s", i, w.flows[i].From, w.flows[i].To, transfer.Verdict, transfer.Reason)
			}
		}
	})
}
