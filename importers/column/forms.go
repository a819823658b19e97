package column

// forms are the ways in which a heading is looked up. They are the same for every
// table of headings, and each is worked out when it is first asked for.
type forms struct {
	heading string
	whole   *[2]string // as written, and without brackets and numbering
	hints   *[2]string // the same without the words that only help to fill a form in
	plain   *[2]string // in plain words
	turned  *[2]string // in plain words, "B A" for "A of B"
}

func formsOf(heading string) *forms { return &forms{heading: heading} }

// both gives the two forms in which a heading is looked up first.
func (f *forms) both() [2]string {
	if f.whole == nil {
		both := headingForms(f.heading)
		f.whole = &both
	}
	return *f.whole
}

func (f *forms) withoutHints() [2]string { return f.each(&f.hints, withoutHints) }
func (f *forms) inPlainText() [2]string  { return f.each(&f.plain, plainText) }
func (f *forms) inPlainWords() [2]string { return f.each(&f.turned, plainWords) }

// each makes something of both forms, once.
func (f *forms) each(kept **[2]string, of func(string) string) [2]string {
	if *kept == nil {
		both := f.both()
		out := [2]string{of(both[0])}
		if out[1] = out[0]; both[1] != both[0] {
			out[1] = of(both[1])
		}
		*kept = &out
	}
	return **kept
}

// Looked keeps the forms in which texts are looked up, so that those of a text are worked
// out once: the first rows of a sheet are asked again and again. Nil keeps none. One
// goroutine at a time may use it, and the texts that it gave.
type Looked struct{ byText map[string]*forms }

// Text is a cell's text with room for its forms.
func (k *Looked) Text(col int, text string) CellText {
	t := CellText{Col: col, Text: text}
	if k == nil {
		return t
	}
	if k.byText == nil {
		k.byText = map[string]*forms{}
	}
	if t.forms = k.byText[text]; t.forms == nil {
		t.forms = formsOf(text)
		k.byText[text] = t.forms
	}
	return t
}

// formed is the cell's text as a heading.
func (t CellText) formed() *forms {
	if t.forms == nil {
		return formsOf(t.Text)
	}
	return t.forms
}
