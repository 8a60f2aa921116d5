// Package demo is what the example programs share: how they begin and end, read
// their flags, show progress, and choose the service that they talk to.
package demo

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"time"
)

// Env is what surrounds a program. Tests bring their own.
type Env struct {
	In     io.Reader
	Out    io.Writer // for results
	Err    io.Writer // for progress and errors
	Getenv func(name string) string
}

// Main runs a program until it ends or Ctrl-C is pressed; pressed twice, it ends
// at once. It exits with 0, with 1 after an error, 2 after wrong usage, and 130
// when interrupted.
func Main(name string, run func(ctx context.Context, args []string, env Env) error) {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	context.AfterFunc(ctx, stop)
	err := run(ctx, os.Args[1:], Env{In: os.Stdin, Out: os.Stdout, Err: os.Stderr, Getenv: os.Getenv})
	interrupted := ctx.Err() != nil
	stop()

	var usage *UsageError
	switch {
	case err == nil, errors.Is(err, flag.ErrHelp):
		return
	case interrupted:
		fmt.Fprintf(os.Stderr, "\n%s: interrupted\n", name)
		os.Exit(130)
	case errors.As(err, &usage):
		fmt.Fprintf(os.Stderr, "%s: %v; %s -h says how it is used\n", name, err, name)
		os.Exit(2)
	default:
		fmt.Fprintf(os.Stderr, "%s: %v\n", name, err)
		os.Exit(1)
	}
}

// UsageError is a mistake in how a program was called.
type UsageError struct{ text string }

// Error says what is wrong.
func (e *UsageError) Error() string { return e.text }

// Usagef returns a [*UsageError].
func Usagef(format string, args ...any) error {
	return &UsageError{fmt.Sprintf(format, args...)}
}

// Parse reads the flags. With -h it prints the synopsis, what the program does
// and its flags, and returns [flag.ErrHelp].
func (e Env) Parse(flags *flag.FlagSet, args []string, synopsis, about string) error {
	flags.SetOutput(io.Discard)
	flags.Usage = func() {}
	err := flags.Parse(args)
	switch {
	case errors.Is(err, flag.ErrHelp):
		fmt.Fprintf(e.Out, "%s %s\n\n%s\n\n", flags.Name(), synopsis, about)
		flags.SetOutput(e.Out)
		flags.PrintDefaults()
		return err
	case err != nil:
		return Usagef("%v", err)
	default:
		return nil
	}
}

// Progress returns a function that prints a line, at most one a second, from the
// second second on: what is quick has no progress to show.
func (e Env) Progress() func(format string, args ...any) {
	last := time.Now()
	return func(format string, args ...any) {
		if now := time.Now(); now.Sub(last) >= time.Second {
			last = now
			fmt.Fprintf(e.Err, format+"\n", args...)
		}
	}
}
