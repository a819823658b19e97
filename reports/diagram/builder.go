package diagram

import (
	"fmt"
	"slices"
	"strings"

	"dpmap/graph"
	"dpmap/graph/law"
	"dpmap/graph/rules"
)

// builder holds what the views draw on.
type builder struct {
	result  *rules.Result
	view    View
	focus   *graph.Party
	title   string
	cutAt   string // the name in the title that is cut where the title is too long
	source  string
	inset   bool
	metrics *metrics
	flows   []graph.Flow
	items   []item
	regime  law.Regime // of flows that are under none of their own
	ownUse  int        // flows left out: they stay with their sender
	ended   int        // flows left out: they have ended
	level   int        // how much is drawn as numbers, from 0; set by fit
	left    int        // onward flows left out: there are too many chains
}

// item is all flows from one exporter to one recipient in one country with one
// verdict. It is a row of the table and a part of a row of the picture.
type item struct {
	from, to string // party IDs
	country  string // ISO code; "" when it is not known
	open     string // the words that stand for no country
	verdict  rules.Verdict
	zone     zone
	flows    []int // as indexes of Map.Flows
	reason   string
	special  bool
	criminal bool
	label    string // of the part of the flows that it is, where the view splits them
}

// newBuilder reads the flows that a drawing shows out of a result.
func newBuilder(r *rules.Result, o Options, view View) (*builder, error) {
	m, err := newMetrics()
	if err != nil {
		return nil, fmt.Errorf("drawing the map: %w", err)
	}
	b := &builder{result: r, view: view, inset: o.Inset, metrics: m, flows: r.Map.Flows()}
	if o.Focus != "" {
		if b.focus = b.findParty(o.Focus); b.focus == nil {
			return nil, fmt.Errorf("focus %q is no party of the register%s", clean(o.Focus), b.near(o.Focus))
		}
	}
	b.regime = b.commonRegime()
	index := map[string]int{}
	var keep map[int]bool
	if view.keep != nil {
		keep = view.keep(b)
	}
	for i := range b.flows {
		if keep == nil || keep[i] {
			b.add(i, index)
		}
	}
	b.source = clean(o.Source)
	if b.source == "" {
		b.source = b.files()
	}
	b.title = clean(o.Title)
	if b.title == "" {
		b.title = b.headline()
	}
	return b, nil
}

// commonRegime is the law that the register's own controller is under, else
// that of the first flow that is under any.
func (b *builder) commonRegime() law.Regime {
	if own := b.result.Map.Own(); own != nil {
		for _, country := range own.Country.Countries {
			if r := b.result.Book.Regime(country); r != "" {
				return r
			}
		}
	}
	for _, t := range b.result.Transfers {
		if t.Regime != "" {
			return t.Regime
		}
	}
	return ""
}

func (b *builder) findParty(text string) *graph.Party {
	parties := b.result.Map.Parties()
	for i, p := range parties {
		if p.ID == text || strings.EqualFold(p.Name, text) || slices.ContainsFunc(p.Aliases, func(a string) bool { return strings.EqualFold(a, text) }) {
			return &parties[i]
		}
	}
	return nil
}

// name is how readers know a party.
func (b *builder) name(id string) string {
	if p := b.result.Map.Party(id); p != nil {
		if name := clean(p.Name); name != "" {
			return name
		}
	}
	if name := clean(id); name != "" {
		return name
	}
	return "(no name)"
}

// country is a country's name, its code when the book has no name for it.
func (b *builder) country(code string) string {
	if c, ok := b.result.Book.Country(code); ok && c.Name != "" {
		return clean(c.Name)
	}
	return clean(code)
}

// countries names countries, those of an area together where all are there.
func (b *builder) countries(codes []string) []string {
	return cleaned(b.result.Book.CountryNames(codes))
}

// inBrackets names them in short.
func (b *builder) inBrackets(codes []string) []string {
	return cleaned(b.result.Book.ShortNames(codes))
}

func cleaned(names []string) []string {
	for i := range names {
		names[i] = clean(names[i])
	}
	return names
}

// place is where an item goes, in words.
func (b *builder) place(it item) string {
	switch {
	case it.country != "":
		return b.country(it.country)
	case it.zone.standing == withSubjects:
		return ""
	case it.open != "":
		return "not known (" + clean(it.open) + ")"
	}
	return "not known"
}

// controller is whose register it is, "" when nobody recorded it.
func (b *builder) controller() string {
	if name := clean(b.result.Map.Register().Controller.Text); name != "" {
		return name
	}
	if own := b.result.Map.Own(); own != nil {
		return b.name(own.ID)
	}
	return ""
}

// headline is the page's title where nobody gave one.
func (b *builder) headline() string {
	from := ""
	switch {
	case b.focus != nil:
		return fmt.Sprintf(b.view.headline, "") + ": " + b.name(b.focus.ID)
	case b.controller() != "":
		b.cutAt = b.controller()
		from = " from " + b.controller()
	}
	return fmt.Sprintf(b.view.headline, from)
}

// files names the inputs that the flows were read from.
func (b *builder) files() string {
	var names []string
	for i := range b.flows {
		if name := clean(b.flows[i].At.File); name != "" && !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	return list(names, 3)
}
