package cdntest

import (
	"math/rand/v2"
	"sync"
	"time"
)

// Faults says which share of the calls goes wrong, by kind: 0.1 is every tenth.
// Which calls are hit depends on the seed and their order. At most one kind
// hits a call, except that Latency is drawn by itself; so the shares without
// Latency must not add up to more than 1. Calls for which Server.Script has an
// answer in store are spared.
type Faults struct {
	Latency    float64       // waits up to MaxLatency before the call is carried out
	MaxLatency time.Duration // 0: a second

	Throttle      float64 // as Throttle
	ServiceBusy   float64 // as ServiceBusy
	InternalError float64 // as InternalError
	BadGateway    float64 // as BadGateway
	Unavailable   float64 // as Unavailable
	Reset         float64 // as Reset
	ResetAfter    float64 // as ResetAfter
	Truncate      float64 // as Truncate
	SlowBody      float64 // as SlowBody, up to MaxLatency
}

// weather draws the faults.
type weather struct {
	faults Faults

	mu     sync.Mutex
	random *rand.Rand
}

// newWeather panics on shares that are none.
func newWeather(f Faults, seed uint64) *weather {
	if f.MaxLatency <= 0 {
		f.MaxLatency = time.Second
	}
	w := &weather{
		faults: f,
		random: rand.New(rand.NewPCG(seed, seed)), //nolint:gosec // Faults have to be reproducible, not secret.
	}
	sum := 0.0
	for _, kind := range w.kinds() {
		if kind.share < 0 {
			panic("cdntest: WithFaults: a share is negative")
		}
		sum += kind.share
	}
	if sum > 1 {
		panic("cdntest: WithFaults: the shares add up to more than 1")
	}
	return w
}

type faultKind struct {
	share  float64
	answer func() Answer
}

func (w *weather) kinds() []faultKind {
	return []faultKind{
		{w.faults.Throttle, Throttle},
		{w.faults.BadGateway, BadGateway},
		{w.faults.Reset, Reset},
		{w.faults.ResetAfter, ResetAfter},
		{w.faults.Truncate, Truncate},
		{w.faults.SlowBody, func() Answer { return SlowBody(w.wait()) }},
		{w.faults.ServiceBusy, ServiceBusy},
		{w.faults.InternalError, InternalError},
		{w.faults.Unavailable, Unavailable},
	}
}

// next draws what happens to a call.
func (w *weather) next() Answer {
	w.mu.Lock()
	defer w.mu.Unlock()
	answer := Pass()
	draw := w.random.Float64()
	for _, kind := range w.kinds() {
		if draw < kind.share {
			answer = kind.answer()
			break
		}
		draw -= kind.share
	}
	if w.random.Float64() < w.faults.Latency {
		answer = answer.After(w.wait())
	}
	return answer
}

// wait draws a duration up to MaxLatency. It is called with w.mu held.
func (w *weather) wait() time.Duration {
	return time.Duration(w.random.Float64() * float64(w.faults.MaxLatency))
}
