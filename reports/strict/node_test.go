package strict

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// node is an element of a part, without namespaces.
type node struct {
	name string
	attr map[string]string // "r:id" for one of the relationships' namespace
	kids []*node
	text string
}

const relationshipSpace = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

// parse reads a part strictly.
func parse(part string) (*node, error) {
	d := xml.NewDecoder(strings.NewReader(part))
	var stack []*node
	var root *node
	for {
		t, err := d.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, err
		}
		switch t := t.(type) {
		case xml.Directive:
			return nil, errors.New("a document type")
		case xml.StartElement:
			n := &node{name: t.Name.Local, attr: map[string]string{}}
			for _, a := range t.Attr {
				name := a.Name.Local
				if a.Name.Space == relationshipSpace {
					name = "r:" + name
				}
				if _, twice := n.attr[name]; twice && a.Name.Space == "" {
					return nil, fmt.Errorf("%s has %s twice", n.name, name)
				}
				n.attr[name] = a.Value
			}
			if len(stack) > 0 {
				top := stack[len(stack)-1]
				top.kids = append(top.kids, n)
			} else if root != nil {
				return nil, errors.New("two roots")
			} else {
				root = n
			}
			stack = append(stack, n)
		case xml.EndElement:
			stack = stack[:len(stack)-1]
		case xml.CharData:
			if len(stack) > 0 {
				stack[len(stack)-1].text += string(t)
			}
		}
	}
	if root == nil {
		return nil, errors.New("no element")
	}
	return root, nil
}

// child is the first child of that name, an empty node where there is none.
func (n *node) child(name string) *node {
	for _, k := range n.kids {
		if k.name == name {
			return k
		}
	}
	return &node{}
}

func (n *node) has(name string) bool { return n.child(name).name != "" }

// all are the nodes below n of that name, in document order.
func (n *node) all(name string) []*node {
	var out []*node
	for _, k := range n.kids {
		if k.name == name {
			out = append(out, k)
		}
		out = append(out, k.all(name)...)
	}
	return out
}

// number is an attribute as a number, missing where there is none.
func (n *node) number(name string, missing int) int {
	v, ok := n.attr[name]
	if !ok {
		return missing
	}
	i, err := strconv.Atoi(v)
	if err != nil {
		return -1 << 30
	}
	return i
}

// words is all text below n that is a text of cells, runs joined.
func (n *node) words() string {
	var b strings.Builder
	for _, k := range n.kids {
		switch k.name {
		case "t":
			b.WriteString(k.text)
		case "r", "is", "si", "text":
			b.WriteString(k.words())
		}
	}
	return b.String()
}
