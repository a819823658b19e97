package column

import (
	"slices"

	"dpmap/importers/cell"
	"dpmap/importers/words"
)

// What a heading says that asks for sub-processors: by that name anywhere, and, in a
// table that has its recipients already, whom those use in turn or pass data on to.
var (
	subWord    = words.Regexp(`\b(sub ?(processors?|processing|contractors?|procs?|suppliers?)|sub ?contract(ed|s|ing)( work)?( out)?( to)?( whom| who| compan(y|ies)| firms?| processors?| suppliers?| part(y|ies))?$)\b|^subps?$`)
	notOfSubs  = words.Regexp(`\b(agreements?|contracts?|dpas?|terms|clauses?|audit\w*|approvals?|approved by|check(s|ed)?|changes?|notices?|dates?|dated|when|review\w*|risks?|ratings?|numbers?|count|no|how many|urls?|links?|assess\w*|due diligence|permission|consents?|safeguards?|objections?|security|contact|e ?mail|purposes?|roles?|why|vetted|vetting|compliant|gdpr|policy|responsible|lead|owner|(or|and) (vendors?|suppliers?|processors?|providers?|recipients?|third part(y|ies)))\b`)
	subAnswers = words.Regexp(`\bsub ?(processors?|contractors?)( names?| used| engaged| involved| if any| y n| \d)*$`)
	inTurn     = words.Regexp(`^(who( else)?|which (companies|firms|suppliers|organisations|others)|any ?one( else)?|companies|firms|suppliers|third part(y|ies)( services| suppliers| providers)?|organisations|others|other (companies|parties|firms|suppliers))( (do|does))?( (they|the (supplier|processor|company|vendor|provider|recipient)|this (supplier|company)))( (then|also))? (uses?|engages?|rely on|relies on|works? with|buy from|subcontracts? to|shares?( it| data| our data| this)?( on)?( with)?|pass(es)?( it| data| our data| this)?( on)?( to)?|sends?( it| data| our data| this)?( on)? to|gives?( it| data| our data| this)? to)( in turn)?$` +
		`|^((third|fourth|4th|3rd|other|outside|external|further) )?(parties|party|companies|suppliers|processors|organisations|providers|vendors|firms|party services|party suppliers|party providers)( that are| which are)? (used|engaged|involved|appointed|relied on|employed)( by)( the| our)? (suppliers?|processors?|vendors?|providers?|company|recipients?|them|third party)$` +
		`|^(their|its|supplier s|suppliers|vendors|processors|providers|companys|recipients) (own )?(sub ?processors|sub ?contractors|sub ?procs|vendors|own suppliers)( used| names)?$|^(their|its) (own )?(suppliers|processors|contractors|third parties|providers|partners)( used| names)?$|^(suppliers?|vendors?|processors?|providers?|companys) (suppliers|third parties|partners|own suppliers)$|^other (companies|suppliers|firms|providers|organisations) (involved|used|behind it)$` +
		`|^subs$|\b(is|sits?|stands?|else|parties|companies|suppliers) behind( it| them)?$|^(any )?other (third parties|processors?)( used| involved)?$|^(their |its )?hosting (provider|company|partner)s?( used)?$|^who (helps|hosts (it |data )?for|works for) them$|^onward shared with$|^(next in (the )?chain|(rest of )?(the )?supply chain)$|^(they|it|suppliers?|company)( then| also)? (uses?|shares?( it| data)? with|pass(es)?( it| data)?( on)? to)$|^(third parties|suppliers|processors|partners) of (the )?(suppliers?|processors?|vendors?|company|recipients?)$|^(it |data |then )?(passed|sent|shared) onto$|^(names? of )?(fourth|4th|nth) part(y|ies)( names?| used| involved| suppliers?| providers?)?$` +
		`|^(further|additional|other|second tier|tier 2|2nd tier|secondary|downstream|onward|underlying|subsequent|indirect|third) (data )?processors?( used| list| if any| engaged| involved)*$` +
		`|^(downstream|onward|underlying|subsequent|indirect|further onward|second tier|tier 2) (data )?(recipients?|suppliers?|providers?|sharing|shares?|disclosures?|transfers?|compan(y|ies)|organisations?|part(y|ies)|sharing with)( used| to| with| list| if any| names?)*$` +
		`|^(cloud|infrastructure|hosting|underlying|back ?end|third party hosting|cloud hosting) (providers?|suppliers?|compan(y|ies)|partners?|services used)( used| behind it)?$|^(any )?further (sharing|disclosures?)( with| to)?$|^forwarded( on)? to$|^(it )?(shares|passes( it)? on|sends( it)? on|discloses)( (with|to))?( onwards?)?$` +
		`|^((data|info|information|it|is it|is data) )?(is )?(shared|passed|sent|goes|given|disclosed|transferred|forwarded|moves|handed) on(ward|wards)?( (to|with))?( whom| who)?$|^onward(s)? (to|with)( whom| who)?$|^(then |further )(shared|passed|sent|disclosed|goes|given)( on)? (to|with)( whom| who)?$`)
)

// AsksForSubs reports whether a heading asks for sub-processors by that name.
func AsksForSubs(heading string) bool {
	folded := words.Fold(words.WithoutBrackets(heading))
	return isSubHeading(folded) || isSubHeading(words.Fold(heading)) || SubPlaceHeading.MatchString(folded)
}

// isSubHeading reports whether a heading speaks of sub-processors and of nothing about
// them, such as their agreements.
func isSubHeading(folded string) bool {
	return subWord.MatchString(folded) && !notOfSubs.MatchString(folded)
}

// onlyAnswers reports whether no value of a column is more than an answer, a date or
// a country.
func onlyAnswers(values []string) bool {
	return !slices.ContainsFunc(values, func(v string) bool {
		state, rest := cell.ParseState(v)
		return (state == 0 || rest != "") && !cell.IsDate(nil, v)
	})
}
