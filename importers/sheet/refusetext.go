package sheet

import "bytes"

// markup is how a text that is no table of cells begins, in lower case.
var markup = [...]signature{
	{"<!doctype html", htmlFile, fixResave},
	{"<html", htmlFile, fixResave},
	{"<head", htmlFile, fixResave},
	{"<body", htmlFile, fixResave},
	{"<meta", htmlFile, fixResave},
	{"<style", htmlFile, fixResave},
	{"<script", htmlFile, fixResave},
	{"<table", htmlFile, fixResave},
	{"<div", htmlFile, fixResave},
	{"<svg", "is a picture (SVG), not a spreadsheet", fixOpen},
	{"<?xml", "is an XML file, not a spreadsheet that dpmap reads", fixResave},
	{"{\"", dataFile, fixExport},
	{"[{", dataFile, fixExport},
	{"[[", dataFile, fixExport},
	{"begin:vcalendar", "is a calendar, not a spreadsheet", fixOpen},
	{"begin:vcard", "is a list of contacts (vCard), not a spreadsheet", fixExport},
}

// dialects are XML files of which dpmap knows more, by what their first lines
// name.
var dialects = [...]signature{
	{"urn:schemas-microsoft-com:office:spreadsheet", "is an XML Spreadsheet 2003, an old format of Excel", fixResave},
	{"urn:oasis:names:tc:opendocument", "is a flat OpenDocument file (.fods), which dpmap does not read", fixResave},
	{"http://www.w3.org/2000/svg", "is a picture (SVG), not a spreadsheet", fixOpen},
	{"http://www.w3.org/1999/xhtml", htmlFile, fixResave},
}

// mailHeaders begin lines of an e-mail, and of the web archives that are kept
// in the same form, in lower case. The last three people write too.
var mailHeaders = [...]string{"mime-version:", "received:", "return-path:", "delivered-to:", "message-id:", "content-type:", "x-document-type:", "subject:", "from:", "to:"}

const mailByHand = 3

const dataFile = "is a data file (JSON), not a spreadsheet"

const htmlFile = "is a web page (HTML), not a spreadsheet, whatever its name says"

// refuseText recognises texts that are no table, and what is no text at all.
func refuseText(name string, data []byte) *fault {
	head := bytes.ToLower(afterComments(narrow(data[:min(len(data), 4096)])))
	if extension(name) == "gsheet" {
		return &fault{"is a link to a Google Sheet, not the sheet itself", "open it in the browser and choose File, Download, Microsoft Excel (.xlsx)"}
	}
	if bytes.HasPrefix(head, []byte("<?xml")) {
		for _, s := range &dialects {
			if bytes.Contains(head, []byte(s.begins)) {
				return &fault{s.what, s.fix}
			}
		}
	}
	for _, s := range &markup {
		if bytes.HasPrefix(withoutBlanks(head), []byte(s.begins)) {
			return &fault{s.what, s.fix}
		}
	}
	if f := refuseMail(head); f != nil {
		return f
	}
	switch {
	case len(bytes.Trim(data, " \t\r\n\xef\xbb\xbf\xff\xfe\x00,;\"")) == 0:
		return &fault{"has no text in any cell", "check that it is the right file and that it was saved"}
	case notText(data):
		return &fault{"is not a spreadsheet that dpmap knows, nor a text", "give the register as .xlsx or .csv"}
	}
	return nil
}

// narrow is the beginning of a text without the zeros that UTF-16 has between
// Western letters.
func narrow(head []byte) []byte {
	if bytes.HasPrefix(head, []byte("\xff\xfe")) || bytes.HasPrefix(head, []byte("\xfe\xff")) {
		return bytes.ReplaceAll(head[2:], []byte{0}, nil)
	}
	return head
}

// withoutBlanks drops the blanks among the brackets that head begins with, as
// JSON has them where it is laid out for people.
func withoutBlanks(head []byte) []byte {
	if len(head) == 0 || head[0] != '{' && head[0] != '[' {
		return head
	}
	return append([]byte{head[0]}, bytes.TrimLeft(head[1:], " \t\r\n")...)
}

// refuseMail tells an e-mail by the headers in its first lines: two of them, one
// of which no person writes, since a table too may have "From:" somewhere.
func refuseMail(head []byte) *fault {
	const fewLines = 12
	seen, technical := 0, false
	for i, line := range bytes.SplitN(head, []byte("\n"), fewLines) {
		for j, h := range &mailHeaders {
			if bytes.HasPrefix(line, []byte(h)) {
				seen++
				technical = technical || j < len(mailHeaders)-mailByHand
			}
		}
		if i == 0 && seen == 0 {
			return nil
		}
	}
	switch {
	case seen < 2 || !technical:
		return nil
	case bytes.Contains(head, []byte("multipart/related")):
		return &fault{"is a web archive (MHTML), not a spreadsheet, whatever its name says", fixResave}
	}
	return &fault{"is an e-mail, not a spreadsheet", "save its attachment and give that"}
}

// afterComments drops a byte order mark, blanks and XML comments in front.
func afterComments(head []byte) []byte {
	head = bytes.TrimPrefix(head, []byte("\xef\xbb\xbf"))
	for {
		head = bytes.TrimLeft(head, " \t\r\n")
		rest, ok := bytes.CutPrefix(head, []byte("<!--"))
		if !ok {
			return head
		}
		_, head, _ = bytes.Cut(rest, []byte("-->"))
	}
}

// notText reports whether too many bytes are control characters for a text in
// an encoding of one byte a letter, or in UTF-16.
func notText(data []byte) bool {
	if zeros(data, 0) != zeros(data, 1) {
		return false
	}
	if bytes.HasPrefix(data, []byte("\xff\xfe")) || bytes.HasPrefix(data, []byte("\xfe\xff")) {
		return false
	}
	n := 0
	for _, c := range data {
		if classes[c]&controlByte != 0 {
			n++
		}
	}
	return n*100 > len(data)
}
