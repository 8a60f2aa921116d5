package cdntest

import (
	"encoding/binary"
	"fmt"
	"hash/fnv"
	"math/rand/v2"
	"net/http"
	"net/netip"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/alicdn/alicdn-go/types"
)

// state is what the endpoint remembers. It moves with the clock, but only when
// it is looked at: settle applies everything that has become due. There are no
// timers and no goroutines, so it also works inside testing/synctest.
type state struct {
	mu    sync.Mutex
	clock func() time.Time
	seed  uint64
	host  string // where the server's files are, with the port

	durations Durations
	quota     Quota

	domains   map[string]*domain // by name
	deleted   []deletedDomain
	pools     map[string]*pool // by domain, see state.pool
	service   serviceState
	ownership ownership

	certificates certificateState

	triggers map[string]*trigger // by ARN

	blocks  blockState
	refresh refreshState
	logs    logsState
	usage   usageState
	reports reportsState

	ids      int64  // numbers handed out by newID
	requests uint64 // request IDs handed out by newRequestID
}

// newState makes the state of an account with the domains of the settings.
func newState(set settings) *state {
	now := set.clock()
	s := &state{
		clock:     set.clock,
		seed:      set.seed,
		durations: set.durations,
		quota:     set.quota,
		domains:   make(map[string]*domain),
		pools:     make(map[string]*pool),
		service:   newServiceState(now),
		triggers:  make(map[string]*trigger),
		logs:      newLogsState(),
		blocks:    blockState{until: make(map[netip.Prefix]time.Time), files: make(map[string]blockFile)},
		ownership: newOwnership(set),
	}
	s.service.open = !set.closed
	s.service.bill(set.chargeType, s.service.opened)
	for _, name := range set.domains {
		if name = strings.ToLower(name); !domainName.MatchString(name) {
			panic("cdntest: WithDomains: " + strconv.Quote(name) + " is no domain name")
		}
		s.domains[name] = s.newDomain(name, now)
	}
	s.keepCertificates(set.certificates, now)
	return s
}

// do carries a call out.
func (s *state) do(c *call) (object, *fault) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.settle(c.now)
	if !s.service.open && c.action != "OpenCdnService" && c.action != "DescribeUserCdnStatus" {
		return nil, fail(http.StatusForbidden, types.OperationDenied, "Your account does not open CDN service yet.")
	}
	return handlers[c.action](s, c)
}

// settle brings the state to the given moment.
func (s *state) settle(now time.Time) {
	s.service.settle(now)
	for name, d := range s.domains {
		if d.settle(now); d.status == statusDeleted {
			s.forget(name)
			s.deleted = append(s.deleted, deletedDomain{name, d.modified})
		}
	}
}

// forget removes a domain and what is kept by its name.
func (s *state) forget(name string) {
	delete(s.domains, name)
	delete(s.pools, name)
	delete(s.logs.deliveries, name)
	delete(s.logs.assigned, name)
}

// domain returns the user's domain of that name, whatever its status.
func (s *state) domain(c *call, name string) (*domain, *fault) {
	if d := s.domains[strings.ToLower(name)]; d != nil {
		return d, nil
	}
	return nil, c.fault(types.InvalidDomainNotFound)
}

// serving returns the user's domain of that name if it serves requests. Data,
// refresh and preload actions refuse one that is stopped, that has never been
// online yet, or that never will be. A domain that serves goes on serving while
// its settings are being changed.
func (s *state) serving(c *call, name string) (*domain, *fault) {
	d, no := s.domain(c, name)
	if no != nil {
		return nil, no
	}
	if code, refused := notServing[d.status]; refused {
		return nil, c.fault(code)
	}
	if !d.serves {
		return nil, c.fault(types.ServiceBusy)
	}
	return d, nil
}

// notServing says with which code a domain that does not serve is refused.
var notServing = map[string]types.ErrorCode{
	statusOffline:         types.InvalidDomainOffline,
	statusStopping:        types.InvalidDomainOffline,
	statusDeleting:        types.ServiceBusy,
	statusConfigureFailed: types.InvalidDomainConfigureFailed,
	statusCheckFailed:     types.IllegalOperation,
}

// covering returns the domain that answers for a host: the domain of that
// name, or else the wildcard domain (.example.com) above it; nil without either.
func (s *state) covering(host string) *domain {
	host = strings.ToLower(host)
	if d := s.domains[host]; d != nil {
		return d
	}
	for i := range len(host) {
		if host[i] != '.' {
			continue
		}
		if d := s.domains[host[i:]]; d != nil {
			return d
		}
	}
	return nil
}

// newID returns the next of the numbers that name configuration records, tasks
// and certificates. Real ones have 15 digits and more, too many for a float32
// or an int32; consecutive ones here differ by more than one, as there.
func (s *state) newID() int64 {
	const first, step = 222728944812032, 7
	s.ids++
	return first + step*s.ids
}

// newRequestID returns the next request ID, an upper-case UUID.
func (s *state) newRequestID() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.requests++
	var id [16]byte
	r := s.random("request", strconv.FormatUint(s.requests, 10))
	binary.BigEndian.PutUint64(id[:8], r.Uint64())
	binary.BigEndian.PutUint64(id[8:], r.Uint64())
	id[6] = id[6]&0x0f | 0x40 // version 4
	id[8] = id[8]&0x3f | 0x80 // variant of RFC 9562
	return fmt.Sprintf("%X-%X-%X-%X-%X", id[:4], id[4:6], id[6:8], id[8:10], id[10:])
}

// random returns a source of random numbers that depends on the seed and the
// parts alone, such as a metric's name, the domain and the bucket's time: the
// same question gets the same answer, in whatever order questions are asked.
func (s *state) random(parts ...string) *rand.Rand {
	h := fnv.New64a()
	_, _ = h.Write([]byte(strings.Join(parts, "\x00"))) // a hash never fails to be written to
	return rand.New(rand.NewPCG(s.seed, h.Sum64()))     //nolint:gosec // Test data has to be reproducible, not secret.
}
