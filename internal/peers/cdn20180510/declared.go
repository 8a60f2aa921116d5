// Package cdn20180510 declares what docs/migrating.md uses of
// github.com/alibabacloud-go/cdn-20180510/v9/client, so that the guide's "before"
// can be compiled: that module is not in every module proxy. The names and
// types are those that its users' code shows; nothing here calls anything.
package cdn20180510

import (
	"context"
	"errors"

	openapi "github.com/alibabacloud-go/darabonba-openapi/v2/client"
	openapiutil "github.com/alibabacloud-go/darabonba-openapi/v2/utils"
	"github.com/alibabacloud-go/tea/dara"
)

var errDeclared = errors.New("declared only")

// Client is the client.
type Client struct{ openapi.Client }

// NewClient makes a client.
func NewClient(config *openapiutil.Config) (*Client, error) {
	client := new(Client)
	return client, client.Init(config)
}

type (
	// Response is the form of every response.
	Response[Body any] struct {
		Headers    map[string]*string
		StatusCode *int32
		Body       *Body
	}

	// RefreshObjectCachesRequest is a request.
	RefreshObjectCachesRequest struct{ ObjectPath, ObjectType *string }

	// RefreshObjectCachesResponseBody is an answer.
	RefreshObjectCachesResponseBody struct{ RefreshTaskId, RequestId *string }

	// PushObjectCacheRequest is a request.
	PushObjectCacheRequest struct{ ObjectPath, Area *string }

	// PushObjectCacheResponseBody is an answer.
	PushObjectCacheResponseBody struct{ PushTaskId, RequestId *string }

	// DescribeRefreshTasksRequest is a request.
	DescribeRefreshTasksRequest struct{ TaskId *string }

	// DescribeRefreshTasksResponseBody is an answer.
	DescribeRefreshTasksResponseBody struct {
		Tasks *struct {
			CDNTask []*struct{ ObjectPath, Status, Process *string }
		}
	}

	// DescribeUserDomainsRequest is a request.
	DescribeUserDomainsRequest struct {
		DomainStatus         *string
		PageNumber, PageSize *int32
	}

	// DescribeUserDomainsResponseBody is an answer.
	DescribeUserDomainsResponseBody struct {
		Domains *struct {
			PageData []*struct{ DomainName, Cname, DomainStatus *string }
		}
		TotalCount *int64
	}

	// AddCdnDomainRequest is a request.
	AddCdnDomainRequest struct{ DomainName, CdnType, Sources *string }

	// DescribeCdnDomainDetailRequest is a request.
	DescribeCdnDomainDetailRequest struct{ DomainName *string }

	// DescribeCdnDomainDetailResponseBody is an answer.
	DescribeCdnDomainDetailResponseBody struct {
		GetDomainDetailModel *struct{ Cname, DomainStatus *string }
	}

	// BatchSetCdnDomainConfigRequest is a request.
	BatchSetCdnDomainConfigRequest struct{ DomainNames, Functions *string }

	// SetCdnDomainSSLCertificateRequest is a request.
	SetCdnDomainSSLCertificateRequest struct{ DomainName, CertType, SSLProtocol, SSLPub, SSLPri *string }

	// DescribeDomainBpsDataRequest is a request.
	DescribeDomainBpsDataRequest struct{ DomainName, StartTime, EndTime, Interval *string }

	// DescribeDomainBpsDataResponseBody is an answer.
	DescribeDomainBpsDataResponseBody struct {
		BpsDataPerInterval *struct {
			DataModule []*struct{ TimeStamp, Value *string }
		}
	}

	// DescribeCdnDomainLogsRequest is a request.
	DescribeCdnDomainLogsRequest struct {
		DomainName, StartTime, EndTime *string
		PageNumber, PageSize           *int64
	}

	// DescribeCdnDomainLogsResponseBody is an answer.
	DescribeCdnDomainLogsResponseBody struct {
		DomainLogDetails *struct {
			DomainLogDetail []*struct {
				LogInfos *struct {
					LogInfoDetail []*struct{ LogName, LogPath *string }
				}
				PageInfos *struct{ Total *int64 }
			}
		}
	}
)

// The methods of the actions.

// RefreshObjectCachesWithContext is an action.
func (*Client) RefreshObjectCachesWithContext(context.Context, *RefreshObjectCachesRequest, *dara.RuntimeOptions) (*Response[RefreshObjectCachesResponseBody], error) {
	return nil, errDeclared
}

// PushObjectCacheWithContext is an action.
func (*Client) PushObjectCacheWithContext(context.Context, *PushObjectCacheRequest, *dara.RuntimeOptions) (*Response[PushObjectCacheResponseBody], error) {
	return nil, errDeclared
}

// DescribeRefreshTasksWithContext is an action.
func (*Client) DescribeRefreshTasksWithContext(context.Context, *DescribeRefreshTasksRequest, *dara.RuntimeOptions) (*Response[DescribeRefreshTasksResponseBody], error) {
	return nil, errDeclared
}

// DescribeUserDomainsWithContext is an action.
func (*Client) DescribeUserDomainsWithContext(context.Context, *DescribeUserDomainsRequest, *dara.RuntimeOptions) (*Response[DescribeUserDomainsResponseBody], error) {
	return nil, errDeclared
}

// AddCdnDomainWithContext is an action.
func (*Client) AddCdnDomainWithContext(context.Context, *AddCdnDomainRequest, *dara.RuntimeOptions) (*Response[struct{}], error) {
	return nil, errDeclared
}

// DescribeCdnDomainDetailWithContext is an action.
func (*Client) DescribeCdnDomainDetailWithContext(context.Context, *DescribeCdnDomainDetailRequest, *dara.RuntimeOptions) (*Response[DescribeCdnDomainDetailResponseBody], error) {
	return nil, errDeclared
}

// BatchSetCdnDomainConfigWithContext is an action.
func (*Client) BatchSetCdnDomainConfigWithContext(context.Context, *BatchSetCdnDomainConfigRequest, *dara.RuntimeOptions) (*Response[struct{}], error) {
	return nil, errDeclared
}

// SetCdnDomainSSLCertificateWithContext is an action.
func (*Client) SetCdnDomainSSLCertificateWithContext(context.Context, *SetCdnDomainSSLCertificateRequest, *dara.RuntimeOptions) (*Response[struct{}], error) {
	return nil, errDeclared
}

// DescribeDomainBpsDataWithContext is an action.
func (*Client) DescribeDomainBpsDataWithContext(context.Context, *DescribeDomainBpsDataRequest, *dara.RuntimeOptions) (*Response[DescribeDomainBpsDataResponseBody], error) {
	return nil, errDeclared
}

// DescribeCdnDomainLogsWithContext is an action.
func (*Client) DescribeCdnDomainLogsWithContext(context.Context, *DescribeCdnDomainLogsRequest, *dara.RuntimeOptions) (*Response[DescribeCdnDomainLogsResponseBody], error) {
	return nil, errDeclared
}
