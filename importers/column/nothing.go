package column

import (
	"dpmap/graph"
	"dpmap/importers/words"
)

// FieldAnyData is the field of a column that asks whether a recipient gets personal
// data at all.
const FieldAnyData graph.Field = "personal-data"

var anyData = words.Regexp(`^(is|are|does (it|this|the (contract|supplier|system|app|service))|do they|any|contains?|includes?|involves?|process(es|ing)?( of)?|holds?|uses?|will|there|access to|handles?|stores?|you| )*((personal|pupil|student|staff|personally identifiable|identifiable)( or (staff|pupil))? (data|information|info)|data processing)( (is |be )?(involved|required|applies|needed))?( (is |be )?(processed|processing|involved|shared|held|included|stored|collected|used|handled|in scope|present|transferred|accessed))?( by (them|it|the supplier|supplier))?$|^(contains?|holds?|includes?|any|involves?|processes|handles|stores)?( any)? ?pii( (processed|involved|held|shared|present))?$|^(uk )?gdpr (applies|relevant|applicable|in scope)$|^in scope (of|for) gdpr$`)
