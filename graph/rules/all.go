package rules

// All lists every rule in the order of docs/rules.md.
func All() []Rule {
	return []Rule{
		transferNoSafeguard,
		transferSCCRepealed,
		transferDPFNoUKExtension,
		transferSCCNotUK,
		transferSCCUnspecified,
		transferDestinationUnknown,
		transferAdequacyUnevidenced,
		transferAdequacyOutOfScope,
		transferSafeguardEnded,
		transferNoRiskAssessment,
		transferDerogationRoutine,
		transferDerogationPublicAuthority,
		transferOnward,

		dpaMissing,
		dpaEnded,
		roleUnknown,

		specialNoConsent,
		specialConsentWithdrawn,
		specialConsentNotExplicit,
		specialConsentChild,
		specialNoSchedule1,
		specialNoPolicyDocument,
		specialOtherCondition,
		specialUndeclared,
		criminalNoAuthority,

		basisMissing,

		controllerDetailsMissing,
		purposeMissing,
		categoriesMissing,
		subjectsMissing,
		retentionMissing,
		securityMissing,
	}
}
