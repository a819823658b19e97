package governors

import (
	"strings"

	"dpmap/graph/law"
	"dpmap/graph/rules"
)

// named is a word of the model and what a reader calls it.
type named struct{ word, plain string }

// sorts are what several bodies of one kind are called.
func sorts() []named {
	return []named{
		{string(law.School), "Other schools"}, {string(law.IndependentSchool), "Independent schools"},
		{string(law.Trust), "School trusts"}, {string(law.EducationGroup), "Education groups"},
		{string(law.GroupCompany), "Companies of our own group"}, {string(law.University), "Universities"},
		{string(law.AwardingBody), "Exam boards"}, {string(law.Government), "Government departments"},
		{string(law.LocalAuthority), "Councils"}, {string(law.Regulator), "Inspectors and regulators"},
		{string(law.PublicBody), "Other public bodies"}, {string(law.HealthBody), "Health services"},
		{string(law.Police), "Police"}, {string(law.Court), "Courts"},
		{string(law.Supplier), "Firms that work for us"}, {string(law.Agent), "Agents"}, {string(law.Sponsor), "Sponsors"},
		{string(law.Insurer), "Insurers"}, {string(law.AccreditationBody), "Quality-mark bodies"},
		{string(law.Accommodation), "Hosts and housing"}, {string(law.ProfessionalAdvice), "Advisers, such as lawyers"},
		{string(law.Press), "Press"}, {string(law.OtherBody), "Others"}, {"", notSaid},
	}
}

// notSaid heads those whose kind the register does not give.
const notSaid = "Our list does not say what they are"

// sensitiveKinds are the kinds of data that the law guards most.
func sensitiveKinds() []named {
	return []named{
		{"health", "health"}, {"racial or ethnic origin", "race or ethnic group"}, {"religious or philosophical belief", "religion or belief"},
		{"religion", "religion or belief"},
		{"biometric data", "body data"}, {"genetic data", "genes"}, {"political opinions", "politics"},
		{"trade union membership", "trade union"}, {"sex life or sexual orientation", "sex life or sexuality"},
		{"sexual orientation", "sex life or sexuality"}, {"criminal offence data", "crimes"}, {"criminal offence data (vetting)", "police checks"},
		{"unspecified", kindNotSaid},
	}
}

const kindNotSaid = "kind not said"

// privateKinds are further kinds that ask for care.
func privateKinds() []named {
	return []named{
		{"safeguarding", "safeguarding"}, {"social care status", "social care"}, {"economic disadvantage", "free school meals and the like"},
		{"behaviour and attendance", "behaviour and attendance"}, {"financial", "money"}, {"nationality and immigration", "nationality and visas"},
		{"monitoring", "cameras and other monitoring"}, {"credentials", "passwords"},
	}
}

// plainKinds are the kinds that a category's kind names, as readers call them.
func plainKinds(kind string, list []named) []string {
	var out []string
	for _, part := range strings.Split(strings.TrimSuffix(kind, ", by inference"), ", ") {
		words := []string{part}
		if _, ok := lookUp(list, part); !ok {
			words = strings.Split(part, " or ")
		}
		for _, word := range words {
			if plain, ok := lookUp(list, word); ok {
				out = append(out, plain)
			}
		}
	}
	if len(out) == 0 {
		return []string{kindNotSaid}
	}
	return out
}

func lookUp(list []named, word string) (string, bool) {
	for _, n := range list {
		if n.word == word {
			return n.plain, true
		}
	}
	return "", false
}

// standings say how safe a place is, the worst first.
func standings() []struct {
	verdict rules.Verdict
	plain   string
} {
	return []struct {
		verdict rules.Verdict
		plain   string
	}{
		{rules.Unprotected, "Not protected by law or contract"},
		{rules.Unknown, "We cannot tell"},
		{rules.Derogation, "Allowed by a rule for rare cases"},
		{rules.Conditional, "Protected only if proof is found"},
		{rules.Safeguarded, "Protected by contract or the like"},
		{rules.Adequate, "The law approves the country"},
		{rules.Home, "Rules for abroad do not apply"},
	}
}

// countryNames names countries as people say them, those of an area together.
func countryNames(book *law.Book, codes []string) []string {
	names := book.ShortNames(codes)
	for i, name := range names {
		if short, ok := lookUp([]named{{"United Kingdom", "UK"}, {"United States", "USA"}}, name); ok {
			name = short
		}
		names[i] = clip(name, longCountry)
	}
	return names
}
