// Package fault sorts the errors of the service into kinds: the one place
// that reads a meaning into a code.
package fault

import (
	"net/http"
	"strings"

	"github.com/alicdn/alicdn-go/types"
)

// Kind is what an error means to the caller.
type Kind uint8

// The kinds of errors. Unknown is everything that fits none of the others.
const (
	Unknown Kind = iota
	Throttled
	Busy
	NotFound
	Forbidden
	Invalid
	Conflict
	Quota
	Unavailable
	Signature
)

// codes are the codes whose kind does not follow from their form.
var codes = map[types.ErrorCode]Kind{
	types.FlowControlError: Throttled,

	types.ServiceBusy:      Busy,
	types.PreloadQueueFull: Busy,
	types.TooManyRefresh:   Busy,

	types.StagingConfigFailed: Busy,

	types.FAILED:                  Unavailable,
	types.InternalError:           Unavailable,
	types.InternalDotError:        Unavailable,
	types.ServiceUnavailable:      Unavailable,
	types.RecordCheckNotAvailable: Unavailable,
	types.CreateCertificateFailed: Unavailable,

	types.DomainNotRegistration:        NotFound,
	types.EntityNotExistsResourceGroup: NotFound,
	types.LogstoreNotExist:             NotFound,
	types.CertificateNotFind:           NotFound,
	types.CertNotExisted:               NotFound,
	types.DomainNotExist:               NotFound,
	types.EntityNotExistResourceGroup:  NotFound,
	types.InvalidArgIpsIpCanNotFound:   NotFound,
	types.InvalidDomainNotExist:        NotFound,
	types.InvalidFile:                  NotFound,
	types.NoHttpsDomain:                NotFound,
	types.NotFoundCertList:             NotFound,
	types.NotFoundEventMeta:            NotFound,
	types.NotFoundFCTrigger:            NotFound,
	types.InvalidDomainOffline:         Conflict,
	types.InvalidDomainNotOnline:       Conflict,
	types.InvalidDomainConfigureFailed: Conflict,

	types.IllegalOperation:           Forbidden,
	types.InnerAddDomainDenied:       Forbidden,
	types.InsufficientBalance:        Forbidden,
	types.NoPermission:               Forbidden,
	types.NoRealNameAuthentication:   Forbidden,
	types.NotInternationRealIdentity: Forbidden,
	types.OperationDenied:            Forbidden,
	types.Unauthorized:               Forbidden,
	types.DomainReserved:             Forbidden,
	types.CertificateNotPermittedOff: Forbidden,
	types.Code124:                    Forbidden,
	types.DomainBeianInvalid:         Forbidden,
	types.DomainInProtectedMode:      Forbidden,
	types.DomainInSafeMode:           Forbidden,
	types.DomainOwnerVerifyFail:      Forbidden,
	types.DomainTransferFail:         Forbidden,
	types.IcpBlack:                   Forbidden,
	types.IspBlack:                   Forbidden,
	types.PermissionDeny:             Forbidden,

	types.BusinessExist:                      Conflict,
	types.CdnServiceHasOpened:                Conflict,
	types.CertificateDuplicated:              Conflict,
	types.CertificateContentDuplicated:       Conflict,
	types.CertNameAlreadyExists:              Conflict,
	types.ConfigurationConflicts:             Conflict,
	types.DomainAlreadyExist:                 Conflict,
	types.DomainExistOtherProduct:            Conflict,
	types.DomainExistOtherUser:               Conflict,
	types.DomainTrafficExceedThreshold:       Conflict,
	types.DuplicatedFCTrigger:                Conflict,
	types.GrayConfigExist:                    Conflict,
	types.GrayConfigIsNull:                   Conflict,
	types.InternalForbidError:                Conflict,
	types.InvalidDomainBelongToConfigGroup:   Conflict,
	types.NameAlreadyExists:                  Conflict,
	types.SubscriptionAlreadyExists:          Conflict,
	types.ExtensiveAndAllBothExist:           Conflict,
	types.ExtensiveAndSpecificDomainConflict: Conflict,
	types.InvalidStatusResourceGroup:         Conflict,

	types.DeliverExceedLimit:            Quota,
	types.DomainOverLimit:               Quota,
	types.EdgeScriptCountExceedLimit:    Quota,
	types.QuotaExceededRefresh:          Quota,
	types.QuotaPerMinuteExceededRefresh: Quota,

	types.SignatureDoesNotMatch: Signature,
	types.IncompleteSignature:   Signature,
	types.SignatureNonceUsed:    Signature,
}

// forms are the codes whose kind follows from how they begin or end, looked
// at in this order.
var forms = []struct {
	prefix, suffix string
	kind           Kind
}{
	{prefix: "Throttling", kind: Throttled},
	{prefix: "TooManyRequests", kind: Throttled},
	{prefix: "InvalidAccessKeyId", kind: Signature},
	{prefix: "InvalidSecurityToken", kind: Signature},
	{prefix: "InvalidTimeStamp", kind: Signature},
	{suffix: ".NotFound", kind: NotFound},
	{suffix: "NotFound", kind: NotFound},
	{prefix: "Forbidden", kind: Forbidden},
	{prefix: "QuotaExceeded", kind: Quota},
	{prefix: "Invalid", kind: Invalid},
	{prefix: "Invaild", kind: Invalid},
	{prefix: "Missing", kind: Invalid},
	{prefix: "Unsupported", kind: Invalid},
	{suffix: ".MissingParameter", kind: Invalid},
	{suffix: ".Malformed", kind: Invalid},
	{suffix: ".ValueNotSupported", kind: Invalid},
}

// statuses are the kinds of errors without a code, or with one that says
// nothing.
var statuses = map[int]Kind{
	http.StatusBadRequest:          Invalid,
	http.StatusUnauthorized:        Signature,
	http.StatusForbidden:           Forbidden,
	http.StatusNotFound:            NotFound,
	http.StatusConflict:            Conflict,
	http.StatusTooManyRequests:     Throttled,
	http.StatusInternalServerError: Unavailable,
	http.StatusBadGateway:          Unavailable,
	http.StatusServiceUnavailable:  Unavailable,
	http.StatusGatewayTimeout:      Unavailable,
}

// Classify decides by code first, then by message, then by HTTP status.
func Classify(code, message string, status int) Kind {
	if kind, ok := codes[types.ErrorCode(code)]; ok {
		return kind
	}
	if strings.Contains(message, "QPS Limit Exceeded") {
		return Throttled
	}
	if code != "" {
		for _, form := range forms {
			if strings.HasPrefix(code, form.prefix) && strings.HasSuffix(code, form.suffix) {
				return form.kind
			}
		}
	}
	return statuses[status]
}
