package law

import (
	"slices"
	"strings"
)

func readBases(errs *[]error) []Basis {
	var bases []Basis
	for _, r := range readTable("bases", errs) {
		bases = append(bases, Basis{
			ID:                r.must("id"),
			Name:              r.must("name"),
			Condition:         r.text("condition"),
			From:              r.date("from"),
			Regime:            Regime(r.text("regime")),
			NotForPublicTasks: r.yes("not_public_tasks"),
			Law:               r.citation(),
			Verified:          r.yes("verified"),
		})
	}
	return bases
}

func readConditions(errs *[]error) []Condition {
	var conditions []Condition
	for _, r := range readTable("conditions", errs) {
		conditions = append(conditions, Condition{
			ID:             r.must("id"),
			Name:           r.must("name"),
			NeedsSchedule1: r.yes("needs_schedule_1"),
			PolicyDocument: r.yes("policy_document"),
			Law:            r.citation(),
			Verified:       r.yes("verified"),
		})
	}
	return conditions
}

func readSchedule1(errs *[]error) []Schedule1Condition {
	var conditions []Schedule1Condition
	for _, r := range readTable("schedule1", errs) {
		c := Schedule1Condition{
			ID:             r.must("id"),
			Name:           r.must("name"),
			Serves:         r.list("serves"),
			PolicyDocument: r.yes("policy_document"),
			NoPolicyTo:     readKinds(r, "no_policy_to"),
			Reaches:        r.list("reaches"),
			Law:            r.citation(),
			Verified:       r.yes("verified"),
		}
		switch part := r.must("part"); part {
		case "1", "2", "3":
			c.Part = int(part[0] - '0')
		default:
			r.fault("part %q is not 1, 2 or 3", part)
		}
		conditions = append(conditions, c)
	}
	return conditions
}

// Bases lists the Art 6(1) bases that exist at the book's date, in order.
func (b *Book) Bases() []Basis {
	return slices.DeleteFunc(slices.Clone(b.law.bases), func(x Basis) bool { return b.asAt.Before(x.From) })
}

// Basis returns the Art 6(1) basis with the ID, in force or not: its From says
// since when it exists.
func (b *Book) Basis(id string) (Basis, bool) {
	return find(b.law.bases, func(x Basis) bool { return x.ID == id })
}

// Conditions lists the Art 9(2) conditions in order. The slice is only to be
// read.
func (b *Book) Conditions() []Condition { return b.law.conditions }

// Condition returns the Art 9(2) condition with the ID.
func (b *Book) Condition(id string) (Condition, bool) {
	return find(b.law.conditions, func(x Condition) bool { return x.ID == id })
}

// Schedule1 lists the DPA 2018 Schedule 1 conditions in order. The slice is
// only to be read.
func (b *Book) Schedule1() []Schedule1Condition { return b.law.schedule1 }

// Schedule1Condition returns the Schedule 1 condition with the ID.
func (b *Book) Schedule1Condition(id string) (Schedule1Condition, bool) {
	return find(b.law.schedule1, func(x Schedule1Condition) bool { return x.ID == id })
}

// ReachesKind reports whether the condition can serve data of a kind of the
// vocabulary. A kind that is only inferred, or that nobody named, may be one
// that it serves.
func (c Schedule1Condition) ReachesKind(kind string) bool {
	open := kind == "" || kind == "unspecified" || strings.HasSuffix(kind, ", by inference")
	return len(c.Reaches) == 0 || open || slices.Contains(c.Reaches, kind)
}

func find[T any](list []T, is func(T) bool) (found T, ok bool) {
	if i := slices.IndexFunc(list, is); i >= 0 {
		return list[i], true
	}
	return found, false
}
