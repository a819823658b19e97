package importers

func readPurposes(t *tableReader) { readFlows(t) }
