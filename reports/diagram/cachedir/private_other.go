//go:build !unix

package cachedir

// private trusts the folder: on Windows the user's cache lies in the profile,
// which other users cannot write.
func private(string) error { return nil }

func closed(string) error { return nil }

func owned(string) error { return nil }

// ownName is empty: there is no private name in a shared folder to fall back on.
func ownName() string { return "" }
