package sheet

import "bytes"

// openTags are the names of the elements that are open, one behind the other.
type openTags struct {
	names []byte
	marks []int // where each name starts
}

func (o *openTags) depth() int { return len(o.marks) }

func (o *openTags) push(name []byte) {
	o.marks = append(o.marks, len(o.names))
	o.names = append(o.names, name...)
}

// top is the innermost name. There must be one.
func (o *openTags) top() []byte { return o.names[o.marks[len(o.marks)-1]:] }

func (o *openTags) pop() {
	o.names = o.names[:o.marks[len(o.marks)-1]]
	o.marks = o.marks[:len(o.marks)-1]
}

// mainNamespaces are what a part's own elements are in: a worksheet's as Excel
// writes them and as "Strict Open XML" does, those of the package, and the
// four that make up the tables of an OpenDocument.
var mainNamespaces = [...]string{
	"http://schemas.openxmlformats.org/spreadsheetml/2006/main",
	"http://purl.oclc.org/ooxml/spreadsheetml/main",
	"http://schemas.openxmlformats.org/package/2006/relationships",
	"urn:oasis:names:tc:opendocument:xmlns:office:1.0",
	"urn:oasis:names:tc:opendocument:xmlns:style:1.0",
	"urn:oasis:names:tc:opendocument:xmlns:table:1.0",
	"urn:oasis:names:tc:opendocument:xmlns:text:1.0",
}

func isMainNamespace(uri []byte) bool {
	for _, n := range &mainNamespaces {
		if string(uri) == n {
			return true
		}
	}
	return false
}

// bindings tell which prefixes stand for the main namespace.
type bindings struct {
	list []binding
	// What was looked up last: nearly every tag of a part has the same prefix.
	known      bool
	lastPrefix []byte
	lastMain   bool
}

type binding struct {
	prefix []byte
	main   bool
	depth  int // of the element that declares it
}

// declare takes up the namespaces that a start tag at depth declares.
func (b *bindings) declare(attrs []attr, depth int) {
	for _, a := range attrs {
		switch {
		case len(a.prefix) == 0 && string(a.local) == "xmlns":
			b.list = append(b.list, binding{nil, isMainNamespace(a.value), depth})
			b.known = false
		case string(a.prefix) == "xmlns":
			b.list = append(b.list, binding{bytes.Clone(a.local), isMainNamespace(a.value), depth})
			b.known = false
		}
	}
}

// leave forgets what the element at depth declared.
func (b *bindings) leave(depth int) {
	for n := len(b.list); n > 0 && b.list[n-1].depth == depth; n-- {
		b.list = b.list[:n-1]
		b.known = false
	}
}

// lookup reports whether prefix stands for the main namespace, and whether it
// is declared at all.
func (b *bindings) lookup(prefix []byte) (main, ok bool) {
	if b.known && bytes.Equal(prefix, b.lastPrefix) {
		return b.lastMain, true
	}
	for i := len(b.list) - 1; i >= 0; i-- {
		if bytes.Equal(b.list[i].prefix, prefix) {
			b.known, b.lastPrefix, b.lastMain = true, b.list[i].prefix, b.list[i].main
			return b.lastMain, true
		}
	}
	return false, len(prefix) == 0 || string(prefix) == "xml"
}
