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
	{"<?xml", "is an XML file, not a spreadsheet that dpmap reads", fixResave},
	{"{\"", "is a data file (JSON), not a spreadsheet", fixExport},
	{"[{", "is a data file (JSON), not a spreadsheet", fixExport},
}

const htmlFile = "is a web page (HTML), not a spreadsheet, whatever its name says"

// refuseText recognises texts that are no table, and what is no text at all.
func refuseText(name string, data []byte) *fault {
	head := bytes.ToLower(afterComments(data[:min(len(data), 4096)]))
	if extension(name) == "gsheet" {
		return &fault{"is a link to a Google Sheet, not the sheet itself", "open it in the browser and choose File, Download, Microsoft Excel (.xlsx)"}
	}
	for _, s := range &markup {
		if bytes.HasPrefix(head, []byte(s.begins)) {
			return &fault{s.what, s.fix}
		}
	}
	switch {
	case len(bytes.Trim(data, " \t\r\n\xef\xbb\xbf\xff\xfe\x00,;\"")) == 0:
		return &fault{"has no text in any cell", "check that it is the right file and that it was saved"}
	case notText(data):
		return &fault{"is not a spreadsheet that dpmap knows, nor a text", "give the register as .xlsx or .csv"}
	}
	return nil
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
