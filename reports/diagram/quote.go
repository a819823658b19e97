package diagram

import "strings"

// quote writes a text as a quoted string of DOT: whatever it holds, it stays
// one string of a length that the engine reads. Graphviz also expands \N and its like, and entities such as
// &amp;, in the strings that it shows, and does not undo a doubled backslash;
// so a backslash becomes its look-alike.
func quote(s string) string {
	return `"` + strings.NewReplacer(`\`, lookAlike, `"`, `\"`, "&", "&amp;").Replace(shorten(clean(s))) + `"`
}

// lookAlike is the operator that is drawn as a backslash.
const lookAlike = "\u29F5"

// html writes a text for an HTML-like label of DOT. Graphviz replaces \N and
// its like in labels even there, and knows no way to escape them, so a
// backslash becomes its look-alike.
func html(s string) string {
	return strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;", `\`, lookAlike).Replace(clean(s))
}

// escapeXML writes a text for XML, between tags or in a quoted attribute.
func escapeXML(s string) string {
	return strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;", "'", "&#39;").Replace(clean(s))
}
