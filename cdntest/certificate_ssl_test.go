package cdntest_test

import (
	"context"
	"crypto"
	"crypto/rand"
	"crypto/x509"
	"encoding/base64"
	"encoding/pem"
	"math/big"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/alicdn/alicdn-go"
	"github.com/alicdn/alicdn-go/cdntest"
	"github.com/alicdn/alicdn-go/types"
)

// keeper is a client of a server with a clock that stands still, whose domains
// are configured at once.
type keeper struct {
	*alicdn.Client

	t     *testing.T
	ctx   context.Context //nolint:containedctx // of the test
	clock *clock
}

func newKeeper(t *testing.T, opts ...cdntest.Option) *keeper {
	t.Helper()
	c := newClock()
	server := cdntest.NewServer(append([]cdntest.Option{
		cdntest.WithoutSocket(), cdntest.WithClock(c.Now), cdntest.WithDurations(cdntest.Durations{}),
	}, opts...)...)
	return &keeper{Client: server.Client(), t: t, ctx: t.Context(), clock: c}
}

// upload sets a certificate and stores it.
func (k *keeper) upload(domain, name, text string, key crypto.Signer) error {
	_, err := k.SetCdnDomainSSLCertificate(k.ctx, &types.SetCdnDomainSSLCertificateRequest{
		DomainName: domain, SSLProtocol: types.SwitchOn, CertType: types.CertTypeUpload, CertName: name, SSLPub: text, SSLPri: keyPEM(k.t, key),
	})
	return err
}

// take sets a certificate that is stored.
func (k *keeper) take(domain string, id types.ID, region types.CertRegion) error {
	_, err := k.SetCdnDomainSSLCertificate(k.ctx, &types.SetCdnDomainSSLCertificateRequest{
		DomainName: domain, SSLProtocol: types.SwitchOn, CertType: types.CertTypeCas, CertId: id, CertRegion: region,
	})
	return err
}

// kept returns the certificates of the account.
func (k *keeper) kept(req types.DescribeCdnSSLCertificateListRequest) []types.SSLCert {
	k.t.Helper()
	all, err := alicdn.Collect(k.DescribeCdnSSLCertificateListIter(k.ctx, &req), 0)
	require.NoError(k.t, err)
	return all
}

// info returns the certificate of a domain.
func (k *keeper) info(domain string) types.CertInfo {
	k.t.Helper()
	resp, err := k.DescribeDomainCertificateInfo(k.ctx, &types.DescribeDomainCertificateInfoRequest{DomainName: domain})
	require.NoError(k.t, err)
	require.Len(k.t, resp.CertInfos, 1)
	return resp.CertInfos[0]
}

func (k *keeper) refused(err error, code types.ErrorCode) {
	k.t.Helper()
	assert.Truef(k.t, alicdn.IsCode(err, code), "%v instead of %s", err, code)
}

func TestSSLCertificateIsStoredOnceAndServedByMany(t *testing.T) {
	t.Parallel()
	k := newKeeper(t, cdntest.WithDomains("a.example.com", "b.example.com", ".example.com.cn"))
	key := newKey(t)
	text := certificate(t, key, "*.example.com", "example.com")
	assert.Empty(t, k.kept(types.DescribeCdnSSLCertificateListRequest{}), "NotFoundCertList is no certificate")

	require.NoError(t, k.upload("a.example.com", "mine", text, key))
	kept := k.kept(types.DescribeCdnSSLCertificateListRequest{})
	require.Len(t, kept, 1)
	cert := kept[0]
	assert.Equal(t, "mine", cert.CertName)
	assert.Equal(t, types.CertRegionCnHangzhou, cert.CertRegion)
	assert.Equal(t, "*.example.com", cert.Common)
	assert.Regexp(t, `^[0-9a-f]{40}$`, cert.Fingerprint)

	require.NoError(t, k.take("b.example.com", cert.CertId, ""))
	for _, domain := range []string{"a.example.com", "b.example.com"} {
		info := k.info(domain)
		assert.Equal(t, types.SwitchOn, info.ServerCertificateStatus)
		assert.Equal(t, cert.CertId, info.CertId)
		assert.Equal(t, types.CertRegionCnHangzhou, info.CertRegion)
		assert.Equal(t, text, info.ServerCertificate)
	}
	assert.Len(t, k.kept(types.DescribeCdnSSLCertificateListRequest{}), 1)

	byName, err := k.DescribeCdnCertificateDetail(k.ctx, &types.DescribeCdnCertificateDetailRequest{CertName: "mine"})
	require.NoError(t, err)
	byID, err := k.DescribeCdnCertificateDetailById(k.ctx, &types.DescribeCdnCertificateDetailByIdRequest{CertId: cert.CertId})
	require.NoError(t, err)
	assert.Equal(t, text, byName.Cert)
	assert.Equal(t, []any{byName.Cert, byName.CertId, byName.CertName, byName.Key}, []any{byID.Cert, byID.CertId, byID.CertName, byID.Key})
	served, err := k.DescribeCertificateInfoByID(k.ctx, &types.DescribeCertificateInfoByIDRequest{CertId: cert.CertId})
	require.NoError(t, err)
	assert.Equal(t, []string{"a.example.com", "b.example.com"}, served.CertInfos[0].DomainList.Names())
	assert.Equal(t, newClock().Now(), served.CertInfos[0].CreateTime.Time.UTC())

	for _, domain := range []string{"a.example.com", "b.example.com"} {
		_, err := k.SetCdnDomainSSLCertificate(k.ctx, &types.SetCdnDomainSSLCertificateRequest{DomainName: domain, SSLProtocol: types.SwitchOff})
		require.NoError(t, err)
		assert.Equal(t, types.SwitchOff, k.info(domain).ServerCertificateStatus)
	}
	_, err = k.DescribeCertificateInfoByID(k.ctx, &types.DescribeCertificateInfoByIDRequest{CertId: cert.CertId})
	k.refused(err, types.CertNotExisted)
}

func TestSSLCertificateRefusals(t *testing.T) {
	t.Parallel()
	const name = "www.example.com"
	k := newKeeper(t, cdntest.WithDomains(name, "off.example.com"))
	key := newKey(t)
	text := certificate(t, key, name)
	k.refused(k.upload("other.example.com", "mine", text, key), types.InvalidDomainNotFound)
	k.refused(k.upload(name, "mine", "certificate", key), types.InvalidSSLPub)
	k.refused(k.upload(name, "mine", text, newKey(t)), types.CertificateMissMatch)
	_, err := k.SetCdnDomainSSLCertificate(k.ctx, &types.SetCdnDomainSSLCertificateRequest{
		DomainName: name, SSLProtocol: types.SwitchOn, CertType: types.CertTypeUpload, SSLPub: text, SSLPri: "key",
	})
	k.refused(err, types.InvalidSSLPri)
	assert.Empty(t, k.kept(types.DescribeCdnSSLCertificateListRequest{}), "what is refused is not stored")

	require.NoError(t, k.upload(name, "mine", text, key))
	k.refused(k.upload(name, "mine", text, key), types.CertificateDuplicated)
	k.refused(k.upload(name, "mine", certificate(t, key, name), key), types.CertificateDuplicated)
	k.refused(k.upload(name, "another", text, key), types.CertificateContentDuplicated)
	require.NoError(t, k.upload(name, "", text, key))
	kept := k.kept(types.DescribeCdnSSLCertificateListRequest{})
	require.Len(t, kept, 2, "without a name it is stored twice")
	assert.Regexp(t, `^cert-\d+$`, kept[1].CertName)

	k.refused(k.take(name, "1", ""), types.CertificateNotFind)
	k.refused(k.take(name, kept[0].CertId, types.CertRegionApSoutheast1), types.CertificateNotFind)
	_, err = k.StopCdnDomain(k.ctx, &types.StopCdnDomainRequest{DomainName: "off.example.com"})
	require.NoError(t, err)
	k.refused(k.take("off.example.com", kept[0].CertId, ""), types.InvalidDomainOffline)
	_, err = k.DescribeCdnCertificateDetailById(k.ctx, &types.DescribeCdnCertificateDetailByIdRequest{CertId: "1"})
	k.refused(err, types.InvalidCertIdNotFound)
	_, err = k.DescribeCdnCertificateDetail(k.ctx, &types.DescribeCdnCertificateDetailRequest{CertName: "none"})
	k.refused(err, types.CertificateNotFind)

	k.clock.Advance(90 * day)
	k.refused(k.take(name, kept[0].CertId, ""), types.CertificateExpired)
	k.refused(k.upload(name, "late", text, key), types.CertificateExpired)
}

// What the client refuses by itself is refused by the endpoint, too.
func TestSSLCertificateMissingParameters(t *testing.T) {
	t.Parallel()
	c := newCaller(t, cdntest.WithDomains("www.example.com"))
	key := newKey(t)
	text := certificate(t, key, "www.example.com")
	set := func(code string, pairs ...string) {
		t.Helper()
		c.refused(400, code, "SetCdnDomainSSLCertificate", append([]string{"DomainName", "www.example.com", "SSLProtocol", "on"}, pairs...)...)
	}
	set("SSLPub.MissingParameter", "CertType", "upload", "SSLPri", "key")
	set("SSLPri.MissingParameter", "CertType", "upload", "SSLPub", text)
	set("SetDomainCertificate.ParameterError", "CertType", "cas")
	set("InvalidSSLProtocol.ValueNotSupported", "SSLProtocol", "maybe")
	c.refused(400, "Decode.Error", "DescribeCdnDomainByCertificate", "SSLPub", text)
	c.refused(400, "Certificate.FormatError", "DescribeCdnDomainByCertificate", "SSLPub", "bm9uZQ==")
}

func TestOneStoreForOldAndNewActions(t *testing.T) {
	t.Parallel()
	k := newKeeper(t, cdntest.WithDomains("a.example.com", "b.example.com"))
	key := newKey(t)
	text := certificate(t, key, "*.example.com")
	_, err := k.SetDomainServerCertificate(k.ctx, &types.SetDomainServerCertificateRequest{
		DomainName: "a.example.com", ServerCertificateStatus: types.SwitchOn, CertName: "mine", ServerCertificate: text, PrivateKey: keyPEM(t, key),
	})
	require.NoError(t, err)
	kept := k.kept(types.DescribeCdnSSLCertificateListRequest{})
	require.Len(t, kept, 1)
	require.NoError(t, k.take("b.example.com", kept[0].CertId, kept[0].CertRegion))
	assert.Equal(t, k.info("a.example.com").CertId, k.info("b.example.com").CertId)
	old, err := k.DescribeCdnCertificateList(k.ctx, nil)
	require.NoError(t, err)
	assert.Equal(t, kept[0].CertId, old.CertificateListModel.CertList[0].CertId)
}

func TestStoredCertificates(t *testing.T) {
	t.Parallel()
	key := newKey(t)
	given := cdntest.StoredCertificate{
		CertName: "abroad", CertRegion: types.CertRegionApSoutheast1, ServerCertificate: certificate(t, key, "www.example.com"),
	}
	k := newKeeper(t, cdntest.WithDomains("www.example.com", "www.example.org"), cdntest.WithCertificates(
		given, cdntest.StoredCertificate{CertName: "at home", ServerCertificate: certificate(t, key, "www.example.org")},
	))
	kept := k.kept(types.DescribeCdnSSLCertificateListRequest{SearchKeyword: "abr"})
	require.Len(t, kept, 1)
	assert.Equal(t, types.CertRegionApSoutheast1, kept[0].CertRegion)
	k.refused(k.take("www.example.com", kept[0].CertId, ""), types.CertificateNotFind)
	require.NoError(t, k.take("www.example.com", kept[0].CertId, kept[0].CertRegion))
	assert.Equal(t, types.CertTypeCas, k.info("www.example.com").CertType)

	assert.Len(t, k.kept(types.DescribeCdnSSLCertificateListRequest{PageSize: 1}), 2, "page by page")
	of := k.kept(types.DescribeCdnSSLCertificateListRequest{DomainName: "www.example.org"})
	require.Len(t, of, 1)
	assert.Equal(t, "at home", of[0].CertName)
	assert.Panics(t, func() { cdntest.NewServer(cdntest.WithCertificates(cdntest.StoredCertificate{CertName: "empty"})) })
}

func TestDomainsByCertificate(t *testing.T) {
	t.Parallel()
	k := newKeeper(t, cdntest.WithDomains("a.example.com", "b.example.com", "x.b.example.com", "example.com", "example.org"))
	key := newKey(t)
	text := certificate(t, key, "*.example.com", "a.example.com")
	require.NoError(t, k.upload("a.example.com", "mine", text, key))
	find := func(exact, status *bool) []string {
		t.Helper()
		resp, err := k.DescribeCdnDomainByCertificate(k.ctx, &types.DescribeCdnDomainByCertificateRequest{
			SSLPub: types.Base64PEM(text), Exact: exact, SSLStatus: status,
		})
		require.NoError(t, err)
		require.Len(t, resp.CertInfos, 1)
		found := resp.CertInfos[0]
		assert.Equal(t, types.CertKeyTypeECDSA, found.CertType)
		assert.Equal(t, []string{"*.example.com", "a.example.com"}, found.DomainNames.Names())
		assert.False(t, found.CertExpired.Bool())
		assert.Equal(t, newClock().Now().Add(90*day), found.CertExpireTime.Time.UTC())
		return found.DomainList.Names()
	}
	assert.ElementsMatch(t, []string{"a.example.com", "b.example.com"}, find(nil, nil))
	assert.Equal(t, []string{"a.example.com"}, find(new(true), nil))
	assert.Equal(t, []string{"b.example.com"}, find(new(false), nil))
	assert.Equal(t, []string{"a.example.com"}, find(nil, new(true)))
	assert.Equal(t, []string{"b.example.com"}, find(nil, new(false)))
	assert.Empty(t, find(new(true), new(false)))
}

func TestHttpsDomainsAndTheirExpiry(t *testing.T) {
	t.Parallel()
	k := newKeeper(t, cdntest.WithDomains("a.example.com", "b.example.com", "c.example.org"))
	_, err := k.DescribeCdnHttpsDomainList(k.ctx, nil)
	k.refused(err, types.NoHttpsDomain)
	_, err = k.DescribeUserCertificateExpireCount(k.ctx, nil)
	k.refused(err, types.NoHttpsDomain)
	list := func(req types.DescribeCdnHttpsDomainListRequest) map[string]types.HttpsCertStatus {
		t.Helper()
		all, err := alicdn.Collect(k.DescribeCdnHttpsDomainListIter(k.ctx, &req), 0)
		require.NoError(t, err)
		found := make(map[string]types.HttpsCertStatus)
		for _, domain := range all {
			found[domain.DomainName] = domain.CertStatus
			assert.Equal(t, newClock().Now().Add(90*day), domain.CertExpireTime.Time.UTC())
		}
		return found
	}
	assert.Empty(t, list(types.DescribeCdnHttpsDomainListRequest{}), "NoHttpsDomain is no domain")

	key := newKey(t)
	for i, domain := range []string{"a.example.com", "b.example.com", "c.example.org"} {
		require.NoError(t, k.upload(domain, "cert "+string(rune('1'+i)), certificate(t, key, "*.example.com"), key))
	}
	counts := func() [2]types.Int {
		t.Helper()
		resp, err := k.DescribeUserCertificateExpireCount(k.ctx, nil)
		require.NoError(t, err)
		return [2]types.Int{resp.ExpireWithin30DaysCount, resp.ExpiredCount}
	}
	is := func(status types.HttpsCertStatus) map[string]types.HttpsCertStatus {
		return map[string]types.HttpsCertStatus{"a.example.com": status, "b.example.com": status, "c.example.org": types.HttpsCertStatusMismatch}
	}
	assert.Equal(t, is(types.HttpsCertStatusOk), list(types.DescribeCdnHttpsDomainListRequest{}))
	assert.Equal(t, [2]types.Int{0, 0}, counts())
	k.clock.Advance(60*day + time.Second)
	assert.Equal(t, is(types.HttpsCertStatusExpireSoon), list(types.DescribeCdnHttpsDomainListRequest{PageSize: 2}))
	assert.Equal(t, [2]types.Int{3, 0}, counts())
	k.clock.Advance(30 * day)
	assert.Equal(t, is(types.HttpsCertStatusExpired), list(types.DescribeCdnHttpsDomainListRequest{PageSize: 1}))
	assert.Equal(t, [2]types.Int{0, 3}, counts())

	assert.Len(t, list(types.DescribeCdnHttpsDomainListRequest{Keyword: "example.com"}), 2)
	assert.Len(t, list(types.DescribeCdnHttpsDomainListRequest{Keyword: "cert 3"}), 1)
}

// signed is the certificate for a signing request, by a CA.
func signed(t *testing.T, csr string) string {
	t.Helper()
	block, _ := pem.Decode([]byte(csr))
	require.NotNil(t, block)
	request, err := x509.ParseCertificateRequest(block.Bytes)
	require.NoError(t, err)
	require.NoError(t, request.CheckSignature())
	template := &x509.Certificate{
		SerialNumber: big.NewInt(1), Subject: request.Subject, DNSNames: request.DNSNames,
		NotBefore: newClock().Now(), NotAfter: newClock().Now().Add(90 * day),
	}
	der, err := x509.CreateCertificate(rand.Reader, template, template, request.PublicKey, newKey(t))
	require.NoError(t, err)
	return string(pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: der}))
}

func TestSigningRequest(t *testing.T) {
	t.Parallel()
	k := newKeeper(t, cdntest.WithDomains("www.example.com", "www.example.org"))
	req := types.CreateCdnCertificateSigningRequestRequest{CommonName: "example.com", SANs: []string{"*.example.com"}, Country: "DE"}
	first, err := k.CreateCdnCertificateSigningRequest(k.ctx, &req)
	require.NoError(t, err)
	second, err := k.CreateCdnCertificateSigningRequest(k.ctx, &req)
	require.NoError(t, err)
	assert.NotEqual(t, first.PubMd5, second.PubMd5, "each call makes a key pair")
	again, err := newKeeper(t).CreateCdnCertificateSigningRequest(k.ctx, &req)
	require.NoError(t, err)
	assert.Equal(t, first.Csr, again.Csr, "the same seed, the same key")
	block, _ := pem.Decode([]byte(first.Csr))
	request, err := x509.ParseCertificateRequest(block.Bytes)
	require.NoError(t, err)
	assert.Equal(t, "CN=example.com,OU=Aliyun CDN,O=Alibaba Inc,L=Hangzhou,ST=Zhejiang,C=DE", request.Subject.String())
	assert.Equal(t, []string{"example.com", "*.example.com"}, request.DNSNames)

	set := func(domain, text string) error {
		_, err := k.SetCdnDomainCSRCertificate(k.ctx, &types.SetCdnDomainCSRCertificateRequest{DomainName: domain, ServerCertificate: types.Base64PEM(text)})
		return err
	}
	text := signed(t, first.Csr)
	for range 2 {
		require.NoError(t, set("www.example.com", text))
	}
	assert.Equal(t, text, k.info("www.example.com").ServerCertificate)
	assert.Equal(t, types.SwitchOn, k.info("www.example.com").ServerCertificateStatus)
	assert.Len(t, k.kept(types.DescribeCdnSSLCertificateListRequest{}), 1, "a repeat stores nothing more")
	require.NoError(t, set("www.example.com", signed(t, second.Csr)))

	k.refused(set("www.example.org", text), types.CertificateMissMatch)
	k.refused(set("www.example.com", certificate(t, newKey(t), "www.example.com")), types.CertificateNoPrivateKey)
	k.refused(set("www.example.com", first.Csr), types.CertificateFormatError)
	k.refused(set("www.example.com", "not Base64"), types.CertificateDecodeError)
	c := newCaller(t)
	c.refused(400, "InvalidValue.Malformed", "CreateCdnCertificateSigningRequest", "CommonName", "example.com", "Country", "Germany")
}

func TestSMCertificates(t *testing.T) {
	t.Parallel()
	k := newKeeper(t, cdntest.WithDomains("www.example.com", "www.example.org"), cdntest.WithDurations(cdntest.DefaultDurations()),
		cdntest.WithCertificates(cdntest.StoredCertificate{CertName: "sm", SMNames: []string{"example.com", "*.example.com"}}))
	list := func(domain string) *types.DescribeCdnSMCertificateListResponse {
		t.Helper()
		resp, err := k.DescribeCdnSMCertificateList(k.ctx, &types.DescribeCdnSMCertificateListRequest{DomainName: domain})
		require.NoError(t, err)
		assert.EqualValues(t, len(resp.CertificateListModel.CertList), resp.CertificateListModel.Count)
		return resp
	}
	assert.Empty(t, list("www.example.org").CertificateListModel.CertList)
	cert := list("www.example.com").CertificateListModel.CertList[0]
	assert.Regexp(t, `^\d+-cn-hangzhou$`, cert.CertIdentifier)
	detail, err := k.DescribeCdnSMCertificateDetail(k.ctx, &types.DescribeCdnSMCertificateDetailRequest{CertIdentifier: cert.CertIdentifier})
	require.NoError(t, err)
	assert.Equal(t, "sm", detail.CertName)
	assert.Equal(t, newClock().Now().AddDate(1, 0, 0), detail.CertExpireTime.Time.UTC())
	assert.NotEqual(t, detail.SignCertificate, detail.EncryptCertificate)

	set := func(domain, identifier string) error {
		_, err := k.SetCdnDomainSMCertificate(k.ctx, &types.SetCdnDomainSMCertificateRequest{
			DomainName: domain, CertIdentifier: identifier, SSLProtocol: types.SwitchOn,
		})
		return err
	}
	k.refused(set("www.example.com", "1-cn-hangzhou"), types.InvalidCertIdentifierValueNotSupported)
	_, err = k.DescribeCdnSMCertificateDetail(k.ctx, &types.DescribeCdnSMCertificateDetailRequest{CertIdentifier: "1-cn-hangzhou"})
	k.refused(err, types.InvalidCertIdentifierValueNotSupported)
	require.NoError(t, set("www.example.com", cert.CertIdentifier))
	domain, err := k.DescribeCdnDomainDetail(k.ctx, &types.DescribeCdnDomainDetailRequest{DomainName: "www.example.com"})
	require.NoError(t, err)
	assert.Equal(t, types.DomainStatusConfiguring, domain.GetDomainDetailModel.DomainStatus)
}

func TestRequestHeader(t *testing.T) {
	t.Parallel()
	k := newKeeper(t, cdntest.WithDomains("a.example.com", "b.example.com"))
	set := func(key, value string, id types.ID, domains ...string) error {
		_, err := k.SetReqHeaderConfig(k.ctx, &types.SetReqHeaderConfigRequest{DomainName: domains, Key: key, Value: value, ConfigId: id})
		return err
	}
	headers := func(domain string) (found []types.DomainConfig) {
		t.Helper()
		resp, err := k.DescribeCdnDomainConfigs(k.ctx, &types.DescribeCdnDomainConfigsRequest{
			DomainName: domain, FunctionNames: []string{string(types.FunctionSetReqHeader)},
		})
		require.NoError(t, err)
		return resp.DomainConfigs
	}
	require.NoError(t, set("X-Token", "one", "", "a.example.com", "b.example.com"))
	require.NoError(t, set("X-Token", "two", "", "a.example.com"))
	assert.Len(t, headers("a.example.com"), 2, "a repeat adds another record")
	require.Len(t, headers("b.example.com"), 1)
	record := headers("b.example.com")[0]
	require.NoError(t, set("X-Token", "three", record.ConfigId, "b.example.com"))
	changed := headers("b.example.com")
	require.Len(t, changed, 1)
	header := alicdn.ConfigOf(changed[0]).(types.SetReqHeader)
	assert.Equal(t, []string{"X-Token", "three"}, []string{header.Key, header.Value})

	k.refused(set("X-Token", "x", record.ConfigId, "a.example.com"), types.ConfigNotFoundNoDot)
	k.refused(set("X Token", "x", "", "a.example.com"), types.InvalidKeyMalformed)
	k.refused(set("X-Token", "a\nb", "", "a.example.com"), types.InvalidValueMalformed)
	k.refused(set("host", "x", "", "a.example.com"), types.InvalidHeaderKeyValueNotSupported)
	k.refused(set("X-Token", "x", "", "a.example.com", "other.example.com"), types.InvalidDomainNotFound)
}

// Every answer has the names of the recorded one.
func TestCertificateShapes(t *testing.T) {
	t.Parallel()
	c := newCaller(t, cdntest.WithDomains("www.example.com"), cdntest.WithDurations(cdntest.Durations{}),
		cdntest.WithCertificates(cdntest.StoredCertificate{CertName: "sm", SMNames: []string{"www.example.com"}}))
	key := newKey(t)
	text := certificate(t, key, "www.example.com")
	c.ok("SetCdnDomainSSLCertificate", "DomainName", "www.example.com", "SSLProtocol", "on", "CertName", "mine", "SSLPub", text, "SSLPri", keyPEM(t, key))
	id := c.ok("DescribeDomainCertificateInfo", "DomainName", "www.example.com").at("CertInfos.CertInfo.0.CertId").(string)
	sm := c.ok("DescribeCdnSMCertificateList", "DomainName", "www.example.com").at("CertificateListModel.CertList.Cert.0.CertIdentifier").(string)
	for action, pairs := range map[string][]string{
		"CreateCdnCertificateSigningRequest": {"CommonName", "example.com", "Email", "web@example.com"},
		"DescribeCdnCertificateDetail":       {"CertName", "mine"},
		"DescribeCdnCertificateDetailById":   {"CertId", id},
		"DescribeCertificateInfoByID":        {"CertId", id},
		"DescribeCdnDomainByCertificate":     {"SSLPub", base64.StdEncoding.EncodeToString([]byte(text))},
		"DescribeCdnHttpsDomainList":         nil,
		"DescribeCdnSSLCertificateList":      nil,
		"DescribeCdnSMCertificateDetail":     {"CertIdentifier", sm},
		"DescribeCdnSMCertificateList":       {"DomainName", "www.example.com"},
		"DescribeUserCertificateExpireCount": nil,
	} {
		assertShape(t, action, c.ok(action, pairs...))
	}
}
