package column

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"dpmap/graph"
	"dpmap/graph/law"
	"dpmap/importers/cell"
	"dpmap/importers/words"
)

// asked is a field that headings ask for in a school's own words: those words,
// words that mean something else, and what the cells must hold beside.
type asked struct {
	field  graph.Field
	words  *regexp.Regexp
	unless *regexp.Regexp // nil: none
	holds  func(values []string, book *law.Book) bool
}

// askedWhy is what the reader is told of such a column.
const askedWhy = "the heading seems to ask for it, and the cells answer that"

// openWords find headings about what is not there yet, or is refused: a yes
// beneath says nothing good.
var openWords = words.Regexp(`\b(opt(ed|s)? ?outs?|withdr[ae]w\w*|withdrawn|refus\w*|declin\w*|object\w*|revoked?|denied|against|non|no|not|without|missing|unsigned|reqd|required?|requires?|needed|needs?|necessary|wanted|await\w*|chas\w*|request(ed|s)?|pending|outstanding|overdue|due|draft|planned|proposed|next|sent|issued|asked|ask|sought|to (get|do|sign|be)|lapsed|expired|old|previous|former|relied|rely)\b`)

// offered finds the answers that a heading lists for its cells to choose from:
// they are no part of what it asks.
var offered = words.Regexp(`\(?\b(y(es)? ?[/,]? ?(or )?n(o)?|sla|contract|dsa|dpa|mou|full|partial|agreement)\b( ?([/,]|or) ?(none|no|n/?a|pending|partly|tbc|unknown|don'?t know|not sure|screening( only)?|mou|contract|verbal|unsigned))+\)?|\b(yes|y) ?[/,] ?(no|n)\b`)

// choices finds answers to choose from that a refusal or a need is one of, at the
// end of a heading, and numberTail a number that is no denial: "DPIA no."
var (
	choices    = words.Regexp(`(?i)\(? *\b(yes|y|given|obtained|required|needed|in place|signed|done)( ?[/,] ?| or )((no|n|not (needed|required|given|signed|done|in place)|refused|declined|n/?a|not applicable|withdrawn|yes|pending)( ?[/,] ?| or )?)+\)? *\??$`)
	numberTail = words.Regexp(`(?i)\bno\.\s*$`)
)

// asksOpen reports whether a heading asks for what is missing or still to come,
// beside the answers that it lists.
func asksOpen(heading string) bool {
	heading = numberTail.ReplaceAllString(choices.ReplaceAllString(headingTail.ReplaceAllString(heading, ""), ""), "")
	return openWords.MatchString(words.Fold(offered.ReplaceAllString(heading, " ")))
}

// betters are the fields that would make a row look better if a heading asked for
// what is still to come.
var betters = []graph.Field{graph.FieldSpecial, graph.FieldConsent, graph.FieldAgreement, graph.FieldDPIA, FieldJoint, FieldStays, graph.FieldRiskAssessment, graph.FieldNotice}

const (
	people = `(parents?|famil(y|ies)|carers?|guardians?|mums?|dads?|home|pupils?|students?|child(ren)?|learners?|they)`
	whatIs = `(data|details?|info|information|records?|facts|particulars|fields)`
)

var askedTable = []asked{
	{graph.FieldTo, words.Regexp(`\bwho(s| s|m| is| has| have| else)?( has| have)? (got|gets?|sees?|holds?|receives?|is given|we tell|we give)\b|\bwho(m)? (do|did|does|will) (we|the school|you) (share|give|send|pass|disclose|tell)\b|^(where (it|they|this|data|info) goes?( next| on)?( to)?|(goes|passed|handed) on to|outgoing( to| destination)?)$|^(those|people|bodies|part(y|ies)|agenc(y|ies)|organisations?|compan(y|ies)|firms?|anyone|others?)( etc)?( who| that| which)? (sees?|gets?|receiv(e|es|ing)|has|have|hold|given|sent)\b|\b(we|school) (give|send|pass|share|disclose|hand)s?( on)?( it| this| data| info| information| details| records)?( over| on)? (to|with)$|\bwho(s| is| else)? (runs|run|running|manages|managing|operates|maintains|looks after|supports|does|administers|services|installs|installed|fits|cleans|handles|processes|keeps|stores) (it|this|them|these|that|the \w+|our \w+)?( ?on our behalf| ?for (us|the school|the trust))$|\bwho(s| is)? (((provides|provide|supplies|supply|supplied|sells|hosts|makes|made|delivers|developed|publishes|prints?|takes?|runs|produces?|writes|organises|teaches|leads)( or | and | )?)+|we (buy|get|bought|got) (it|this|them) from)( (it|this|them|the \w+))?( (to|for) (us|the school|the trust))?$|^(we )?(bought|buy|buy it|purchased|got) from$|^(run|provided|supplied|managed|operated|hosted|maintained|made|sold|delivered|developed|published|installed)( for us)? by$|^(name of )?(the )?(outside |external |other |partner )?(compan(y|ies)|firms?|agenc(y|ies)|organisations?|bod(y|ies)|charit(y|ies)|suppliers?|providers?|contractors?|partners?|business(es)?)( etc)?( or| and)? (individuals?|persons?|people|agenc(y|ies)|compan(y|ies)|charit(y|ies)|(we|that|who|which|behind|used|involved|making|running|selling)\b.*)$`), words.Regexp(`\b(internal(ly)?|staff|countr\w+|where (is|are|does|do)|why|how|when|date|contact|e ?mail|phone|role|agreements?|contracts?|type|kind|in school|access|responsible|owner|fills?|completes?|consents?|source|from whom|parent compan\w+|owns|country|based|reg\w*|number|address)\b`), bodiesNamed},
	{graph.FieldSubjects, words.Regexp(`\bwho(m|se)?( (is|are|s|do|does|did|will|would|can|gets?|it|they|this|we|you|that|the \w+))* (about|see|seen|sees|teach|taught|support|supported|supports|work with|works with|help|helped|affect|affected|affects|covers?|covered|include|included|includes|concern|concerned|concerns|for|featured|shown|in it|in them|photographed|filmed|logs? (in|on)|signs? (in|on)|has (a |an )?(log ?in|account)s?|attend|attends|attending|taking part|involved|comes|goes on it|uses it|using it)$|^(approved|allowed|licensed|suitable|intended|available|open|cleared|offered|for use|used|told)( for)?( use)?( by| with| about)?( whom| who)?$|^(pupils?|children|students?|staff|people) (told|known|informed|shared) about$|^(which|what) (pupils|children|students|people|staff|year groups?|years|classes|groups?)( (is|are|it|this|they|affected|involved|covered|about|for|does|do|we|on|included|it s))*$`), words.Regexp(`\b(responsible|approved by|asked|told (by|to)|(who|whom) .*told|share|shares|shared|sent|send|access|stor\w*|keep\w*|pays?|runs?)\b`), tenths(4, isPeople)},
	{graph.FieldSpecial, words.Regexp(`^(any |is it |is this |is there )?(special|sensitive|sc|scd|spec cat|special cat|special category)( data)? ?(or|and)? (criminal|crim|conviction|offence)s?( data| offence data| offences?)?( included| shared| held)?$|^(any |is it |is this |is there )?(criminal|crim)( data)? ?(or|and)? (special|sensitive)( category)?( data)?$|^(any |is it |is there |includes? |contains? )?(medical|health|religion|religious|ethnic(ity)?|race|sen|send|biometrics?|union|sexuality|allerg(y|ies)|disability|sensitive|special)( info| data| information)?( (or|and)? ?(medical|health|religion|religious|ethnic(ity)?|race|sen|send|biometrics?|union|sexuality|allerg(y|ies)|disability|sensitive|special|criminal|convictions?)( info| data| information)?)+( etc)?$|^(sort|type|kind|class|category|level) of (data|info|information)$|^(ordinary|normal|standard|personal) or (special|sensitive)( category)?( data)?$|^(data )?(sensitivity|sensitive level|classification)$`), nil, tenths(7, declares)},
	{graph.FieldSafeguard, words.Regexp(`\b(outside|out of|leaves?|leaving|abroad|overseas|international(ly)?|third countr(y|ies)|beyond|non uk|not uk)\b.*\b(if (y|yes|so|applicable|any|it does)|where|where to|which|how|safeguards?|mechanism|protect\w*)\b`), words.Regexp(`\b(trips?|visits?|exchange|students?|pupils?|stored|kept|held|hosted|servers?|hosting|access(ed)?|support|shared outside|outside (the )?(school|trust|organisation|council))\b`), tenths(6, startsWithState)},
	{FieldCollected, words.Regexp(`\bfrom (the )?(data )?subjects?\b|\bsubjects? or (an)?other\b|^(informant|who (tells|told|informs|informed|notifies) (us|you|school|the school)|(data|info|information) (supplier|giver|source)|inputs? from|individual or (a )?third party|source|method of (data )?(collection|collecting|obtaining|gathering|capture)|(data )?(collection|capture|acquisition) (method|route|point|channel|means)|means of (data )?(collection|capture))( y n)?$|\bhow\b.*\b(collect(ed)?|obtain(ed)?|gather(ed)?|acquired?|captured?|sourced|we get|you get|we got|did we get|come by)\b|\b(direct|directly|straight) from( the| an)? (individuals?|(data )?subjects?|person|people|pupils?|students?|parents?|source|famil(y|ies)|staff|them)\b`), words.Regexp(`\b(how (long|often|much|many)|consents?|permission|often|frequency|retention|when|date)\b`), tenths(4, givesData)},
	{graph.FieldFrom, words.Regexp(`^(which |name of |our |the )?(school|nursery|college|campus|institution|setting|site|academy|provision|branch|organisation or school|trust school|schools?( in (the )?(trust|mat|federation)| concerned| involved)?|school or (site|trust|college|nursery)|school site|nursery setting|customer|client|originator|provided by|supplied by|given by|origin|origin of (the )?(data|transfer))( name| \(.*)?$`), words.Regexp(`\b(pupils?|previous|destination|new|next|trip|code|urn|dfe|type|phase)\b`), ownSchools},
	{FieldCollected, words.Regexp(`\b(sources?|sourced|origin(al|ally|ates?|ated|ator)?|informants?|provid(es?|ed|ing|er)|suppl(y|ies|ied|ier|ying)|giv(es?|en|ing|er)|gave|obtain(ed|s|ing)?|collect(s|ed|ing|ion)?|gather(s|ed|ing)?|receiv(es|ed|ing)|acquir(es?|ed)|direct(ly)?|indirect(ly)?|c(a|o)mes? from|completes? (it|the form)|fill(s|ed)? (it|in)|from who(m)?|who(m)? from|got)\b`), words.Regexp(`\b(to|shared|subjects?|about|affected|retention|consents?|permission|notice|told|informed|basis|how (long|often|much|many)|number|system|software|app|it supplier|frequency|date|when|why|purpose|trained|training|card|details of)\b`), tenths(5, saysWhoGave)},
	{graph.FieldFrom, words.Regexp(`\b(schools?|academ(y|ies)|colleges?|nurser(y|ies)|settings?|sites?|campus(es)?|entit(y|ies)|establishments?|institutions?|trusts?|federation|sender|sending|disclosing|providing|sharing|exporting|transferring|releasing|branch|discloser|sharer|shares|shared|originator|passes|passed|sends|sent|discloses)\b`), words.Regexp(`\b(to|receiv\w*|recipients?|destination|next|new|previous|former|last|feeder|partner|other|others|outside|external|with|contact|lead|head|type|phase|code|urn|dfe|number|owner|trips?|visits?|leav\w*|attended|approved|where|location|address|country|countr\w+|purpose|why|how|data shared|agreement|policy|staff|pupils?)\b`), ownSchools},
	{graph.FieldSystem, words.Regexp(`\b(systems?|software|apps?|platforms?|mis|vle|portals?|programs?|programmes?|ed ?tech|tech|databases?)\b`), words.Regexp(`\b(data|info|information|details) (in|on|within|held|stored)\b|\b(people|bodies|firms|pass(es|ed)?|shared?|sends?|giv(e|es|en))\b|^(responsible|data|info|information|what (data|info|does|do|it)|details)\b|\b(who|owner|admin\w*|manager|lead|suppliers?|providers?|vendors?|developers?|publisher|company|why|when|dates?|how|countr\w+|hosted|hosting|server|risk|ratings?|cost|price|backed|secur\w*|access|users?|version|url|link|login|contract|agreement|dpia|purpose|used for|is for|for what|does|support|review\w*|mfa|approved?|status|licen[cs]es?|study|updated|installed|training|numbers?|no|encrypted|entered|by|criticality|description|function|notes?|category|tech(nical)? (measures?|controls?|lead|contact))\b`), namesThings},
	{graph.FieldSpecial, words.Regexp(`\b(special (cat\w*|info|information|data)|sensitive|sens|scds?|spcd|scpd|sc data|art(icle)? 9)\b`), words.Regexp(`\b(sensitive to|commercial\w*|time|price|market|business|politically|culturally|conditions?|bas[ie]s|grounds?|documents?|marking|label|risk|ratings?|owner|lead|who|why|how|when|where|dates?|policy|training|retention|roles?|posts?|jobs?|contacts?|subjects?)\b`), tenths(8, declares)},
	{graph.FieldConsent, words.Regexp(`\b(consent(s|ed)?|permissions?|opt(ed)? ?ins?)\b|\bslips?\b.*\b(returned|back|in|signed|received|held|seen)\b|\b` + people + `( have| has)?( all)? (said (yes|ok)|agreed?|ok d|okd|okayed|signed|happy|given the ok)\b|\b(ok d|okd|ok ed|okayed|agreed|signed( off)?|authorised|approved|allowed|yes) (to )?(by|from) (the )?` + people + `\b`), words.Regexp(`\b(age|form sent|wording|withdrawal|policy|notice|basis$|basis of|agreements?|contracts?|learning agreement|reading|refs? for)\b`), tenths(4, consents)},
	{graph.FieldAgreementEnds, words.Regexp(`^(it |this |contract |agreement )?(lapses|ends|ceases|runs (out|until|to)|terminates|stops|comes to an end|up for renewal)( on)?$|\b(agreements?|contracts?|dpas?|dsas?|mous?|slas?)\b.*\b(ceases|lapses|runs (out|until|to)|terminat\w+|comes to an end|up for renewal)\b`), nil, datesMostly},
	{graph.FieldAgreement, words.Regexp(`\b(agreements?|contracts?|mous?|dpas?|dsas?|isas?|slas?)\b|\b(in|on) (writing|paper)\b|\bwritten (terms|down)\b|\b(data|dp|gdpr|data protection|processing|processor|privacy|art(icle)? 28) (schedule|annex|addendum|clauses?|terms)\b|\b(terms|t and cs) (on |for |about )?(data|gdpr|dp)\b|\bsigned (up|paperwork)\b|\b(terms( and conditions)?|t and cs?) (signed|accepted|agreed|in place)\b|\b(terms( and conditions)?|t and cs?|tcs) (incl(uding|ude|udes)?|with|cover(s|ing)?|have|contain(s|ing)?|mention(s|ing)?) (data|gdpr|dp|privacy)\b|\bsigned\b.*\b(gdpr|data|dp|privacy|ig)\b.*\b(forms?|paperwork|terms|letters?|docs?|documents?|schedule|clauses?)\b|\b(gdpr|data protection|dp) (forms?|paperwork|letters?|docs?|terms) (signed|back|returned|received|in place|on file|seen)\b`), words.Regexp(`\b(confidential(ity)?|ndas?|non disclosure|sccs?|standard|idta|transfers?|international|safeguards?|ends?|ending|expir\w*|renew\w*|end date|lead|leads|manager|owner|value|cost|price|type|kind|number of|length|term|notice|review\w*|user|acceptable|home school|tenancy|date|dated|when|signatory|who|ceas\w+|lapses|terminat\w+|runs)\b`), agreed},
	{graph.FieldDPIA, words.Regexp(`\b(dpias?|impact assess(ment)?s?)\b`), words.Regexp(`\b(reviewer|owner|author|lead|officer|by whom|who|when|date|transfer|tia|tra|risk (score|level|rating|category|grade)|equality)\b`), tenths(5, papers)},
	{FieldJoint, words.Regexp(`\bjoint(ly)? (data )?(control\w*|responsib\w*)\b|\bart(icle)? 26\b`), nil, tenths(6, answers)},
	{graph.FieldRetention, words.Regexp(`\b(ret(n|ention)? (period|time|sched(ule)?)|purg(e|ed|ing)|clear(ed)? (out|down)|shelf life|shred(ded|ding)?|destroy(ed)?|destruction|delet(e|ed|ion)|wip(e|ed)|bin(ned)?|dispos(e|ed|al)|got rid of|get rid of|thrown|kept|keep|hang on|hold on|holds on|life ?span|weeded|erased?|removed|gone by)\b`), words.Regexp(`\b(who|how (is|it|do|we)|by whom|method|responsible|certificate|evidence|confirmed|where|stored|location|in|on|secure\w*|safe|log|whether)\b`), tenths(5, periods)},
	{graph.FieldHosting, words.Regexp(`\b(which|what) (countr(y|ies)|locations?|regions?)( or (countr(y|ies)|locations?|regions?))?\b.*\b(data|information|info|records)\b.*\b(stored|held|hosted|kept|located|process(ed|ing)|resides?|sits?|lives?)\b|\bwhere\b.*\b(data|information|info|records|servers?)\b.*\b(stored|held|hosted|kept|located|processed|resides?|sits?|lives?)\b`), words.Regexp(`\b(backups?|backed|accessed|sub ?processors?|long|who|how|transferred|sent)\b`), placesMostly},
	{graph.FieldRetention, words.Regexp(`\b(how long|what happens to)\b.*\b(data|information|records)\b.*\b(contract|termination|terminate|exit|leave)\b`), nil, tenths(5, periods)},
	{graph.FieldAccess, words.Regexp(`\b(countr(y|ies)|where|overseas|abroad|outside|offshore)\b.*\b(log(s|ged)? ?(in|on)|access(ed|es)?|support|help ?desk|view(ed)?|remote)\b|\b(log(s|ged)? ?(in|on)|access(ed|es)?|support|help ?desk|view(ed)?|remote)\b.*\b(countr(y|ies)|where|overseas|abroad|outside|offshore)\b`), words.Regexp(`\b(covered|safeguards?|sub ?processors?|pupils?|students?|school|our|trust|home|hours|training|how|who|trips?)\b`), placesMostly},
	{graph.FieldPurpose, words.Regexp(`^(so (that )?(they|we|it|staff|pupils|children|the \w+) can|so (that|as to)|(what s|whats|what is) (it|this|that)( all)? (for|in aid of|about)|in aid of|for|to|(what )?(they |it )?(comes?|came|is|are|here|visits?|visiting|invited|brought|called|attends?|booked|hired|employed|engaged|needed) (in |out |here |there )?(for|to do|in to do)|(where|how|what) (it|they|this|these|photos?|images?|(the |our )?(photos?|images?|data|info|information)) ((might|may|will|can|could) (be )?|(is|are) (being |to be )?|gets? )?(appears?|used|shown|published|displayed|printed)( in| on)?|(used|appears|shown|published|displayed) (in|on|where)|where (used|published|shown|displayed)|(type of )?(publication|medium|media|outlet)|intended (use|purpose)|used? to|(the )?point of (it|this)|(what|jobs?|things?) (it|this|they) (does|do|s for|is for|are for)( for us)?|(what|why) (we|you|they|the school) (use|need|have|bother|do|run|offer|provide|want)( with)?( it| them| this)?( for)?|what (they|it) (do|does)( for us| with it)?|benefit( to (us|pupils|school))?|((name of )?(the )?(\w+ )?(process(es)?|procedures?|tasks?|workflows?|activity|activities))|(name of |title of |which )?(the )?(\w+ )?(trips?|visits?|residentials?|outings?|excursions?|expeditions?|clubs?|events?|productions?|projects?|competitions?|camps?|campaigns?|fixtures?|programmes?|schemes?|initiatives?|surveys?|photos?|photographs?|publications?)( (or|and) (trips?|visits?|residentials?|activity|activities|clubs?|events?|projects?|programmes?|schemes?|initiatives?|videos?|films?|publications?))?( name| title)?|to help( us)?( with)?)$|\b(in aid of|intended (use|purpose)|meant for)\b`), nil, titles},
	{graph.FieldCategories, words.Regexp(`\b` + whatIs + ` (that )?(we|they|it|you|about|on|being|which|passed|going|given|handed|sent|held|kept|people)\b|\b(we|they) (give|pass|send|hand|tell|get|see|hold|know|receive) .*` + whatIs + `\b|\bwhat (it|this|that|they|we) (tells?|says?|shows?|knows?|holds?|get|see|give|send|pass)\b|\bwhat ((do|does|did|would|is|can|could|may|will) )?(we|you|school|the school|they|it|staff) (can |may |will |have to )?((tell|told|give|send|pass|share|say|see|get|know|hold|receive|supply|collect|record|enter|upload|put in|keep|store) (or |and )?)*(tell|told|give|send|pass|share|say|see|get|know|hold|receive|supply|provide|need|ask for|collect|keep|store)( on| over)?( (them|it|us|others|each other))?( (to|with|about|from|for|on))?( (them|it|us|others|parents|pupils))?$|\b(paperwork|forms?|files?|documents?|records?)( and| or)? ` + whatIs + `\b|\b` + whatIs + ` (involved|within|inside|concerned)\b`), words.Regexp(`\b(why|when|who|whom|whose|where|how|protect\w*|owner|controller|officer|privacy|location|countr\w+|uk|eu|kept (in|on|at|for|until)|held (in|on|at|for|until|by)|sent (by|to|via)|given (by|to)|basis|legal|retention|security|consent|permission|agreement|contract|notice|storage|stored|age|in|requests?|breach\w*|subjects?|from)\b`), wordyOfNobody},
	{graph.FieldAccess, words.Regexp(`\b(support\w*|help ?desk|access\w*|log ?ins?|logged|view\w*|maint\w+|engineers?|technicians?|developers|staff|remote(ly)?|call centre)\b`), words.Regexp(`\b(covered|safeguards?|sub ?processors?|pupils?|students?|school|our|home|hours|training|how|trips?|compan(y|ies)|hq|registered|host\w*|servers?|stored|data ?cent\w+|nationality|born|birth|visa|citizen\w*|recruit\w*)\b`), placesMostly},
	{graph.FieldPurpose, words.Regexp(`^((shared|held|kept|used|collected|processed|needed|given|sent|stored|required|data (held|shared|used|kept))( (for|because|in order to|so that|so|to enable|to allow))( what| what reason| purposes? of)?|(what|which) (services?|activity|process|task|purpose)( (is it|does it support|provided|do they provide))?|so (that )?(they|we|it|staff|pupils|children|the \w+) can|so (that|as to)|(what s|whats|what is) (it|this|that)( all)? (for|in aid of|about)|in aid of|for|to|intended (use|purpose)|used? to|(the )?point of (it|this)|(what|jobs?|things?) (it|this|they) (does|do|s for|is for|are for)( for us)?|(what|why) (we|you|they|the school) (use|need|have|bother|do|run|offer|provide|want)( with)?( it| them| this)?( for)?|what (they|it) (do|does)( for us| with it)?|benefit( to (us|pupils|school))?|((name of )?(the )?(\w+ )?(process(es)?|procedures?|tasks?|workflows?|activity|activities))|(name of |title of |which )?(the )?(\w+ )?(trips?|visits?|residentials?|outings?|excursions?|expeditions?|clubs?|events?|productions?|projects?|competitions?|camps?|campaigns?|fixtures?|programmes?|schemes?|initiatives?|surveys?|photos?|photographs?|publications?)( (or|and) (trips?|visits?|residentials?|activity|activities|clubs?|events?|projects?|programmes?|schemes?|initiatives?|videos?|films?|publications?))?( name| title)?|to help( us)?( with)?)$|\b(in aid of|intended (use|purpose)|meant for)\b`), nil, titles},
	{graph.FieldFrequency, words.Regexp(`^(when|intervals?|timing|cycle|refresh rate|rhythm|how (often|frequently|regularly)\b.*|.*\b(termly|annual(ly)?|daily|weekly|monthly)\b.*)$`), nil, tenths(6, func(_ *law.Book, v string) bool { id, _ := words.List("frequency").First(v); return id != "" })},
	{graph.FieldOwner, words.Regexp(`\b((subject|contract|project) lead|link person|sponsor|budget holder|requester|requested by|authorised by|accountable|champion|looked after by|contact (person )?(at|in) school|school contact|our (contact|lead|person))\b`), words.Regexp(`\b(given|sent|passed|disclosed|released|supplied|provided|shared) (to|with)\b|\b(suppliers?|their|vendor|company|e ?mail|phone|date)\b`), wordy},
	{graph.FieldNotes, words.Regexp(`\b(anything else|caveats?|remarks?|to remember|worries|concerns|thoughts|things to note|observations|jottings|worth knowing)\b`), words.Regexp(`\b(people|persons?|individuals?|pupils?|who(m)?|subjects?|data|security|safeguarding|cause|recorded)\b`), wordy},
	{graph.FieldMethod, words.Regexp(`^(means|way (of|it is|we) (giving|sending|sharing|passing|given|sent|send|share)|how (it|this|data|info) (travels|goes|gets (there|to them)|is passed|is handed)( over| on)?)$`), nil, wordy},
}

// askedFor is the field that a heading asks for in words of its own, where the
// cells answer that.
func askedFor(heading string, values []string, book *law.Book, free func(graph.Field) bool) (graph.Field, string) {
	if len(heading) > cell.LongestHeading || len(values) == 0 {
		return "", ""
	}
	folded := words.Fold(offered.ReplaceAllString(heading, " "))
	for i := range everyAsked {
		a := &everyAsked[i]
		if !free(a.field) || ofOtherThing(a.field, heading) || !a.words.MatchString(folded) && !a.words.MatchString(words.Fold(heading)) || a.unless != nil && a.unless.MatchString(folded) {
			continue
		}
		if slices.Contains(betters, a.field) && asksOpen(heading) || !a.holds(values, book) || isPlainlyOther(a.field, values, book) {
			continue
		}
		if n := cell.CountOf(values, func(v string) bool { return cell.IsOrganisation(book, v) }); a.field == graph.FieldTo && n >= 2 && 2*n >= len(values) {
			return a.field, fmt.Sprintf("%d of %d values are names of organisations", n, len(values))
		}
		return a.field, askedWhy
	}
	return "", ""
}

// tenths asks that so many tenths of the values, at least, are so.
func tenths(n int, is func(book *law.Book, v string) bool) func([]string, *law.Book) bool {
	return func(values []string, book *law.Book) bool {
		return 10*cell.CountOf(values, func(v string) bool { return len(v) <= 300 && is(book, v) }) >= n*len(values)
	}
}

// yearNames finds year groups within longer words: "KS3-4 pupils", "Staff, Y9+".
var yearNames = words.Regexp(`\b(y|yr|year|ks|key stage) ?\d{1,2}\b`)

// ownGroup finds groups of pupils as teachers call them: "Own class", "Group".
var ownGroup = words.Regexp(`^(own |whole |the |my |their |one )?(class|group|cohort|form|year|school|set)(es|s)?( group| list)?$`)

func isPeople(_ *law.Book, v string) bool {
	return len(v) < 80 && (cell.IsGroup(v) || ownGroup.MatchString(words.Fold(v)) || yearNames.MatchString(words.Fold(v)) || words.List("subject").Has(v) || words.Fold(v) == "all")
}

func declares(book *law.Book, v string) bool {
	d, doubts := cell.ParseSpecial(book, v)
	return d.State != 0 && doubts == nil
}

func startsWithState(_ *law.Book, v string) bool {
	state, _ := cell.ParseState(v)
	return state != 0
}

// givesData reports whether a value names who gives data: a group of people, or a
// body that is known.
func givesData(book *law.Book, v string) bool {
	if words.List("subject").Has(v) || previousPlace.MatchString(words.Fold(v)) {
		return true
	}
	_, ok := book.FindBody(words.WithoutBrackets(v))
	return ok
}

// namesThings reports whether values are names, of which none need be a company's.
func namesThings(values []string, book *law.Book) bool {
	return wordy(values, book) && 10*cell.CountOf(values, func(v string) bool {
		return len(strings.Fields(v)) <= 6 && strings.ToLower(v) != v && !isCount(v) && !cell.IsGroup(v)
	}) >= 7*len(values)
}

// saysWhoGave reports whether a value says nothing but who gives data: "From
// parents", "Pupils and staff".
func saysWhoGave(_ *law.Book, v string) bool {
	if words.Fold(v) == "" {
		return false
	}
	for part := range strings.SplitSeq(aloneWords.ReplaceAllString(words.Fold(v), " and "), " and ") {
		part = strings.TrimSpace(part)
		if _, is := words.List("subject").Whole(part); !is && part != "" && (!previousPlace.MatchString(part) || len(strings.Fields(part)) > 3) {
			return false
		}
	}
	return true
}

var aloneWords = words.Regexp(`\b(from|the|themselves|directly|or|our)\b`)

// previousPlace finds where a pupil or a member of staff was before, and others who
// tell a school of them.
var previousPlace = words.Regexp(`\b(previous|last|former|feeder|other) (school|setting|nursery|college|employer|academy|la)\b|\b(local authority|health visitor|social worker|gp|referee|agency|council|dfe|nhs)\b`)

// ownSchools reports whether values name schools of the register's own: by the name
// that a school goes by, and not as the one before or after.
func ownSchools(values []string, _ *law.Book) bool {
	n := cell.CountOf(values, func(v string) bool {
		f := words.Fold(v)
		return schoolName.MatchString(f) && !previousPlace.MatchString(f) && len(v) <= 80
	})
	return n >= 2 && 10*n >= 6*len(values)
}

var schoolName = words.Regexp(`\b(schools?|academy|academies|primary|infants?|juniors?|college|nursery|nurseries|trust|federation|pre ?school|grammar|secondary|prep|sixth form|high|campus|pru)\b`)

func consents(_ *law.Book, v string) bool {
	c, _ := cell.ParseConsent(v)
	return c.State != 0 || recordRef.MatchString(v)
}

// recordRef is the number that a register gives a form or an assessment: "C12".
var recordRef = words.Regexp(`^[a-z]{1,6}[ /-]?\d{1,5}[a-z]?$`)

// agreed reports whether values say whether there is an agreement, and are not
// merely days of which nobody knows what they are of.
func agreed(values []string, book *law.Book) bool {
	return !datesMostly(values, book) && tenths(6, func(_ *law.Book, v string) bool { return cell.AgreementAnswer(v).State != 0 })(values, book)
}

func papers(_ *law.Book, v string) bool {
	e, _ := cell.ParseDocument(v)
	return e.State != 0 || recordRef.MatchString(v) || screened.MatchString(v)
}

var screened = words.Regexp(`\b(screen(ed|ing)?|low|medium|high|full)\b`)

func answers(_ *law.Book, v string) bool {
	state, _ := cell.ParseState(v)
	return state != 0
}

var periods = func(_ *law.Book, v string) bool {
	return len(v) <= 120 && (periodWords.MatchString(v) || periodShort.MatchString(v))
}

// periodShort finds when data goes in a few words: "6y", "each July", "when they
// leave", "end of year".
var periodShort = words.Regexp(`\b\d+ ?(y|yrs?|years?|m|mths?|months?|wks?|weeks?|days?|d|terms?)\b|\b(end of|after|until|once|when|on leaving|leav(e|es|ers?|ing)|dob|annual(ly)?|yearly|each|every|termly|permanent(ly)?|indefinite(ly)?|for ?ever|never|current|rolling|contract)\b`)

func datesMostly(values []string, book *law.Book) bool {
	return cell.MostOf(values, func(v string) bool { return cell.IsDate(book, v) })
}

// placesMostly reports whether values are countries, or say that there is none.
func placesMostly(values []string, book *law.Book) bool {
	return 10*cell.CountOf(values, func(v string) bool {
		state, rest := cell.ParseState(v)
		return cell.IsPlace(book, v) || state == graph.No && rest == ""
	}) >= 7*len(values) && holdsPlace(values, book)
}

// wordyOfNobody reports whether values are words, and not mostly groups of people.
func wordyOfNobody(values []string, book *law.Book) bool {
	return wordy(values, book) && !cell.MostOf(values, cell.IsGroup)
}

// wordy reports whether values are words, and not answers, dates or countries.
func wordy(values []string, book *law.Book) bool {
	n := cell.CountOf(values, func(v string) bool {
		state, _ := cell.ParseState(v)
		return state != 0 || cell.IsDate(book, v) || cell.IsPlace(book, v) || periodWords.MatchString(v)
	})
	return 10*n <= 3*len(values)
}

// titles reports whether values are words, in which countries may be named: "Iceland
// geography trip".
func titles(values []string, book *law.Book) bool {
	n := cell.CountOf(values, func(v string) bool {
		state, rest := cell.ParseState(v)
		return state != 0 && rest == "" || cell.IsDate(book, v) || cell.IsCountries(book, v) || periodWords.MatchString(v)
	})
	return 10*n <= 3*len(values)
}

// bodiesNamed reports whether values are names of others than the school's own
// people.
func bodiesNamed(values []string, book *law.Book) bool {
	values = slices.DeleteFunc(slices.Clone(values), cell.StaysInside) // which says that there is nobody, and no other thing
	own := cell.CountOf(values, func(v string) bool { return cell.IsGroup(v) || listsData(book, v) })
	return HoldsNames(values, book) && 10*own <= 3*len(values)
}
