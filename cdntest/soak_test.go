package cdntest_test

import (
	"context"
	"flag"
	"math/rand/v2"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"go.uber.org/goleak"

	"github.com/alicdn/alicdn-go"
	"github.com/alicdn/alicdn-go/cdntest"
	"github.com/alicdn/alicdn-go/internal/action"
	"github.com/alicdn/alicdn-go/types"
)

// The soak tests let many users call all actions at the same time while one
// attempt in five goes wrong, and compare what the callers were told with what
// the server has done.
var (
	soakRounds = flag.Int("soak.rounds", 4, "how often each user makes the calls in TestSoakInSimulatedTime")
	soakSeed   = flag.Uint64("soak.seed", 1, "seed of the soak tests")
)

const (
	soakUsers    = 64
	soakAttempts = 3   // of a call at most, the default of the client
	soakShare    = 0.2 // of attempts that go wrong
	soakQuota    = 1000000
)

// stage is where a soak test plays: a server that is soaked, a quiet twin of it
// that is not, and what is called.
type stage struct {
	server *cdntest.Server
	trials []trial
	ledger *ledger
}

// newStage sets the stage. The clock is that of both servers; pass lets it go
// on.
func newStage(t *testing.T, clock func() time.Time, pass func(time.Duration), opts ...cdntest.Option) *stage {
	t.Helper()
	domains := append([]string{steadyOne, steadyTwo}, stagedDomains...)
	for i := range busyDomains {
		domains = append(domains, busyDomain(i))
	}
	common := []cdntest.Option{
		cdntest.WithClock(clock), cdntest.WithSeed(*soakSeed), cdntest.WithDomains(domains...),
		cdntest.WithCertificates(soakSM),
		cdntest.WithQuota(cdntest.Quota{
			Domains: soakQuota, RefreshUrls: soakQuota, RefreshDirs: soakQuota, PreloadUrls: soakQuota, BlockUrls: soakQuota,
		}),
		cdntest.WithInternetChargeType(soakChargeType),
	}
	s := &stage{server: cdntest.NewServer(slices.Concat(common, opts)...), ledger: newLedger()}
	twin := cdntest.NewServer(append(common, cdntest.WithoutSocket())...)

	key := newKey(t)
	keyText := keyPEM(t, key)
	steadyPair := pair{certificate(t, key, steadyTwo), keyText}
	for _, server := range []*cdntest.Server{s.server, twin} {
		furnish(t, server, steadyPair)
	}
	csr := signingRequest(t, s.server)
	require.Equal(t, csr, signingRequest(t, twin))
	pass(10 * time.Second)
	hourBefore := clock().UTC().Truncate(hour).Add(-3 * hour)
	quiet, busy := twin.Client(), pair{certificate(t, key, "*.example.org"), keyText}
	s.trials = slices.Concat(
		monitorTrials(hourBefore), domainTrials(busy), newerDomainTrials(), stagingTrials(), logTrials(hourBefore), accountTrials(hourBefore),
		securityTrials(hourBefore), certificateTrials(t, quiet, steadyPair, busy, signed(t, csr)),
		reportTrials(hourBefore), billTrials(hourBefore),
	)
	for _, trial := range s.trials {
		if trial.learn != nil {
			require.NoError(t, trial.learn(t.Context(), quiet), trial.action)
		}
	}
	return s
}

// furnish makes on a server what nobody changes, without faults.
func furnish(t *testing.T, server *cdntest.Server, steadyPair pair) {
	t.Helper()
	client, ctx := server.Client(), t.Context()
	var errs []error
	do := func(action string, call func() error) {
		server.Script(action, cdntest.Pass())
		errs = append(errs, call())
	}
	do("TagResources", func() error {
		_, err := client.TagResources(ctx, &types.TagResourcesRequest{
			ResourceType: types.ResourceTypeDomain, ResourceId: types.Repeated{steadyOne}, Tag: types.Tags{{Key: steadyTag, Value: "yes"}},
		})
		return err
	})
	do("BatchSetCdnDomainConfig", func() error {
		_, err := client.BatchSetCdnDomainConfig(ctx, &types.BatchSetCdnDomainConfigRequest{DomainNames: []string{steadyOne}, Functions: ttl("png")})
		return err
	})
	do("SetDomainServerCertificate", func() error {
		_, err := client.SetDomainServerCertificate(ctx, new(steadyPair.request(steadyTwo, "steady")))
		return err
	})
	do("CreateRealtimeLogDelivery", func() error {
		_, err := client.CreateRealtimeLogDelivery(ctx, &types.CreateRealtimeLogDeliveryRequest{
			Domain: steadyOne, Project: steadyProject, Logstore: logstore, Region: logRegion,
		})
		return err
	})
	do("ModifyDomainCustomLogConfig", func() error {
		_, err := client.ModifyDomainCustomLogConfig(ctx, &types.ModifyDomainCustomLogConfigRequest{DomainName: steadyOne, ConfigId: steadyFormat})
		return err
	})
	do("RefreshObjectCaches", func() error {
		_, err := client.RefreshObjectCaches(ctx, &types.RefreshObjectCachesRequest{ObjectPath: []string{steadyURL}})
		return err
	})
	for _, err := range errs {
		require.NoError(t, err)
	}
}

// pace is how the users go about it.
type pace struct {
	rounds   int
	beat     time.Duration // calls are made at multiples of it, so that many coincide
	pause    int           // the most beats before a call
	patience time.Duration // the longest of those who give up
	tick     func()        // before each call
}

// play lets all users make their calls.
func (s *stage) play(t *testing.T, client *alicdn.Client, p pace) {
	t.Helper()
	var wg sync.WaitGroup
	for number := range soakUsers {
		u := &user{number: number, client: client, random: rand.New(rand.NewPCG(*soakSeed, uint64(number)))}
		wg.Go(func() {
			for round := range p.rounds {
				for _, i := range u.random.Perm(len(s.trials)) {
					if (i+number+round)%max(1, s.trials[i].rare) == 0 {
						s.call(t.Context(), u, s.trials[i], p)
					}
				}
			}
		})
	}
	wg.Wait()
}

// call makes one call. One in fifty is given up by its caller.
func (s *stage) call(ctx context.Context, u *user, trial trial, p pace) {
	u.calls++
	known, _ := action.Lookup(trial.action)
	fate := &fate{Rand: rand.New(rand.NewPCG(*soakSeed, uint64(u.number)<<32|uint64(u.calls))), once: known.Class == action.Once}
	time.Sleep(time.Until(time.Now().Truncate(p.beat).Add(time.Duration(1+fate.IntN(p.pause)) * p.beat)))
	if p.tick != nil {
		p.tick()
	}
	if fate.IntN(50) == 0 {
		var cancel context.CancelFunc
		ctx, cancel = context.WithTimeout(ctx, time.Duration(fate.Int64N(int64(p.patience))))
		defer cancel()
	}
	ctx = context.WithValue(ctx, fateKey{}, fate)
	reaction, err := trial.call(ctx, u, alicdn.WithParam(callParam, u.unique()))
	s.ledger.enter(u.unique(), judge(ctx, trial.action, reaction, err))
}

// finish logs the figures and checks them. The faults are those that the
// server's record does not show.
func (s *stage) finish(t *testing.T, faults *figures) {
	t.Helper()
	requests := s.server.Requests()
	for _, r := range requests {
		switch {
		case r.Status == 0 && r.Applied:
			faults.add("server: reset after it acted", 1)
		case r.Status == 0 && r.Code == "":
			faults.add("server: reset before it acted, or the caller had gone", 1)
		case r.Status == 0:
			faults.add("server: reset after it refused", 1)
		case r.Code == types.ThrottlingUser:
			faults.add("server: Throttling.User", 1)
		case r.Code == types.ServiceBusy:
			faults.add("server: ServiceBusy, or a domain that is busy", 1)
		case slices.Contains(mended, r.Code):
			faults.add("server: "+string(r.Code), 1)
		case r.Status >= http.StatusInternalServerError:
			faults.add("server: "+strconv.Itoa(r.Status)+" "+string(r.Code), 1)
		}
	}
	s.ledger.audit(t, requests)
	faults.log(t, "faults")
	s.ledger.attempts.log(t, "attempts")
	s.ledger.lost.log(t, "attempts without an answer")
	s.ledger.repeats.log(t, "attempts that are repeated")
	calls := s.ledger.outcomes.log(t, "calls")
	assert.Greater(t, s.ledger.outcomes.counts["right answer"], calls*8/10, "most calls succeed all the same")
}

// TestSoakInSimulatedTime has temporary credentials, and a machine whose clock
// is 40 minutes ahead, then right, then 2 hours behind. Half of what goes wrong
// does so at the server, the other half on the way.
func TestSoakInSimulatedTime(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		var clock skewedClock
		clock.set(-40 * time.Minute)
		first := clock.Now().Add(tokenLife)
		faults := serverFaults(soakShare/2, 5*time.Second)
		s := newStage(t, clock.Now, time.Sleep, append(tokenOptions(first), cdntest.WithFaults(faults))...)
		way := &chaos{server: s.server.Transport(), share: soakShare / 2, journey: time.Second, seen: newFigures()}
		source := &tokens{
			server: s.server, clock: clock.Now, first: first,
			random: rand.New(rand.NewPCG(*soakSeed, 0)), handed: newFigures(),
		}
		client, err := alicdn.New(alicdn.CachedCredentials(source),
			alicdn.WithEndpoint(s.server.URL), alicdn.WithHTTPClient(&http.Client{Transport: way}),
			alicdn.WithTimeout(15*time.Second), alicdn.WithAttemptHook(s.ledger.hook))
		require.NoError(t, err)

		started := time.Now()
		p := pace{rounds: *soakRounds, beat: time.Second, pause: 10, patience: 10 * time.Second}
		for i, skew := range []time.Duration{0, 2 * time.Hour} {
			time.AfterFunc(time.Duration(i+1)*time.Duration(p.rounds)*2*time.Minute, func() { clock.set(skew) })
		}
		s.play(t, client, p)
		t.Logf("simulated time: %v", time.Since(started).Round(time.Second))
		source.handed.log(t, "tokens asked for")

		s.finish(t, way.seen)
		for _, code := range mended {
			assert.Positive(t, way.seen.counts["server: "+string(code)], code)
		}
		t.Logf("once-actions repeated in doubt: %d", way.repeatedInDoubt.Load())
		assert.Zero(t, way.repeatedInDoubt.Load())
		assert.Zero(t, way.unclosed.Load(), "every body is closed")
	})
}

// TestSoakOverSockets has the connections of the client's own transport, and a
// server whose clock is years behind and then jumps.
func TestSoakOverSockets(t *testing.T) { //nolint:paralleltest // The goroutines of other tests would look like leaks.
	before := goleak.IgnoreCurrent()
	clock := newClock()
	s := newStage(t, clock.Now, clock.Advance, cdntest.WithFaults(serverFaults(soakShare, 20*time.Millisecond)))
	relay := newRelay(t, strings.TrimPrefix(s.server.URL, "http://"))
	client, err := alicdn.New(alicdn.StaticCredentials(s.server.AccessKeyId, s.server.AccessKeySecret, ""),
		alicdn.WithEndpoint(relay.url()), alicdn.WithoutLimiter(), alicdn.WithTimeout(5*time.Second), alicdn.WithAttemptHook(s.ledger.hook),
		alicdn.WithRetry(alicdn.RetryPolicy{BaseDelay: time.Millisecond, MaxDelay: 10 * time.Millisecond}))
	require.NoError(t, err)

	var calls atomic.Int64
	const jumpsAt = 20 * soakUsers
	started := time.Now()
	s.play(t, client, pace{rounds: 1, beat: time.Millisecond, pause: 2, patience: 10 * time.Millisecond, tick: func() {
		clock.Advance(100 * time.Millisecond)
		if calls.Add(1) == jumpsAt {
			clock.Advance(2 * time.Hour)
		}
	}})
	opened, most, ended, open := relay.counts()
	t.Logf("time: %v", time.Since(started).Round(time.Millisecond))
	t.Logf("connections: %d, of which at most %d at a time; %d ended by the server, %d by the client, %d not yet",
		opened, most, ended, opened-ended-open, open)
	assert.LessOrEqual(t, opened-ended-open, s.ledger.outcomes.counts[givenUp]+soakUsers/2, "connections are used again")

	s.server.Close()
	assert.Eventually(t, func() bool {
		_, _, _, open = relay.counts()
		return open == 0
	}, 5*time.Second, time.Millisecond, "every connection is closed")
	relay.close()
	goleak.VerifyNone(t, before)
	t.Logf("connections left open: %d, goroutines leaked: 0", open)

	s.finish(t, newFigures())
}
