package types_test

import (
	"fmt"
	"log/slog"
	"strings"
	"testing"

	"github.com/google/go-querystring/query"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/alicdn/alicdn-go/types"
)

func mailTo(address string) types.Deliver {
	return types.Deliver{Email: types.DeliverEmail{Subject: "visible", To: []string{address}, Copy: []string{address, address}}}
}

// pemWithKey is a certificate that is followed by its private key.
func pemWithKey(key string) string {
	return "-----BEGIN CERTIFICATE-----\nMII\n-----END CERTIFICATE-----\n-----BEGIN EC PRIVATE KEY-----\n" + key + "\n-----END EC PRIVATE KEY-----\n"
}

func TestSecretsAreNotPrinted(t *testing.T) {
	t.Parallel()
	const secret = "hush-hush"
	values := map[string]any{
		"certificate":                  types.SetDomainServerCertificateRequest{DomainName: "visible", PrivateKey: secret},
		"SSL certificate":              types.SetCdnDomainSSLCertificateRequest{DomainName: "visible", SSLPri: secret},
		"SSL certificate with its key": types.SetCdnDomainSSLCertificateRequest{DomainName: "visible", SSLPub: pemWithKey(secret)},
		"certificate with its key":     types.SetDomainServerCertificateRequest{DomainName: "visible", ServerCertificate: pemWithKey(secret)},
		"to upload with its key":       types.Certificate{CertName: "visible", ServerCertificate: pemWithKey(secret)},
		"certificate detail":           types.DescribeCdnCertificateDetailResponse{CertName: "visible", Key: secret},
		"certificate of an ID":         types.DescribeCdnCertificateDetailByIdResponse{CertName: "visible", Key: secret},
		"request header":               types.SetReqHeaderConfigRequest{Key: "visible", Value: secret},
		"certificate to upload":        types.Certificate{CertName: "visible", PrivateKey: secret},
		"functions": types.BatchSetCdnDomainConfigRequest{DomainNames: []string{"visible"}, Functions: types.Functions{
			{FunctionName: types.FunctionAliauth, FunctionArgs: []types.FunctionArg{{ArgName: "auth_key1", ArgValue: secret}, {ArgName: "auth_key2", ArgValue: secret}}},
		}},
		"staged functions": types.SetCdnDomainStagingConfigRequest{DomainName: "visible", Functions: types.Functions{
			{FunctionName: types.FunctionAliauth, FunctionArgs: []types.FunctionArg{{ArgName: "auth_key1", ArgValue: secret}}},
		}},
		"staged configs": types.DescribeCdnDomainStagingConfigResponse{DomainConfigs: types.List[types.DomainConfig]{
			{FunctionName: "visible", FunctionArgs: types.List[types.DomainConfigFunctionArg]{{ArgName: "auth_key1", ArgValue: secret}}},
		}},
		"preload": types.PushObjectCacheRequest{ObjectPath: []string{"visible"}, WithHeader: types.Headers{"Cookie": secret}},
		"configs": types.DescribeCdnDomainConfigsResponse{DomainConfigs: types.List[types.DomainConfig]{
			{FunctionName: "visible", FunctionArgs: types.List[types.DomainConfigFunctionArg]{{ArgName: "auth_key1", ArgValue: secret}}},
		}},
		"config": types.Aliauth{AuthType: "visible", AuthKey1: secret, AuthKey2: secret, ConfigRecord: types.ConfigRecord{
			Args: []types.FunctionArg{{ArgName: "auth_key3", ArgValue: secret}},
			Read: []types.FunctionArg{{ArgName: "auth_key1", ArgValue: secret}},
		}},
		"pointer to a config": &types.Aliauth{AuthType: "visible", AuthKey1: secret},
		"header": types.SetReqHeader{Key: "visible", Value: secret, ConfigRecord: types.ConfigRecord{
			Args: []types.FunctionArg{{ArgName: "value", ArgValue: secret}, {ArgName: "key", ArgValue: "visible"}},
			Read: []types.FunctionArg{{ArgName: "value", ArgValue: secret}},
		}},
		"what the service adds": types.L2OssKey{PrivateOssAuth: "visible", ConfigRecord: types.ConfigRecord{
			Added: []types.FunctionArg{{ArgName: "pkey", ArgValue: secret}, {ArgName: "dkey", ArgValue: secret}},
		}},
		"list of configs": types.Configs{types.SetReqHeader{Key: "visible", Value: secret}, &types.Aliauth{AuthKey1: secret}},
		"block list": types.DescribeCdnFullDomainsBlockIPConfigResponse{
			Meta: types.Meta{RequestId: "visible"}, Message: "example.com/list?Signature=" + secret, // addresses of log files have no scheme either
		},
		"reports to mail":             types.CreateCdnDeliverTaskRequest{Name: "visible", Deliver: mailTo(secret)},
		"reports to mail from now on": types.UpdateCdnDeliverTaskRequest{Name: "visible", Deliver: mailTo(secret)},
		"tasks that mail":             types.DescribeCdnDeliverListResponse{Content: types.List[types.DeliverTask]{{Name: "visible", Deliver: mailTo(secret)}}},
		"task that mails":             types.DeliverTask{Name: "visible", Deliver: mailTo(secret)},
		"mail":                        mailTo(secret),
		"addresses":                   mailTo(secret).Email,
		"change": types.DomainConfigChange{FunctionName: "visible", Function: types.Function{
			FunctionName: types.FunctionSetReqHeader,
			FunctionArgs: []types.FunctionArg{{ArgName: "value", ArgValue: secret}},
		}, Args: []types.DomainConfigArgChange{{ArgName: "value", Want: "***"}}},
	}
	for name, value := range values {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			var log strings.Builder
			slog.New(slog.NewTextHandler(&log, nil)).Info("x", "value", value)
			slog.New(slog.NewJSONHandler(&log, nil)).Info("x", "value", value)
			outputs := []string{log.String()}
			for _, verb := range []string{"%v", "%+v", "%#v", "%s", "%q"} {
				outputs = append(outputs, fmt.Sprintf(verb, value), fmt.Sprintf(verb, []any{value}))
			}
			for _, output := range outputs {
				assert.NotContains(t, output, secret)
				assert.Contains(t, output, "visible")
				assert.Contains(t, output, "***")
			}
		})
	}
}

func TestSecretsAreSent(t *testing.T) {
	t.Parallel()
	params, err := query.Values(types.SetDomainServerCertificateRequest{PrivateKey: "hush"})
	require.NoError(t, err)
	assert.Equal(t, "hush", params.Get("PrivateKey"))
	params, err = query.Values(types.PushObjectCacheRequest{WithHeader: types.Headers{"Cookie": "hush"}})
	require.NoError(t, err)
	assert.JSONEq(t, `{"Cookie":"hush"}`, params.Get("WithHeader"))
	params, err = query.Values(types.BatchSetCdnDomainConfigRequest{Functions: types.Functions{
		{FunctionName: types.FunctionAliauth, FunctionArgs: []types.FunctionArg{{ArgName: "auth_key1", ArgValue: "hush"}}},
	}})
	require.NoError(t, err)
	assert.Contains(t, params.Get("Functions"), "hush")
}

// What comes of applying configurations is logged as a list, of which the log
// makes JSON without asking its elements for their LogValue.
func TestChangesAreJSONWithoutSecrets(t *testing.T) {
	t.Parallel()
	applied := []types.AppliedDomainConfigs{{DomainName: "www.example.com", Changes: types.DomainConfigChanges{{
		Kind: types.DomainConfigChangeAdd, FunctionName: types.FunctionAliauth,
		Args:     []types.DomainConfigArgChange{{ArgName: "auth_key1", Want: "***"}},
		Function: types.Function{FunctionName: types.FunctionAliauth, FunctionArgs: []types.FunctionArg{{ArgName: "auth_key1", ArgValue: "hush"}}},
	}}}}
	var log strings.Builder
	slog.New(slog.NewJSONHandler(&log, nil)).Info("x", "value", applied)
	assert.NotContains(t, log.String(), "hush")
	assert.Contains(t, log.String(), `"FunctionName":"aliauth"`)
	assert.Contains(t, log.String(), `"Want":"***"`)
}
