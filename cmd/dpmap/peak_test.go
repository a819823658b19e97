package main

import (
	"os"
	"strconv"
	"strings"
)

// peakFile is the variable that names a file into which the program, run by a
// test, writes the most memory that it held.
const peakFile = "DPMAP_TEST_PEAK"

// writePeak tells the process's own peak. The system's account of a process
// that has ended will not do: it counts what its parent held before the start.
// Where there is no /proc, and under the race detector, nothing is told.
func writePeak() {
	path := os.Getenv(peakFile)
	status, err := os.ReadFile("/proc/self/status")
	if path == "" || err != nil || raced {
		return
	}
	_, rest, _ := strings.Cut(string(status), "VmHWM:")
	line, _, _ := strings.Cut(rest, "kB")
	os.WriteFile(path, []byte(strings.TrimSpace(line)), 0o600)
}

// readPeak is the peak in bytes, 0 where it is not told.
func readPeak(path string) int64 {
	text, err := os.ReadFile(path)
	if err != nil {
		return 0
	}
	n, err := strconv.ParseInt(string(text), 10, 64)
	if err != nil {
		return 0
	}
	return n << 10
}
