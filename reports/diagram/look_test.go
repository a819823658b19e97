package diagram_test

import (
	"fmt"
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
	for _, n := range []int{0, 1, 5, 50, 200, 1000} {
		d, err := diagram.Draw(judged(t, "Studio School", generated(n)), diagram.Options{})
		save(fmt.Sprintf("gen-%d", n), d, err)
	}
	d, err := diagram.Draw(judged(t, "Cambridge Education Group Limited", groupRegister, "uk-us-data-bridge"), diagram.Options{})
	save("ceg-without", d, err)
	d, err = diagram.Draw(trust(t, 3, 12), diagram.Options{})
	save("trust-3", d, err)
	d, err = diagram.Draw(trust(t, 30, 60), diagram.Options{})
	save("trust-30", d, err)
	d, err = diagram.Draw(chained(t), diagram.Options{View: "onward"})
	save("chain", d, err)
	for _, v := range diagram.Views() {
		d, err := diagram.Draw(judged(t, "Studio School", generated(200)), diagram.Options{View: v.Name})
		save("gen-200-"+v.Name, d, err)
	}
	for _, v := range diagram.Views() {
		d, err := diagram.Draw(judged(t, "Cambridge Education Group Limited", groupRegister), diagram.Options{View: v.Name})
		save("ceg-"+v.Name, d, err)
	}
}
