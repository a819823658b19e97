package diagram_test

import (
	"os"
	"path/filepath"
	"testing"

	"dpmap/reports/diagram"
)

func TestLook(t *testing.T) {
	dir := os.Getenv("LOOK")
	if dir == "" {
		t.Skip()
	}
	save := func(name string, d *diagram.Drawing, err error) {
		if err != nil {
			t.Fatal(err)
		}
		svg, _ := d.SVG()
		os.WriteFile(filepath.Join(dir, name+".svg"), svg, 0o644)
		os.WriteFile(filepath.Join(dir, name+".dot"), []byte(d.DOT()), 0o644)
		os.WriteFile(filepath.Join(dir, name+".mmd"), []byte(d.Mermaid()), 0o644)
		f, _ := os.Create(filepath.Join(dir, name+".png"))
		if err := d.PNG(f); err != nil {
			t.Fatal(err)
		}
		f.Close()
	}
	for _, v := range diagram.Views() {
		d, err := diagram.Draw(judged(t, "Cambridge Education Group Limited", groupRegister), diagram.Options{View: v.Name})
		save("ceg-"+v.Name, d, err)
	}
}
