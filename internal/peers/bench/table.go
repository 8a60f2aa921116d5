package main

import (
	"context"
	"fmt"
	"os"
	"runtime"
	"slices"
	"testing"
	"text/tabwriter"
	"time"
)

// row is a piece of work.
type row struct {
	key, title string
	body       []byte // the answer
	want       int    // what do returns
	do         func(c contender, body []byte) (int, error)
	offline    bool // without a network
	parallel   bool // from 64 goroutines
	slow       bool // measured in every third round only
}

func rows() []row {
	quota := func(c contender, _ []byte) (int, error) { return c.quota() }
	bps := func(c contender, _ []byte) (int, error) { return c.bps() }
	domains := func(c contender, _ []byte) (int, error) { return c.domains() }
	refresh := func(n int) func(contender, []byte) (int, error) {
		list := urls(n)
		return func(c contender, _ []byte) (int, error) { return c.refresh(list) }
	}
	configure := func(n, m int) func(contender, []byte) (int, error) {
		list, fns := numbered(n, domain), functions(m)
		return func(c contender, _ []byte) (int, error) { return c.configure(list, fns) }
	}
	return []row{
		{key: "a", title: "DescribeRefreshQuota", body: quotaAnswer(), want: urlRemain, do: quota},
		{key: "b1", title: "DescribeDomainBpsData, 1 point", body: bpsAnswer(1), want: 1, do: bps},
		{key: "b288", title: "DescribeDomainBpsData, 288 points", body: bpsAnswer(288), want: 288, do: bps},
		{key: "b8640", title: "DescribeDomainBpsData, 8,640 points", body: bpsAnswer(8640), want: 8640, do: bps, slow: true},
		{key: "c", title: "DescribeUserDomains, 500 domains", body: domainsAnswer(500), want: 500, do: domains, slow: true},
		{key: "d", title: "RefreshObjectCaches, 1,000 URLs", body: refreshAnswer(), want: taskId, do: refresh(1000)},
		{key: "e", title: "BatchSetCdnDomainConfig, 50 domains, 10 functions", body: configAnswer(50, 10), want: 500, do: configure(50, 10)},
		{key: "f", title: "(a) from 64 goroutines", body: quotaAnswer(), want: urlRemain, do: quota, parallel: true},
		{key: "g5", title: "no network: (b), 5 parameters, no point", body: bpsAnswer(0), want: 0, do: bps, offline: true},
		{key: "gd", title: "no network: (d)", body: refreshAnswer(), want: taskId, do: refresh(1000), offline: true},
		{key: "ge", title: "no network: (e), short answer", body: configAnswer(0, 0), want: 0, do: configure(50, 10), offline: true},
		{key: "ha", title: "decode (a)", body: quotaAnswer(), want: urlRemain, do: contender.decodeQuota, offline: true},
		{key: "hb8640", title: "decode 8,640 points", body: bpsAnswer(8640), want: 8640, do: contender.decodeBps, offline: true, slow: true},
		{key: "hc", title: "decode 500 domains", body: domainsAnswer(500), want: 500, do: contender.decodeDomains, offline: true, slow: true},
	}
}

// result is what a piece of work cost in one round.
type result struct{ ns, cpu, allocs, bytes float64 }

// results are those of all rounds, by row and contender.
type results map[string]map[string][]result

// table measures the rows and prints what they cost.
func table(ctx context.Context, s settings, g *goals) error {
	selected := slices.DeleteFunc(rows(), func(r row) bool { return !s.only.MatchString(r.key) })
	if len(selected) == 0 {
		return nil
	}
	contenders, stop, err := enlist(ctx, selected)
	if err != nil {
		return err
	}
	defer stop()
	measured := results{}
	for round := range s.rounds {
		for _, r := range selected {
			if r.slow && round%3 != 0 {
				continue
			}
			for i := range names {
				name := names[(i+round)%len(names)]
				res, err := r.measure(ctx, contenders[r.key][name])
				if err != nil {
					return fmt.Errorf("%s by %s: %w", r.title, name, err)
				}
				if measured[r.key] == nil {
					measured[r.key] = map[string][]result{}
				}
				measured[r.key][name] = append(measured[r.key][name], res)
			}
		}
	}
	g.fromTable(measured)
	return measured.print(selected)
}

// enlist starts the servers and makes the contenders of each row.
func enlist(ctx context.Context, rows []row) (contenders map[string]map[string]contender, stop func(), err error) {
	bodies := map[string][]byte{}
	for _, r := range rows {
		if !r.offline {
			bodies[r.key] = r.body
		}
	}
	addresses, stop, err := startServers(ctx, bodies)
	if err != nil {
		return nil, nil, err
	}
	contenders = map[string]map[string]contender{}
	for _, r := range rows {
		contenders[r.key] = map[string]contender{}
		for _, name := range names {
			if r.offline {
				contenders[r.key][name], err = newContender(name, "127.0.0.1", canned(r.body))
			} else {
				contenders[r.key][name], err = newContender(name, addresses[r.key], newTransport())
			}
			if err != nil {
				stop()
				return nil, nil, err
			}
		}
	}
	return contenders, stop, nil
}

// measure is one round of a contender.
func (r row) measure(ctx context.Context, c contender) (result, error) {
	if err := ctx.Err(); err != nil {
		return result{}, err
	}
	var failure error
	var cpu time.Duration
	res := testing.Benchmark(func(b *testing.B) {
		b.Helper()
		before := cpuTime()
		failure = r.bench(b, c)
		cpu = cpuTime() - before
	})
	if failure != nil {
		return result{}, failure
	}
	n := float64(res.N)
	return result{float64(res.T.Nanoseconds()) / n, float64(cpu.Nanoseconds()) / n, float64(res.MemAllocs) / n, float64(res.MemBytes) / n}, nil
}

// bench does the work as often as b wants it.
func (r row) bench(b *testing.B, c contender) error {
	b.Helper()
	b.ReportAllocs()
	if r.parallel {
		return r.benchParallel(b, c)
	}
	for b.Loop() {
		if err := r.check(c); err != nil {
			return err
		}
	}
	return nil
}

// benchParallel does the work from 64 goroutines.
func (r row) benchParallel(b *testing.B, c contender) error {
	b.Helper()
	const goroutines = 64
	failures := make(chan error, 2*goroutines)
	b.SetParallelism(max(1, goroutines/runtime.GOMAXPROCS(0)))
	b.RunParallel(func(pb *testing.PB) {
		for pb.Next() {
			if err := r.check(c); err != nil {
				failures <- err
				return
			}
		}
	})
	select {
	case err := <-failures:
		return err
	default:
		return nil
	}
}

// check does the work once.
func (r row) check(c contender) error {
	got, err := r.do(c, r.body)
	if err == nil && got != r.want {
		err = fmt.Errorf("got %d, want %d", got, r.want)
	}
	return err
}

func (m results) print(rows []row) error {
	fmt.Fprintln(os.Stdout, "\nTime, time of the processor (which other programs disturb less), allocations and allocated memory of a call")
	w := newTable()
	fmt.Fprintln(w, "\twork\tus, µs\tus/floor\tP2/us\tP1/us\t│ cpu us/floor\tP2/us\tP1/us\t│ allocs us\tfloor\tP2\tP1\t│ kB us\tfloor\tP2\tP1\t")
	for _, r := range rows {
		us, floor, p2, p1 := m[r.key]["us"], m[r.key]["floor"], m[r.key]["P2"], m[r.key]["P1"]
		fmt.Fprintf(w, "%s\t%s\t%.1f", r.key, r.title, median(us, result.time)/1e3)
		for _, of := range []func(result) float64{result.time, result.processor} {
			fmt.Fprintf(w, "\t%.2f\t%.2f\t%.2f", ratio(us, floor, of), ratio(p2, us, of), ratio(p1, us, of))
		}
		for _, name := range names {
			fmt.Fprintf(w, "\t%.0f", median(m[r.key][name], result.allocations))
		}
		for _, name := range names {
			fmt.Fprintf(w, "\t%.1f", median(m[r.key][name], result.memory)/1e3)
		}
		fmt.Fprintln(w, "\t")
	}
	return w.Flush()
}

func newTable() *tabwriter.Writer {
	return tabwriter.NewWriter(os.Stdout, 0, 0, 2, ' ', tabwriter.AlignRight)
}

func (r result) time() float64        { return r.ns }
func (r result) processor() float64   { return r.cpu }
func (r result) allocations() float64 { return r.allocs }
func (r result) memory() float64      { return r.bytes }

func median(results []result, of func(result) float64) float64 {
	values := make([]float64, len(results))
	for i, r := range results {
		values[i] = of(r)
	}
	return middle(values)
}

// ratio is the median of the ratios, round by round.
func ratio(a, b []result, of func(result) float64) float64 {
	values := make([]float64, len(a))
	for i := range a {
		values[i] = of(a[i]) / of(b[i])
	}
	return middle(values)
}

func middle(values []float64) float64 {
	slices.Sort(values)
	n := len(values)
	return (values[(n-1)/2] + values[n/2]) / 2
}
