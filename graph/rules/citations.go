package rules

import (
	"strconv"

	"dpmap/graph/law"
)

// ukGDPR cites an article of the UK GDPR.
func ukGDPR(article, provision string) law.Citation {
	return law.Citation{Cite: "UK GDPR Art " + provision, URL: "https://www.legislation.gov.uk/eur/2016/679/article/" + article}
}

// euGDPR cites a provision of the EU GDPR.
func euGDPR(provision string) law.Citation {
	return law.Citation{Cite: "EU GDPR Art " + provision, URL: "https://eur-lex.europa.eu/eli/reg/2016/679/oj"}
}

// dpaSection cites a section of the Data Protection Act 2018.
func dpaSection(section int) law.Citation {
	n := strconv.Itoa(section)
	return law.Citation{Cite: "DPA 2018 s." + n, URL: "https://www.legislation.gov.uk/ukpga/2018/12/section/" + n}
}

// dpaSchedule cites a part of a schedule of the Data Protection Act 2018.
func dpaSchedule(schedule int, provision string) law.Citation {
	n := strconv.Itoa(schedule)
	return law.Citation{Cite: "DPA 2018 Sch " + n + " " + provision, URL: "https://www.legislation.gov.uk/ukpga/2018/12/schedule/" + n}
}

// ico cites guidance of the Information Commissioner's Office.
func ico(title, path string) law.Citation {
	return law.Citation{Cite: "ICO, " + title, URL: "https://ico.org.uk/for-organisations/uk-gdpr-guidance-and-resources/" + path}
}

func icoTransfers() law.Citation {
	return ico("International transfers", "international-transfers/")
}

func icoSpecial() law.Citation {
	return ico("Special category data", "lawful-basis/special-category-data/")
}

func icoContracts() law.Citation {
	return ico("Contracts and liabilities between controllers and processors", "accountability-and-governance/contracts-and-liabilities-between-controllers-and-processors-multi/")
}

func icoDocumentation() law.Citation {
	return ico("Documentation", "accountability-and-governance/documentation/")
}
