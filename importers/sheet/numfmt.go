package sheet

import "strings"

// numberFormat is what of a number format decides what a reader sees. Colours,
// currencies and thousands separators do not change what a register says.
type numberFormat struct {
	kind formatKind
	n    uint8 // digits: after the point of a percentage, or to pad to
}

type formatKind uint8

const (
	plainFormat    formatKind = iota
	dateFormat                // 14/03/2026
	dateTimeFormat            // 14/03/2026 09:30
	timeFormat                // 09:30
	elapsedFormat             // [h]:mm, which counts beyond 24 hours
	percentFormat
	paddedFormat // 0000000, as for numbers of schools
)

// builtInFormat is a format that a file names by number only (ECMA-376 part 1,
// 18.8.30), with the East Asian ones.
func builtInFormat(id int) numberFormat {
	switch {
	case id == 9:
		return numberFormat{percentFormat, 0}
	case id == 10:
		return numberFormat{percentFormat, 2}
	case id == 22:
		return numberFormat{kind: dateTimeFormat}
	case id >= 18 && id <= 21, id == 45, id == 47, id == 32, id == 33:
		return numberFormat{kind: timeFormat}
	case id == 46:
		return numberFormat{kind: elapsedFormat}
	case id >= 14 && id <= 17, id >= 27 && id <= 36, id >= 50 && id <= 58:
		return numberFormat{kind: dateFormat}
	}
	return numberFormat{}
}

// parseFormat reads a format code such as `dd/mm/yyyy;@`.
func parseFormat(code string) numberFormat {
	letters, elapsed := formatLetters(code)
	date := strings.ContainsAny(letters, "yd") || strings.Contains(letters, "m") && !strings.ContainsAny(letters, "hs")
	clock := strings.ContainsAny(letters, "hs")
	switch {
	case date && clock:
		return numberFormat{kind: dateTimeFormat}
	case date:
		return numberFormat{kind: dateFormat}
	case elapsed:
		return numberFormat{kind: elapsedFormat}
	case clock:
		return numberFormat{kind: timeFormat}
	}
	positive, _, _ := strings.Cut(code, ";")
	if digits, ok := strings.CutSuffix(positive, "%"); ok {
		return percentOf(digits)
	}
	if len(positive) > 1 && len(positive) < 32 && strings.Trim(positive, "0") == "" {
		return numberFormat{paddedFormat, uint8(len(positive))}
	}
	return numberFormat{}
}

func percentOf(digits string) numberFormat {
	whole, part, _ := strings.Cut(digits, ".")
	if strings.Trim(whole, "0#,") != "" || strings.Trim(part, "0") != "" || len(part) > 15 {
		return numberFormat{}
	}
	return numberFormat{percentFormat, uint8(len(part))}
}

// formatLetters are the letters of a code that stand for parts of a date or
// time, in lower case, and whether it counts hours, minutes or seconds in
// brackets. What is quoted, escaped, a colour or a currency is left out.
func formatLetters(code string) (letters string, elapsed bool) {
	var b strings.Builder
	code = strings.ToLower(strings.ReplaceAll(strings.ToLower(code), "general", ""))
	for i := 0; i < len(code); i++ {
		switch c := code[i]; c {
		case '\\', '_', '*':
			i++
		case '"':
			n := strings.IndexByte(code[i+1:], '"')
			if n < 0 {
				return b.String(), elapsed
			}
			i += n + 1
		case '[':
			n := strings.IndexByte(code[i:], ']')
			if n < 0 {
				return b.String(), elapsed
			}
			if in := code[i+1 : i+n]; in != "" && strings.Trim(in, in[:1]) == "" && strings.Contains("hms", in[:1]) {
				elapsed = true
				b.WriteString("h")
			}
			i += n
		case 'y', 'm', 'd', 'h', 's':
			b.WriteByte(c)
		case 'e': // the year of an era; in 0.00E+00 the exponent
			if i+1 == len(code) || code[i+1] != '+' && code[i+1] != '-' {
				b.WriteByte('y')
			}
		}
	}
	return b.String(), elapsed
}
