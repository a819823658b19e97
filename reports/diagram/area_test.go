package diagram

import (
	"strings"
	"testing"

	"dpmap/fixtures/judged"
)

// TestAreaIsOneRow holds that a recipient in all of the EU is one row of the
// drawing in words, and is drawn under the area's name.
func TestAreaIsOneRow(t *testing.T) {
	_, result := judged.File(t, "register.csv", []byte(`From,To,Sender country,Recipient country,Purpose,Data subjects,Data categories
Hill School,OfficeCo,UK,EEA,Mail,Pupils,Names
Hill School,ClassCo,UK,EU / US,Classes,Pupils,Names
Hill School,NorthCo,UK,Norway; Iceland,Maps,Pupils,Names
`))
	d, err := Draw(result, Options{})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, r := range d.Table() {
		got = append(got, r.Recipient+": "+r.Country)
	}
	want := "OfficeCo: EEA (30 countries)\nClassCo: EU (27 countries)\nClassCo: United States\nNorthCo: Norway\nNorthCo: Iceland"
	if strings.Join(got, "\n") != want {
		t.Errorf("the drawing in words:\n%s\nwant\n%s", strings.Join(got, "\n"), want)
	}
	svg, err := d.SVG()
	if err != nil {
		t.Fatal(err)
	}
	if strings.Contains(string(svg), "Austria") || !strings.Contains(string(svg), "OfficeCo (EEA)") {
		t.Error("the drawing names the countries of an area one by one")
	}
}
