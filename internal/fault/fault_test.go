package fault_test

import (
	"strconv"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/alicdn/alicdn-go/internal/fault"
)

// Codes decide, whatever the status.
func TestClassifyByCode(t *testing.T) {
	t.Parallel()
	kinds := []struct {
		kind  fault.Kind
		codes []string
	}{
		{fault.Throttled, []string{"Throttling", "Throttling.User", "Throttling.Api", "Throttling.Tomorrow", "FlowControlError"}},
		{fault.Busy, []string{"ServiceBusy", "PreloadQueueFull"}},
		{fault.NotFound, []string{
			"InvalidDomain.NotFound", "Domain.NotFound", "Domains.NotFound", "Config.NotFound", "ConfigNotFound", "ConfgIds.NotFound",
			"InvalidAction.NotFound", "TopLevelDomain.NotFound", "CdnServiceNotFound", "DomainNotRegistration", "LogstoreNotExist",
			"Certificate.NotFind", "EntityNotExists.ResourceGroup", "Something.NotFound",
		}},
		{fault.Forbidden, []string{
			"Forbidden", "Forbidden.RAM", "Forbidden.Intl", "Forbidden.NotVerified", "NoPermission", "OperationDenied", "IllegalOperation",
			"Unauthorized", "InsufficientBalance", "NoRealNameAuthentication", "NotInternationRealIdentity", "InnerAddDomainDenied",
			"DomainReserved", "Certificate.NotPermittedOff",
		}},
		{fault.Invalid, []string{
			"InvalidParameter", "InvaildParameter", "InvalidParams", "InvalidParameterStartTime", "InvalidStartTime.Malformed",
			"InvalidStartTime.ValueNotSupported", "InvalidEndTime.Mismatch", "InvalidObjectPath.Size.Malformed", "Invalid%s.ValueNotSupported",
			"InvalidVersion", "InvalidCertName.TooLong", "InvalidTag", "MissingParameter", "MissingDomainName", "MissingAction", "MissingEnable",
			"Abs.Sources.Malformed", "Abs.resourceGroupId.Malformed", "Key.Malformed", "PrivateKey.MissingParameter",
			"ServerCertificate.MissingParameter", "Something.ValueNotSupported",
		}},
		{fault.Conflict, []string{
			"InvalidDomain.Offline", "InvalidDomain.Configure_failed", "BusinessExist", "CdnService.HasOpened", "Certificate.Duplicated",
			"DomainAlreadyExist", "ExtensiveAndAllBothExist", "ExtensiveAndSpecificDomainConflict", "InvalidStatus.ResourceGroup",
			"ConfigurationConflicts", "GrayConfigExist", "GrayConfigIsNull",
			"DomainTraffic.ExceedThreshold",
		}},
		{fault.Quota, []string{"QuotaExceeded.Refresh", "QuotaPerMinuteExceeded.Refresh", "DomainOverLimit", "QuotaExceeded.Preload"}},
		{fault.Unavailable, []string{"InternalError", "ServiceUnavailable"}},
		{fault.Signature, []string{
			"SignatureDoesNotMatch", "IncompleteSignature", "SignatureNonceUsed", "InvalidAccessKeyId.NotFound", "InvalidAccessKeyId.Inactive",
			"InvalidSecurityToken.Expired", "InvalidSecurityToken.Malformed", "InvalidTimeStamp.Expired", "InvalidTimeStamp.Format",
		}},
	}
	for _, tt := range kinds {
		for _, code := range tt.codes {
			t.Run(code, func(t *testing.T) {
				t.Parallel()
				for _, status := range []int{200, 400, 403, 404, 429, 500, 503} {
					assert.Equal(t, tt.kind, fault.Classify(code, "The specified value is wrong.", status), "HTTP %d", status)
				}
			})
		}
	}
}

func TestClassifyByMessage(t *testing.T) {
	t.Parallel()
	tests := []struct {
		code, message string
		want          fault.Kind
	}{
		{"", "QPS Limit Exceeded", fault.Throttled},
		{"Unknown", "The QPS Limit Exceeded for the action.", fault.Throttled},
		{"InvalidParameter", "QPS Limit Exceeded", fault.Throttled},
		{"ServiceBusy", "QPS Limit Exceeded", fault.Busy},
		{"InternalError", "QPS Limit Exceeded", fault.Unavailable},
		{"", "Limit Exceeded", fault.Invalid},
	}
	for _, tt := range tests {
		t.Run(tt.code+" "+tt.message, func(t *testing.T) {
			t.Parallel()
			assert.Equal(t, tt.want, fault.Classify(tt.code, tt.message, 400))
		})
	}
}

// Without a code, or with one that says nothing, the status decides.
func TestClassifyByStatus(t *testing.T) {
	t.Parallel()
	tests := map[int]fault.Kind{
		0:   fault.Unknown,
		200: fault.Unknown,
		302: fault.Unknown,
		400: fault.Invalid,
		403: fault.Forbidden,
		404: fault.NotFound,
		409: fault.Conflict,
		418: fault.Unknown,
		429: fault.Throttled,
		500: fault.Unavailable,
		502: fault.Unavailable,
		503: fault.Unavailable,
		504: fault.Unavailable,
	}
	for status, want := range tests {
		t.Run(strconv.Itoa(status), func(t *testing.T) {
			t.Parallel()
			assert.Equal(t, want, fault.Classify("", "", status))
			assert.Equal(t, want, fault.Classify("", "no message that is known", status))
			for _, code := range []string{"Something", "DeleteFailed", "NotFoundation", "throttling", "servicebusy", "503", " "} {
				assert.Equal(t, want, fault.Classify(code, "", status), code)
			}
		})
	}
}
