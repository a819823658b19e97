package reports

// sarifRunProperties and what follows hold what dpmap writes of SARIF 2.1.0, in
// the format's own words; the log round them is sarif.go's. The tests check the
// whole against the schema.
type sarifRunProperties struct {
	AsAt    string       `json:"asAt"`
	Checked string       `json:"lawChecked"`
	Without list[string] `json:"without"`
}

type sarifTool struct {
	Driver sarifDriver `json:"driver"`
}

type sarifDriver struct {
	Name    string          `json:"name"`
	Version string          `json:"version,omitempty"`
	Rules   list[sarifRule] `json:"rules"`
}

type sarifText struct {
	Text string `json:"text"`
}

type sarifRule struct {
	ID      string              `json:"id"`
	Short   sarifText           `json:"shortDescription"`
	Full    sarifText           `json:"fullDescription"`
	Help    sarifText           `json:"help"`
	HelpURI string              `json:"helpUri,omitempty"`
	Default sarifConfiguration  `json:"defaultConfiguration"`
	Props   sarifRuleProperties `json:"properties"`
}

type sarifConfiguration struct {
	Level string `json:"level"`
}

type sarifRuleProperties struct {
	Severity string `json:"severity"`
}

type sarifInvocation struct {
	Successful    bool                    `json:"executionSuccessful"`
	Notifications list[sarifNotification] `json:"toolExecutionNotifications"`
}

type sarifNotification struct {
	Level     string          `json:"level"`
	Message   sarifText       `json:"message"`
	Locations []sarifLocation `json:"locations,omitempty"`
}

type sarifArtifact struct {
	Location sarifURI          `json:"location"`
	Hashes   map[string]string `json:"hashes,omitempty"`
}

type sarifURI struct {
	URI string `json:"uri"`
}

type sarifResult struct {
	RuleID       string                `json:"ruleId"`
	RuleIndex    *int                  `json:"ruleIndex,omitempty"`
	Level        string                `json:"level"`
	Message      sarifText             `json:"message"`
	Locations    []sarifLocation       `json:"locations,omitempty"`
	Related      []sarifLocation       `json:"relatedLocations,omitempty"`
	Fingerprints map[string]string     `json:"partialFingerprints"`
	Suppressions []sarifSuppression    `json:"suppressions,omitempty"`
	Props        sarifResultProperties `json:"properties"`
}

type sarifResultProperties struct {
	Severity string       `json:"severity"`
	Flows    list[string] `json:"flows"`
}

type sarifSuppression struct {
	Kind          string `json:"kind"`
	Status        string `json:"status"`
	Justification string `json:"justification"`
}

type sarifLocation struct {
	Physical *sarifPhysical `json:"physicalLocation,omitempty"`
	Logical  []sarifLogical `json:"logicalLocations,omitempty"`
}

type sarifPhysical struct {
	Artifact sarifURI     `json:"artifactLocation"`
	Region   *sarifRegion `json:"region,omitempty"`
}

type sarifRegion struct {
	StartLine int `json:"startLine"`
}

type sarifLogical struct {
	Name      string `json:"name"`
	Qualified string `json:"fullyQualifiedName"`
	Kind      string `json:"kind"`
}
