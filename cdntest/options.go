package cdntest

import (
	"strconv"
	"time"

	"github.com/alicdn/alicdn-go/types"
)

// Durations says how long the service takes for what does not happen at once.
// A zero duration means at once; start from DefaultDurations to change only some.
type Durations struct {
	Add       time.Duration // AddCdnDomain until online: a third checking, then configuring
	Stop      time.Duration // StopCdnDomain until offline
	Start     time.Duration // StartCdnDomain until online
	Delete    time.Duration // DeleteCdnDomain until the domain is gone
	Configure time.Duration // a change of origins, functions or certificate until online again; of staging until in effect
	Refresh   time.Duration // RefreshObjectCaches and BlockObjectCaches until Complete
	Preload   time.Duration // PushObjectCache until Complete
	Spread    time.Duration // Server.PlaceRecord until the service sees the record
}

// DefaultDurations returns the durations of a server without WithDurations:
// in the proportions of the real service, but seconds instead of minutes.
func DefaultDurations() Durations {
	return Durations{
		Add:       3 * time.Second,
		Stop:      time.Second,
		Start:     time.Second,
		Delete:    time.Second,
		Configure: time.Second,
		Refresh:   2 * time.Second,
		Preload:   3 * time.Second,
	}
}

// Quota is what an account may have or use up in a day.
type Quota struct {
	Domains     int // domains at a time
	RefreshUrls int // URLs to refresh a day
	RefreshDirs int // directories to refresh a day
	PreloadUrls int // URLs to preload a day
	BlockUrls   int // URLs to block a day
}

// DefaultQuota returns the quota of a server without WithQuota, that of a new
// account of the real service.
func DefaultQuota() Quota {
	return Quota{
		Domains:     50,
		RefreshUrls: 10000,
		RefreshDirs: 100,
		PreloadUrls: 1000,
		BlockUrls:   300,
	}
}

// Option changes how NewServer sets a server up.
type Option func(*settings)

// settings is what the options work on.
type settings struct {
	clock        func() time.Time
	seed         uint64
	credentials  credentials
	durations    Durations
	quota        Quota
	faults       Faults
	domains      []string
	certificates []StoredCertificate
	foreign      []string // domains of other accounts
	closed       bool     // the CDN service has not been opened yet
	chargeType   string

	verification bool // the ownership of root domains has to be proved
	proved       []string

	todaysNames   bool
	withoutSocket bool
}

func defaultSettings() settings {
	return settings{
		clock:       time.Now,
		seed:        1,
		credentials: credentials{id: "testid", secret: "testsecret"},
		durations:   DefaultDurations(),
		quota:       DefaultQuota(),
		chargeType:  string(types.InternetChargeTypePayByTraffic),
	}
}

// WithClock makes the server take the time from now instead of time.Now: the
// time against which a request's Timestamp is checked, at which things happen,
// of the Date header, and until which addresses of files are good. A client that does not correct its clock by that
// header has to be within 15 minutes of it. One that does finds out from a
// refusal: when the clock jumps further than that, its next request costs an
// InvalidTimeStamp.Expired, and the client of this module then repeats it. The
// function must not call the server.
func WithClock(now func() time.Time) Option {
	return func(s *settings) { s.clock = now }
}

// WithSeed sets the seed of everything random: measured values, request IDs,
// and which calls the faults of WithFaults hit. The default is 1; the same seed
// gives the same answers to the same calls.
func WithSeed(seed uint64) Option {
	return func(s *settings) { s.seed = seed }
}

// WithCredentials sets the access key that the server accepts, in place of
// testid and testsecret.
func WithCredentials(accessKeyId, accessKeySecret string) Option {
	return func(s *settings) { s.credentials.id, s.credentials.secret = accessKeyId, accessKeySecret }
}

// WithSecurityToken makes the access key one of temporary credentials: every
// request then has to carry this SecurityToken too, until it expires. A zero
// time means never. Several tokens may be given, to try a client that refreshes
// its credentials; Server.SecurityToken is the first.
func WithSecurityToken(token string, expires time.Time) Option {
	return func(s *settings) {
		s.credentials.tokens = append(s.credentials.tokens, securityToken{text: token, expires: expires})
	}
}

// WithDurations sets how long everything takes.
func WithDurations(d Durations) Option {
	return func(s *settings) { s.durations = d }
}

// WithQuota sets the limits of the account.
func WithQuota(q Quota) Option {
	return func(s *settings) { s.quota = q }
}

// WithDomains lets the server start with these domains, already online, of type
// web and with one origin each. They count against the quota, but may exceed it.
func WithDomains(names ...string) Option {
	return func(s *settings) { s.domains = append(s.domains, names...) }
}

// WithVerification makes the server ask for the ownership of root domains:
// domains of one that is not proved are refused with DomainOwnerVerifyFail until
// VerifyDomainOwner has found the proof, see [Server.PlaceRecord] and
// [Server.PlaceFile]. The root domains given, and those of WithDomains, are
// proved from the start.
func WithVerification(proved ...string) Option {
	return func(s *settings) { s.verification, s.proved = true, append(s.proved, proved...) }
}

// WithForeignDomains lets other accounts have these domains: they cannot be
// added, and ModifyCdnDomainOwner takes them over.
func WithForeignDomains(names ...string) Option {
	return func(s *settings) { s.foreign = append(s.foreign, names...) }
}

// WithFaults makes a share of all calls go wrong, see Faults.
func WithFaults(f Faults) Option {
	return func(s *settings) { s.faults = f }
}

// WithServiceClosed lets the server start for an account that has not opened
// the CDN service: every action but OpenCdnService and DescribeUserCdnStatus is
// refused with OperationDenied until the former has been called.
func WithServiceClosed() Option {
	return func(s *settings) { s.closed = true }
}

// WithInternetChargeType sets how the account is billed at first, also in the
// ways by the month that ModifyCdnService does not take. Without it that is by
// traffic.
func WithInternetChargeType(chargeType types.InternetChargeType) Option {
	if billTypes[string(chargeType)] == "" {
		panic("cdntest: WithInternetChargeType: unknown " + strconv.Quote(string(chargeType)))
	}
	return func(s *settings) { s.chargeType = string(chargeType) }
}

// WithoutSocket lets the server do without a socket and without goroutines: only
// Transport and Client reach it then, and URL has no port. Inside a
// testing/synctest bubble, whose clock a waiting socket would stop, a server
// does so by itself if time.Now is in the years 2000 to 2009, as it is unless
// the bubble has slept for ten years.
func WithoutSocket() Option {
	return func(s *settings) { s.withoutSocket = true }
}

// WithTodaysNames lets answers have the names and the nesting of today's service
// where the reference has others: SrcTrafficDataPerInterval in place of
// SrcFlowDataPerInterval, the page of export tasks inside UsageDataPerPage, with
// numbers for its counts, and so on. This module's client reads both alike; it is for programs that read
// answers by themselves.
func WithTodaysNames() Option {
	return func(s *settings) { s.todaysNames = true }
}
