package peers_test

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/base64"
	"encoding/pem"
	"math/big"
	"net/http"
	"testing"
	"time"

	"github.com/aliyun/alibaba-cloud-sdk-go/sdk/requests"
	"github.com/aliyun/alibaba-cloud-sdk-go/services/cdn"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/alicdn/alicdn-go"
	"github.com/alicdn/alicdn-go/cdntest"
	"github.com/alicdn/alicdn-go/types"
)

// integer writes an ID as a parameter.
func integer(id types.ID) requests.Integer { return requests.Integer(id) }

func TestOfficialCertificates(t *testing.T) {
	t.Parallel()
	start := time.Now().AddDate(0, -2, -20) // they expire within two weeks
	certificate, key := newCertificate(t, start, www)
	stored, _ := newCertificate(t, start, img)
	tw := newTwins(t, cdntest.WithDomains(www, img), cdntest.WithCertificates(cdntest.StoredCertificate{
		CertName: "stored", CertRegion: types.CertRegionApSoutheast1, ServerCertificate: stored,
	}))
	compare(tw, (*cdn.Client).SetCdnDomainSSLCertificate, cdn.CreateSetCdnDomainSSLCertificateRequest(), params{
		"DomainName":  www,
		"SSLProtocol": "on",
		"CertType":    "upload",
		"CertName":    "证书 a+b",
		"SSLPub":      certificate,
		"SSLPri":      key,
	}, (*alicdn.Client).SetCdnDomainSSLCertificate, &types.SetCdnDomainSSLCertificateRequest{
		DomainName:  www,
		SSLProtocol: types.SwitchOn,
		CertType:    types.CertTypeUpload,
		CertName:    "证书 a+b",
		SSLPub:      certificate,
		SSLPri:      key,
	})
	list := compareRaw(tw, "DescribeCdnSSLCertificateList", http.MethodPost, params{
		"DomainName": img, "SearchKeyword": "tore", "PageNumber": "1", "PageSize": "10",
	}, (*alicdn.Client).DescribeCdnSSLCertificateList, &types.DescribeCdnSSLCertificateListRequest{
		DomainName: img, SearchKeyword: "tore", PageNumber: 1, PageSize: 10,
	})
	require.Len(t, list.CertificateListModel.CertList, 1)
	id := list.CertificateListModel.CertList[0].CertId
	tw.wait()
	compare(tw, (*cdn.Client).SetCdnDomainSSLCertificate, cdn.CreateSetCdnDomainSSLCertificateRequest(), params{
		"DomainName":  img,
		"SSLProtocol": "on",
		"CertType":    "cas",
		"CertId":      integer(id),
		"CertRegion":  "ap-southeast-1",
	}, (*alicdn.Client).SetCdnDomainSSLCertificate, &types.SetCdnDomainSSLCertificateRequest{
		DomainName:  img,
		SSLProtocol: types.SwitchOn,
		CertType:    types.CertTypeCas,
		CertId:      id,
		CertRegion:  types.CertRegionApSoutheast1,
	})
	tw.wait()

	compare(tw, (*cdn.Client).DescribeCdnCertificateDetail, cdn.CreateDescribeCdnCertificateDetailRequest(), params{
		"CertName": "证书 a+b",
	}, (*alicdn.Client).DescribeCdnCertificateDetail, &types.DescribeCdnCertificateDetailRequest{CertName: "证书 a+b"})
	compareRaw(tw, "DescribeCdnCertificateDetailById", http.MethodPost, params{
		"CertId": string(id), "CertRegion": "ap-southeast-1",
	}, (*alicdn.Client).DescribeCdnCertificateDetailById, &types.DescribeCdnCertificateDetailByIdRequest{
		CertId: id, CertRegion: types.CertRegionApSoutheast1,
	})
	info := compare(tw, (*cdn.Client).DescribeCertificateInfoByID, cdn.CreateDescribeCertificateInfoByIDRequest(), params{
		"CertId": string(id),
	}, (*alicdn.Client).DescribeCertificateInfoByID, &types.DescribeCertificateInfoByIDRequest{CertId: id})
	require.Len(t, info.CertInfos, 1)
	fitting := compare(tw, (*cdn.Client).DescribeCdnDomainByCertificate, cdn.CreateDescribeCdnDomainByCertificateRequest(), params{
		"SSLPub":    base64.StdEncoding.EncodeToString([]byte(certificate)),
		"SSLStatus": requests.NewBoolean(true),
	}, (*alicdn.Client).DescribeCdnDomainByCertificate, &types.DescribeCdnDomainByCertificateRequest{
		SSLPub:    types.Base64PEM(certificate),
		SSLStatus: new(true),
	})
	assert.Equal(t, []string{www}, fitting.CertInfos[0].DomainList.Names())
	https := compare(tw, (*cdn.Client).DescribeCdnHttpsDomainList, cdn.CreateDescribeCdnHttpsDomainListRequest(), params{
		"PageNumber": requests.NewInteger(1),
		"PageSize":   requests.NewInteger(10),
		"Keyword":    "example",
	}, (*alicdn.Client).DescribeCdnHttpsDomainList, &types.DescribeCdnHttpsDomainListRequest{
		PageNumber: 1,
		PageSize:   10,
		Keyword:    "example",
	})
	require.Len(t, https.CertInfos, 2)
	expiring := compare(tw, (*cdn.Client).DescribeUserCertificateExpireCount, cdn.CreateDescribeUserCertificateExpireCountRequest(), nil,
		(*alicdn.Client).DescribeUserCertificateExpireCount, nil)
	assert.EqualValues(t, 2, expiring.ExpireWithin30DaysCount)
	compare(tw, (*cdn.Client).SetCdnDomainSSLCertificate, cdn.CreateSetCdnDomainSSLCertificateRequest(), params{
		"DomainName":  www,
		"SSLProtocol": "off",
	}, (*alicdn.Client).SetCdnDomainSSLCertificate, &types.SetCdnDomainSSLCertificateRequest{DomainName: www, SSLProtocol: types.SwitchOff})
}

// issue lets a CA sign a request.
func issue(t *testing.T, request string, start time.Time) string {
	t.Helper()
	block, _ := pem.Decode([]byte(request))
	require.NotNil(t, block)
	asked, err := x509.ParseCertificateRequest(block.Bytes)
	require.NoError(t, err)
	authority, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	require.NoError(t, err)
	parent := &x509.Certificate{Subject: pkix.Name{CommonName: "Example CA"}}
	template := &x509.Certificate{
		SerialNumber: big.NewInt(2),
		Subject:      asked.Subject,
		NotBefore:    start,
		NotAfter:     start.AddDate(0, 3, 0),
		DNSNames:     asked.DNSNames,
	}
	certificate, err := x509.CreateCertificate(rand.Reader, template, parent, asked.PublicKey, authority)
	require.NoError(t, err)
	return string(pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: certificate}))
}

func TestOfficialSigningRequest(t *testing.T) {
	t.Parallel()
	tw := newTwins(t, cdntest.WithDomains(www))
	made := compare(tw, (*cdn.Client).CreateCdnCertificateSigningRequest, cdn.CreateCreateCdnCertificateSigningRequestRequest(), params{
		"CommonName":       www,
		"SANs":             "www.example.net,*.example.org",
		"Country":          "DE",
		"State":            "Baden-Württemberg",
		"City":             "Köln + Bonn",
		"Organization":     "Example & Söhne",
		"OrganizationUnit": "R&D",
		"Email":            "cdn+ca@example.com",
	}, (*alicdn.Client).CreateCdnCertificateSigningRequest, &types.CreateCdnCertificateSigningRequestRequest{
		CommonName:       www,
		SANs:             []string{"www.example.net", "*.example.org"},
		Country:          "DE",
		State:            "Baden-Württemberg",
		City:             "Köln + Bonn",
		Organization:     "Example & Söhne",
		OrganizationUnit: "R&D",
		Email:            "cdn+ca@example.com",
	})
	certificate := issue(t, made.Csr, tw.clock.Now())
	compare(tw, (*cdn.Client).SetCdnDomainCSRCertificate, cdn.CreateSetCdnDomainCSRCertificateRequest(), params{
		"DomainName":        www,
		"ServerCertificate": base64.StdEncoding.EncodeToString([]byte(certificate)),
	}, (*alicdn.Client).SetCdnDomainCSRCertificate, &types.SetCdnDomainCSRCertificateRequest{
		DomainName:        www,
		ServerCertificate: types.Base64PEM(certificate),
	})
}

func TestOfficialSMCertificates(t *testing.T) {
	t.Parallel()
	tw := newTwins(t, cdntest.WithDomains(www), cdntest.WithCertificates(cdntest.StoredCertificate{
		CertName: "国密", SMNames: []string{www, "*.example.org"},
	}))
	list := compare(tw, (*cdn.Client).DescribeCdnSMCertificateList, cdn.CreateDescribeCdnSMCertificateListRequest(), params{
		"DomainName": www,
	}, (*alicdn.Client).DescribeCdnSMCertificateList, &types.DescribeCdnSMCertificateListRequest{DomainName: www})
	require.Len(t, list.CertificateListModel.CertList, 1)
	id := list.CertificateListModel.CertList[0].CertIdentifier
	compare(tw, (*cdn.Client).DescribeCdnSMCertificateDetail, cdn.CreateDescribeCdnSMCertificateDetailRequest(), params{
		"CertIdentifier": id,
	}, (*alicdn.Client).DescribeCdnSMCertificateDetail, &types.DescribeCdnSMCertificateDetailRequest{CertIdentifier: id})
	compare(tw, (*cdn.Client).SetCdnDomainSMCertificate, cdn.CreateSetCdnDomainSMCertificateRequest(), params{
		"DomainName":     www,
		"CertIdentifier": id,
		"SSLProtocol":    "on",
	}, (*alicdn.Client).SetCdnDomainSMCertificate, &types.SetCdnDomainSMCertificateRequest{
		DomainName:     www,
		CertIdentifier: id,
		SSLProtocol:    types.SwitchOn,
	})
}

func TestOfficialRequestHeader(t *testing.T) {
	t.Parallel()
	tw := newTwins(t, cdntest.WithDomains(www, img))
	compare(tw, (*cdn.Client).SetReqHeaderConfig, cdn.CreateSetReqHeaderConfigRequest(), params{
		"DomainName": www + "," + img,
		"Key":        "Authorization",
		"Value":      "Bearer a+b/c==",
	}, (*alicdn.Client).SetReqHeaderConfig, &types.SetReqHeaderConfigRequest{
		DomainName: []string{www, img},
		Key:        "Authorization",
		Value:      "Bearer a+b/c==",
	})
	tw.wait()
	set := compare(tw, (*cdn.Client).DescribeCdnDomainConfigs, cdn.CreateDescribeCdnDomainConfigsRequest(), params{
		"DomainName": www,
	}, (*alicdn.Client).DescribeCdnDomainConfigs, &types.DescribeCdnDomainConfigsRequest{DomainName: www})
	require.Len(t, set.DomainConfigs, 1)
	id := set.DomainConfigs[0].ConfigId
	compare(tw, (*cdn.Client).SetReqHeaderConfig, cdn.CreateSetReqHeaderConfigRequest(), params{
		"DomainName": www,
		"Key":        "Authorization",
		"Value":      "Bearer 2",
		"ConfigId":   integer(id),
	}, (*alicdn.Client).SetReqHeaderConfig, &types.SetReqHeaderConfigRequest{
		DomainName: []string{www},
		Key:        "Authorization",
		Value:      "Bearer 2",
		ConfigId:   id,
	})
}
