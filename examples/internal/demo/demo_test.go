package demo_test

import (
	"flag"
	"io"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/alicdn/alicdn-go/cdntest"
	"github.com/alicdn/alicdn-go/examples/internal/demo"
	"github.com/alicdn/alicdn-go/types"
)

func TestConnect(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct {
		id, secret, says, err string
		embedded              bool
	}{
		"none":        {says: "embedded endpoint", embedded: true},
		"both":        {id: "id", secret: "secret", says: "real service"},
		"ID only":     {id: "id", err: "set both"},
		"secret only": {secret: "secret", err: "set both"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			var said strings.Builder
			vars := map[string]string{"ALIBABA_CLOUD_ACCESS_KEY_ID": test.id, "ALIBABA_CLOUD_ACCESS_KEY_SECRET": test.secret}
			service, err := demo.Env{Err: &said, Getenv: func(name string) string { return vars[name] }}.Connect()
			if test.err != "" {
				require.ErrorContains(t, err, test.err)
				require.ErrorAs(t, err, new(*demo.UsageError))
				return
			}
			require.NoError(t, err)
			assert.Equal(t, test.embedded, service.Embedded != nil)
			assert.Contains(t, said.String(), test.says)
		})
	}
}

func TestWaitingShowsEachChangeOnce(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		var said strings.Builder
		service, err := demo.Env{Err: &said, Getenv: func(string) string { return "" }}.Connect(cdntest.WithDomains("www.example.com"))
		require.NoError(t, err)
		_, err = service.Client.StopCdnDomain(t.Context(), &types.StopCdnDomainRequest{DomainName: "www.example.com"})
		require.NoError(t, err)
		_, err = service.Client.WaitForDomainStatus(t.Context(), "www.example.com", types.DomainStatusOffline, service.Wait)
		require.NoError(t, err)
		assert.Equal(t, 1, strings.Count(said.String(), "to be offline: stopping\n"))
		assert.Equal(t, 1, strings.Count(said.String(), "to be offline: offline\n"))
	})
}

func TestProgressIsALineASecondAtMost(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		var said strings.Builder
		progress := demo.Env{Err: &said}.Progress()
		for i := range 25 {
			progress("%d", i)
			time.Sleep(100 * time.Millisecond)
		}
		assert.Equal(t, "10\n20\n", said.String())
	})
}

func TestParse(t *testing.T) {
	t.Parallel()
	var said strings.Builder
	flags := flag.NewFlagSet("tool", flag.ContinueOnError)
	number := flags.Int("number", 1, "how many")
	env := demo.Env{Out: &said, Err: io.Discard}
	require.ErrorIs(t, env.Parse(flags, []string{"-h"}, "[flags]", "Tool does things."), flag.ErrHelp)
	assert.True(t, strings.HasPrefix(said.String(), "tool [flags]\n\nTool does things.\n\n  -number int\n"), said.String())

	said.Reset()
	err := env.Parse(flags, []string{"-number", "x"}, "", "")
	require.ErrorAs(t, err, new(*demo.UsageError))
	require.ErrorContains(t, err, `invalid value "x" for flag -number`)
	assert.Empty(t, said.String())

	require.NoError(t, env.Parse(flags, []string{"-number", "2"}, "", ""))
	assert.Equal(t, 2, *number)
}
