// Package program is what the programs of this module have in common: how they
// start and end, and what they talk to.
package program

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"

	"github.com/alicdn/alicdn-go"
	"github.com/alicdn/alicdn-go/cdntest"
)

const (
	keyID     = "ALIBABA_CLOUD_ACCESS_KEY_ID"
	keySecret = "ALIBABA_CLOUD_ACCESS_KEY_SECRET"
)

// Main runs a program until it ends or is interrupted.
func Main(name string, run func(ctx context.Context, args []string, out io.Writer) error) {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	err := run(ctx, os.Args[1:], os.Stdout)
	interrupted := ctx.Err() != nil
	stop()
	switch {
	case err == nil, errors.Is(err, flag.ErrHelp):
	case interrupted:
		fmt.Fprintf(os.Stderr, "\n%s: interrupted\n", name)
		os.Exit(130)
	default:
		fmt.Fprintf(os.Stderr, "%s: %v\n", name, err)
		os.Exit(1)
	}
}

// Flags returns the flags of a program. Its purpose stands above them in the
// output of -h.
func Flags(name, purpose string, out io.Writer) *flag.FlagSet {
	flags := flag.NewFlagSet(name, flag.ContinueOnError)
	flags.SetOutput(out)
	flags.Usage = func() {
		fmt.Fprintf(out, "%s\n\nUsage of %s:\n", purpose, name)
		flags.PrintDefaults()
	}
	return flags
}

// CDN is what a program talks to.
type CDN struct {
	Client *alicdn.Client

	// Server is the embedded endpoint; nil on the real service.
	Server *cdntest.Server
}

// Connect returns the real service if the environment has credentials for it,
// and an embedded endpoint otherwise. Close it after use.
func Connect(out io.Writer, embedded []cdntest.Option, opts ...alicdn.Option) (*CDN, error) {
	hasID, hasSecret := os.Getenv(keyID) != "", os.Getenv(keySecret) != ""
	switch {
	case hasID != hasSecret:
		return nil, fmt.Errorf("set both of %s and %s, or neither", keyID, keySecret)
	case hasID:
		client, err := alicdn.New(alicdn.EnvCredentials(), opts...)
		if err != nil {
			return nil, err
		}
		fmt.Fprintln(out, "Running on the real service.")
		return &CDN{Client: client}, nil
	default:
		server := cdntest.NewServer(embedded...)
		fmt.Fprintln(out, "No credentials are set: running on an embedded endpoint.")
		return &CDN{Client: server.Client(opts...), Server: server}, nil
	}
}

// Close stops the embedded endpoint.
func (c *CDN) Close() {
	if c.Server != nil {
		c.Server.Close()
	}
}

// WithoutCredentials runs the tests of a program where none of them can reach
// the real service.
func WithoutCredentials(run func() int) int {
	_ = os.Unsetenv(keyID)
	_ = os.Unsetenv(keySecret)
	return run()
}
