package download

import (
	"context"
	"os"
	"sync"

	"github.com/alicdn/alicdn-go/internal/workers"
)

// Item is a file of many to save.
type Item struct {
	Name string
	Size int64                // 0 if it is not known
	Open func() (File, error) // says where the file is
}

// Result is what became of an item.
type Result struct {
	Saved

	Err error
}

// Progress is how far many downloads are.
type Progress struct {
	Files, Failed, TotalFiles int   // files that have ended, those of them that failed, all
	Bytes, TotalBytes         int64 // that are in place, and all
}

// reportEvery is how many bytes arrive between two reports.
const reportEvery = 1 << 20

// SaveAll saves files into a folder, n at once, and returns what became of each.
// A file that fails does not keep the others. Those that are not begun when ctx
// ends fail with its error. Progress is told of one at a time, each time that a
// file has ended or a MiB has arrived.
func (c *Client) SaveAll(ctx context.Context, items []Item, dir *os.Root, n int, tell func(Progress)) []Result {
	results := make([]Result, len(items))
	board := &board{tell: tell, now: Progress{TotalFiles: len(items)}}
	begun := 0
	indexes := func(yield func(int) bool) {
		for ; begun < len(items) && yield(begun); begun++ {
		}
	}
	owner := make(map[string]int, len(items)) // by name
	for i, item := range items {
		board.now.TotalBytes += item.Size
		owner[item.Name] = i
	}
	_ = workers.Each(ctx, n, indexes, func(ctx context.Context, i int) error {
		item := items[i]
		counted := int64(0)
		file, err := item.Open()
		if err == nil && owner[item.Name] != i {
			err = ErrTwice
		}
		if err == nil {
			results[i].Saved, err = c.Save(ctx, file, dir, item.Name, func(n int) {
				more := int64(n)
				if item.Size > 0 {
					more = min(more, item.Size-counted) // it may have begun once more
				}
				counted += more
				board.arrived(more)
			})
		}
		results[i].Err = err
		board.ended(err, results[i].Size-counted)
		return nil
	})
	for i := begun; i < len(items); i++ {
		results[i].Err = ctx.Err()
	}
	return results
}

// board keeps the progress of many downloads.
type board struct {
	mu     sync.Mutex
	tell   func(Progress)
	now    Progress
	silent int64 // bytes since the last report
}

func (b *board) arrived(n int64) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.now.Bytes += n
	if b.silent += n; b.silent >= reportEvery {
		b.report()
	}
}

// ended counts a file, and the bytes of it that have not arrived since they
// were there.
func (b *board) ended(err error, more int64) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.now.Files++
	if err != nil {
		b.now.Failed++
	} else {
		b.now.Bytes += max(more, 0)
	}
	b.report()
}

func (b *board) report() {
	b.silent = 0
	if b.tell != nil {
		b.tell(b.now)
	}
}
