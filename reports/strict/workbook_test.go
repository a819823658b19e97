package strict

import (
	"regexp"
	"strings"
	"unicode/utf16"
)

var workbookOrder = []string{"fileVersion", "fileSharing", "workbookPr", "AlternateContent", "revisionPtr", "workbookProtection", "bookViews", "sheets", "functionGroups",
	"externalReferences", "definedNames", "calcPr", "oleSize", "customWorkbookViews", "pivotCaches", "smartTagPr", "smartTagTypes", "webPublishing",
	"fileRecoveryPr", "webPublishObjects", "extLst"}

// units is the length of a text as Excel counts it.
func units(s string) int { return len(utf16.Encode([]rune(s))) }

// workbook checks the workbook part and from there all others.
func (p *pack) workbook() {
	part := ""
	for _, r := range p.rels[""] {
		if r.kind == "officeDocument" {
			part = r.target
		}
	}
	w := p.open(part, "workbook")
	p.inOrder(part, w, workbookOrder)
	p.shared(part)
	sheets := w.child("sheets").kids
	if len(sheets) == 0 {
		p.fault("%s has no sheet", part)
	}
	ids, shown := map[string]bool{}, 0
	for _, s := range sheets {
		name := s.attr["name"]
		p.sheetName(name)
		p.sheets = append(p.sheets, name)
		if ids[s.attr["sheetId"]] || s.attr["sheetId"] == "" {
			p.fault("sheet %s: its id %q is taken", name, s.attr["sheetId"])
		}
		ids[s.attr["sheetId"]] = true
		if s.attr["state"] == "" || s.attr["state"] == "visible" {
			shown++
		}
	}
	if shown == 0 {
		p.fault("every sheet is hidden")
	}
	for _, v := range w.child("bookViews").kids {
		if n := v.number("activeTab", 0); n < 0 || n >= len(sheets) {
			p.fault("the sheet to open with is number %d of %d", n, len(sheets))
		}
	}
	p.definedNames(w.child("definedNames"))
	for _, s := range sheets {
		if part := p.target(part, s.attr["r:id"], "worksheet"); part != "" {
			p.worksheet(part, s.attr["name"])
		}
	}
	p.properties()
}

func (p *pack) sheetName(name string) {
	switch {
	case name == "" || units(name) > 31:
		p.fault("sheet %q: a name has 1 to 31 characters", name)
	case strings.ContainsAny(name, `[]:*?/\`) || strings.HasPrefix(name, "'") || strings.HasSuffix(name, "'") || strings.EqualFold(name, "History"):
		p.fault("sheet %q: no sheet can be called so", name)
	}
	for _, other := range p.sheets {
		if strings.EqualFold(other, name) {
			p.fault("two sheets are called %q", name)
		}
	}
}

var (
	plainName = regexp.MustCompile(`^[\pL_\\][\pL\d_.\\?]*$`)
	cellName  = regexp.MustCompile(`^(?i)([a-z]{1,3}\d+|r\d*c\d*|r|c)$`)
)

// isName reports whether Excel takes a name for one: no cell is called so.
func isName(s string) bool {
	return s != "" && units(s) <= 255 && plainName.MatchString(s) && !cellName.MatchString(s)
}

func (p *pack) definedNames(n *node) {
	seen := map[string]bool{}
	for _, d := range n.kids {
		name, scope := d.attr["name"], d.number("localSheetId", -1)
		if !isName(strings.TrimPrefix(name, "_xlnm.")) {
			p.fault("the name %q is none", name)
		}
		key := strings.ToLower(name) + "\n" + d.attr["localSheetId"]
		if seen[key] {
			p.fault("the name %s is defined twice", name)
		}
		seen[key] = true
		if _, ok := d.attr["localSheetId"]; ok && (scope < 0 || scope >= len(p.sheets)) {
			p.fault("the name %s is of sheet %d of %d", name, scope, len(p.sheets))
		}
		for _, one := range strings.Split(unquoteCommas(d.text), "\x00") {
			sheet := p.reference("the name "+name, one)
			if strings.HasPrefix(name, "_xlnm.Print") && scope >= 0 && scope < len(p.sheets) && sheet != p.sheets[scope] {
				p.fault("the name %s of sheet %s leads to %s", name, p.sheets[scope], sheet)
			}
		}
	}
}

// unquoteCommas parts a list of references at its commas, which become zeros.
func unquoteCommas(list string) string {
	quoted := false
	return strings.Map(func(c rune) rune {
		if c == '\'' {
			quoted = !quoted
		}
		if c == ',' && !quoted {
			return 0
		}
		return c
	}, list)
}

var place = regexp.MustCompile(`^(\$?[A-Z]{1,3}\$?\d{1,7}(:\$?[A-Z]{1,3}\$?\d{1,7})?|\$?[A-Z]{1,3}:\$?[A-Z]{1,3}|\$?\d{1,7}:\$?\d{1,7})$`)

// reference checks that a text names cells of a sheet that is there, in the
// quotes that its name needs, and gives the sheet.
func (p *pack) reference(who, ref string) string {
	i := strings.LastIndex(ref, "!")
	if i < 0 {
		p.fault("%s: %q names no sheet", who, ref)
		return ""
	}
	sheet, cells := ref[:i], ref[i+1:]
	if strings.HasPrefix(sheet, "'") && strings.HasSuffix(sheet, "'") && len(sheet) > 2 {
		sheet = strings.ReplaceAll(sheet[1:len(sheet)-1], "''", "'")
	} else if !isName(sheet) {
		p.fault("%s: the sheet of %q wants quotes", who, ref)
	}
	found := false
	for _, s := range p.sheets {
		found = found || s == sheet
	}
	if !found || !place.MatchString(cells) {
		p.fault("%s: %q leads nowhere", who, ref)
	}
	return sheet
}

// shared reads the counts of what sheets draw on.
func (p *pack) shared(workbook string) {
	for _, r := range p.rels[workbook] {
		switch r.kind {
		case "sharedStrings":
			all := p.open(r.target, "sst").kids
			p.strings = len(all)
			if n := p.open(r.target, "sst").number("uniqueCount", len(all)); n != len(all) {
				p.fault("%s says %d texts and holds %d", r.target, n, len(all))
			}
			for i, si := range all {
				p.text(r.target, i, si.words())
			}
		case "styles":
			p.styleSheet(r.target)
		}
	}
	if p.styles == 0 {
		p.fault("there are no styles")
	}
}

// text checks the text of a cell.
func (p *pack) text(part string, at any, s string) {
	if n := units(s); n > 32767 {
		p.fault("%s, %v: %d characters are more than a cell can hold", part, at, n)
	}
	if strings.ContainsFunc(s, func(c rune) bool {
		return c < ' ' && c != '\n' && c != '\t' && c != '\r' || c == '\ufffe' || c == '\uffff'
	}) {
		p.fault("%s, %v: a character that no XML can hold", part, at)
	}
}

var w3cDate = regexp.MustCompile(`^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$`)

func (p *pack) properties() {
	for _, r := range p.rels[""] {
		switch r.kind {
		case "core-properties":
			seen := map[string]bool{}
			for _, k := range p.open(r.target, "coreProperties").kids {
				if seen[k.name] {
					p.fault("%s: %s is there twice", r.target, k.name)
				}
				seen[k.name] = true
				if (k.name == "created" || k.name == "modified") && (!w3cDate.MatchString(k.text) || k.attr["type"] != "dcterms:W3CDTF") {
					p.fault("%s: %s is %q", r.target, k.name, k.text)
				}
			}
		case "extended-properties":
			p.open(r.target, "Properties")
		}
	}
}
