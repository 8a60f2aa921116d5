package main

import (
	"flag"
	"strings"
	"testing"
	"time"

	"github.com/aliyun/credentials-go/credentials"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/alicdn/alicdn-go"
	"github.com/alicdn/alicdn-go/cdntest"
)

func TestRun(t *testing.T) {
	t.Parallel()
	var out strings.Builder
	require.NoError(t, run(t.Context(), nil, &out))
	assert.Equal(t, "the account has 1 domains\n", out.String())
	require.ErrorIs(t, run(t.Context(), []string{"-h"}, &out), flag.ErrHelp)
}

// The chain finds what the environment has.
func TestChain(t *testing.T) {
	const token = "a-token"
	server := cdntest.NewServer(cdntest.WithSecurityToken(token, time.Time{}))
	defer server.Close()
	t.Setenv("ALIBABA_CLOUD_ACCESS_KEY_ID", server.AccessKeyId)
	t.Setenv("ALIBABA_CLOUD_ACCESS_KEY_SECRET", server.AccessKeySecret)
	t.Setenv("ALIBABA_CLOUD_SECURITY_TOKEN", token)
	official, err := credentials.NewCredential(nil)
	require.NoError(t, err)
	client, err := alicdn.New(alicdn.CachedCredentials(provider(official)), alicdn.WithEndpoint(server.URL))
	require.NoError(t, err)
	for range 2 {
		_, err = client.DescribeUserDomains(t.Context(), nil)
		require.NoError(t, err)
	}
	creds, err := provider(official).Credentials(t.Context())
	require.NoError(t, err)
	assert.Equal(t, token, creds.SecurityToken)
	assert.WithinDuration(t, time.Now().Add(lifetime), creds.Expires, 10*time.Second)
}
