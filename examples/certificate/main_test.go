package main

import (
	"flag"
	"io"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/alicdn/alicdn-go"
	"github.com/alicdn/alicdn-go/examples/internal/demo"
	"github.com/alicdn/alicdn-go/examples/internal/demotest"
	"github.com/alicdn/alicdn-go/types"
)

func TestPlan(t *testing.T) {
	t.Parallel()
	out, _, err := demotest.Run(t, run, "", "-expiring", "30")
	require.NoError(t, err)
	assert.Equal(t, `img.example.com: planned
www.example.com: planned
Nothing was changed; -apply does it.

Expiring within 30 days: 0
`, out)
}

func TestApply(t *testing.T) {
	t.Parallel()
	out, progress, err := demotest.Run(t, run, "", "-apply", "-name", "example-2026", "-expiring", "30")
	require.NoError(t, err)
	assert.Equal(t, `img.example.com: set
www.example.com: set

Expiring within 30 days: 2
img.example.com  in 20 days  example-2026
www.example.com  in 20 days  example-2026
`, out)
	assert.Contains(t, progress, "waiting for")
}

// files writes a certificate that is valid in the simulated time of the tests.
func files(t *testing.T, name string) (certFile, keyFile string, cert types.Certificate) {
	t.Helper()
	var err error
	cert.ServerCertificate, cert.PrivateKey, err = demo.Certificate(time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC), name)
	require.NoError(t, err)
	certFile, keyFile = filepath.Join(t.TempDir(), "cert.pem"), filepath.Join(t.TempDir(), "key.pem")
	require.NoError(t, os.WriteFile(certFile, []byte(cert.ServerCertificate), 0o600))
	require.NoError(t, os.WriteFile(keyFile, []byte(cert.PrivateKey), 0o600))
	return certFile, keyFile, cert
}

func TestCertificateOfFiles(t *testing.T) {
	t.Parallel()
	certFile, keyFile, _ := files(t, "www.example.org")
	out, _, err := demotest.Run(t, run, "", "-cert", certFile, "-key", keyFile, "-apply")
	require.NoError(t, err)
	assert.Equal(t, "www.example.org: set\n", out)

	_, _, err = demotest.Run(t, run, "", "-cert", certFile, "-key", keyFile, "www.example.com")
	require.ErrorAs(t, err, new(*alicdn.ParamError), "it is not for that domain")

	certFile, keyFile, _ = files(t, "www.example.net")
	out, _, err = demotest.Run(t, run, "", "-cert", certFile, "-key", keyFile)
	require.NoError(t, err)
	assert.Equal(t, "No domain is covered by the certificate.\n", out)
}

func TestWrongKeyIsFoundAndNotTold(t *testing.T) {
	t.Parallel()
	certFile, _, _ := files(t, "www.example.com")
	_, keyFile, other := files(t, "www.example.com")
	out, progress, err := demotest.Run(t, run, "", "-cert", certFile, "-key", keyFile, "-apply")
	require.ErrorContains(t, err, "PrivateKey does not belong to the certificate")
	assert.NotContains(t, out+progress+err.Error(), other.PrivateKey[40:80])
}

func TestUsage(t *testing.T) {
	t.Parallel()
	_, _, err := demotest.Run(t, run, "", "-cert", "cert.pem")
	require.ErrorAs(t, err, new(*demo.UsageError))
	_, _, err = demotest.Run(t, run, "", "-region", "ap-southeast-1")
	require.ErrorAs(t, err, new(*demo.UsageError))
	_, _, err = demotest.Run(t, run, "", "-id", "1", "-apply")
	require.ErrorContains(t, err, "InvalidCertId.NotFound")
	_, _, err = demotest.Run(t, run, "", "-cert", "cert.pem", "-key", filepath.Join(t.TempDir(), "none"))
	require.ErrorIs(t, err, os.ErrNotExist)
	out, _, err := demotest.Run(t, run, "", "-h")
	require.ErrorIs(t, err, flag.ErrHelp)
	assert.Contains(t, out, "-only-https")

	service := demo.Env{Out: io.Discard, Err: io.Discard, Getenv: func(string) string { return "set" }}
	require.ErrorContains(t, run(t.Context(), []string{"-apply"}, service), "which certificate?")
}
