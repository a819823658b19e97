package main

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"hash/crc32"
	"io"
	"strings"
	"testing"
)

// bomb is a package in which the part called name holds before, then chunk as
// often as times says, then after. It is packed without ever being whole, by
// putting the packed chunk again and again. Where declared is not 0 the zip
// says so many bytes of the part, whatever it holds.
func (p parcel) bomb(t testing.TB, name, before, chunk string, times int, after string, declared uint64) []byte {
	t.Helper()
	must := func(err error) {
		if err != nil {
			t.Fatal(err)
		}
	}
	pack := func(s string) []byte {
		var b bytes.Buffer
		w, err := flate.NewWriter(&b, flate.BestCompression)
		must(err)
		_, err = io.WriteString(w, s)
		must(err)
		must(w.Flush()) // and no end, so that more can follow
		return b.Bytes()
	}
	var packed bytes.Buffer
	packed.Write(pack(before))
	sum := crc32.Update(0, crc32.IEEETable, []byte(before))
	for piece := pack(chunk); times > 0; times-- {
		packed.Write(piece)
		sum = crc32.Update(sum, crc32.IEEETable, []byte(chunk))
		declared += uint64(len(chunk))
	}
	packed.Write(pack(after))
	packed.Write([]byte{1, 0, 0, 0xff, 0xff}) // the end: a last block that is empty
	sum = crc32.Update(sum, crc32.IEEETable, []byte(after))

	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, part := range p.without(name) {
		f, err := w.Create(part[0])
		must(err)
		_, err = io.WriteString(f, part[1])
		must(err)
	}
	f, err := w.CreateRaw(&zip.FileHeader{
		Name: name, Method: zip.Deflate, CRC32: sum,
		CompressedSize64:   uint64(packed.Len()),
		UncompressedSize64: declared + uint64(len(before)+len(after)),
	})
	must(err)
	_, err = f.Write(packed.Bytes())
	must(err)
	must(w.Close())
	return b.Bytes()
}

// megabyte repeats s to about a mebibyte.
func megabyte(s string) string { return strings.Repeat(s, (1<<20)/len(s)) }
