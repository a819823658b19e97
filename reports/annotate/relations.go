package annotate

import (
	"net/url"
	"path"
	"strconv"
	"strings"
)

// relation is what a part refers to.
type relation struct {
	id, kind, target string // kind is the type's last word
	base             string // the type without it
}

func relsOf(part string) string {
	dir, base := path.Split(part)
	return dir + "_rels/" + base + ".rels"
}

// relations lists what a part refers to within the package; "" is the package.
func (p *pack) relations(part string) ([]relation, error) {
	name := relsOf(part)
	if !p.has(name) {
		return nil, nil
	}
	text, err := p.read(name)
	if err != nil {
		return nil, err
	}
	root, ok := rootOf(text)
	if !ok {
		return nil, damaged("its part " + name + " is damaged")
	}
	var out []relation
	for _, e := range childrenOf(text, root) {
		id, _ := attr(text, e, "Id")
		kind, _ := attr(text, e, "Type")
		target, _ := attr(text, e, "Target")
		if mode, _ := attr(text, e, "TargetMode"); mode == "External" {
			out = append(out, relation{id: id})
			continue
		}
		slash := strings.LastIndexByte(kind, '/') + 1
		out = append(out, relation{id, kind[slash:], p.absolute(part, target), kind[:slash]})
	}
	return out, nil
}

// absolute is a target as a part's name. A target is written as in a link, where
// a space may be %20.
func (p *pack) absolute(part, target string) string {
	target = strings.ReplaceAll(target, `\`, "/")
	if !strings.HasPrefix(target, "/") {
		target = path.Dir("/"+part) + "/" + target
	}
	name := strings.TrimPrefix(path.Clean(target), "/")
	if plain, err := url.PathUnescape(name); err == nil && !p.has(name) && p.has(plain) {
		return plain
	}
	return name
}

const relationshipsNS = "http://schemas.openxmlformats.org/package/2006/relationships"

// relate makes part refer to target and gives the reference's id.
func (p *pack) relate(part, kind, target string) (string, error) {
	all, err := p.relations(part)
	if err != nil {
		return "", err
	}
	most := 0
	for _, r := range all {
		if n, err := strconv.Atoi(strings.TrimPrefix(r.id, "rId")); err == nil {
			most = max(most, n)
		}
	}
	id := "rId" + strconv.Itoa(most+1)
	text := []byte(xmlHead + `<Relationships xmlns="` + relationshipsNS + `"></Relationships>`)
	if p.has(relsOf(part)) {
		if text, err = p.read(relsOf(part)); err != nil {
			return "", err
		}
	}
	root, ok := rootOf(text)
	if !ok {
		return "", damaged("its part " + relsOf(part) + " is damaged")
	}
	row := "<" + prefixOf(text, root) + `Relationship Id="` + id + `" Type="` + escape(kind) + `" Target="/` + escape(target) + `"/>`
	p.set(relsOf(part), apply(text, []edit{insertEnd(text, root, row)}))
	return id, nil
}

const contentTypes = "[Content_Types].xml"

// declare says what type a new part is of: by its name, or for an extension
// that the package does not know yet.
func (p *pack) declare(part, extension, kind string) error {
	text, err := p.read(contentTypes)
	if err != nil {
		return err
	}
	root, ok := rootOf(text)
	if !ok {
		return damaged("its list of content types is damaged")
	}
	prefix := "<" + prefixOf(text, root)
	if part != "" {
		p.set(contentTypes, apply(text, []edit{insertEnd(text, root, prefix+`Override PartName="/`+escape(part)+`" ContentType="`+kind+`"/>`)}))
		return nil
	}
	for _, e := range childrenOf(text, root) {
		if ext, _ := attr(text, e, "Extension"); strings.EqualFold(ext, extension) {
			return nil
		}
	}
	// Readers want the extensions before the single parts.
	row := prefix + `Default Extension="` + extension + `" ContentType="` + kind + `"/>`
	p.set(contentTypes, apply(text, []edit{{root.inner, root.inner, row}}))
	return nil
}

const xmlHead = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"
