package param

import (
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/alicdn/alicdn-go/types"
)

// domainParams are the parameters that name domains of the account.
var domainParams = map[string]bool{"DomainName": true, "DomainNames": true, "Domain": true, "ResourceId": true}

// noStar: a wildcard domain has a form of its own in this API.
func noStar(name string) rule {
	wrong := func(place string) *Error {
		return &Error{place, "begins with *; a wildcard domain begins with the dot, such as .example.com"}
	}
	return alone(func(value reflect.Value) *Error {
		if value.Kind() == reflect.String {
			if hasStar(value.String()) {
				return wrong(name)
			}
			return nil
		}
		for i := range value.Len() {
			if hasStar(value.Index(i).String()) {
				return wrong(at(name, i))
			}
		}
		return nil
	})
}

// hasStar reports whether one of the domains, of which there may be several in
// one text, begins with a star.
func hasStar(domains string) bool {
	for domain := range strings.SplitSeq(domains, ",") {
		if strings.HasPrefix(strings.TrimSpace(domain), "*") {
			return true
		}
	}
	return false
}

// checkTime: the year has four digits when it is written, in whichever zone.
func checkTime(name string, t types.Time) *Error {
	if year := t.UTC().Year(); 1 < year && year < 9999 {
		return nil
	}
	if text := t.Wire(); len(text) != len("0001-01-01T00:00:00Z") || text < "0001" {
		return &Error{name, "is not in the years 1 to 9999"}
	}
	return nil
}

// checkStructure: structures have the members that they need.
func checkStructure(name string, value any) *Error {
	switch v := value.(type) {
	case types.Repeated:
		return checkList(name, "", v)
	case types.Tags:
		return checkTags(name, v)
	case types.Sources:
		return checkSources(name, v)
	case types.Functions:
		return checkFunctions(name, v)
	case types.Base64PEM:
		return checkPEM(name, string(v))
	case types.SchdmProperty:
		return checkProperty(name, v)
	case types.ReportIds:
		return checkItems(name, v)
	case types.UsageAreas:
		return checkItems(name, v)
	case types.Reports:
		return checkReports(name, v)
	case types.Deliver:
		return checkDeliver(name, v)
	case types.Schedule:
		return checkSchedule(name, v)
	default:
		return nil
	}
}

// checkList: elements of a list are not empty and do not contain what
// separates them.
func checkList(name, separator string, list []string) *Error {
	for i, element := range list {
		switch {
		case element == "":
			return &Error{at(name, i), "is empty"}
		case separator == "":
		case strings.Contains(element, separator), separator == "\n" && strings.Contains(element, "\r"):
			return &Error{at(name, i), fmt.Sprintf("contains %q, which separates the elements", separator)}
		}
	}
	return nil
}

// checkItems is checkList for lists with commas of a type of their own.
func checkItems[T ~string](name string, items []T) *Error {
	for i, item := range items {
		if violation := checkList(name, ",", []string{string(item)}); violation != nil {
			violation.Param = at(name, i)
			return violation
		}
	}
	return nil
}

func checkTags(name string, tags types.Tags) *Error {
	for i, tag := range tags {
		if tag.Key == "" {
			return &Error{at(name, i) + ".Key", "is required"}
		}
	}
	return nil
}

func checkSources(name string, sources types.Sources) *Error {
	for i, source := range sources {
		switch {
		case !utf8.ValidString(source.Content):
			return &Error{at(name, i) + ".content", "is not UTF-8"}
		case source.Type == "":
			return &Error{at(name, i) + ".type", "is required"}
		case source.Content == "":
			return &Error{at(name, i) + ".content", "is required"}
		case source.Port < 0, source.Port > 65535:
			return &Error{at(name, i) + ".port", fmt.Sprintf("is %d; 1 to 65535 allowed", source.Port)}
		}
	}
	return nil
}

func checkFunctions(name string, functions types.Functions) *Error {
	for i, function := range functions {
		if function.FunctionName == "" {
			return &Error{at(name, i) + ".functionName", "is required"}
		}
		for j, arg := range function.FunctionArgs {
			place := at(at(name, i)+".functionArgs", j)
			switch {
			case arg.ArgName == "":
				return &Error{place + ".argName", "is required"}
			case !utf8.ValidString(arg.ArgName) || !utf8.ValidString(arg.ArgValue):
				return &Error{place + ".argValue", "is not UTF-8"}
			}
		}
	}
	return nil
}

// checkPEM: a certificate comes without its key.
func checkPEM(name, text string) *Error {
	if strings.Contains(text, "PRIVATE KEY-----") {
		return &Error{name, "holds a private key; it is no secret, and may hold certificates only"}
	}
	return nil
}

func checkProperty(name string, property types.SchdmProperty) *Error {
	if !utf8.ValidString(string(property.Coverage)) {
		return &Error{name + ".coverage", "is not UTF-8"}
	}
	return nil
}

func checkReports(name string, reports types.Reports) *Error {
	for i, report := range reports {
		switch {
		case report.ReportId == "":
			return &Error{at(name, i) + ".reportId", "is required"}
		case !areUTF8(string(report.ReportId)):
			return &Error{at(name, i) + ".reportId", "is not UTF-8"}
		}
		for j, condition := range report.Conditions {
			texts := append([]string{condition.Field, string(condition.Op)}, condition.Value...)
			if !areUTF8(texts...) {
				return &Error{at(at(name, i)+".conditions", j), "is not UTF-8"}
			}
		}
	}
	return nil
}

func checkDeliver(name string, deliver types.Deliver) *Error {
	email := deliver.Email
	switch {
	case len(email.To) == 0:
		return &Error{name + ".email.to", "is required"}
	case slices.Contains(email.To, ""):
		return &Error{at(name+".email.to", slices.Index(email.To, "")), "is empty"}
	case !areUTF8(email.Subject) || !areUTF8(email.To...) || !areUTF8(email.Copy...):
		return &Error{name + ".email", "is not UTF-8"}
	default:
		return nil
	}
}

func checkSchedule(name string, schedule types.Schedule) *Error {
	switch from, end := schedule.EffectiveFrom, schedule.EffectiveEnd; {
	case schedule.Crontab == "":
		return &Error{name + ".crontab", "is required"}
	case schedule.Frequency == "":
		return &Error{name + ".frequency", "is required"}
	case !areUTF8(schedule.SchedName, schedule.Description, schedule.Crontab, string(schedule.Frequency), string(schedule.Status)):
		return &Error{name, "is not UTF-8"}
	case checkTime("", from) != nil && !from.IsZero():
		return checkTime(name+".effectiveFrom", from)
	case checkTime("", end) != nil && !end.IsZero():
		return checkTime(name+".effectiveEnd", end)
	case !from.IsZero() && !end.IsZero() && !end.After(from.Time):
		return &Error{name + ".effectiveEnd", "is not later than effectiveFrom"}
	default:
		return nil
	}
}

func areUTF8(texts ...string) bool {
	return !slices.ContainsFunc(texts, func(text string) bool { return !utf8.ValidString(text) })
}

// at names an element as the API counts, from 1.
func at(name string, index int) string { return name + "." + strconv.Itoa(index+1) }

// special returns what violates the rules between the parameters of one action
// that no tag can say. A switch links no request that a program does not have
// anyway, which a table would.
func special(req any) *Error {
	switch req := req.(type) {
	case *types.RefreshObjectCachesRequest:
		return refresh(req)
	case *types.RefreshObjectCacheByCacheTagRequest:
		return cacheTags(req)
	case *types.SetDomainServerCertificateRequest:
		return certificate(req)
	case *types.SetCdnDomainSSLCertificateRequest:
		return sslCertificate(req)
	case *types.CreateCdnCertificateSigningRequestRequest:
		return signingRequest(req)
	case *types.DescribeCdnCertificateDetailByIdRequest:
		return wholeNumber("CertId", req.CertId)
	case *types.SetReqHeaderConfigRequest:
		return wholeNumber("ConfigId", req.ConfigId)
	case *types.DescribeCdnReportListRequest:
		return wholeNumber("ReportId", req.ReportId)
	case *types.DescribeCdnReportRequest:
		return wholeNumber("ReportId", req.ReportId)
	case *types.UpdateCdnDeliverTaskRequest:
		return wholeNumber("DeliverId", req.DeliverId)
	case *types.DeleteCdnDeliverTaskRequest:
		return wholeNumber("DeliverId", req.DeliverId)
	case *types.DescribeCdnDeliverListRequest:
		return wholeNumber("DeliverId", req.DeliverId)
	case *types.DescribeDomainUsageDataRequest:
		return usage(req)
	default:
		return nil
	}
}

// refresh: directories end with /, and only so many of each kind are allowed.
func refresh(r *types.RefreshObjectCachesRequest) *Error {
	most := map[types.ObjectType]int{types.ObjectTypeDirectory: 100, types.ObjectTypeRegex: 1}
	if limit, ok := most[r.ObjectType]; ok && len(r.ObjectPath) > limit {
		return &Error{"ObjectPath", fmt.Sprintf("is %d elements; at most %d allowed with ObjectType %s", len(r.ObjectPath), limit, r.ObjectType)}
	}
	if r.ObjectType != types.ObjectTypeDirectory {
		return nil
	}
	for i, path := range r.ObjectPath {
		if !strings.HasSuffix(path, "/") {
			return &Error{at("ObjectPath", i), "does not end with /, as a directory must"}
		}
	}
	return nil
}

// cacheTags: all tags together have only so many characters.
func cacheTags(r *types.RefreshObjectCacheByCacheTagRequest) *Error {
	const most = 16384
	if n := utf8.RuneCountInString(strings.Join(r.CacheTag, ",")); n > most {
		return &Error{"CacheTag", fmt.Sprintf("has %d characters in all; at most %d allowed", n, most)}
	}
	return nil
}

// certificate: an uploaded certificate needs its key, and a key its
// certificate.
func certificate(r *types.SetDomainServerCertificateRequest) *Error {
	upload := r.ServerCertificateStatus == types.SwitchOn && r.CertType == types.CertTypeUpload
	switch {
	case r.ServerCertificateStatus == types.SwitchOff:
		return nil
	case r.ServerCertificate == "" && (upload || r.PrivateKey != ""):
		return &Error{"ServerCertificate", "is required to upload a certificate"}
	case r.PrivateKey == "" && (upload || r.ServerCertificate != ""):
		return &Error{"PrivateKey", "is required to upload a certificate"}
	default:
		return nil
	}
}

// sslCertificate: an uploaded certificate comes with its key, a stored one by
// its ID.
func sslCertificate(r *types.SetCdnDomainSSLCertificateRequest) *Error {
	if r.SSLProtocol == types.SwitchOff {
		return nil
	}
	upload, cas := r.CertType == types.CertTypeUpload, r.CertType == types.CertTypeCas
	switch {
	case upload && r.CertId != "":
		return &Error{"CertId", "names a stored certificate, which is for CertType cas"}
	case r.SSLPub == "" && (upload || !cas && r.SSLPri != ""):
		return &Error{"SSLPub", "is required to upload a certificate"}
	case r.SSLPri == "" && (upload || !cas && r.SSLPub != ""):
		return &Error{"SSLPri", "is required to upload a certificate"}
	case cas && r.CertId == "":
		return &Error{"CertId", "is required with CertType cas"}
	case cas && r.SSLPub != "":
		return &Error{"SSLPub", "is not allowed with CertType cas, which takes a stored certificate"}
	case cas && r.SSLPri != "":
		return &Error{"SSLPri", "is not allowed with CertType cas, which takes a stored certificate"}
	default:
		return wholeNumber("CertId", r.CertId)
	}
}

// signingRequest: countries have two letters.
func signingRequest(r *types.CreateCdnCertificateSigningRequestRequest) *Error {
	if n := utf8.RuneCountInString(r.Country); n != 0 && n != 2 {
		return &Error{"Country", fmt.Sprintf("has %d characters; exactly 2 allowed", n)}
	}
	return nil
}

// wholeNumber: the service takes some IDs for numbers.
func wholeNumber[T ~string](name string, id T) *Error {
	if strings.Trim(string(id), "0123456789") != "" {
		return &Error{name, "is not a whole number"}
	}
	return nil
}

// usage: the finer the interval, the shorter the span.
func usage(r *types.DescribeDomainUsageDataRequest) *Error {
	longest := map[types.Interval]string{types.Interval300: "72h", types.Interval3600: "31d"}
	limit, ok := longest[r.Interval]
	if ok && r.EndTime.Sub(r.StartTime.Time) > duration(limit) {
		return &Error{"EndTime", fmt.Sprintf("is more than %s later than StartTime, which is all that Interval %s allows", limit, r.Interval)}
	}
	return nil
}
