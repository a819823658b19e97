package ropa

import (
	"archive/zip"
	"bytes"
	"cmp"
	"fmt"
	"io"
	"slices"
)

// repack writes the parts of a workbook in a fixed order. excelize writes
// streamed sheets in the order of a Go map, which is another one every time;
// the parts themselves are the same and are copied as they are.
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
		if err := z.Copy(p); err != nil {
			return err
		}
	}
	return z.Close()
}

// rank puts first what readers look for first.
func rank(part string) int {
	switch part {
	case "[Content_Types].xml":
		return 0
	case "_rels/.rels":
		return 1
	}
	return 2
}
