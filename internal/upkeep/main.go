// Upkeep compares what the module knows of each action, which is the table in
// internal/action and the parameters in testdata/spec.json, with the vendor's
// metadata, and prints what is new, gone or changed. Run it in the root of the
// module:
//
//	go run ./internal/upkeep [-entries] PATH
//
// PATH is a checkout of github.com/aliyun/aliyun-openapi-meta, or a folder like
// its metadatas/cdn. With -entries it prints instead what the new actions need in
// testdata/spec.json, cdntest/actions.json and the table. Differences that are
// meant stand in known.json, with the reason.
//
// The exit status is 0 if there is no difference, 1 if there is one, and 2 if
// something cannot be read.
package main

import (
	_ "embed" // for the differences that are meant
	"flag"
	"fmt"
	"io"
	"os"

	"github.com/go-json-experiment/json"

	"github.com/alicdn/alicdn-go/internal/action"
)

//go:embed known.json
var knownJSON []byte

// Exit statuses.
const (
	same      = 0
	different = 1
	failed    = 2
)

func main() {
	entries := flag.Bool("entries", false, "print what new actions need in the files of facts")
	flag.Parse()
	if flag.NArg() != 1 {
		fmt.Fprintln(os.Stderr, "usage: go run ./internal/upkeep [-entries] PATH")
		os.Exit(failed)
	}
	status, err := run(os.Stdout, flag.Arg(0), "testdata/spec.json", action.All(), knownJSON, *entries)
	if err != nil {
		fmt.Fprintln(os.Stderr, "upkeep:", err)
	}
	os.Exit(status)
}

// run compares the metadata with what the module knows.
func run(out io.Writer, metadata, spec string, table map[string]action.Action, knownText []byte, entries bool) (int, error) {
	theirs, err := readMetadata(metadata)
	if err != nil {
		return failed, err
	}
	ours, err := readSpec(spec, table)
	if err != nil {
		return failed, err
	}
	var meant []known
	if err := json.Unmarshal(knownText, &meant, json.RejectUnknownMembers(true)); err != nil {
		return failed, fmt.Errorf("known.json: %w", err)
	}
	changes, stale := without(compare(ours, theirs), meant)
	if entries {
		err = writeEntries(out, ours, theirs)
	} else {
		err = report(out, changes, stale, theirs)
	}
	switch {
	case err != nil:
		return failed, err
	case len(changes)+len(stale) > 0:
		return different, nil
	default:
		return same, nil
	}
}
