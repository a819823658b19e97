package docx

import (
	"bytes"
	"fmt"
	"image/png"
	"strconv"
)

type picture struct {
	data []byte
}

// emu are the English Metric Units in a millimetre, in which drawings are
// measured.
const emu = 36000

// Picture adds a PNG, as large as fits into a width and a height in
// millimetres. alt is what it shows, for those who cannot see it.
func (d *Document) Picture(data []byte, alt string, width, height int) error {
	size, err := png.DecodeConfig(bytes.NewReader(data))
	if err != nil {
		return fmt.Errorf("the picture is no PNG: %w", err)
	}
	if size.Width < 1 || size.Height < 1 {
		return fmt.Errorf("the picture has no size")
	}
	wide, high := width*emu, width*emu*size.Height/size.Width
	if high > height*emu {
		wide, high = height*emu*size.Width/size.Height, height*emu
	}
	d.pictures = append(d.pictures, picture{data})
	n := strconv.Itoa(len(d.pictures))
	extent := `cx="` + strconv.Itoa(wide) + `" cy="` + strconv.Itoa(high) + `"`
	d.body.WriteString(`<w:p><w:pPr><w:pStyle w:val="Picture"/></w:pPr><w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent ` + extent + `/>` +
		`<wp:docPr id="` + n + `" name="Picture ` + n + `" descr="` + escape(oneLine(alt)) + `"/>` +
		`<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>` +
		`<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>` +
		`<pic:nvPicPr><pic:cNvPr id="` + n + `" name="Picture ` + n + `"/><pic:cNvPicPr/></pic:nvPicPr>` +
		`<pic:blipFill><a:blip r:embed="picture` + n + `"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>` +
		`<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext ` + extent + `/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>` +
		`</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`)
	return nil
}
