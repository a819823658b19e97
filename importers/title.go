package importers

import (
	"slices"
	"strings"
	"unicode"

	"dpmap/graph"
	"dpmap/importers/cell"
	"dpmap/importers/lazyre"
	"dpmap/importers/words"
)

// fromTitle takes the controller from the titles above a table, or from the
// sheet's name where a workbook has a sheet for each school, unless the inputs
// name it or the table names its senders. It gives the sheet a register of its
// own, since other sheets may be another school's.
func (t *tableReader) fromTitle() {
	_, sends := t.byField[graph.FieldFrom]
	if t.o.Controller != "" || t.s.owner.Controller.Text != "" || sends || t.s.layout.Scope != "flow" && t.s.layout.Scope != "supplier" {
		return
	}
	if name, title := t.ownerAbove(); name != "" {
		t.infer(name, title)
		return
	}
	at := graph.Ref{File: t.s.file, Sheet: t.s.sheet.Name, Value: t.s.sheet.Name}
	if name := ownerIn(t.s.sheet.Name); name != "" && t.schoolSheets(t.s.fileIndex) > 1 {
		t.infer(name, at)
	}
}

// ownerAbove finds the controller among the titles: first where a label says so
// ("School: St Aidan's"), then in other words. A council or a diocese that the
// table names as a recipient has made the form, and somebody else fills it in.
func (t *tableReader) ownerAbove() (string, graph.Ref) {
	for _, title := range t.titles {
		if name := labelledOwner(title.Value); name != "" {
			return name, title
		}
	}
	for _, title := range t.titles {
		if name := ownerIn(title.Value); name != "" && !(makesForms.MatchString(words.Fold(name)) && t.receives(name)) {
			return name, title
		}
	}
	return "", graph.Ref{}
}

var (
	ownerLabel = lazyre.New(`(?i)^\s*(?:name of (?:the )?)?(?:school|academy|college|nursery|trust|setting|establishment|organisation|(?:data )?controller)(?: name)?\s*[:–—]\s*(\S.*)$`)
	makesForms = words.Regexp(`\b(council|diocese|borough|authority)\b`)
	// variable finds the name of what a program or a template would fill in.
	variable = lazyre.New(`\b[A-Z][A-Z0-9]*_[A-Z0-9_]+\b|[<{][^<>{}]*[>}]`)
)

// labelledOwner is the name that a title gives behind a label, "" when it gives
// none: a name has a capital and few words.
func labelledOwner(title string) string {
	m := ownerLabel.FindStringSubmatch(title)
	if m == nil || cell.IsUnknown(m[1]) || cell.IsBlankToFill(m[1]) || variable.MatchString(m[1]) {
		return ""
	}
	if name := ownerIn(m[1]); name != "" {
		return name
	}
	first, _ := firstLetter(m[1])
	if words := strings.Fields(m[1]); len(words) > 6 || !unicode.IsUpper(first) || strings.ContainsAny(m[1], ":?|") {
		return ""
	}
	return strings.TrimSpace(m[1])
}

// receives reports whether a cell of the recipients' column names a party.
func (t *tableReader) receives(name string) bool {
	i, ok := t.byField[graph.FieldTo]
	if !ok {
		return false
	}
	col, key := t.cols[i].Col, cell.NameKey(name)
	for l, err := range t.s.lines {
		if err != nil {
			return false
		}
		for _, c := range l.cells {
			if l.number > t.s.head && c.col == col && words.Contains(words.Fold(c.text), key) {
				return true
			}
		}
	}
	return false
}

// fromCover takes the controller of a workbook from the titles of a sheet that
// holds no table, such as its cover.
func (t *tableReader) fromCover(l *line) {
	n, only := l.ownCells()
	owner := t.s.owner
	if n != 1 || l.number > coverRows || t.o.Controller != "" || owner.Controller.Text != "" {
		return
	}
	name := ownerIn(only.text)
	if name == "" || len(strings.Fields(only.text)) > 12 {
		return
	}
	at := t.s.ref(l.number, only, "Title")
	owner.Controller, owner.inferred = graph.Value{Text: name, At: at}, true
	t.assume(words.Quote(name) + " is taken for the controller from the title in " + at.String() + " (--controller names another)")
}

// coverRows is how far down a cover its title stands.
const coverRows = 10

func (t *tableReader) infer(name string, at graph.Ref) {
	at.Heading = "Title"
	t.s.owner = &register{party: -1, definitions: t.s.owner.definitions, inferred: true}
	t.s.owner.Controller = graph.Value{Text: name, At: at}
	t.owners = append(t.owners, t.s.owner)
	where := "the title in " + at.String()
	if at.Row == 0 {
		where = "the name of the sheet in " + at.File
	}
	t.assume(words.Quote(name) + " is taken for the controller from " + where + " (--controller names another)")
}

// schoolSheets counts the sheets of a file that are named like schools.
func (r *reader) schoolSheets(file int) int {
	n := 0
	for _, s := range r.sources {
		if s.fileIndex == file && s.rank() == 3 && ownerIn(s.sheet.Name) != "" {
			n++
		}
	}
	return n
}

// ownerWords end or hold the names of those who keep registers.
var ownerWords = []string{
	"school", "academy", "college", "trust", "council", "primary", "junior", "juniors", "infant", "infants", "nursery", "federation",
	"university", "high", "grammar", "preschool", "kindergarten", "charity", "foundation", "diocese", "prep", "academies", "sixth",
}

// titleWords are words of titles that are no part of a name.
var titleWords = []string{
	"record", "records", "register", "registers", "processing", "activity", "activities", "data", "map", "mapping", "audit", "log", "list", "supplier",
	"suppliers", "sharing", "shared", "share", "shares", "agreement", "agreements", "gdpr", "uk", "information", "asset", "assets", "policy", "template", "example",
	"who", "what", "where", "how", "we", "our", "this", "your", "is", "are", "flow", "flows", "inventory", "schedule", "retention", "ropa", "ropas",
	"protection", "privacy", "third", "parties", "party", "processors", "processor", "recipients", "contracts", "contract", "apps", "app", "software", "systems",
	"system", "online", "last", "updated", "reviewed", "version", "draft", "confidential", "article", "personal", "pupil", "pupils", "staff", "student",
	"students", "parents", "table", "sheet", "central", "whole", "all", "name", "schools", "disclosures", "checklist", "review", "annual", "year", "autumn",
	"spring", "summer", "term", "with", "to", "by", "from", "internal", "external", "organisations", "overview", "summary", "dpo", "form", "admissions", "office",
}

// notOwners stand before the name of somebody else: "shared with the council".
var notOwners = []string{"with", "to", "by", "from", "via"}

// ownerIn is the name of a school, trust, council or the like that a title holds
// beside other words; "" when it holds none or only says "the school".
func ownerIn(title string) string {
	if len(title) > 150 {
		return ""
	}
	title = churchStatus.ReplaceAllString(title, " ")
	for _, part := range strings.FieldsFunc(title, func(r rune) bool { return strings.ContainsRune("–—|:;,()[]/\n_", r) }) {
		for _, piece := range strings.Split(part, " - ") {
			if name := ownerAmong(strings.Fields(piece)); name != "" {
				return name
			}
		}
	}
	return ""
}

// ownerAmong finds the first run of capitalised words that has a word of such
// names and another that is the name itself.
func ownerAmong(title []string) string {
	start := 0
	for i := 0; i <= len(title); i++ {
		if i < len(title) && (inName(title[i]) || i > start && isSixthForm(title[i-1:i+1])) {
			continue
		}
		if run := title[start:i]; isOwner(run) && !namesOtherThanOwner(title[start:min(i+1, len(title))]) && (start == 0 || !slices.Contains(notOwners, words.Fold(title[start-1]))) {
			return titleCase(trimJoiners(run))
		}
		start = i + 1
	}
	return ""
}

// churchStatus finds what a church school is besides: "St Chad's CE (VA) Primary School".
var churchStatus = lazyre.New(`\s*\((?i:va|vc|aided|controlled|voluntary aided|voluntary controlled|c of e|ce|rc|foundation)\)\s*`)

// posts are the last words of what people are: whoever filled a register in keeps none
// of their own.
var posts = []string{"manager", "principal", "headteacher", "head", "officer", "dpo", "leader", "lead", "administrator", "governor", "governors", "bursar", "clerk", "secretary", "director", "date"}

// products end the names of things that schools use or write, and that keep no
// register: "Brightpath School App", "School Improvement Platform".
var products = []string{"app", "platform", "suite", "toolkit", "dashboard", "plan", "strategy", "programme", "project", "product"}

// namesOtherThanOwner reports whether a run of capitalised words, or the word behind it, is the
// name of a product or of somebody's post.
func namesOtherThanOwner(run []string) bool {
	for _, w := range run[max(0, len(run)-2):] {
		if f := words.Fold(w); slices.Contains(products, f) || slices.Contains(posts, f) {
			return true
		}
	}
	return false
}

// isSixthForm reports whether two words of a title are a sixth form, whose form
// is none to fill in.
func isSixthForm(two []string) bool {
	return (words.Fold(two[0]) == "sixth" || words.Fold(two[0]) == "6th") && words.Fold(two[1]) == "form"
}

// joiners stand within names without a capital.
var joiners = []string{"of", "and", "the", "for", "at", "in", "&"}

func inName(word string) bool {
	f := words.Fold(word)
	if word == "&" || slices.Contains(joiners, f) {
		return true
	}
	first, _ := firstLetter(word)
	return f != "" && unicode.IsUpper(first) && !slices.Contains(titleWords, f)
}

func firstLetter(word string) (rune, bool) {
	for _, r := range word {
		if unicode.IsLetter(r) {
			return r, true
		}
		if unicode.IsDigit(r) {
			return r, false
		}
	}
	return 0, false
}

func trimJoiners(run []string) []string {
	for len(run) > 0 && slices.Contains(joiners, words.Fold(run[0])) {
		run = run[1:]
	}
	if len(run) > 2 && slices.Contains(posts, words.Fold(run[0])) && words.Fold(run[1]) == "of" {
		run = run[2:] // "Headteacher of Elm Grove Primary"
	}
	for len(run) > 0 && (run[len(run)-1] == "&" || slices.Contains(joiners, words.Fold(run[len(run)-1]))) {
		run = run[:len(run)-1]
	}
	return run
}

// isOwner reports whether words are a name with a word of schools and the like,
// and at least one that is neither that nor a joiner.
func isOwner(run []string) bool {
	run = trimJoiners(run)
	if len(run) < 2 || len(run) > 9 {
		return false
	}
	kind, proper := false, false
	for _, w := range run {
		switch f := strings.TrimSuffix(words.Fold(w), " s"); {
		case slices.Contains(ownerWords, f):
			kind = true
		case !slices.Contains(joiners, f) && len(f) > 1:
			proper = true
		}
	}
	return kind && proper
}

// titleCase writes a name in capitals as names are written.
func titleCase(parts []string) string {
	name := strings.Join(parts, " ")
	if name != strings.ToUpper(name) {
		return name
	}
	out := slices.Clone(parts)
	for i, w := range parts {
		switch f := words.Fold(w); {
		case i > 0 && slices.Contains(joiners, f):
			out[i] = strings.ToLower(w)
		case len(f) > 3 || f == "st" || f == "the":
			r := []rune(strings.ToLower(w))
			r[0] = unicode.ToUpper(r[0])
			out[i] = string(r)
		}
	}
	return strings.Join(out, " ")
}
