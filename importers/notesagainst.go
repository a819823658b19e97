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

// notesAgainst tells where the notes of a row speak against its own columns, or
// of what none of them records: a country, an agreement that is none or over, a
// kind of special-category data, a consent that was taken back. No verdict is
// made of notes: they are told at the cell, to be looked at.
func (r *record) notesAgainst(f *graph.Flow, v value, at graph.Ref) {
	r.hearNotes(f, v, at, unrecordedPlace, noteOfAgreement, unrecordedKind, noteOfConsent)
}

// partyNotesAgainst tells where the notes of an organisation name a country that
// its own entry does not.
func (r *record) partyNotesAgainst(p *graph.Party, v value, at graph.Ref) {
	r.hearNotes(&graph.Flow{RecipientCountry: p.Country}, v, at, unrecordedPlace)
}

// noteCheck says what a sentence of a note speaks of or against, and what to do;
// "" where there is nothing to say.
type noteCheck func(book *law.Book, f *graph.Flow, clause string) (what, fix string)

func (r *record) hearNotes(f *graph.Flow, v value, at graph.Ref, checks ...noteCheck) {
	clauses := sentences.Split(v.text, -1)
	for _, clause := range clauses[:min(len(clauses), cell.MostThings)] {
		if clause = strings.TrimSpace(clause); clause == "" {
			continue
		}
		for _, against := range checks {
			if what, fix := against(r.t.book, f, clause); what != "" {
				r.t.problems.tell(at, strings.ToLower(at.Heading)+" "+words.Quote(clause)+" "+what+"; notes are kept, and judged by no rule", fix)
			}
		}
	}
}

var (
	sentences      = words.Regexp(`[;\n•]+|[.!]\s+|[.!]$`)
	visiting       = words.Regexp(`\b(trips?|visits?|tours?|exchange|residentials?|moved from|migrated from|language|lessons?|pupils? from|students? from|born|nationality|law|exam|gdpr)\b`)
	contractNumber = words.Regexp(`\bno\.?\s*[:#]?\s*\w*\d\w*`)
	agreementFor   = words.Regexp(`\b(dpas?|dsas?|isas?|mous?|agreements?|contracts?)\b`)
	signing        = words.Regexp(`\b(sign|signed|signature|unsigned|countersign(ed)?)\b`)
	holding        = words.Regexp(`\b(collect(ed|s|ing)?|held|holds?|kept|keeps?|stor(ed|es|ing)|record(ed|s|ing)?|shar(ed|es|ing)|sent|sends|includes?|including|included|contains?|data|info|information|details|uses?|used|needed for|enrol(led|s)?|scan(ned|s)?|taken)\b`)
	consenting     = words.Regexp(`\b(consents?|consented|permissions?)\b`)
	mayBe          = words.Regexp(`\b(may|might|could|possibly|potentially|if)\b`)
	renewedSince   = words.Regexp(`\b(new|renewed|replacement|updated)\b.*\b(signed|in place|agreed)\b|\b(old|previous|former|first|earlier|last) (contract|agreement|dpa|dsa)\b`)
	notDue         = words.Regexp(`\b(not? |none |un)(\w+ )?(required|needed|necessary|due)\b`)
)

// unrecordedPlace tells of a country abroad where data is kept, reached from or
// sent, by words of a note, that no column of the row names.
func unrecordedPlace(book *law.Book, f *graph.Flow, clause string) (string, string) {
	if !whereabouts(clause) || visiting.MatchString(clause) || cell.RemarkOn(clause).Remark >= cell.Ended {
		return "", ""
	}
	abroad, _ := column.PlacesAbroad(book, mayBe.ReplaceAllString(clause, " "))
	abroad = slices.DeleteFunc(abroad, func(code string) bool {
		return slices.ContainsFunc([]graph.Place{f.RecipientCountry, f.Hosting, f.Access, f.SenderCountry}, func(p graph.Place) bool { return slices.Contains(p.Countries, code) })
	})
	if len(abroad) == 0 {
		return "", ""
	}
	var names []string
	for _, code := range abroad {
		if c, ok := book.Country(code); ok {
			names = append(names, c.Name)
		}
	}
	return "speaks of " + strings.Join(names, ", ") + ", and no column of the row does",
		"if data is kept there, reached from there or sent there, write the country in the column for it: Recipient country, Hosting country or Access countries"
}

// noteOfAgreement tells of an agreement that the row's own column takes to be in
// place, and a note says is not, or no longer.
func noteOfAgreement(book *law.Book, f *graph.Flow, clause string) (string, string) {
	clause = contractNumber.ReplaceAllString(clause, " ")
	if f.Agreement.State != graph.Yes || !agreementFor.MatchString(clause) || renewedSince.MatchString(clause) || notDue.MatchString(words.Fold(clause)) {
		return "", ""
	}
	_, heard := cell.AgreementSaid(clause)
	_, ends, _ := cell.DatesWithin(clause)
	over := !ends.IsZero() && ends.Before(book.AsAt()) && (f.Agreement.Ends.IsZero() || f.Agreement.Ends.After(ends))
	if heard.Remark != cell.Denied && heard.Remark != cell.Ended && !over && (heard.Remark != cell.Wanted || !signing.MatchString(clause)) {
		return "", ""
	}
	return "speaks against the agreement of the row, " + words.Quote(f.Agreement.Text), "see which is right: where there is none, or it is over, write that in the column of the agreement"
}

// unrecordedKind tells of special-category or criminal-offence data that a note
// says is held, and the row records none of.
func unrecordedKind(book *law.Book, f *graph.Flow, clause string) (string, string) {
	if !holding.MatchString(clause) || cell.RemarkOn(clause).Remark.Absent() {
		return "", ""
	}
	for _, term := range book.Signs(clause, law.InPurpose) {
		if !strings.Contains(term.Kind, "vetting") && !f.Records(term) { // that staff are DBS-checked is said of suppliers
			return "speaks of " + words.Quote(term.Word) + ", and the row records no " + dataOn(term.Kind),
				"if such data goes, add it to the column of data categories and say Yes to special category data"
		}
	}
	return "", ""
}

// noteOfConsent tells of a consent that the row relies on, and a note says was
// refused or taken back.
func noteOfConsent(_ *law.Book, f *graph.Flow, clause string) (string, string) {
	relied := f.Consent.State == graph.Yes || slices.ContainsFunc(slices.Concat(f.Bases, f.Conditions), func(s graph.Stated) bool { return s.ID == "6(1)(a)" || s.ID == "9(2)(a)" })
	if !relied || !consenting.MatchString(clause) || notDue.MatchString(words.Fold(clause)) {
		return "", ""
	}
	if heard := cell.RemarkOn(clause).Remark; heard != cell.Denied && heard != cell.Ended {
		return "", ""
	}
	return "speaks against the consent that the row relies on", "stop the use for those who refused or took it back, and record in the column Consent how it stands"
}

// dataOn names data of a kind for readers.
func dataOn(kind string) string {
	if strings.Contains(kind, "data") {
		return kind
	}
	return "data on " + kind
}

// whereabouts reports whether a folded text has one of the phrases "whereabouts".
func whereabouts(text string) bool { return words.PhraseList("whereabouts").Has(words.Fold(text)) }
