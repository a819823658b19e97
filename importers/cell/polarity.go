package cell

import (
	_ "embed"
	"slices"
	"strings"
	"sync"

	"dpmap/graph"
	"dpmap/importers/words"
)

// polarityCSV holds the words that tell whether what stands near them counts:
// the class, and phrases.
//
//go:embed data/polarity.csv
var polarityCSV []byte

// Remark is how the words around a thing speak of it. A higher remark outranks a
// lower one.
type Remark int

// The remarks. A thing counts only where nothing is against it.
const (
	Unopposed Remark = iota
	Doubted          // "IDTA?", "may be", "SCCs or IDTA", "for 80% of pupils"
	Called           // "required": whether it is there is not said
	Wanted           // "IDTA pending", "to be signed": there is none yet
	Ended            // "expired", "was"
	unneeded         // "not required"
	Denied           // "no IDTA", "not signed"
)

// Absent reports whether there is no such thing.
func (r Remark) Absent() bool { return r >= Called }

// stretch is a part of a text, from and to in bytes.
type stretch struct{ From, To int }

// Said is what a text says of one thing in it.
type Said struct {
	Remark   Remark
	Word     string // the words that decided, folded
	Affirmed bool   // "signed", "in place"
}

// signs are the marks that a speech hears as words.
const signs = "?/✓✗"

var polarity = sync.OnceValue(func() words.Lexicon {
	var l words.Lexicon
	for _, row := range words.Table(polarityCSV, 2) {
		for phrase := range strings.SplitSeq(row[1], "|") {
			if strings.ContainsAny(phrase, signs) {
				l.Put(phrase, row[0]) // as it is heard, since folding would drop it
				continue
			}
			l.Add(phrase, row[0])
		}
	}
	return l
})

// RemarkOn is how a cell speaks of the one thing that it is about.
func RemarkOn(text string) Said {
	s := hear(text, nil)
	return s.ofAll()
}

// remarksOn is how a text speaks of each of the things named in it. In prose a
// sentence speaks only of what it names itself.
func remarksOn(text string, things []stretch, prose bool) []Said {
	if len(things) > MostThings {
		return slices.Repeat([]Said{{Remark: Doubted, Word: "too much in one cell"}}, len(things))
	}
	s := hear(text, things)
	s.prose = prose
	return s.ofEach()
}

// MostThings is how many things a cell may name: what names more is no record
// that words around a thing could be told for.
const MostThings = 100

// mark is a phrase of the table in a text: words[from:to].
type mark struct {
	class, phrase string
	from, to      int
}

// marks finds the phrases of the table in a speech, the longest at each place,
// never over the end of a clause nor over a thing.
func (s *speech) marks() []mark {
	list := polarity()
	var out []mark
	for i := 0; i < len(s.words); {
		last := i
		for last < min(len(s.words), i+list.Longest) && s.words[last].thing == 0 && s.words[last].clause == s.words[i].clause {
			last++
		}
		var run []string
		for _, w := range s.words[i:last] {
			run = append(run, w.text)
		}
		n := list.At(run)
		switch {
		case n == 0:
			i++
			continue
		case n == 1 && run[0] == "may" && s.isMonth(i):
		default:
			phrase := strings.Join(run[:n], " ")
			out = append(out, mark{list.Meaning[phrase], phrase, i, i + n})
		}
		i += n
	}
	return out
}

// isMonth reports whether "may" is May: a number, or a word such as "in",
// stands beside it.
func (s *speech) isMonth(i int) bool {
	if i > 0 {
		switch before := s.words[i-1].text; before {
		case "in", "since", "from", "until", "of", "on", "by", "end", "early", "late":
			return true
		default:
			if IsNumber(before) {
				return true
			}
		}
	}
	return i+1 < len(s.words) && IsNumber(s.words[i+1].text)
}

func IsNumber(word string) bool { return word != "" && word[0] >= '0' && word[0] <= '9' }

// remarkOf is what a class of words says; forward words speak of what follows.
func remarkOf(class string) (r Remark, forward, both bool) {
	switch class {
	case "not", "no":
		return Denied, true, false
	case "deny":
		return Denied, false, false
	case "unneeded":
		return unneeded, false, false
	case "wanted":
		return Wanted, false, true
	case "called":
		return Called, false, true
	case "ended", "endedby", "once":
		return Ended, false, false
	case "doubt", "partial":
		return Doubted, false, true
	}
	return Unopposed, false, false
}

// Settled is ParseState for a cell whose word may be a question: "Yes?" settles
// nothing.
func Settled(text string) (graph.State, string) {
	if strings.HasSuffix(text, "?") && !IsUnknown(text) {
		return 0, text
	}
	return ParseState(text)
}

// unsure is the doubt that a text leaves whether a thing is there.
func unsure(what, text string, s Said) Doubt {
	return Doubt{Message: what + " " + words.Quote(text) + " leaves the matter open (" + words.Quote(s.Word) + "), so it is not counted", Fix: "once it is certain, write what is so and since when, or None"}

}
