package diagram

import "strings"

// quote writes a text as a quoted string of DOT: whatever it holds, it stays
// one string. Graphviz knows the escapes \" and \\ and a few with letters
// (\N, \G, \n); a doubled backslash is none of them.
func quote(s string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(clean(s)) + `"`
}

// html writes a text for an HTML-like label of DOT. Graphviz replaces \N and
// its like in labels even there, and knows no way to escape them, so a
// backslash becomes its look-alike.
func html(s string) string {
	return strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;", `\`, "\u29F5").Replace(clean(s))
}

// escapeXML writes a text for XML, between tags or in a quoted attribute.
func escapeXML(s string) string {
	return strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;", "'", "&#39;").Replace(clean(s))
}
