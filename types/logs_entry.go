package types

import "time"

// CacheStatus says whether a node had the content in its cache.
type CacheStatus string

// What the logs say of the cache.
const (
	// CacheStatusHit is content that the node had in its cache.
	CacheStatusHit CacheStatus = "HIT"
	// CacheStatusMiss is content that the node had to fetch.
	CacheStatusMiss CacheStatus = "MISS"
)

// LogEntry is one access of a domain, a line of its log file. What the line
// gives as - is empty, or 0.
//
// URL, Referer and UserAgent are what the client sent: any bytes, escaped or
// not, as the log has them. The texts of an entry share the memory of its line;
// use strings.Clone on what is kept for long.
type LogEntry struct {
	// Time is when the access was logged, to the second, in UTC. The log writes
	// it in Beijing time.
	Time time.Time

	// ClientIP is the address that the request came from, IPv4 or IPv6.
	ClientIP string

	// ProxyIP is the address of the proxy in between, usually empty. Several
	// stand as the log has them.
	ProxyIP string

	// ResponseTime is how long the answer took, in milliseconds.
	ResponseTime int64

	// Referer is the page that the request came from.
	Referer string

	// Method is the HTTP method, such as GET.
	Method string

	// URL is the URL asked for, with scheme and host.
	URL string

	// Status is the HTTP status answered; 0 where the client got no answer,
	// which the log writes as 000.
	Status int

	// RequestSize is the size of the request in bytes.
	RequestSize int64

	// ResponseSize is the size of the answer in bytes.
	ResponseSize int64

	// CacheStatus says whether the content was in the cache.
	CacheStatus CacheStatus

	// UserAgent is the program of the client.
	UserAgent string

	// ContentType is the media type of the content.
	ContentType string

	// Rest is what the line has behind the documented fields, which today is
	// nothing.
	Rest string
}
