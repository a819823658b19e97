package sheet

import (
	"net/url"
	"path"
	"strings"
	"sync"
)

// book is what all sheets of an .xlsx share.
type book struct {
	file   string
	limits Limits
	pack   *pack

	epoch1904 bool
	sheets    []sheetPart
	taken     map[string]bool // parts that are a sheet, by key
	strings   string          // the parts' names, "" where there is none
	styles    string

	load       sync.Once // the tables below are loaded by the first Rows
	loadErr    error
	table      *stringTable
	styleTable *styleTable
}

// sheetPart is a sheet as the workbook part lists it.
type sheetPart struct {
	name, part string
	hidden     bool
}

// relation is a row of a .rels part: what a part refers to.
type relation struct {
	id, kind, target string
	external         bool
}

// openBook reads the package's table of contents with the strict scanner:
// the list of sheets decides what is read at all, so damage there is as grave
// as in a row.
func openBook(file string, p *pack, limits Limits) (*book, error) {
	b := &book{file: file, limits: limits, pack: p, taken: map[string]bool{}}
	root, err := p.relations("")
	if err != nil {
		return nil, err
	}
	main := ""
	for _, r := range root {
		if r.kind == "officeDocument" {
			main = r.target
		}
	}
	if main == "" {
		return nil, damaged("it does not say which part is the workbook")
	}
	relations, err := p.relations(main)
	if err != nil {
		return nil, err
	}
	for _, r := range relations {
		switch r.kind {
		case "sharedStrings":
			b.strings = r.target
		case "styles":
			b.styles = r.target
		}
	}
	byID := make(map[string]relation, len(relations))
	for _, r := range relations {
		if _, ok := byID[r.id]; ok {
			return nil, damaged("two of its parts go by the one name " + quoteShort([]byte(r.id)))
		}
		byID[r.id] = r
	}
	return b, b.readWorkbook(main, byID)
}

// readWorkbook reads the epoch and the list of sheets.
func (b *book) readWorkbook(part string, relations map[string]relation) error {
	err := b.pack.each(part, "workbook", func(s *scanner) error {
		switch string(s.local) {
		case "workbookPr":
			b.epoch1904 = s.flag("date1904")
		case "sheet":
			return b.addSheet(s, relations)
		}
		return nil
	})
	if err != nil {
		return err
	}
	if len(b.sheets) == 0 {
		return &fault{"has no sheet with cells", "check that it is the right file"}
	}
	return nil
}

func (b *book) addSheet(s *scanner, relations map[string]relation) error {
	if len(b.sheets) == maxSheets {
		return tooMany("sheets", maxSheets)
	}
	name, _ := s.attr("name")
	state, _ := s.attr("state")
	sheet := sheetPart{name: clean(unescape(string(name))), hidden: string(state) == "hidden" || string(state) == "veryHidden"}
	id := ""
	for _, a := range s.attrs {
		if len(a.prefix) > 0 && string(a.local) == "id" {
			id = string(a.value)
		}
	}
	r, ok := relations[id]
	switch {
	case !ok:
		return damaged("its sheet " + quoteShort(name) + " is listed but not in the file")
	case r.external:
		return damaged("its sheet " + quoteShort(name) + " lies in another file")
	case r.kind != "worksheet": // a chart or a macro: it holds no cells
		return nil
	case !b.pack.has(r.target):
		return damaged("its sheet " + quoteShort(name) + " is missing")
	case b.taken[partKey(r.target)]: // its rows would count twice
		return damaged("two of its sheets are the same part")
	}
	sheet.part = r.target
	b.taken[partKey(sheet.part)] = true
	b.sheets = append(b.sheets, sheet)
	return nil
}

// relations reads what a part refers to; "" is the package itself. Targets
// are made absolute.
func (p *pack) relations(part string) ([]relation, error) {
	dir, base := path.Split(part)
	var list []relation
	err := p.each(dir+"_rels/"+base+".rels", "Relationships", func(s *scanner) error {
		if string(s.local) != "Relationship" {
			return nil
		}
		if len(list) == maxRelations {
			return tooMany("parts", maxRelations)
		}
		var r relation
		for _, a := range s.attrs {
			switch v := string(a.value); string(a.local) {
			case "Id":
				r.id = v
			case "Type":
				r.kind = v[strings.LastIndexByte(v, '/')+1:]
			case "Target":
				r.target = v
			case "TargetMode":
				r.external = v == "External"
			}
		}
		if !r.external {
			r.target = p.absolute(dir, r.target)
		}
		list = append(list, r)
		return nil
	})
	return list, err
}

// absolute is a target as a part's name. A target is written as in a link, so a
// space may be %20; what the package does not have under that name is looked
// for under the plain one.
func (p *pack) absolute(dir, target string) string {
	target = strings.ReplaceAll(target, `\`, "/")
	if !strings.HasPrefix(target, "/") {
		target = "/" + dir + target
	}
	name := path.Clean(target)[1:]
	if plain, err := url.PathUnescape(name); err == nil && !p.has(name) && p.has(plain) {
		return plain
	}
	return name
}

// tables loads the shared strings and the styles once.
func (b *book) tables() (*stringTable, *styleTable, error) {
	b.load.Do(func() {
		if b.table, b.loadErr = loadStrings(b.pack, b.strings, b.limits); b.loadErr != nil {
			return
		}
		b.styleTable, b.loadErr = loadStyles(b.pack, b.styles)
	})
	return b.table, b.styleTable, b.loadErr
}
