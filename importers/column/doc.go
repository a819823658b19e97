// Package column tells what a column of a sheet is: by its heading, by the words in
// it, by what its cells hold, and by what stands beside it. What it decides is a
// graph.Column with the way it was told and the reason. It knows layouts, the shapes
// that sheets have, and no rows.
package column
