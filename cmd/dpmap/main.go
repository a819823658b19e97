// Command dpmap maps who gets the personal data of schools and education
// groups, and tells which flows break data-protection law and why.
package main

import (
	"os"
	"time"
)

func main() {
	sparingly()
	os.Exit(run(os.Args[1:], os.Stdout, os.Stderr, time.Now()))
}
