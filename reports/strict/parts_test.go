package strict

import (
	"strings"
)

// formats checks conditional formats.
func (p *pack) formats(part string, w *node) {
	seen := map[int]bool{}
	for _, f := range w.kids {
		if f.name != "conditionalFormatting" {
			continue
		}
		p.areas(part, "a conditional format", f.attr["sqref"])
		for _, r := range f.all("cfRule") {
			if id, ok := r.attr["dxfId"]; ok && (r.number("dxfId", -1) < 0 || r.number("dxfId", -1) >= p.dxfs) {
				p.fault("%s: a conditional format has the look %s of %d", part, id, p.dxfs)
			}
			if n := r.number("priority", 0); n < 1 || seen[n] {
				p.fault("%s: the priority %d of a conditional format is none, or taken", part, n)
			} else {
				seen[n] = true
			}
		}
	}
}

// areas checks a list of ranges.
func (p *pack) areas(part, what, list string) {
	fields := strings.Fields(list)
	for _, ref := range fields {
		if _, ok := cells(ref); !ok {
			p.fault("%s: %s at %q", part, what, ref)
		}
	}
	if len(fields) == 0 {
		p.fault("%s: %s nowhere", part, what)
	}
}

// The longest texts of a validation.
var validationTexts = map[string]int{"promptTitle": 32, "errorTitle": 32, "prompt": 255, "error": 225}

func (p *pack) validations(part string, list *node) {
	p.counted(part, list)
	if list.name != "" && (len(list.kids) == 0 || len(list.kids) > 65534) {
		p.fault("%s: %d validations", part, len(list.kids))
	}
	for _, v := range list.kids {
		at := v.attr["sqref"]
		p.areas(part, "a validation", at)
		for name, most := range validationTexts {
			if units(v.attr[name]) > most {
				p.fault("%s, %s: the validation's %s has more than %d characters", part, at, name, most)
			}
		}
		f := v.child("formula1").text
		switch {
		case units(f) > 255 && strings.HasPrefix(f, `"`), units(f) > 8192, f == "" && v.attr["type"] != "":
			p.fault("%s, %s: the validation's list has %d characters", part, at, units(f))
		case v.attr["type"] == "list" && strings.HasPrefix(f, `"`):
			if !strings.HasSuffix(f, `"`) || strings.Contains(strings.ReplaceAll(f[1:len(f)-1], `""`, ""), `"`) {
				p.fault("%s, %s: the validation's list is %s", part, at, f)
			}
		case v.attr["type"] == "list" && strings.Contains(f, "!"):
			p.reference(part+", "+at, f)
		}
	}
}

func (p *pack) hyperlinks(part string, list *node) {
	if list.name != "" && len(list.kids) == 0 || len(list.kids) > 65530 {
		p.fault("%s: %d links", part, len(list.kids))
	}
	seen := map[string]bool{}
	for _, h := range list.kids {
		ref := h.attr["ref"]
		if _, ok := cells(ref); !ok || seen[ref] {
			p.fault("%s: a link at %q, which is no cell or has one", part, ref)
		}
		seen[ref] = true
		if id, ok := h.attr["r:id"]; ok {
			p.target(part, id, "hyperlink")
		} else {
			p.reference(part+", link at "+ref, h.attr["location"])
		}
		if units(h.attr["tooltip"]) > 255 || units(h.attr["location"]) > 2083 {
			p.fault("%s: the link at %s says too much", part, ref)
		}
	}
}

func (p *pack) page(part string, w *node) {
	for _, k := range w.child("headerFooter").kids {
		if units(k.text) > 255 {
			p.fault("%s: %s has %d characters", part, k.name, units(k.text))
		}
	}
	if s := w.child("pageSetup"); s.name != "" {
		if n := s.number("scale", 100); n < 10 || n > 400 {
			p.fault("%s: prints at %d%%", part, n)
		}
		if id, ok := s.attr["r:id"]; ok {
			p.target(part, id, "printerSettings")
		}
	}
}

// sheetTables checks the tables of a sheet.
func (p *pack) sheetTables(part string, w *node, values map[[2]int]string, merges []area) {
	list := w.child("tableParts")
	p.counted(part, list)
	var all []area
	if f, ok := cells(w.child("autoFilter").attr["ref"]); ok {
		all = append(all, f)
	}
	for _, t := range list.kids {
		name := p.target(part, t.attr["r:id"], "table")
		if name == "" {
			continue
		}
		a := p.table(name, values)
		for _, b := range append(all, merges...) {
			if a.meets(b) {
				p.fault("%s: its table meets another, a filter or merged cells", name)
			}
		}
		all = append(all, a)
	}
}

func (p *pack) table(part string, values map[[2]int]string) area {
	t := p.open(part, "table")
	p.inOrder(part, t, []string{"autoFilter", "sortState", "tableColumns", "tableStyleInfo", "extLst"})
	for _, name := range []string{t.attr["name"], t.attr["displayName"]} {
		if !isName(name) || p.tables[strings.ToLower(name)] != "" && p.tables[strings.ToLower(name)] != part {
			p.fault("%s: the name %q is none, or taken", part, name)
		}
		p.tables[strings.ToLower(name)] = part
	}
	if id := t.attr["id"]; id == "" || id == "0" || p.ids[id] != "" {
		p.fault("%s: its id %q is taken", part, id)
	}
	p.ids[t.attr["id"]] = part
	a, ok := cells(t.attr["ref"])
	if !ok || a.lastRow == a.row {
		p.fault("%s: a table at %q", part, t.attr["ref"])
	}
	if f := t.child("autoFilter"); f.name != "" && f.attr["ref"] != t.attr["ref"] {
		p.fault("%s: the table %s filters %s", part, t.attr["ref"], f.attr["ref"])
	}
	p.tableColumns(part, t.child("tableColumns"), a, values)
	return a
}

func (p *pack) tableColumns(part string, list *node, a area, values map[[2]int]string) {
	p.counted(part, list)
	if len(list.kids) != a.lastCol-a.col+1 {
		p.fault("%s: %d columns over %d", part, len(list.kids), a.lastCol-a.col+1)
	}
	names, ids := map[string]bool{}, map[string]bool{}
	for i, c := range list.kids {
		name := c.attr["name"]
		if name == "" || names[strings.ToLower(name)] || ids[c.attr["id"]] || c.number("id", 0) < 1 || units(name) > 255 {
			p.fault("%s: column %q, number %s, is blank, taken or too long", part, name, c.attr["id"])
		}
		names[strings.ToLower(name)], ids[c.attr["id"]] = true, true
		head, ok := values[[2]int{a.row, a.col + i}]
		if !ok || head != "\x00" && head != strings.ReplaceAll(name, "_x000a_", "\n") {
			p.fault("%s: column %q stands under the heading %q", part, name, head)
		}
	}
}
