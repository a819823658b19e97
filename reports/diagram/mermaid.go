package diagram

import (
	"fmt"
	"strings"

	"dpmap/reports/wording"
)

// mermaidLink is a row of the picture and the senders that reach it.
type mermaidLink struct {
	from    string
	zone    string
	to      string
	verdict string
	mark    string
	heavy   bool
	flows   int
}

// mermaidLinks flattens a picture: one link for each sender and row.
func mermaidLinks(p picture) []mermaidLink {
	var links []mermaidLink
	for _, l := range p.links {
		to := p.boxes[l.to]
		s := styleOf(l.verdict)
		if l.group < 0 {
			links = append(links, mermaidLink{p.boxes[l.from].title, "", to.title, s.verdict.String(), s.mark, l.heavy, l.flows})
			continue
		}
		for _, r := range to.groups[l.group].rows {
			links = append(links, mermaidLink{p.boxes[l.from].title, to.title, r.text, s.verdict.String(), s.mark, r.special, r.flows})
		}
	}
	return links
}

// Mermaid is the drawing as a Mermaid flowchart. Text is written as character
// numbers wherever Mermaid or Markdown could read more into it.
func (d *Drawing) Mermaid() string {
	var w strings.Builder
	w.WriteString("flowchart LR\n")
	ids := map[string]string{}
	node := func(zone, text string) string {
		key := zone + "\x00" + text
		if id, ok := ids[key]; ok {
			return id
		}
		id := fmt.Sprintf("n%d", len(ids))
		ids[key] = id
		fmt.Fprintf(&w, "  %s[\"%s\"]\n", id, mermaidText(text))
		return id
	}
	for i := 0; i < len(d.links); {
		l := d.links[i]
		from := node("", l.from)
		if l.zone != "" {
			fmt.Fprintf(&w, "  subgraph z%d [\"%s\"]\n", i, mermaidText(l.zone))
		}
		var arrows []string
		for ; i < len(d.links) && d.links[i].zone == l.zone && d.links[i].from == l.from; i++ {
			arrows = append(arrows, fmt.Sprintf("  %s %s|\"%s %s, %s\"| %s\n", from, mermaidArrow(d.links[i]), d.links[i].mark, d.links[i].verdict,
				wording.Count(d.links[i].flows, "flow", "flows"), node(l.zone, d.links[i].to)))
		}
		if l.zone != "" {
			w.WriteString("  end\n")
		}
		w.WriteString(strings.Join(arrows, ""))
	}
	return w.String()
}

// mermaidArrow is dotted where something is not in order, thick for
// special-category data.
func mermaidArrow(l mermaidLink) string {
	switch {
	case l.heavy:
		return "==>"
	case l.verdict == "unknown" || l.verdict == "unprotected" || l.verdict == "conditional":
		return "-.->"
	}
	return "-->"
}

// mermaidText keeps letters, digits and plain punctuation; all else becomes
// Mermaid's entity of a character's number.
func mermaidText(s string) string {
	var w strings.Builder
	for _, r := range clean(s) {
		plain := r == ' ' || r == ',' || r == '.' || r == '-' || r == '(' || r == ')' || r == '/' ||
			r >= '0' && r <= '9' || r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r > 0x7F
		if plain {
			w.WriteRune(r)
			continue
		}
		fmt.Fprintf(&w, "#%d;", r)
	}
	return w.String()
}
