package law

import (
	"strings"
	"testing"

	"github.com/biter777/countries"
	"golang.org/x/text/language"
	"golang.org/x/text/language/display"
)

func TestFindCountry(t *testing.T) {
	b := open(t, today)
	for text, want := range map[string]string{
		"U.S.": "US", "USA": "US", "usa": "US", "America": "US", "United States of America": "US", "US": "US", "u.s.a.": "US",
		"United States of America (the)": "US", "Korea (the Republic of)": "KR", "Congo (the Democratic Republic of the)": "CD", "Eire": "IE", "Éire": "IE", "Republic of Ireland": "IE", "Holland": "NL",
		"Canary Islands": "ES", "Madeira": "PT", "the Azores": "PT", "Åland": "AX", "Reunion": "RE", "Quebec": "CA", "New Jersey": "US", "California": "US", "Georgia": "GE", "Channel Islands": "",
		"The Netherlands": "NL", "netherlands": "NL", "Netherlands, The": "NL", "Great Britain": "GB", "England": "GB", "Scotland": "GB",
		"WALES": "GB", "Northern Ireland": "GB", "UK": "GB", "uk": "GB", "U.K": "GB", "U.K.": "GB", "the UK": "GB", "GB": "GB",
		"South Korea": "KR", "Korea (Republic of)": "KR", "Korea, Republic of": "KR", "PRC": "CN", "Hong Kong SAR": "HK",
		"Czech Republic": "CZ", "Czechia": "CZ", "Jersey": "JE", "Guernsey": "GG", "Isle of Man": "IM", "Gibraltar": "GI",
		"Faroe Islands": "FO", "Faroes": "FO", "EL": "GR", "GR": "GR", "Cote d'Ivoire": "CI", "Côte d’Ivoire": "CI", "Cote dIvoire": "CI",
		"Türkiye": "TR", "Turkey": "TR", "DEU": "DE", "  Germany\u00a0": "DE", "Ger\u200bmany": "DE", "germany.": "DE", "Trinidad & Tobago": "TT",
		"Korea": "", "Europe": "", "Dutch": "", "EU": "", "EEA": "", "us": "", "no": "", "it": "", "in": "", "Worldwide": "",
		"various": "", "London": "", "Congo": "", "n/a": "", "": "", "UK and US": "", "Untied Kingdom": "", "XX": "", "the": "", "Virgin Islands": "",
	} {
		code, ok := b.FindCountry(text)
		if code != want || ok != (want != "") {
			t.Errorf("%q: %q, want %q", text, code, want)
		}
	}
}

func TestNearCountry(t *testing.T) {
	b := open(t, today)
	for text, want := range map[string]string{
		"Untied Kingdom": "United Kingdom", "Untied States": "United States", "Germny": "Germany", "Irleand": "Ireland",
		"the Netherland": "Netherlands", "Untied Kingdon": "", "Switzerlnad": "Switzerland", "Jersy": "Jersey",
		"Austrlia": "", // as near to Austria
		"Europe":   "", "worldwide": "", "various": "", "global": "", "cloud": "", "online": "", "London": "", "us": "", "n/a": "",
		"Server": "", "local": "", "": "", "not known": "", "Korea": "",
	} {
		if got := b.NearCountry(text); got != want {
			t.Errorf("%q is near %q, want %q", text, got, want)
		}
	}
	if got := b.NearCountry(strings.Repeat("United Kingdom", 10000)); got != "" {
		t.Errorf("a long text is near %q", got)
	}
}

// TestCountriesAgainstLibraries holds the table to two kept lists: every
// officially assigned code is in it, and the names agree but for those that
// the libraries have old, long or ambiguous.
func TestCountriesAgainstLibraries(t *testing.T) {
	b := open(t, today)
	for _, c := range countries.All() {
		code := c.Alpha2()
		ours, ok := b.Country(code)
		if !ok {
			if code != "YU" && code != "AN" && len(code) == 2 { // no longer assigned
				t.Errorf("%s (%s) is not in the table", code, c)
			}
			continue
		}
		if got, _ := b.FindCountry(c.Alpha3()); got != code && code != "XK" {
			t.Errorf("%s: %s is %q", code, c.Alpha3(), got)
		}
		name := display.English.Regions().Name(language.MustParseRegion(code))
		if got, ok := b.FindCountry(name); !ok || got != code {
			t.Errorf("CLDR's %q is %q in the table, want %s (%s)", name, got, code, ours.Name)
		}
	}
}

func TestCountriesAreInOrderOfName(t *testing.T) {
	last := ""
	for _, c := range open(t, today).Countries() {
		if name := fold(c.Name); name < last {
			t.Errorf("%s stands after %s", c.Name, last)
		} else {
			last = name
		}
	}
}

func TestFindBloc(t *testing.T) {
	b := open(t, today)
	for text, want := range map[string]int{
		"EEA": 30, "eea": 30, "EU": 27, "European Union": 27, "the EU": 27, "E.U.": 27, "European Economic Area": 30, "EU/EEA": 30,
		"UK/EEA": 31, "UK and EU": 28, "EFTA": 0, "Europe": 0, "UK": 0, "": 0,
	} {
		codes, ok := b.FindBloc(text)
		if len(codes) != want || ok != (want > 0) {
			t.Errorf("%q has %d members, want %d", text, len(codes), want)
		}
	}
	first, _ := b.FindBloc("EU")
	first[0] = "??"
	if again, _ := b.FindBloc("EU"); again[0] == "??" {
		t.Error("a caller can change the table")
	}
}

func TestRegimeAndArea(t *testing.T) {
	b := open(t, today)
	for code, want := range map[string]Regime{"GB": UK, "FR": EU, "NO": EU, "IM": "", "JE": "", "GI": "", "US": "", "CH": "", "": ""} {
		if got := b.Regime(code); got != want {
			t.Errorf("an exporter in %q is under %q, want %q", code, got, want)
		}
	}
	if !b.SameArea(UK, "GB", "GB") || b.SameArea(UK, "GB", "JE") || b.SameArea("", "US", "US") || b.SameArea(EU, "FR", "GB") || !b.SameArea(EU, "FR", "IS") {
		t.Error("the areas are the UK and the EEA, and nothing besides")
	}
}

// The outermost regions of the Union and the Åland Islands are of its territory:
// EU law calls a flow there none to a third country, and the UK holds them
// adequate with their states.
func TestOutermostRegionsAreTheUnions(t *testing.T) {
	b := open(t, today)
	for _, code := range []string{"AX", "GF", "GP", "MF", "MQ", "RE", "YT"} {
		if b.Regime(code) != EU || !b.SameArea(EU, "FR", code) {
			t.Errorf("%s is not of the EEA's area", code)
		}
		if in, ok := b.Adequacy(UK, code); !ok || in.ID != "uk-eea" {
			t.Errorf("%s is not adequate under UK law", code)
		}
	}
	if b.Regime("BL") != "" {
		t.Error("Saint Barthélemy left the Union's territory in 2012")
	}
	if codes, _ := b.FindBloc("EU"); len(codes) != 27 {
		t.Errorf("the EU has %d members to readers, want 27", len(codes))
	}
	if codes, _ := b.FindBloc("Channel Islands"); strings.Join(codes, " ") != "GG JE" {
		t.Errorf("the Channel Islands are %v", codes)
	}
	if !FurtherEducation.IsPublic() || University.IsPublic() {
		t.Error("a college of further education is a public authority; a university's standing is not in its kind")
	}
}
