//go:build race

package main

// raced: the detector takes many times the memory and time that the program
// does, so what is measured of a process says nothing then.
const raced = true
