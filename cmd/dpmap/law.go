package main

import (
	"fmt"

	"dpmap/reports/pages"

	"github.com/agnivade/levenshtein"
	"github.com/spf13/cobra"
)

func (p *program) lawCommand() *cobra.Command {
	var s settings
	cmd := &cobra.Command{
		Use:   "law [COUNTRY]",
		Short: "Show the law that verdicts rest on, whole or for one country, at a date",
		Args:  cobra.MaximumNArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			book, err := s.book(p.today)
			if err != nil {
				return err
			}
			if len(args) == 0 {
				return pages.Law(p.out, book, page)
			}
			code, ok := book.FindCountry(args[0])
			if !ok {
				near := book.NearCountry(args[0])
				if near != "" {
					near = fmt.Sprintf(" (did you mean %q?)", near)
				}
				return fmt.Errorf("%q is not a country that dpmap knows%s; give its English name or two-letter code", args[0], near)
			}
			country, _ := book.Country(code)
			return pages.Country(p.out, book, country, page)
		},
	}
	cmd.Flags().StringVar(&s.AsAt, "as-at", "", "the law of this `day`, YYYY-MM-DD (default today)")
	cmd.Flags().StringSliceVar(&s.Without, "without", nil, "suppose that these legal `instruments` had fallen")
	return cmd
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
