package main

import (
	"fmt"
	"io"
	"strconv"
	"strings"
	"text/tabwriter"

	"dpmap/graph"
	"dpmap/importers"
	"dpmap/importers/column"

	"github.com/spf13/pflag"
)

// importExplained are the flags of commands that can tell how they read a
// register.
type importExplained struct {
	explain bool
	save    string
}

func (e *importExplained) addFlags(flags *pflag.FlagSet) {
	flags.BoolVar(&e.explain, "explain-import", false, "tell what each column was taken for, and why")
	flags.StringVar(&e.save, "save-config", "", "write what the columns were taken for to this YAML `file`, for --config")
}

// tellImport prints how the inputs were read, and saves it as a configuration,
// as the flags ask.
func (p *program) tellImport(e *importExplained, w io.Writer, inputs []graph.Input, read []string) error {
	if e.explain {
		if err := explainImport(w, inputs); err != nil {
			return fault{err}
		}
	}
	if e.save == "" {
		return nil
	}
	return write(e.save, raw([]byte(headingConfig(inputs))), read)
}

// tellUnread does so for files that gave no flow, when it is wanted most.
func (p *program) tellUnread(e *importExplained, w io.Writer, s *settings, names []string) {
	if !e.explain && e.save == "" {
		return
	}
	book, err := s.book(p.today)
	if err != nil {
		return
	}
	options, err := s.options(book)
	if err != nil {
		return
	}
	paths, _, err := expand(names)
	if err != nil {
		return
	}
	files, err := read(paths)
	if err != nil {
		return
	}
	if inputs, err := importers.Recognise(files, options); err == nil {
		_ = p.tellImport(e, w, inputs, paths) // the fault of the input is what matters
	}
}

func explainImport(w io.Writer, inputs []graph.Input) error {
	var b strings.Builder
	b.WriteString("How the columns were read\n")
	for _, in := range inputs {
		for _, s := range in.Sheets {
			b.WriteString("\n" + in.File)
			if s.Name != "" {
				b.WriteString(", sheet " + s.Name)
			}
			switch {
			case s.Own:
				b.WriteString(": made by dpmap, so it is passed over\n")
			case s.Layout == "":
				b.WriteString(": not recognised as a list of flows, so its rows are left aside\n")
				if len(s.Columns) > 0 && !column.Has(s.Columns, graph.FieldTo) {
					b.WriteString("  No column is known to say who receives the data: name the one that does as the field to\n")
				}
			default:
				b.WriteString(": layout " + s.Layout + "\n")
			}
			explainColumns(&b, s.Columns)
		}
	}
	b.WriteString("\nTo mend a column, add its flag with another field in place of FIELD. The fields:\n")
	t := tabwriter.NewWriter(&b, 0, 0, 2, ' ', 0)
	for _, m := range importers.Meanings() {
		fmt.Fprintf(t, "  %s\t%s\n", m.Field, m.Means)
	}
	t.Flush()
	b.WriteString("\nTo teach the same choice for next time, save these lines (--save-config FILE) and give them with --config FILE:\n\n")
	b.WriteString(headingConfig(inputs))
	b.WriteString("\n")
	_, err := io.WriteString(w, b.String())
	return err
}

// explainColumns writes a line for each column: its field, how sure that is and
// why, an example, and the flag that changes it.
func explainColumns(b *strings.Builder, columns []graph.Column) {
	t := tabwriter.NewWriter(b, 0, 0, 2, ' ', 0)
	for _, c := range columns {
		field, why := string(c.Field), c.Why
		switch {
		case field == "" && why != "":
			field, why = "(extra field)", "left aside: "+why
		case field == "":
			field, why = "(extra field)", "no field was found for it"
		case importers.IsGuess(c):
			why = "low confidence: " + why
		}
		example := ""
		if c.Example != "" {
			example = "e.g. " + strconv.Quote(short(c.Example, 40))
		}
		fmt.Fprintf(t, "  %s\t%s\t%s\t%s\t%s\t%s\n", graph.ColumnName(c.Col), strconv.Quote(short(c.Heading, 50)), field, why, example, headingFlag(c.Heading))
	}
	t.Flush()
}

// headingFlag is the flag that gives a column another field, as it is typed.
func headingFlag(heading string) string {
	heading = strings.Join(strings.Fields(heading), " ")
	return "--heading " + shellQuote(heading+"=FIELD")
}

// shellQuote puts a text in the quotation marks that it does not hold itself.
func shellQuote(text string) string {
	if strings.ContainsAny(text, "\"$`\\") && !strings.Contains(text, "'") {
		return "'" + text + "'"
	}
	return "\"" + strings.NewReplacer("\\", "\\\\", "\"", "\\\"", "$", "\\$", "`", "\\`").Replace(text) + "\""
}

// short is a text on one line, of so many characters at most.
func short(text string, most int) string {
	text = strings.Join(strings.Fields(text), " ")
	if r := []rune(text); len(r) > most {
		return string(r[:most-1]) + "…"
	}
	return text
}

// headingConfig writes the columns as a configuration: those that were told by
// anything but a field's own name, and as comments those that none was found
// for.
func headingConfig(inputs []graph.Input) string {
	var b strings.Builder
	b.WriteString("headings:\n")
	said := map[string]bool{}
	for _, in := range inputs {
		for _, s := range in.Sheets {
			for _, c := range s.Columns {
				key := strings.Join(strings.Fields(c.Heading), " ")
				if key == "" || said[key] || c.How == "heading" {
					continue
				}
				said[key] = true
				switch {
				case c.Field != "":
					fmt.Fprintf(&b, "  %s: %s\n", strconv.Quote(key), c.Field)
				case c.How != "":
					fmt.Fprintf(&b, "  %s: none\n", strconv.Quote(key))
				default:
					fmt.Fprintf(&b, "  # %s: none\n", strconv.Quote(key))
				}
			}
		}
	}
	return b.String()
}
