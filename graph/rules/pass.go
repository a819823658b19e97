package rules

// Pass is what a rule's Check works with. STUB.
type Pass struct{}
