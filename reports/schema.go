package reports

import _ "embed"

//go:embed result.schema.json
var resultSchema string

// Schema is the JSON Schema (2020-12) of what JSON writes.
func Schema() string { return resultSchema }
