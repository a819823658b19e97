package template

import "github.com/xuri/excelize/v2"

// look is one of the few looks that cells have.
type look int

const (
	plain    look = iota
	head          // a heading beneath which a value is needed
	headMore      // any other heading
	example
	exampleDate
	entry
	entryDate
	label
	title
	text
	looks
)

func (d *draft) addStyles() error {
	font := func(f excelize.Font) *excelize.Font {
		f.Family = "Calibri"
		if f.Size == 0 {
			f.Size = 10
		}
		return &f
	}
	fill := func(colour string) excelize.Fill {
		return excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{colour}}
	}
	var border []excelize.Border
	for _, side := range [...]string{"left", "right", "top", "bottom"} {
		border = append(border, excelize.Border{Type: side, Color: "C9D1D9", Style: 1})
	}
	wrap := &excelize.Alignment{Vertical: "top", WrapText: true}
	centre := &excelize.Alignment{Vertical: "center", WrapText: true}
	date := "d mmm yyyy"
	styles := [looks]excelize.Style{
		plain:       {Font: font(excelize.Font{})},
		head:        {Font: font(excelize.Font{Bold: true, Color: "FFFFFF"}), Fill: fill("1F3A4D"), Border: border, Alignment: centre},
		headMore:    {Font: font(excelize.Font{Bold: true, Color: "1F3A4D"}), Fill: fill("DCE6EC"), Border: border, Alignment: centre},
		example:     {Font: font(excelize.Font{Italic: true, Color: "5F6B76"}), Fill: fill("F3F4F6"), Border: border, Alignment: wrap},
		exampleDate: {Font: font(excelize.Font{Italic: true, Color: "5F6B76"}), Fill: fill("F3F4F6"), Border: border, Alignment: wrap, CustomNumFmt: &date},
		entry:       {Font: font(excelize.Font{Color: "1B2733"}), Border: border, Alignment: wrap},
		entryDate:   {Font: font(excelize.Font{Color: "1B2733"}), Border: border, Alignment: wrap, CustomNumFmt: &date},
		label:       {Font: font(excelize.Font{Bold: true, Color: "1F3A4D"}), Fill: fill("DCE6EC"), Border: border, Alignment: wrap},
		title:       {Font: font(excelize.Font{Bold: true, Size: 15, Color: "1F3A4D"}), Alignment: &excelize.Alignment{Vertical: "center"}},
		text:        {Font: font(excelize.Font{Size: 11, Color: "1B2733"}), Alignment: wrap},
	}
	for i := range styles {
		id, err := d.f.NewStyle(&styles[i])
		if err != nil {
			return err
		}
		d.styles[i] = id
	}
	return nil
}
