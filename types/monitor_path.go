package types

// DescribeDomainPathDataRequest holds the parameters of DescribeDomainPathData.
type DescribeDomainPathDataRequest struct {
	// DomainName is the domain, only one. Required.
	DomainName string `url:"DomainName"`

	// Path is the path. It begins with /, and that of a directory ends with it
	// too; there are no wildcards. Left out: all paths.
	Path string `url:"Path,omitempty"`

	// StartTime is the start of the data, in UTC, at most 30 days ago. Left out
	// together with EndTime: the last 24 hours.
	StartTime Time `url:"StartTime,omitempty"`

	// EndTime is the end of the data, in UTC, later than StartTime by less than
	// 30 days. Give both or neither.
	EndTime Time `url:"EndTime,omitempty" check:"pair=StartTime,after=StartTime,span=30d"`

	// PageNumber is the page to return, from 1. Left out, it is the first.
	PageNumber int `url:"PageNumber,omitempty" check:"min=1"`

	// PageSize is the number of records a page, 1 to 1000. Left out: 20.
	PageSize int `url:"PageSize,omitempty" check:"min=1,max=1000"`
}

// DescribeDomainPathDataResponse is the answer of DescribeDomainPathData.
type DescribeDomainPathDataResponse struct {
	Meta

	// DomainName is the domain.
	DomainName string `json:"DomainName"`

	// StartTime is the start of the data.
	StartTime Time `json:"StartTime"`

	// EndTime is the end of the data.
	EndTime Time `json:"EndTime"`

	// DataInterval is the number of seconds between two values of a path.
	DataInterval Int `json:"DataInterval"`

	// PageNumber is the page, from 1.
	PageNumber Int `json:"PageNumber"`

	// PageSize is the number of records a page.
	PageSize Int `json:"PageSize"`

	// TotalCount is the number of records on all pages.
	TotalCount Int `json:"TotalCount"`

	// PathDataPerInterval has the figures of each path and interval.
	PathDataPerInterval List[DomainPathUsageData] `json:"PathDataPerInterval"`
}

// DomainPathUsageData is the traffic and the visits of a path in one interval.
type DomainPathUsageData struct {
	// Path is the path.
	Path string `json:"Path"`

	// Time is the start of the interval.
	Time Time `json:"Time"`

	// Acc is the number of visits.
	Acc Int `json:"Acc"`

	// Traffic is the traffic in bytes.
	Traffic Number `json:"Traffic"`
}

// DescribeDomainCcActivityLogRequest holds the parameters of
// DescribeDomainCcActivityLog.
type DescribeDomainCcActivityLogRequest struct {
	// DomainName lists the domains, at most 20. Left out: all domains of the
	// account.
	DomainName []string `url:"DomainName,omitempty,comma" check:"max=20"`

	// StartTime is the start of the log, in UTC and in steps of 5 minutes, at
	// most 30 days ago. Left out together with EndTime: the last 24 hours.
	StartTime Time `url:"StartTime,omitempty"`

	// EndTime is the end of the log, in UTC and later than StartTime. Give both
	// or neither.
	EndTime Time `url:"EndTime,omitempty" check:"pair=StartTime,after=StartTime"`

	// TriggerObject is what triggered the rule, such as IP. Left out:
	// everything.
	TriggerObject string `url:"TriggerObject,omitempty"`

	// Value is the value of what triggered the rule, such as an address. Left
	// out: all values. It travels in a form, and logs of calls mask it.
	Value string `url:"Value,omitempty"`

	// RuleName is the name of a rule of the account, default_normal (the rule
	// of the normal mode) or default_attack (that of the emergency mode). Left
	// out: all rules.
	RuleName string `url:"RuleName,omitempty"`

	// PageSize is the number of records a page, 1 to 100. Left out: 30.
	PageSize int `url:"PageSize,omitempty" check:"min=1,max=100"`

	// PageNumber is the page to return, from 1. Left out, it is the first.
	PageNumber int `url:"PageNumber,omitempty" check:"min=1"`
}

// DescribeDomainCcActivityLogResponse is the answer of
// DescribeDomainCcActivityLog.
type DescribeDomainCcActivityLogResponse struct {
	Meta

	// ActivityLog has the requests that rules acted on.
	ActivityLog List[ActivityLog] `json:"ActivityLog"`

	// PageIndex is the page, PageNumber of the request.
	PageIndex Int `json:"PageIndex"`

	// PageSize is the number of records a page.
	PageSize Int `json:"PageSize"`

	// Total is the number of records on all pages.
	Total Int `json:"Total"`
}

// ActivityLog is what a rate limiting rule did.
type ActivityLog struct {
	// TimeStamp is the start of the interval in which it did.
	TimeStamp Time `json:"TimeStamp"`

	// DomainName is the domain.
	DomainName string `json:"DomainName"`

	// RuleName is the name of the rule.
	RuleName string `json:"RuleName"`

	// TriggerObject is what triggered the rule, such as Ip or
	// Header_UserAgent. The example of a request writes IP.
	TriggerObject string `json:"TriggerObject"`

	// Value is the value of it, such as an address.
	Value string `json:"Value"`

	// Action is what was done, such as deny.
	Action string `json:"Action"`

	// Ttl is for how long that is done, in seconds.
	Ttl Int `json:"Ttl"`
}
