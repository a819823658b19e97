package cell

import (
	"dpmap/importers/words"
)

// DeniesAll finds an entry of a recipients' cell that says who does not get the data:
// "no third-party SIEM at this time", "not forwarded to anybody". A name may begin
// with No, but not in a small letter.
var DeniesAll = words.Regexp(`^none (third|external|other|outside|known|at present|at this|currently|as |for )|^none\s*[-–—(:,]|^(otherwise|else|if not),? (none|nobody|no one)\b|^(nobody|no[- ]one)( else| outside\b.*| external.*| other than (us|ourselves|staff))$|^no (third|external|other|outside|further|onward|additional|recipients?|sharing|disclosures?|transfers?|data|parties|processors?|sub-? ?processors?|suppliers?|access)\b|^(is |are |data is |data are )?(not|never) (currently )?(forwarded|shared|passed|sent|disclosed|given|transferred|released|exported|made available|accessible|visible|provided)\b|^no\s*[-–—,:;.*]+\s*(not|never|only|internal|in|within|stays?|kept|held|stored)\b`)
