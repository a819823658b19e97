package importers

import (
	"dpmap/importers/words"
)

var backupWords = words.Regexp(`\b(back ?ups?|backed up)\b`)
