package main

import (
	"fmt"

	"dpmap/graph/rules"
	"dpmap/reports/pages"

	"github.com/spf13/cobra"
)

// page is the width of text for a terminal, in characters.
const page = 80

func (p *program) explainCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "explain [RULE]",
		Short: "Explain a rule: when it fires, what to do, the law; with no rule, list all",
		Args:  takes(0, 1, "a rule"),
		ValidArgsFunction: func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
			return codes(), cobra.ShellCompDirectiveNoFileComp
		},
		RunE: func(_ *cobra.Command, args []string) error {
			if len(args) == 0 {
				return pages.RuleList(p.out, rules.All())
			}
			for _, r := range rules.All() {
				if r.Code == args[0] {
					return pages.Rule(p.out, r, page)
				}
			}
			return fmt.Errorf("there is no rule %q%s; dpmap explain lists all", args[0], didYouMean(args[0], codes()))
		},
	}
}

func codes() []string {
	var list []string
	for _, r := range rules.All() {
		list = append(list, r.Code)
	}
	return list
}
