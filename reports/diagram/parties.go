package diagram

import (
	"cmp"
	"slices"

	"dpmap/graph"
	"dpmap/graph/law"
)

// parties makes a box of each kind of organisation, in the order in which
// outputs group kinds, those of no recorded kind last; where there are too many
// kinds, of each family of kinds.
func parties(b *builder) []section {
	var order []string
	items := map[string][]int{}
	box := func(k law.Kind) string {
		if b.level >= mergeZones {
			return family(k)
		}
		return upper(plural(k))
	}
	for _, k := range append(law.Kinds(), "") {
		if !slices.Contains(order, box(k)) {
			order = append(order, box(k))
		}
	}
	for i, it := range b.items {
		title := box(b.result.Map.KindOf(it.to))
		if !slices.Contains(order, title) {
			order = append(order, title)
		}
		items[title] = append(items[title], i)
	}
	var sections []section
	for _, title := range order {
		if len(items[title]) > 0 {
			sections = append(sections, section{title: title, tip: title, items: items[title], place: true})
		}
	}
	return sections
}

// family is a group of kinds.
func family(k law.Kind) string {
	switch k {
	case "":
		return upper(plural(k))
	case law.School, law.IndependentSchool, law.Trust, law.EducationGroup, law.GroupCompany, law.University, law.AwardingBody, law.AccreditationBody:
		return "Education"
	case law.Parents, law.DataSubjects:
		return "Pupils, parents and their representatives"
	case law.Supplier, law.Agent, law.Insurer, law.Accommodation, law.ProfessionalAdvice, law.Press, law.Sponsor:
		return "Suppliers, agents and advisers"
	}
	if k.IsPublic() {
		return "Public authorities"
	}
	return "Others"
}

// categories makes a box of each kind of data: the special kinds first, then
// criminal offences, then what is to be handled with care, then all else.
func categories(b *builder) []section {
	type kind struct {
		class law.Class
		names []string
		items []int
	}
	var kinds []kind
	index := map[string]int{}
	for i, it := range b.items {
		key := it.label
		if b.level >= mergeZones {
			key = key[:1]
		}
		at, known := index[key]
		if !known {
			at = len(kinds)
			index[key] = at
			kinds = append(kinds, kind{class: classOf(key)})
		}
		if name := clean(it.label[1:]); !slices.Contains(kinds[at].names, name) {
			kinds[at].names = append(kinds[at].names, name)
		}
		kinds[at].items = append(kinds[at].items, i)
	}
	slices.SortStableFunc(kinds, func(a, b kind) int { return cmp.Compare(b.class, a.class) })
	sections := make([]section, len(kinds))
	for i, k := range kinds {
		title := upper(list(k.names, 4))
		sections[i] = section{title: title, note: classNotes[k.class], tip: title, items: k.items, place: true}
	}
	return sections
}

// classNotes say below a kind of data how the law treats it.
var classNotes = map[law.Class]string{
	law.Special:   "special category: Article 9",
	law.Criminal:  "criminal offences: Article 10",
	law.Sensitive: "to be handled with care",
}

// kindsOfData are the kinds of data of a flow, each as the digit of its class
// and its name. What the law does not set apart is one kind.
func kindsOfData(f *graph.Flow) []string {
	var labels []string
	add := func(class law.Class, name string) {
		label := string(rune('0'+class)) + name
		if !slices.Contains(labels, label) {
			labels = append(labels, label)
		}
	}
	for _, c := range f.Categories {
		switch {
		case c.Class >= law.Sensitive:
			add(c.Class, cmp.Or(c.Kind, c.Name))
		default:
			add(law.Ordinary, "other personal data")
		}
	}
	if f.Special.State == graph.Yes && !f.Has(law.Special) {
		add(law.Special, cmp.Or(list(f.Special.Kinds, 3), "special category, kind not recorded"))
	}
	if len(labels) == 0 {
		add(0, "data not recorded")
	}
	return labels
}

// classOf is the class that a label of kindsOfData begins with.
func classOf(label string) law.Class { return law.Class(label[0] - '0') }
