// Package lazyre holds regular expressions that cost nothing until they are used
// and little where they cannot match.
//
// The reading of cells asks hundreds of expressions of every text, most of them
// lists of words of which the text has none. An expression is therefore parsed when
// it is first asked, compiled when a text comes that it may match, and run only on
// texts that have the letters and pairs of letters that one of its words needs.
// What it answers is what package regexp answers.
package lazyre

import (
	"regexp"
	"sync"
)

// Regexp is a regular expression, safe for use by several goroutines. Its methods are
// those of regexp.Regexp.
type Regexp struct {
	expr     string
	needs    func() needs
	compiled func() *regexp.Regexp
}

// New gives an expression. One that is not well-formed panics when it is first asked,
// so each is to be asked once by a test: see Check.
func New(expr string) *Regexp {
	return &Regexp{
		expr:     expr,
		needs:    sync.OnceValue(func() needs { return needsOf(expr) }),
		compiled: sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expr) }),
	}
}

// Check compiles the expression and gives its error.
func (r *Regexp) Check() error {
	_, err := regexp.Compile(r.expr)
	return err
}

// String is the expression as written.
func (r *Regexp) String() string { return r.expr }

// may reports whether s has what every match needs.
func (r *Regexp) may(s string) bool { return r.needs().metBy(s) }

// MatchString reports whether s holds a match.
func (r *Regexp) MatchString(s string) bool { return r.may(s) && r.compiled().MatchString(s) }

// FindString is the first match, "" where there is none.
func (r *Regexp) FindString(s string) string {
	if !r.may(s) {
		return ""
	}
	return r.compiled().FindString(s)
}

// FindStringIndex is the place of the first match, nil where there is none.
func (r *Regexp) FindStringIndex(s string) []int {
	if !r.may(s) {
		return nil
	}
	return r.compiled().FindStringIndex(s)
}

// FindStringSubmatch is the first match and its groups, nil where there is none.
func (r *Regexp) FindStringSubmatch(s string) []string {
	if !r.may(s) {
		return nil
	}
	return r.compiled().FindStringSubmatch(s)
}

// FindStringSubmatchIndex are their places, nil where there is none.
func (r *Regexp) FindStringSubmatchIndex(s string) []int {
	if !r.may(s) {
		return nil
	}
	return r.compiled().FindStringSubmatchIndex(s)
}

// FindAllString lists up to n matches, all where n is negative.
func (r *Regexp) FindAllString(s string, n int) []string {
	if !r.may(s) {
		return nil
	}
	return r.compiled().FindAllString(s, n)
}

// FindAllStringIndex lists the places of up to n matches, all where n is negative.
func (r *Regexp) FindAllStringIndex(s string, n int) [][]int {
	if !r.may(s) {
		return nil
	}
	return r.compiled().FindAllStringIndex(s, n)
}

// FindAllStringSubmatch lists up to n matches with their groups.
func (r *Regexp) FindAllStringSubmatch(s string, n int) [][]string {
	if !r.may(s) {
		return nil
	}
	return r.compiled().FindAllStringSubmatch(s, n)
}

// FindAllStringSubmatchIndex lists their places.
func (r *Regexp) FindAllStringSubmatchIndex(s string, n int) [][]int {
	if !r.may(s) {
		return nil
	}
	return r.compiled().FindAllStringSubmatchIndex(s, n)
}

// ReplaceAllString is s with every match replaced; $1 in to is the first group.
func (r *Regexp) ReplaceAllString(s, to string) string {
	if !r.may(s) {
		return s
	}
	return r.compiled().ReplaceAllString(s, to)
}

// ReplaceAllLiteralString is s with every match replaced by to as it stands.
func (r *Regexp) ReplaceAllLiteralString(s, to string) string {
	if !r.may(s) {
		return s
	}
	return r.compiled().ReplaceAllLiteralString(s, to)
}

// ReplaceAllStringFunc is s with every match replaced by what a function makes of it.
func (r *Regexp) ReplaceAllStringFunc(s string, to func(string) string) string {
	if !r.may(s) {
		return s
	}
	return r.compiled().ReplaceAllStringFunc(s, to)
}

// Split parts s at its matches, into up to n parts, or all where n is negative.
func (r *Regexp) Split(s string, n int) []string { return r.compiled().Split(s, n) }
