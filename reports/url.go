package reports

import (
	"net/url"
	"strings"
)

// safeURL is the address when it is one of the web that can stand in any
// output as it is, else "".
func safeURL(s string) string {
	if strings.ContainsAny(s, " \t\r\n<>\"'`\\") || strings.ContainsFunc(s, func(c rune) bool { return c < ' ' || c > '~' }) {
		return ""
	}
	u, err := url.Parse(s)
	if err != nil || u.Host == "" || u.Scheme != "https" && u.Scheme != "http" {
		return ""
	}
	return s
}
