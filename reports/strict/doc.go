// Package strict holds no code of dpmap: its tests look at every workbook that
// dpmap writes as Excel does on opening, which offers to repair what other
// programs read without a word.
package strict
