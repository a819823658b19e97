package main

import (
	"os"
	"syscall"
)

// peakOf is the most memory that the process held at once.
func peakOf(s *os.ProcessState) int64 {
	usage, ok := s.SysUsage().(*syscall.Rusage)
	if !ok {
		return 0
	}
	return usage.Maxrss << 10
}
