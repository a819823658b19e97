package column

import (
	"fmt"
	"slices"

	"dpmap/graph"
	"dpmap/graph/law"
	"dpmap/importers/cell"
	"dpmap/importers/words"
)

var (
	// bySomebody finds headings that ask by whom data was sent, which a school
	// answers with its own people or with the way that it went.
	bySomebody = words.Regexp(`^(date |data |info |information |it |record )?(is |was |were )?(shared|sent|disclosed|given|passed|provided|supplied|released|transferred|issued|emailed|communicated|handed|referred)( over| on| out)? by( whom| who)?$|^who (shared|sent|shares|sends|sends it|gave|gives|disclosed|discloses|passed|passes|provided|provides|released|releases|shared it|sent it|gave it|shares it)( it| this| the data| the info| the information)?( on| out| over)?$|^(sender|discloser|originator|sharer|who)$`)
	// ownWorker finds people of a school by what they are called there.
	ownWorker = words.Regexp(`^(the |our |deputy |assistant |acting |executive |lead |senior |chief |head of |trust |school |central |class |form |y(ear)? ?\d+ )*(d{1,2}sl|dsls|sen ?c[o0]s?|inco|hoys?|hods?|sbm|cbm|coo|cfo|ceo|dpo|hts?|dhts?|ahts?|slt|ebl|evc|dcpo|heads?|head ?teachers?|principals?|deputy|safeguarding( lead| team| officer)?|designated( safeguarding)? lead|data|exams?( office| officer| manager| team)?|attendance( officer| lead| team)?|admissions( officer| team)?|(the )?office( manager| admin| staff| team)?|admin(istrators?|istration)?( team| assistant)?|business manager|bursar|finance( officer| manager| team| director| office)?|hr( officer| manager| team| lead| director| admin)?|payroll( officer| team)?|it( manager| team| technician| support)?|network manager|data( manager| officer| team| protection officer)|receptionist|reception|secretary|school secretary|clerk( to (the )?governors)?|governors?|chair of governors|teachers?|tutors?|pastoral( team| lead| manager)?|year( \d+)?( heads?| leaders?| office)?|heads? of (year|sixth|key stage|inclusion|sixth form|school|department|house|faculty)( \w+)?|(year|key stage|sixth form) leaders?|librarian|nurse|matron|site manager|caretaker|premises manager|pa|head s pa|pa to( the)? head|manager|officer|coordinator|co ordinator|trip leader|visits? (lead|coordinator|leader)|inclusion( lead| manager| team)?|family (support|liaison)( worker| officer)?|marketing( officer| manager| team)?|staff|hoy|ks ?\d lead|we|us|school|me|self)( \d{1,2}| y(ear)? ?\d{1,2})?$`)
	// bodyWords are words in names of schools and other organisations.
	bodyWords = words.Regexp(`\b(schools?|academ(y|ies)|college|trust|mat|council|primary|infants?|juniors?|nursery|high|university|nhs|ltd|limited|inc|plc|llp|department|authority|borough|county|city|police|hospital|service|services|foundation|association|federation|board|society|agency|st|saint)\b`)
)

// sendersPeople takes from the senders a column headed Sent by or Shared by that
// names no organisation: its people answer for the sharing, and what is no
// person's name is the way by which it went. Otherwise each of them would become
// an organisation of its own, and the controller a stranger to its own sharing.
func sendersPeople(columns []graph.Column, samples map[int][]string, book *law.Book) []graph.Column {
	has := func(f graph.Field) bool {
		return slices.ContainsFunc(columns, func(c graph.Column) bool { return c.Field == f })
	}
	out := slices.Clone(columns)
	for i, c := range out {
		if c.Field != graph.FieldFrom || c.How == cell.ByOption || !bySomebody.MatchString(words.Fold(c.Heading)) {
			continue
		}
		values := cell.KnownValues(samples[c.Col])
		people := cell.CountOf(values, func(v string) bool { return ownWorker.MatchString(words.Fold(words.WithoutBrackets(v))) })
		ways := cell.CountOf(values, isMethod)
		bodies := cell.CountOf(values, func(v string) bool {
			return !isMethod(v) && !ownWorker.MatchString(words.Fold(words.WithoutBrackets(v))) && isBody(book, v)
		})
		if people+ways == 0 || people+ways < 3*bodies {
			continue
		}
		field, why := graph.FieldOwner, "its cells are the school's own people, who answer for it"
		if ways > people {
			field, why = graph.FieldMethod, fmt.Sprintf("%d of %d values are ways of sending", ways, len(values))
		}
		out[i].Field, out[i].How, out[i].Why = field, ByContents, why
		if has(field) {
			out[i].Field, out[i].How, out[i].Why = "", byAside, why+", and another column says so"
		}
	}
	return out
}

// isBody reports whether a text could be the name of an organisation: one that is
// known, or one with a word that organisations have in their names.
func isBody(book *law.Book, v string) bool {
	if _, ok := book.FindBody(v); ok {
		return true
	}
	return cell.IsOrganisation(book, v) || bodyWords.MatchString(words.Fold(v))
}
