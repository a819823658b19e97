package importers

import (
	"strings"

	"dpmap/graph"
	"dpmap/importers/lazyre"
	"dpmap/importers/words"
)

// way is which way a row says that its data goes.
type way int

const (
	wayOut way = iota
	wayIn
	wayBoth
)

var (
	inwardBehind = words.Regexp(`^(\S.*?)\s*[(–,-]+\s*(referrals? (in|to us|received)|we (receive|get)\b[^)]*|(data|information|info|records?|files?)? ?(received|coming in|to us|from them)|incoming|inbound|to us|sent to us|they (send|refer|give|pass|provide)\b[^)]*\bus)\s*\)?$`)
	inwardBefore = words.Regexp(`^(?:data |information )?(?:received )?from (\S.*)$`)
	bothBefore   = words.Regexp(`^(?:to (?:and|&|/) from|from (?:and|&|/) to|to/from|from/to)\s+(\S.*)$`)
	bothBehind   = words.Regexp(`^(\S.*?)\s*[(–,-]+\s*(both ways|two[- ]way|in and out|to (?:and|&) from|send and receive|sent and received)\s*\)?$`)
	inwardWords  = words.Regexp(`^(they|who) (refer|send|give|pass|provide|share)\b.*\b(us|(the|our) (school|academy|college|trust|nursery))\b|^we (receive|get|are (sent|given))\b|^(to )?receiv(e|es|ed|ing) .* from\b|^referrals? (in|to us)\b|^incoming\b`)
)

// wayOf is the way that a cell of recipients tells, and the cell without the words
// that tell it: "CAMHS (referrals in)", "from DfE", "to & from DfE".
func wayOf(text string) (way, string) {
	for _, w := range []struct {
		fit *lazyre.Regexp
		way way
	}{{bothBefore, wayBoth}, {bothBehind, wayBoth}, {inwardBehind, wayIn}, {inwardBefore, wayIn}} {
		if m := w.fit.FindStringSubmatch(text); m != nil {
			return w.way, strings.TrimSpace(m[1])
		}
	}
	return wayOut, text
}

// turned gives the drafts of a row that says that its data comes to the register's
// own organisation, by the cell of recipients or by the purpose; it is told.
func (r *record) turned(d draft) []draft {
	v, at, _ := r.cell(graph.FieldTo)
	w, _ := wayOf(v.text)
	said := v.text
	if w == wayOut && inwardWords.MatchString(d.Purpose) {
		w, said, at = wayIn, d.Purpose, d.Where(graph.FieldPurpose)
	}
	if w == wayOut || d.from != own || d.to == own {
		return []draft{d}
	}
	in := d
	in.Flow = clone(d.Flow)
	in.from, in.to = d.to, own
	in.SenderCountry, in.RecipientCountry = d.RecipientCountry, graph.Place{}
	in.Role, in.RoleText = 0, ""
	r.t.problems.tell(at, words.Quote(said)+" says that data comes from "+words.Quote(r.t.parties.parties[d.to].Name)+", so it is taken for the sender", "write who sends in a column From, and who receives in a column To")
	if w == wayBoth {
		return []draft{d, in}
	}
	return []draft{in}
}
