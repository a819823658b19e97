package sheet

import (
	"io"
	"strings"
)

// packages are the parts, or the folders at their top, by which other zips are
// known.
var packages = [...]signature{
	{"xl/workbook.bin", "is a binary workbook (.xlsb)", "open it in Excel and save it as .xlsx"},
	{"word/", "is a Word document (.docx), not a spreadsheet", "copy its table into a workbook"},
	{"ppt/", "is a PowerPoint presentation (.pptx), not a spreadsheet", "copy its table into a workbook"},
	{"visio/", "is a Visio drawing (.vsdx), not a spreadsheet", "copy its table into a workbook"},
	{"index/document.iwa", "is a document of an Apple program (Numbers or Pages)", "open it in Numbers and export it as an Excel file (.xlsx)"},
	{"index.zip", "is a document of an Apple program (Numbers or Pages)", "open it in Numbers and export it as an Excel file (.xlsx)"},
}

// odsType begins the mimetype of OpenDocument spreadsheets and their templates.
const odsType = "application/vnd.oasis.opendocument.spreadsheet"

// openDocuments are the mimetypes of other OpenDocument files.
var openDocuments = [...]signature{
	{"application/vnd.oasis.opendocument.text", "is an OpenDocument text (.odt), not a spreadsheet", "copy its table into a workbook"},
	{"application/vnd.oasis.opendocument.", "is an OpenDocument file, but not a spreadsheet", fixOpen},
}

// refuse recognises a zip that is no workbook.
func (p *pack) refuse() *fault {
	for _, s := range &packages {
		if p.has(s.begins) || strings.HasSuffix(s.begins, "/") && p.hasFolder(s.begins) {
			return &fault{s.what, s.fix}
		}
	}
	kind := p.mimetype()
	if strings.HasPrefix(kind, odsType) {
		return nil
	}
	for _, s := range &openDocuments {
		if strings.HasPrefix(kind, s.begins) {
			return &fault{s.what, s.fix}
		}
	}
	if !p.has("_rels/.rels") && !p.has("[Content_Types].xml") {
		return &fault{"is a compressed folder (zip), not a spreadsheet", "unpack it and give the files inside"}
	}
	return nil
}

// hasFolder reports whether a part lies in the folder, whose name ends in a
// slash, and no workbook is beside it.
func (p *pack) hasFolder(name string) bool {
	if p.has("xl/workbook.xml") {
		return false
	}
	for key := range p.parts {
		if strings.HasPrefix(key, name) {
			return true
		}
	}
	return false
}

// mimetype is what an OpenDocument file says it is.
func (p *pack) mimetype() string {
	if !p.has("mimetype") {
		return ""
	}
	r, err := p.open("mimetype")
	if err != nil {
		return ""
	}
	defer r.Close()
	b, _ := io.ReadAll(io.LimitReader(r, 200))
	return string(b)
}
