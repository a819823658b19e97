package ropa

import "dpmap/reports/wording"

// tab is a sheet of the workbook before it is made. Only one sheet at a time is
// held in memory.
type tab struct {
	name  string
	make  func() *grid // nil for the map, which is a picture
	n     int          // how many things it holds; -1 where nobody would count them
	holds string
}

// sheets are the workbook's, in the order of its tabs: those that a record must
// have, and of the rest those that have something to show.
func (d *draft) sheets(hasMap bool) []tab {
	all := []tab{{summarySheet, func() *grid { return d.summary(hasMap) }, -1, ""}}
	add := func(has bool, t tab) {
		if has {
			all = append(all, t)
		}
	}
	mandates, gone, problems := len(d.mandates()), len(d.gone()), len(d.r.Problems)
	add(hasMap, tab{mapSheet, nil, -1, "the diagram of who receives data, by country"})
	add(true, tab{recordSheet, d.record, len(d.acts), "activities, made of " + wording.Count(len(d.flows), "flow", "flows") + ": the record that UK GDPR Art 30(1) asks for"})
	add(mandates > 0, tab{processorSheet, d.processors, mandates, "controllers on whose behalf data is processed: the record that UK GDPR Art 30(2) asks for"})
	add(true, tab{recipientsSheet, d.recipients, d.sum.Parties, "organisations and groups of people, with what each gets"})
	add(len(d.flows) > 0, tab{matrixSheet, d.matrix, -1, "recipients by kinds of data, special-category and criminal data first"})
	add(true, tab{transfersSheet, d.transfers, d.sum.Restricted, "flows that leave the exporter's area, or may do so: verdict, instrument and reason for each country"})
	add(true, tab{retentionSheet, d.retention, -1, "how long what is kept, and where the register does not say"})
	add(true, tab{findingsSheet, d.findings, len(d.r.Result.Findings), "findings, as a log to work through"})
	add(gone > 0, tab{closedSheet, d.closed, gone, "findings of the workbook before this one that are made no longer"})
	add(true, tab{sourcesSheet, d.sources, len(d.r.Inputs), "input files, with an account of every row"})
	add(true, tab{columnsSheet, d.columns, -1, "what each column of the register was taken for"})
	add(problems > 0, tab{problemsSheet, d.problems, problems, "cells and rows that could not be read as they stand"})
	add(d.hasExtras(), tab{extrasSheet, d.extras, -1, "what the register holds beyond the fields that dpmap knows"})
	add(len(d.long) > 0, tab{longSheet, d.longTexts, len(d.long), "texts that are too long for a row of their sheet, whole"})
	return all
}
