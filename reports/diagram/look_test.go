package diagram_test

import (
	"os"
	"testing"
	"path/filepath"

	"dpmap/reports/diagram"
)

func TestLook(t *testing.T) {
	dir := os.Getenv("LOOK")
	if dir == "" { t.Skip() }
	d, err := diagram.Draw(judged(t, "Cambridge Education Group Limited", groupRegister), diagram.Options{})
	if err != nil { t.Fatal(err) }
	svg, _ := d.SVG()
	os.WriteFile(filepath.Join(dir, "ceg.svg"), svg, 0o644)
	os.WriteFile(filepath.Join(dir, "ceg.dot"), []byte(d.DOT()), 0o644)
	os.WriteFile(filepath.Join(dir, "ceg.mmd"), []byte(d.Mermaid()), 0o644)
}
