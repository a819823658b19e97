//go:build unix

package cachedir

import (
	"errors"
	"os"
	"path/filepath"
	"strconv"
	"syscall"
)

var errOpen = errors.New("others can write here")

// private makes sure that dir is this user's own, that nobody else can write
// there, and that nobody else can put another folder in its place.
func private(dir string) error {
	if err := owned(dir); err != nil {
		return err
	}
	return closed(filepath.Dir(dir))
}

// closed makes sure that dir and all folders above it belong to this user or
// to root and that nobody else can write there, but for sticky folders such as
// /tmp, whose entries only their owner can rename.
func closed(dir string) error {
	dir, err := filepath.EvalSymlinks(dir)
	if err != nil {
		return err
	}
	for ; ; dir = filepath.Dir(dir) {
		info, err := os.Lstat(dir)
		if err != nil {
			return err
		}
		shared := info.Mode().Perm()&0o022 != 0 && info.Mode()&os.ModeSticky == 0
		if uid, ok := owner(info); !ok || shared || uid != 0 && uid != os.Geteuid() {
			return errOpen
		}
		if dir == filepath.Dir(dir) {
			return nil
		}
	}
}

// owned makes sure that path is no link, is this user's own and can be written
// by nobody else.
func owned(path string) error {
	info, err := os.Lstat(path)
	if err != nil {
		return gone(err)
	}
	uid, ok := owner(info)
	if !ok || uid != os.Geteuid() || info.Mode().Perm()&0o022 != 0 || !info.IsDir() && !info.Mode().IsRegular() {
		return errOpen
	}
	return nil
}

func owner(info os.FileInfo) (uid int, ok bool) {
	stat, ok := info.Sys().(*syscall.Stat_t)
	if !ok {
		return 0, false
	}
	return int(stat.Uid), true
}

// ownName is a name that no two users share.
func ownName() string { return "dpmap-" + strconv.Itoa(os.Geteuid()) }
