package importers

func readExams(t *tableReader) { readFlows(t) }
