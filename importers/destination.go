package importers

import (
	"slices"
	"strings"

	"dpmap/graph"
	"dpmap/graph/law"
	"dpmap/importers/cell"
	"dpmap/importers/column"
	"dpmap/importers/words"
)

// destination takes the countries out of a cell of a column such as "Transfers
// outside the UK (safeguards)", where both stand: "USA - SCCs" is the United
// States, and "SCCs". Only a part that is a country's name and nothing else
// counts. The text is whole where there is none.
func destination(book *law.Book, text string) (graph.Place, string) {
	if cell.IsUnknown(text) || cell.IsNotApplicable(text) || cell.DeniedAtStart(text) {
		return graph.Place{}, text
	}
	text = arrow.ReplaceAllString(text, "")
	p := cell.PlaceParser{Book: book}
	var left []string
	for _, item := range words.Items(text) {
		var kept []string
		for _, part := range destinationParts(item) {
			if code, ok := book.FindCountry(strings.Trim(part, " .:")); ok {
				p.State(code)
			} else {
				kept = append(kept, part)
			}
		}
		if kept != nil {
			left = append(left, strings.Join(kept, "\x00"))
		}
	}
	if p.Stated == nil {
		return possibly(book, text)
	}
	for i, item := range left {
		kept := slices.DeleteFunc(strings.Split(item, "\x00"), p.FurtherPlace)
		left[i] = strings.Join(kept, ", ")
	}
	left = slices.DeleteFunc(left, func(s string) bool { return s == "" })
	p.SettleTowns(text)
	place := p.Place
	place.Text = text
	rest := strings.Join(left, "\n")
	if state, more := cell.ParseState(rest); state == graph.Yes && more == "" {
		rest = "" // "Yes - USA" says that there is a transfer, and no safeguard
	}
	return place, rest
}

// arrow stands behind where data sets out: "UK→US".
var arrow = words.Regexp(`^\s*(from )?(the )?(uk|gb|u\.k\.|united kingdom|eu|eea|uk/eu|uk/eea|here)\s*(→|⇒|➔|➜|-+>|=+>)\s*`)

// destined is where a cell says that data goes, and what else it says.
type destined struct {
	named bool // the heading lets the cell name a place
	place graph.Place
	rest  string
}

// destinationUnder is destination for a cell under a heading, which may ask for
// something else.
func destinationUnder(book *law.Book, heading, text string) destined {
	if !namesDestination(heading, text) {
		return destined{rest: text}
	}
	if place, ok := placeAlone(book, heading, text); ok {
		return destined{true, place, ""}
	}
	place, rest := destination(book, text)
	return destined{true, place, rest}
}

// placeAlone is the place of a cell that is one and nothing else, "UK / EEA", "EEA
// (Kite Ireland)", under a heading of transfers that asks for no safeguard.
func placeAlone(book *law.Book, heading, text string) (graph.Place, bool) {
	if !ofTransfers(words.Fold(heading)) || claimsAdequacy.MatchString(text) || cell.NamedIn(text, nil, nil) != nil {
		return graph.Place{}, false
	}
	place, doubts := cell.ParsePlace(book, within.ReplaceAllString(text, ""))
	place.Text = text
	return place, len(place.Countries) > 0 && len(place.Open) == 0 && doubts == nil
}

var (
	within = words.Regexp(`^\s*(only )?(with)?in (the )?\b`)
)

// namesDestination reports whether a cell about a transfer may tell where data
// goes. Under a heading of safeguards alone, what is not applicable ("n/a - UK")
// and a decision on adequacy ("Adequacy (Israel)") say where no data needs to go,
// or what is claimed; "UK" there is no answer to what the column asks.
func namesDestination(heading, text string) bool {
	if column.AsksAbroad(heading) || ofTransfers(words.Fold(heading)) || column.AsksWhere.MatchString(words.Fold(heading)) && !onlySafeguards.MatchString(heading) {
		return true
	}
	state, _ := cell.ParseState(text)
	return state != graph.NotApplicable && state != graph.No && !claimsAdequacy.MatchString(text) && !onlyHome.MatchString(text)
}

var (
	onlySafeguards = words.Regexp(`^\s*(transfer |data |appropriate |legal )*(safeguards?|mechanisms?)\b`)
	claimsAdequacy = words.Regexp(`\badequa(cy|te)\b`)
	onlyHome       = words.Regexp(`^\s*(the )?(uk|united kingdom|gb|great britain|england|britain)( only)?\s*$`)
)

// possibly is the place of a cell that names no mechanism and only may mean a
// transfer: "Possibly (marking in India?)". The matter stays open.
func possibly(book *law.Book, text string) (graph.Place, string) {
	p := cell.PlaceParser{Book: book}
	sure, hedged := cell.WithoutHedge(text)
	if hedged = hedged || cell.IsHedged(text); !hedged || cell.NamedIn(text, nil, nil) != nil || !p.NamesSome(sure) {
		return graph.Place{}, text
	}
	p.Hedged(text, sure)
	p.Place.Text = text
	return p.Place, ""
}

// destinationParts divides an item at dashes, colons, commas and brackets.
func destinationParts(item string) []string {
	item = atMarks.Replace(item)
	var out []string
	for _, part := range strings.Split(item, "\x00") {
		if part = strings.TrimSpace(part); part != "" {
			out = append(out, part)
		}
	}
	return out
}

// atMarks parts a text at the marks that stand between a place and what is said of it.
var atMarks = strings.NewReplacer(" - ", "\x00", " – ", "\x00", " — ", "\x00", ": ", "\x00", ", ", "\x00", "(", "\x00", ")", "\x00", " and ", "\x00")

// ofTransfers reports whether a folded text has one of the phrases "of transfers".
func ofTransfers(folded string) bool { return words.PhraseList("of transfers").Has(folded) }
