package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"dpmap/graph"
	"dpmap/graph/law"
	"dpmap/graph/rules"
	"dpmap/importers"

	"github.com/goccy/go-yaml"
	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// settings are the flags of every command that reads a register. A
// configuration file holds the same words; a flag outranks it.
type settings struct {
	Home       string            `yaml:"home"`
	Controller string            `yaml:"controller"`
	AsAt       string            `yaml:"as-at"`
	Without    []string          `yaml:"without"`
	Law        []string          `yaml:"law"`
	Layout     string            `yaml:"layout"`
	Sheet      string            `yaml:"sheet"`
	Supplier   string            `yaml:"supplier"`
	Headings   map[string]string `yaml:"headings"`
	FailOn     string            `yaml:"fail-on"`
	Strict     bool              `yaml:"strict"`
	Accepted   []acceptance      `yaml:"accepted"`

	config  string
	heading []string
	quiet   bool
	color   string
}

// addFlags declares the flags, with the command's own default for --fail-on.
func (s *settings) addFlags(flags *pflag.FlagSet, failOn string) {
	flags.StringVar(&s.Home, "home", "GB", "country of your own organisation where the register does not say, as a two-letter `code`")
	flags.StringVar(&s.Controller, "controller", "", "`name` of your own organisation where the register does not say whose it is")
	s.addLawFlags(flags)
	flags.StringVar(&s.Layout, "layout", "", "read every sheet in this `layout` rather than recognising it")
	flags.StringVar(&s.Sheet, "sheet", "", "read only the sheet of this `name`")
	flags.StringVar(&s.Supplier, "supplier", "", "`name` of the supplier whose sub-processors a list names")
	flags.StringArrayVar(&s.heading, "heading", nil, "teach dpmap a heading: `\"Their heading=field\"`")
	flags.StringVar(&s.config, "config", "", "read settings from this YAML `file`")
	flags.StringVar(&s.FailOn, "fail-on", failOn, "exit with 1 at findings of this `severity` or worse: critical, high, medium, low, never")
	flags.BoolVar(&s.Strict, "strict", false, "exit with 2 when any row had to be left out")
	flags.BoolVar(&s.quiet, "quiet", false, "print less")
	flags.StringVar(&s.color, "color", "auto", "colour `when`: auto, always, never")
}

// addLawFlags declares the flags that choose the law: which day's, less what,
// and what of the user's own is laid over it.
func (s *settings) addLawFlags(flags *pflag.FlagSet) {
	flags.StringVar(&s.AsAt, "as-at", "", "judge by the law of this `day`, YYYY-MM-DD (default today)")
	flags.StringSliceVar(&s.Without, "without", nil, "suppose that these legal `instruments` had fallen, e.g. uk-us-data-bridge")
	flags.StringArrayVar(&s.Law, "law", nil, "lay this CSV `file` over the built-in law: a decision, mechanism or word that is new or has changed")
}

// resolve merges the configuration file under the flags that were given.
func (s *settings) resolve(cmd *cobra.Command) error {
	if s.config != "" {
		if err := s.readConfig(cmd.Flags()); err != nil {
			return err
		}
	}
	if s.color != "auto" && s.color != "always" && s.color != "never" {
		return fmt.Errorf("--color %q is not known: give auto, always or never", s.color)
	}
	if _, err := s.threshold(); err != nil {
		return err
	}
	for _, h := range s.heading {
		i := strings.LastIndex(h, "=")
		if i <= 0 {
			return fmt.Errorf("--heading %q: write it as \"Their heading=field\"", h)
		}
		if s.Headings == nil {
			s.Headings = map[string]string{}
		}
		s.Headings[strings.TrimSpace(h[:i])] = strings.TrimSpace(h[i+1:])
	}
	return nil
}

func (s *settings) readConfig(flags *pflag.FlagSet) error {
	data, err := os.ReadFile(s.config)
	if err != nil {
		return fmt.Errorf("--config %s cannot be read: %w", s.config, err)
	}
	from := settings{}
	if err := yaml.NewDecoder(bytes.NewReader(data), yaml.Strict()).Decode(&from); err != nil && !errors.Is(err, io.EOF) {
		return fmt.Errorf("--config %s: %s", s.config, yaml.FormatError(err, false, true))
	}
	take := func(flag string, to *string, value string) {
		if value != "" && !flags.Changed(flag) {
			*to = value
		}
	}
	take("home", &s.Home, from.Home)
	take("controller", &s.Controller, from.Controller)
	take("as-at", &s.AsAt, from.AsAt)
	take("layout", &s.Layout, from.Layout)
	take("sheet", &s.Sheet, from.Sheet)
	take("supplier", &s.Supplier, from.Supplier)
	take("fail-on", &s.FailOn, from.FailOn)
	if !flags.Changed("without") {
		s.Without = from.Without
	}
	if !flags.Changed("law") {
		s.Law = from.Law
	}
	if !flags.Changed("strict") {
		s.Strict = from.Strict
	}
	s.Headings, s.Accepted = from.Headings, from.Accepted
	return nil
}

// threshold is the severity at which the exit code becomes 1, 0 for never.
func (s *settings) threshold() (rules.Severity, error) {
	if s.FailOn == "never" {
		return 0, nil
	}
	for severity := rules.Low; severity <= rules.Critical; severity++ {
		if severity.String() == s.FailOn {
			return severity, nil
		}
	}
	return 0, fmt.Errorf("--fail-on %q is not known: give critical, high, medium, low or never", s.FailOn)
}

// book opens the law as --as-at, --law and --without ask for it.
func (s *settings) book(today law.Date) (*law.Book, error) { return s.bookWithout(today, s.Without) }

// bookWithout opens the law as --as-at and --law ask for it, less instruments.
func (s *settings) bookWithout(today law.Date, without []string) (*law.Book, error) {
	asAt := today
	if s.AsAt != "" {
		day, err := law.ParseISO(s.AsAt)
		if err != nil || day.Day == 0 {
			return nil, fmt.Errorf("--as-at %q is not a day: write it as YYYY-MM-DD", s.AsAt)
		}
		asAt = day
	}
	overlays, err := readLaw(s.Law)
	if err != nil {
		return nil, err
	}
	book, err := law.OpenOver(overlays, asAt)
	if err != nil {
		return nil, sentences(err)
	}
	if len(without) == 0 {
		return book, nil
	}
	if book, err = law.OpenOver(overlays, asAt, without...); err != nil {
		return nil, fmt.Errorf("--without: %w", err)
	}
	return book, nil
}

// readLaw reads the files that are laid over the law.
func readLaw(paths []string) ([]law.Overlay, error) {
	var overlays []law.Overlay
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil {
			return nil, fmt.Errorf("--law %s cannot be read: %s; check the name and the folder", path, cause(err))
		}
		overlays = append(overlays, law.Overlay{File: filepath.Base(path), Data: data})
	}
	return overlays, nil
}

// options are the settings as the importers want them.
func (s *settings) options(book *law.Book) (importers.Options, error) {
	o := importers.Options{Book: book, Home: strings.ToUpper(s.Home), Layout: s.Layout, Sheet: s.Sheet, Supplier: s.Supplier, Controller: strings.TrimSpace(s.Controller)}
	if home, ok := book.FindCountry(s.Home); ok {
		o.Home = home
	} else {
		return o, fmt.Errorf("--home %q is no country: give its two-letter code, e.g. GB", s.Home)
	}
	for _, heading := range sortedKeys(s.Headings) {
		o.Headings = append(o.Headings, importers.Heading{Heading: heading, Field: graph.Field(s.Headings[heading])})
	}
	return o, nil
}
