package reports

// What follows is for outputs that live in a folder of their own, so that
// every output says the same in the same words.

// Name is whose register it is, as titles give it.
func (r *Report) Name() string { return r.registerName() }

// Supposed names the instruments that were supposed to have fallen, in a
// sentence; "" when none was.
func (r *Report) Supposed() string { return r.supposedSentence() }

// Overlaid names what a user laid over the built-in law, in a sentence; "" when
// nothing was.
func (r *Report) Overlaid() string { return r.overlaidSentence() }

// Checked says how old the tables of law are, in a sentence.
func (r *Report) Checked() string { return r.checkedSentence() }

// Clean makes a text of an input safe to print on one line.
func Clean(s string) string { return clean(s) }

// StylePolicy is the Content-Security-Policy of a page that holds one style
// sheet of ours, by its hash, and nothing else that runs or loads.
func StylePolicy(css string) string {
	return "default-src 'none'; style-src " + sourceHash(css) + "; base-uri 'none'; form-action 'none'"
}
