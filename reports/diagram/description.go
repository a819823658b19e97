package diagram

// Description is the drawing in words, for those who cannot see it.
func (d *Drawing) Description() string { return d.scene.desc }
