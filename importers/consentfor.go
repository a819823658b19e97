package importers

import (
	"strings"

	"dpmap/graph"
	"dpmap/importers/words"
)

// givers are people whose consent is not that of a pupil nor of a pupil's parent,
// as a cell says that they gave it: "from teachers", "by governors".
var givers = words.Regexp(`\b(from|by|of|given by|signed by|obtained from)( the| our| all)? ((class |head ?)?teach(er|ers|ing staff)|heads?(teachers?)?|principals?|governors?|governing body|trustees?|staff|employees|colleagues|suppliers?|companies|company|providers?|the school|school|council|local authority|dpo|slt|sendco|senco|social workers?|doctors?|gps?)\b`)

// consentThing is what a cell says that the consent is to, which the row must be
// about too: "for photos", "trip consent".
var consentThing = words.Regexp(`\b(?:for|to|re|about|covers?|covering|on)( the| our| use of| taking)? (photo\w*|images?|videos?|filming|marketing|trips?|visits?|residential|cookies?|newsletters?|publicity|website|social media|swimming|fundraising|mailing lists?|e-?mails?)\b|\b(photo\w*|image|trip|visit|marketing|cookie|newsletter|publicity|website|swimming) (consents?|permissions?|slips?)\b`)

// aboutAnother is why the consent that a cell records is another's, or to another
// thing than the row is about; "" where nothing says so.
func aboutAnother(f *graph.Flow, text string) string {
	if m := givers.FindString(text); m != "" && !isOfStaff(f) {
		return "is that of somebody else than the people whom the row is about or their parents"
	}
	m := consentThing.FindStringSubmatch(text)
	if m == nil {
		return ""
	}
	thing := strings.ToLower(m[2] + m[3])
	row := []string{f.Purpose, f.System}
	for _, c := range f.Categories {
		row = append(row, c.Name)
	}
	stem := strings.TrimSuffix(thing[:min(len(thing), 5)], "s")
	if strings.Contains(strings.ToLower(strings.Join(row, " ")), stem) {
		return ""
	}
	return "is to another thing than the row is about"
}

// outing finds headings that ask for consent to go somewhere: it is none to the use
// of data, even where the row is about the trip.
var outing = words.Regexp(`\b(trips?|visits?|outings?|residentials?|swimming)\b.*\b(consents?|permissions?|slips?)\b`)

// askedOfAnother is aboutAnother for what the heading above a yes asks.
func askedOfAnother(f *graph.Flow, heading string) string {
	if outing.MatchString(heading) {
		return "is to another thing than the use of the data"
	}
	return aboutAnother(f, heading)
}

// isOfStaff reports whether a row may be about those who work for the school, or
// does not say whom it is about.
func isOfStaff(f *graph.Flow) bool {
	if len(f.Subjects) == 0 {
		return true
	}
	return staffSubjects.MatchString(strings.Join(f.Subjects, " "))
}

var staffSubjects = words.Regexp(`\b(staff|teachers?|employees?|workforce|governors?|trustees?|volunteers?|workers?|applicants?|contractors?|personnel)\b`)
