package alicdn

import "github.com/alicdn/alicdn-go/types"

const examplePEM = "-----BEGIN CERTIFICATE-----\nMIIB+example/certificate=\n-----END CERTIFICATE-----"

// certificatesRequests are requests of the newer actions of certificates with
// every field set. SetCdnDomainSSLCertificate switches off, since no other
// request may have all parameters.
var certificatesRequests = map[string]any{
	"SetCdnDomainSSLCertificate": &types.SetCdnDomainSSLCertificateRequest{
		DomainName:  "example.com",
		SSLProtocol: types.SwitchOff,
		CertType:    types.CertTypeUpload,
		CertName:    "example certificate",
		CertId:      "8643264",
		CertRegion:  types.CertRegionApSoutheast1,
		SSLPub:      examplePEM,
		SSLPri:      "example of a private key",
	},
	"SetCdnDomainCSRCertificate": &types.SetCdnDomainCSRCertificateRequest{DomainName: "example.com", ServerCertificate: examplePEM},
	"SetCdnDomainSMCertificate": &types.SetCdnDomainSMCertificateRequest{
		DomainName: "example.com", CertIdentifier: "123-cn-hangzhou", SSLProtocol: types.SwitchOn,
	},
	"CreateCdnCertificateSigningRequest": &types.CreateCdnCertificateSigningRequestRequest{
		CommonName:       "example.com",
		SANs:             []string{"*.example.com", "example.net"},
		Country:          "DE",
		State:            "Berlin",
		City:             "Berlin",
		Organization:     "Example & Co",
		OrganizationUnit: "Web",
		Email:            "web@example.com",
	},
	"DescribeCdnCertificateDetail":     &types.DescribeCdnCertificateDetailRequest{CertName: "example certificate"},
	"DescribeCdnCertificateDetailById": &types.DescribeCdnCertificateDetailByIdRequest{CertId: "8643264", CertRegion: types.CertRegionApSoutheast1},
	"DescribeCertificateInfoByID":      &types.DescribeCertificateInfoByIDRequest{CertId: "8643264"},
	"DescribeCdnDomainByCertificate": &types.DescribeCdnDomainByCertificateRequest{
		SSLPub: examplePEM, Exact: new(true), SSLStatus: new(false),
	},
	"DescribeCdnHttpsDomainList": &types.DescribeCdnHttpsDomainListRequest{PageNumber: 2, PageSize: 50, Keyword: "com"},
	"DescribeCdnSSLCertificateList": &types.DescribeCdnSSLCertificateListRequest{
		DomainName: "example.com", SearchKeyword: "cert", PageNumber: 2, PageSize: 100,
	},
	"DescribeCdnSMCertificateDetail":     &types.DescribeCdnSMCertificateDetailRequest{CertIdentifier: "123-cn-hangzhou"},
	"DescribeCdnSMCertificateList":       &types.DescribeCdnSMCertificateListRequest{DomainName: "example.com"},
	"DescribeUserCertificateExpireCount": &types.DescribeUserCertificateExpireCountRequest{},
	"SetReqHeaderConfig": &types.SetReqHeaderConfigRequest{
		DomainName: []string{"a.example.com", "b.example.com"}, Key: "Authorization", Value: "Bearer example", ConfigId: "222728944812032",
	},
}
