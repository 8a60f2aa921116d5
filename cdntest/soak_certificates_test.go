package cdntest_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/alicdn/alicdn-go"
	"github.com/alicdn/alicdn-go/cdntest"
	"github.com/alicdn/alicdn-go/types"
)

// soakSM is the SM certificate that both servers start with.
var soakSM = cdntest.StoredCertificate{CertName: "steady SM", SMNames: []string{steadyTwo}}

// certificateTrials are trials of the newer actions of certificates. The steady
// certificate is that of the pair; what it is known by is asked of the server that
// nobody disturbs.
func certificateTrials(t *testing.T, quiet *alicdn.Client, steadyPair, busy pair, csrCertificate string) []trial {
	t.Helper()
	type c = alicdn.Client
	ctx := t.Context()
	kept, err := quiet.DescribeCdnSSLCertificateList(ctx, nil)
	require.NoError(t, err)
	sm, err := quiet.DescribeCdnSMCertificateList(ctx, &types.DescribeCdnSMCertificateListRequest{DomainName: steadyTwo})
	require.NoError(t, err)
	id, identifier := kept.CertificateListModel.CertList[0].CertId, sm.CertificateListModel.CertList[0].CertIdentifier
	const word = "steady"
	return []trial{
		changing((*c).SetCdnDomainSSLCertificate,
			func(u *user) types.SetCdnDomainSSLCertificateRequest {
				return types.SetCdnDomainSSLCertificateRequest{
					DomainName: u.busyDomain(), SSLProtocol: types.SwitchOn, CertType: types.CertTypeUpload, SSLPub: busy.certificate, SSLPri: busy.key,
				}
			}, done),
		changing((*c).SetCdnDomainCSRCertificate,
			func(u *user) types.SetCdnDomainCSRCertificateRequest {
				return types.SetCdnDomainCSRCertificateRequest{DomainName: u.busyDomain(), ServerCertificate: types.Base64PEM(csrCertificate)}
			}, done),
		changing((*c).SetCdnDomainSMCertificate,
			func(u *user) types.SetCdnDomainSMCertificateRequest {
				return types.SetCdnDomainSMCertificateRequest{DomainName: u.busyDomain(), CertIdentifier: identifier, SSLProtocol: types.SwitchOn}
			}, done),
		changing((*c).CreateCdnCertificateSigningRequest,
			func(u *user) types.CreateCdnCertificateSigningRequestRequest {
				return types.CreateCdnCertificateSigningRequestRequest{CommonName: u.busyDomain()}
			},
			func(_ *user, req types.CreateCdnCertificateSigningRequestRequest, resp *types.CreateCdnCertificateSigningRequestResponse) bool {
				return resp.CommonName == req.CommonName && resp.Csr != "" && len(resp.PubMd5) == 32
			}),
		steady((*c).DescribeCdnCertificateDetail, types.DescribeCdnCertificateDetailRequest{CertName: word}),
		steady((*c).DescribeCdnCertificateDetailById, types.DescribeCdnCertificateDetailByIdRequest{CertId: id}),
		steady((*c).DescribeCertificateInfoByID, types.DescribeCertificateInfoByIDRequest{CertId: id}),
		steady((*c).DescribeCdnDomainByCertificate, types.DescribeCdnDomainByCertificateRequest{SSLPub: types.Base64PEM(steadyPair.certificate)}),
		steady((*c).DescribeCdnHttpsDomainList, types.DescribeCdnHttpsDomainListRequest{Keyword: word}),
		steady((*c).DescribeCdnSSLCertificateList, types.DescribeCdnSSLCertificateListRequest{SearchKeyword: word}),
		steady((*c).DescribeCdnSMCertificateDetail, types.DescribeCdnSMCertificateDetailRequest{CertIdentifier: identifier}),
		steady((*c).DescribeCdnSMCertificateList, types.DescribeCdnSMCertificateListRequest{DomainName: steadyTwo}),
		changing((*c).DescribeUserCertificateExpireCount,
			func(*user) types.DescribeUserCertificateExpireCountRequest {
				return types.DescribeUserCertificateExpireCountRequest{}
			},
			func(_ *user, _ types.DescribeUserCertificateExpireCountRequest, resp *types.DescribeUserCertificateExpireCountResponse) bool {
				return resp.ExpiredCount == 0 && resp.ExpireWithin30DaysCount <= busyDomains+1
			}),
		changing((*c).SetReqHeaderConfig,
			func(u *user) types.SetReqHeaderConfigRequest {
				return types.SetReqHeaderConfigRequest{DomainName: u.twoBusyDomains(), Key: "X-Soak", Value: u.unique()}
			}, done),
	}
}

// signingRequest lets a server make a key pair, the first one of its seed.
func signingRequest(t *testing.T, server *cdntest.Server) string {
	t.Helper()
	server.Script("CreateCdnCertificateSigningRequest", cdntest.Pass())
	resp, err := server.Client().CreateCdnCertificateSigningRequest(t.Context(), &types.CreateCdnCertificateSigningRequestRequest{
		CommonName: "example.org", SANs: []string{"*.example.org"},
	})
	require.NoError(t, err)
	return resp.Csr
}
