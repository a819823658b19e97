package annotate

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"path"
	"strconv"
	"strings"
	"unicode/utf8"
)

// Refusal is why a file cannot be annotated, and what to do.
type Refusal struct{ What, Fix string }

// Error is the sentence that the user reads.
func (r *Refusal) Error() string { return r.What + ": " + r.Fix }

func damaged(what string) error {
	return &Refusal{"the workbook cannot be annotated safely, since " + what, "open it in Excel or LibreOffice, save it as .xlsx and annotate that copy"}
}

// pack is a workbook as a package of parts, with those that were changed.
type pack struct {
	zip     *zip.Reader
	files   map[string]*zip.File // by lower-case name
	changed map[string][]byte    // by lower-case name
	added   []string             // names of new parts, in order
}

func openPack(data []byte) (*pack, error) {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, damaged("its list of contents cannot be read")
	}
	p := &pack{zip: z, files: map[string]*zip.File{}, changed: map[string][]byte{}}
	for _, f := range z.File {
		p.files[key(f.Name)] = f
	}
	return p, nil
}

// key is a part's name as it is looked up: case does not count.
func key(name string) string {
	name = strings.ReplaceAll(name, `\`, "/")
	return strings.ToLower(strings.TrimPrefix(path.Clean("/"+name), "/"))
}

func (p *pack) has(name string) bool {
	_, changed := p.changed[key(name)]
	return changed || p.files[key(name)] != nil
}

// maxPart bounds what a part may unpack to.
const maxPart = 256 << 20

// read gives a part's text as it stands now.
func (p *pack) read(name string) ([]byte, error) {
	if text, ok := p.changed[key(name)]; ok {
		return text, nil
	}
	f := p.files[key(name)]
	if f == nil {
		return nil, damaged("its part " + name + " is missing")
	}
	r, err := f.Open()
	if err != nil {
		return nil, damaged("its part " + name + " cannot be unpacked")
	}
	defer r.Close()
	text, err := io.ReadAll(io.LimitReader(r, maxPart+1))
	switch {
	case err != nil:
		return nil, damaged("its part " + name + " cannot be unpacked")
	case len(text) > maxPart:
		return nil, &Refusal{"the workbook is too large to annotate", "copy the sheets that hold the register into a new workbook"}
	case !utf8.Valid(text) || bytes.IndexByte(text, 0) >= 0:
		return nil, damaged("its part " + name + " is not in the usual encoding")
	}
	return text, nil
}

// set changes a part, or adds one.
func (p *pack) set(name string, text []byte) {
	if !p.has(name) {
		p.added = append(p.added, name)
	}
	p.changed[key(name)] = text
}

// free is the first name of the pattern's numbers that no part has.
func (p *pack) free(pattern string) string {
	for n := 1; ; n++ {
		if name := fmt.Sprintf(pattern, n); !p.has(name) {
			return name
		}
	}
}

// write writes the package: what was not changed is copied as it is packed.
func (p *pack) write(w io.Writer) error {
	z := zip.NewWriter(w)
	if err := z.SetComment(p.zip.Comment); err != nil {
		return err
	}
	for _, f := range p.zip.File {
		text, changed := p.changed[key(f.Name)]
		if !changed {
			if err := z.Copy(f); err != nil {
				return err
			}
			continue
		}
		if err := put(z, &zip.FileHeader{Name: f.Name, Method: zip.Deflate, Modified: f.Modified}, text); err != nil {
			return err
		}
	}
	for _, name := range p.added {
		if err := put(z, &zip.FileHeader{Name: name, Method: zip.Deflate}, p.changed[key(name)]); err != nil {
			return err
		}
	}
	return z.Close()
}

func put(z *zip.Writer, h *zip.FileHeader, text []byte) error {
	w, err := z.CreateHeader(h)
	if err != nil {
		return err
	}
	_, err = w.Write(text)
	return err
}

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
		out = append(out, relation{id, kind[slash:], absolute(part, target), kind[:slash]})
	}
	return out, nil
}

func absolute(part, target string) string {
	target = strings.ReplaceAll(target, `\`, "/")
	if !strings.HasPrefix(target, "/") {
		target = path.Dir("/"+part) + "/" + target
	}
	return strings.TrimPrefix(path.Clean(target), "/")
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
