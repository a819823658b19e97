package importers

import (
	"regexp"
	"slices"
	"strings"

	"dpmap/graph"
)

var (
	// insideThings finds recipients that are parts of the controller's own
	// machinery or people. An internal auditor may be a firm.
	insideThings = re(`^in memory( \w+){0,4}$|^(our |the )?(own |internal |in house )+(compute|processing|systems?|servers?|databases?|staff|teams?|departments?|users?|apps?|applications?|tools?|spreadsheets?|records?|files?|networks?|drives?|storage)( only)?$`)
	// outward finds words by which somebody else gets the data all the same.
	outward = re(`\b(external(ly)?|outside|shar(e|es|ed|ing)|third|suppliers?|providers?|vendors?|processors?|contractors?|police|councils?|authorit(y|ies)|dfe|department for|nhs|health|hmrc|ofsted|parents?|carers?|compan(y|ies)|firms?|ltd|limited|inc|llc|plc|except|unless|but|apart|however|hosted|hosting|cloud|then|also|sometimes|where needed|on request)\b`)
	// byName finds words behind which the name of somebody stands: "via Google".
	byName    = regexp.MustCompile(`\b(?:via|using|through|by|with|plus|and|on|to)\s+(?:the\s+)?([A-Z][a-z]\w*)`)
	ownPeople = re(`^(head|heads|headteacher|deputy|office|bursar|governors?|trustees?|admin|administrators?|staff|teachers?|senior|school|trust|academy|safeguarding|designated|finance|human|business|data|pastoral|leaders?|leadership|managers?|directors?|board|clerk|principal)$`)
	// nobodyNamed finds cells that say that there is a recipient and not who.
	nobodyNamed = re(`^(to )?(the |any |an |our )?(intended |relevant |named |appropriate |authorised )?recipients?\b`)
)

// inside reports whether a recipient cell names a part of the controller itself.
func inside(text string) bool {
	bare := fold(withoutBrackets(text))
	return insideThings.MatchString(bare) && !goesOut(text)
}

// onlyInternal reports whether a cell says that the data is internal only and
// nothing behind it says otherwise.
func onlyInternal(text string) bool {
	return internalOnly.MatchString(text) && !goesOut(text)
}

// goesOut reports whether words say that somebody else gets the data, or name
// somebody who is not known to be one's own.
func goesOut(text string) bool {
	if outward.MatchString(fold(text)) {
		return true
	}
	return slices.ContainsFunc(byName.FindAllStringSubmatch(text, -1), func(m []string) bool { return !ownPeople.MatchString(fold(m[1])) })
}

// tellNoName says so where what is taken for a recipient's name is hardly one.
func (r *record) tellNoName(name string, at graph.Ref) {
	switch fields := strings.Fields(name); {
	case r.t.parties.isKnown(name):
	case len(fields) > wordsOfName, len(fields) > 6 && strings.Contains(name, ". "):
		r.t.problems.warn(at, quote(name)+" reads like a sentence, and is taken for the name of a recipient", "write only who receives the data, with semicolons between several")
	case mayBeSeveral(name):
		r.t.problems.tell(at, quote(name)+" may name several recipients, and is taken for one", "write them with semicolons between them, if they are several")
	case nobodyNamed.MatchString(fold(name)):
		r.t.problems.warn(at, quote(name)+" does not say who receives the data", "write the name of the recipient, or what kind of body it is")
	}
}

// mayBeSeveral reports whether a name is a list of three and more, and no firm's and no
// address.
func mayBeSeveral(name string) bool {
	parts := commaItems(name)
	return len(parts) >= 3 && formOf(name) == "" && !hasDigit(name) && !slices.ContainsFunc(parts, func(p string) bool {
		return words("address").has(lastWord(p))
	})
}
