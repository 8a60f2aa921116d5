package main

import (
	"flag"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/alicdn/alicdn-go"
	"github.com/alicdn/alicdn-go/cdntest"
	"github.com/alicdn/alicdn-go/examples/internal/demo"
	"github.com/alicdn/alicdn-go/examples/internal/demotest"
	"github.com/alicdn/alicdn-go/types"
)

func TestSetAndUnset(t *testing.T) {
	t.Parallel()
	out, _, err := demotest.Run(t, run, "",
		"-set", "team=web", "-set", "env=prod", "-set", "old=", "-unset", "old", "www.example.com", "img.example.com")
	require.NoError(t, err)
	assert.Equal(t, "www.example.com  env=prod  team=web\nimg.example.com  env=prod  team=web\n", out)
}

func TestListOfAll(t *testing.T) {
	t.Parallel()
	out, _, err := demotest.Run(t, run, "")
	require.NoError(t, err)
	assert.Equal(t, "img.example.com  -\nwww.example.com  -\n", out)
}

// More domains than a call takes, half of which get a tag.
func TestManyDomains(t *testing.T) {
	t.Parallel()
	names := make([]string, 120)
	for i := range names {
		names[i] = fmt.Sprintf("d%03d.example.com", i)
	}
	server := cdntest.NewServer(cdntest.WithoutSocket(), cdntest.WithDomains(names...))
	client := server.Client()
	c := change{set: types.Tags{{Key: "env", Value: "test"}}}
	require.NoError(t, c.apply(t.Context(), client, names[:60], func(string, ...any) {}))
	assert.Equal(t, 2, server.Applied("TagResources"))

	found, err := find(t.Context(), client, c.set)
	require.NoError(t, err)
	assert.ElementsMatch(t, names[:60], found)
	var out strings.Builder
	require.NoError(t, list(t.Context(), client, names, &out))
	assert.Equal(t, 60, strings.Count(out.String(), "env=test\n"))
	assert.Equal(t, 120, strings.Count(out.String(), "\n"))
}

func TestUsage(t *testing.T) {
	t.Parallel()
	for want, args := range map[string][]string{
		"which domains?":            {"-set", "a=b"},
		"name domains or -find":     {"-find", "a=b", "www.example.com"},
		"not of the form key=value": {"-set", "a", "www.example.com"},
	} {
		_, _, err := demotest.Run(t, run, "", args...)
		require.ErrorAs(t, err, new(*demo.UsageError))
		require.ErrorContains(t, err, want)
	}
	_, _, err := demotest.Run(t, run, "", "-set", "a=b", "www.example.org")
	require.ErrorIs(t, err, alicdn.ErrNotFound)
	out, _, err := demotest.Run(t, run, "", "-h")
	require.ErrorIs(t, err, flag.ErrHelp)
	assert.Contains(t, out, "-unset")
}
