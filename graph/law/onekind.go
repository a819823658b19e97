package law

import (
	"slices"
	"strings"
)

// IsBiometricKind reports whether a kind of the vocabulary is biometric data and
// nothing else.
func IsBiometricKind(kind string) bool { return strings.HasPrefix(kind, "biometric") }

// IsCriminalKind reports whether a kind is criminal-offence data (Art 10).
func IsCriminalKind(kind string) bool {
	return slices.ContainsFunc(strings.Fields(strings.ToLower(kind)), func(word string) bool {
		switch strings.Trim(word, ",.;()") {
		case "criminal", "conviction", "convictions", "offence", "offences":
			return true
		}
		return false
	})
}

// OneKind reports whether a recorded kind is a sign's. A notice's own class of
// data lists several kinds. A kind that is only inferred, or not specified, may
// be any but biometric data and criminal offences; and a class whose definition
// mentions biometric data beside much else is no record that any is used.
func OneKind(recorded, sign string) bool {
	inferred := func(kind string) bool { return strings.Contains(kind, "by inference") }
	switch {
	case IsCriminalKind(sign):
		return IsCriminalKind(recorded)
	case IsBiometricKind(sign):
		return IsBiometricKind(recorded)
	case recorded == "" || recorded == "unspecified" || inferred(recorded):
		return true
	case inferred(sign):
		return !IsBiometricKind(recorded) && !IsCriminalKind(recorded)
	}
	return slices.Contains(strings.Split(recorded, ", "), sign)
}
