package types

// ErrorCode is what the service calls a failure. The constants are the codes
// of the reference and those that it is known to send besides; other codes
// occur. A code keeps the spelling of the service, mistakes included.
//
// A comment gives the HTTP status where one is documented. Decide by the code,
// since one code comes with more than one status.
type ErrorCode string

// Throttling and load. Nothing was done; wait, then ask again.
const (
	// Throttling: calls come faster than the account may make them. HTTP 503
	// in the reference, 400 or 429 elsewhere. Slow down and retry.
	Throttling ErrorCode = "Throttling"
	// ThrottlingUser: the account makes too many calls over all actions. Slow
	// down and retry.
	ThrottlingUser ErrorCode = "Throttling.User"
	// ThrottlingApi: the account makes too many calls of this action. Slow
	// down and retry.
	ThrottlingApi ErrorCode = "Throttling.Api"
	// FlowControlError: too many calls within a short time, seen with the
	// configuration of domains. Slow down and retry.
	FlowControlError ErrorCode = "FlowControlError"
	// ServiceBusy: the domain is being configured. HTTP 403. Nothing was
	// applied; retry after minutes, not seconds.
	ServiceBusy ErrorCode = "ServiceBusy"
	// ServiceUnavailable: the service cannot answer at the moment. Retry
	// later; whether a change took effect is unknown.
	ServiceUnavailable ErrorCode = "ServiceUnavailable"
	// InternalError: the service failed for a reason it does not know. HTTP
	// 500. Retry later; whether a change took effect is unknown.
	InternalError ErrorCode = "InternalError"
	// TooManyRequests: too many calls. Slow down and retry. HTTP 429.
	TooManyRequests ErrorCode = "TooManyRequests"
	// TooManyRefresh: the queue of refreshes is full. Retry later. HTTP 400.
	TooManyRefresh ErrorCode = "TooMany.Refresh"
)

// Authentication and signature. The request was not carried out.
const (
	// SignatureDoesNotMatch: the signature is not the one that the service
	// computes. Check the access key secret.
	SignatureDoesNotMatch ErrorCode = "SignatureDoesNotMatch"
	// IncompleteSignature: a parameter of the signature is missing or wrong.
	// Something between client and service changed the request.
	IncompleteSignature ErrorCode = "IncompleteSignature"
	// SignatureNonceUsed: the nonce was used before, so the request, or an
	// exact copy, has already arrived.
	SignatureNonceUsed ErrorCode = "SignatureNonceUsed"
	// InvalidAccessKeyIdNotFound: there is no such access key. HTTP 404. Check
	// its ID.
	InvalidAccessKeyIdNotFound ErrorCode = "InvalidAccessKeyId.NotFound"
	// InvalidAccessKeyIdInactive: the access key is disabled. Enable it or use
	// another.
	InvalidAccessKeyIdInactive ErrorCode = "InvalidAccessKeyId.Inactive"
	// InvalidSecurityTokenExpired: the temporary credentials have expired.
	// Fetch new ones.
	InvalidSecurityTokenExpired ErrorCode = "InvalidSecurityToken.Expired"
	// InvalidSecurityTokenMalformed: the security token cannot be read, or
	// belongs to another access key. Fetch new credentials.
	InvalidSecurityTokenMalformed ErrorCode = "InvalidSecurityToken.Malformed"
	// InvalidTimeStampExpired: the time of the request is more than about 15
	// minutes from that of the service. Set the clock.
	InvalidTimeStampExpired ErrorCode = "InvalidTimeStamp.Expired"
	// InvalidTimeStampFormat: the time of the request cannot be read.
	InvalidTimeStampFormat ErrorCode = "InvalidTimeStamp.Format"
)

// Permission and account. A person has to act.
const (
	// OperationDenied: the account has no CDN service, or the service is
	// suspended; the message says which. HTTP 403. Open the service or settle
	// the bill.
	OperationDenied ErrorCode = "OperationDenied"
	// IllegalOperation: the domain may not be operated on. HTTP 403.
	IllegalOperation ErrorCode = "IllegalOperation"
	// Unauthorized: the account has not authorized the delivery of real-time
	// logs. HTTP 403. Grant it in the console.
	Unauthorized ErrorCode = "Unauthorized"
	// ForbiddenRAM: the policies of the RAM user do not allow the action.
	// Grant it.
	ForbiddenRAM ErrorCode = "Forbidden.RAM"
	// NoPermission: the caller may not do this. Grant it.
	NoPermission ErrorCode = "NoPermission"
	// ForbiddenIntl: the account may not open the international service. HTTP
	// 403.
	ForbiddenIntl ErrorCode = "Forbidden.Intl"
	// ForbiddenNotVerified: the account is not verified yet. HTTP 403. Verify
	// it.
	ForbiddenNotVerified ErrorCode = "Forbidden.NotVerified"
	// NoRealNameAuthentication: the account needs real-name authentication.
	// HTTP 400.
	NoRealNameAuthentication ErrorCode = "NoRealNameAuthentication"
	// NotInternationRealIdentity: resources in mainland China need real-name
	// authentication. HTTP 400. The service means International.
	NotInternationRealIdentity ErrorCode = "NotInternationRealIdentity"
	// InsufficientBalance: the account does not have enough money. HTTP 400.
	InsufficientBalance ErrorCode = "InsufficientBalance"
	// CdnServiceHasOpened: the service is open already. HTTP 400. Nothing to
	// do.
	CdnServiceHasOpened ErrorCode = "CdnService.HasOpened"
	// CdnServiceNotFound: the account has no CDN service. HTTP 403. Open it.
	CdnServiceNotFound ErrorCode = "CdnServiceNotFound"
	// CssCheckUpdowngradeError: an order is not yet effective. HTTP 400. Retry
	// when it is.
	CssCheckUpdowngradeError ErrorCode = "CSS_CHECK_UPDOWNGRADE_ERROR"
	// InvalidInternetChargeTypeValueNotSupported: InternetChargeType has a
	// value that is not supported. HTTP 400.
	InvalidInternetChargeTypeValueNotSupported ErrorCode = "InvalidInternetChargeType.ValueNotSupported"
	// InnerAddDomainDenied: the account may not add domains before it is bound
	// to an aoneId. HTTP 400.
	InnerAddDomainDenied ErrorCode = "InnerAddDomainDenied"
)

// Domains: their names, states and origins.
const (
	// InvalidDomainNotFound: there is no such domain, or it belongs to another
	// account. HTTP 404. Also what a deleted domain answers.
	InvalidDomainNotFound ErrorCode = "InvalidDomain.NotFound"
	// InvalidDomainOffline: the domain is offline. HTTP 404, and 400 in
	// SetDomainServerCertificate. Start it first.
	InvalidDomainOffline ErrorCode = "InvalidDomain.Offline"
	// InvalidDomainConfigureFailed: the domain could not be configured. HTTP
	// 500.
	InvalidDomainConfigureFailed ErrorCode = "InvalidDomain.Configure_failed"
	// InvalidDomainNameMalformed: DomainName is missing or malformed, or names
	// an unknown domain. HTTP 400.
	InvalidDomainNameMalformed ErrorCode = "InvalidDomainName.Malformed"
	// InvalidDomainNameValueNotSupported: DomainName takes one domain or none
	// here. HTTP 400.
	InvalidDomainNameValueNotSupported ErrorCode = "InvalidDomainName.ValueNotSupported"
	// InvalidDomainNamesMalformed: DomainNames is malformed. HTTP 400.
	InvalidDomainNamesMalformed ErrorCode = "InvalidDomainNames.Malformed"
	// MissingDomainName: DomainName is missing. HTTP 400.
	MissingDomainName ErrorCode = "MissingDomainName"
	// InvalidDomainSearchTypeValueNotSupported: DomainSearchType has a value
	// that is not supported. HTTP 400.
	InvalidDomainSearchTypeValueNotSupported ErrorCode = "InvalidDomainSearchType.ValueNotSupported"
	// InvalidDomainStatusValueNotSupported: DomainStatus has a value that is
	// not supported. HTTP 400.
	InvalidDomainStatusValueNotSupported ErrorCode = "InvalidDomainStatus.ValueNotSupported"
	// InvalidExtensiveDomainValueNotSupported: wildcard domains can neither be
	// refreshed nor preloaded. HTTP 400.
	InvalidExtensiveDomainValueNotSupported ErrorCode = "InvalidExtensiveDomain.ValueNotSupported"
	// InvalidTopLevelDomainMalformed: TopLevelDomain is malformed. HTTP 400.
	InvalidTopLevelDomainMalformed ErrorCode = "InvalidTopLevelDomain.Malformed"
	// TopLevelDomainNotFound: there is no such TopLevelDomain. HTTP 400.
	TopLevelDomainNotFound ErrorCode = "TopLevelDomain.NotFound"
	// DomainAlreadyExist: the domain has been added before. HTTP 400.
	DomainAlreadyExist ErrorCode = "DomainAlreadyExist"
	// DomainNotRegistration: the domain is not registered. HTTP 404.
	DomainNotRegistration ErrorCode = "DomainNotRegistration"
	// DomainOverLimit: the account has as many domains as it may have. HTTP
	// 403. Ask the vendor for more.
	DomainOverLimit ErrorCode = "DomainOverLimit"
	// DomainReserved: another account has reserved the root domain. HTTP 400.
	// Ask the vendor's support.
	DomainReserved ErrorCode = "DomainReserved"
	// BusinessExist: the same domain has just been submitted. HTTP 400. Do not
	// submit it again.
	BusinessExist ErrorCode = "BusinessExist"
	// CdnTypeNotSupportExtensiveDomain: this CdnType does not support wildcard
	// domains. HTTP 400.
	CdnTypeNotSupportExtensiveDomain ErrorCode = "CdnTypeNotSupportExtensiveDomain"
	// ExtensiveAndAllBothExist: a wildcard domain and a domain that begins
	// with "all." exclude each other. HTTP 400.
	ExtensiveAndAllBothExist ErrorCode = "ExtensiveAndAllBothExist"
	// ExtensiveAndSpecificDomainConflict: a wildcard domain and a domain that
	// it covers exclude each other. HTTP 400.
	ExtensiveAndSpecificDomainConflict ErrorCode = "ExtensiveAndSpecificDomainConflict"
	// InvalidCdnTypeMalformed: CdnType is malformed. HTTP 400.
	InvalidCdnTypeMalformed ErrorCode = "InvalidCdnType.Malformed"
	// InvalidScopeMalformed: Scope is malformed. HTTP 400.
	InvalidScopeMalformed ErrorCode = "InvalidScope.Malformed"
	// InvalidRegionMalformed: Region is malformed. HTTP 400.
	InvalidRegionMalformed ErrorCode = "InvalidRegion.Malformed"
	// InvalidSourcesMalformed: Sources is malformed. HTTP 400.
	InvalidSourcesMalformed ErrorCode = "InvalidSources.Malformed"
	// AbsSourcesMalformed: Sources is malformed. HTTP 400. The same fault as
	// InvalidSources.Malformed.
	AbsSourcesMalformed ErrorCode = "Abs.Sources.Malformed"
	// InvalidSourceContentMalformed: the content of an origin is malformed.
	// HTTP 400.
	InvalidSourceContentMalformed ErrorCode = "InvalidSource.Content.Malformed"
	// InvalidSourcePriorityMalformed: the priority of an origin is malformed.
	// HTTP 400.
	InvalidSourcePriorityMalformed ErrorCode = "InvalidSource.Priority.Malformed"
	// InvalidSourceTypeMalformed: the type of an origin is malformed. HTTP 400
	// in AddCdnDomain. ModifyCdnDomain spells the code with another dot:
	// [InvalidSourceDotTypeMalformed].
	InvalidSourceTypeMalformed ErrorCode = "InvalidSourceType.Malformed"
	// InvalidSourceDotTypeMalformed: the type of an origin is malformed. HTTP
	// 400 in ModifyCdnDomain. AddCdnDomain spells the code without the dot:
	// [InvalidSourceTypeMalformed].
	InvalidSourceDotTypeMalformed ErrorCode = "InvalidSource.Type.Malformed"
	// InvalidTypeContentMismatch: the content of an origin does not fit its
	// type. HTTP 400.
	InvalidTypeContentMismatch ErrorCode = "InvalidTypeContent.Mismatch"
	// InvalidPrioritiesMalformed: there are not as many priorities as origins.
	// HTTP 400.
	InvalidPrioritiesMalformed ErrorCode = "InvalidPriorities.Malformed"
	// InvalidResourceGroupIdMalformed: ResourceGroupId is malformed. HTTP 400.
	InvalidResourceGroupIdMalformed ErrorCode = "InvalidResourceGroupId.Malformed"
	// AbsResourceGroupIdMalformed: ResourceGroupId is malformed. HTTP 400. The
	// same fault as InvalidResourceGroupId.Malformed.
	AbsResourceGroupIdMalformed ErrorCode = "Abs.resourceGroupId.Malformed"
	// EntityNotExistsResourceGroup: there is no such resource group. HTTP 400.
	EntityNotExistsResourceGroup ErrorCode = "EntityNotExists.ResourceGroup"
	// InvalidStatusResourceGroup: the state of the resource group does not
	// allow this. HTTP 400. Its message says "now allowed" for "not allowed".
	InvalidStatusResourceGroup ErrorCode = "InvalidStatus.ResourceGroup"
	// InvalidDomainNotOnline: domain is not online. HTTP 400.
	InvalidDomainNotOnline ErrorCode = "InvalidDomain.notOnline"
	// DomainInSafeMode: domain is in safe mode; ask support. HTTP 400.
	DomainInSafeMode ErrorCode = "DomainInSafeMode"
	// DomainInProtectedMode: domain is protected; ask support. HTTP 403.
	DomainInProtectedMode ErrorCode = "DomainInProtectedMode"
	// InvalidTypeAndContentMissMatch: origin address and kind do not agree. HTTP
	// 400.
	InvalidTypeAndContentMissMatch ErrorCode = "InvalidTypeAndContent.MissMatch"
	// SourceIpExceed: by its name, there are too many origin addresses; the
	// message speaks of a certificate. HTTP 400.
	SourceIpExceed ErrorCode = "SourceIp.Exceed"
	// CheckSourceHealthFailed: origin failed the health check. HTTP 400.
	CheckSourceHealthFailed ErrorCode = "CheckSourceHealthFailed"
	// InvalidDomainNameLevel: a domain under alicdn.com must have three levels.
	// HTTP 400.
	InvalidDomainNameLevel ErrorCode = "InvalidDomainNameLevel"
	// EntityNotExistResourceGroup: resource group does not exist. HTTP 400.
	EntityNotExistResourceGroup ErrorCode = "EntityNotExist.ResourceGroup"
	// RecordCheckNotAvailable: the ICP filing cannot be checked at the moment.
	// Retry later. HTTP 400.
	RecordCheckNotAvailable ErrorCode = "RecordCheckNotAvailable"
	// IcpBlack: domain is barred by the ICP list. HTTP 400.
	IcpBlack ErrorCode = "IcpBlack"
	// IspBlack: domain is barred by the ISP list. HTTP 400.
	IspBlack ErrorCode = "IspBlack"
	// DomainOwnerVerifyFail: the ownership of the root domain is not proved.
	// Place the record or the file, and verify. HTTP 400.
	DomainOwnerVerifyFail ErrorCode = "DomainOwnerVerifyFail"
	// TopLevelDomainMismatch: TopLevelDomain does not fit webSiteType. HTTP 400.
	TopLevelDomainMismatch ErrorCode = "TopLevelDomain.Mismatch"
	// MissingSourceContent: an origin lacks its address. HTTP 400.
	MissingSourceContent ErrorCode = "MissingSource.Content"
	// MissingSourceType: an origin lacks its kind. HTTP 400.
	MissingSourceType ErrorCode = "MissingSource.Type"
	// DomainExistOtherUser: domain was added by another account. HTTP 400.
	DomainExistOtherUser ErrorCode = "DomainExist.OtherUser"
	// DomainExistOtherProduct: domain was added to another product. HTTP 400.
	DomainExistOtherProduct ErrorCode = "DomainExist.OtherProduct"
	// Code124: the domain belongs to another account. The code is this number.
	// HTTP 400.
	Code124 ErrorCode = "-124"
	// CheckDomainICPFail: ICP filing could not be looked up. HTTP 400.
	CheckDomainICPFail ErrorCode = "CheckDomainICPFail"
	// DomainNameOverLimit: more than 30 domains. HTTP 400.
	DomainNameOverLimit ErrorCode = "DomainNameOverLimit"
	// InvalidFile: the file that proves the ownership was not found. HTTP 400.
	InvalidFile ErrorCode = "InvalidFile"
	// VerifyError: the file that proves the ownership has the wrong content.
	// HTTP 400.
	VerifyError ErrorCode = "VerifyError"
	// InvalidDomainNotExist: no such domain. HTTP 400.
	InvalidDomainNotExist ErrorCode = "InvalidDomain.NotExist"
	// DomainTransferFail: domain may not be moved. HTTP 400.
	DomainTransferFail ErrorCode = "DomainTransferFail"
	// ScheduleNotFound: no scheduling domain for this area. HTTP 400.
	ScheduleNotFound ErrorCode = "Schedule.NotFound"
	// DomainTrafficExceedThreshold: too much traffic on the day before. HTTP
	// 400.
	DomainTrafficExceedThreshold ErrorCode = "DomainTraffic.ExceedThreshold"
	// DomainBeianInvalid: ICP filing is missing or invalid. HTTP 400.
	DomainBeianInvalid ErrorCode = "Domain.BeianInvalid"
	// ScheduleChangeFail: area could not be changed. HTTP 400.
	ScheduleChangeFail ErrorCode = "Schedule.ChangeFail"
)

// Certificates, with HTTP 400 unless stated otherwise.
const (
	// CertificateDuplicated: another certificate has this name. Choose another
	// name, or set ForceSet to take it over.
	CertificateDuplicated ErrorCode = "Certificate.Duplicated"
	// CertificateFormatError: the certificate has a wrong format.
	CertificateFormatError ErrorCode = "Certificate.FormatError"
	// CertificateKeyNull: the private key is empty. Its message says the
	// opposite.
	CertificateKeyNull ErrorCode = "Certificate.KeyNull"
	// CertificateMissMatch: the private key does not belong to the
	// certificate. Spelled so (MissMatch) by the service.
	CertificateMissMatch ErrorCode = "Certificate.MissMatch"
	// CertificateNotFind: there is no such certificate. Spelled so (NotFind)
	// by the service.
	CertificateNotFind ErrorCode = "Certificate.NotFind"
	// CertificateNotPermittedOff: switching the certificate off would change
	// how the domain is scheduled. Ask the vendor's support.
	CertificateNotPermittedOff ErrorCode = "Certificate.NotPermittedOff"
	// CertificateSettedNotEffect: the certificate was set but is held back to
	// protect the running service. Ask the vendor's support. Spelled so
	// (Setted) by the service.
	CertificateSettedNotEffect ErrorCode = "Certificate.SettedNotEffect"
	// CertificateStatusError: there is no such certificate, or its state does
	// not allow this.
	CertificateStatusError ErrorCode = "Certificate.StatusError"
	// DeleteFailed: the certificate could not be deleted.
	DeleteFailed ErrorCode = "DeleteFailed"
	// InvalidCertNameTooLong: CertName has more than 128 characters.
	InvalidCertNameTooLong ErrorCode = "InvalidCertName.TooLong"
	// InvalidCertificate: the certificate is malformed.
	InvalidCertificate ErrorCode = "InvalidCertificate"
	// InvalidCertificateTooLong: the certificate is too long.
	InvalidCertificateTooLong ErrorCode = "InvalidCertificate.TooLong"
	// InvalidPrivateKey: the private key is malformed.
	InvalidPrivateKey ErrorCode = "InvalidPrivateKey"
	// KeyMalformed: the private key has a wrong format.
	KeyMalformed ErrorCode = "Key.Malformed"
	// PrivateKeyMissingParameter: PrivateKey is missing.
	PrivateKeyMissingParameter ErrorCode = "PrivateKey.MissingParameter"
	// ServerCertificateMissingParameter: ServerCertificate is missing.
	ServerCertificateMissingParameter ErrorCode = "ServerCertificate.MissingParameter"
	// SetDomainServerCertificateParameterError: parameters are wrong; which
	// ones it does not say.
	SetDomainServerCertificateParameterError ErrorCode = "SetDomainServerCertificate.ParameterError"
	// InvalidServerCertificateStatusValueNotSupported: the parameter that
	// switches the certificate on or off has a value that is not supported.
	InvalidServerCertificateStatusValueNotSupported ErrorCode = "InvalidServerCertificateStatus.ValueNotSupported"
	// InvalidSSLProtocolValueNotSupported: SSLProtocol is wrong. HTTP 400.
	InvalidSSLProtocolValueNotSupported ErrorCode = "InvalidSSLProtocol.ValueNotSupported"
	// SSLPubMissingParameter: SSLPub is missing. HTTP 400.
	SSLPubMissingParameter ErrorCode = "SSLPub.MissingParameter"
	// SSLPriMissingParameter: SSLPri is missing. HTTP 400.
	SSLPriMissingParameter ErrorCode = "SSLPri.MissingParameter"
	// InvalidSSLPub: SSLPub is wrong. HTTP 400.
	InvalidSSLPub ErrorCode = "InvalidSSLPub"
	// InvalidSSLPri: SSLPri is wrong. HTTP 400.
	InvalidSSLPri ErrorCode = "InvalidSSLPri"
	// AuthenticationFailed: certificate could not be verified. HTTP 400.
	AuthenticationFailed ErrorCode = "AuthenticationFailed"
	// SetDomainCertificateParameterError: wrong parameters. HTTP 400.
	SetDomainCertificateParameterError ErrorCode = "SetDomainCertificate.ParameterError"
	// CertStoragefailed: certificate could not be stored. HTTP 400.
	CertStoragefailed ErrorCode = "CertStorage.failed"
	// CertificateContentDuplicated: this certificate was uploaded before. HTTP
	// 400.
	CertificateContentDuplicated ErrorCode = "CertificateContent.Duplicated"
	// CertificateExpired: certificate has expired. HTTP 400.
	CertificateExpired ErrorCode = "Certificate.Expired"
	// DecodeError: SSLPub or SSLPri cannot be decoded. HTTP 400.
	DecodeError ErrorCode = "Decode.Error"
	// SslPubError: SSLPub cannot be encoded. HTTP 400.
	SslPubError ErrorCode = "sslPub.Error"
	// SslPriError: SSLPri cannot be encoded. HTTP 400.
	SslPriError ErrorCode = "sslPri.Error"
	// CreateCertificateFailed: the certificate could not be created. Retry. HTTP
	// 400.
	CreateCertificateFailed ErrorCode = "CreateCertificateFailed"
	// AbsCertRegionValueNotSupported: CertRegion is wrong. HTTP 400.
	AbsCertRegionValueNotSupported ErrorCode = "Abs.CertRegion.ValueNotSupported"
	// CertNameAlreadyExists: certificate name is taken. HTTP 400.
	CertNameAlreadyExists ErrorCode = "CertNameAlreadyExists"
	// CertNameMissingParameter: CertName is missing. HTTP 404.
	CertNameMissingParameter ErrorCode = "CertName.MissingParameter"
	// CertificateMissingParameter: ServerCertificate is missing. HTTP 400.
	CertificateMissingParameter ErrorCode = "Certificate.MissingParameter"
	// CertificateEncodeError: certificate could not be encoded. HTTP 400.
	CertificateEncodeError ErrorCode = "Certificate.EncodeError"
	// CertificateDecodeError: certificate could not be decoded. HTTP 400.
	CertificateDecodeError ErrorCode = "Certificate.DecodeError"
	// CertificateNoPrivateKey: the service holds no private key for this
	// certificate. HTTP 400.
	CertificateNoPrivateKey ErrorCode = "Certificate.NoPrivateKey"
	// InternalForbidError: functions of the domain are in a gradual release; no
	// certificate can be set until that ends. Not a failure of the service in
	// spite of its status. HTTP 500.
	InternalForbidError ErrorCode = "Internal.ForbidError"
	// InternalConfigError: certificate could not be configured. HTTP 500.
	InternalConfigError ErrorCode = "Internal.ConfigError"
	// InvalidCertIdentifierValueNotSupported: CertIdentifier is wrong. HTTP 400.
	InvalidCertIdentifierValueNotSupported ErrorCode = "InvalidCertIdentifier.ValueNotSupported"
	// InvalidValueMalformed: Country does not have two letters, or the value of
	// a header is wrong. HTTP 400.
	InvalidValueMalformed ErrorCode = "InvalidValue.Malformed"
	// InternalKeyError: RSA key could not be made. HTTP 500.
	InternalKeyError ErrorCode = "Internal.KeyError"
	// InternalCreateCSRError: CSR could not be made. HTTP 500.
	InternalCreateCSRError ErrorCode = "Internal.CreateCSRError"
	// InternalEncodeCSRError: CSR could not be encoded. HTTP 500.
	InternalEncodeCSRError ErrorCode = "Internal.EncodeCSRError"
	// InternalEncodeKeyError: private key could not be encoded. HTTP 500.
	InternalEncodeKeyError ErrorCode = "Internal.EncodeKeyError"
	// InternalDotError: failure inside the service. HTTP 500.
	InternalDotError ErrorCode = "Internal.Error"
	// InvalidCertIdNotFound: no certificate with this ID. HTTP 400.
	InvalidCertIdNotFound ErrorCode = "InvalidCertId.NotFound"
	// CertNotExisted: no such certificate, or it is switched off. HTTP 400.
	CertNotExisted ErrorCode = "CertNotExisted"
	// NoHttpsDomain: the account has no domain with HTTPS. Not an empty answer
	// but an error. HTTP 400.
	NoHttpsDomain ErrorCode = "NoHttpsDomain"
	// NotFoundCertList: no certificates found. HTTP 400.
	NotFoundCertList ErrorCode = "NotFoundCertList"
)

// Configuration of domains, by functions and their arguments.
const (
	// InvalidFunctionsMalformed: Functions is malformed. HTTP 400.
	InvalidFunctionsMalformed ErrorCode = "InvalidFunctions.Malformed"
	// InvalidFunctionNameValueNotSupported: there is no such function. HTTP
	// 400.
	InvalidFunctionNameValueNotSupported ErrorCode = "InvalidFunctionName.ValueNotSupported"
	// InvalidArgNameValueNotSupported: the function has no such argument. HTTP
	// 400.
	InvalidArgNameValueNotSupported ErrorCode = "InvalidArgName.ValueNotSupported"
	// InvalidArgValueMalformed: the value of an argument is malformed. HTTP
	// 400.
	InvalidArgValueMalformed ErrorCode = "InvalidArgValue.Malformed"
	// InvalidPlaceholderValueNotSupported: there is no such function. HTTP
	// 400, DeleteSpecificConfig. The service leaves the placeholder %s in the
	// code as it is.
	InvalidPlaceholderValueNotSupported ErrorCode = "Invalid%s.ValueNotSupported"
	// MissingEnable: the argument Enable is missing. HTTP 400.
	MissingEnable ErrorCode = "MissingEnable"
	// InvalidKeyMalformed: Key is wrong. HTTP 400.
	InvalidKeyMalformed ErrorCode = "InvalidKey.Malformed"
	// InvalidHeaderKeyValueNotSupported: header cannot be set. HTTP 400.
	InvalidHeaderKeyValueNotSupported ErrorCode = "InvalidHeaderKey.ValueNotSupported"
	// DeleteFunctionFailed: functions could not be removed. HTTP 400.
	DeleteFunctionFailed ErrorCode = "DeleteFunctionFailed"
	// EdgeScriptCountExceedLimit: too many EdgeScript rules. HTTP 400.
	EdgeScriptCountExceedLimit ErrorCode = "EdgeScriptCountExceedLimit"
	// EdgeScripOptionsHasInnerConfig: EdgeScript extension has a setting made by
	// the vendor, or a wrong argument; open a ticket. HTTP 400.
	EdgeScripOptionsHasInnerConfig ErrorCode = "EdgeScripOptionsHasInnerConfig"
	// EdgeScriptNotSupportJs: JavaScript rules are not allowed; open a ticket.
	// HTTP 400.
	EdgeScriptNotSupportJs ErrorCode = "EdgeScriptNotSupportJs"
	// InvalidRuleMalformed: a rule is wrong; the message says how. HTTP 400.
	InvalidRuleMalformed ErrorCode = "InvalidRule.Malformed"
	// EdgeScriptGrammarNotSupport: EdgeScript has a rule made by the vendor, or
	// a wrong argument; open a ticket. HTTP 400.
	EdgeScriptGrammarNotSupport ErrorCode = "EdgeScriptGrammarNotSupport"
	// ConfigurationConflicts: staging is in effect, and the production
	// configuration cannot be changed until it is published or rolled back. HTTP
	// 400.
	ConfigurationConflicts ErrorCode = "ConfigurationConflicts"
	// GrayConfigExist: another gradual release of the domain is running. HTTP
	// 400.
	GrayConfigExist ErrorCode = "GrayConfigExist"
	// InvalidDomainBelongToConfigGroup: domain is managed by a configuration
	// group. HTTP 400.
	InvalidDomainBelongToConfigGroup ErrorCode = "InvalidDomain.BelongToConfigGroup"
	// MissingRequiredArg: a required argument is missing. HTTP 400.
	MissingRequiredArg ErrorCode = "MissingRequiredArg"
	// GrayConfigIsNull: the last configuration of the staging environment goes
	// by a rollback only. HTTP 400.
	GrayConfigIsNull ErrorCode = "GrayConfigIsNull"
	// StagingConfigFailed: the staging environment is still being configured.
	// Retry after minutes. HTTP 400.
	StagingConfigFailed ErrorCode = "StagingConfig.Failed"
	// StagingConfigNotFound: nothing stands in staging. HTTP 404.
	StagingConfigNotFound ErrorCode = "StagingConfig.NotFound"
)

// Times and intervals, with HTTP 400.
const (
	// InvalidStartTimeMalformed: StartTime is malformed.
	InvalidStartTimeMalformed ErrorCode = "InvalidStartTime.Malformed"
	// InvalidStartTimeValueNotSupported: StartTime is too early, or does not
	// fit EndTime.
	InvalidStartTimeValueNotSupported ErrorCode = "InvalidStartTime.ValueNotSupported"
	// InvalidEndTimeMalformed: EndTime is malformed.
	InvalidEndTimeMalformed ErrorCode = "InvalidEndTime.Malformed"
	// InvalidEndTimeMismatch: EndTime does not fit StartTime.
	InvalidEndTimeMismatch ErrorCode = "InvalidEndTime.Mismatch"
	// InvalidTimeMalformed: a time is malformed.
	InvalidTimeMalformed ErrorCode = "InvalidTime.Malformed"
	// InvalidTimeValueNotSupported: StartTime and EndTime do not fit each
	// other.
	InvalidTimeValueNotSupported ErrorCode = "InvalidTime.ValueNotSupported"
	// InvalidTimePointMalformed: TimePoint is malformed.
	InvalidTimePointMalformed ErrorCode = "InvalidTimePoint.Malformed"
	// InvalidTimeRange: EndTime is more than 31 days after StartTime.
	InvalidTimeRange ErrorCode = "InvalidTimeRange"
	// InvalidChangeStartTimeMalformed: ChangeStartTime is wrong. HTTP 400.
	InvalidChangeStartTimeMalformed ErrorCode = "InvalidChangeStartTime.Malformed"
	// InvalidChangeEndTimeMalformed: ChangeEndTime is wrong. HTTP 400.
	InvalidChangeEndTimeMalformed ErrorCode = "InvalidChangeEndTime.Malformed"
	// MissingTimeParameter: StartTime and EndTime must be given together. HTTP
	// 400.
	MissingTimeParameter ErrorCode = "MissingTimeParameter"
	// InvalidTimeSpan: the span is too long. HTTP 400.
	InvalidTimeSpan ErrorCode = "InvalidTimeSpan"
	// InvalidTimeOverRange: StartTime or EndTime lies outside the range kept.
	// HTTP 400.
	InvalidTimeOverRange ErrorCode = "InvalidTime.OverRange"
	// InvalidIntervalMalformed: Interval has a wrong format. HTTP 400.
	InvalidIntervalMalformed ErrorCode = "InvalidInterval.Malformed"
	// InvalidEndTimeValueNotSupported: EndTime not supported. HTTP 400.
	InvalidEndTimeValueNotSupported ErrorCode = "InvalidEndTime.ValueNotSupported"
	// InvalidTime: the task is older than three days. HTTP 400.
	InvalidTime ErrorCode = "InvalidTime"
	// TimeParseFailed: a time cannot be read. HTTP 400.
	TimeParseFailed ErrorCode = "TimeParseFailed"
)

// Paging, with HTTP 400.
const (
	// InvalidPageNumberValueNotSupported: PageNumber is out of range.
	InvalidPageNumberValueNotSupported ErrorCode = "InvalidPageNumber.ValueNotSupported"
	// InvalidPageSizeValueNotSupported: PageSize is out of range.
	InvalidPageSizeValueNotSupported ErrorCode = "InvalidPageSize.ValueNotSupported"
	// InvalidPageSizeMalformed: PageSize is no integer. HTTP 400.
	InvalidPageSizeMalformed ErrorCode = "InvalidPageSize.Malformed"
	// InvalidPageSizeExceedsMaximum: PageSize is over 1000. HTTP 400.
	InvalidPageSizeExceedsMaximum ErrorCode = "InvalidPageSize.ExceedsMaximum"
	// InvalidPageSizeExceedsMinimum: PageSize is below 1. HTTP 400.
	InvalidPageSizeExceedsMinimum ErrorCode = "InvalidPageSize.ExceedsMinimum"
	// InvalidPageNumberMalformed: PageNumber is no integer. HTTP 400.
	InvalidPageNumberMalformed ErrorCode = "InvalidPageNumber.Malformed"
	// InvalidPageNumberExceedsMinimum: PageNumber is below 1. HTTP 400.
	InvalidPageNumberExceedsMinimum ErrorCode = "InvalidPageNumber.ExceedsMinimum"
)

// Logs: custom configurations and real-time delivery.
const (
	// ConfigNotFound: the log configuration does not exist or belongs to
	// another account, or the domain has none. HTTP 404. There is a code
	// without the dot, too: [ConfigNotFoundNoDot].
	ConfigNotFound ErrorCode = "Config.NotFound"
	// ConfigNotFoundNoDot: there is no such configuration. The reference
	// spells the code with a dot: [ConfigNotFound].
	ConfigNotFoundNoDot ErrorCode = "ConfigNotFound"
	// ConfgIdsNotFound: the account has no custom log configuration. HTTP 404.
	// Spelled so (Confg) by the service.
	ConfgIdsNotFound ErrorCode = "ConfgIds.NotFound"
	// InvalidConfigId: the log configuration does not exist or belongs to
	// another account. HTTP 403 where it is read, 404 where it is changed, 400
	// also seen.
	InvalidConfigId ErrorCode = "InvalidConfigId"
	// InvalidTag: a tag has 256 characters or more. HTTP 403.
	InvalidTag ErrorCode = "InvalidTag"
	// DomainNotFound: the domain has no real-time log delivery. HTTP 404. Not
	// the same as InvalidDomain.NotFound.
	DomainNotFound ErrorCode = "Domain.NotFound"
	// DomainsNotFound: no domain uses the log configuration, or it belongs to
	// another account. HTTP 404.
	DomainsNotFound ErrorCode = "Domains.NotFound"
	// LogstoreNotExist: there is no such Logstore. HTTP 404, and 403 in
	// ModifyRealtimeLogDelivery.
	LogstoreNotExist ErrorCode = "LogstoreNotExist"
)

// Usage: its query, its exports and its reports, all with HTTP 400. Some name things that
// are no parameters of these actions.
const (
	// InvalidParameterArea: Area is wrong.
	InvalidParameterArea ErrorCode = "InvalidParameterArea"
	// InvalidParameterField: Field is wrong.
	InvalidParameterField ErrorCode = "InvalidParameterField"
	// InvalidParameterInterval: Interval is wrong.
	InvalidParameterInterval ErrorCode = "InvalidParameterInterval"
	// InvalidParameterStartTime: StartTime is wrong.
	InvalidParameterStartTime ErrorCode = "InvalidParameterStartTime"
	// InvalidParameterEndTime: EndTime is wrong.
	InvalidParameterEndTime ErrorCode = "InvalidParameterEndTime"
	// InvalidParameterProduct: the product is wrong; no parameter sets it.
	InvalidParameterProduct ErrorCode = "InvalidParameterProduct"
	// InvalidParameterDimension: the dimension is wrong; no parameter sets it.
	InvalidParameterDimension ErrorCode = "InvalidParameterDimension"
	// InvalidParameterBillType: the billing type is wrong; no parameter sets
	// it.
	InvalidParameterBillType ErrorCode = "InvalidParameterBillType"
	// InvalidParameterAliuid: the account is wrong; no parameter sets it.
	InvalidParameterAliuid ErrorCode = "InvalidParameterAliuid"
	// InvalidParameterOperator: the operator is wrong; no parameter sets it.
	InvalidParameterOperator ErrorCode = "InvalidParameterOperator"
	// SubscriptionAlreadyExists: there is a custom report already. HTTP 400.
	SubscriptionAlreadyExists ErrorCode = "SubscriptionAlreadyExists"
	// SubscriptionNotFound: there is no such custom report. HTTP 400.
	SubscriptionNotFound ErrorCode = "SubscriptionNotFound"
	// NameAlreadyExists: the name is taken. HTTP 400.
	NameAlreadyExists ErrorCode = "NameAlreadyExists"
	// DeliverExceedLimit: too many delivery tasks. HTTP 400.
	DeliverExceedLimit ErrorCode = "DeliverExceedLimit"
)

// Refresh and preload.
const (
	// QuotaExceededRefresh: as many URLs or directories as a day allows have
	// been refreshed, or preloaded. HTTP 400. Wait for the next day.
	QuotaExceededRefresh ErrorCode = "QuotaExceeded.Refresh"
	// QuotaPerMinuteExceededRefresh: too many URLs within a minute. HTTP 400.
	// Retry after a minute.
	QuotaPerMinuteExceededRefresh ErrorCode = "QuotaPerMinuteExceeded.Refresh"
	// PreloadQueueFull: too many URLs of the domain are being preloaded. HTTP
	// 403. Retry later.
	PreloadQueueFull ErrorCode = "PreloadQueueFull"
	// InvalidObjectPathMalformed: ObjectPath is malformed. HTTP 400.
	InvalidObjectPathMalformed ErrorCode = "InvalidObjectPath.Malformed"
	// InvalidObjectPathSizeMalformed: there are too many URLs in ObjectPath.
	// HTTP 400. Its message speaks of 1000, the limit is 100.
	InvalidObjectPathSizeMalformed ErrorCode = "InvalidObjectPath.Size.Malformed"
	// InvalidObjectTypeValueNotSupported: ObjectType has a value that is not
	// supported. HTTP 400.
	InvalidObjectTypeValueNotSupported ErrorCode = "InvalidObjectType.ValueNotSupported"
	// InvalidTaskIdMalformed: TaskId is malformed. HTTP 400.
	InvalidTaskIdMalformed ErrorCode = "InvalidTaskId.Malformed"
	// MissingParameterObjectType: ObjectType is missing. HTTP 400.
	MissingParameterObjectType ErrorCode = "MissingParameter.ObjectType"
	// InvalidStatusValueNotSupported: Status not supported. HTTP 400.
	InvalidStatusValueNotSupported ErrorCode = "InvalidStatus.ValueNotSupported"
	// InvalidParameters: wrong parameters. HTTP 400.
	InvalidParameters ErrorCode = "InvalidParameters"
	// SingleRequestOverLimit: more than 1000 URLs. HTTP 400.
	SingleRequestOverLimit ErrorCode = "SingleRequest.OverLimit"
	// InvalidObjectTypeMalformed: ObjectType is wrong. HTTP 400.
	InvalidObjectTypeMalformed ErrorCode = "InvalidObjectType.Malformed"
	// InvalidStationsMalformed: Stations is wrong. HTTP 400.
	InvalidStationsMalformed ErrorCode = "InvalidStations.Malformed"
)

// Nodes and security.
const (
	// InvalidIPValueNotSupported: IP is not supported. HTTP 400.
	InvalidIPValueNotSupported ErrorCode = "InvalidIP.ValueNotSupported"
	// InvaildBatchIpLengthTooLong: too many IP addresses. HTTP 400.
	InvaildBatchIpLengthTooLong ErrorCode = "InvaildBatchIp.LengthTooLong"
	// InvalidArgIpsMalformed: Ips has a wrong format. HTTP 400.
	InvalidArgIpsMalformed ErrorCode = "InvalidArgIps.Malformed"
	// InvalidArgIpsIpCanNotFound: an IP address is not found. HTTP 400.
	InvalidArgIpsIpCanNotFound ErrorCode = "InvalidArgIps.IpCanNotFound"
	// MISSPARAMETER: the query of IP addresses lacks a parameter. HTTP 400.
	MISSPARAMETER ErrorCode = "MISS_PARAMETER"
	// INVALIDPARAMETER: a parameter of the query of IP addresses is wrong. HTTP
	// 400.
	INVALIDPARAMETER ErrorCode = "INVALID_PARAMETER"
	// FAILED: the query of IP addresses failed. Retry later. HTTP 400.
	FAILED ErrorCode = "FAILED"
	// InvalidParameterRegionId: RegionId is invalid. HTTP 400.
	InvalidParameterRegionId ErrorCode = "InvalidParameterRegionId"
	// InvalidParameterDomain: DomainName is invalid. HTTP 400.
	InvalidParameterDomain ErrorCode = "InvalidParameterDomain"
	// DomainNotExist: the domain does not exist. HTTP 400.
	DomainNotExist ErrorCode = "DomainNotExist"
)

// Triggers of Function Compute.
const (
	// NotFoundEventMeta: no such event name and version. HTTP 400.
	NotFoundEventMeta ErrorCode = "NotFound.EventMeta"
	// DuplicatedFCTrigger: the trigger exists already. HTTP 400.
	DuplicatedFCTrigger ErrorCode = "Duplicated.FCTrigger"
	// InvalidParameterTriggerARN: TriggerARN is invalid. HTTP 400.
	InvalidParameterTriggerARN ErrorCode = "InvalidParameter.TriggerARN"
	// InvalidParameterSourceARN: SourceARN is invalid. HTTP 400.
	InvalidParameterSourceARN ErrorCode = "InvalidParameter.SourceARN"
	// InvalidParameterFunctionARN: FunctionARN is invalid. HTTP 400.
	InvalidParameterFunctionARN ErrorCode = "InvalidParameter.FunctionARN"
	// InvalidParameterRoleARN: RoleARN is invalid. HTTP 400.
	InvalidParameterRoleARN ErrorCode = "InvalidParameter.RoleARN"
	// PermissionDeny: no permission for this trigger. HTTP 403.
	PermissionDeny ErrorCode = "PermissionDeny"
	// NotFoundFCTrigger: the trigger does not exist. HTTP 404.
	NotFoundFCTrigger ErrorCode = "NotFound.FCTrigger"
)

// Tags.
const (
	// InvalidRegionIdMalformed: RegionId is wrong. HTTP 400.
	InvalidRegionIdMalformed ErrorCode = "InvalidRegionId.Malformed"
	// MissParameterTagOrResourceId: neither Tag nor ResourceId given. HTTP 400.
	MissParameterTagOrResourceId ErrorCode = "MissParameter.TagOrResourceId"
	// TagIsInvalid: more than 20 tags. HTTP 400.
	TagIsInvalid ErrorCode = "TagIsInvalid"
	// ResourceIdIsInvalid: more than 50 resources. HTTP 400.
	ResourceIdIsInvalid ErrorCode = "ResourceIdIsInvalid"
	// TagKeyIsInvalid: tag key is wrong. HTTP 400.
	TagKeyIsInvalid ErrorCode = "TagKeyIsInvalid"
	// TagValueIsInvalid: tag value is wrong. HTTP 400.
	TagValueIsInvalid ErrorCode = "TagValueIsInvalid"
)

// Others: parameters and actions in general.
const (
	// MissingParameter: a parameter is missing; the message names it. HTTP
	// 400. Also for one of StartTime and EndTime without the other.
	MissingParameter ErrorCode = "MissingParameter"
	// InvalidParameter: a parameter is wrong; the message may name it. HTTP
	// 400.
	InvalidParameter ErrorCode = "InvalidParameter"
	// InvaildParameter: a parameter is wrong; the message names it. HTTP 400.
	// Spelled so (Invaild) by the service, which also has InvalidParameter.
	InvaildParameter ErrorCode = "InvaildParameter"
	// InvalidParams: parameters of DescribeRangeDataByLocateAndIspService are
	// wrong. HTTP 400.
	InvalidParams ErrorCode = "InvalidParams"
	// LossParams: DescribeRangeDataByLocateAndIspService lacks DomainNames,
	// StartTime or EndTime, or does not know a domain. HTTP 400.
	LossParams ErrorCode = "LossParams"
	// InvalidLocationNamesMalformed: LocationNames is malformed. HTTP 400.
	InvalidLocationNamesMalformed ErrorCode = "InvalidLocationNames.Malformed"
	// UnsupportedOperation: the action is not supported. HTTP 400.
	UnsupportedOperation ErrorCode = "UnsupportedOperation"
	// InvalidActionNotFound: there is no such action.
	InvalidActionNotFound ErrorCode = "InvalidAction.NotFound"
	// InvalidVersion: there is no such version of the API.
	InvalidVersion ErrorCode = "InvalidVersion"
	// MissingAction: the request names no action.
	MissingAction ErrorCode = "MissingAction"
	// UnsupportedHTTPMethod: the action does not take this HTTP method.
	UnsupportedHTTPMethod ErrorCode = "UnsupportedHTTPMethod"
	// InvalidDomainName: a domain name is invalid. HTTP 400.
	InvalidDomainName ErrorCode = "InvalidDomainName"
	// InvalidPathMalformed: Path is no string. HTTP 400.
	InvalidPathMalformed ErrorCode = "InvalidPath.Malformed"
	// InvalidDomainNameTooShort: DomainName is empty. HTTP 400.
	InvalidDomainNameTooShort ErrorCode = "InvalidDomainName.TooShort"
	// InvalidDomainNameOverlimit: too many domains. HTTP 400.
	InvalidDomainNameOverlimit ErrorCode = "InvalidDomainName.Overlimit"
	// InvalidDomainNameMismatch: a domain name is invalid. HTTP 400.
	InvalidDomainNameMismatch ErrorCode = "InvalidDomainName.Mismatch"
	// BillTypeNotFound: no billing type found, or it is not one that is billed
	// by the month. HTTP 400.
	BillTypeNotFound ErrorCode = "BillTypeNotFound"
	// MissingConfig: Config is missing. HTTP 400.
	MissingConfig ErrorCode = "MissingConfig"
	// InvalidConfigValueNotSupported: Config is not one of the supported names.
	// HTTP 400.
	InvalidConfigValueNotSupported ErrorCode = "InvalidConfig.ValueNotSupported"
)
