package annotate

import (
	"slices"
	"strconv"
	"strings"
)

// book is the workbook part of a package: its sheets and what they share.
type book struct {
	pack   *pack
	part   string
	text   []byte
	root   element
	sheets []tab
	base   string // of the types of relations, which differ in strict workbooks
	space  string // the main namespace, likewise
	styles *styleSheet
	style  string // the style sheet's part
	notes  int    // of ours, so far
}

// tab is one sheet as the workbook lists it.
type tab struct {
	name string
	part string // "" where it holds no cells

	isList bool // of an earlier run
}

func openBook(data []byte) (*book, error) {
	p, err := openPack(data)
	if err != nil {
		return nil, err
	}
	if p.has("content.xml") && !p.has(contentTypes) {
		return nil, &Refusal{"the file is an OpenDocument spreadsheet, which dpmap reads but does not annotate", "save it as .xlsx and annotate that"}
	}
	b := &book{pack: p}
	root, err := p.relations("")
	if err != nil {
		return nil, err
	}
	for _, r := range root {
		if r.kind == "officeDocument" {
			b.part, b.base = r.target, r.base
		}
	}
	if b.part == "" {
		return nil, damaged("it does not say which part is the workbook")
	}
	for name := range p.files {
		if strings.HasPrefix(name, "xl/revisions/") {
			return nil, &Refusal{"the workbook is shared, with a history of its changes that must fit its cells", "stop sharing it (Review, Share Workbook), save it and annotate it then"}
		}
	}
	if b.text, err = p.read(b.part); err != nil {
		return nil, err
	}
	return b, b.read()
}

// read reads the list of sheets and the styles.
func (b *book) read() error {
	var ok bool
	if b.root, ok = rootOf(b.text); !ok || b.root.name != "workbook" {
		return damaged("its list of sheets is damaged")
	}
	prefix := strings.TrimSuffix(prefixOf(b.text, b.root), ":")
	if prefix != "" {
		prefix = ":" + prefix
	}
	b.space, _ = attr(b.text, b.root, "xmlns"+prefix)
	relations, err := b.pack.relations(b.part)
	if err != nil {
		return err
	}
	list, ok := child(b.text, b.root, "sheets")
	if !ok {
		return damaged("its list of sheets is missing")
	}
	for _, e := range childrenOf(b.text, list) {
		name, _ := attr(b.text, e, "name")
		s := tab{name: name}
		id := prefixed(b.text, e, "id")
		if i := slices.IndexFunc(relations, func(r relation) bool { return r.id == id && r.kind == "worksheet" }); i >= 0 {
			s.part = relations[i].target
		}
		b.sheets = append(b.sheets, s)
	}
	return b.readStyles(relations)
}

func (b *book) readStyles(relations []relation) error {
	i := slices.IndexFunc(relations, func(r relation) bool { return r.kind == "styles" })
	text := []byte(xmlHead + `<styleSheet xmlns="` + b.space + `"></styleSheet>`)
	if i >= 0 {
		b.style = relations[i].target
		var err error
		if text, err = b.pack.read(b.style); err != nil {
			return err
		}
	}
	var err error
	if b.styles, err = openStyles(text); err != nil {
		return err
	}
	b.styles.defaults()
	return nil
}

// saveStyles puts the style sheet back, or in where there was none.
func (b *book) saveStyles() error {
	if b.style != "" {
		b.pack.set(b.style, b.styles.bytes())
		return nil
	}
	b.style = b.pack.free("xl/styles%d.xml")
	b.pack.set(b.style, b.styles.bytes())
	if err := b.pack.declare(b.style, "", "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"); err != nil {
		return err
	}
	_, err := b.pack.relate(b.part, b.base+"styles", b.style)
	return err
}

// find is the sheet of the name that the importer gave, which shows no
// characters without width and no unusual spaces.
func (b *book) find(name string) (tab, bool) {
	for _, s := range b.sheets {
		if s.part != "" && (s.name == name || plainName(s.name) == plainName(name)) {
			return s, true
		}
	}
	return tab{}, false
}

func plainName(s string) string {
	var b strings.Builder
	for _, c := range s {
		if c > ' ' && c < 0x7f || c > 0xa0 && c < 0x2000 && c != 0xad || c >= 0x2070 && c != 0xfeff && c != 0x3000 {
			b.WriteRune(c)
		}
	}
	return b.String()
}

// listName is the name of the tab that lists everything: that of an earlier
// run, or one that no other tab has.
func (b *book) listName(want string) string {
	for _, s := range b.sheets {
		if s.isList {
			return s.name
		}
	}
	name := want
	for n := 2; slices.ContainsFunc(b.sheets, func(s tab) bool { return strings.EqualFold(s.name, name) }); n++ {
		name = want + " (" + strconv.Itoa(n) + ")"
	}
	return name
}

// setList puts the list in the place of those of earlier runs, or on a new
// sheet behind the others.
func (b *book) setList(name string, text []byte) error {
	was := false
	for i, s := range b.sheets {
		if !s.isList {
			continue
		}
		was = true
		b.pack.set(s.part, text)
		if err := b.forgetNames(i); err != nil {
			return err
		}
	}
	if was {
		return nil
	}
	return b.addSheet(name, text)
}

// forgetNames takes out the names that a sheet has for itself: the range of a
// filter, as programs note it, is that of the list before.
func (b *book) forgetNames(sheet int) error {
	list, ok := child(b.text, b.root, "definedNames")
	if !ok {
		return nil
	}
	var edits []edit
	all := childrenOf(b.text, list)
	for _, e := range all {
		if of, ok := attr(b.text, e, "localSheetId"); ok && of == strconv.Itoa(sheet) {
			edits = append(edits, edit{e.from, e.to, ""})
		}
	}
	if len(edits) == len(all) {
		edits = []edit{{list.from, list.to, ""}}
	}
	if len(edits) == 0 {
		return nil
	}
	b.text = apply(b.text, edits)
	b.pack.set(b.part, b.text)
	if b.root, ok = rootOf(b.text); !ok {
		return damaged("its list of sheets is damaged")
	}
	return nil
}

// addSheet puts a new sheet behind the others.
func (b *book) addSheet(name string, text []byte) error {
	part := b.pack.free("xl/worksheets/sheet%d.xml")
	b.pack.set(part, text)
	if err := b.pack.declare(part, "", "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"); err != nil {
		return err
	}
	id, err := b.pack.relate(b.part, b.base+"worksheet", part)
	if err != nil {
		return err
	}
	list, _ := child(b.text, b.root, "sheets")
	most := 0
	for _, e := range childrenOf(b.text, list) {
		most = max(most, number(b.text, e, "sheetId"))
	}
	row := "<" + prefixOf(b.text, b.root) + `sheet name="` + escape(name) + `" sheetId="` + strconv.Itoa(most+1) +
		`" r:id="` + id + `" xmlns:r="` + strings.TrimSuffix(b.base, "/") + `"/>`
	b.pack.set(b.part, apply(b.text, []edit{insertEnd(b.text, list, row)}))
	return nil
}
