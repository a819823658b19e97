package reports

import (
	"cmp"
	"slices"
	"strings"

	"dpmap/graph"
	"dpmap/graph/law"
	"dpmap/graph/rules"
	"dpmap/reports/wording"
)

// recipientView is a row of the map in words.
type recipientView struct {
	Name, Country, Kind string
	Verdict             Wording
	Word                string // the verdict, for styles
	Rests               string
	Data                string
	Special             string
	Shown               string // the words of the diagram that stand for it
	worst               rules.Verdict
	number              int   // of the party on the page
	flows               []int // their indices
}

// recipients lists who receives data, the worst verdict first.
func (r *Report) recipients(shown []ShownAs) []recipientView {
	words := map[string]string{} // by flow ID
	for _, s := range shown {
		for _, id := range s.Flows {
			words[id] = s.Words
		}
	}
	parties := r.Result.Map.Parties()
	flows := r.Result.Map.Flows()
	var out []recipientView
	for i := range parties {
		p := &parties[i]
		var facts recipientFacts
		for _, n := range r.Result.Map.To(p.ID) {
			if !flows[n].IsOwnUse() {
				facts.add(r, n, &flows[n])
				if w := words[flows[n].ID]; w != "" {
					facts.shown = appendNew(facts.shown, w)
				}
			}
		}
		if len(facts.flows) == 0 {
			continue
		}
		country := wording.Joined(facts.places)
		if country == "" {
			country = "not recorded"
		}
		words, word := VerdictWords(facts.worst), facts.worst.String()
		if facts.ended == len(facts.flows) {
			words, word = EndedWords(), EndedWords().Label
		}
		out = append(out, recipientView{
			Name: p.Name, Country: country, Kind: kindName(p.Kind),
			Verdict: words, Word: word, Rests: strings.Join(facts.instruments, "; "),
			Data: few(facts.data), Special: few(facts.special), Shown: wording.Joined(facts.shown), worst: facts.worst,
			number: i + 1, flows: facts.flows,
		})
	}
	slices.SortStableFunc(out, func(a, b recipientView) int { return cmp.Compare(b.worst, a.worst) })
	return out
}

// kindName is a kind of party where it tells something.
func kindName(k law.Kind) string {
	if k == law.OtherBody {
		return ""
	}
	return string(k)
}

// recipientFacts gathers what goes to one party.
type recipientFacts struct {
	flows                              []int
	worst                              rules.Verdict
	places, instruments, data, special []string
	shown                              []string
	ended                              int // how many of the flows
}

func (x *recipientFacts) add(r *Report, n int, f *graph.Flow) {
	t := r.transfer(n)
	x.flows = append(x.flows, n)
	x.worst = max(x.worst, verdict(t))
	if f.Status == graph.Ended {
		x.ended++
	}
	if text := r.place(r.Result.Map.Destination(f)); text != "" {
		x.places = appendNew(x.places, text)
	}
	if t.Instrument != "" {
		x.instruments = appendNew(x.instruments, r.instrumentName(t.Instrument))
	}
	for _, c := range f.Categories {
		switch c.Class {
		case law.Special, law.Criminal:
			x.special = appendNew(x.special, c.Name)
		default:
			x.data = appendNew(x.data, c.Name)
		}
	}
	if f.Special.State == graph.Yes && !f.Has(law.Special) {
		x.special = appendNew(x.special, "yes, says the register")
	}
}

// few is a list in one line that counts what it leaves out.
func few(words []string) string {
	const most = 8
	if len(words) > most {
		rest := len(words) - most + 1
		words = append(slices.Clone(words[:most-1]), wording.Count(rest, "more", "more"))
	}
	return strings.Join(words, "; ")
}

// sourceView is a file and how its rows were used.
type sourceView struct {
	File, SHA256 string
	Sheets       []sheetView
}

// sheetView is a sheet with what it was read as, in words.
type sheetView struct {
	graph.SheetCount
	ReadAs string
}

func sourceViews(inputs []graph.Input) []sourceView {
	var out []sourceView
	for _, in := range inputs {
		v := sourceView{File: in.File, SHA256: in.SHA256}
		for _, s := range in.Sheets {
			v.Sheets = append(v.Sheets, sheetView{s, LayoutWords(s)})
		}
		out = append(out, v)
	}
	return out
}
