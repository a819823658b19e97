package sheet

import (
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/google/go-cmp/cmp"
)

// encode16 writes UTF-16 with the high byte first or last.
func encode16(s string, bigEndian bool) []byte {
	var b []byte
	for _, u := range utf16.Encode([]rune(s)) {
		if bigEndian {
			b = append(b, byte(u>>8), byte(u))
		} else {
			b = append(b, byte(u), byte(u>>8))
		}
	}
	return b
}

// csvTexts are texts of every kind, and what is read or said of each.
func csvTexts() []struct{ name, data, want string } {
	plain := "Ref,From\n1,Café\n"
	plainRows := "1 1:text:\"Ref\" 2:text:\"From\"\n2 1:text:\"1\" 2:text:\"Café\"\n"
	return []struct{ name, data, want string }{
		{"UTF-8", plain, plainRows},
		{"UTF-8 with BOM", "\xef\xbb\xbf" + plain, plainRows},
		{"UTF-16 LE with BOM", string(encode16("\ufeff"+plain, false)), plainRows},
		{"UTF-16 BE with BOM", string(encode16("\ufeff"+plain, true)), plainRows},
		{"UTF-16 LE", string(encode16(plain, false)), plainRows},
		{"UTF-16 BE", string(encode16(plain, true)), plainRows},
		{"Windows-1252", "Ref,From\n1,Caf\xe9\n", plainRows},
		{"Windows-1252 quotes", "a,\x93b\x94 \x96 c\n", "1 1:text:\"a\" 2:text:\"“b” – c\"\n"},
		{"Windows-1252 pounds", "a,\xa35 a pupil\x92s meal\n", "1 1:text:\"a\" 2:text:\"£5 a pupil’s meal\"\n"},
		{"Mac Roman", "a,\xa35 for a caf\x8e\xd5s\rb,c\r", "1 1:text:\"a\" 2:text:\"£5 for a café’s\"\n2 1:text:\"b\" 2:text:\"c\"\n"},
		{"one line without an end is no Mac's", "a,Caf\xe9", "1 1:text:\"a\" 2:text:\"Café\"\n"},
		{"a title in quotes above", "\"Register, as of 1 May; draft\"\n\na;b;c\nd;\"e\nf, g\";h\n", "1 1:text:\"Register, as of 1 May; draft\"\n3 1:text:\"a\" 2:text:\"b\" 3:text:\"c\"\n4 1:text:\"d\" 2:text:\"e\\nf, g\" 3:text:\"h\"\n"},
		{"a title above pipes", "Register, of us, as agreed\na|b|c\nd|e, f|g\n", "1 1:text:\"Register, of us, as agreed\"\n2 1:text:\"a\" 2:text:\"b\" 3:text:\"c\"\n3 1:text:\"d\" 2:text:\"e, f\" 3:text:\"g\"\n"},
		{"a title above tabs", "Register, of us, as agreed\n\na\tb\tc\nd\te, f\tg, h\n", "1 1:text:\"Register, of us, as agreed\"\n3 1:text:\"a\" 2:text:\"b\" 3:text:\"c\"\n4 1:text:\"d\" 2:text:\"e, f\" 3:text:\"g, h\"\n"},
		{"sep line in UTF-16", string(encode16("\ufeffsep=;\r\na;b\r\n", false)), "1 1:text:\"a\" 2:text:\"b\"\n"},
		{"sep line of a Mac", "sep=;\ra;b\r", "1 1:text:\"a\" 2:text:\"b\"\n"},
		{"one column with commas in prose", "Who we share with\nAcme\nBcme, of Leeds\n", "1 1:text:\"Who we share with\"\n2 1:text:\"Acme\"\n3 1:text:\"Bcme\" 2:text:\" of Leeds\"\n"},
		{"CRLF", strings.ReplaceAll(plain, "\n", "\r\n"), plainRows},
		{"CR, as old Macs write", strings.ReplaceAll(plain, "\n", "\r"), plainRows},
		{"no line end", strings.TrimSuffix(plain, "\n"), plainRows},
		{"semicolon", "a;b, c;d\ne;f, g, h;i\n", "1 1:text:\"a\" 2:text:\"b, c\" 3:text:\"d\"\n2 1:text:\"e\" 2:text:\"f, g, h\" 3:text:\"i\"\n"},
		{"tab", "a\tb, c\nd\te; f\n", "1 1:text:\"a\" 2:text:\"b, c\"\n2 1:text:\"d\" 2:text:\"e; f\"\n"},
		{"pipe", "a|b, c|d\ne|f|g, h; i\n", "1 1:text:\"a\" 2:text:\"b, c\" 3:text:\"d\"\n2 1:text:\"e\" 2:text:\"f\" 3:text:\"g, h; i\"\n"},
		{"comma among pipes", "a,b | c,d\ne,f | g | h,i\n", "1 1:text:\"a\" 2:text:\"b | c\" 3:text:\"d\"\n2 1:text:\"e\" 2:text:\"f | g | h\" 3:text:\"i\"\n"},
		{"comma among semicolons", "a,b; c,d\ne,f; g; h,i\n", "1 1:text:\"a\" 2:text:\"b; c\" 3:text:\"d\"\n2 1:text:\"e\" 2:text:\"f; g; h\" 3:text:\"i\"\n"},
		{"long texts in quotes among semicolons", "a;b;c\nd;\"e, f, g, h, i, j, k\";l\nm;n;\"o, p, q, r, s, t, u\"\nv;w;\"x, y, z, 1, 2, 3, 4\"\n",
			"1 1:text:\"a\" 2:text:\"b\" 3:text:\"c\"\n2 1:text:\"d\" 2:text:\"e, f, g, h, i, j, k\" 3:text:\"l\"\n3 1:text:\"m\" 2:text:\"n\" 3:text:\"o, p, q, r, s, t, u\"\n4 1:text:\"v\" 2:text:\"w\" 3:text:\"x, y, z, 1, 2, 3, 4\"\n"},
		{"titles above the table", "Our register; as agreed\n\na,b,c\nd,e,f\n", "1 1:text:\"Our register; as agreed\"\n3 1:text:\"a\" 2:text:\"b\" 3:text:\"c\"\n4 1:text:\"d\" 2:text:\"e\" 3:text:\"f\"\n"},
		{"one column", "a\nb\n", "1 1:text:\"a\"\n2 1:text:\"b\"\n"},
		{"sep line", "sep=;\r\na;b\r\n", "1 1:text:\"a\" 2:text:\"b\"\n"},
		{"blank lines count", "a,b\n\n,\n \nc,d\n", "1 1:text:\"a\" 2:text:\"b\"\n5 1:text:\"c\" 2:text:\"d\"\n"},
		{"line breaks in quotes", "a,\"b\r\nc\n\nd\"\ne,f\n", "1 1:text:\"a\" 2:text:\"b\\nc\\n\\nd\"\n2 1:text:\"e\" 2:text:\"f\"\n"},
		{"quotes doubled", `a,"say ""hi"", then go",""` + "\n", "1 1:text:\"a\" 2:text:\"say \\\"hi\\\", then go\"\n"},
		{"a mark inside", `a,5" pipe,b` + "\n", "1 1:text:\"a\" 2:text:\"5\\\" pipe\" 3:text:\"b\"\n"},
		{"spaces around quotes", `a, "b, c" ,d` + "\n", "1 1:text:\"a\" 2:text:\"b, c\" 3:text:\"d\"\n"},
		{"unseen characters", "a\u200b,b\u00a0c,\ufeff\n", "1 1:text:\"a\" 2:text:\"b c\"\n"},
		{"never closed", "a,b\n\nc,\"d\ne,f\n", "a.csv!B3: has unbalanced quotation marks: a quotation mark opens this cell and is never closed"},
		{"closed too early", "a,b\nc,\"d\"e,f\n", "a.csv!B2: has unbalanced quotation marks: text follows the quotation mark that closes this cell"},
		{"NUL", "a,b\nc,d" + strings.Repeat("x", 300) + "\x00e\n", "a.csv!B2: holds a NUL character, which no text has"},
		{"NUL in UTF-16", string(encode16("\ufeffa,b\nc,d\x00e\n", false)), "a.csv!B2: holds a NUL character, which no text has"},
		{"UTF-16 cut", string(encode16("\ufeff"+plain, false)[1:]), "a.csv: is cut short: it is text in UTF-16 and ends in the middle of a character"},
		{"UTF-16 odd", string(encode16("\ufeff"+plain, false)) + "x", "a.csv: is cut short: it is text in UTF-16 and ends in the middle of a character"},
		{"UTF-8 damaged", "\xef\xbb\xbfa,b\nc,\xff\n", "a.csv: holds bytes in line 2 that are no characters in any encoding that dpmap knows"},
		{"no encoding", "a,b\nc,\x81\n", "a.csv: holds bytes in line 2 that are no characters in any encoding that dpmap knows"},
		{"encodings mixed", "é,ü\nc,\xff\n", "a.csv: holds bytes in line 2 that are no characters in any encoding that dpmap knows"},
		{"one endless line", strings.Repeat("x", 1<<20), "a.csv!A1: holds a text of more than 98,304 bytes"},
		{"endless line in quotes", `a,"` + strings.Repeat("x\n", 1<<20) + `"`, "a.csv!B1: holds a text of more than 98,304 bytes"},
		{"too many columns", strings.Repeat(",", 512) + "x\n", "a.csv!SS1: lies beyond column SR (512), the last that is read"},
		{"too many rows", strings.Repeat("\n", 200_000) + "x\n", "a.csv!A200001: lies beyond row 200,000, the last that is read"},
		{"begins like a picture", "BM,a\n", "1 1:text:\"BM\" 2:text:\"a\"\n"},
		{"begins like an e-mail", "From: A\nTo: B\nSubject: c\n", "1 1:text:\"From: A\"\n2 1:text:\"To: B\"\n3 1:text:\"Subject: c\"\n"},
		{"blank columns beyond", "x" + strings.Repeat(",", 100_000) + "\n", "1 1:text:\"x\"\n"},
	}
}

func TestCSV(t *testing.T) {
	for _, tt := range csvTexts() {
		t.Run(tt.name, func(t *testing.T) {
			got := dump("a.csv", []byte(tt.data), Limits{})
			if strings.HasPrefix(tt.want, "a.csv") {
				what, fix := cutFix(lastLine(got))
				if got = what; fix == "" {
					t.Error("no remedy")
				}
			}
			if d := cmp.Diff(tt.want, got); d != "" {
				t.Error(d)
			}
		})
	}
	if got := dump("a.csv", []byte(strings.Repeat("a,b\n", 251)), Limits{Unpacked: 4000}); !strings.HasPrefix(got, "a.csv: is larger than 1,000 bytes") {
		t.Error(got)
	}
}
