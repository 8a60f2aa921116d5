package peers_test

import (
	"bytes"
	"io"
	"net/http"
	"net/url"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// travel is a transport that tells in which part of the last request the
// parameters went. It also hides the http.Transport: the official client changes
// one that it can see, and gives it the proxy of the environment.
type travel struct {
	transport   http.RoundTripper
	query, form url.Values
}

func newTravel(t *testing.T) *travel {
	t.Helper()
	transport := &http.Transport{}
	t.Cleanup(transport.CloseIdleConnections)
	return &travel{transport: transport}
}

func (tr *travel) RoundTrip(req *http.Request) (*http.Response, error) {
	tr.query, tr.form = req.URL.Query(), nil
	if req.Body == nil {
		return tr.transport.RoundTrip(req)
	}
	body, err := io.ReadAll(req.Body)
	if err != nil {
		return nil, err
	}
	if tr.form, err = url.ParseQuery(string(body)); err != nil {
		return nil, err
	}
	req = req.Clone(req.Context())
	req.Body = io.NopCloser(bytes.NewReader(body))
	return tr.transport.RoundTrip(req)
}

// ownForm are the actions whose parameters our client puts into the form although
// the official one has them, or some of them, in the URL.
var ownForm = map[string]string{
	"BatchSetCdnDomainConfig":              "keys of URL authentication are secret",
	"DescribeCdnFullDomainsBlockIPConfig":  byName,
	"DescribeCdnFullDomainsBlockIPHistory": byName,
	"DescribeDomainCcActivityLog":          "Value is secret in SetReqHeaderConfig, and taken for it everywhere",
	"PushObjectCache":                      "the reference has them in the form",
	"RefreshObjectCaches":                  "reference and metadata have them in the form",
	"SetCdnDomainSSLCertificate":           "SSLPri is secret",
	"SetCdnDomainStagingConfig":            "keys of URL authentication are secret",
	"SetCdnFullDomainsBlockIP":             byName,
	"SetDomainServerCertificate":           "PrivateKey is secret",
	"SetReqHeaderConfig":                   "Value may be a credential",
}

const byName = "the official client lacks the action; the metadata has them in the form"

// sameTravel makes sure that our client has in the form what the official one
// has there, and more only where it is meant to.
func (tw *twins) sameTravel(t *testing.T, action string) {
	t.Helper()
	for name := range tw.theirTravel.form {
		assert.Contains(t, tw.ourTravel.form, name, "%s belongs into the form", name)
	}
	for name := range tw.ourTravel.form {
		if _, inURL := tw.theirTravel.query[name]; inURL && !publicParams[name] {
			require.Contains(t, ownForm, action, "%s is in the form", name)
		}
	}
	for name := range tw.ourTravel.query {
		if len(tw.ourTravel.form) > 0 {
			assert.Contains(t, tw.theirTravel.query, name, "%s stands beside the form", name)
		}
	}
}

// publicParams are those of every action.
var publicParams = map[string]bool{
	"AccessKeyId": true, "Action": true, "Format": true, "SecurityToken": true, "Signature": true, "SignatureMethod": true,
	"SignatureNonce": true, "SignatureVersion": true, "Timestamp": true, "Version": true,
}
