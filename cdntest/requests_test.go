package cdntest_test

import (
	"net/http"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/alicdn/alicdn-go/cdntest"
	"github.com/alicdn/alicdn-go/types"
)

func TestRequestsAreRecorded(t *testing.T) {
	t.Parallel()
	c := newCaller(t, cdntest.WithDomains("a.example.com"))
	c.ok("StopCdnDomain", "DomainName", "a.example.com")
	c.clock.Advance(time.Second)
	got := c.refused(http.StatusNotFound, "InvalidDomain.NotFound", "StopCdnDomain", "DomainName", "b.example.com")
	_, err := c.try(http.MethodPost, "StartCdnDomain", "DomainName", "a.example.com")
	require.NoError(t, err)

	requests := c.server.Requests()
	require.Len(t, requests, 3)
	second := requests[1]
	assert.Equal(t, "StopCdnDomain", second.Action)
	assert.Equal(t, http.MethodGet, second.Method)
	assert.Equal(t, "b.example.com", second.Params.Get("DomainName"))
	assert.Equal(t, c.clock.Now(), second.Time)
	assert.Equal(t, got.at("RequestId"), second.RequestId)
	assert.Equal(t, http.StatusNotFound, second.Status)
	assert.Equal(t, types.InvalidDomainNotFound, second.Code)
	assert.False(t, second.Applied)
	assert.Equal(t, http.MethodPost, requests[2].Method)
	assert.True(t, requests[2].Applied)

	second.Params["DomainName"][0] = "changed"
	second.Params.Set("PageSize", "1")
	assert.Equal(t, "b.example.com", c.server.Requests()[1].Params.Get("DomainName"), "the caller has a copy")
	assert.False(t, c.server.Requests()[1].Params.Has("PageSize"))
	assert.Equal(t, 1, c.server.Applied("StopCdnDomain"))
	assert.Zero(t, c.server.Applied("AddCdnDomain"))
}

func TestRequestsCanBeReset(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		c := newCaller(t)
		c.ok("DescribeCdnService")
		c.server.Script("DescribeCdnUserQuota", cdntest.Latency(time.Second))
		done := make(chan error)
		go func() {
			_, err := c.try(http.MethodGet, "DescribeCdnUserQuota")
			done <- err
		}()
		synctest.Wait()
		require.Len(t, c.server.Requests(), 2)

		c.server.ResetRequests()
		require.NoError(t, <-done, "a call on its way is not disturbed")
		assert.Empty(t, c.server.Requests())
		assert.Equal(t, 1, c.server.Applied("DescribeCdnUserQuota"))
		c.ok("DescribeCdnService")
		require.Len(t, c.server.Requests(), 1)
		assert.Equal(t, http.StatusOK, c.server.Requests()[0].Status)
	})
}

func TestSecretsAreMasked(t *testing.T) {
	t.Parallel()
	c := newCaller(t, cdntest.WithDomains("a.example.com"), cdntest.WithSecurityToken("s3cret-token", time.Time{}))
	c.get("SetDomainServerCertificate", "SecurityToken", "s3cret-token", "DomainName", "a.example.com",
		"ServerCertificateStatus", "on", "ServerCertificate", "certificate", "PrivateKey", "s3cret-key")
	c.get("BatchSetCdnDomainConfig", "SecurityToken", "s3cret-token", "DomainNames", "a.example.com",
		"Functions", "["+function("aliauth", "auth_type", "type_a", "auth_key1", "s3cret-auth")+"]")
	c.get("BatchSetCdnDomainConfig", "SecurityToken", "s3cret-token", "DomainNames", "a.example.com",
		"Functions", "["+function("gzip", "enable", "on")+"]")

	requests := c.server.Requests()
	for _, request := range requests {
		assert.NotContains(t, request.Params.Encode(), "s3cret")
		assert.Equal(t, "***", request.Params.Get("Signature"))
	}
	assert.Equal(t, "***", requests[0].Params.Get("PrivateKey"))
	assert.Equal(t, "certificate", requests[0].Params.Get("ServerCertificate"))
	assert.Equal(t, "***", requests[1].Params.Get("Functions"))
	assert.Contains(t, requests[2].Params.Get("Functions"), "gzip")
}

func TestConcurrentCalls(t *testing.T) {
	t.Parallel()
	onBothWires(t, func(t *testing.T, c *caller) {
		t.Helper()
		const workers, calls = 8, 10
		var wg sync.WaitGroup
		for range workers {
			wg.Go(func() {
				for range calls {
					c.server.Script("DescribeCdnService", cdntest.Pass())
					got, err := c.try(http.MethodGet, "DescribeCdnService")
					if assert.NoError(t, err) {
						assert.Equal(t, http.StatusOK, got.status)
					}
					c.server.Requests()
				}
			})
		}
		wg.Wait()
		assert.Equal(t, workers*calls, c.server.Applied("DescribeCdnService"))
	})
}
