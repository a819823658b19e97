package rules

import "dpmap/graph/law"

var specialUnrecorded = Rule{
	Code:     "special-unrecorded",
	Title:    "The purpose or a name points to special-category or criminal-offence data that the row does not record",
	Severity: Medium,
	Doc: `Fires when the purpose, the system or the recipient's name holds a word from which special-category or criminal-offence data is usually known ("Counselling referrals", "DBS checks", "NASUWT"), and the row records no data of that kind: neither its categories nor its special-category column name it. The sender's name counts likewise for data that comes in. The message names the word and what the row records instead.

Does not fire when the row records that kind, or says "Yes" to special-category data without a kind; criminal-offence data is asked for even then, since it has an article of its own. Does not fire for words that what stands beside them takes back ("no medication", "autism training for staff", "careers counselling"). Biometric data is told by biometric-unrecorded.

That a pupil is referred to a counsellor is data concerning health, though the register lists only a name and a class: the Regulation counts information on registering for health care, and data from which a special category can be concluded is protected too. For the EU its Court of Justice has said so; the ICO's guidance counts inferences as well. A word is no proof: this rule asks for a look, and judges nothing by what it found.`,
	Fix: `Ask whoever runs the activity what goes. If it shows somebody's health, belief, origin, union membership or the like, add that to the column Data categories, change Special category data to Yes and record the Article 9 condition; for checks and offences record the Schedule 1 condition. If it does not, say so in the purpose, or accept the finding with the reason.`,
	Law: []law.Citation{ukGDPR("9", "9(1)"), ukGDPR("4", "4(15), recital 35"), ukGDPR("10", "10"), euGDPR("4(15), 9(1), 10, recital 35"), inferredByCourt(), icoSpecial()},
	Check: func(p *Pass) {
		p.reportSigns(func(t law.Term) bool { return !isBiometric(t) })
	},
}

var biometricUnrecorded = Rule{
	Code:     "biometric-unrecorded",
	Title:    "The purpose or a name speaks of fingerprints or faces, and the row records no biometric data",
	Severity: High,
	Doc: `Fires when the purpose, the system or the recipient's name holds a word for recognising people by their bodies ("Fingerprint lunch payments", "Facial recognition registration"), and the row records no biometric data: neither its categories nor its special-category column name it.

Does not fire when the row records biometric data: special-no-consent, biometric-no-parental-consent and dpia-missing then ask for what is due. Nor for words that what stands beside them takes back ("fingerprint free", "non-biometric", "card instead of fingerprint").

Schools must not use a pupil's fingerprint or face without a parent's written consent, and a row that records only a name hides that from whoever checks it.`,
	Fix: `Ask the supplier or whoever runs the system whether it recognises people by finger or face. If it does, write "biometric data" in the column Data categories and Yes in Special category data, record the written consent of a parent for every pupil ("Yes, parent, written form"), the Article 9 condition and the data protection impact assessment. If it does not (card or PIN only), say so in the purpose, or accept the finding with the reason.`,
	Law: []law.Citation{
		{Cite: "Protection of Freedoms Act 2012 ss.26 to 28", URL: "https://www.legislation.gov.uk/ukpga/2012/9/section/26", Regime: law.UK},
		ukGDPR("9", "9(1)"), ukGDPR("4", "4(14)"), euGDPR("4(14), 9(1)"), icoSpecial(),
	},
	Check: func(p *Pass) { p.reportSigns(isBiometric) },
}

// inferredByCourt cites the judgment that counts what can be concluded from
// other data as special-category data. UK courts may have regard to it.
func inferredByCourt() law.Citation {
	return law.Citation{Cite: "CJEU C-184/20 (1 August 2022)", URL: "https://curia.europa.eu/juris/liste.jsf?num=C-184/20", Regime: law.EU}
}
