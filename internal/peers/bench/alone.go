package main

import (
	"bytes"
	"cmp"
	"context"
	"fmt"
	"io"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"runtime/metrics"
	"slices"
	"strconv"
	"strings"
)

// sign measures what a call does from the request to the signed query. The
// benchmark is in the main module, as it needs what is not exported.
func sign(ctx context.Context, s settings, g *goals) error {
	if !s.only.MatchString("sign") {
		return nil
	}
	dir, err := os.MkdirTemp("", "bench")
	if err != nil {
		return err
	}
	defer func() { _ = os.RemoveAll(dir) }()
	const module = "github.com/alicdn/alicdn-go"
	root, err := exec.CommandContext(ctx, "go", "list", "-m", "-f", "{{.Dir}}", module).Output()
	if err != nil {
		return fmt.Errorf("find %s: %w", module, err)
	}
	program := filepath.Join(dir, "alicdn.test")
	build := exec.CommandContext(ctx, "go", "test", "-c", "-o", program, ".")
	build.Dir, build.Stderr = strings.TrimSpace(string(root)), os.Stderr
	if err := build.Run(); err != nil {
		return fmt.Errorf("build the tests: %w", err)
	}
	var us, floor []result
	for range max(1, s.rounds/4) {
		bench := exec.CommandContext(ctx, program, "-test.run=^$", "-test.bench=^Benchmark(SignAndEncode|HMACSHA1)$", "-test.benchmem", "-test.benchtime="+(4*s.benchtime).String())
		bench.Dir = build.Dir
		out, err := bench.Output()
		if err != nil {
			return fmt.Errorf("benchmarks of the main module: %w: %s", err, out)
		}
		found := map[string]result{}
		for _, m := range benchmarkLine.FindAllStringSubmatch(string(out), -1) {
			found[m[1]] = result{ns: number(m[2]), allocs: number(m[4]), bytes: number(m[3])}
		}
		if len(found) != 2 {
			return fmt.Errorf("no figures in %s", out)
		}
		us, floor = append(us, found["SignAndEncode"]), append(floor, found["HMACSHA1"])
	}
	ns, allocs, times := fastest(us), median(us, result.allocations), ratio(us, floor, result.time)
	fmt.Fprintf(os.Stdout, "\nSign and encode 5 parameters: %.2f µs at best, %.0f allocations, %.0f bytes; HMAC-SHA1 of the same bytes: %.2f µs at best; median ratio %.2f\n",
		ns/1e3, allocs, median(us, result.memory), fastest(floor)/1e3, times)
	g.atMost(2.5, ns/1e3, "sign and encode", "µs at best")
	g.atMost(10, allocs, "sign and encode", "allocations")
	g.atMost(4, times, "sign and encode", "time, times that of HMAC-SHA1")
	return nil
}

// fastest is the time of the best round: what else runs only adds to it.
func fastest(results []result) float64 {
	return slices.MinFunc(results, func(a, b result) int { return cmp.Compare(a.ns, b.ns) }).ns
}

var benchmarkLine = regexp.MustCompile(`(?m)^Benchmark(\w+?)(?:-\d+)?\s+\d+\s+([\d.]+) ns/op\s+(\d+) B/op\s+(\d+) allocs/op`)

func number(text string) float64 {
	n, _ := strconv.ParseFloat(text, 64) // matched as a number
	return n
}

// throttling refuses every other request. It keeps the length of the last body.
type throttling struct {
	answer  canned
	on      bool
	refuse  bool
	length  int
	request bytes.Buffer
}

func (t *throttling) RoundTrip(r *http.Request) (*http.Response, error) {
	if r.Body != nil {
		t.request.Reset()
		_, _ = io.Copy(&t.request, r.Body)
		t.length = t.request.Len()
	}
	if t.refuse = t.on && !t.refuse; t.refuse {
		resp, err := canned(`{"Code":"Throttling.User","Message":"Request was denied due to user flow control.","RequestId":"R-1"}`).RoundTrip(r)
		resp.StatusCode, resp.Status = http.StatusBadRequest, "400 Bad Request"
		return resp, err
	}
	return t.answer.RoundTrip(r)
}

// attempts measures how much memory a further attempt allocates: less than a
// body if the body is built once.
func attempts(ctx context.Context, s settings, g *goals) error {
	if !s.only.MatchString("attempt") {
		return nil
	}
	list := urls(1000)
	work := row{want: taskId, do: func(c contender, _ []byte) (int, error) { return c.refresh(list) }}
	transport := &throttling{answer: refreshAnswer()}
	client, err := newUs("127.0.0.1", transport)
	if err != nil {
		return err
	}
	var bytes [2][]result
	for range max(1, s.rounds/4) {
		for i, on := range []bool{false, true} {
			transport.on, transport.refuse = on, false
			res, err := work.measure(ctx, client)
			if err != nil {
				return err
			}
			bytes[i] = append(bytes[i], res)
		}
	}
	one, two := median(bytes[0], result.memory), median(bytes[1], result.memory)
	more := (two - one) / float64(transport.length)
	fmt.Fprintf(os.Stdout, "\nRefreshObjectCaches, 1,000 URLs, a body of %.1f kB: one attempt allocates %.1f kB, a second one %.1f kB more, %.2f bodies\n",
		float64(transport.length)/1e3, one/1e3, (two-one)/1e3, more)
	g.atMost(1, more, "1,000 URLs", "allocated by a further attempt, in bodies")
	return nil
}

// peaks measures how much memory is in use at once during a call.
func peaks(_ context.Context, s settings, g *goals) error {
	if !s.only.MatchString("peak") {
		return nil
	}
	body := bpsAnswer(8640)
	work := row{want: 8640, do: func(c contender, _ []byte) (int, error) { return c.bps() }}
	fmt.Fprintf(os.Stdout, "\nPeak memory of DescribeDomainBpsData, 8,640 points, in bodies of %.0f kB:", float64(len(body))/1e3)
	for _, name := range names {
		c, err := newContender(name, "127.0.0.1", canned(body))
		if err != nil {
			return err
		}
		most := 0.0
		for range 10 { // a look may miss the peak of one call
			used, err := peak(func() error { return work.check(c) })
			if err != nil {
				return err
			}
			most = max(most, used/float64(len(body)))
		}
		fmt.Fprintf(os.Stdout, " %s %.2f", name, most)
		if name == "us" {
			g.atMost(3, most, "8,640 points", "peak memory, in bodies")
		}
	}
	fmt.Fprintln(os.Stdout)
	return nil
}

// peak returns how many bytes more than before are in use at most while do
// runs. It collects garbage all the time and looks at what is left.
func peak(do func() error) (float64, error) {
	live := func() float64 {
		runtime.GC()
		sample := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
		metrics.Read(sample)
		return float64(sample[0].Value.Uint64())
	}
	before, most := live(), 0.0
	done, watched := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(watched)
		for {
			most = max(most, live())
			select {
			case <-done:
				return
			default:
			}
		}
	}()
	err := do()
	close(done)
	<-watched
	return most - before, err
}
