package law

// Class is how the law treats a category of personal data.
type Class int

// The classes, from the least to the most protected. The zero Class is
// unknown: no word of the vocabulary was found.
const (
	Ordinary  Class = iota + 1
	Sensitive       // not in Art 9 or 10, yet to be handled with care: free school meals, safeguarding
	Criminal        // UK GDPR Art 10; DPA 2018 s.11(2)
	Special         // UK GDPR Art 9(1)
)

// String is the word used in every output; an unknown class is "ordinary",
// since nothing recorded puts it higher.
func (c Class) String() string {
	switch c {
	case Special:
		return "special"
	case Criminal:
		return "criminal"
	case Sensitive:
		return "sensitive"
	}
	return "ordinary"
}

// Kind is what sort of body a party is. The empty Kind is unknown.
type Kind string

// The kinds. Which of them lie outside an adequacy decision is data of that
// decision, not of the kind.
const (
	School             Kind = "school" // state-funded: a public authority for its tasks
	IndependentSchool  Kind = "independent school"
	Trust              Kind = "trust"
	EducationGroup     Kind = "education group"
	FurtherEducation   Kind = "further education college" // sixth-form colleges too: public authorities (FOIA Sch 1)
	University         Kind = "university"
	AwardingBody       Kind = "awarding body"
	Government         Kind = "government department"
	LocalAuthority     Kind = "local authority"
	Regulator          Kind = "regulator"
	PublicBody         Kind = "public body" // any other body exercising public functions
	HealthBody         Kind = "health body"
	Police             Kind = "police"
	Court              Kind = "court"
	Supplier           Kind = "supplier"
	GroupCompany       Kind = "group company"
	Agent              Kind = "agent"
	Sponsor            Kind = "sponsor"
	Insurer            Kind = "insurer"
	AccreditationBody  Kind = "accreditation body"
	Accommodation      Kind = "accommodation provider"
	ProfessionalAdvice Kind = "professional adviser"
	Press              Kind = "press"
	Parents            Kind = "parents" // parents and representatives of the data subjects
	DataSubjects       Kind = "data subjects"
	OtherBody          Kind = "other"
)

// Kinds lists every kind in the order in which outputs group them.
func Kinds() []Kind {
	return []Kind{School, IndependentSchool, Trust, EducationGroup, GroupCompany, FurtherEducation, University, AwardingBody,
		Government, LocalAuthority, Regulator, PublicBody, HealthBody, Police, Court,
		Supplier, Agent, Sponsor, Insurer, AccreditationBody, Accommodation, ProfessionalAdvice, Press,
		Parents, DataSubjects, OtherBody}
}

// IsPublic reports whether bodies of this kind exercise public functions.
func (k Kind) IsPublic() bool {
	switch k {
	case School, Trust, FurtherEducation, Government, LocalAuthority, Regulator, PublicBody, HealthBody, Police, Court:
		return true
	}
	return false
}

// IsPrivate reports whether bodies of this kind exercise no public functions,
// as far as the kind can tell: an awarding body may, a supplier does not.
func (k Kind) IsPrivate() bool {
	switch k {
	case IndependentSchool, GroupCompany, Supplier, Agent, Insurer, Accommodation, ProfessionalAdvice, Press:
		return true
	}
	return false
}

// IsSubject reports whether k is the people themselves or those who act for
// them: data sent to them about themselves or their child is no transfer.
func (k Kind) IsSubject() bool { return k == DataSubjects || k == Parents }
