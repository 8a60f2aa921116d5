package main

import (
	"flag"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/alicdn/alicdn-go"
	"github.com/alicdn/alicdn-go/examples/internal/demo"
	"github.com/alicdn/alicdn-go/examples/internal/demotest"
)

func TestPlan(t *testing.T) {
	t.Parallel()
	out, _, err := demotest.Run(t, run, "", "-origin", "192.0.2.10", "www.example.com", "img.example.com")
	require.NoError(t, err)
	assert.Contains(t, out, "www.example.com: to be added, with the origin 192.0.2.10 and\n+ filetype_based_ttl_set ")
	assert.Contains(t, out, "img.example.com:\n  + filetype_based_ttl_set")
	assert.Equal(t, 2, strings.Count(out, "+ gzip enable=on\n"))
	assert.True(t, strings.HasSuffix(out, "Nothing was changed; -apply does it.\n"))
}

func TestApply(t *testing.T) {
	t.Parallel()
	out, progress, err := demotest.Run(t, run, "", "-apply", "-origin", "origin.example.com", "www.example.com", "img.example.com")
	require.NoError(t, err)
	assert.Contains(t, progress, "domain www.example.com to be online: checking\n")
	assert.Equal(t, 2, strings.Count(out, "enable=on (success)\n"))
	assert.Contains(t, out, "www.example.com is online; its CNAME record has to be www.example.com.")
	assert.Contains(t, out, "img.example.com is online; its CNAME record has to be img.example.com.")
}

func TestApplyToADomainThatFails(t *testing.T) {
	t.Parallel()
	_, _, err := demotest.Run(t, run, "", "-apply", "-origin", "192.0.2.10", "check-failed.example.com")
	require.ErrorAs(t, err, new(*alicdn.WaitError))
	require.ErrorContains(t, err, "check_failed")

	out, _, err := demotest.Run(t, run, "", "-apply", "-origin", "192.0.2.10", "config-failed.example.com")
	require.ErrorAs(t, err, new(*alicdn.WaitError))
	assert.Contains(t, out, "(failed)")
}

func TestUsage(t *testing.T) {
	t.Parallel()
	_, _, err := demotest.Run(t, run, "")
	require.ErrorAs(t, err, new(*demo.UsageError))
	_, _, err = demotest.Run(t, run, "", "www.example.com")
	require.ErrorAs(t, err, new(*demo.UsageError))
	require.ErrorContains(t, err, "needs an -origin")
	out, _, err := demotest.Run(t, run, "", "-h")
	require.ErrorIs(t, err, flag.ErrHelp)
	assert.Contains(t, out, "-prune")
}
