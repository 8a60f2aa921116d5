package program_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/alicdn/alicdn-go/cdntest"
	"github.com/alicdn/alicdn-go/examples/integrations/internal/program"
	"github.com/alicdn/alicdn-go/types"
)

func TestConnect(t *testing.T) {
	t.Setenv("ALIBABA_CLOUD_ACCESS_KEY_ID", "")
	t.Setenv("ALIBABA_CLOUD_ACCESS_KEY_SECRET", "")
	var out strings.Builder
	cdn, err := program.Connect(&out, []cdntest.Option{cdntest.WithDomains("www.example.com")})
	require.NoError(t, err)
	defer cdn.Close()
	_, err = cdn.Client.DescribeCdnDomainDetail(t.Context(), &types.DescribeCdnDomainDetailRequest{DomainName: "www.example.com"})
	require.NoError(t, err)
	assert.Contains(t, out.String(), "embedded endpoint")

	t.Setenv("ALIBABA_CLOUD_ACCESS_KEY_ID", "an-id")
	_, err = program.Connect(&out, nil)
	require.ErrorContains(t, err, "set both of")

	t.Setenv("ALIBABA_CLOUD_ACCESS_KEY_SECRET", "a-secret")
	onService, err := program.Connect(&out, nil)
	require.NoError(t, err)
	defer onService.Close()
	assert.Nil(t, onService.Server)
	assert.Contains(t, out.String(), "real service")
}
