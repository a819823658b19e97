package pages

import (
	"encoding/json"
	"io"

	"dpmap/graph/law"
)

// LawJSON writes the book in the format dpmap/law/v1, which law.schema.json
// describes: all countries and instruments, or one country and the decisions on
// it.
func LawJSON(w io.Writer, book *law.Book, country *law.Country) error {
	doc := lawDocument{
		Schema: "dpmap/law/v1", AsAt: book.AsAt().String(), Checked: book.Checked().String(), Warning: book.AgeWarning(),
		Without: append([]string{}, book.Without()...), Overlaid: []lawOverlaid{}, Countries: []lawCountry{}, Instruments: []lawInstrument{},
	}
	for _, o := range book.Overlaid() {
		doc.Overlaid = append(doc.Overlaid, lawOverlaid{o.Table, o.ID, string(o.Regime), o.Change, o.File, o.Row})
	}
	countries, instruments := book.Countries(), book.Instruments()
	if country != nil {
		countries, instruments = []law.Country{*country}, nil
		for _, regime := range regimes() {
			instruments = append(instruments, book.Decisions(regime, country.Code)...)
		}
	}
	for _, c := range countries {
		row := lawCountry{Code: c.Code, Name: c.Name}
		for _, regime := range regimes() {
			s := stands(book, regime, c)
			row.Standing = append(row.Standing, lawStanding{string(regime), s.word, s.decision.ID, s.sentence()})
		}
		doc.Countries = append(doc.Countries, row)
	}
	for _, i := range instruments {
		doc.Instruments = append(doc.Instruments, instrumentJSON(book, i))
	}
	enc := json.NewEncoder(w)
	enc.SetIndent("", " ")
	return enc.Encode(doc)
}

type lawDocument struct {
	Schema      string          `json:"schema"`
	AsAt        string          `json:"as_at"`
	Checked     string          `json:"checked"`
	Warning     string          `json:"warning"`
	Without     []string        `json:"without"`
	Overlaid    []lawOverlaid   `json:"overlaid"`
	Countries   []lawCountry    `json:"countries"`
	Instruments []lawInstrument `json:"instruments"`
}

type lawOverlaid struct {
	Table  string `json:"table"`
	ID     string `json:"id"`
	Regime string `json:"regime"`
	Change string `json:"change"`
	File   string `json:"file"`
	Row    int    `json:"row"`
}

type lawCountry struct {
	Code     string        `json:"code"`
	Name     string        `json:"name"`
	Standing []lawStanding `json:"standing"`
}

type lawStanding struct {
	Regime     string `json:"regime"`
	Standing   string `json:"standing"`
	Instrument string `json:"instrument"`
	Means      string `json:"means"`
}

type lawInstrument struct {
	ID       string   `json:"id"`
	Regime   string   `json:"regime"`
	Type     string   `json:"type"`
	Name     string   `json:"name"`
	Stands   bool     `json:"stands"`
	From     string   `json:"from"`
	Ends     string   `json:"ends"`
	Scope    string   `json:"scope"`
	Needs    string   `json:"needs"`
	Outside  []string `json:"outside"`
	Limits   []string `json:"limits"`
	Unsafe   string   `json:"unsafe"`
	Watch    string   `json:"watch"`
	Note     string   `json:"note"`
	Cite     string   `json:"cite"`
	URL      string   `json:"url"`
	Verified bool     `json:"verified"`
	Source   string   `json:"source"`
	Checked  string   `json:"checked"`
}

func instrumentJSON(book *law.Book, i law.Instrument) lawInstrument {
	return lawInstrument{
		ID: i.ID, Regime: string(i.Regime), Type: typeWords(i.Type), Name: i.Name,
		Stands: book.StandsFor(i.Regime, i.ID), From: i.From.String(), Ends: i.Ends.String(),
		Scope: i.Scope, Needs: string(i.Needs), Outside: kindWords(i.Outside), Limits: append([]string{}, limits(i)...),
		Unsafe: i.Unsafe, Watch: i.Pending(book.AsAt()), Note: i.Note, Cite: i.Law.Cite, URL: i.Law.URL,
		Verified: i.Verified, Source: i.Source, Checked: i.Checked.String(),
	}
}
