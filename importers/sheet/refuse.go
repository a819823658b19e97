package sheet

import (
	"bytes"
	"path/filepath"
	"slices"
	"strings"
)

// signature is how a kind of file that dpmap does not read begins.
type signature struct {
	begins string
	what   string
	fix    string
}

const (
	fixExport = "open it in the program that it comes from and save the table as .xlsx"
	fixResave = "open it in Excel or LibreOffice and save it as .xlsx"
	fixOpen   = "give the spreadsheet itself, as .xlsx or .csv"
)

// signatures by first bytes. Texts are told apart elsewhere.
var signatures = [...]signature{
	{"%PDF-", "is a PDF document, not a spreadsheet", "ask for the spreadsheet that it was made from, or copy its tables into a workbook"},
	{"{\\rtf", "is a text document (RTF), not a spreadsheet", "copy its table into a workbook"},
	{"\x89PNG\r\n", "is a picture (PNG), not a spreadsheet", fixOpen},
	{"\xff\xd8\xff", "is a picture (JPEG), not a spreadsheet", fixOpen},
	{"GIF8", "is a picture (GIF), not a spreadsheet", fixOpen},
	{"II*\x00", "is a picture (TIFF), not a spreadsheet", fixOpen},
	{"MM\x00*", "is a picture (TIFF), not a spreadsheet", fixOpen},
	{"\x1f\x8b", "is a compressed file (gzip), not a spreadsheet", "unpack it and give what is inside"},
	{"7z\xbc\xaf\x27\x1c", "is a compressed archive (7z), not a spreadsheet", "unpack it and give what is inside"},
	{"Rar!\x1a", "is a compressed archive (RAR), not a spreadsheet", "unpack it and give what is inside"},
	{"\xfd7zXZ\x00", "is a compressed file (xz), not a spreadsheet", "unpack it and give what is inside"},
	{"SQLite format 3\x00", "is a database (SQLite), not a spreadsheet", fixExport},
	{"\x00\x01\x00\x00Standard ", "is an Access database, not a spreadsheet", "export the table from Access as .xlsx"},
	{"MZ\x90\x00", "is a program, not a spreadsheet", fixOpen},
	{"L\x00\x00\x00\x01\x14\x02\x00", "is a Windows shortcut, not the spreadsheet that it leads to", "give the file that the shortcut leads to"},
	{"[InternetShortcut]", "is a link to a web page, not the spreadsheet that it leads to", "download the spreadsheet from there as .xlsx"},
	{"\x00\x05\x16\x07", "is a note that a Mac keeps beside a file, not the file", "give the file of the same name without ._ in front"},
	{"\x09\x08", "is a workbook of an old Excel (.xls)", fixResave},
	{"\x09\x04", "is a workbook of an old Excel (.xls)", fixResave},
	{"\x09\x02", "is a workbook of an old Excel (.xls)", fixResave},
}

// binaries begin with letters, as a text may too: only where something that is
// no text follows are they what they seem.
var binaries = [...]signature{
	{"RIFF", "is a picture (WebP), a sound or a film, not a spreadsheet", fixOpen},
	{"BM", "is a picture (BMP), not a spreadsheet", fixOpen},
	{"BZh", "is a compressed file (bzip2), not a spreadsheet", "unpack it and give what is inside"},
	{"PAR1", "is a data file (Parquet), not a spreadsheet", fixExport},
	{"bplist", "is a file of settings of an Apple program, not a spreadsheet", fixOpen},
}

// oldOffice are the streams that tell what is inside an OLE2 file, in the
// order in which they are looked for.
var oldOffice = [...]signature{
	{"DRMEncryptedDataSpace", "is protected by its owner's rights management (a sensitivity label with encryption)", "open it in Excel as somebody who may, and save a copy without the label, or ask the owner for one"},
	{"EncryptedPackage", "is protected by a password", "open it in Excel, save a copy without a password, and delete the copy when you are done"},
	{"WordDocument", "is a Word document (.doc), not a spreadsheet", "copy its table into a workbook"},
	{"PowerPoint Document", "is a PowerPoint presentation (.ppt), not a spreadsheet", "copy its table into a workbook"},
	{"Workbook", "is a workbook of an old Excel (.xls)", fixResave},
	{"Book", "is a workbook of an old Excel (.xls)", fixResave},
	{"__substg1.0_", "is an Outlook message, not a spreadsheet", "save its attachment and give that"},
	{"", "is a document of an old Office program, not a spreadsheet that dpmap reads", fixResave},
}

// refuse recognises what is neither a zip nor a text table. Nil means that it
// may be one of them.
func refuse(name string, data []byte) *fault {
	switch {
	case len(data) == 0:
		return &fault{"is empty: it has 0 bytes", "copy or download the file again"}
	case strings.HasPrefix(filepath.Base(name), "~$"):
		return &fault{"is a note that Excel keeps while the workbook is open, not the workbook", "give the file of the same name without ~$ in front"}
	case len(bytes.Trim(data, "\x00")) == 0:
		return &fault{"holds nothing but zero bytes: its content was lost when it was copied", "copy or download the file again"}
	case bytes.HasPrefix(data, []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")):
		return refuseOLE2(data)
	}
	for _, s := range &signatures {
		if bytes.HasPrefix(data, []byte(s.begins)) {
			return &fault{s.what, s.fix}
		}
	}
	if isZip(data) {
		return nil
	}
	if f := refuseBinary(data[:min(len(data), 1024)]); f != nil {
		return f
	}
	return refuseText(name, data)
}

// refuseBinary looks at a file's beginning.
func refuseBinary(head []byte) *fault {
	if !slices.ContainsFunc(head, func(c byte) bool { return classes[c]&controlByte != 0 }) {
		return nil
	}
	for _, s := range &binaries {
		if bytes.HasPrefix(head, []byte(s.begins)) {
			return &fault{s.what, s.fix}
		}
	}
	if len(head) > 8 && string(head[4:8]) == "ftyp" {
		return &fault{"is a picture (HEIC) or a film, not a spreadsheet", fixOpen}
	}
	return nil
}

// isZip looks at four bytes: two would take a CSV whose first heading is PK.
func isZip(data []byte) bool {
	return bytes.HasPrefix(data, []byte("PK\x03\x04")) || bytes.HasPrefix(data, []byte("PK\x05\x06"))
}

// refuseOLE2 looks for a stream's name, which is in UTF-16.
func refuseOLE2(data []byte) *fault {
	for _, s := range &oldOffice {
		var name []byte
		for _, c := range []byte(s.begins) {
			name = append(name, c, 0)
		}
		if bytes.Contains(data, name) {
			return &fault{s.what, s.fix}
		}
	}
	return nil
}
