package types

// EventMetaName is the name of an event of the CDN service that runs a
// function. Today's documents of these actions name LogFileCreated alone; those
// of Function Compute have all of them, in version 1.0.0, filtered by domain.
type EventMetaName string

// The events.
const (
	// EventMetaNameLogFileCreated: a log file of the domain is there.
	EventMetaNameLogFileCreated EventMetaName = "LogFileCreated"
	// EventMetaNameCachedObjectsRefreshed: a refresh has ended.
	EventMetaNameCachedObjectsRefreshed EventMetaName = "CachedObjectsRefreshed"
	// EventMetaNameCachedObjectsPushed: a preload has ended.
	EventMetaNameCachedObjectsPushed EventMetaName = "CachedObjectsPushed"
	// EventMetaNameCachedObjectsBlocked: a URL was blocked. An account gets it
	// on request only.
	EventMetaNameCachedObjectsBlocked EventMetaName = "CachedObjectsBlocked"
	// EventMetaNameCdnDomainAdded: a domain was added.
	EventMetaNameCdnDomainAdded EventMetaName = "CdnDomainAdded"
	// EventMetaNameCdnDomainStarted: a domain was started.
	EventMetaNameCdnDomainStarted EventMetaName = "CdnDomainStarted"
	// EventMetaNameCdnDomainStopped: a domain was stopped.
	EventMetaNameCdnDomainStopped EventMetaName = "CdnDomainStopped"
	// EventMetaNameCdnDomainDeleted: a domain was deleted.
	EventMetaNameCdnDomainDeleted EventMetaName = "CdnDomainDeleted"
)

// AddFCTriggerRequest holds the parameters of AddFCTrigger.
type AddFCTriggerRequest struct {
	// TriggerARN is the trigger in Function Compute, which must be new, such as
	// acs:fc:{region}:{account}:services/{service}/functions/{function}/triggers/{trigger}.
	// Required.
	TriggerARN string `url:"TriggerARN"`

	// EventMetaName is the event. Required.
	EventMetaName EventMetaName `url:"EventMetaName"`

	// EventMetaVersion is the version of the event, such as 1.0.0. Required.
	EventMetaVersion string `url:"EventMetaVersion"`

	// SourceARN is what is watched: acs:cdn:{region}:{account}:{filter}, with *
	// for every region. A filter is name/value; several values stand in braces
	// with commas between them, several filters follow each other with / and
	// must all hold. LogFileCreated is filtered by domain, such as
	// domain/example.com or domain/{example.com,example.org}. Required.
	SourceARN string `url:"SourceARN"`

	// RoleARN is the RAM role that the CDN service takes to run the function,
	// such as acs:ram::{account}:role/aliyuncdneventnotificationrole. Required.
	RoleARN string `url:"RoleARN"`

	// Notes is a remark. Required.
	Notes string `url:"Notes"`

	// FunctionARN is the function to run. The default is not stated; the name
	// of the trigger holds a function, too.
	FunctionARN string `url:"FunctionARN,omitempty"`
}

// AddFCTriggerResponse is the answer of AddFCTrigger.
type AddFCTriggerResponse struct {
	Meta
}

// UpdateFCTriggerRequest holds the parameters of UpdateFCTrigger. What is left
// out stays as it is, going by their being optional.
type UpdateFCTriggerRequest struct {
	// TriggerARN is the trigger in Function Compute. Required.
	TriggerARN string `url:"TriggerARN"`

	// SourceARN is what is watched, as in [AddFCTriggerRequest].
	SourceARN string `url:"SourceARN,omitempty"`

	// RoleARN is the RAM role that the CDN service takes to run the function.
	RoleARN string `url:"RoleARN,omitempty"`

	// Notes is a remark.
	Notes string `url:"Notes,omitempty"`

	// FunctionARN is the function to run.
	FunctionARN string `url:"FunctionARN,omitempty"`
}

// UpdateFCTriggerResponse is the answer of UpdateFCTrigger.
type UpdateFCTriggerResponse struct {
	Meta
}

// DeleteFCTriggerRequest holds the parameters of DeleteFCTrigger.
type DeleteFCTriggerRequest struct {
	// TriggerARN is the trigger in Function Compute. Required.
	TriggerARN string `url:"TriggerARN"`
}

// DeleteFCTriggerResponse is the answer of DeleteFCTrigger.
type DeleteFCTriggerResponse struct {
	Meta
}

// DescribeFCTriggerRequest holds the parameters of DescribeFCTrigger.
type DescribeFCTriggerRequest struct {
	// TriggerARN is the trigger in Function Compute. Required.
	TriggerARN string `url:"TriggerARN"`
}

// DescribeFCTriggerResponse is the answer of DescribeFCTrigger.
type DescribeFCTriggerResponse struct {
	Meta

	// FCTrigger is the trigger.
	FCTrigger FCTrigger `json:"FCTrigger"`
}

// ListFCTriggerRequest holds the parameters of ListFCTrigger.
type ListFCTriggerRequest struct {
	// EventMetaName is the event, one a request. Required.
	EventMetaName EventMetaName `url:"EventMetaName"`

	// EventMetaVersion is the version of the event, such as 1.0.0, one a
	// request. Required.
	EventMetaVersion string `url:"EventMetaVersion"`
}

// ListFCTriggerResponse is the answer of ListFCTrigger.
type ListFCTriggerResponse struct {
	Meta

	// FCTriggers are the triggers of the event.
	FCTriggers List[FCTrigger] `json:"FCTriggers"`
}

// FCTrigger is a trigger of Function Compute. The answers do not have the
// FunctionARN that requests can set.
type FCTrigger struct {
	// TriggerARN is the trigger in Function Compute.
	TriggerARN string `json:"TriggerARN"`

	// EventMetaName is the event.
	EventMetaName EventMetaName `json:"EventMetaName"`

	// EventMetaVersion is the version of the event.
	EventMetaVersion string `json:"EventMetaVersion"`

	// SourceArn is what is watched, the SourceARN of requests.
	SourceArn string `json:"SourceArn"`

	// RoleARN is the RAM role that the CDN service takes to run the function.
	RoleARN string `json:"RoleARN"`

	// Notes is the remark.
	Notes string `json:"Notes"`
}
