package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"strconv"
	"time"
)

// serving is the environment variable of the process that serves the answers.
// It is a process of its own so that its allocations count for nobody.
const serving = "ALICDN_BENCH_SERVE"

// serve answers until its input ends, if this is the process for it: it reads
// the bodies by name and writes the addresses of the servers, one a body.
func serve(ctx context.Context) bool {
	if os.Getenv(serving) == "" {
		return false
	}
	in := json.NewDecoder(os.Stdin)
	var bodies map[string][]byte
	if err := in.Decode(&bodies); err != nil {
		panic(err)
	}
	addresses := map[string]string{}
	for name, body := range bodies {
		listener, err := new(net.ListenConfig).Listen(ctx, "tcp", "127.0.0.1:0")
		if err != nil {
			panic(err)
		}
		addresses[name] = listener.Addr().String()
		server := &http.Server{Handler: answering(body), ReadHeaderTimeout: time.Minute}
		go func() { panic(server.Serve(listener)) }()
	}
	if err := json.NewEncoder(os.Stdout).Encode(addresses); err != nil {
		panic(err)
	}
	_, _ = io.Copy(io.Discard, os.Stdin)
	return true
}

// answering gives the same answer to whatever is asked.
func answering(body []byte) http.HandlerFunc {
	length := strconv.Itoa(len(body))
	return func(w http.ResponseWriter, r *http.Request) {
		_, _ = io.Copy(io.Discard, r.Body)
		w.Header()["Content-Type"] = []string{"application/json;charset=utf-8"}
		w.Header()["Content-Length"] = []string{length}
		_, _ = w.Write(body)
	}
}

// startServers starts the process and returns the addresses by name.
func startServers(ctx context.Context, bodies map[string][]byte) (addresses map[string]string, stop func(), err error) {
	program, err := os.Executable()
	if err != nil {
		return nil, nil, err
	}
	cmd := exec.CommandContext(ctx, program)
	cmd.Env = append(os.Environ(), serving+"=1")
	cmd.Stderr = os.Stderr
	in, err := cmd.StdinPipe()
	if err != nil {
		return nil, nil, err
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		return nil, nil, err
	}
	if err := cmd.Start(); err != nil {
		return nil, nil, err
	}
	if err := json.NewEncoder(in).Encode(bodies); err != nil {
		return nil, nil, err
	}
	if err := json.NewDecoder(out).Decode(&addresses); err != nil {
		return nil, nil, fmt.Errorf("addresses of the servers: %w", err)
	}
	return addresses, func() { _ = in.Close(); _ = cmd.Wait() }, nil
}
