package annotate

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"path"
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
	bytes   int                  // that were read
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

// maxSheet bounds what a worksheet may unpack to, maxPart any other part (the
// styles of a workbook that grew for years are some MiB) and maxRead all that
// are read: what is taken apart costs many times its bytes.
const (
	maxSheet = 32 << 20
	maxPart  = 4 << 20
	maxRead  = 64 << 20
)

// read gives a part's text as it stands now.
func (p *pack) read(name string) ([]byte, error) { return p.readUpTo(name, maxPart) }

func (p *pack) readUpTo(name string, most int) ([]byte, error) {
	if text, ok := p.changed[key(name)]; ok {
		return text, nil
	}
	f := p.files[key(name)]
	if f == nil {
		return nil, damaged("its part " + name + " is missing")
	}
	// The zip reader gives no more than a part declares.
	if f.UncompressedSize64 > uint64(most) || f.UncompressedSize64 > uint64(maxRead-p.bytes) {
		return nil, &Refusal{"the workbook is too large to annotate", "copy the sheets that hold the register into a new workbook"}
	}
	r, err := f.Open()
	if err != nil {
		return nil, damaged("its part " + name + " cannot be unpacked")
	}
	defer r.Close()
	text := make([]byte, f.UncompressedSize64)
	p.bytes += len(text)
	_, err = io.ReadFull(r, text)
	if err == nil {
		_, err = io.Copy(io.Discard, r) // to its checksum
	}
	switch {
	case err != nil:
		return nil, damaged("its part " + name + " cannot be unpacked")
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
