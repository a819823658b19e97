package cachedir

import (
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"os"
	"path/filepath"
	"strings"
	"time"
)

const (
	engineFolder = "go-graphviz" // go-graphviz's own name for it
	sealSuffix   = ".seal"
	tempSuffix   = ".tmp" // files that wazero is still writing
	staleAfter   = time.Hour
	room         = 16 << 20 // more than the compiled engine takes, in bytes
)

// heal removes every file below the engine's folder that does not bear its
// seal: the engine ends the process on a damaged one. When that leaves
// nothing, it makes sure that there is room to write, since the engine ends
// the process on a full disk too.
func heal(engine string) error {
	versions, err := os.ReadDir(engine)
	if err != nil {
		return err
	}
	sound := false
	for _, v := range versions {
		folder := filepath.Join(engine, v.Name())
		if !v.IsDir() {
			if _, err := healFile(folder); err != nil {
				return err
			}
			continue
		}
		if err := private(folder); err != nil {
			return err
		}
		files, err := os.ReadDir(folder)
		if err != nil {
			return err
		}
		for _, f := range files {
			kept, err := healFile(filepath.Join(folder, f.Name()))
			if err != nil {
				return err
			}
			sound = sound || kept
		}
	}
	if sound {
		return nil
	}
	return probe(engine)
}

// healFile keeps a compiled file that bears its seal, and removes any other.
// A file that another process may be writing just now is left alone.
func healFile(path string) (kept bool, err error) {
	if strings.HasSuffix(path, sealSuffix) {
		return false, nil
	}
	if err := owned(path); err != nil {
		return false, err
	}
	if strings.HasSuffix(path, tempSuffix) {
		if info, err := os.Lstat(path); err != nil || time.Since(info.ModTime()) < staleAfter {
			return false, nil
		}
		return false, gone(os.Remove(path))
	}
	mark, err := sum(path)
	if err == nil {
		if want, err := os.ReadFile(path + sealSuffix); err == nil && string(want) == mark {
			return true, nil
		}
	}
	return false, errors.Join(gone(os.Remove(path+sealSuffix)), gone(os.Remove(path)))
}

// gone forgives that another process was quicker to remove a file.
func gone(err error) error {
	if errors.Is(err, os.ErrNotExist) {
		return nil
	}
	return err
}

// seal writes, beside each compiled file, its size and checksum. A file that
// cannot be sealed is compiled again next time, so errors cost only time.
func seal(dir string) {
	files, err := filepath.Glob(filepath.Join(dir, engineFolder, "*", "*"))
	if err != nil {
		return
	}
	for _, path := range files {
		if strings.HasSuffix(path, sealSuffix) || strings.HasSuffix(path, tempSuffix) {
			continue
		}
		if _, err := os.Stat(path + sealSuffix); err == nil {
			continue // sealed before, and checked at the start
		}
		if mark, err := sum(path); err == nil {
			write(path+sealSuffix, mark)
		}
	}
}

// write puts a file in place whole or not at all.
func write(path, text string) {
	f, err := os.CreateTemp(filepath.Dir(path), "seal-*"+tempSuffix)
	if err != nil {
		return
	}
	_, err = f.WriteString(text)
	if errors.Join(err, f.Close()) != nil || os.Rename(f.Name(), path) != nil {
		os.Remove(f.Name())
	}
}

// sum is a file's size and checksum. It guards against damage, not against
// people: whoever could forge it could write the folder, which private refuses.
func sum(path string) (string, error) {
	f, err := os.Open(path)
	if err != nil {
		return "", err
	}
	defer f.Close()
	h := crc32.New(crc32.MakeTable(crc32.Castagnoli))
	n, err := io.Copy(h, f)
	if err != nil {
		return "", err
	}
	return fmt.Sprintf("%d %08x\n", n, h.Sum32()), nil
}

// probe makes sure that the folder takes as much as the engine will write.
func probe(dir string) error {
	f, err := os.CreateTemp(dir, "room-*"+tempSuffix)
	if err != nil {
		return err
	}
	defer os.Remove(f.Name())
	block := make([]byte, 1<<20)
	for n := 0; n < room && err == nil; n += len(block) {
		_, err = f.Write(block)
	}
	return errors.Join(err, f.Close())
}
