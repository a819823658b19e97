package sheet

import (
	"bytes"
	"math"
	"strconv"
	"strings"
	"time"

	"dpmap/graph/law"
)

// showNumber is a number in its format. raw is how the file writes it.
func showNumber(raw []byte, num float64, format numberFormat, epoch1904 bool) Cell {
	cell := Cell{Type: NumberCell, Num: num}
	switch format.kind {
	case dateFormat, dateTimeFormat:
		if day, clock, ok := fromSerial(num, epoch1904); ok {
			return dateCell(num, day, clock, format.kind == dateTimeFormat)
		}
	case timeFormat:
		if num >= 0 && num < maxSerial {
			cell.Text = clockText(int(math.Round((num-math.Floor(num))*86400)) % 86400)
			return cell
		}
	case elapsedFormat:
		if num >= 0 && num < maxSerial {
			cell.Text = clockText(int(math.Round(num * 86400)))
			return cell
		}
	case percentFormat:
		cell.Text = strconv.FormatFloat(num*100, 'f', int(format.n), 64) + "%"
		return cell
	case paddedFormat:
		if digits := numberText(raw, num); strings.Trim(digits, "0123456789") == "" && len(digits) < int(format.n) {
			cell.Text = strings.Repeat("0", int(format.n)-len(digits)) + digits
			return cell
		}
	}
	cell.Text = numberText(raw, num)
	return cell
}

// numberText is a number without a format: all digits of a whole number as
// the file has them, since references and telephone numbers have more than a
// float64 holds, and 15 significant ones of any other, since what follows is
// noise that no spreadsheet program shows.
func numberText(raw []byte, num float64) string {
	if plain := bytes.TrimPrefix(raw, []byte("-")); isDigits(plain) && (plain[0] != '0' || len(raw) == 1) {
		return string(raw)
	}
	if num == math.Trunc(num) && math.Abs(num) < 1e15 {
		return strconv.FormatInt(int64(num), 10)
	}
	if digits := bytes.Count(raw, nil) - 1; digits <= 16 && isDecimal(raw) {
		return string(raw)
	}
	text := strconv.FormatFloat(num, 'g', 15, 64)
	rounded, err := strconv.ParseFloat(text, 64)
	if err != nil {
		return text
	}
	if size := math.Abs(rounded); size < 1e-9 || size >= 1e21 {
		return strconv.FormatFloat(rounded, 'G', -1, 64)
	}
	return strconv.FormatFloat(rounded, 'f', -1, 64)
}

func isDigits(b []byte) bool {
	for _, c := range b {
		if c < '0' || c > '9' {
			return false
		}
	}
	return len(b) > 0
}

// isDecimal reports whether b is a plain decimal without a needless digit:
// 0.5 or -12.25, and neither .5 nor 0.50.
func isDecimal(b []byte) bool {
	whole, part, ok := bytes.Cut(bytes.TrimPrefix(b, []byte("-")), []byte("."))
	return ok && isDigits(whole) && isDigits(part) && (whole[0] != '0' || len(whole) == 1) && part[len(part)-1] != '0'
}

// maxSerial is the first serial past 9999-12-31.
const maxSerial = 2958466

// fromSerial is the day of a serial number, and the seconds into it. Serial 60
// of the 1900 system is a 29 February that never was, and 0 is no day: Excel
// shows both, but no register means them.
func fromSerial(num float64, epoch1904 bool) (day law.Date, seconds int, ok bool) {
	whole := math.Floor(num)
	seconds = int(math.Round((num - whole) * 86400))
	if seconds == 86400 {
		whole, seconds = whole+1, 0
	}
	n := int(max(-1, min(whole, maxSerial)))
	start := time.Date(1899, time.December, 30, 0, 0, 0, 0, time.UTC)
	switch {
	case n < 0 || n >= maxSerial:
		return law.Date{}, 0, false
	case epoch1904:
		start = time.Date(1904, time.January, 1, 0, 0, 0, 0, time.UTC)
	case n == 0 || n == 60:
		return law.Date{}, 0, false
	case n < 60:
		n++
	}
	t := start.AddDate(0, 0, n)
	return law.DateOf(t), seconds, t.Year() <= 9999
}

// dateCell shows a day, with its time where the format has one and it is not
// midnight.
func dateCell(num float64, day law.Date, seconds int, clock bool) Cell {
	text := day.String()
	if clock && seconds > 0 {
		text += " " + clockText(seconds)
	}
	return Cell{Type: DateCell, Text: text, Num: num, Date: day}
}

// clockText is 09:30, with seconds only where there are any.
func clockText(seconds int) string {
	b := appendTwo(nil, seconds/3600)
	b = appendTwo(append(b, ':'), seconds/60%60)
	if s := seconds % 60; s > 0 {
		b = appendTwo(append(b, ':'), s)
	}
	return string(b)
}

func appendTwo(b []byte, n int) []byte {
	if n < 10 {
		b = append(b, '0')
	}
	return strconv.AppendInt(b, int64(n), 10)
}

// isoCell reads a date cell (t="d"), which has no number.
func isoCell(text string) (Cell, error) {
	for _, layout := range [...]string{"2006-01-02", "2006-01-02T15:04:05.999999999", "2006-01-02T15:04:05.999999999Z07:00", "2006-01-02T15:04"} {
		if t, err := time.Parse(layout, text); err == nil && t.Year() > 0 {
			return dateCell(0, law.DateOf(t), t.Hour()*3600+t.Minute()*60+t.Second(), true), nil
		}
	}
	if t, err := time.Parse("15:04:05.999999999", text); err == nil {
		return Cell{Type: TextCell, Text: clockText(t.Hour()*3600 + t.Minute()*60 + t.Second())}, nil
	}
	return Cell{}, damaged("a date cell holds " + quoteShort([]byte(text)))
}
