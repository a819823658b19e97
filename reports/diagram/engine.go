package diagram

import (
	"bytes"
	"context"
	"fmt"
	"sync"

	"dpmap/reports/diagram/cachedir"

	"github.com/goccy/go-graphviz"
)

// The engine's own init has run by now, in the private folder that cachedir
// chose for it.
func init() { cachedir.Restore() }

// engine guards the layout library, which is not safe for concurrent use.
var engine sync.Mutex

// render lays DOT text out and returns it in a format of the library. It
// cannot be cancelled: the library does not look at its context.
func render(dot []byte, format graphviz.Format) (out []byte, err error) {
	engine.Lock()
	defer engine.Unlock()
	defer func() {
		if fault := recover(); fault != nil {
			out, err = nil, fmt.Errorf("drawing the map: the layout engine failed: %v", fault)
		}
	}()
	ctx := context.Background()
	g, err := graphviz.New(ctx)
	if err != nil {
		return nil, fmt.Errorf("drawing the map: %w", err)
	}
	defer g.Close()
	parsed, err := graphviz.ParseBytes(dot)
	if err != nil {
		return nil, fmt.Errorf("drawing the map: %w", err)
	}
	defer parsed.Close()
	var b bytes.Buffer
	if err := g.Render(ctx, parsed, format, &b); err != nil {
		return nil, fmt.Errorf("drawing the map: %w", err)
	}
	return b.Bytes(), nil
}
