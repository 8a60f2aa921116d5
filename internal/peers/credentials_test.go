package peers_test

import (
	"context"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"strconv"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/aliyun/credentials-go/credentials"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/alicdn/alicdn-go"
	"github.com/alicdn/alicdn-go/cdntest"
	"github.com/alicdn/alicdn-go/types"
)

// plugIn makes a provider of our client of an official one. The official one
// does not say when credentials expire; lifetime is what to take for granted,
// 0 for credentials that stay. asked counts the questions.
func plugIn(official credentials.Credential, lifetime time.Duration, asked *atomic.Int32) alicdn.CredentialsFunc {
	return func(context.Context) (alicdn.Credentials, error) {
		asked.Add(1)
		model, err := official.GetCredential()
		if err != nil {
			return alicdn.Credentials{}, err
		}
		creds := alicdn.Credentials{
			AccessKeyId:     *model.AccessKeyId,
			AccessKeySecret: *model.AccessKeySecret,
			SecurityToken:   *model.SecurityToken,
		}
		if lifetime > 0 {
			creds.Expires = time.Now().Add(lifetime)
		}
		return creds, nil
	}
}

func newCredential(t *testing.T, config *credentials.Config) credentials.Credential {
	t.Helper()
	credential, err := credentials.NewCredential(config)
	require.NoError(t, err)
	return credential
}

func newClient(t *testing.T, server *cdntest.Server, provider alicdn.CredentialsProvider) *alicdn.Client {
	t.Helper()
	client, err := alicdn.New(provider, alicdn.WithEndpoint(server.URL))
	require.NoError(t, err)
	return client
}

// describe makes a call, which is refused unless the credentials are good.
func describe(t *testing.T, client *alicdn.Client) error {
	t.Helper()
	_, err := client.DescribeCdnDomainDetail(t.Context(), &types.DescribeCdnDomainDetailRequest{DomainName: www})
	return err
}

// atOnce makes calls in many goroutines.
func atOnce(t *testing.T, client *alicdn.Client) {
	t.Helper()
	var group sync.WaitGroup
	for range 16 {
		group.Go(func() { assert.NoError(t, describe(t, client)) })
	}
	group.Wait()
}

func TestCredentialsAccessKey(t *testing.T) {
	t.Parallel()
	server := cdntest.NewServer(cdntest.WithDomains(www), cdntest.WithCredentials(keyId, keySecret))
	defer server.Close()
	config := new(credentials.Config).SetType("access_key").SetAccessKeyId(keyId).SetAccessKeySecret(keySecret)
	var asked atomic.Int32
	client := newClient(t, server, alicdn.CachedCredentials(plugIn(newCredential(t, config), 0, &asked)))
	atOnce(t, client)
	require.NoError(t, describe(t, client))
	assert.EqualValues(t, 1, asked.Load())
	assert.Equal(t, 17, server.Applied("DescribeCdnDomainDetail"))
	for _, request := range server.Requests() {
		assert.NotContains(t, request.Params, "SecurityToken")
	}

	wrong := new(credentials.Config).SetType("access_key").SetAccessKeyId(keyId).SetAccessKeySecret("wrong")
	err := describe(t, newClient(t, server, alicdn.CachedCredentials(plugIn(newCredential(t, wrong), 0, &asked))))
	assert.True(t, alicdn.IsCode(err, types.SignatureDoesNotMatch), err)
}

func TestCredentialsSTS(t *testing.T) {
	t.Parallel()
	server := cdntest.NewServer(
		cdntest.WithDomains(www), cdntest.WithCredentials(keyId, keySecret), cdntest.WithSecurityToken(token, time.Time{}))
	defer server.Close()
	sts := func(securityToken string) credentials.Credential {
		return newCredential(t, new(credentials.Config).SetType("sts").
			SetAccessKeyId(keyId).SetAccessKeySecret(keySecret).SetSecurityToken(securityToken))
	}
	var asked atomic.Int32
	client := newClient(t, server, alicdn.CachedCredentials(plugIn(sts(token), 0, &asked)))
	atOnce(t, client)
	require.NoError(t, describe(t, client))
	assert.EqualValues(t, 1, asked.Load())
	assert.Equal(t, 17, server.Applied("DescribeCdnDomainDetail"))

	err := describe(t, newClient(t, server, alicdn.CachedCredentials(plugIn(sts("other"), 0, &asked))))
	assert.True(t, alicdn.IsCode(err, types.InvalidSecurityTokenMalformed), err)
	require.ErrorIs(t, err, alicdn.ErrSignature)
}

// rotate starts a server for credentials of the type credentials_uri, which
// hands out the token of that number.
func rotate(t *testing.T, number func() int) credentials.Credential {
	t.Helper()
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		assert.NoError(t, json.NewEncoder(w).Encode(map[string]string{
			"Code":            "Success",
			"AccessKeyId":     keyId,
			"AccessKeySecret": keySecret,
			"SecurityToken":   "token-" + strconv.Itoa(number()),
			"Expiration":      utc(time.Now().Add(time.Minute)), // so soon that it asks again each time
		}))
	}))
	t.Cleanup(server.Close)
	return newCredential(t, new(credentials.Config).SetType("credentials_uri").SetURLCredential(server.URL))
}

func TestCredentialsRotation(t *testing.T) {
	t.Parallel()
	c := newClock()
	start := c.Now()
	server := cdntest.NewServer(
		cdntest.WithDomains(www), cdntest.WithClock(c.Now), cdntest.WithCredentials(keyId, keySecret),
		cdntest.WithSecurityToken("token-1", start.Add(time.Minute)), cdntest.WithSecurityToken("token-2", start.Add(time.Hour)))
	defer server.Close()
	number := func() int { return 1 + int(c.Now().Sub(start)/time.Minute) }

	// The official provider is not safe for concurrent use; CachedCredentials
	// asks it once at a time: when the lifetime is about to end, and when the
	// service refuses the token.
	var asked, askedOnRefusal atomic.Int32
	renewed := newClient(t, server, alicdn.CachedCredentials(plugIn(rotate(t, number), time.Minute, &asked)))
	kept := newClient(t, server, alicdn.CachedCredentials(plugIn(rotate(t, number), 0, &askedOnRefusal)))
	atOnce(t, renewed)
	atOnce(t, kept)
	assert.EqualValues(t, 1, askedOnRefusal.Load())

	c.Advance(time.Minute)
	require.NoError(t, describe(t, renewed))
	atOnce(t, renewed)
	atOnce(t, kept)
	assert.EqualValues(t, 2, askedOnRefusal.Load())
	assert.NotEmpty(t, refusals(server))
}

// refusals returns the codes with which a server has refused requests.
func refusals(server *cdntest.Server) []types.ErrorCode {
	var codes []types.ErrorCode
	for _, request := range server.Requests() {
		if request.Code != "" {
			codes = append(codes, request.Code)
		}
	}
	return codes
}
