package alicdn

import (
	"context"
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha1"
	"encoding/base64"
	"encoding/hex"
	"errors"
	"fmt"
	"hash"
	"log/slog"
	"os"
	"sync"
	"time"

	"github.com/alicdn/alicdn-go/internal/param"
	"github.com/alicdn/alicdn-go/internal/secret"
)

// Credentials are what a request is signed with. They print themselves masked,
// but for one case: package fmt cannot ask the unexported field of a struct how
// to print.
type Credentials struct {
	// AccessKeyId names the caller. It travels with each request.
	AccessKeyId string

	// AccessKeySecret signs. It never travels and is never printed.
	AccessKeySecret string

	// SecurityToken belongs to temporary credentials of the Security Token
	// Service (STS); empty otherwise. It is never printed.
	SecurityToken string

	// Expires is when temporary credentials end; zero if they do not, or if
	// that is not known.
	Expires time.Time
}

// CredentialsProvider hands out the credentials to sign with. The client asks
// it before each attempt of a call, from many goroutines at once; a provider
// that does I/O belongs into [CachedCredentials].
//
// If it fails, the call fails with its error and is not repeated: whether a
// second try would help, and when, only the provider knows.
//
// A provider that also has a method Expire(Credentials) is told when the
// service calls temporary credentials expired.
type CredentialsProvider interface {
	Credentials(ctx context.Context) (Credentials, error)
}

// expirer is a CredentialsProvider that keeps credentials.
type expirer interface {
	Expire(stale Credentials)
}

// CredentialsFunc makes a [CredentialsProvider] of a function.
type CredentialsFunc func(ctx context.Context) (Credentials, error)

// Credentials calls f.
func (f CredentialsFunc) Credentials(ctx context.Context) (Credentials, error) { return f(ctx) }

// StaticCredentials always hands out the same credentials. The securityToken
// is that of temporary credentials and empty otherwise.
func StaticCredentials(accessKeyId, accessKeySecret, securityToken string) CredentialsProvider {
	return CredentialsFunc(func(context.Context) (Credentials, error) {
		return Credentials{AccessKeyId: accessKeyId, AccessKeySecret: accessKeySecret, SecurityToken: securityToken}, nil
	})
}

// The environment variables that EnvCredentials reads.
const (
	envAccessKeyId     = "ALIBABA_CLOUD_ACCESS_KEY_ID"
	envAccessKeySecret = "ALIBABA_CLOUD_ACCESS_KEY_SECRET"
	envSecurityToken   = "ALIBABA_CLOUD_SECURITY_TOKEN" //nolint:gosec // the name of a variable
)

// EnvCredentials reads the credentials from the environment variables
// ALIBABA_CLOUD_ACCESS_KEY_ID, ALIBABA_CLOUD_ACCESS_KEY_SECRET and, for
// temporary ones, ALIBABA_CLOUD_SECURITY_TOKEN, each time anew.
func EnvCredentials() CredentialsProvider {
	return CredentialsFunc(func(context.Context) (Credentials, error) {
		c := Credentials{
			AccessKeyId:     os.Getenv(envAccessKeyId),
			AccessKeySecret: os.Getenv(envAccessKeySecret),
			SecurityToken:   os.Getenv(envSecurityToken),
		}
		if c.AccessKeyId == "" || c.AccessKeySecret == "" {
			return Credentials{}, errors.New("environment variables " + envAccessKeyId + " and " + envAccessKeySecret + " are not both set")
		}
		return c, nil
	})
}

// String returns the credentials with everything secret masked.
func (c Credentials) String() string {
	return fmt.Sprintf("{AccessKeyId:%s AccessKeySecret:%s SecurityToken:%s Expires:%s}",
		c.AccessKeyId, masked(c.AccessKeySecret), masked(c.SecurityToken), c.Expires.Format(time.RFC3339))
}

// Format prints the credentials masked under every verb of package fmt.
func (c Credentials) Format(f fmt.State, _ rune) { _, _ = f.Write([]byte(c.String())) }

// LogValue logs the credentials masked.
func (c Credentials) LogValue() slog.Value { return slog.StringValue(c.String()) }

// MarshalText encodes the credentials masked, so that no JSON holds them.
func (c Credentials) MarshalText() ([]byte, error) { return []byte(c.String()), nil }

func masked(value string) string {
	if value == "" {
		return ""
	}
	return secret.Mask
}

// isNilProvider reports whether there is nothing to ask.
func isNilProvider(p CredentialsProvider) bool {
	switch p := p.(type) {
	case nil:
		return true
	case CredentialsFunc:
		return p == nil
	case *cachedCredentials:
		return isNilProvider(p.source)
	default:
		return false
	}
}

func (c Credentials) validate() error {
	if c.AccessKeyId == "" || c.AccessKeySecret == "" {
		return errors.New("AccessKeyId or AccessKeySecret is empty")
	}
	return nil
}

const (
	// refreshAhead is how long before their end cached credentials are renewed.
	refreshAhead = 3 * time.Minute
	// refreshTimeout is how long a renewal may take.
	refreshTimeout = 30 * time.Second
	// refreshPatience is how long a call waits for a renewal while the
	// credentials are still valid.
	refreshPatience = time.Second
	// refreshPause is how long a renewal that failed is not tried again, while
	// the credentials are still valid.
	refreshPause = 10 * time.Second
)

// CachedCredentials keeps the credentials of p until shortly before they
// expire, or the service calls them expired. However many calls wait, p is
// asked once at a time, for at most 30 seconds. While a renewal is slow or has
// failed, credentials that are still valid stay in use. Credentials without
// Expires are kept until the service refuses them.
func CachedCredentials(p CredentialsProvider) CredentialsProvider {
	return &cachedCredentials{source: p}
}

type cachedCredentials struct {
	source CredentialsProvider

	mu      sync.Mutex
	current Credentials // none if AccessKeyId is empty
	pauses  time.Time   // until when a failed renewal is not tried again
	pending *credentialsFetch
}

// credentialsFetch is one question to the source that is under way.
type credentialsFetch struct {
	done   chan struct{}
	result Credentials
	err    error
}

// Credentials returns the cached credentials, renewed if it is time.
func (p *cachedCredentials) Credentials(ctx context.Context) (Credentials, error) {
	p.mu.Lock()
	current, fetch := p.current, p.pending
	valid := current.validFor(0)
	if current.validFor(refreshAhead) || valid && (fetch != nil || time.Now().Before(p.pauses)) {
		p.mu.Unlock()
		return current, nil
	}
	if fetch == nil {
		fetch = p.startFetch(ctx)
	}
	p.mu.Unlock()

	if !valid {
		select {
		case <-fetch.done:
			return fetch.result, fetch.err
		case <-ctx.Done():
			return Credentials{}, ctx.Err()
		}
	}
	patience := time.NewTimer(refreshPatience)
	defer patience.Stop()
	select {
	case <-fetch.done:
		if fetch.err == nil {
			return fetch.result, nil
		}
	case <-patience.C:
	case <-ctx.Done():
	}
	return current, nil
}

// Format prints what it is and not what it holds.
func (p *cachedCredentials) Format(f fmt.State, _ rune) { _, _ = f.Write([]byte("CachedCredentials")) }

// Expire drops the cached credentials if they are the stale ones.
func (p *cachedCredentials) Expire(stale Credentials) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.current == stale {
		p.current = Credentials{}
	}
}

// startFetch asks the source in the background: the answer is for everyone
// who waits, so the ctx of the first one must not end it for the others.
func (p *cachedCredentials) startFetch(ctx context.Context) *credentialsFetch {
	fetch := &credentialsFetch{done: make(chan struct{})}
	p.pending = fetch
	old := p.current
	go func() {
		ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), refreshTimeout)
		defer cancel()
		fetch.err = errors.New("provider ended its goroutine")
		defer p.endFetch(fetch, old)
		fetch.result, fetch.err = p.source.Credentials(ctx)
	}()
	return fetch
}

// endFetch takes over what a fetch has brought.
func (p *cachedCredentials) endFetch(fetch *credentialsFetch, old Credentials) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.pauses = time.Now().Add(refreshPause)
	if fetch.err == nil {
		if !fetch.result.validFor(0) {
			fetch.result.Expires = time.Time{} // by a clock that is ahead: the service decides
		}
		p.current = fetch.result
	} else {
		fetch.err = renewalError(old, fetch.err)
	}
	p.pending = nil
	close(fetch.done)
}

func renewalError(old Credentials, err error) error {
	if old.AccessKeyId == "" {
		return fmt.Errorf("get credentials to cache: %w", err)
	}
	return fmt.Errorf("renew credentials that expire at %s: %w", old.Expires.Format(time.RFC3339), err)
}

// validFor reports whether there are credentials that do not expire within d.
func (c Credentials) validFor(d time.Duration) bool {
	return c.AccessKeyId != "" && (c.Expires.IsZero() || time.Until(c.Expires) > d)
}

// apiVersion is the version of the CDN API that the SDK speaks.
const apiVersion = "2018-05-10"

// reserved are the parameters that belong to the client.
var reserved = map[string]bool{
	"Action":           true,
	"Version":          true,
	"Format":           true,
	"AccessKeyId":      true,
	"SecurityToken":    true,
	"Signature":        true,
	"SignatureMethod":  true,
	"SignatureNonce":   true,
	"SignatureVersion": true,
	"Timestamp":        true,
}

// query is parameters of a request as they are signed and sent.
type query struct {
	params []queryParam // in the order of their names
	text   []byte       // of all of them, in any order
}

// queryParam is a parameter as it stands in a query.
type queryParam struct {
	name    string
	encoded []byte // &Name=Value
}

// newQuery encodes the parameters of a call, which all its attempts share.
func newQuery(params param.Params) query {
	size := 0
	for _, p := range params {
		size += len("&=") + len(p.Name) + len(p.Value)*3/2 // more than most take, URLs among them
	}
	q := query{make([]queryParam, 0, len(params)), make([]byte, 0, size)}
	for _, p := range params {
		q.add(p.Name, p.Value)
	}
	return q
}

// split returns the text of the parameter of that name, and that of the others.
func (q *query) split(name string) (one, others []byte) {
	for _, p := range q.params {
		if p.name == name {
			one = p.encoded[len("&"):]
		} else {
			others = append(others, p.encoded...)
		}
	}
	return one, others
}

// attemptQuery returns the parameters that every request carries, but for the
// signature: with a nonce and a time of their own for each attempt.
func attemptQuery(action string, creds Credentials, now time.Time) query {
	const (
		most   = 9
		enough = 384 // for the text of all of them, but for a token
	)
	var random [16]byte
	_, _ = rand.Read(random[:]) // never fails
	nonce := hex.AppendEncode(make([]byte, 0, 2*len(random)), random[:])
	timestamp := now.UTC().AppendFormat(make([]byte, 0, len(time.RFC3339)), time.RFC3339)

	q := query{make([]queryParam, 0, most), make([]byte, 0, enough+len(creds.SecurityToken)*5/4)}
	q.add("AccessKeyId", creds.AccessKeyId)
	q.add("Action", action)
	q.add("Format", "JSON")
	if creds.SecurityToken != "" {
		q.add("SecurityToken", creds.SecurityToken)
	}
	q.add("SignatureMethod", "HMAC-SHA1")
	q.add("SignatureNonce", string(nonce))
	q.add("SignatureVersion", "1.0")
	q.add("Timestamp", string(timestamp))
	q.add("Version", apiVersion)
	return q
}

// add encodes a parameter whose name follows those in q.
func (q *query) add(name, value string) {
	start := len(q.text)
	q.text = appendEncoded(append(q.text, '&'), name)
	q.text = appendEncoded(append(q.text, '='), value)
	q.params = append(q.params, queryParam{name, q.text[start:]})
}

// signer computes signatures. It keeps what depends on the key alone.
type signer struct{ keyed sync.Pool }

// keyedMAC is a hash whose key has been worked in.
type keyedMAC struct {
	accessKeySecret string
	hash            hash.Hash
	text            []byte // not hashed yet
}

// sign returns the signature of a request with the parameters of both queries.
func (s *signer) sign(method string, a, b query, accessKeySecret string) string {
	mac, ok := s.keyed.Get().(*keyedMAC)
	if !ok || mac.accessKeySecret != accessKeySecret {
		mac = &keyedMAC{accessKeySecret: accessKeySecret, hash: hmac.New(sha1.New, []byte(accessKeySecret+"&"))}
	}
	defer s.keyed.Put(mac)
	mac.hash.Reset()
	mac.text = append(append(mac.text[:0], method...), "&%2F"...)
	separator := "&" // the first one separates parts of what is signed, the others parameters
	for len(a.params)+len(b.params) > 0 {
		next := &a.params
		if len(a.params) == 0 || len(b.params) > 0 && b.params[0].name < a.params[0].name {
			next = &b.params
		}
		mac.text = append(mac.text, separator...)
		mac.write((*next)[0].encoded[len("&"):])
		*next, separator = (*next)[1:], "%26"
	}
	_, _ = mac.hash.Write(mac.text)
	mac.text = mac.hash.Sum(mac.text[:0])
	return base64.StdEncoding.EncodeToString(mac.text)
}

// write hashes a parameter, encoded once more, sooner or later.
func (m *keyedMAC) write(parameter []byte) {
	for len(parameter) > 0 {
		n := min(len(parameter), encodedAtOnce)
		m.text = appendEncoded(m.text, parameter[:n])
		parameter = parameter[n:]
		if len(m.text) >= encodedAtOnce {
			_, _ = m.hash.Write(m.text)
			m.text = m.text[:0]
		}
	}
}

// encodedAtOnce is how much of a long parameter is encoded before it is hashed.
const encodedAtOnce = 1 << 10

// appendEncoded encodes s by RFC 3986: letters, digits and -_.~ stay, every
// other byte becomes %XY.
func appendEncoded[T string | []byte](b []byte, s T) []byte {
	const upperHex = "0123456789ABCDEF"
	stays := 0 // where the bytes begin that stay and are not in b yet
	for i := range len(s) {
		if c := s[i]; !unreserved[c] {
			b = append(append(b, s[stays:i]...), '%', upperHex[c>>4], upperHex[c&15])
			stays = i + 1
		}
	}
	return append(b, s[stays:]...)
}

// unreserved are the bytes that stay as they are.
var unreserved = func() (table [256]bool) {
	for _, c := range []byte("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.~") {
		table[c] = true
	}
	return table
}()
