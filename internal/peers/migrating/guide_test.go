package migrating

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/x509"
	"encoding/pem"
	"flag"
	"go/ast"
	"go/parser"
	"go/token"
	"math/big"
	"os"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/aliyun/alibaba-cloud-sdk-go/sdk"
	"github.com/aliyun/alibaba-cloud-sdk-go/sdk/auth/credentials"
	"github.com/aliyun/alibaba-cloud-sdk-go/services/cdn"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/alicdn/alicdn-go"
	"github.com/alicdn/alicdn-go/cdntest"
	"github.com/alicdn/alicdn-go/types"
)

var update = flag.Bool("update", false, "write the snippets of the guide anew")

const guide = "../../../docs/migrating.md"

// block is a snippet in the guide, under the name of its function.
var block = regexp.MustCompile("(?s)<!-- (\\w+) -->\n```go\n(.*?)```\n")

// TestGuide proves that the guide shows the code of this package, all of it.
func TestGuide(t *testing.T) {
	t.Parallel()
	want := snippets(t)
	text, err := os.ReadFile(guide)
	require.NoError(t, err)
	if *update {
		text = block.ReplaceAllFunc(text, func(old []byte) []byte {
			name := string(block.FindSubmatch(old)[1])
			return []byte("<!-- " + name + " -->\n```go\n" + want[name] + "```\n")
		})
		require.NoError(t, os.WriteFile(guide, text, 0o600))
	}
	got := map[string]string{}
	for _, found := range block.FindAllSubmatch(text, -1) {
		got[string(found[1])] = string(found[2])
	}
	assert.Equal(t, want, got)
	assert.Equal(t, len(got), strings.Count(string(text), "```go\n"), "blocks without a name")
}

// snippets returns the body of each function, without its indentation.
func snippets(t *testing.T) map[string]string {
	t.Helper()
	all := map[string]string{}
	for _, file := range []string{"tea.go", "sdk.go", "ours.go"} {
		text, err := os.ReadFile(file)
		require.NoError(t, err)
		files := token.NewFileSet()
		parsed, err := parser.ParseFile(files, file, text, 0)
		require.NoError(t, err)
		for _, decl := range parsed.Decls {
			fn, ok := decl.(*ast.FuncDecl)
			if !ok || fn.Name.Name == "highest" {
				continue
			}
			body := text[files.Position(fn.Body.Lbrace).Offset+1 : files.Position(fn.Body.Rbrace).Offset]
			lines := strings.ReplaceAll(string(body), "\n\t", "\n")
			all[fn.Name.Name] = strings.TrimPrefix(lines, "\n")
		}
	}
	return all
}

const www = "www.example.com"

// newCertificate returns a certificate for www and its key.
func newCertificate(t *testing.T) (certificate, key string) {
	t.Helper()
	private, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	require.NoError(t, err)
	template := &x509.Certificate{SerialNumber: big.NewInt(1), NotAfter: time.Now().Add(time.Hour), DNSNames: []string{www}}
	public, err := x509.CreateCertificate(rand.Reader, template, template, private.Public(), private)
	require.NoError(t, err)
	secret, err := x509.MarshalPKCS8PrivateKey(private)
	require.NoError(t, err)
	return string(pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: public})),
		string(pem.EncodeToMemory(&pem.Block{Type: "PRIVATE KEY", Bytes: secret}))
}

// TestOurs runs our snippets, and those of the official client in the same
// order, each on an endpoint of its own.
func TestOurs(t *testing.T) {
	t.Parallel()
	server := cdntest.NewServer(cdntest.WithDomains("img.example.com", www), cdntest.WithDurations(cdntest.Durations{}))
	defer server.Close()
	client, ctx := server.Client(), t.Context()
	certificate, key := newCertificate(t)

	exists, err := ourDetail(ctx, client)
	require.NoError(t, err)
	assert.True(t, exists)
	names, err := ourDomains(ctx, client)
	require.NoError(t, err)
	assert.Equal(t, []string{"img.example.com", www}, names)
	id, err := ourRefresh(ctx, client, []string{www + "/a.css"})
	require.NoError(t, err)
	require.NoError(t, ourTasks(ctx, client, id))
	result, err := ourRefreshAll(ctx, client, []string{www + "/a.css", www + "/b.css"})
	require.NoError(t, err)
	assert.Equal(t, 2, result.Submitted)
	require.NoError(t, ourPreload(ctx, client, []string{www + "/a.css"}))
	require.NoError(t, ourConfig(ctx, client))
	require.NoError(t, ourCertificate(ctx, client, certificate, key))
	end := time.Now().Truncate(time.Hour)
	peak, err := ourBps(ctx, client, end.Add(-time.Hour), end)
	require.NoError(t, err)
	assert.Positive(t, peak.Float64())
	paths, err := ourLogs(ctx, client, end.Add(-3*time.Hour), end)
	require.NoError(t, err)
	assert.Len(t, paths, 3)
	assert.True(t, alicdn.IsCode(ourAdd(ctx, client), types.DomainAlreadyExist))
	_, err = ourDo(ctx, client)
	assert.Equal(t, "no answer, or a request that was never sent", ourErrors(nil))
	assert.Contains(t, ourErrors(err), "InvalidAction.NotFound ")
	server.Script("DescribeCustomDomainSampleRate", cdntest.JSON(`{"Content":{"DomainContent":[{"DomainName":"www.example.com","SampleRate":0.25}]}}`))
	rates, err := ourDo(ctx, client)
	require.NoError(t, err)
	assert.InDelta(t, 0.25, rates[www].Float64(), 0)
	server.Script("DescribeUserDomains", cdntest.Throttle(), cdntest.Throttle(), cdntest.Throttle())
	_, err = ourDomains(ctx, client)
	assert.Equal(t, "slow down", ourErrors(err))

	_, err = client.DeleteCdnDomain(ctx, &types.DeleteCdnDomainRequest{DomainName: www})
	require.NoError(t, err)
	exists, err = ourDetail(ctx, client)
	require.NoError(t, err)
	assert.False(t, exists)
	require.NoError(t, ourAdd(ctx, client))
}

func TestSDK(t *testing.T) {
	t.Parallel()
	server := cdntest.NewServer(cdntest.WithDomains("img.example.com", www), cdntest.WithDurations(cdntest.Durations{}),
		cdntest.WithCredentials("id", "secret"))
	defer server.Close()
	client, err := cdn.NewClientWithOptions("cn-hangzhou", sdk.NewConfig().WithScheme("HTTP"), credentials.NewAccessKeyCredential("id", "secret"))
	require.NoError(t, err)
	client.Domain = strings.TrimPrefix(server.URL, "http://")
	certificate, key := newCertificate(t)

	exists, err := sdkDetail(client)
	require.NoError(t, err)
	assert.True(t, exists)
	names, err := sdkDomains(client)
	require.NoError(t, err)
	assert.Equal(t, []string{"img.example.com", www}, names)
	id, err := sdkRefresh(client, []string{www + "/a.css"})
	require.NoError(t, err)
	done, err := sdkTasks(client, id)
	require.NoError(t, err)
	assert.True(t, done)
	require.NoError(t, sdkPreload(client, []string{www + "/a.css"}))
	require.NoError(t, sdkConfig(client))
	require.NoError(t, sdkCertificate(client, certificate, key))
	end := time.Now().Truncate(time.Hour)
	peak, err := sdkBps(client, end.Add(-time.Hour), end)
	require.NoError(t, err)
	assert.NotEmpty(t, peak)
	paths, err := sdkLogs(client, end.Add(-3*time.Hour), end)
	require.NoError(t, err)
	assert.Len(t, paths, 3)
	require.ErrorContains(t, sdkAdd(client), "DomainAlreadyExist")
}
