package rules

import (
	"strconv"
	"time"

	"dpmap/graph/law"
)

// The chapter on transfers of the UK GDPR was written anew by the Data (Use and
// Access) Act 2025, Sch 7, in force on this day.
func reform() law.Date { return law.Day(2026, time.February, 5) }

// ukGDPR cites an article of the UK GDPR.
func ukGDPR(article, provision string) law.Citation {
	return law.Citation{Cite: "UK GDPR Art " + provision, URL: "https://www.legislation.gov.uk/eur/2016/679/article/" + article, Regime: law.UK}
}

// ukGDPRNow cites a provision that the UK GDPR has since the reform and the EU
// GDPR has not.
func ukGDPRNow(article, provision string) law.Citation {
	c := ukGDPR(article, provision)
	c.From = reform()
	return c
}

// ukGDPRThen cites what stood in its place before the reform.
func ukGDPRThen(article, provision string) law.Citation {
	c := ukGDPR(article, provision)
	c.Cite += " (until 4 February 2026)"
	c.Ends = law.Day(2026, time.February, 4)
	return c
}

// euGDPR cites a provision of the EU GDPR.
func euGDPR(provision string) law.Citation {
	return law.Citation{Cite: "EU GDPR Art " + provision, URL: "https://eur-lex.europa.eu/eli/reg/2016/679/oj", Regime: law.EU}
}

// euClausesDecision cites a provision of the decision on the EU's clauses.
func euClausesDecision(provision string) law.Citation {
	return law.Citation{Cite: "Implementing Decision (EU) 2021/914" + provision, URL: "https://eur-lex.europa.eu/eli/dec_impl/2021/914/oj", Regime: law.EU}
}

// dataBridgeRegulations cites the regulations on the United States.
func dataBridgeRegulations() law.Citation {
	return law.Citation{Cite: "SI 2023/1028 reg 3", URL: "https://www.legislation.gov.uk/uksi/2023/1028/regulation/3", Regime: law.UK}
}

// dpaSection cites a section of the Data Protection Act 2018.
func dpaSection(section string) law.Citation {
	return law.Citation{Cite: "DPA 2018 s." + section, URL: "https://www.legislation.gov.uk/ukpga/2018/12/section/" + section, Regime: law.UK}
}

// dpaSchedule cites a part of a schedule of the Data Protection Act 2018.
func dpaSchedule(schedule int, provision string) law.Citation {
	n := strconv.Itoa(schedule)
	return law.Citation{Cite: "DPA 2018 Sch " + n + " " + provision, URL: "https://www.legislation.gov.uk/ukpga/2018/12/schedule/" + n, Regime: law.UK}
}

// ico cites guidance of the Information Commissioner's Office.
func ico(title, path string) law.Citation {
	return law.Citation{Cite: "ICO, " + title, URL: "https://ico.org.uk/for-organisations/uk-gdpr-guidance-and-resources/" + path, Regime: law.UK}
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
