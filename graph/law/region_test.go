package law

import "testing"

func TestFindRegion(t *testing.T) {
	b := open(t, today)
	for text, want := range map[string]string{
		"eu-west-2": "GB", "EU-WEST-2": "GB", "eu-west-2a": "GB", "AWS eu-west-2": "GB", "Europe (London)": "GB", "AWS Europe (London)": "GB",
		"eu-west-2 (London)": "GB", "London (europe-west2)": "GB", "europe-west2": "GB", "europe-west2-b": "GB", "Google Cloud europe-west2": "GB",
		"UK South": "GB", "uksouth": "GB", "Azure UK West": "GB", "UK South region": "GB", "Microsoft Azure: UK South": "GB",
		"West Europe": "NL", "North Europe": "IE", "westeurope": "NL", "eu-central-1": "DE", "eu-central-2": "CH", "us-east-1": "US", "East US 2": "US",
		"Asia Pacific (Tokyo)": "JP", "EU (Ireland)": "IE", "Australia East": "AU", "South America (Sao Paulo)": "BR",
		"me-central-1": "AE", "me-central1": "QA", "me central 1": "",
		"London": "", "Tokyo": "", "Europe": "", "Ireland": "", "eu-west": "", "eu-west-9": "", "AWS": "", "Azure": "", "AWS regions in Tokyo": "", "": "", "-a": "", "--a": "",
	} {
		code, ok := b.FindRegion(text)
		if code != want || ok != (want != "") {
			t.Errorf("%q: %q, want %q", text, code, want)
		}
	}
}
