package governors

import (
	"slices"

	"dpmap/graph/rules"
	"dpmap/reports"
)

// issue is what one or more rules find, said to somebody who knows no law.
type issue struct {
	do    string   // what to ask for, a headline without a full stop
	wrong string   // what is wrong, whole sentences
	how   string   // what that takes, whole sentences
	rules []string // codes, which never show
}

// issues are in the order in which they matter to the people whose data it is;
// among issues that are equally grave the first comes first. A rule stands in
// one of them.
func issues() []issue {
	return []issue{{
		unprotected,
		"Data goes to a country where the law does not protect it as ours does. Our list shows no valid contract that makes up for that.",
		"Find the right contract, or pause this sharing until one is signed.",
		[]string{"transfer-no-safeguard", "transfer-scc-repealed", "transfer-dpf-no-uk-extension", "transfer-scc-not-uk",
			"transfer-safeguard-ended", "transfer-adequacy-out-of-scope"},
	}, {
		"Stop using data where people said no",
		"Sensitive data is still used or shared, but the person refused or took back their consent.",
		"Stop this use now, unless our data protection officer can name another reason that the law allows.",
		[]string{"special-consent-withdrawn"},
	}, {
		"Find the legal reason for using sensitive data",
		"Sensitive data, such as health or religion, is used or shared. Our list gives no reason that the law allows.",
		"Ask our data protection officer to name the reason in each case. Where there is none, stop.",
		[]string{"special-no-consent"},
	}, {
		"Get parents’ written consent for body data",
		"Fingerprints, faces or other body data are used. Our list does not show that a parent agreed in writing.",
		"Ask to see the signed forms. Without one, a pupil’s body data must not be used.",
		[]string{"biometric-no-parental-consent", "biometric-unrecorded"},
	}, {
		"Find the legal reason for using data on crimes",
		"Data about crimes or police checks is used or shared. Our list gives no reason that the law allows.",
		"Ask our data protection officer to name the reason in each case. Where there is none, stop.",
		[]string{"criminal-no-authority"},
	}, {
		"Find out what protects data in the United States",
		"Data goes to the United States, where only some firms are approved. Our list says that nothing else protects it.",
		"Ask if the firm is on the approved list. If it is not, pause this sharing until a contract is signed.",
		[]string{"transfer-none-stated"},
	}, {
		"Find out where the data goes",
		"We do not know which country this data goes to. So nobody can say if the law protects it there.",
		"Ask each of them in writing: in which country are you, and where do you keep our data?",
		[]string{"transfer-destination-unknown"},
	}, {
		"Stop firms passing data on without protection",
		"A firm that works for us sends our data on to another country. The law there does not protect it as ours does.",
		"Ask the firm what contract covers this. If it has none, ask it to stop.",
		[]string{"transfer-onward"},
	}, {
		"Write down what protects data that firms pass on",
		"A firm that works for us sends our data on to another country. We checked the firm, but our list does not show what contract covers that last step.",
		"Ask the firm for that contract, and write it in our list.",
		[]string{"transfer-onward-unevidenced"},
	}, {
		contracts,
		"Our list shows no contract with these that says what they may do with our data. The law asks for one with each firm that handles it for us.",
		"Find out who of them works for us. Sign a contract with each that does, or find another firm.",
		[]string{"dpa-missing", "dpa-ended", "dpa-idta-only"},
	}, {
		"Write down why we may use the data",
		"The law wants a reason for each use of data. Our list gives none, or one that a school may not use.",
		"Ask our data protection officer to fill in the reason for each use.",
		[]string{"basis-missing", "basis-unfit-public-authority"},
	}, {
		"Check the risks before using high-risk data",
		"Some uses of data could harm people if they go wrong. The law asks for a written risk check, and none is on record.",
		"Ask for a risk check of each. Its legal name is “data protection impact assessment”.",
		[]string{"dpia-missing"},
	}, {
		"Complete the papers for sensitive data",
		"Sensitive data is used for a reason that the law allows only with more paperwork. That paperwork is missing.",
		"Ask our data protection officer which papers are missing, and by when they will be done.",
		[]string{"special-no-schedule-1", "special-no-policy-document"},
	}, {
		"Check how safe the data is abroad",
		"Data goes abroad under a contract, but nobody has written down how well that contract works there.",
		"Ask for that check in writing. It is needed as well as the contract.",
		[]string{"transfer-no-risk-assessment"},
	}, {
		"Stop leaning on rules for rare cases",
		"Data goes abroad again and again under a rule that is meant for rare cases only.",
		"Ask for a proper contract in its place.",
		[]string{"transfer-derogation-routine", "transfer-derogation-public-authority"},
	}, {
		inDoubt,
		"Our list names a contract or a scheme that may protect this data abroad. It does not say enough, so we cannot tell.",
		"Find out which contract was signed, and when, or which scheme they belong to. If nothing valid turns up, pause the sharing.",
		[]string{"transfer-scc-unspecified"},
	}, {
		"Ask for proof that data abroad is protected",
		"This data may be protected abroad, but our list holds no proof of it.",
		"Ask each of them for the proof, and keep it with the list.",
		[]string{"transfer-adequacy-unevidenced"},
	}, {
		"Check that data stays here as we say",
		"Our list says that this data does not go abroad. It does not say in which country those who get it are.",
		"Ask each of them in writing: in which country is your company?",
		[]string{"transfer-none-claimed"},
	}, {
		"Find out where those who send us data are",
		"Our list does not say in which country some who send data are. So nobody can say which law they must keep to.",
		"Ask each of them in writing: in which country are you?",
		[]string{"transfer-sender-unknown"},
	}, {
		"Check where firms keep our data",
		"A firm keeps our data in another country, or looks at it from there. That country’s law may not protect it.",
		"Ask the firm what contract covers this.",
		[]string{"transfer-hosted-abroad"},
	}, {
		"Keep proof of consent",
		"We say that people agreed to the use of sensitive data. Our list does not show how or when.",
		"Keep the signed forms where they can be found.",
		[]string{"special-consent-not-explicit", "special-consent-child"},
	}, {
		"Settle who answers for the data",
		"It is not written down if we or the other side must keep the rules for this data.",
		"Agree it in writing with each of them.",
		[]string{"role-unknown", "joint-no-arrangement", "subprocessor-no-terms", "sharing-no-agreement"},
	}, {
		"Mark sensitive data as sensitive",
		"Our list does not show that some data is sensitive, but its own words say that it is.",
		"Ask for the list to be put right.",
		[]string{"special-undeclared", "special-unrecorded"},
	}, {
		"Decide how long to keep data",
		"Our list does not say how long this data is kept.",
		"Ask for a time limit for each use.",
		[]string{"retention-missing"},
	}, {
		"Fill the gaps in our list",
		"Our list does not say what some data is, whose it is, or why we share it.",
		"Ask for these gaps to be filled.",
		[]string{"purpose-missing", "categories-missing", "subjects-missing"},
	}, {
		"Put our list in order",
		"Our list lacks details about us, or says two things that do not fit together.",
		"Ask for the list to be put right.",
		[]string{"controller-details-missing", "party-contradicts", "basis-contradicts", "flow-duplicate", "party-unused", "name-close"},
	}, {
		"Plan for an approval that may end",
		"Some data goes abroad because our law approves the country. That approval may end.",
		"Ask what we would do then.",
		[]string{"transfer-adequacy-ending"},
	}, {
		"Tell people what we do with their data",
		"Our list does not show that people were told about this use of their data.",
		"Check that our privacy notice, the page that tells people what we do, covers it.",
		[]string{"notice-missing"},
	}, {
		"Write down how data is kept safe",
		"Our list does not say how this data is kept safe.",
		"Ask for a short note on each.",
		[]string{"security-missing"},
	}, {
		"Weigh our own interests against people’s rights",
		"We use data because it is in our interest, but nobody has written down if that is fair to people.",
		"Ask for that check in writing.",
		[]string{"interests-not-assessed"},
	}, {
		"Look again at old entries",
		"Some entries in our list have not been checked for over a year.",
		"Ask for a date by which they will be.",
		[]string{"review-overdue"},
	}, {
		"Look once at sensitive data used without consent",
		"Some sensitive data is used for another reason than consent. That can be right.",
		"Ask our data protection officer to confirm it.",
		[]string{"special-other-condition"},
	}, {
		"Look at the other points in the full report",
		"There are points that this page has no words for.",
		"Read them in the full report.",
		nil,
	}}
}

// What heads the transfers that nothing protects, and those that something
// recorded may protect.
const (
	unprotected = "Stop data going abroad without protection"
	inDoubt     = "Find out if data abroad is protected"
)

// contracts heads those with whom the list shows no contract.
const contracts = "Sign contracts with firms that handle our data"

// issuesOf are the places in a list of the issues that a finding belongs to;
// rules that none names belong to the last. What is told of places as a breach is in
// doubt where the verdict on each of those places is: the page must not deny a
// contract that nobody has looked at. A recipient of no recorded role is one to
// sign with, too, where the list says that nothing is signed.
func issuesOf(r *reports.Report, list []issue) func(*rules.Finding) []int {
	place := map[string]int{}
	doubtful, unsigned := 0, 0
	for i, is := range list {
		for _, code := range is.rules {
			place[code] = i
		}
		switch is.do {
		case inDoubt:
			doubtful = i
		case contracts:
			unsigned = i
		}
	}
	return func(f *rules.Finding) []int {
		i, ok := place[f.Rule]
		switch {
		case !ok:
			return []int{len(list) - 1}
		case list[i].do == unprotected && worst(r, f) == rules.Unknown:
			return []int{doubtful}
		case f.Rule == "role-unknown" && isUnsigned(r, f):
			return []int{unsigned, i}
		}
		return []int{i}
	}
}

// isUnsigned reports whether a finding is about a recipient with whom the list
// says that there is no contract.
func isUnsigned(r *reports.Report, f *rules.Finding) bool {
	return slices.ContainsFunc(f.Flows, func(id string) bool {
		flow := r.Result.Map.Flow(id)
		return flow != nil && r.Unsigned(flow)
	})
}

// worst is the worst verdict on the places that a finding is about, 0 where it
// is about none.
func worst(r *reports.Report, f *rules.Finding) rules.Verdict {
	var v rules.Verdict
	for _, id := range f.Flows {
		i := r.Result.Map.Index(id)
		if i < 0 || i >= len(r.Result.Transfers) {
			continue
		}
		for _, l := range r.Result.Transfers[i].Legs {
			if f.Places == nil || slices.Contains(f.Places, l.Place()) {
				v = max(v, l.Verdict)
			}
		}
	}
	return v
}
