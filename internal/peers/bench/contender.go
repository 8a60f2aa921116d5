package main

import (
	"bytes"
	"io"
	"net/http"
	"time"
)

// contender does the same work in its own way. Each method returns a figure
// of the answer, by which the answers are known to be the same.
type contender interface {
	quota() (int, error)                                     // DescribeRefreshQuota
	bps() (int, error)                                       // DescribeDomainBpsData with 5 parameters
	domains() (int, error)                                   // DescribeUserDomains
	refresh(urls []string) (int, error)                      // RefreshObjectCaches
	configure(domains []string, fns []function) (int, error) // BatchSetCdnDomainConfig

	decodeQuota(body []byte) (int, error)
	decodeBps(body []byte) (int, error)
	decodeDomains(body []byte) (int, error)
}

// names are the contenders in the order of the table.
var names = []string{"us", "floor", "P2", "P1"}

// newContender makes one that speaks to address over transport.
func newContender(name, address string, transport http.RoundTripper) (contender, error) {
	switch name {
	case "us":
		return newUs(address, transport)
	case "floor":
		return newFloor(address, transport), nil
	case "P2":
		return newP2(address, transport)
	default:
		return newP1(address, transport)
	}
}

// newTransport is what everyone gets: connections for 64 goroutines.
func newTransport() http.RoundTripper {
	return &http.Transport{MaxIdleConnsPerHost: 64, IdleConnTimeout: time.Minute}
}

// canned answers without a network.
type canned []byte

func (c canned) RoundTrip(r *http.Request) (*http.Response, error) {
	if r.Body != nil {
		_, _ = io.Copy(io.Discard, r.Body)
		_ = r.Body.Close()
	}
	return &http.Response{
		Status: "200 OK", StatusCode: http.StatusOK, Proto: "HTTP/1.1", ProtoMajor: 1, ProtoMinor: 1,
		Header:        http.Header{"Content-Type": {"application/json"}},
		Body:          io.NopCloser(bytes.NewReader(c)),
		ContentLength: int64(len(c)), Request: r,
	}, nil
}
