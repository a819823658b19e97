package strict

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"path"
	"slices"
	"strings"
	"unicode/utf8"
)

// pack is a workbook as Excel finds it: parts, their types, what they refer to.
type pack struct {
	names  []string
	parts  map[string]string // by name
	kinds  map[string]string // content type by name
	rels   map[string]map[string]relation
	faults []string

	sheets  []string // names, in the order of their tabs
	strings int      // shared
	styles  int      // of cells
	dxfs    int
	tables  map[string]string // place by lower-case name
	ids     map[string]string // likewise by id
}

type relation struct{ kind, target string }

func (p *pack) fault(format string, args ...any) {
	p.faults = append(p.faults, fmt.Sprintf(format, args...))
}

// check tells what Excel would repair in a workbook, or would not open.
func check(data []byte) []string {
	p := &pack{parts: map[string]string{}, kinds: map[string]string{}, rels: map[string]map[string]relation{}, tables: map[string]string{}, ids: map[string]string{}}
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return []string{err.Error()}
	}
	folded := map[string]bool{}
	for _, f := range z.File {
		if folded[strings.ToLower(f.Name)] {
			p.fault("part %s is there twice", f.Name)
		}
		folded[strings.ToLower(f.Name)] = true
		r, err := f.Open()
		if err != nil {
			return []string{err.Error()}
		}
		b, err := io.ReadAll(r)
		if err != nil {
			return []string{f.Name + ": " + err.Error()}
		}
		if strings.HasPrefix(f.Name, "/") || strings.ContainsAny(f.Name, `\ `) {
			p.fault("part %q has a name that no package allows", f.Name)
		}
		p.names = append(p.names, f.Name)
		p.parts[f.Name] = string(b)
	}
	p.types()
	p.relations()
	p.workbook()
	p.reached()
	return p.faults
}

// open reads a part, telling what keeps it from being read.
func (p *pack) open(name, root string) *node {
	n, err := parse(p.parts[name])
	switch {
	case err != nil:
		p.fault("%s: %v", name, err)
	case !utf8.ValidString(p.parts[name]):
		p.fault("%s is no UTF-8", name)
	case n.name != root:
		p.fault("%s holds %s, not %s", name, n.name, root)
	default:
		return n
	}
	return &node{}
}

// types holds that every part has a type and every type a part.
func (p *pack) types() {
	defaults := map[string]string{}
	for _, k := range p.open("[Content_Types].xml", "Types").kids {
		switch k.name {
		case "Default":
			ext := strings.ToLower(k.attr["Extension"])
			if defaults[ext] != "" {
				p.fault("two types for .%s", ext)
			}
			defaults[ext] = k.attr["ContentType"]
		case "Override":
			name := strings.TrimPrefix(k.attr["PartName"], "/")
			if _, ok := p.parts[name]; !ok || k.attr["PartName"] == name {
				p.fault("a type is given for %s, which is not there", k.attr["PartName"])
			}
			if p.kinds[name] != "" {
				p.fault("two types for %s", name)
			}
			p.kinds[name] = k.attr["ContentType"]
		}
	}
	for _, name := range p.names {
		if p.kinds[name] == "" {
			p.kinds[name] = defaults[strings.ToLower(strings.TrimPrefix(path.Ext(name), "."))]
		}
		if p.kinds[name] == "" && name != "[Content_Types].xml" {
			p.fault("%s has no type", name)
		}
		if strings.HasSuffix(p.kinds[name], "+xml") {
			if _, err := parse(p.parts[name]); err != nil {
				p.fault("%s: %v", name, err)
			}
		}
	}
}

// relations holds that what parts refer to is there.
func (p *pack) relations() {
	for _, name := range p.names {
		if !strings.HasSuffix(name, ".rels") {
			continue
		}
		dir := path.Dir(path.Dir(name))
		of := strings.TrimPrefix(path.Join(dir, strings.TrimSuffix(path.Base(name), ".rels")), "./")
		if name == "_rels/.rels" {
			of, dir = "", "."
		} else if _, ok := p.parts[of]; !ok {
			p.fault("%s is of no part", name)
		}
		p.rels[of] = map[string]relation{}
		for _, r := range p.open(name, "Relationships").kids {
			id, target := r.attr["Id"], r.attr["Target"]
			if _, twice := p.rels[of][id]; twice || id == "" {
				p.fault("%s: the id %q is there twice, or blank", name, id)
			}
			if r.attr["TargetMode"] == "External" {
				p.rels[of][id] = relation{path.Base(r.attr["Type"]), ""}
				continue
			}
			if strings.HasPrefix(target, "/") {
				target = target[1:]
			} else {
				target = path.Join(dir, target)
			}
			if _, ok := p.parts[target]; !ok {
				p.fault("%s: %s leads to %s, which is not there", name, id, target)
			}
			p.rels[of][id] = relation{path.Base(r.attr["Type"]), target}
		}
	}
}

// target is the part that an attribute r:id leads to; what it leads to must be
// of the kind.
func (p *pack) target(from, id, kind string) string {
	r, ok := p.rels[from][id]
	if !ok || r.kind != kind {
		p.fault("%s: %q leads to no %s", from, id, kind)
		return ""
	}
	return r.target
}

// reached holds that no part lies about that nothing leads to.
func (p *pack) reached() {
	seen := map[string]bool{}
	var walk func(part string)
	walk = func(part string) {
		if seen[part] {
			return
		}
		seen[part] = true
		for _, r := range p.rels[part] {
			walk(r.target)
		}
	}
	walk("")
	for _, name := range p.names {
		if !seen[name] && !strings.HasSuffix(name, ".rels") && name != "[Content_Types].xml" {
			p.fault("nothing leads to %s", name)
		}
	}
}

// inOrder holds that elements stand in the order that the schema wants.
func (p *pack) inOrder(part string, n *node, order []string) {
	last := 0
	for _, k := range n.kids {
		i := slices.Index(order, k.name)
		switch {
		case i < 0:
			p.fault("%s: %s may not stand in %s", part, k.name, n.name)
		case i < last:
			p.fault("%s: %s stands behind %s", part, k.name, order[last])
		default:
			last = i
		}
	}
}

// counted holds that a list is as long as it says.
func (p *pack) counted(part string, n *node) {
	if n.name != "" && n.number("count", len(n.kids)) != len(n.kids) {
		p.fault("%s: %s says %s and holds %d", part, n.name, n.attr["count"], len(n.kids))
	}
}
