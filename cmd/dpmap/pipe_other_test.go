//go:build !unix

package main

func makePipe(string) bool { return false }
