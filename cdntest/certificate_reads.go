package cdntest

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/go-json-experiment/json"

	"github.com/alicdn/alicdn-go/types"
)

func describeCdnCertificateDetail(s *state, c *call) (object, *fault) {
	cert := s.certificates.named(c.get("CertName"))
	if cert == nil {
		return nil, c.fault(types.CertificateNotFind)
	}
	return cert.detail(), nil
}

func describeCdnCertificateDetailByID(s *state, c *call) (object, *fault) {
	cert := s.certificates.numbered(c.get("CertId"), c.get("CertRegion"))
	if cert == nil {
		return nil, c.fault(types.InvalidCertIdNotFound)
	}
	return cert.detail(), nil
}

func (cert *certificate) detail() object {
	key := ""
	if leaf, code := parseCertificate(cert.pem); code == "" {
		key = publicSum(leaf.PublicKey)
	}
	return object{"CertId": cert.id, "CertName": cert.name, "Cert": cert.pem, "Key": key}
}

// describeCertificateInfoByID knows the certificates that are served.
func describeCertificateInfoByID(s *state, c *call) (object, *fault) {
	var cert *certificate
	domains := []string{}
	for _, d := range s.httpsDomains() {
		if strconv.FormatInt(d.certificate.id, 10) == c.get("CertId") {
			cert, domains = d.certificate, append(domains, d.name)
		}
	}
	if cert == nil {
		return nil, c.fault(types.CertNotExisted)
	}
	const layout = "2006-01-02 15:04:05 -0700 MST"
	return object{"CertInfos": object{"CertInfo": []object{{
		"CertId":         strconv.FormatInt(cert.id, 10),
		"CertName":       cert.name,
		"CertType":       cert.kind,
		"CreateTime":     cert.start.UTC().Format(layout),
		"CertExpireTime": cert.end.UTC().Format(layout),
		"DomainList":     string(must(json.Marshal(domains))),
		"HttpsCrt":       cert.pem,
	}}}}, nil
}

// describeCdnDomainByCertificate takes Exact false for what the Chinese
// documents say: without the domains that are names of the certificate.
func describeCdnDomainByCertificate(s *state, c *call) (object, *fault) {
	text, no := c.base64Text("SSLPub", types.DecodeError)
	if no != nil {
		return nil, no
	}
	leaf, code := parseCertificate(text)
	if code != "" {
		return nil, c.fault(types.CertificateFormatError)
	}
	cert := newCertificate(0, "", kindUpload, text, leaf, c.now)
	var fitting []string
	for _, d := range s.sorted() {
		isExact := slices.Contains(cert.names, d.name)
		if cert.validFor(d.name) && c.accepts("Exact", isExact) && c.accepts("SSLStatus", d.https) {
			fitting = append(fitting, d.name)
		}
	}
	const layout = "Jan _2 15:04:05 2006 GMT"
	isOver, _ := cert.expiry(c.now)
	return object{"CertInfos": object{"CertInfo": []object{{
		"CertSubjectCommonName": cert.common,
		"Issuer":                cert.issuedBy,
		"CertType":              cert.algorithm,
		"CertStartTime":         cert.start.UTC().Format(layout),
		"CertExpireTime":        cert.end.UTC().Format(layout),
		"CertExpired":           yesNo(isOver),
		"CertCaIsLegacy":        yesNo(false),
		"DomainNames":           strings.Join(cert.names, ","),
		"DomainList":            strings.Join(fitting, ","),
	}}}}, nil
}

// accepts reports whether a parameter that is a switch is not sent or on like
// this.
func (c *call) accepts(name string, is bool) bool {
	wanted := c.get(name)
	return wanted == "" || strings.EqualFold(wanted, strconv.FormatBool(is))
}

func yesNo(is bool) string {
	if is {
		return "yes"
	}
	return "no"
}

// httpsDomains returns the domains that serve a certificate, by name.
func (s *state) httpsDomains() []*domain {
	all := slices.DeleteFunc(s.sorted(), func(d *domain) bool { return !d.https || d.certificate == nil })
	slices.SortFunc(all, func(a, b *domain) int { return cmp.Compare(a.name, b.name) })
	return all
}

func describeCdnHTTPSDomainList(s *state, c *call) (object, *fault) {
	all := s.httpsDomains()
	if len(all) == 0 {
		return nil, c.fault(types.NoHttpsDomain)
	}
	word := c.get("Keyword")
	found := slices.DeleteFunc(all, func(d *domain) bool {
		return !strings.Contains(d.name, word) && !strings.Contains(d.certificate.name, word)
	})
	listed := []object{}
	for _, d := range pageOf(found, c.int("PageNumber", 1), c.int("PageSize", 20)) {
		cert := d.certificate
		listed = append(listed, object{
			"DomainName":     d.name,
			"CertName":       cert.name,
			"CertCommonName": cert.common,
			"CertStatus":     d.certificateStatus(c.now),
			"CertType":       cert.kind,
			"CertStartTime":  cert.start.UTC().Format(time.DateTime),
			"CertExpireTime": cert.end.UTC().Format(time.DateTime),
			"CertUpdateTime": cert.updated.UTC().Format(time.DateTime),
		})
	}
	return object{"TotalCount": len(found), "CertInfos": object{"CertInfo": listed}}, nil
}

// certificateStatus is how the certificate of a domain is.
func (d *domain) certificateStatus(now time.Time) types.HttpsCertStatus {
	isOver, isSoon := d.certificate.expiry(now)
	switch {
	case !d.certificate.validFor(d.name):
		return types.HttpsCertStatusMismatch
	case isOver:
		return types.HttpsCertStatusExpired
	case isSoon:
		return types.HttpsCertStatusExpireSoon
	default:
		return types.HttpsCertStatusOk
	}
}

func describeUserCertificateExpireCount(s *state, c *call) (object, *fault) {
	all := s.httpsDomains()
	if len(all) == 0 {
		return nil, c.fault(types.NoHttpsDomain)
	}
	expired, expiring := 0, 0
	for _, d := range all {
		switch isOver, isSoon := d.certificate.expiry(c.now); {
		case isOver:
			expired++
		case isSoon:
			expiring++
		}
	}
	return object{"ExpiredCount": expired, "ExpireWithin30DaysCount": expiring}, nil
}

// describeCdnSSLCertificateList refuses a list that would be empty.
func describeCdnSSLCertificateList(s *state, c *call) (object, *fault) {
	domain, word := c.get("DomainName"), c.get("SearchKeyword")
	found := slices.DeleteFunc(s.certificates.sorted(), func(cert *certificate) bool {
		return domain != "" && !cert.validFor(domain) || !strings.Contains(cert.name, word)
	})
	if len(found) == 0 {
		return nil, c.fault(types.NotFoundCertList)
	}
	number, size := c.int("PageNumber", 1), c.int("PageSize", 1000)
	listed := []object{}
	for _, cert := range pageOf(found, number, size) {
		listed = append(listed, object{
			"CertId":      cert.id,
			"CertName":    cert.name,
			"CertRegion":  cert.region,
			"Common":      cert.common,
			"Fingerprint": strings.ToLower(cert.fingerprint),
			"Issuer":      cert.issuer,
			"LastTime":    cert.updated.Unix(),
		})
	}
	return object{"CertificateListModel": object{
		"Count":      len(found),
		"PageNumber": number,
		"PageSize":   size,
		"CertList":   object{"Cert": listed},
	}}, nil
}
