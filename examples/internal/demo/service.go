package demo

import (
	"cmp"
	"fmt"
	"net/http"
	"time"

	"github.com/alicdn/alicdn-go"
	"github.com/alicdn/alicdn-go/cdntest"
)

// Service is the service that a program talks to.
type Service struct {
	Client *alicdn.Client

	// Embedded is the service if it is in this process, where nothing can be
	// broken; nil is the real one.
	Embedded *cdntest.Server

	// HTTP fetches files from the addresses that the service gives.
	HTTP *http.Client

	// Wait has a pace that suits the service, and prints what it waits for.
	Wait alicdn.WaitOptions
}

// Connect returns the real service if ALIBABA_CLOUD_ACCESS_KEY_ID and
// ALIBABA_CLOUD_ACCESS_KEY_SECRET are set, otherwise an embedded one that begins
// as the options say and lasts as long as the program.
func (e Env) Connect(opts ...cdntest.Option) (*Service, error) {
	hasID, hasSecret := e.Getenv("ALIBABA_CLOUD_ACCESS_KEY_ID") != "", e.Getenv("ALIBABA_CLOUD_ACCESS_KEY_SECRET") != ""
	switch {
	case hasID != hasSecret:
		return nil, Usagef("set both of ALIBABA_CLOUD_ACCESS_KEY_ID and ALIBABA_CLOUD_ACCESS_KEY_SECRET, or neither")
	case hasID:
		client, err := alicdn.New(alicdn.EnvCredentials())
		if err != nil {
			return nil, err
		}
		fmt.Fprintln(e.Err, "Running on the real service.")
		return &Service{Client: client, HTTP: http.DefaultClient, Wait: e.waiting(0)}, nil
	default:
		server := cdntest.NewServer(append([]cdntest.Option{cdntest.WithoutSocket(), cdntest.WithDurations(quick)}, opts...)...)
		fmt.Fprintln(e.Err, "No credentials are set: running on an embedded endpoint.")
		return &Service{
			Client:   server.Client(),
			Embedded: server,
			HTTP:     &http.Client{Transport: server.Transport()},
			Wait:     e.waiting(250 * time.Millisecond),
		}, nil
	}
}

// quick is how long the embedded service takes: long enough to see it work.
var quick = cdntest.Durations{
	Add:       1500 * time.Millisecond,
	Stop:      500 * time.Millisecond,
	Start:     500 * time.Millisecond,
	Delete:    500 * time.Millisecond,
	Configure: 500 * time.Millisecond,
	Refresh:   time.Second,
	Preload:   time.Second,
	Spread:    time.Second,
}

// waiting prints a line each time that something changes, and each minute that
// nothing does. An interval of 0 is what the SDK finds good.
func (e Env) waiting(interval time.Duration) alicdn.WaitOptions {
	type line struct {
		text string
		at   time.Duration
	}
	last := map[string]line{} // several may be waited for at once
	return alicdn.WaitOptions{
		MinInterval: interval,
		MaxInterval: interval,
		OnUpdate: func(update alicdn.WaitUpdate) {
			seen := cmp.Or(update.State, "not listed yet")
			if update.Err != nil {
				seen = update.Err.Error()
			}
			if left := len(update.Remaining); left > 1 {
				seen += fmt.Sprintf(", %d left", left)
			}
			before := last[update.What]
			if update.Polls > 1 && seen == before.text && update.Elapsed-before.at < time.Minute {
				return
			}
			fmt.Fprintf(e.Err, "%4.0fs  waiting for %s: %s\n", update.Elapsed.Seconds(), update.What, seen)
			last[update.What] = line{seen, update.Elapsed}
		},
	}
}
