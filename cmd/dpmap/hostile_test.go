package main

import (
	"bytes"
	"compress/gzip"
	"encoding/binary"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// ran is what a whole command did.
type ran struct {
	code        int
	out, errOut string
	peak        int64 // bytes of memory at most, 0 where the system does not tell
}

// dpmap runs the program as a process of its own, with temporary files in a
// folder of its own that must be empty again afterwards.
func dpmap(t *testing.T, args ...string) ran {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	temporary, peak := t.TempDir(), filepath.Join(t.TempDir(), "peak")
	cmd := exec.Command(self, args...)
	cmd.Args[0] = "dpmap" // TestMain runs the program under this name
	cmd.Env = append(os.Environ(), "TMPDIR="+temporary, "TMP="+temporary, "TEMP="+temporary, peakFile+"="+peak)
	var out, errOut bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &errOut
	if err := cmd.Run(); err != nil && cmd.ProcessState == nil {
		t.Fatal(err)
	}
	left, err := os.ReadDir(temporary)
	if err != nil {
		t.Fatal(err)
	}
	if len(left) > 0 {
		t.Errorf("%v leaves %v behind among the temporary files", args, left)
	}
	return ran{cmd.ProcessState.ExitCode(), out.String(), errOut.String(), readPeak(peak)}
}

// mostMemory is what dpmap may take for any file that is made to do harm.
const mostMemory = 256 << 20

// hostile is a file that cannot be read, by the name that it has, and what is
// said of it: what it is, and what to do.
type hostile struct {
	name string
	data []byte
	is   string
	do   string
}

// refused runs report and check over the file and holds that each ends with
// exit code 2 and one sentence, and that nothing is written.
func (h hostile) refused(t *testing.T) {
	t.Helper()
	dir := t.TempDir()
	path, folder := filepath.Join(dir, h.name), filepath.Join(dir, "out")
	if err := os.WriteFile(path, h.data, 0o644); err != nil {
		t.Fatal(err)
	}
	for _, args := range [][]string{{"report", path, "-o", folder}, {"check", path}} {
		got := dpmap(t, args...)
		if got.code != exitInput {
			t.Errorf("%s: exit %d\n%s%s", args[0], got.code, got.out, got.errOut)
		}
		if got.out != "" {
			t.Errorf("%s prints %q", args[0], got.out)
		}
		sentence, rest, _ := strings.Cut(got.errOut, "\n")
		if rest != "" || !strings.HasPrefix(sentence, "dpmap: "+h.name) || !strings.Contains(sentence, h.is) || !strings.Contains(sentence, h.do) {
			t.Errorf("%s says\n%swant one sentence: %s: %s: %s", args[0], got.errOut, h.name, h.is, h.do)
		}
		if got.peak > mostMemory {
			t.Errorf("%s takes %d MiB", args[0], got.peak>>20)
		}
	}
	if _, err := os.Stat(folder); err == nil {
		t.Error("the folder of the report is there")
	}
}

// ole2 is a document of an old Office program as far as its list of streams
// tells.
func ole2(streams ...string) []byte {
	b := append([]byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), make([]byte, 504)...)
	for _, stream := range streams {
		entry := make([]byte, 128)
		for i, c := range []byte(stream) {
			entry[2*i] = c
		}
		binary.LittleEndian.PutUint16(entry[64:], uint16(2*len(stream)+2))
		b = append(b, entry...)
	}
	return append(b, make([]byte, 512)...)
}

func gzipped(t *testing.T, data []byte) []byte {
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	if _, err := w.Write(data); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// TestWhatIsNoRegister gives the program files that are something else.
func TestWhatIsNoRegister(t *testing.T) {
	good := xlsxOf(xlsxRows(twoFlows))
	whole := good.zip(t)
	html := []byte("<html><body><table><tr><td>To</td><td>Purpose</td></tr></table></body></html>")
	mail := []byte("Return-Path: <a@b.example>\r\nReceived: from x by y; Mon, 2 Mar 2026 09:00:00 +0000\r\nFrom: A <a@b.example>\r\nTo: C <c@d.example>\r\nSubject: register\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\nContent-Type: text/plain\r\n\r\nPlease see attached\r\n--x--\r\n")
	document := func(name, content string) []byte { return parcel{{name, content}}.zip(t) }
	for _, h := range []hostile{
		{"nothing.xlsx", nil, "is empty: it has 0 bytes", "copy or download the file again"},
		{"nothing.csv", nil, "is empty: it has 0 bytes", "copy or download the file again"},
		{"nothing.ods", nil, "is empty: it has 0 bytes", "copy or download the file again"},
		{"zeros.xlsx", make([]byte, 20_000), "nothing but zero bytes", "copy or download"},
		{"blank.csv", []byte("\xef\xbb\xbf\r\n,,,\r\n\r\n"), "no text in any cell", "check"},
		{"page.xlsx", html, "web page (HTML)", "save it as .xlsx"},
		{"page.xls", html, "web page (HTML)", "save it as .xlsx"},
		{"page.csv", html, "web page (HTML)", "save it as .xlsx"},
		{"archive.xls", []byte("MIME-Version: 1.0\r\nX-Document-Type: Workbook\r\nContent-Type: multipart/related; boundary=\"x\"\r\n\r\n--x\r\nContent-Type: text/html\r\n\r\n<html>"), "web archive (MHTML)", "save it as .xlsx"},
		{"list.xlsx", []byte("To,Purpose\nAcme,Tea\n"), "is named .xlsx but holds plain text (CSV)", "ends in .csv"},
		{"list.ods", []byte("To,Purpose\nAcme,Tea\n"), "is named .ods but holds plain text (CSV)", "ends in .csv"},
		{"old.xls", ole2("Root Entry", "Workbook"), "old Excel (.xls)", "save it as .xlsx"},
		{"older.xls", ole2("Root Entry", "Book"), "old Excel (.xls)", "save it as .xlsx"},
		{"oldest.xls", append([]byte("\x09\x08\x10\x00\x00\x06\x05\x00"), make([]byte, 100)...), "old Excel (.xls)", "save it as .xlsx"},
		{"xml2003.xls", []byte(`<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>`), "XML Spreadsheet 2003", "save it as .xlsx"},
		{"flat.fods", []byte(`<?xml version="1.0" encoding="UTF-8"?><office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"/>`), "flat OpenDocument", "save it as .xlsx"},
		{"locked.xlsx", ole2("Root Entry", "EncryptedPackage", "EncryptionInfo"), "is protected by a password", "save a copy without a password"},
		{"labelled.xlsx", ole2("Root Entry", "EncryptedPackage", "DRMEncryptedDataSpace"), "rights", "without"},
		{"locked.ods", odsOf("").with("META-INF/manifest.xml", `<manifest:manifest><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>`).with(odsPart, "\x8f\x03\x99").zip(t), "is protected by a password", "save a copy without a password"},
		{"letter.doc", ole2("Root Entry", "WordDocument"), "Word document (.doc)", "copy its table"},
		{"letter.docx", document("word/document.xml", "<w/>"), "Word document (.docx)", "copy its table"},
		{"cloud.docx", xlsxOf("").without(bookPart).with("word/document2.xml", "<w/>").swap("_rels/.rels", "xl/workbook.xml", "word/document2.xml").zip(t), "Word document (.docx)", "copy its table"},
		{"talk.pptx", document("ppt/presentation.xml", "<p/>"), "PowerPoint", "copy its table"},
		{"drawing.vsdx", document("visio/document.xml", "<v/>"), "Visio", "copy its table"},
		{"text.odt", document("mimetype", "application/vnd.oasis.opendocument.text"), "OpenDocument text", "copy its table"},
		{"binary.xlsb", good.without(bookPart).with("xl/workbook.bin", "x").zip(t), "binary workbook (.xlsb)", "save it as .xlsx"},
		{"list.numbers", document("Index/Document.iwa", "x"), "Apple", "export it as an Excel file"},
		{"book.epub", document("mimetype", "application/epub+zip"), "compressed folder (zip)", "unpack it"},
		{"registers.zip", parcel{{"register.xlsx", string(whole)}}.zip(t), "compressed folder (zip)", "unpack it"},
		{"nested.xlsx", parcel{{"register.zip", string(parcel{{"register.xlsx", string(whole)}}.zip(t))}}.zip(t), "compressed folder (zip)", "unpack it"},
		{"register.xlsx.gz", gzipped(t, whole), "compressed file (gzip)", "unpack it"},
		{"register.csv.gz", gzipped(t, []byte("To,Purpose\nAcme,Tea\n")), "compressed file (gzip)", "unpack it"},
		{"register.csv.bz2", []byte("BZh91AY&SY\x00\x01"), "compressed file (bzip2)", "unpack it"},
		{"register.csv.xz", []byte("\xfd7zXZ\x00\x00\x04"), "compressed file (xz)", "unpack it"},
		{"paper.pdf", []byte("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj"), "PDF document", "copy its tables"},
		{"paper.xlsx", []byte("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj"), "PDF document", "copy its tables"},
		{"scan.png", []byte("\x89PNG\r\n\x1a\n\x00\x00\x00\x0dIHDR"), "picture (PNG)", "give the spreadsheet itself"},
		{"scan.jpg", []byte("\xff\xd8\xff\xe0\x00\x10JFIF\x00"), "picture (JPEG)", "give the spreadsheet itself"},
		{"scan.tif", []byte("II*\x00\x08\x00\x00\x00\x01\x02\x03"), "picture (TIFF)", "give the spreadsheet itself"},
		{"scan.webp", []byte("RIFF\x10\x00\x00\x00WEBPVP8 \x00\x00"), "picture (WebP)", "give the spreadsheet itself"},
		{"scan.heic", []byte("\x00\x00\x00\x18ftypheic\x00\x00\x00\x00"), "picture", "give the spreadsheet itself"},
		{"scan.svg", []byte(`<svg xmlns="http://www.w3.org/2000/svg"/>`), "picture (SVG)", "give the spreadsheet itself"},
		{"data.json", []byte("{\n  \"flows\": [\n    {\"to\": \"Acme\"}\n  ]\n}\n"), "data file (JSON)", "save the table as .xlsx"},
		{"list.json", []byte("[\n  {\"to\": \"Acme\"}\n]\n"), "data file (JSON)", "save the table as .xlsx"},
		{"mail.eml", mail, "e-mail", "attachment"},
		{"mail.msg", ole2("Root Entry", "__substg1.0_0037001F"), "Outlook message", "attachment"},
		{"notes.rtf", []byte("{\\rtf1\\ansi To\\cell Purpose}"), "text document (RTF)", "copy its table"},
		{"way.lnk", append([]byte("L\x00\x00\x00\x01\x14\x02\x00"), make([]byte, 90)...), "Windows shortcut", "give the file"},
		{"way.gsheet", []byte(`{"url": "https://docs.example/x"}`), "link to a Google Sheet", "Download"},
		{"~$register.xlsx", append([]byte("\x04Head"), make([]byte, 160)...), "a note that Excel keeps", "without ~$"},
		{"prose.txt", []byte("Dear all,\n\nplease find the list below.\n\nThanks\n"), "no flow was found", "dpmap template"},
		{"register.mdb", append([]byte("\x00\x01\x00\x00Standard Jet DB\x00"), make([]byte, 100)...), "Access database", "export the table"},
		{"random.xlsx", []byte("\x13\x01\x99\x00\x02\x1f\x07\x05\x06\xee\x0e\x10\x11\x04\x03"), "is not a spreadsheet that dpmap knows", "as .xlsx or .csv"},
		{"cut.xlsx", whole[:len(whole)/2], "damaged or incomplete", "copy the file again"},
		{"tail.xlsx", whole[:len(whole)-5], "damaged or incomplete", "copy the file again"},
		{"head.xlsx", whole[len(whole)/2:], "not a spreadsheet that dpmap knows", "as .xlsx or .csv"},
		{"name with  spaces.xlsx", html, "web page", "save it"},
		{"Schüler–Register ✓.xlsx", html, "web page", "save it"},
	} {
		t.Run(h.name, func(t *testing.T) {
			t.Parallel()
			h.refused(t)
		})
	}
}
