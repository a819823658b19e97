package main

import (
	"fmt"
	"strings"

	"dpmap/graph/law"
	"dpmap/reports/pages"

	"github.com/agnivade/levenshtein"
	"github.com/spf13/cobra"
)

func (p *program) lawCommand() *cobra.Command {
	var s settings
	var format string
	cmd := &cobra.Command{
		Use:   "law [COUNTRY]",
		Short: "Show the law that verdicts rest on, whole or for one country, at a date",
		Args:  takes(0, 1, "a country"),
		RunE: func(_ *cobra.Command, args []string) error {
			if format != "text" && format != "json" {
				return fmt.Errorf("--format %q is not known: give text or json", format)
			}
			book, err := s.book(p.today)
			if err != nil {
				return err
			}
			var country *law.Country
			if len(args) > 0 {
				if country, err = countryOf(book, args[0]); err != nil {
					return err
				}
			}
			switch {
			case format == "json":
				return pages.LawJSON(p.out, book, country)
			case country != nil:
				return pages.Country(p.out, book, *country, page)
			}
			return pages.Law(p.out, book, page)
		},
	}
	cmd.Flags().StringVar(&format, "format", "text", "print as text or json")
	s.addLawFlags(cmd.Flags())
	return cmd
}

func countryOf(book *law.Book, name string) (*law.Country, error) {
	code, ok := book.FindCountry(name)
	if !ok && len(name) == 2 {
		code, ok = book.FindCountry(strings.ToUpper(name)) // nobody means "no" here
	}
	if !ok {
		near := book.NearCountry(name)
		if near != "" {
			near = fmt.Sprintf(" (did you mean %q?)", near)
		}
		return nil, fmt.Errorf("%q is not a country that dpmap knows%s; give its English name or two-letter code", name, near)
	}
	country, _ := book.Country(code)
	return &country, nil
}

// didYouMean is a remark that names the nearest of the words known, empty when
// none is near.
func didYouMean(word string, known []string) string {
	best, distance := "", 1+len(word)/3
	for _, k := range known {
		if d := levenshtein.ComputeDistance(word, k); d < distance {
			best, distance = k, d
		}
	}
	if best == "" {
		return ""
	}
	return fmt.Sprintf(" (did you mean %q?)", best)
}
