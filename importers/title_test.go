package importers

import (
	"testing"
)

func TestOwnerIn(t *testing.T) {
	eachTitle(t, ownerIn, map[string]string{
		"OAKFIELD HIGH SCHOOL – Record of processing 2025":         "Oakfield High School",
		"Record of Processing Activities for Elm Grove Primary":    "Elm Grove Primary",
		"St Bede's C of E Primary School - Who we share data with": "St Bede's C of E Primary School",
		"Hazel Learning Trust ROPA":                                "Hazel Learning Trust",
		"WESTMERE COUNCIL":                                         "Westmere Council",
		"Millbrook Sixth Form College - Exams office list":         "Millbrook Sixth Form College",
		"Consent form Sixth":                                       "",
		"Willow Junior":                                            "Willow Junior",
		"The College of the Marches: data map":                     "College of the Marches",
		"Data shared with Westmere Council":                        "",
		"Our School":                                               "",
		"School data register":                                     "",
		"Primary pupils":                                           "",
		"Register of processing":                                   "",
		"Suppliers 2025/26":                                        "",
		"The School":                                               "",
		"Academy Trust":                                            "",
		"Data we get from Hillside Primary":                        "",
		"High risk suppliers":                                      "",
		"Pupilwise - AI-Powered School Improvement Platform":       "",
		"Platform: Brightpath School App":                          "",
		"Trust Improvement Plan":                                   "",
		"Data audit - St Chad's CE (VA) Primary School":            "St Chad's CE Primary School",
		"Completed by: School Business Manager       Date: June":   "",
		"Prepared by the Trust DPO":                                "",
		"Headteacher of Elm Grove Primary":                         "Elm Grove Primary",
		"Owner: Academy Principal":                                 "",
		"This sheet lists what each school of the trust shares":    "",
	})
}

func TestLabelledOwner(t *testing.T) {
	eachTitle(t, labelledOwner, map[string]string{
		"Controller: Harbour Learning":                   "Harbour Learning",
		"School: St Aidan's":                             "St Aidan's",
		"Controller: CONTROLLER_NAME env (see the file)": "",
		"Controller: <name>":                             "",
		"Controller: to be confirmed":                    "",
	})
}

func TestSupplierIn(t *testing.T) {
	eachTitle(t, supplierIn, map[string]string{
		"Sub-processors of Markwell Ltd":                 "Markwell Ltd",
		"Acme sub-processors":                            "Acme",
		"acme-subprocessors":                             "acme",
		"Subprocessors and international transfers":      "",
		"Sub-processors, hosting and where data is kept": "",
		"Active sub-processors":                          "",
		"8. Sub-processors. Who we share data with":      "",
		"Sub-processors: where your data goes":           "",
	})
}

// eachTitle compares what a reader of titles finds in each with what is wanted.
func eachTitle(t *testing.T, nameIn func(title string) string, want map[string]string) {
	t.Helper()
	for title, want := range want {
		if got := nameIn(title); got != want {
			t.Errorf("%q: %q, want %q", title, got, want)
		}
	}
}
