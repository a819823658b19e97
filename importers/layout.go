package importers

import (
	"strings"

	"dpmap/graph"
	"dpmap/importers/column"
)

// The fields of a flow's row that become parts of several facts.
const fieldDPIANeed graph.Field = "dpia-required"

// rowReader gives the function that reads one row of a layout; rows of layouts
// not named here are flows.
func rowReader(l *column.Layout, t *tableReader) func(*record) outcome {
	switch l.Name {
	case "ico-processor":
		return processingRows(t)
	case "exams-policy":
		return examRows(t)
	case "purposes-table":
		return purposeRows(t)
	case "sub-processor-list":
		return subProcessorRows(t)
	case "supplier-list":
		return supplierRows(t)
	case "share-list":
		return sharedRows(t)
	case "organisations":
		return partyRows(t)
	case "accepted":
		return acceptedRows(t)
	case "definitions":
		return definitionRows(t)
	case "retention":
		return retentionRows(t)
	case "register":
		return registerRows(t)
	}
	return flowRows(t)
}

// layoutNames lists the layouts that --layout can name.
func layoutNames() string {
	var names []string
	for _, l := range column.Layouts() {
		if l.Rank == 3 {
			names = append(names, l.Name)
		}
	}
	return strings.Join(names, ", ")
}
