package ropa

import (
	"archive/zip"
	"bytes"
	"cmp"
	"fmt"
	"io"
	"regexp"
	"slices"
)

const contentTypes = "[Content_Types].xml"

// repack writes the parts of a workbook in a fixed order. excelize writes
// streamed sheets, and the types of pictures, in the order of a Go map, which
// is another one every time; the parts themselves are the same and are copied
// as they are.
func repack(w io.Writer, workbook []byte) error {
	r, err := zip.NewReader(bytes.NewReader(workbook), int64(len(workbook)))
	if err != nil {
		return fmt.Errorf("ROPA workbook: %w", err)
	}
	parts := slices.Clone(r.File)
	slices.SortFunc(parts, func(a, b *zip.File) int {
		return cmp.Or(cmp.Compare(rank(a.Name), rank(b.Name)), cmp.Compare(a.Name, b.Name))
	})
	z := zip.NewWriter(w)
	for _, p := range parts {
		copy := z.Copy
		if p.Name == contentTypes {
			copy = func(p *zip.File) error { return copySorted(z, p) }
		}
		if err := copy(p); err != nil {
			return fmt.Errorf("ROPA workbook: %s: %w", p.Name, err)
		}
	}
	return z.Close()
}

// rank puts first what readers look for first.
func rank(part string) int {
	switch part {
	case contentTypes:
		return 0
	case "_rels/.rels":
		return 1
	}
	return 2
}

// copySorted writes the list of content types with its defaults in order.
func copySorted(z *zip.Writer, p *zip.File) error {
	r, err := p.Open()
	if err != nil {
		return err
	}
	defer r.Close()
	list, err := io.ReadAll(r)
	if err != nil {
		return err
	}
	w, err := z.Create(p.Name)
	if err != nil {
		return err
	}
	_, err = w.Write(sortDefaults(list))
	return err
}

// sortDefaults puts the elements Default of a list of content types in order.
func sortDefaults(list []byte) []byte {
	defaults := regexp.MustCompile(`<Default [^>]*></Default>`)
	sorted := defaults.FindAll(list, -1)
	slices.SortFunc(sorted, bytes.Compare)
	n := 0
	return defaults.ReplaceAllFunc(list, func([]byte) []byte {
		n++
		return sorted[n-1]
	})
}
