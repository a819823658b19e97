package importers

import (
	"regexp"
	"slices"
	"strings"

	"dpmap/graph"
	"dpmap/importers/cell"
	"dpmap/importers/column"
	"dpmap/importers/words"
)

var (
	deniesIt = words.Regexp(`\b(not|never|dont|without|unless)\b`)
	nameDash = regexp.MustCompile(`\s+[-–—]+\s+|:\s+`)
	// purposeBehind divides a name from what it is for: "Mailbird, for newsletters".
	purposeBehind = words.Regexp(`,\s+(?:which is )?(?:used )?(?:for|who|which|to|provid(?:es?|ing)|as our|as the)\s`)
	lastJoint     = regexp.MustCompile(`(?i)[\s,;]+(?:and|or)?[\s,;.]*$`)
)

// shareList recognises a list in one column beneath a sentence such as "We share
// pupils' information with:", as schools' websites have it.
func (s *source) shareList(top []line, o Options) {
	l := layoutNamed("share-list")
	if o.Layout != "" && o.Layout != l.Name || s.isSupport() {
		return
	}
	alone, pairs := 0, 0
	for i := range top {
		switch n, _ := top[i].ownCells(); n {
		case 1:
			alone++
		case 2:
			pairs++
		}
	}
	if len(top) < 3 || 10*alone < 8*len(top) && 10*(alone+pairs) < 9*len(top) {
		return
	}
	for i := range top {
		n, only := top[i].ownCells()
		if n != 1 || s.depth(top[i].number) > headingRows || !beginsList(only.text) || !namesBelow(top[i+1:]) || pairs > alone && !pairsBelow(top[i+1:]) {
			continue
		}
		s.layout, s.head, s.pairs = l, top[i].number, pairs > alone
		s.cols = []graph.Column{{Col: only.col, Heading: only.text, Field: graph.FieldTo, How: column.ByPosition, Why: "it says that those who stand beneath it get data"}}
		if field, how := column.HeadingTable()["flow"].Exact(only.text); field == graph.FieldTo {
			s.cols[0].How, s.cols[0].Why = how, ""
		}
		return
	}
}

// beginsList reports whether a line says that recipients follow.
func beginsList(text string) bool {
	folded := words.Fold(strings.TrimRight(text, " :-–—.…"))
	if field, how := column.HeadingTable()["flow"].Exact(text); field == graph.FieldTo && how != column.ByLikely {
		return true
	}
	if listTitle(words.Fold(column.Numbering.ReplaceAllString(text, ""))) {
		return true
	}
	return saysWeShare(text) || len(strings.Fields(folded)) <= 40 && sharesWith(folded) && !deniesIt.MatchString(folded)
}

// namesBelow reports whether at least two of the lines beneath could be names of
// recipients, and most of the first ones.
func namesBelow(below []line) bool {
	names, n := 0, 0
	for i := range below {
		if n == sampleRows {
			break
		}
		n++
		name, _ := sharedItem(below[i].joined())
		if n := len(strings.Fields(name)); n > 0 && n <= cell.WordsOfName && !otherList(words.Fold(name)) {
			names++
		}
	}
	return names >= 2 && 2*names > n
}

// pairsBelow reports whether the lines beneath are names with what they are for in the
// next column, and the first of them is no heading.
func pairsBelow(below []line) bool {
	n := 0
	for i := range below {
		texts := below[i].texts()
		if len(texts) == 2 && len(strings.Fields(texts[0].Text)) <= 6 && !column.KnownHeading(texts[0].Text) && texts[0].Col+1 == texts[1].Col {
			n++
		} else if len(texts) > 1 {
			return false
		}
	}
	return n >= 2
}

// joined is what the line itself says, its cells divided by commas: a CSV may
// have parted "Police, courts".
func (l *line) joined() string {
	var texts []string
	for _, c := range l.cells {
		if c.text != "" && !c.merged {
			texts = append(texts, c.text)
		}
	}
	return strings.Join(texts, ", ")
}

// sharedItem parts a line into the name before the first dash or colon and what is
// said of it behind.
func sharedItem(text string) (name, purpose string) {
	text = lastJoint.ReplaceAllString(words.TrimItem(text), "")
	name = text
	if at := nameDash.FindStringIndex(text); at != nil {
		name, purpose = strings.TrimSpace(text[:at[0]]), strings.TrimSpace(text[at[1]:])
	} else if parts := cell.SplitOutside(text, purposeBehind); len(parts) > 1 && len(strings.Fields(words.WithoutBrackets(parts[0]))) <= 6 {
		name, purpose = parts[0], strings.TrimLeft(text[len(parts[0]):], ", ")
	}
	if !isSentence(name) {
		return name, purpose
	}
	if begins, rest := cell.NameAt(text); begins != "" {
		return begins, rest
	}
	return name, purpose
}

// sharedRows reads such a list: each line is a flow of which only the recipient is
// known and perhaps the purpose. What ends with a colon is a title within it; one
// about other things ends the list.
func sharedRows(t *tableReader) func(*record) outcome {
	ended := false
	return func(r *record) outcome {
		text := r.line.joined()
		at := r.at()
		if _, only := r.line.ownCells(); only.col > 0 {
			at = t.s.ref(r.line.number, only, "")
		}
		folded := words.Fold(cell.FirstSentence(text))
		title := strings.HasSuffix(strings.TrimRight(text, " "), ":") || strings.HasSuffix(text, ";") && strings.HasSuffix(folded, "such as")
		switch {
		case beginsList(text) && (title || !nameDash.MatchString(text)):
			ended = false
			return other
		case otherList(folded):
			if !ended {
				t.problems.warn(at, "the list of recipients is taken to end at "+words.Quote(text)+", and what stands beneath is not used", "put the list on a sheet of its own, if more recipients follow")
			}
			ended = true
			return other
		case ended || title || r.isTotal() || r.isExample() || r.isNothing():
			return other
		}
		return t.sharedRow(r, text, at)
	}
}

func (t *tableReader) sharedRow(r *record, text string, at graph.Ref) outcome {
	name, purpose := sharedItem(text)
	if texts := r.line.texts(); len(texts) == 2 && t.s.pairs {
		name, purpose = texts[0].Text, texts[1].Text
		at = t.s.ref(r.line.number, value{col: texts[0].Col, raw: texts[0].Text}, "")
	}
	if len(strings.Fields(name)) > cell.WordsOfName {
		t.problems.reject(at, words.Quote(text)+" reads like a sentence and not like the name of a recipient", "write who receives the data, a line each")
		return rejected
	}
	var to []int
	for _, n := range t.partyNames(name) {
		if i := t.parties.meet(n, at); !slices.Contains(to, i) {
			to = append(to, i)
		}
	}
	if to == nil {
		t.problems.reject(at, "the row names no recipient", "write who receives the data")
		return rejected
	}
	f := graph.Flow{At: r.at(), Purpose: purpose}
	r.readAt(graph.FieldTo, at)
	if purpose != "" {
		r.readAt(graph.FieldPurpose, at)
	}
	r.finish(&f)
	for _, party := range to {
		r.facts(own, party)
		d := draft{Flow: clone(f), from: own, to: party, owner: t.s.owner, row: r.key()}
		r.impliedRole(&d)
		t.draft(d)
	}
	return gaveFlows
}

// otherList tells titles in a pasted notice beneath which no recipients stand.
func otherList(folded string) bool { return words.PhraseList("other lists").Has(folded) }

// listTitle tells titles of a list of suppliers that say no more.
func listTitle(folded string) bool { return words.PhraseList("titles of lists").Has(folded) }

// sharesWith reports whether a folded text has one of the phrases "shares with".
func sharesWith(folded string) bool { return words.PhraseList("shares with").Has(folded) }
