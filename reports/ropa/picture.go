package ropa

import (
	"bytes"
	"fmt"
	"image/png"
	"math"

	"github.com/xuri/excelize/v2"
)

const mapSheet = "Map"

// The picture's box on the sheet, in pixels: A4 less margins and the lines
// above it.
const (
	longSide  = 1000.0
	shortSide = 620.0
)

// picture fills the sheet of the diagram.
func (d *draft) picture(f *excelize.File, ids []int, o Options) error {
	size, err := png.DecodeConfig(bytes.NewReader(o.Map))
	if err != nil {
		return fmt.Errorf("the diagram is no PNG: %w", err)
	}
	if size.Width < 1 || size.Height < 1 {
		return fmt.Errorf("the diagram has no size")
	}
	alt := oneLine(orElse(o.MapAlt, "Map of who receives personal data, by country"), 1000)
	top := [][]cell{{styled("Map", title)}, {styled("The same in words: see the sheets Recipients and Transfers.", note)}, {}}
	d.warn(top)
	for i, row := range top {
		for j, c := range row {
			if err := f.SetCellStr(mapSheet, at(j+1, i+1), c.text); err != nil {
				return err
			}
			if err := f.SetCellStyle(mapSheet, at(j+1, i+1), at(j+1, i+1), ids[c.style]); err != nil {
				return err
			}
		}
	}
	if err := f.SetRowHeight(mapSheet, 1, 24); err != nil {
		return err
	}
	side, width, tall := "landscape", longSide, shortSide
	if size.Height > size.Width {
		side, width, tall = "portrait", shortSide, longSide-100
	}
	scale := math.Min(width/float64(size.Width), tall/float64(size.Height))
	err = f.AddPictureFromBytes(mapSheet, at(1, 4), &excelize.Picture{Extension: ".png", File: o.Map, Format: &excelize.GraphicOptions{
		AltText: alt, Name: "Map", ScaleX: scale, ScaleY: scale, LockAspectRatio: true, Positioning: "oneCell",
	}})
	if err != nil {
		return err
	}
	return d.picturePage(f, side)
}

// picturePage prints the diagram on one page.
func (d *draft) picturePage(f *excelize.File, side string) error {
	fit, hidden := true, false
	if err := f.SetSheetProps(mapSheet, &excelize.SheetPropsOptions{FitToPage: &fit}); err != nil {
		return err
	}
	if err := f.SetSheetView(mapSheet, -1, &excelize.ViewOptions{ShowGridLines: &hidden}); err != nil {
		return err
	}
	a4, one := 9, 1
	err := f.SetPageLayout(mapSheet, &excelize.PageLayoutOptions{Size: &a4, Orientation: &side, FitToWidth: &one, FitToHeight: &one})
	if err != nil {
		return err
	}
	m, low, foot := margin, 0.6, 0.3
	err = f.SetPageMargins(mapSheet, &excelize.PageLayoutMarginsOptions{Left: &m, Right: &m, Top: &m, Bottom: &low, Header: &foot, Footer: &foot})
	if err != nil {
		return err
	}
	return f.SetHeaderFooter(mapSheet, &excelize.HeaderFooterOptions{OddFooter: d.footer()})
}
