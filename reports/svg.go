package reports

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
)

// svgElements are the elements that a diagram of ours is made of. None of them
// runs, loads or embeds anything.
var svgElements = map[string]bool{
	"svg": true, "g": true, "title": true, "desc": true, "defs": true, "a": true, "style": true,
	"path": true, "polygon": true, "polyline": true, "ellipse": true, "circle": true, "rect": true, "line": true,
	"text": true, "tspan": true, "marker": true, "pattern": true, "linearGradient": true, "stop": true,
	"clipPath": true, "symbol": true, "use": true,
}

// inlineSVG is a diagram as it can stand in a page: without prologue and
// comments, and refused when it holds anything that could run or load.
func inlineSVG(doc []byte) ([]byte, error) {
	d := xml.NewDecoder(bytes.NewReader(doc))
	var out bytes.Buffer
	elements, style := 0, false
	for {
		start := d.InputOffset()
		token, err := d.RawToken()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, fmt.Errorf("the diagram is no well-formed SVG: %w", err)
		}
		switch t := token.(type) {
		case xml.ProcInst, xml.Directive, xml.Comment:
			continue
		case xml.CharData:
			if elements == 0 {
				continue
			}
			if style && bytes.ContainsAny(t, "@\\(") {
				return nil, errors.New("the diagram's style could load something, which a page must not take over")
			}
		case xml.EndElement:
			style = false
		case xml.StartElement:
			elements++
			style = t.Name.Local == "style"
			if err := checkSVGElement(t); err != nil {
				return nil, err
			}
		}
		out.Write(doc[start:d.InputOffset()])
	}
	if elements == 0 {
		return nil, errors.New("the diagram is empty")
	}
	return bytes.TrimSpace(out.Bytes()), nil
}

func checkSVGElement(e xml.StartElement) error {
	if e.Name.Space != "" || !svgElements[e.Name.Local] {
		return fmt.Errorf("the diagram holds an element %q, which a page must not take over", e.Name.Local)
	}
	for _, a := range e.Attr {
		name, value := strings.ToLower(a.Name.Local), strings.TrimSpace(a.Value)
		if strings.HasPrefix(name, "on") ||
			name == "href" && !strings.HasPrefix(value, "#") ||
			strings.Contains(value, "url(") && !strings.Contains(value, "url(#") {
			return fmt.Errorf("the diagram holds an attribute %q, which a page must not take over", a.Name.Local)
		}
	}
	return nil
}

// svgStyles lists the style sheets in a diagram, which the page's policy must
// allow by their hash.
func svgStyles(svg []byte) []string {
	var styles []string
	rest := string(svg)
	for {
		_, after, ok := strings.Cut(rest, "<style")
		if !ok {
			return styles
		}
		_, after, _ = strings.Cut(after, ">")
		style, tail, ok := strings.Cut(after, "</style>")
		if !ok {
			return styles
		}
		styles = append(styles, style)
		rest = tail
	}
}
