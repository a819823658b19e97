// Package cell reads what one cell says: a place, a lawful basis, a safeguard, an
// agreement, a date, yes or no. Each parser is a file. It gives the value and what
// it could not take as it stands (Doubt); it never guesses past what is written, and
// knows neither the heading nor the row that a cell stands in unless it is given them.
package cell
