package template

import (
	"strings"

	"dpmap/graph"

	"github.com/xuri/excelize/v2"
)

// firstWord is the row in which the words of the drop-downs begin.
const firstWord = 3

// wordLists makes the sheet that the drop-downs draw on, one list a column.
func (d *draft) wordLists() error {
	if err := d.put(wordList, "A1", "dpmap: the words of the drop-downs; other words may be typed as well", title); err != nil {
		return err
	}
	for i, l := range d.lists {
		name := graph.ColumnName(i + 1)
		if err := d.f.SetColWidth(wordList, name, name, 26); err != nil {
			return err
		}
		if err := d.put(wordList, at(firstWord-1, i+1), l.name, label); err != nil {
			return err
		}
		for n, word := range l.words {
			if err := d.put(wordList, at(firstWord+n, i+1), word, plain); err != nil {
				return err
			}
		}
	}
	return d.page(wordList, 1)
}

// register makes the sheet of names and values that says whose register it is.
func (d *draft) register() error {
	if err := d.f.SetColWidth(register, "A", "A", 22); err != nil {
		return err
	}
	if err := d.f.SetColWidth(register, "B", "B", 60); err != nil {
		return err
	}
	for i, c := range of(d.columns, register) {
		if err := d.put(register, at(i+1, 1), c.heading, label); err != nil {
			return err
		}
		if err := d.f.SetCellStyle(register, at(i+1, 2), at(i+1, 2), d.styles[entry]); err != nil {
			return err
		}
		if err := d.f.SetRowHeight(register, i+1, 22); err != nil {
			return err
		}
		if err := d.entry(register, at(i+1, 2), c); err != nil {
			return err
		}
		if c.note == "" {
			continue
		}
		if err := d.note(register, at(i+1, 1), c); err != nil {
			return err
		}
	}
	return d.page(register, 1)
}

// instructions are the lines of the sheet Read me. A line that ends without a
// full stop is a heading.
var instructions = []string{
	"What this is",
	"A register of who gets your personal data. Fill it in, save it, and give it to dpmap: drop the file on the program, or type dpmap report with its name. Nothing leaves your computer.",
	"How to fill it in",
	"1. Register: say whose register this is.",
	"2. Flows: one row for each organisation that gets data, and for each purpose. The dark headings matter most. Every heading has a note: rest the pointer on it.",
	"3. Organisations: one row for each organisation, with its country. It is optional, but then each fact is typed once.",
	"4. Accepted: findings that somebody answerable has decided to live with. Leave it empty at first.",
	"Keep in mind",
	"Leave a cell blank where you do not know. Blank means not known: never yes, never no, never fine. Do not guess a country.",
	"Where the law asks three different things, there are three columns: where the recipient is established, where the data is hosted, and from where people can reach it.",
	"Several values in one cell go one to a line: Alt and Enter begins a new line.",
	"The grey rows called EXAMPLE are not read. Type over them or delete them. Columns of your own are kept; do not rename the headings here.",
	"Other words than those in the lists are allowed. dpmap says when it cannot read one.",
	"This is not legal advice.",
}

func (d *draft) readMe() error {
	if err := d.f.SetColWidth(readMe, "A", "A", 110); err != nil {
		return err
	}
	if err := d.put(readMe, "A1", "dpmap: how to fill in this register", title); err != nil {
		return err
	}
	if err := d.f.SetRowHeight(readMe, 1, 30); err != nil {
		return err
	}
	row := 2
	for _, line := range instructions {
		look, height := text, 15.5*float64(1+len(line)/118)+3
		if !strings.HasSuffix(line, ".") {
			look, height = label, 20
			row++
		}
		if err := d.put(readMe, at(row, 1), line, look); err != nil {
			return err
		}
		if err := d.f.SetRowHeight(readMe, row, height); err != nil {
			return err
		}
		row++
	}
	off := false
	if err := d.f.SetSheetView(readMe, -1, &excelize.ViewOptions{ShowGridLines: &off}); err != nil {
		return err
	}
	return d.page(readMe, 1)
}
