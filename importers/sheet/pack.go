package sheet

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"
)

// pack is an .xlsx as a zip file of parts.
type pack struct {
	parts map[string]*zip.File // by lower-case path without a slash in front
}

// maxParts bounds the zip's list. Excel's largest have some thousands.
const maxParts = 20_000

// openPack lists the parts and holds them to the limit as they declare
// themselves; reading holds them to what they declared.
func openPack(data []byte, limits Limits) (*pack, error) {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, &fault{"is a damaged or incomplete file: its list of contents cannot be read",
			"download or copy the file again; if that does not help, open it in Excel, let Excel repair it and save it"}
	}
	if len(z.File) > maxParts {
		return nil, &fault{"holds " + thousands(len(z.File)) + " parts, far more than a workbook has", fixRepair}
	}
	p := &pack{parts: make(map[string]*zip.File, len(z.File))}
	var total uint64
	for _, f := range z.File {
		if f.Mode().IsDir() {
			continue
		}
		total += f.UncompressedSize64
		if f.UncompressedSize64 > uint64(limits.Unpacked) || total > uint64(limits.Unpacked) {
			return nil, &fault{"unpacks to more than " + mebibytes(limits.Unpacked) + ", too much to read safely",
				"copy the sheets that hold the register into a new workbook"}
		}
		key := partKey(f.Name)
		if p.parts[key] != nil {
			return nil, damaged("it holds the part " + quoteShort([]byte(f.Name)) + " twice")
		}
		p.parts[key] = f
	}
	return p, nil
}

// partKey is a part's name as it is looked up: case does not count in a
// package, and some programs write Windows paths.
func partKey(name string) string {
	name = strings.ReplaceAll(name, `\`, "/")
	return strings.ToLower(strings.TrimPrefix(path.Clean("/"+name), "/"))
}

func (p *pack) has(name string) bool { return p.parts[partKey(name)] != nil }

// size is what a part unpacks to, as it declares.
func (p *pack) size(name string) int64 {
	if f := p.parts[partKey(name)]; f != nil {
		return int64(f.UncompressedSize64)
	}
	return 0
}

// open begins to unpack a part.
func (p *pack) open(name string) (io.ReadCloser, error) {
	f := p.parts[partKey(name)]
	if f == nil {
		return nil, damaged("its part " + quoteShort([]byte(name)) + " is missing")
	}
	if f.Flags&1 != 0 {
		return nil, &fault{"is encrypted inside its zip package", "save a copy without a password"}
	}
	r, err := f.Open()
	if err != nil {
		return nil, unpackFault(err)
	}
	return partReader{r}, nil
}

// partReader turns the faults of unpacking into sentences. The zip reader
// gives out no more than the part declared and checks it at the end, so a zip
// that lies about its size costs no more than an honest one.
type partReader struct{ io.ReadCloser }

func (p partReader) Read(b []byte) (int, error) {
	n, err := p.ReadCloser.Read(b)
	if err != nil && err != io.EOF {
		err = unpackFault(err)
	}
	return n, err
}

// unpackFault says what the zip reader found.
func unpackFault(err error) error {
	var f *fault
	switch {
	case errors.As(err, &f):
		return f
	case errors.Is(err, zip.ErrAlgorithm):
		return &fault{"is packed by a method that .xlsx does not allow", fixRepair}
	case errors.Is(err, zip.ErrFormat):
		return &fault{"is damaged or made to do harm: a part is larger than the file says", fixRepair}
	case errors.Is(err, zip.ErrChecksum):
		return damaged("its checksum is wrong")
	}
	return damaged(fmt.Sprintf("it cannot be unpacked (%v)", err))
}

// scan begins to scan a part. The caller closes it.
func (p *pack) scan(name string) (*scanner, io.Closer, error) {
	r, err := p.open(name)
	if err != nil {
		return nil, nil, err
	}
	s, err := newScanner(r)
	if err != nil {
		r.Close()
		return nil, nil, err
	}
	return s, r, nil
}

// each scans a part whose root is named root and calls child for every start
// tag of the main namespace in it, at any depth. What child consumes is not
// seen again.
func (p *pack) each(part, root string, child func(*scanner) error) error {
	s, c, err := p.scan(part)
	if err != nil {
		return err
	}
	defer c.Close()
	if _, err := s.next(); err != nil {
		return err
	}
	if !s.is(root) {
		return wrongRoot(part, root)
	}
	for {
		t, err := s.next()
		if err != nil || t == eofToken {
			return err
		}
		if t == startToken && s.main {
			if err := child(s); err != nil {
				return err
			}
		}
	}
}

func wrongRoot(part, root string) error {
	return damaged("its part " + quoteShort([]byte(part)) + " does not hold a " + root)
}
