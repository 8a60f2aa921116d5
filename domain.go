package alicdn

import (
	"cmp"
	"context"
	"crypto/x509"
	"errors"
	"fmt"
	"iter"
	"maps"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/alicdn/alicdn-go/internal/adding"
	"github.com/alicdn/alicdn-go/internal/certificate"
	"github.com/alicdn/alicdn-go/internal/config"
	"github.com/alicdn/alicdn-go/internal/paging"
	"github.com/alicdn/alicdn-go/internal/param"
	"github.com/alicdn/alicdn-go/internal/patience"
	"github.com/alicdn/alicdn-go/internal/poll"
	"github.com/alicdn/alicdn-go/internal/retry"
	"github.com/alicdn/alicdn-go/internal/workers"
	"github.com/alicdn/alicdn-go/types"
)

// AddCdnDomain adds an accelerated domain.
//
// The CDN service must have been opened and the domain must have its ICP
// filing. Origins outside Alibaba Cloud are reviewed by the next working day:
// the domain is checking, then configuring, then online, or check_failed or
// configure_failed for good; [Client.WaitForDomainStatus] tells. An account may
// have 50 domains (the reference: 20). A wildcard domain starts with a dot, such
// as .example.com, and excludes the exact domains of its level.
//
// It is not repeated after a lost answer; at most 30 calls a second.
//
// Errors worth handling: DomainOwnerVerifyFail (the root domain is not proved to
// be the account's, see [Client.AddVerifiedDomain]), DomainAlreadyExist,
// BusinessExist (it is already being added), DomainOverLimit,
// DomainNotRegistration (no ICP filing), DomainReserved and
// ExtensiveAndSpecificDomainConflict.
//
// Reference: section 6.1.
// API: https://www.alibabacloud.com/help/en/cdn/developer-reference/api-cdn-2018-05-10-addcdndomain
func (c *Client) AddCdnDomain(ctx context.Context, req *types.AddCdnDomainRequest, opts ...CallOption) (*types.AddCdnDomainResponse, error) {
	return invoke(ctx, c, "AddCdnDomain", req, new(types.AddCdnDomainResponse), opts)
}

// AddDomainOptions says how [Client.AddVerifiedDomain] works. The zero value is
// good for root domains that are proved, or whose proof is in its place.
type AddDomainOptions struct {
	// VerifyType is how the ownership of the root domain is proved, by default by
	// a DNS record.
	VerifyType types.VerifyType

	// PlaceProof, unless nil, places the record or file that proves the
	// ownership, such as by the API of the DNS provider. It is called where the
	// service asks for the proof, once a call, also if the record is there
	// already; the proof is the same each time. An error of it ends the call.
	PlaceProof func(ctx context.Context, proof types.OwnerProof) error

	// RootDomain, unless nil, returns the root domain of a domain, where the
	// proof is placed. The default is the last two labels, or three below
	// suffixes such as com.cn and co.uk; publicsuffix.EffectiveTLDPlusOne of
	// golang.org/x/net knows all. A wildcard domain is given to it without its
	// dot. Where it returns "", the default counts.
	RootDomain func(domainName string) string

	// UntilOnline waits until the domain is online: 15 minutes, or a working day
	// where the origin is reviewed. Otherwise the call returns when the service
	// has taken the domain.
	UntilOnline bool

	// Wait is how the proof and the domain are waited for, with OnUpdate for
	// progress.
	Wait WaitOptions
}

// AddVerifiedDomain adds a domain with [Client.AddCdnDomain], proves before that
// its root domain is the account's where the service asks for it, and returns the
// domain as it was last seen. Spaces around its name are dropped, and it is
// written in lower case.
//
// Where the service asks, [Client.DescribeVerifyContent] says what to publish,
// opts.PlaceProof publishes it, and [Client.VerifyDomainOwner] is repeated, every
// 5 to 30 seconds, until the service finds it, however long DNS takes to spread.
// Then the domain is added. Without PlaceProof there is one look; if the proof is
// not there, the error says what to place, and where, and once that was done by
// hand another call goes on.
//
// It may be called again after whatever ended it, a crash or the end of ctx: what
// is proved stays proved, and a domain that the account has with the same
// CdnType, Sources and, if set, Scope and ResourceGroupId counts as added. With
// other settings it is refused ([ErrConflict]) and not changed. After a lost
// answer the domain is looked for before it is sent again. Throttling and a
// domain of that name that is being deleted are waited out. How long all that
// takes is up to ctx.
//
// Errors are an [*AddDomainError], which says at which step the domain stands and
// what has to be placed, or a [*ParamError] before anything is sent. Errors worth
// handling are those of [Client.AddCdnDomain]; [ErrUnavailable] comes after about
// ten minutes without an answer, and DomainOwnerVerifyFail after as long in which
// the service finds the proof and still asks for it.
func (c *Client) AddVerifiedDomain(ctx context.Context, req *types.AddCdnDomainRequest, opts AddDomainOptions) (*types.GetDomainDetailModel, error) {
	const action = "AddCdnDomain"
	one := types.AddCdnDomainRequest{}
	if req != nil {
		one = *req
	}
	req, one.DomainName = &one, adding.Name(one.DomainName)
	if _, err := param.Encode(req); err != nil {
		return nil, paramErrors(action, err)
	}
	how := AddDomainsOptions{VerifyType: opts.VerifyType, PlaceProof: opts.PlaceProof, RootDomain: opts.RootDomain, Workers: 1, Wait: opts.Wait}
	job := c.addition("AddVerifiedDomain", how, func(ctx context.Context, _ []string) error {
		_, err := c.AddCdnDomain(ctx, req)
		return err
	})
	job.Most, job.Settings = 1, adding.Settings{CdnType: req.CdnType, Scope: req.Scope, ResourceGroupId: req.ResourceGroupId, Sources: req.Sources}
	job.Check = func(string) error { return nil } // the request was checked
	result, _ := job.Run(ctx, func(yield func(string) bool) { yield(req.DomainName) })
	if outcome := result.Outcomes[0]; outcome.State != types.AddDomainAdded {
		return nil, outcome.Err
	}
	return c.waitForAdded(ctx, req.DomainName, opts)
}

// waitForAdded waits until a domain is to be seen that was added, or online.
func (c *Client) waitForAdded(ctx context.Context, domainName string, opts AddDomainOptions) (*types.GetDomainDetailModel, error) {
	what := "domain " + domainName + " to be listed"
	if opts.UntilOnline {
		what = "domain " + domainName + " to be online"
	}
	var found *types.GetDomainDetailModel
	err := wait(ctx, what, opts.Wait, poll.Waiter{Pace: domainPace}, func(ctx context.Context) (poll.State, error) {
		domain, err := c.findDomain(ctx, domainName, WithAttempts(patient))
		switch {
		case err != nil:
			return poll.State{}, err
		case domain == nil: // not yet
			return poll.State{Remaining: []string{domainName}}, nil
		}
		found = domain
		if !opts.UntilOnline {
			return poll.State{Name: string(domain.DomainStatus), Done: true}, nil
		}
		return domainState(domainName, domain.DomainStatus, types.DomainStatusOnline), nil
	})
	if err != nil {
		return found, &AddDomainError{DomainName: domainName, Step: types.AddDomainStepOnline, Err: err}
	}
	return found, nil
}

// findDomain returns a domain of the account, nil if it does not have it.
func (c *Client) findDomain(ctx context.Context, domainName string, opts ...CallOption) (*types.GetDomainDetailModel, error) {
	resp, err := c.DescribeCdnDomainDetail(ctx, &types.DescribeCdnDomainDetailRequest{DomainName: domainName}, opts...)
	switch {
	case IsCode(err, types.InvalidDomainNotFound):
		return nil, nil //nolint:nilnil // that is the answer
	case err != nil:
		return nil, err
	}
	return &resp.GetDomainDetailModel, nil
}

// addition is what every helper does that adds domains.
func (c *Client) addition(name string, opts AddDomainsOptions, add func(ctx context.Context, names []string) error) adding.Job {
	const usual = 8
	opts.Wait.OnUpdate = oneAtATime(opts.Wait.OnUpdate)
	return adding.Job{
		Name:       "alicdn: " + name,
		Workers:    cmp.Or(opts.Workers, usual),
		VerifyType: opts.VerifyType,
		RootDomain: func(domainName string) (root string) {
			if opts.RootDomain != nil {
				root = opts.RootDomain(strings.TrimPrefix(domainName, "."))
			}
			return cmp.Or(root, adding.RootDomain(domainName))
		},
		Place:        opts.PlaceProof,
		OnOutcome:    opts.OnOutcome,
		ErrTwice:     fmt.Errorf("%w: the domain is given twice", ErrInvalid),
		ErrDifferent: fmt.Errorf("%w: the account has the domain with other settings", ErrConflict),
		Explain: func(domainName string, step types.AddDomainStep, proof types.OwnerProof, err error) error {
			return &AddDomainError{domainName, step, proof, err}
		},
		Service: c.addingService(opts, add),
	}
}

// addingService is what adding domains asks of the service.
func (c *Client) addingService(opts AddDomainsOptions, add func(ctx context.Context, names []string) error) adding.Service {
	return adding.Service{
		Add: func(ctx context.Context, names []string) (adding.Verdict, error) {
			err := add(ctx, names)
			return addVerdict(err), err
		},
		Find: func(ctx context.Context, domainName string) (*types.GetDomainDetailModel, error) {
			return c.findDomain(ctx, domainName, WithAttempts(patient))
		},
		IsTransient: isTransient,
		Content: func(ctx context.Context, domainName string) (string, error) {
			resp, err := c.DescribeVerifyContent(ctx, &types.DescribeVerifyContentRequest{DomainName: domainName})
			if err != nil {
				return "", err
			}
			return resp.Content, nil
		},
		Verify: func(ctx context.Context, domainName string) error {
			_, err := c.VerifyDomainOwner(ctx, &types.VerifyDomainOwnerRequest{
				DomainName: domainName, VerifyType: cmp.Or(opts.VerifyType, types.VerifyTypeDnsCheck),
			})
			return err
		},
		IsMissing: func(err error) bool {
			return IsCode(err, types.DomainOwnerVerifyFail, types.InvalidFile, types.VerifyError)
		},
		Await: func(ctx context.Context, root string, look func(context.Context) (poll.State, error)) error {
			return wait(ctx, "the ownership of "+root+" to be proved", opts.Wait, poll.Waiter{Pace: domainPace}, look)
		},
	}
}

// addVerdict reads what a call to add domains came to.
func addVerdict(err error) adding.Verdict {
	_, isUnreadable := errors.AsType[*DecodeError](err)
	switch {
	case err == nil:
		return adding.Added
	case IsCode(err, types.DomainOwnerVerifyFail):
		return adding.Unproved
	case IsCode(err, types.DomainAlreadyExist):
		return adding.Exists
	case IsCode(err, types.BusinessExist):
		return adding.Underway
	case errors.Is(err, ErrQuota):
		return adding.Exhausted
	case isUnreadable:
		return adding.Lost
	}
	outcome := outcomeOf(err)
	if outcome == retry.Refused && (errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded)) {
		return adding.Unreachable // held back by the limiter or the credentials
	}
	switch outcome {
	case retry.Throttled, retry.Busy:
		return adding.NotNow
	case retry.NotSent:
		return adding.Unreachable
	case retry.Failed, retry.Lost, retry.Canceled:
		return adding.Lost
	default:
		if isOfOneDomain(err) {
			return adding.Refused
		}
		return adding.Futile
	}
}

// isOfOneDomain reports whether a refusal is about a domain, rather than about
// the account or what all domains are added with.
func isOfOneDomain(err error) bool {
	answer, ok := errors.AsType[*Error](err)
	switch {
	case !ok, errors.Is(err, ErrSignature):
		return false
	case IsCode(err, types.DomainReserved, types.IcpBlack, types.IspBlack, types.DomainBeianInvalid, types.DomainNotRegistration):
		return true
	case errors.Is(err, ErrForbidden):
		return false
	}
	for _, shared := range []string{
		"InvalidSource", "SourceIp", "Abs.Sources", "MissingSource", "InvalidType", "InvalidCdnType", "InvalidScope", "CheckSourceHealthFailed",
		"InvalidResourceGroupId", "EntityNotExist", "InvalidStatus.ResourceGroup", "InvalidTopLevelDomain", "TopLevelDomain", "MissingParameter",
		"InvalidParameter", "Unsupported", "InvalidAction", "InvalidTag", "InvalidCertificate", "InvalidPriorities", "Abs.resourceGroupId",
		"CdnServiceNotFound", "MissingAction", "InvalidVersion",
	} {
		if strings.HasPrefix(answer.Code, shared) {
			return false
		}
	}
	return true
}

// AddDomainsOptions says how [Client.AddDomains] works. The zero value is good
// for root domains that are proved, or whose proof is in its place.
type AddDomainsOptions struct {
	// VerifyType is how the ownership of root domains is proved, by default by a
	// DNS record.
	VerifyType types.VerifyType

	// PlaceProof, unless nil, places the record or file that proves the
	// ownership of a root domain. It is called once for each root domain that the
	// service asks for, for one at a time. Where it fails, the domains of that
	// root domain are not added.
	PlaceProof func(ctx context.Context, proof types.OwnerProof) error

	// RootDomain, unless nil, returns the root domain of a domain, as in
	// [AddDomainOptions].
	RootDomain func(domainName string) string

	// Workers is how many calls run at once, besides the rate of the client's
	// limiter. The default is 8. All root domains are proved at once.
	Workers int

	// Wait is how proofs are waited for, with OnUpdate for progress, which is
	// called for one root domain at a time.
	Wait WaitOptions

	// OnOutcome, unless nil, is told what became of each domain, once, in no
	// particular order. It is not called twice at a time; it holds up the call.
	OnOutcome func(types.AddDomainOutcome)
}

// AddDomains adds any number of domains with as many calls of
// [Client.BatchAddCdnDomain] as that takes, 50 domains each. The request holds
// the settings of all of them, without DomainName. Spaces around names are
// dropped, and names written in lower case.
//
// Each domain that the sequence yields has one outcome: added, refused, unproved,
// not sent or, where the call ended before a lost answer could be resolved,
// unknown. A call that is refused for one of its domains is made in halves until
// that is alone; since such a call may have added others, what is there with the
// same settings counts as added, as with [Client.AddVerifiedDomain]. Root domains
// are proved as there, each once, while the domains of others are added. That
// domains were refused or are not proved is no error.
//
// When the account may have no more domains ([ErrQuota]), or an error stands in
// the way of all, such as wrong Sources, the rest is not sent, and the error is
// returned. When ctx ends the call does, and no more domains are taken off the
// sequence. The result is nil only if nothing was begun. It may be called again
// with the same domains after whatever ended it. Domains go online later:
// [Client.WaitForDomainStatus].
func (c *Client) AddDomains(ctx context.Context, req *types.BatchAddCdnDomainRequest, names iter.Seq[string], opts AddDomainsOptions) (*types.AddDomainsResult, error) {
	const (
		action = "BatchAddCdnDomain"
		most   = 50
	)
	if req == nil {
		req = new(types.BatchAddCdnDomainRequest)
	}
	with := func(names ...string) *types.BatchAddCdnDomainRequest {
		one := *req
		one.DomainName = names
		return &one
	}
	switch {
	case len(req.DomainName) > 0:
		return nil, &ParamError{action, "DomainName", "is given twice, in the request too"}
	case names == nil:
		return nil, &ParamError{action, "DomainName", "is required"}
	case opts.Workers < 0:
		return nil, &ParamError{action, "Workers", "is negative"}
	}
	if _, err := param.Encode(with("example.com")); err != nil {
		return nil, paramErrors(action, err)
	}
	job := c.addition("AddDomains", opts, func(ctx context.Context, names []string) error {
		_, err := c.BatchAddCdnDomain(ctx, with(names...))
		return err
	})
	job.Most, job.Settings = most, adding.Settings{CdnType: req.CdnType, Scope: req.Scope, ResourceGroupId: req.ResourceGroupId, Sources: req.Sources}
	job.Check = func(name string) error {
		if _, err := param.Encode(with(name)); err != nil {
			return paramErrors(action, err)
		}
		return nil
	}
	return job.Run(ctx, names)
}

// BatchAddCdnDomain adds domains with the same settings, at most 50 a call.
// [Client.AddDomains] adds any number of them, and accounts for each.
//
// All else is as with [Client.AddCdnDomain]. Whether a call that is refused for
// one of its domains adds the others is not documented: look with
// [Client.DescribeUserDomains] before repeating it.
//
// It is not repeated after a lost answer; at most 30 calls a second.
//
// Errors worth handling: DomainOwnerVerifyFail (see [Client.VerifyDomainOwner]),
// DomainOverLimit (HTTP 400 here, 403 in AddCdnDomain), DomainReserved (another
// account has the root domain), CheckSourceHealthFailed, IcpBlack,
// ExtensiveAndSpecificDomainConflict, RecordCheckNotAvailable (retry later).
//
// Reference: none, the action is newer.
// API: https://www.alibabacloud.com/help/en/cdn/developer-reference/api-cdn-2018-05-10-batchaddcdndomain
func (c *Client) BatchAddCdnDomain(ctx context.Context, req *types.BatchAddCdnDomainRequest, opts ...CallOption) (*types.BatchAddCdnDomainResponse, error) {
	return invoke(ctx, c, "BatchAddCdnDomain", req, new(types.BatchAddCdnDomainResponse), opts)
}

// DescribeVerifyContent returns the text that proves the ownership of the root
// domain of a domain, which the service asks for before the first domain below
// that root is added by an account. It is the same at every call.
//
// Publish it as the value of a TXT record of the host verification of the root
// domain, such as verification.example.com, or as the file verification.html at
// http://example.com/verification.html, then call [Client.VerifyDomainOwner].
// [Client.AddVerifiedDomain] does all that, with a hook for the record.
//
// It only reads; at most 100 calls a second. The vendor lists no errors.
//
// Reference: none, the action is newer.
// API: https://www.alibabacloud.com/help/en/cdn/developer-reference/api-cdn-2018-05-10-describeverifycontent
func (c *Client) DescribeVerifyContent(ctx context.Context, req *types.DescribeVerifyContentRequest, opts ...CallOption) (*types.DescribeVerifyContentResponse, error) {
	return invoke(ctx, c, "DescribeVerifyContent", req, new(types.DescribeVerifyContentResponse), opts)
}

// VerifyDomainOwner looks for the proof of [Client.DescribeVerifyContent], by a
// DNS record or a file. By the vendor's guide, which the pages of the API do not
// repeat, the proof may be deleted once it was found.
//
// Repeating it has no second effect; at most 100 calls a second.
//
// Errors worth handling: DomainOwnerVerifyFail (there is no such record, or it has
// not spread yet), InvalidFile (the file was not found), VerifyError (the file has
// another content).
//
// Reference: none, the action is newer.
// API: https://www.alibabacloud.com/help/en/cdn/developer-reference/api-cdn-2018-05-10-verifydomainowner
func (c *Client) VerifyDomainOwner(ctx context.Context, req *types.VerifyDomainOwnerRequest, opts ...CallOption) (*types.VerifyDomainOwnerResponse, error) {
	return invoke(ctx, c, "VerifyDomainOwner", req, new(types.VerifyDomainOwnerResponse), opts)
}

// DescribeDomainVerifyData returns the DNS record that proves the ownership of a
// domain: its host and its value.
//
// It only reads; its call rate is not documented. The vendor lists no errors.
//
// Reference: none, the action is newer.
// API: https://www.alibabacloud.com/help/en/cdn/developer-reference/api-cdn-2018-05-10-describedomainverifydata
func (c *Client) DescribeDomainVerifyData(ctx context.Context, req *types.DescribeDomainVerifyDataRequest, opts ...CallOption) (*types.DescribeDomainVerifyDataResponse, error) {
	return invoke(ctx, c, "DescribeDomainVerifyData", req, new(types.DescribeDomainVerifyDataResponse), opts)
}

// CheckCdnDomainExist tells whether a domain was added, and to which product of
// the vendor, be it by another account.
//
// It only reads; its call rate is not documented.
//
// Errors worth handling: DomainExist.OtherUser and DomainExist.OtherProduct, which
// repeat what Status may say; when they come in its place is not documented.
//
// Reference: none, the action is newer.
// API: https://www.alibabacloud.com/help/en/cdn/developer-reference/api-cdn-2018-05-10-checkcdndomainexist
func (c *Client) CheckCdnDomainExist(ctx context.Context, req *types.CheckCdnDomainExistRequest, opts ...CallOption) (*types.CheckCdnDomainExistResponse, error) {
	return invoke(ctx, c, "CheckCdnDomainExist", req, new(types.CheckCdnDomainExistResponse), opts)
}

// CheckCdnDomainICP tells whether a domain has the ICP filing that acceleration in
// mainland China needs.
//
// It only reads; its call rate is not documented.
//
// Errors worth handling: CheckDomainICPFail (it could not be looked up),
// -124 (the domain belongs to another account).
//
// Reference: none, the action is newer.
// API: https://www.alibabacloud.com/help/en/cdn/developer-reference/api-cdn-2018-05-10-checkcdndomainicp
func (c *Client) CheckCdnDomainICP(ctx context.Context, req *types.CheckCdnDomainICPRequest, opts ...CallOption) (*types.CheckCdnDomainICPResponse, error) {
	return invoke(ctx, c, "CheckCdnDomainICP", req, new(types.CheckCdnDomainICPResponse), opts)
}

// DeleteCdnDomain deletes an accelerated domain with all its records.
//
// Restore the A record at the DNS provider first, or the domain becomes
// unreachable. To pause a domain use [Client.StopCdnDomain]. Deletion takes
// minutes, see [Client.WaitForDomainDeleted]; a domain that is being configured
// cannot be deleted.
//
// Repeating it has no second effect, but after a lost answer the repeat may say
// ServiceBusy or
// InvalidDomain.NotFound although the first call did its work. At most 10 calls a
// second.
//
// Errors worth handling: ServiceBusy (being configured, nothing was done),
// InvalidDomain.NotFound (does not exist or belongs to another account).
//
// Reference: section 6.2.
// API: https://www.alibabacloud.com/help/en/cdn/developer-reference/api-cdn-2018-05-10-deletecdndomain
func (c *Client) DeleteCdnDomain(ctx context.Context, req *types.DeleteCdnDomainRequest, opts ...CallOption) (*types.DeleteCdnDomainResponse, error) {
	return invoke(ctx, c, "DeleteCdnDomain", req, new(types.DeleteCdnDomainResponse), opts)
}

// DescribeCdnDeletedDomains lists the domains that were deleted from the account,
// one page a call, 20 domains by default and at most 500. Times are UTC.
//
// It only reads; at most 10 calls a second.
//
// Errors worth handling: InvalidPageNumber.ValueNotSupported,
// InvalidPageSize.ValueNotSupported.
//
// Reference: none, the action is newer.
// API: https://www.alibabacloud.com/help/en/cdn/developer-reference/api-cdn-2018-05-10-describecdndeleteddomains
func (c *Client) DescribeCdnDeletedDomains(ctx context.Context, req *types.DescribeCdnDeletedDomainsRequest, opts ...CallOption) (*types.DescribeCdnDeletedDomainsResponse, error) {
	return invoke(ctx, c, "DescribeCdnDeletedDomains", req, new(types.DescribeCdnDeletedDomainsResponse), opts)
}

// DescribeCdnDeletedDomainsIter yields the domains that
// [Client.DescribeCdnDeletedDomains] lists, from the page of the request to the
// last, 500 a page unless the request says otherwise. All else is as with
// [Client.DescribeUserDomainsIter].
func (c *Client) DescribeCdnDeletedDomainsIter(ctx context.Context, req *types.DescribeCdnDeletedDomainsRequest, opts ...CallOption) iter.Seq2[types.DeletedDomain, error] {
	return pages(ctx, deletedDomains, c.DescribeCdnDeletedDomains, req, opts)
}

var deletedDomains = paging.List[types.DescribeCdnDeletedDomainsRequest, types.DescribeCdnDeletedDomainsResponse, types.DeletedDomain]{
	Action: "DescribeCdnDeletedDomains",
	Size:   500, // the most
	Page: func(req *types.DescribeCdnDeletedDomainsRequest) (number, size *int) {
		return &req.PageNumber, &req.PageSize
	},
	Read: func(resp *types.DescribeCdnDeletedDomainsResponse) paging.Page[types.DeletedDomain] {
		return paging.Page[types.DeletedDomain]{Items: resp.Domains, Size: int(resp.PageSize), Total: int64(resp.TotalCount)}
	},
	// A domain may have been deleted more than once.
	Key: func(domain types.DeletedDomain) string { return domain.DomainName + " " + domain.GmtModified.String() },
}

// StopCdnDomain stops an accelerated domain, whose status becomes offline
// after about a minute, see [Client.WaitForDomainStatus]. The domain keeps its settings; requests for it are
// sent back to the origin.
//
// Repeating it has no second effect, but after a lost answer the repeat may say
// ServiceBusy although the first call did its work. At most 40 calls a
// second.
//
// Errors worth handling: ServiceBusy (being configured, nothing was done),
// InvalidDomain.NotFound, IllegalOperation (no permission).
//
// Reference: section 6.3.
// API: https://www.alibabacloud.com/help/en/cdn/developer-reference/api-cdn-2018-05-10-stopcdndomain
func (c *Client) StopCdnDomain(ctx context.Context, req *types.StopCdnDomainRequest, opts ...CallOption) (*types.StopCdnDomainResponse, error) {
	return invoke(ctx, c, "StopCdnDomain", req, new(types.StopCdnDomainResponse), opts)
}

// StartCdnDomain starts a stopped accelerated domain, whose status becomes
// online after about two minutes, see [Client.WaitForDomainStatus]. It fails while the account is in arrears and
// for an illegal domain.
//
// Repeating it has no second effect, but after a lost answer the repeat may say
// ServiceBusy although the first call did its work. At most 100 calls a
// second.
//
// Errors worth handling: ServiceBusy (being configured, nothing was done),
// InvalidDomain.NotFound, IllegalOperation (no permission).
//
// Reference: section 6.4.
// API: https://www.alibabacloud.com/help/en/cdn/developer-reference/api-cdn-2018-05-10-startcdndomain
func (c *Client) StartCdnDomain(ctx context.Context, req *types.StartCdnDomainRequest, opts ...CallOption) (*types.StartCdnDomainResponse, error) {
	return invoke(ctx, c, "StartCdnDomain", req, new(types.StartCdnDomainResponse), opts)
}

// BatchStartCdnDomain starts stopped accelerated domains, at most 50 a call,
// whose status becomes online. It fails while the account is in arrears and
// for an illegal domain. The answer says nothing of the single domains.
//
// Repeating it has no second effect; at most 30 calls a second.
//
// The reference lists no errors; expect those of [Client.StartCdnDomain].
//
// Reference: section 6.5.
// API: https://www.alibabacloud.com/help/en/cdn/developer-reference/api-cdn-2018-05-10-batchstartcdndomain
func (c *Client) BatchStartCdnDomain(ctx context.Context, req *types.BatchStartCdnDomainRequest, opts ...CallOption) (*types.BatchStartCdnDomainResponse, error) {
	return invoke(ctx, c, "BatchStartCdnDomain", req, new(types.BatchStartCdnDomainResponse), opts)
}

// BatchSetCdnDomainConfig sets configuration functions on domains, at most 50
// domains and 50 functions a call, and at most 50 domains times functions.
// [types.FunctionName] lists the functions and their arguments; [FunctionsOf]
// makes them of typed configurations, and [Client.ApplyDomainConfigs] sets only
// what differs.
//
// Functions that hold several records get another one, unless ConfigId names
// the record to change. A function takes effect some minutes later: see the
// Status of [Client.DescribeCdnDomainConfigs], or wait with
// [Client.WaitForDomainConfigs].
//
// It is not repeated after a lost answer; at most 3 calls a second (30 in the
// vendor's SDK).
//
// Errors worth handling: ServiceBusy (a domain is being configured),
// InvalidFunctions.Malformed, InvalidFunctionName.ValueNotSupported,
// InvalidArgName.ValueNotSupported, InvalidArgValue.Malformed.
//
// Reference: section 6.6.
// API: https://www.alibabacloud.com/help/en/cdn/developer-reference/api-cdn-2018-05-10-batchsetcdndomainconfig
func (c *Client) BatchSetCdnDomainConfig(ctx context.Context, req *types.BatchSetCdnDomainConfigRequest, opts ...CallOption) (*types.BatchSetCdnDomainConfigResponse, error) {
	return invoke(ctx, c, "BatchSetCdnDomainConfig", req, new(types.BatchSetCdnDomainConfigResponse), opts)
}

// SetReqHeaderConfig sets a header that the CDN adds to its requests to the
// origin, for one domain or several. The request travels in a form body, since
// the value may be a credential. [types.SetReqHeader] is the same as one of the
// functions of [Client.BatchSetCdnDomainConfig], which also answers with the ID of
// the configuration.
//
// It is not repeated after a lost answer: without ConfigId a repeat may add a
// second record. The service states no rate.
//
// Errors worth handling: InvalidKey.Malformed, InvalidValue.Malformed and
// InvalidHeaderKey.ValueNotSupported (this header cannot be set).
//
// Reference: none, the action is newer.
// API: https://www.alibabacloud.com/help/en/cdn/developer-reference/api-cdn-2018-05-10-setreqheaderconfig
func (c *Client) SetReqHeaderConfig(ctx context.Context, req *types.SetReqHeaderConfigRequest, opts ...CallOption) (*types.SetReqHeaderConfigResponse, error) {
	return invoke(ctx, c, "SetReqHeaderConfig", req, new(types.SetReqHeaderConfigResponse), opts)
}

// FunctionsOf turns typed configurations, such as [types.Gzip], into functions
// for [Client.BatchSetCdnDomainConfig]. What violates the rules of the
// reference (required, range, fixed values) is reported, all of it, as
// [*ParamError].
func FunctionsOf(configs ...types.Config) (types.Functions, error) {
	functions, err := config.Encode(configs)
	if err != nil {
		return nil, paramErrors("BatchSetCdnDomainConfig", err)
	}
	return functions, nil
}

// ModifyCdnDomain changes the origins, the resource group or the top-level
// domain of an accelerated domain. Sources replace all present origins. With
// Sources and TopLevelDomain both set only Sources counts.
//
// Repeating it has no second effect; at most 30 calls a second.
//
// Errors worth handling: ServiceBusy (being configured, nothing was done),
// InvalidDomain.NotFound, IllegalOperation (no permission),
// InvalidTypeContent.Mismatch (address and kind of an origin disagree).
//
// Reference: section 6.7.
// API: https://www.alibabacloud.com/help/en/cdn/developer-reference/api-cdn-2018-05-10-modifycdndomain
func (c *Client) ModifyCdnDomain(ctx context.Context, req *types.ModifyCdnDomainRequest, opts ...CallOption) (*types.ModifyCdnDomainResponse, error) {
	return invoke(ctx, c, "ModifyCdnDomain", req, new(types.ModifyCdnDomainResponse), opts)
}

// BatchUpdateCdnDomain changes the origins, the resource group or the top-level
// domain of domains, at most 50 a call. Sources replace all present origins of
// each of them. With Sources and TopLevelDomain both set only Sources counts. The
// answer says nothing of the single domains.
//
// Repeating it has no second effect; at most 30 calls a second.
//
// Errors worth handling: DomainInProtectedMode (ask the vendor's support),
// InvalidTypeContent.Mismatch (address and kind of an origin disagree), and those
// of [Client.ModifyCdnDomain].
//
// Reference: none, the action is newer.
// API: https://www.alibabacloud.com/help/en/cdn/developer-reference/api-cdn-2018-05-10-batchupdatecdndomain
func (c *Client) BatchUpdateCdnDomain(ctx context.Context, req *types.BatchUpdateCdnDomainRequest, opts ...CallOption) (*types.BatchUpdateCdnDomainResponse, error) {
	return invoke(ctx, c, "BatchUpdateCdnDomain", req, new(types.BatchUpdateCdnDomainResponse), opts)
}

// ModifyCdnDomainSchdmByProperty changes the area in which a domain is
// accelerated. Mainland China needs an ICP filing. It is refused for a domain that
// had too much traffic on the day before, and for live streaming.
//
// Repeating it has no second effect; at most 100 calls a second.
//
// Errors worth handling: DomainTraffic.ExceedThreshold (an [ErrConflict]: it may
// pass on a day after one of less traffic), Domain.BeianInvalid (no ICP
// filing), Schedule.NotFound (nothing to serve it there), Schedule.ChangeFail.
//
// Reference: none, the action is newer.
// API: https://www.alibabacloud.com/help/en/cdn/developer-reference/api-cdn-2018-05-10-modifycdndomainschdmbyproperty
func (c *Client) ModifyCdnDomainSchdmByProperty(ctx context.Context, req *types.ModifyCdnDomainSchdmByPropertyRequest, opts ...CallOption) (*types.ModifyCdnDomainSchdmByPropertyResponse, error) {
	return invoke(ctx, c, "ModifyCdnDomainSchdmByProperty", req, new(types.ModifyCdnDomainSchdmByPropertyResponse), opts)
}

// ModifyCdnDomainOwner moves a domain from another account of the vendor to that
// of the caller, who takes it away from there.
//
// It is not repeated after a lost answer; its call rate is not documented.
//
// Errors worth handling: InvalidDomain.NotExist, DomainTransferFail (it may not be
// moved).
//
// Reference: none, the action is newer.
// API: https://www.alibabacloud.com/help/en/cdn/developer-reference/api-cdn-2018-05-10-modifycdndomainowner
func (c *Client) ModifyCdnDomainOwner(ctx context.Context, req *types.ModifyCdnDomainOwnerRequest, opts ...CallOption) (*types.ModifyCdnDomainOwnerResponse, error) {
	return invoke(ctx, c, "ModifyCdnDomainOwner", req, new(types.ModifyCdnDomainOwnerResponse), opts)
}

// DescribeDomainCname tells whether domains point to the CNAME that the service
// gave them, at most 30 a call.
//
// It only reads; its call rate is not documented.
//
// Errors worth handling: DomainNameOverLimit, InvaildParameter (a domain with an
// underscore, among others).
//
// Reference: none, the action is newer.
// API: https://www.alibabacloud.com/help/en/cdn/developer-reference/api-cdn-2018-05-10-describedomaincname
func (c *Client) DescribeDomainCname(ctx context.Context, req *types.DescribeDomainCnameRequest, opts ...CallOption) (*types.DescribeDomainCnameResponse, error) {
	return invoke(ctx, c, "DescribeDomainCname", req, new(types.DescribeDomainCnameResponse), opts)
}

// DescribeCdnTypes lists the business types that a domain can have.
//
// It only reads; its call rate is not documented. The vendor lists no errors.
//
// Reference: none, the action is newer.
// API: https://www.alibabacloud.com/help/en/cdn/developer-reference/api-cdn-2018-05-10-describecdntypes
func (c *Client) DescribeCdnTypes(ctx context.Context, req *types.DescribeCdnTypesRequest, opts ...CallOption) (*types.DescribeCdnTypesResponse, error) {
	return invoke(ctx, c, "DescribeCdnTypes", req, new(types.DescribeCdnTypesResponse), opts)
}

// DescribeUserDomains lists the domains of the account with their status, one
// page a call, 20 domains by default and at most 500 (the reference: 50). The
// filters of the request add up. Times are UTC.
//
// It only reads; at most 100 calls a second.
//
// Errors worth handling: InvalidDomainStatus.ValueNotSupported,
// InvalidDomainSearchType.ValueNotSupported,
// InvalidPageSize.ValueNotSupported.
//
// Reference: section 6.8.
// API: https://www.alibabacloud.com/help/en/cdn/developer-reference/api-cdn-2018-05-10-describeuserdomains
func (c *Client) DescribeUserDomains(ctx context.Context, req *types.DescribeUserDomainsRequest, opts ...CallOption) (*types.DescribeUserDomainsResponse, error) {
	return invoke(ctx, c, "DescribeUserDomains", req, new(types.DescribeUserDomainsResponse), opts)
}

// DescribeUserDomainsIter yields the domains that [Client.DescribeUserDomains]
// lists, from the page of the request to the last, 50 a page unless the request
// says otherwise.
//
// A page is fetched when its first domain is asked for. An error is yielded
// once and is the last; the iterator may be ranged over again. While domains
// come and go none is yielded twice, and where the list gets shorter it looks
// back for those that moved up: the domains may be deleted as they come. Those
// that are added meanwhile may be missing. The request is not changed.
func (c *Client) DescribeUserDomainsIter(ctx context.Context, req *types.DescribeUserDomainsRequest, opts ...CallOption) iter.Seq2[types.PageData, error] {
	return pages(ctx, userDomains, c.DescribeUserDomains, req, opts)
}

var userDomains = paging.List[types.DescribeUserDomainsRequest, types.DescribeUserDomainsResponse, types.PageData]{
	Action: "DescribeUserDomains",
	Size:   50, // the most that the reference allows
	Page:   func(req *types.DescribeUserDomainsRequest) (number, size *int) { return &req.PageNumber, &req.PageSize },
	Read: func(resp *types.DescribeUserDomainsResponse) paging.Page[types.PageData] {
		return paging.Page[types.PageData]{Items: resp.Domains, Size: int(resp.PageSize), Total: int64(resp.TotalCount)}
	},
	Key: func(domain types.PageData) string { return domain.DomainName },
}

// DescribeCdnUserDomainsByFunc lists the domains on which a function is
// configured, one page a call, 20 domains by default and at most 50 (500 in the
// vendor's description of the API). Times are UTC.
//
// It only reads; at most 100 calls a second.
//
// Errors worth handling: InvalidPageNumber.ValueNotSupported,
// InvalidPageSize.ValueNotSupported. The vendor lists those of
// [Client.DescribeUserDomains], whose parameters this action lacks.
//
// Reference: none, the action is newer.
// API: https://www.alibabacloud.com/help/en/cdn/developer-reference/api-cdn-2018-05-10-describecdnuserdomainsbyfunc
func (c *Client) DescribeCdnUserDomainsByFunc(ctx context.Context, req *types.DescribeCdnUserDomainsByFuncRequest, opts ...CallOption) (*types.DescribeCdnUserDomainsByFuncResponse, error) {
	return invoke(ctx, c, "DescribeCdnUserDomainsByFunc", req, new(types.DescribeCdnUserDomainsByFuncResponse), opts)
}

// DescribeCdnUserDomainsByFuncIter yields the domains that
// [Client.DescribeCdnUserDomainsByFunc] lists, from the page of the request to
// the last, 50 a page unless the request says otherwise. All else is as with
// [Client.DescribeUserDomainsIter].
func (c *Client) DescribeCdnUserDomainsByFuncIter(ctx context.Context, req *types.DescribeCdnUserDomainsByFuncRequest, opts ...CallOption) iter.Seq2[types.UserDomainByFunc, error] {
	return pages(ctx, domainsByFunc, c.DescribeCdnUserDomainsByFunc, req, opts)
}

var domainsByFunc = paging.List[types.DescribeCdnUserDomainsByFuncRequest, types.DescribeCdnUserDomainsByFuncResponse, types.UserDomainByFunc]{
	Action: "DescribeCdnUserDomainsByFunc",
	Size:   50, // the most that all pages of the vendor allow
	Page: func(req *types.DescribeCdnUserDomainsByFuncRequest) (number, size *int) {
		return &req.PageNumber, &req.PageSize
	},
	Read: func(resp *types.DescribeCdnUserDomainsByFuncResponse) paging.Page[types.UserDomainByFunc] {
		return paging.Page[types.UserDomainByFunc]{Items: resp.Domains, Size: int(resp.PageSize), Total: int64(resp.TotalCount)}
	},
	Key: func(domain types.UserDomainByFunc) string { return domain.DomainName },
}

// DescribeCdnCertificateList lists the certificates of the account, or those
// for some domains.
//
// It only reads; at most 30 calls a second. The reference lists no errors.
//
// Reference: section 6.9.
// API: https://www.alibabacloud.com/help/en/cdn/developer-reference/api-cdn-2018-05-10-describecdncertificatelist
//
// Deprecated: the vendor has [Client.DescribeCdnSSLCertificateList] take its
// place. The service still has it.
func (c *Client) DescribeCdnCertificateList(ctx context.Context, req *types.DescribeCdnCertificateListRequest, opts ...CallOption) (*types.DescribeCdnCertificateListResponse, error) {
	return invoke(ctx, c, "DescribeCdnCertificateList", req, new(types.DescribeCdnCertificateListResponse), opts)
}

// DescribeDomainCertificateInfo returns the certificate of an accelerated
// domain: its status, its names and, in UTC, how long it is valid.
// [Client.ExpiringCertificates] asks for all domains.
//
// It only reads; at most 100 calls a second.
//
// Errors worth handling: InvalidDomain.NotFound.
//
// Reference: section 6.10.
// API: https://www.alibabacloud.com/help/en/cdn/developer-reference/api-cdn-2018-05-10-describedomaincertificateinfo
func (c *Client) DescribeDomainCertificateInfo(ctx context.Context, req *types.DescribeDomainCertificateInfoRequest, opts ...CallOption) (*types.DescribeDomainCertificateInfoResponse, error) {
	return invoke(ctx, c, "DescribeDomainCertificateInfo", req, new(types.DescribeDomainCertificateInfoResponse), opts)
}

// DescribeCdnSSLCertificateList lists the certificates of the account, or those
// for one domain, page by page. [Client.DescribeCdnSSLCertificateListIter] yields
// them all.
//
// It only reads; the service states no rate.
//
// Errors worth handling: NotFoundCertList, which may stand for an empty list.
//
// Reference: none, the action is newer.
// API: https://www.alibabacloud.com/help/en/cdn/developer-reference/api-cdn-2018-05-10-describecdnsslcertificatelist
func (c *Client) DescribeCdnSSLCertificateList(ctx context.Context, req *types.DescribeCdnSSLCertificateListRequest, opts ...CallOption) (*types.DescribeCdnSSLCertificateListResponse, error) {
	return invoke(ctx, c, "DescribeCdnSSLCertificateList", req, new(types.DescribeCdnSSLCertificateListResponse), opts)
}

// DescribeCdnSSLCertificateListIter yields the certificates that
// [Client.DescribeCdnSSLCertificateList] lists, from the page of the request to the
// last, 1000 a page unless the request says otherwise. NotFoundCertList ends it
// without an error. It behaves like [Client.DescribeUserDomainsIter].
func (c *Client) DescribeCdnSSLCertificateListIter(ctx context.Context, req *types.DescribeCdnSSLCertificateListRequest, opts ...CallOption) iter.Seq2[types.SSLCert, error] {
	return orNone(pages(ctx, sslCertificates, c.DescribeCdnSSLCertificateList, req, opts), types.NotFoundCertList)
}

var sslCertificates = paging.List[types.DescribeCdnSSLCertificateListRequest, types.DescribeCdnSSLCertificateListResponse, types.SSLCert]{
	Action: "DescribeCdnSSLCertificateList",
	Size:   1000, // the most, and the default
	Page: func(req *types.DescribeCdnSSLCertificateListRequest) (number, size *int) {
		return &req.PageNumber, &req.PageSize
	},
	Read: func(resp *types.DescribeCdnSSLCertificateListResponse) paging.Page[types.SSLCert] {
		page := &resp.CertificateListModel
		return paging.Page[types.SSLCert]{Items: page.CertList, Size: int(page.PageSize), Total: int64(page.Count)}
	},
	Key: func(cert types.SSLCert) string { return string(cert.CertId) + " " + string(cert.CertRegion) },
}

// orNone makes an empty list of an error by which the service says that it is
// empty.
func orNone[T any](seq iter.Seq2[T, error], empty types.ErrorCode) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		for item, err := range seq {
			if IsCode(err, empty) || !yield(item, err) {
				return
			}
		}
	}
}

// DescribeCdnCertificateDetail returns one certificate by its name, with its text.
//
// It only reads; at most 20 calls a second. The vendor lists no errors.
//
// Reference: none, the action is newer.
// API: https://www.alibabacloud.com/help/en/cdn/developer-reference/api-cdn-2018-05-10-describecdncertificatedetail
func (c *Client) DescribeCdnCertificateDetail(ctx context.Context, req *types.DescribeCdnCertificateDetailRequest, opts ...CallOption) (*types.DescribeCdnCertificateDetailResponse, error) {
	return invoke(ctx, c, "DescribeCdnCertificateDetail", req, new(types.DescribeCdnCertificateDetailResponse), opts)
}

// DescribeCdnCertificateDetailById returns one certificate by its ID and region,
// with its text.
//
// It only reads; the service states no rate.
//
// Errors worth handling: InvalidCertId.NotFound, Abs.CertRegion.ValueNotSupported.
//
// Reference: none, the action is newer.
// API: https://www.alibabacloud.com/help/en/cdn/developer-reference/api-cdn-2018-05-10-describecdncertificatedetailbyid
func (c *Client) DescribeCdnCertificateDetailById(ctx context.Context, req *types.DescribeCdnCertificateDetailByIdRequest, opts ...CallOption) (*types.DescribeCdnCertificateDetailByIdResponse, error) {
	return invoke(ctx, c, "DescribeCdnCertificateDetailById", req, new(types.DescribeCdnCertificateDetailByIdResponse), opts)
}

// DescribeCertificateInfoByID returns a certificate in use by its ID, with the
// domains that use it. One that is bound to a domain but switched off counts as
// not existing.
//
// It only reads, by GET alone; at most 100 calls a second.
//
// Errors worth handling: CertNotExisted.
//
// Reference: none, the action is newer.
// API: https://www.alibabacloud.com/help/en/cdn/developer-reference/api-cdn-2018-05-10-describecertificateinfobyid
func (c *Client) DescribeCertificateInfoByID(ctx context.Context, req *types.DescribeCertificateInfoByIDRequest, opts ...CallOption) (*types.DescribeCertificateInfoByIDResponse, error) {
	return invoke(ctx, c, "DescribeCertificateInfoByID", req, new(types.DescribeCertificateInfoByIDResponse), opts)
}

// DescribeCdnDomainByCertificate returns the domains of the account that a
// certificate fits. The text of the certificate travels as Base64, in a form body
// if it is long. [Client.RolloutCertificate] asks it where to set a certificate.
//
// It only reads; at most 100 calls a second.
//
// Errors worth handling: Certificate.FormatError, Certificate.DecodeError,
// Decode.Error.
//
// Reference: none, the action is newer.
// API: https://www.alibabacloud.com/help/en/cdn/developer-reference/api-cdn-2018-05-10-describecdndomainbycertificate
func (c *Client) DescribeCdnDomainByCertificate(ctx context.Context, req *types.DescribeCdnDomainByCertificateRequest, opts ...CallOption) (*types.DescribeCdnDomainByCertificateResponse, error) {
	return invoke(ctx, c, "DescribeCdnDomainByCertificate", req, new(types.DescribeCdnDomainByCertificateResponse), opts)
}

// DescribeCdnHttpsDomainList lists the domains with HTTPS and the state of their
// certificates, page by page. [Client.DescribeCdnHttpsDomainListIter] yields them
// all.
//
// It only reads; at most 100 calls a second.
//
// Errors worth handling: NoHttpsDomain (the account has no such domain; the list
// is never empty).
//
// Reference: none, the action is newer.
// API: https://www.alibabacloud.com/help/en/cdn/developer-reference/api-cdn-2018-05-10-describecdnhttpsdomainlist
func (c *Client) DescribeCdnHttpsDomainList(ctx context.Context, req *types.DescribeCdnHttpsDomainListRequest, opts ...CallOption) (*types.DescribeCdnHttpsDomainListResponse, error) {
	return invoke(ctx, c, "DescribeCdnHttpsDomainList", req, new(types.DescribeCdnHttpsDomainListResponse), opts)
}

// DescribeCdnHttpsDomainListIter yields the domains that
// [Client.DescribeCdnHttpsDomainList] lists, from the page of the request to the
// last, 20 a page unless the request says otherwise. NoHttpsDomain ends it without
// an error. It behaves like [Client.DescribeUserDomainsIter].
func (c *Client) DescribeCdnHttpsDomainListIter(ctx context.Context, req *types.DescribeCdnHttpsDomainListRequest, opts ...CallOption) iter.Seq2[types.HttpsDomain, error] {
	return orNone(pages(ctx, httpsDomains, c.DescribeCdnHttpsDomainList, req, opts), types.NoHttpsDomain)
}

var httpsDomains = paging.List[types.DescribeCdnHttpsDomainListRequest, types.DescribeCdnHttpsDomainListResponse, types.HttpsDomain]{
	Action: "DescribeCdnHttpsDomainList",
	Size:   20, // the default; a maximum is not documented
	Page: func(req *types.DescribeCdnHttpsDomainListRequest) (number, size *int) {
		return &req.PageNumber, &req.PageSize
	},
	Read: func(resp *types.DescribeCdnHttpsDomainListResponse) paging.Page[types.HttpsDomain] {
		return paging.Page[types.HttpsDomain]{Items: resp.CertInfos, Total: int64(resp.TotalCount)}
	},
	Key: func(domain types.HttpsDomain) string { return domain.DomainName },
}

// DescribeUserCertificateExpireCount counts the domains whose certificate has
// expired or expires within 30 days. [Client.ExpiringCertificates] names them.
//
// It only reads; at most 100 calls a second.
//
// Errors worth handling: NoHttpsDomain (the account has no domain with HTTPS; the
// counts would be 0).
//
// Reference: none, the action is newer.
// API: https://www.alibabacloud.com/help/en/cdn/developer-reference/api-cdn-2018-05-10-describeusercertificateexpirecount
func (c *Client) DescribeUserCertificateExpireCount(ctx context.Context, req *types.DescribeUserCertificateExpireCountRequest, opts ...CallOption) (*types.DescribeUserCertificateExpireCountResponse, error) {
	return invoke(ctx, c, "DescribeUserCertificateExpireCount", req, new(types.DescribeUserCertificateExpireCountResponse), opts)
}

// DescribeCdnSMCertificateList lists the ShangMi (SM) certificates, those with the
// national ciphers of China, for a domain.
//
// It only reads; at most 30 calls a second. The vendor lists no errors.
//
// Reference: none, the action is newer.
// API: https://www.alibabacloud.com/help/en/cdn/developer-reference/api-cdn-2018-05-10-describecdnsmcertificatelist
func (c *Client) DescribeCdnSMCertificateList(ctx context.Context, req *types.DescribeCdnSMCertificateListRequest, opts ...CallOption) (*types.DescribeCdnSMCertificateListResponse, error) {
	return invoke(ctx, c, "DescribeCdnSMCertificateList", req, new(types.DescribeCdnSMCertificateListResponse), opts)
}

// DescribeCdnSMCertificateDetail returns one ShangMi (SM) certificate, with its
// two texts.
//
// It only reads; at most 20 calls a second.
//
// Errors worth handling: InvalidCertIdentifier.ValueNotSupported.
//
// Reference: none, the action is newer.
// API: https://www.alibabacloud.com/help/en/cdn/developer-reference/api-cdn-2018-05-10-describecdnsmcertificatedetail
func (c *Client) DescribeCdnSMCertificateDetail(ctx context.Context, req *types.DescribeCdnSMCertificateDetailRequest, opts ...CallOption) (*types.DescribeCdnSMCertificateDetailResponse, error) {
	return invoke(ctx, c, "DescribeCdnSMCertificateDetail", req, new(types.DescribeCdnSMCertificateDetailResponse), opts)
}

// DescribeCdnDomainDetail returns the basic configuration of an accelerated
// domain: its status, CNAME and origins. Times are UTC.
//
// It only reads; at most 30 calls a second.
//
// Errors worth handling: InvalidDomain.NotFound, although the reference lists
// none.
//
// Reference: section 6.11.
// API: https://www.alibabacloud.com/help/en/cdn/developer-reference/api-cdn-2018-05-10-describecdndomaindetail
func (c *Client) DescribeCdnDomainDetail(ctx context.Context, req *types.DescribeCdnDomainDetailRequest, opts ...CallOption) (*types.DescribeCdnDomainDetailResponse, error) {
	return invoke(ctx, c, "DescribeCdnDomainDetail", req, new(types.DescribeCdnDomainDetailResponse), opts)
}

// WaitForDomainStatus waits until a domain is in a status, such as online after
// [Client.AddCdnDomain] or [Client.StartCdnDomain], offline after
// [Client.StopCdnDomain]. It returns the domain as it last saw it, also beside
// an error; nil if it never did.
//
// The service may for a moment still show the status from before the change, so
// that a wanted status which the first poll finds must be there at the second
// one, too, MinInterval later. A change that takes longer to show is not told
// from one that has ended: after changes of configuration use
// [Client.WaitForDomainConfigs].
//
// It asks every 5 to 30 seconds. Typical are a minute to stop, two to start, and
// 15 to add, or a working day where the origin is reviewed.
//
// A domain that is check_failed or configure_failed ends the wait at once with
// a [*WaitError], unless that is the status awaited; so do the end of ctx and
// errors that stay, such as [ErrNotFound] and [ErrForbidden]. Polls that were
// throttled or failed in the service are made again.
func (c *Client) WaitForDomainStatus(ctx context.Context, domainName string, status types.DomainStatus, opts WaitOptions) (*types.GetDomainDetailModel, error) {
	if status == "" {
		return nil, &ParamError{"DescribeCdnDomainDetail", "DomainStatus", "is required to wait for it"}
	}
	var found *types.GetDomainDetailModel
	waiter := poll.Waiter{Pace: domainPace, Confirm: true}
	err := wait(ctx, "domain "+domainName+" to be "+string(status), opts, waiter, func(ctx context.Context) (poll.State, error) {
		resp, err := c.DescribeCdnDomainDetail(ctx, &types.DescribeCdnDomainDetailRequest{DomainName: domainName})
		if err != nil {
			return poll.State{}, err
		}
		found = &resp.GetDomainDetailModel
		return domainState(domainName, found.DomainStatus, status), nil
	})
	return found, err
}

// WaitForDomainDeleted waits until a domain that [Client.DeleteCdnDomain] was
// called for is gone, which takes about four minutes.
//
// It asks every 5 to 30 seconds. No status ends the wait, since a domain that
// failed may be deleted too; the end of ctx and errors that stay, such as
// [ErrForbidden], are a [*WaitError]. Polls that were throttled or failed in the
// service are made again.
func (c *Client) WaitForDomainDeleted(ctx context.Context, domainName string, opts WaitOptions) error {
	waiter := poll.Waiter{Pace: domainPace}
	return wait(ctx, "domain "+domainName+" to be deleted", opts, waiter, func(ctx context.Context) (poll.State, error) {
		domain, err := c.findDomain(ctx, domainName)
		switch {
		case err != nil:
			return poll.State{}, err
		case domain == nil:
			return poll.State{Name: "deleted", Done: true}, nil
		}
		return poll.State{Name: string(domain.DomainStatus), Remaining: []string{domainName}}, nil
	})
}

// domainPace is how often the status of a domain is asked for.
var domainPace = poll.Pace{Min: 5 * time.Second, Max: 30 * time.Second}

// domainState says what a status means to whoever waits for another one.
func domainState(domainName string, status, wanted types.DomainStatus) poll.State {
	state := poll.State{Name: string(status)}
	switch {
	case status == wanted, isUnderReview(status) && isUnderReview(wanted):
		state.Done = true
	case status == types.DomainStatusCheckFailed, status == types.DomainStatusConfigureFailed:
		state.Failed = []string{domainName}
	default:
		state.Remaining = []string{domainName}
	}
	return state
}

// isUnderReview knows the two spellings of one status.
func isUnderReview(status types.DomainStatus) bool {
	return status == types.DomainStatusChecking || status == types.DomainStatusCheckingring
}

// DescribeDomainsBySource lists the domains of the account that use given
// origins. Origins must match exactly. Times carry the zone +08:00.
//
// It only reads; at most 30 calls a second.
//
// Errors worth handling: InvalidSources.Malformed.
//
// Reference: section 6.12.
// API: https://www.alibabacloud.com/help/en/cdn/developer-reference/api-cdn-2018-05-10-describedomainsbysource
func (c *Client) DescribeDomainsBySource(ctx context.Context, req *types.DescribeDomainsBySourceRequest, opts ...CallOption) (*types.DescribeDomainsBySourceResponse, error) {
	return invoke(ctx, c, "DescribeDomainsBySource", req, new(types.DescribeDomainsBySourceResponse), opts)
}

// SetDomainServerCertificate switches HTTPS of a domain on or off and changes
// its certificate. The domain must be of the HTTPS acceleration type. The
// request travels in a form body when it holds a PrivateKey. [CheckCertificate]
// finds what is wrong with a certificate before, and
// [Client.RolloutCertificate] sets it on all domains that it covers.
//
// It is not repeated after a lost answer; at most 10 calls a second.
//
// Errors worth handling: Certificate.Duplicated (the name is taken, see
// ForceSet), Certificate.MissMatch (certificate and key do not match),
// InvalidCertificate, InvalidPrivateKey, InvalidDomain.Offline, ServiceBusy
// (being configured, nothing was done), OperationDenied (arrears).
//
// Reference: section 6.13.
//
// Deprecated: today's service has [Client.SetCdnDomainSSLCertificate] in its
// place.
func (c *Client) SetDomainServerCertificate(ctx context.Context, req *types.SetDomainServerCertificateRequest, opts ...CallOption) (*types.SetDomainServerCertificateResponse, error) {
	return invoke(ctx, c, "SetDomainServerCertificate", req, new(types.SetDomainServerCertificateResponse), opts)
}

// SetCdnDomainSSLCertificate switches HTTPS of a domain on or off and sets its
// certificate. With CertType upload the service stores SSLPub and SSLPri as a new
// certificate, with cas it takes one that is stored by CertId and CertRegion; a
// request that mixes the two is refused before it is sent. The request travels in
// a form body. [CheckCertificate] finds what is wrong with a certificate before,
// and [Client.RolloutCertificate] sets it on all domains that it covers.
//
// It is not repeated after a lost answer: a second upload fails, since its name or
// text is taken, or stores the certificate twice. With cas, or to switch HTTPS
// off, to repeat it does no harm. At most 30 calls a second.
//
// Errors worth handling: Certificate.Duplicated and CertNameAlreadyExists (the
// name is taken), CertificateContent.Duplicated (it is stored already),
// Certificate.MissMatch (certificate and key do not match), Certificate.Expired,
// Certificate.NotFind (no such CertId), InvalidDomain.Offline and
// InvalidDomain.notOnline, CreateCertificateFailed (worth another try),
// DomainInSafeMode and DomainInProtectedMode (only the vendor's support can change
// the domain).
//
// Reference: none, the action is newer.
// API: https://www.alibabacloud.com/help/en/cdn/developer-reference/api-cdn-2018-05-10-setcdndomainsslcertificate
func (c *Client) SetCdnDomainSSLCertificate(ctx context.Context, req *types.SetCdnDomainSSLCertificateRequest, opts ...CallOption) (*types.SetCdnDomainSSLCertificateResponse, error) {
	return invoke(ctx, c, "SetCdnDomainSSLCertificate", req, new(types.SetCdnDomainSSLCertificateResponse), opts)
}

// CreateCdnCertificateSigningRequest lets the service make a key pair, whose
// private key it keeps, and returns the certificate signing request (CSR) for it.
// The certificate that a CA issues for that is set with
// [Client.SetCdnDomainCSRCertificate].
//
// It is not repeated after a lost answer: each call makes a new key pair. At most
// 100 calls a second.
//
// Errors worth handling: InvalidValue.Malformed (of Country).
//
// Reference: none, the action is newer.
// API: https://www.alibabacloud.com/help/en/cdn/developer-reference/api-cdn-2018-05-10-createcdncertificatesigningrequest
func (c *Client) CreateCdnCertificateSigningRequest(ctx context.Context, req *types.CreateCdnCertificateSigningRequestRequest, opts ...CallOption) (*types.CreateCdnCertificateSigningRequestResponse, error) {
	return invoke(ctx, c, "CreateCdnCertificateSigningRequest", req, new(types.CreateCdnCertificateSigningRequestResponse), opts)
}

// SetCdnDomainCSRCertificate sets the certificate on a domain that a CA issued for
// a request of [Client.CreateCdnCertificateSigningRequest]. Its private key is
// with the service. The text of the certificate travels as Base64.
//
// Repeating it has no second effect; at most 100 calls a second.
//
// Errors worth handling: Certificate.NoPrivateKey (it belongs to no such request),
// Certificate.MissMatch (certificate and domain do not match; elsewhere
// certificate and key), Certificate.FormatError, Certificate.DecodeError,
// Internal.ForbidError (the domain takes no change at present; to repeat the call
// does not help).
//
// Reference: none, the action is newer.
// API: https://www.alibabacloud.com/help/en/cdn/developer-reference/api-cdn-2018-05-10-setcdndomaincsrcertificate
func (c *Client) SetCdnDomainCSRCertificate(ctx context.Context, req *types.SetCdnDomainCSRCertificateRequest, opts ...CallOption) (*types.SetCdnDomainCSRCertificateResponse, error) {
	return invoke(ctx, c, "SetCdnDomainCSRCertificate", req, new(types.SetCdnDomainCSRCertificateResponse), opts)
}

// SetCdnDomainSMCertificate switches a ShangMi (SM) certificate of a domain on or
// off. The domain must be of the HTTPS acceleration type.
//
// Repeating it has no second effect; at most 30 calls a second.
//
// Errors worth handling: InvalidCertIdentifier.ValueNotSupported.
//
// Reference: none, the action is newer.
// API: https://www.alibabacloud.com/help/en/cdn/developer-reference/api-cdn-2018-05-10-setcdndomainsmcertificate
func (c *Client) SetCdnDomainSMCertificate(ctx context.Context, req *types.SetCdnDomainSMCertificateRequest, opts ...CallOption) (*types.SetCdnDomainSMCertificateResponse, error) {
	return invoke(ctx, c, "SetCdnDomainSMCertificate", req, new(types.SetCdnDomainSMCertificateResponse), opts)
}

// CheckCertificate checks a certificate before anything is sent, and returns the
// certificate of the chain that the key is of. The time to check it for is now,
// the present if zero.
//
// ServerCertificate and PrivateKey must be PEM texts that can be read, the key
// that of the first certificate, each certificate signed by the next with none
// beside them, and all of them valid at that time. The certificate must cover
// each of the domains, if any are given: by that name or by a wildcard name for
// its level, and a wildcard domain, such as .example.com, by the wildcard name
// *.example.com. Whether clients trust who signed it, and whether all that they
// need is in the chain, is not checked.
//
// All that is wrong is reported, each as a [*ParamError], which has nothing of
// the key in its text.
func CheckCertificate(cert types.Certificate, domainNames []string, now time.Time) (*x509.Certificate, error) {
	if cert.CertId != "" {
		return nil, &ParamError{rolloutAction, "CertId", "names a stored certificate, of which there is nothing to check here"}
	}
	if now.IsZero() {
		now = time.Now()
	}
	leaf, err := checkCertificate(cert, domainNames, now)
	if err != nil {
		return nil, paramErrors(rolloutAction, err)
	}
	return leaf, nil
}

// rolloutAction is the action that what is wrong with a rollout is said of.
const rolloutAction = "SetCdnDomainSSLCertificate"

func checkCertificate(cert types.Certificate, domainNames []string, now time.Time) (*x509.Certificate, error) {
	var violations param.Errors
	for _, text := range [...]struct{ name, value string }{{"ServerCertificate", cert.ServerCertificate}, {"PrivateKey", cert.PrivateKey}} {
		if text.value == "" {
			violations = append(violations, &param.Error{Param: text.name, Rule: "is required to upload a certificate"})
		}
	}
	if len(violations) > 0 {
		return nil, violations
	}
	if _, err := param.Encode(uploadRequest("example.com", cert.CertName, cert)); err != nil {
		return nil, err
	}
	leaf, violations := certificate.Check(cert.ServerCertificate, cert.PrivateKey, now)
	wrong, err := uncovered(leaf, domainNames)
	if err != nil {
		return nil, err
	}
	if violations = append(violations, wrong...); len(violations) > 0 {
		return nil, violations
	}
	return leaf, nil
}

// uploadRequest is the request that stores a certificate under a name and sets
// it on a domain.
func uploadRequest(domainName, name string, cert types.Certificate) *types.SetCdnDomainSSLCertificateRequest {
	return &types.SetCdnDomainSSLCertificateRequest{
		DomainName: domainName, SSLProtocol: types.SwitchOn, CertType: types.CertTypeUpload,
		CertName: name, SSLPub: cert.ServerCertificate, SSLPri: cert.PrivateKey,
	}
}

// storedRequest is the request that sets a stored certificate on a domain.
func storedRequest(domainName string, stored certificate.Stored) *types.SetCdnDomainSSLCertificateRequest {
	return &types.SetCdnDomainSSLCertificateRequest{
		DomainName: domainName, SSLProtocol: types.SwitchOn, CertType: types.CertTypeCas,
		CertId: stored.ID, CertRegion: stored.Region,
	}
}

// uncovered says what is wrong with the names of domains, and which of them the
// certificate, if it could be read, does not cover.
func uncovered(leaf *x509.Certificate, domainNames []string) (violations param.Errors, err error) {
	for _, name := range domainNames {
		if _, err := param.Encode(&types.DescribeDomainCertificateInfoRequest{DomainName: name}); err != nil {
			wrong, ok := errors.AsType[param.Errors](err)
			if !ok {
				return nil, err
			}
			violations = append(violations, wrong...)
			continue
		}
		if leaf == nil {
			continue
		}
		if violation := certificate.Covers(leaf, name); violation != nil {
			violations = append(violations, violation)
		}
	}
	return violations, nil
}

// RolloutOptions says how [Client.RolloutCertificate] works. The zero value sets
// the certificate on all domains that it covers, and waits.
type RolloutOptions struct {
	// DomainNames are the domains to set the certificate on; it must cover them
	// all. None means all that it covers.
	DomainNames []string

	// OnlyHttps leaves domains alone that have HTTPS switched off. Otherwise it
	// is switched on.
	OnlyHttps bool

	// ForceSet stores the certificate all the same if another one has its
	// CertName: under that name with the expiry and the fingerprint behind it, since
	// the service overwrites no certificate.
	ForceSet bool

	// DryRun only reads, and returns what would be done.
	DryRun bool

	// NoWait returns when the service has taken the certificate for each domain.
	// Otherwise the domains are waited for until they serve it, some minutes.
	NoWait bool

	// Workers is how many calls run at once, besides the rate of the client's
	// limiter. The default is 8. Domains are waited for all at once.
	Workers int

	// Wait is how the domains are waited for, with OnUpdate for progress,
	// which is called for one domain at a time.
	Wait WaitOptions

	// OnResult, unless nil, is called when a domain has ended, for one at a
	// time.
	OnResult func(types.RolloutResult)
}

// RolloutCertificate sets a certificate on all domains of the account that it
// covers, and waits until they serve it. The certificate is checked first, as by
// [CheckCertificate]; what is wrong with it, or a domain that is named twice or
// not covered, is a [*ParamError] before anything is sent. One that is given by its
// CertId is read from the service, and checked before anything is set; its key
// stays there.
//
// The domains are those that [Client.DescribeCdnDomainByCertificate] finds. Where
// the service refuses that, all domains are listed. The certificate is uploaded
// with the first of them, by [Client.SetCdnDomainSSLCertificate], and set on the
// others by the ID that it is then stored under; if the account keeps it already,
// it is not uploaded.
//
// Domains that serve the certificate already are skipped, so that a second
// rollout changes nothing; so are those that cannot take it, being stopped,
// refused or under review. Domains that are being configured are waited for. What
// the service refuses for one domain does not touch the others, unless it is
// about the certificate itself: then the rest is not sent. After a lost answer
// the domain is asked which certificate it has, and the account whether it keeps
// the certificate, before anything is repeated. How long all that takes is up to
// ctx alone.
//
// A CertName that is taken by another certificate is refused with
// Certificate.Duplicated, unless opts.ForceSet asks for another name then.
//
// There is a result for each domain that the certificate covers, or that is
// named, in the order of their names, also beside an error. The error returned
// joins those of the domains; it is that of [Client.DescribeUserDomains] and
// comes without results where the domains can be neither found nor listed.
func (c *Client) RolloutCertificate(ctx context.Context, cert types.Certificate, opts RolloutOptions) ([]types.RolloutResult, error) {
	for i, name := range opts.DomainNames {
		if hasDomain(opts.DomainNames[:i], name) {
			return nil, &ParamError{rolloutAction, "DomainNames." + strconv.Itoa(i+1), "is given twice"}
		}
	}
	if opts.Workers < 0 {
		return nil, &ParamError{rolloutAction, "Workers", "is negative"}
	}
	const usual = 8
	slots := workers.NewSlots(cmp.Or(opts.Workers, usual))
	plan := certificate.Plan{
		Domains:  opts.DomainNames,
		IsForced: opts.ForceSet, DryRun: opts.DryRun, NoWait: opts.NoWait, OnlyOn: opts.OnlyHttps,
		Slots: slots, OnResult: opts.OnResult,
	}
	var err error
	if cert.CertId == "" {
		plan.Leaf, err = CheckCertificate(cert, opts.DomainNames, time.Time{})
	} else {
		plan.Leaf, cert.CertName, err = c.storedCertificate(ctx, cert, opts.DomainNames)
		plan.Stored = &certificate.Stored{ID: cert.CertId, Region: cert.CertRegion}
	}
	if err != nil {
		return nil, err
	}
	cert.CertName = cmp.Or(cert.CertName, certificate.NameOf(plan.Leaf))
	plan.Name = cert.CertName
	plan.Service = c.certificateService(ctx, cert, plan.Leaf, slots, opts.Wait)
	results, err := plan.Run(ctx)
	failed := []error{err}
	for _, result := range results {
		if result.Err != nil {
			failed = append(failed, fmt.Errorf("domain %s: %w", result.DomainName, result.Err))
		}
	}
	return results, errors.Join(failed...)
}

// storedCertificate reads and checks the certificate of a CertId.
func (c *Client) storedCertificate(ctx context.Context, cert types.Certificate, domainNames []string) (leaf *x509.Certificate, name string, err error) {
	req := &types.DescribeCdnCertificateDetailByIdRequest{CertId: cert.CertId, CertRegion: cert.CertRegion}
	violations, err := uncovered(nil, domainNames)
	switch {
	case err != nil:
		return nil, "", err
	case cert.CertName != "" || cert.ServerCertificate != "" || cert.PrivateKey != "":
		return nil, "", &ParamError{rolloutAction, "CertId", "names a stored certificate, so that no name, text or key may be given"}
	case len(violations) > 0:
		return nil, "", paramErrors(rolloutAction, violations)
	}
	resp, err := c.DescribeCdnCertificateDetailById(ctx, req, WithAttempts(patient))
	if err != nil {
		return nil, "", err
	}
	leaf, violations = certificate.CheckStored(resp.Cert, time.Now())
	wrong, err := uncovered(leaf, domainNames)
	if err != nil {
		return nil, "", err
	}
	if violations = append(violations, wrong...); len(violations) > 0 {
		return nil, "", paramErrors(rolloutAction, violations)
	}
	return leaf, resp.CertName, nil
}

// certificateService is what a rollout asks of the service.
func (c *Client) certificateService(ctx context.Context, cert types.Certificate, leaf *x509.Certificate, slots workers.Slots, opts WaitOptions) certificate.Service {
	opts.OnUpdate = oneAtATime(opts.OnUpdate)
	set := func(ctx context.Context, req *types.SetCdnDomainSSLCertificateRequest) error {
		_, err := c.SetCdnDomainSSLCertificate(ctx, req)
		return err
	}
	return certificate.Service{
		Domains: c.coveredDomains(ctx, leaf),
		Domain:  c.domainToCertify,
		Info: func(ctx context.Context, domainName string) ([]types.CertInfo, error) {
			return c.certInfos(ctx, domainName)
		},
		Find: func(ctx context.Context, name string) (certificate.Kept, error) {
			return c.keptCertificate(ctx, leaf, name)
		},
		Upload: func(ctx context.Context, domainName, name string) error {
			return set(ctx, uploadRequest(domainName, name, cert))
		},
		Set: func(ctx context.Context, domainName string, stored certificate.Stored) error {
			return set(ctx, storedRequest(domainName, stored))
		},
		Rest: func(ctx context.Context, domainName string, look func(poll.State, []types.CertInfo) poll.State) error {
			var infos []types.CertInfo
			read := func(ctx context.Context) (err error) {
				infos, err = c.certInfos(ctx, domainName)
				return err
			}
			return c.waitForRest(ctx, "certificate of domain "+domainName, domainName, slots, opts, read, func(domain poll.State) (poll.State, error) {
				return look(domain, infos), nil
			})
		},
		Judge: judgeCertificate,
		IsTaken: func(err error) bool {
			return IsCode(err, types.CertificateDuplicated, types.CertNameAlreadyExists, types.CertificateContentDuplicated)
		},
	}
}

// coveredDomains yields the names of the domains that a certificate covers, or
// all domains with their status if the service does not say which those are.
func (c *Client) coveredDomains(ctx context.Context, leaf *x509.Certificate) iter.Seq2[types.PageData, error] {
	return func(yield func(types.PageData, error) bool) {
		resp, err := c.DescribeCdnDomainByCertificate(ctx, &types.DescribeCdnDomainByCertificateRequest{
			SSLPub: types.Base64PEM(certificate.Text(leaf)),
		}, WithAttempts(patient))
		if err != nil || len(resp.CertInfos) == 0 {
			c.DescribeUserDomainsIter(ctx, nil, WithAttempts(patient))(yield)
			return
		}
		for _, found := range resp.CertInfos {
			for _, name := range found.DomainList.Names() {
				if !yield(types.PageData{DomainName: name}, nil) {
					return
				}
			}
		}
	}
}

// domainToCertify returns what a rollout has to know of a domain.
func (c *Client) domainToCertify(ctx context.Context, domainName string) (types.PageData, error) {
	detail, err := c.findDomain(ctx, domainName)
	switch {
	case err != nil:
		return types.PageData{}, err
	case detail == nil:
		return types.PageData{}, fmt.Errorf("%w: the account does not have the domain", ErrNotFound)
	}
	return types.PageData{
		DomainName: detail.DomainName, DomainStatus: detail.DomainStatus, SslProtocol: detail.ServerCertificateStatus,
	}, nil
}

// keptCertificate looks for a certificate among those that the account keeps: by
// its fingerprint, or else, where the service does not tell that, by its name.
func (c *Client) keptCertificate(ctx context.Context, leaf *x509.Certificate, name string) (certificate.Kept, error) {
	var (
		kept     certificate.Kept
		isUnsure bool                              // whether one of the name is the certificate
		regions  = map[types.ID]types.CertRegion{} // of those of the name
		failed   error                             // why it is not known what is listed
	)
	for cert, err := range c.DescribeCdnSSLCertificateListIter(ctx, nil) {
		if err != nil {
			failed = err
			break
		}
		isSame, isKnown := certificate.HasFingerprint(leaf, cert.Fingerprint)
		if isSame && cert.CertId != "" {
			kept.Stored = &certificate.Stored{ID: cert.CertId, Region: cert.CertRegion}
			return kept, nil
		}
		if cert.CertName == name {
			kept.IsTaken, isUnsure = true, isUnsure || !isKnown
			regions[cert.CertId] = cert.CertRegion
		}
	}
	switch {
	case failed == nil && !isUnsure:
		return kept, nil
	case failed != nil && judge(failed) != patience.Refused && judge(failed) != patience.Missing:
		return kept, failed // which is worth another try
	}
	detail, err := c.DescribeCdnCertificateDetail(ctx, &types.DescribeCdnCertificateDetailRequest{CertName: name})
	switch {
	case errors.Is(err, ErrNotFound):
		return kept, nil
	case err != nil:
		return kept, errors.Join(failed, err)
	case certificate.HasText(leaf, detail.Cert) && detail.CertId == "":
		return kept, fmt.Errorf("alicdn: the service does not say under which ID it has stored the certificate %q", name)
	case certificate.HasText(leaf, detail.Cert):
		kept.Stored = &certificate.Stored{ID: detail.CertId, Region: regions[detail.CertId]}
	default:
		kept.IsTaken = true
	}
	return kept, nil
}

// certInfos returns the certificates of a domain.
func (c *Client) certInfos(ctx context.Context, domainName string, opts ...CallOption) ([]types.CertInfo, error) {
	resp, err := c.DescribeDomainCertificateInfo(ctx, &types.DescribeDomainCertificateInfoRequest{DomainName: domainName}, opts...)
	if err != nil {
		return nil, err
	}
	return resp.CertInfos, nil
}

// judgeCertificate says what the error of a call means to its domain.
func judgeCertificate(err error) patience.Verdict {
	switch {
	case outcomeOf(err) == retry.Canceled:
		return patience.Unknown
	case IsCode(
		err, types.CertificateDuplicated, types.CertNameAlreadyExists, types.CertificateContentDuplicated,
		types.CertificateNotFind, types.CertificateExpired, types.CertificateStatusError, types.AuthenticationFailed,
		types.CertificateFormatError, types.CertificateKeyNull, types.CertificateMissMatch, types.DecodeError, types.SslPubError, types.SslPriError,
		types.InvalidSSLPub, types.InvalidSSLPri, types.SSLPubMissingParameter, types.SSLPriMissingParameter, types.KeyMalformed,
		types.InvalidCertificateTooLong, types.InvalidCertNameTooLong, types.CertNameMissingParameter,
		types.AbsCertRegionValueNotSupported, types.SetDomainCertificateParameterError,
		types.OperationDenied, types.InvalidActionNotFound, // of the whole account
	):
		return patience.Futile
	default:
		return judge(err)
	}
}

// ExpiringOptions says how [Client.ExpiringCertificates] works.
type ExpiringOptions struct {
	// Workers is how many calls run at once, besides the rate of the client's
	// limiter. The default is 8.
	Workers int
}

// ExpiringCertificates returns the certificates that domains of the account
// with HTTPS serve and that expire within that time from now, or have expired
// already; the first first, and by domain where several expire at once. Where
// several domains serve one certificate, it is returned for each of them.
//
// It asks for each domain of [Client.DescribeCdnHttpsDomainList] whose certificate
// expires by then, or up to a day later, since the zone of that list is not
// documented. Where the service refuses the list, it asks for each domain with
// HTTPS of [Client.DescribeUserDomains]. A domain that could not be looked at is
// in the error, which joins those of all, beside the certificates of the others.
func (c *Client) ExpiringCertificates(ctx context.Context, within time.Duration, opts ExpiringOptions) ([]types.CertInfo, error) {
	const (
		action = "DescribeDomainCertificateInfo"
		usual  = 8
	)
	if opts.Workers < 0 {
		return nil, &ParamError{action, "Workers", "is negative"}
	}
	before := time.Now().Add(within)
	return certificate.Expiring(ctx, cmp.Or(opts.Workers, usual), c.expiringDomains(ctx, before), before, func(ctx context.Context, domainName string) ([]types.CertInfo, error) {
		infos, err := c.certInfos(ctx, domainName, WithAttempts(patient))
		if IsCode(err, types.InvalidDomainNotFound) { // it was deleted meanwhile
			return nil, nil
		}
		return infos, err
	})
}

// expiringDomains yields the domains with HTTPS whose certificates may expire
// before a time, or all domains if the service does not list those with HTTPS.
func (c *Client) expiringDomains(ctx context.Context, before time.Time) iter.Seq2[types.PageData, error] {
	const slack = 24 * time.Hour
	return func(yield func(types.PageData, error) bool) {
		isListed := false
		for domain, err := range c.DescribeCdnHttpsDomainListIter(ctx, nil, WithAttempts(patient)) {
			switch {
			case err != nil && !isListed && ctx.Err() == nil:
				c.DescribeUserDomainsIter(ctx, nil, WithAttempts(patient))(yield)
				return
			case err == nil && !domain.CertExpireTime.IsZero() && domain.CertExpireTime.After(before.Add(slack)):
				isListed = true
				continue
			}
			isListed = true
			if !yield(types.PageData{DomainName: domain.DomainName}, err) {
				return
			}
		}
	}
}

// BatchStopCdnDomain stops accelerated domains, at most 50 a call, whose
// status becomes offline. The domains keep their settings; requests for them
// are sent back to the origin. The answer says nothing of the single domains.
//
// Repeating it has no second effect; at most 30 calls a second.
//
// The reference lists no errors; expect those of [Client.StopCdnDomain].
//
// Reference: section 6.14.
// API: https://www.alibabacloud.com/help/en/cdn/developer-reference/api-cdn-2018-05-10-batchstopcdndomain
func (c *Client) BatchStopCdnDomain(ctx context.Context, req *types.BatchStopCdnDomainRequest, opts ...CallOption) (*types.BatchStopCdnDomainResponse, error) {
	return invoke(ctx, c, "BatchStopCdnDomain", req, new(types.BatchStopCdnDomainResponse), opts)
}

// DescribeCdnDomainConfigs returns the configuration functions that are set on
// a domain, all of them or those named, with their arguments and status.
// [types.DomainConfig.Function] makes one of them ready to be set again;
// [ConfigOf] and [ConfigsOf] type them.
//
// It only reads; at most 100 calls a second.
//
// Errors worth handling: InvalidFunctionName.ValueNotSupported.
//
// Reference: section 6.15.
// API: https://www.alibabacloud.com/help/en/cdn/developer-reference/api-cdn-2018-05-10-describecdndomainconfigs
func (c *Client) DescribeCdnDomainConfigs(ctx context.Context, req *types.DescribeCdnDomainConfigsRequest, opts ...CallOption) (*types.DescribeCdnDomainConfigsResponse, error) {
	return invoke(ctx, c, "DescribeCdnDomainConfigs", req, new(types.DescribeCdnDomainConfigsResponse), opts)
}

// ConfigOf turns a record of [Client.DescribeCdnDomainConfigs] into the struct
// of its function, such as a [types.Gzip], or into a [types.Function] where
// there is none. Nothing is lost: see [types.ConfigRecord] for what fits no
// field.
func ConfigOf(record types.DomainConfig) types.Config { return config.Decode(record) }

// ConfigsOf picks the records of one function, such as
// ConfigsOf[types.FiletypeBasedTtlSet](resp.DomainConfigs).
func ConfigsOf[T types.Config](records []types.DomainConfig) []T {
	return config.DecodeAs[T](records)
}

// DiffDomainConfigs compares the configuration that is wanted of a domain with
// the records that it has, and returns what has to be done, in the order of
// want and then the records to delete, of which there are none unless prune
// asks for them. It makes no call.
//
// A record is found by the ConfigId that a configuration names, else by being
// equal, else by what tells the records of its function apart, such as the
// path of a [types.PathBasedTtlSet] or the rule of a condition; records under
// different conditions (ParentId) are different ones. Of a function without a
// struct nothing is known that tells its records apart, so that one which is not
// equal changes the first record that the domain has of it: name the record if
// there may be several. Arguments that the service adds by itself are
// no difference, unless they are wanted. Numbers are compared as numbers,
// switches in any case, lists of addresses, domains and file types in any
// order. A record that failed to take effect is to be set again.
//
// Conditions of records that stay are not deleted. Errors are [*ParamError]: a
// configuration violates a rule, is wanted twice, or names a record that the
// domain does not have.
func DiffDomainConfigs(want types.Configs, have []types.DomainConfig, prune types.Prune) (types.DomainConfigChanges, error) {
	wanted, err := config.Want(want)
	if err == nil {
		var changes types.DomainConfigChanges
		if changes, err = wanted.Diff(have, prune); err == nil {
			return changes, nil
		}
	}
	return nil, paramErrors("BatchSetCdnDomainConfig", err)
}

// WaitForDomainConfigs waits until configuration functions that
// [Client.BatchSetCdnDomainConfig] set are in effect and the domain is online
// again, or offline where it was stopped before. Without functions it waits for
// all that the domain has, for instance after [Client.DeleteSpecificConfig]; one
// that failed long ago then counts too. It returns the records of the functions
// as it last saw them, also beside an error.
//
// A function that is not listed yet is waited for. What the first poll finds
// done must be done at the second one, too, MinInterval later, since the service
// may for a moment show what was before.
//
// It asks every 3 to 30 seconds, with two calls each time. A function that
// failed and a domain that is configure_failed or check_failed end the wait at
// once with a [*WaitError] that names them; so do the end of ctx and errors that
// stay, such as [ErrNotFound]. Polls that were throttled or failed in the
// service are made again.
func (c *Client) WaitForDomainConfigs(ctx context.Context, domainName string, functions []types.FunctionName, opts WaitOptions) ([]types.DomainConfig, error) {
	var (
		req   = &types.DescribeCdnDomainConfigsRequest{DomainName: domainName}
		found []types.DomainConfig
	)
	for _, function := range functions {
		req.FunctionNames = append(req.FunctionNames, string(function))
	}
	err := c.waitForConfigs(ctx, req, workers.NewSlots(1), opts, func(domain poll.State, records []types.DomainConfig) (poll.State, error) {
		found = records
		return configState(domain, req.FunctionNames, records), nil
	})
	return found, err
}

// waitForConfigs polls until look, which is told whether the domain is done and
// which records it has, finds what is awaited.
func (c *Client) waitForConfigs(ctx context.Context, req *types.DescribeCdnDomainConfigsRequest, slots workers.Slots, opts WaitOptions, look func(poll.State, []types.DomainConfig) (poll.State, error)) error {
	var records []types.DomainConfig
	read := func(ctx context.Context) error {
		configs, err := c.DescribeCdnDomainConfigs(ctx, req)
		if err == nil {
			records = configs.DomainConfigs
		}
		return err
	}
	return c.waitForRest(ctx, "configuration of domain "+req.DomainName, req.DomainName, slots, opts, read, func(domain poll.State) (poll.State, error) {
		return look(domain, records)
	})
}

// waitForRest polls the status of a domain, reads what else there is to know,
// and looks at that, until it is done. The domain is done when it is online, or
// offline.
func (c *Client) waitForRest(
	ctx context.Context, what, domainName string, slots workers.Slots, opts WaitOptions,
	read func(context.Context) error, look func(domain poll.State) (poll.State, error),
) error {
	waiter := poll.Waiter{Pace: configPace, Confirm: true}
	return wait(ctx, what, opts, waiter, func(ctx context.Context) (poll.State, error) {
		var status types.DomainStatus
		err := slots.Do(ctx, func() error {
			domain, err := c.DescribeCdnDomainDetail(ctx, &types.DescribeCdnDomainDetailRequest{DomainName: domainName})
			if err != nil {
				return err
			}
			status = domain.GetDomainDetailModel.DomainStatus
			return read(ctx)
		})
		if err != nil {
			return poll.State{}, err
		}
		state := domainState(domainName, status, types.DomainStatusOnline)
		if status == types.DomainStatusOffline {
			state = poll.State{Name: string(status), Done: true}
		}
		return look(state)
	})
}

// configPace is how often configurations are looked at.
var configPace = poll.Pace{Min: 3 * time.Second, Max: 30 * time.Second}

// configState says how far the functions of a domain are, of which those named
// must be there.
func configState(state poll.State, functions []string, records []types.DomainConfig) poll.State {
	seen := map[string]types.DomainConfigStatus{} // the worst of the records of a function
	for _, record := range records {
		name := string(record.FunctionName)
		if seen[name] != types.DomainConfigStatusFailed && record.Status != types.DomainConfigStatusSuccess || seen[name] == "" {
			seen[name] = record.Status
		}
	}
	for _, name := range functions {
		seen[name] = cmp.Or(seen[name], "not listed")
	}
	for _, name := range slices.Sorted(maps.Keys(seen)) {
		switch status := seen[name]; status {
		case types.DomainConfigStatusSuccess:
			continue
		case types.DomainConfigStatusFailed:
			state.Name, state.Failed = string(status), append(state.Failed, name)
		default:
			state.Done, state.Name, state.Remaining = false, string(status), append(state.Remaining, name)
		}
	}
	return state
}

// ApplyDomainConfigsOptions says how [Client.ApplyDomainConfigs] works. The
// zero value sets what is wanted, deletes nothing and waits.
type ApplyDomainConfigsOptions struct {
	// Prune says which records are deleted that are not wanted; the default is
	// none.
	Prune types.Prune

	// DryRun only reads, and returns what would be done.
	DryRun bool

	// Workers is how many calls run at once, besides the rate of the client's
	// limiter. The default is 8. Domains are waited for all at once.
	Workers int

	// Wait is how the domains are waited for, with OnUpdate for progress,
	// which is called for one domain at a time.
	Wait WaitOptions

	// Staging sets what differs in the staging environment of each domain first,
	// waits until it is in effect there, calls Check, and then publishes it; if
	// anything goes wrong before that, it is rolled back. Prune must be none:
	// staging cannot take records of production away.
	Staging bool

	// Check, unless nil, tries a domain whose configuration is in effect in
	// staging; an error has it rolled back. It is called once for each domain
	// that needed something, for several domains at the same time. The addresses
	// are those of [Client.DescribeStagingIp], whose comment shows how to send
	// them a request: by an http.Transport whose DialContext goes to one of them,
	// whatever the host of the URL. Needs Staging.
	Check func(ctx context.Context, domainName string, addresses []string) error

	// DiscardStaged drops what others have left in the staging environment of a
	// domain, all of it, before anything is staged. Otherwise such a domain is
	// refused with an error that lists it and is [ErrConflict]. Needs Staging.
	DiscardStaged bool

	// RollbackTimeout is how long a rollback may take, with the looks before it,
	// also after ctx has ended. The default is two minutes.
	RollbackTimeout time.Duration
}

// ApplyDomainConfigs makes the configuration of domains what is wanted: it
// reads what each of them has, compares ([DiffDomainConfigs]), sets what
// differs, waits until that is in effect, and then deletes what is not wanted if
// opts.Prune says so. Applied once more it finds nothing to do; what somebody
// has changed meanwhile it repairs. Functions that are not wanted stay as they
// are.
//
// Domains that need the same share a call, within the limit of 50 domains times
// functions. The service refuses such a call for one of its domains; then that
// one is singled out. Domains that are being configured are waited for, calls
// that were throttled and looks that failed in the service are made again. After
// a lost answer the domain is looked at before anything is repeated, at most
// nine times. How long all that takes is up to ctx alone.
//
// With opts.Staging the changes of each domain go through its staging
// environment, with calls of its own: they are staged, checked by opts.Check, and
// published or rolled back; the result says which. What is published is all that
// stands in staging, so that what others have staged is refused as a conflict,
// also where it comes in between, unless it is what is wanted, which counts as
// staged by this call, or what production has; nothing of theirs is rolled back
// then either. If ctx ends before the changes were published they are rolled back
// nevertheless, for which the call goes on for at most opts.RollbackTimeout; if it
// ends while they are being published, that is looked up first. After that they
// stay, also those that fail in production. Without opts.Staging a domain with
// something in staging is refused by the service with ConfigurationConflicts.
//
// There is a result for each domain, in the order of domainNames, also beside
// an error: what was needed, how far each change has come, and why the domain
// is not as it is wanted. A function that failed to take effect is a
// [*WaitError] there. The error returned joins those of the domains. Wrong
// configurations are [*ParamError] before anything is sent; so is one that names
// a record (ConfigId, ParentId) for more than one domain.
func (c *Client) ApplyDomainConfigs(ctx context.Context, domainNames []string, want types.Configs, opts ApplyDomainConfigsOptions) ([]types.AppliedDomainConfigs, error) {
	action := "BatchSetCdnDomainConfig"
	if opts.Staging {
		action = "SetCdnDomainStagingConfig"
	}
	wanted, err := config.Want(want)
	if err == nil && len(domainNames) > 1 {
		err = wanted.OfOneDomain()
	}
	if err != nil {
		return nil, paramErrors(action, err)
	}
	for i, name := range domainNames {
		switch place := "DomainNames." + strconv.Itoa(i+1); {
		case name == "":
			return nil, &ParamError{action, place, "is empty"}
		case hasDomain(domainNames[:i], name):
			return nil, &ParamError{action, place, "is given twice"}
		}
	}
	if err := opts.check(action); err != nil {
		return nil, err
	}
	plan := c.configPlan(opts)
	plan.Want = wanted
	results := plan.Apply(ctx, domainNames)
	var failed []error
	for i := range results {
		result := &results[i]
		if _, wrong := errors.AsType[param.Errors](result.Err); wrong {
			result.Err = paramErrors(action, result.Err)
		}
		if result.Err != nil {
			failed = append(failed, fmt.Errorf("domain %s: %w", result.DomainName, result.Err))
		}
	}
	return results, errors.Join(failed...)
}

// check returns what is wrong with the options.
func (o *ApplyDomainConfigsOptions) check(action string) error {
	switch {
	case o.Workers < 0:
		return &ParamError{action, "Workers", "is negative"}
	case o.RollbackTimeout < 0:
		return &ParamError{action, "RollbackTimeout", "is negative"}
	case o.Staging && o.Prune != types.PruneNone:
		return &ParamError{action, "Prune", "deletes records of production, which cannot be staged"}
	case !o.Staging && o.Check != nil:
		return &ParamError{action, "Check", "needs Staging"}
	case !o.Staging && o.DiscardStaged:
		return &ParamError{action, "DiscardStaged", "needs Staging"}
	default:
		return nil
	}
}

// hasDomain reports whether a domain is among others, in any case.
func hasDomain(names []string, name string) bool {
	return slices.ContainsFunc(names, func(other string) bool { return strings.EqualFold(other, name) })
}

// configPlan is how configurations are applied, with a few calls at once.
func (c *Client) configPlan(opts ApplyDomainConfigsOptions) config.Plan {
	const usual = 8
	slots := workers.NewSlots(cmp.Or(opts.Workers, usual))
	opts.Wait.OnUpdate = oneAtATime(opts.Wait.OnUpdate)
	plan := config.Plan{Prune: opts.Prune, DryRun: opts.DryRun, Service: c.configService(slots, opts.Wait)}
	if opts.Staging {
		plan.Staging = c.configStaging(slots, opts)
	}
	return plan
}

// configService is what applying configurations asks of the service.
func (c *Client) configService(slots workers.Slots, opts WaitOptions) config.Service {
	return config.Service{
		Read: func(ctx context.Context, domainName string) (records []types.DomainConfig, err error) {
			err = slots.Do(ctx, func() error {
				resp, err := c.DescribeCdnDomainConfigs(ctx, &types.DescribeCdnDomainConfigsRequest{DomainName: domainName})
				if err == nil {
					records = resp.DomainConfigs
				}
				return err
			})
			return records, err
		},
		Set: func(ctx context.Context, domainNames []string, functions types.Functions) error {
			return slots.Do(ctx, func() error {
				_, err := c.BatchSetCdnDomainConfig(ctx, &types.BatchSetCdnDomainConfigRequest{DomainNames: domainNames, Functions: functions})
				return err
			})
		},
		Delete: func(ctx context.Context, domainName string, configIDs []string) error {
			return slots.Do(ctx, func() error {
				_, err := c.DeleteSpecificConfig(ctx, &types.DeleteSpecificConfigRequest{DomainName: domainName, ConfigId: configIDs})
				return err
			})
		},
		Rest: func(ctx context.Context, domainName string, look func(poll.State, []types.DomainConfig) (poll.State, error)) error {
			return c.waitForConfigs(ctx, &types.DescribeCdnDomainConfigsRequest{DomainName: domainName}, slots, opts, look)
		},
		Judge: judge,
	}
}

// configStaging is what applying configurations asks of the service where they
// go through staging.
func (c *Client) configStaging(slots workers.Slots, opts ApplyDomainConfigsOptions) *config.Staging {
	const usual = 2 * time.Minute
	read := func(ctx context.Context, domainName string) (records []types.DomainConfig, err error) {
		err = slots.Do(ctx, func() error {
			resp, err := c.DescribeCdnDomainStagingConfig(ctx, &types.DescribeCdnDomainStagingConfigRequest{DomainName: domainName})
			if err == nil {
				records = resp.DomainConfigs
			}
			return err
		})
		return records, err
	}
	return &config.Staging{
		Service: config.Service{
			Read: read,
			Set: func(ctx context.Context, domainNames []string, functions types.Functions) error {
				return slots.Do(ctx, func() error {
					_, err := c.SetCdnDomainStagingConfig(ctx, &types.SetCdnDomainStagingConfigRequest{DomainName: domainNames[0], Functions: functions})
					return err
				})
			},
			Rest: func(ctx context.Context, domainName string, look func(poll.State, []types.DomainConfig) (poll.State, error)) error {
				waiter := poll.Waiter{Pace: configPace, Confirm: true}
				return wait(ctx, "staging configuration of domain "+domainName, opts.Wait, waiter, func(ctx context.Context) (poll.State, error) {
					records, err := read(ctx, domainName)
					if err != nil {
						return poll.State{}, err
					}
					return look(poll.State{Done: true}, records)
				})
			},
			Judge: judge,
		},
		Addresses: func(ctx context.Context) (addresses []string, err error) {
			err = slots.Do(ctx, func() error {
				resp, err := c.DescribeStagingIp(ctx, nil)
				if err == nil {
					addresses = resp.IPV4s
				}
				return err
			})
			return addresses, err
		},
		Check: opts.Check,
		Publish: func(ctx context.Context, domainName string) error {
			return slots.Do(ctx, func() error {
				_, err := c.PublishStagingConfigToProduction(ctx, &types.PublishStagingConfigToProductionRequest{DomainName: domainName})
				return err
			})
		},
		Rollback: func(ctx context.Context, domainName string) error {
			return slots.Do(ctx, func() error {
				_, err := c.RollbackStagingConfig(ctx, &types.RollbackStagingConfigRequest{DomainName: domainName})
				return err
			})
		},
		Discard:     opts.DiscardStaged,
		ErrConflict: ErrConflict,
		Grace:       cmp.Or(opts.RollbackTimeout, usual),
	}
}

// oneAtATime lets update be called from several goroutines.
func oneAtATime(update func(WaitUpdate)) func(WaitUpdate) {
	if update == nil {
		return nil
	}
	var mu sync.Mutex
	return func(u WaitUpdate) {
		mu.Lock()
		defer mu.Unlock()
		update(u)
	}
}

// judge says what the error of a call means to its domains.
func judge(err error) patience.Verdict {
	_, unreadable := errors.AsType[*DecodeError](err)
	_, refused := errors.AsType[*ParamError](err)
	switch {
	case refused, errors.Is(err, ErrSignature):
		return patience.Futile
	case errors.Is(err, ErrBusy):
		return patience.Busy
	case errors.Is(err, ErrThrottled):
		return patience.Throttled
	case errors.Is(err, ErrNotFound):
		return patience.Missing
	case unreadable, isTransient(err):
		return patience.Unknown
	default:
		return patience.Refused
	}
}

// SetCdnDomainStagingConfig sets configuration functions of a domain in its
// staging environment, where requests to a staging node ([Client.DescribeStagingIp])
// meet them and those of the public do not. [Client.PublishStagingConfigToProduction]
// puts them into production, [Client.RollbackStagingConfig] drops them;
// [Client.ApplyDomainConfigs] does all of that by itself.
//
// Functions are those of [Client.BatchSetCdnDomainConfig], for one domain a
// call. A function takes effect later: see the Status of
// [Client.DescribeCdnDomainStagingConfig]. While something stands in staging the
// production configuration cannot be changed directly: that is refused with
// ConfigurationConflicts.
//
// It is not repeated after a lost answer, since functions that hold several
// records may get another one; at most 30 calls a second.
//
// Errors worth handling: GrayConfigExist (another gradual release is running),
// InvalidDomain.BelongToConfigGroup, InvalidFunctionName.ValueNotSupported,
// InvalidArgName.ValueNotSupported, InvalidArgValue.Malformed,
// MissingRequiredArg.
//
// Reference: none, the action is newer.
// API: https://www.alibabacloud.com/help/en/cdn/developer-reference/api-cdn-2018-05-10-setcdndomainstagingconfig
func (c *Client) SetCdnDomainStagingConfig(ctx context.Context, req *types.SetCdnDomainStagingConfigRequest, opts ...CallOption) (*types.SetCdnDomainStagingConfigResponse, error) {
	return invoke(ctx, c, "SetCdnDomainStagingConfig", req, new(types.SetCdnDomainStagingConfigResponse), opts)
}

// DescribeCdnDomainStagingConfig returns the configuration functions in the
// staging environment of a domain, all of them or those named, with their
// arguments and status. Their records are of the same type as those of
// [Client.DescribeCdnDomainConfigs]: [ConfigOf] and [ConfigsOf] type them, too.
//
// It only reads; at most 30 calls a second.
//
// Errors worth handling: InvalidFunctionName.ValueNotSupported.
//
// Reference: none, the action is newer.
// API: https://www.alibabacloud.com/help/en/cdn/developer-reference/api-cdn-2018-05-10-describecdndomainstagingconfig
func (c *Client) DescribeCdnDomainStagingConfig(ctx context.Context, req *types.DescribeCdnDomainStagingConfigRequest, opts ...CallOption) (*types.DescribeCdnDomainStagingConfigResponse, error) {
	return invoke(ctx, c, "DescribeCdnDomainStagingConfig", req, new(types.DescribeCdnDomainStagingConfigResponse), opts)
}

// DeleteSpecificStagingConfig deletes records from the staging environment of
// domains by their ConfigId, which [Client.DescribeCdnDomainStagingConfig]
// returns; at most 50 domains a call. The last record of a domain can only go by
// [Client.RollbackStagingConfig].
//
// Repeating it has no second effect; at most 20 calls a second.
//
// Errors worth handling: GrayConfigIsNull (it is the last record),
// InvalidRule.Malformed (what is left of EdgeScript rules is wrong).
//
// Reference: none, the action is newer.
// API: https://www.alibabacloud.com/help/en/cdn/developer-reference/api-cdn-2018-05-10-deletespecificstagingconfig
func (c *Client) DeleteSpecificStagingConfig(ctx context.Context, req *types.DeleteSpecificStagingConfigRequest, opts ...CallOption) (*types.DeleteSpecificStagingConfigResponse, error) {
	return invoke(ctx, c, "DeleteSpecificStagingConfig", req, new(types.DeleteSpecificStagingConfigResponse), opts)
}

// PublishStagingConfigToProduction puts all that stands in the staging
// environment of a domain into production, where it takes effect some minutes
// later, see [Client.WaitForDomainConfigs]. The documents do not say what becomes
// of the staging environment then.
//
// It is not repeated after a lost answer: a repeat publishes whatever stands in
// staging by then. At most 30 calls a second.
//
// Errors worth handling: StagingConfig.Failed (staging is still being
// configured, nothing was done), StagingConfig.NotFound (nothing stands in
// staging).
//
// Reference: none, the action is newer.
// API: https://www.alibabacloud.com/help/en/cdn/developer-reference/api-cdn-2018-05-10-publishstagingconfigtoproduction
func (c *Client) PublishStagingConfigToProduction(ctx context.Context, req *types.PublishStagingConfigToProductionRequest, opts ...CallOption) (*types.PublishStagingConfigToProductionResponse, error) {
	return invoke(ctx, c, "PublishStagingConfigToProduction", req, new(types.PublishStagingConfigToProductionResponse), opts)
}

// RollbackStagingConfig drops all that stands in the staging environment of a
// domain, whoever has set it. Production stays as it is, and can be changed
// directly again.
//
// Repeating it has no second effect, but after a lost answer the repeat may say
// StagingConfig.NotFound although the first call did its work. At most 30 calls
// a second.
//
// Errors worth handling: StagingConfig.NotFound (nothing stands in staging).
//
// Reference: none, the action is newer.
// API: https://www.alibabacloud.com/help/en/cdn/developer-reference/api-cdn-2018-05-10-rollbackstagingconfig
func (c *Client) RollbackStagingConfig(ctx context.Context, req *types.RollbackStagingConfigRequest, opts ...CallOption) (*types.RollbackStagingConfigResponse, error) {
	return invoke(ctx, c, "RollbackStagingConfig", req, new(types.RollbackStagingConfigResponse), opts)
}

// DescribeStagingIp returns the IPv4 addresses of the staging nodes. To try a
// staging configuration, send an ordinary request for the domain to one of them,
// so that the Host header and the name for TLS stay those of the domain:
//
//	transport := &http.Transport{DialContext: func(ctx context.Context, network, addr string) (net.Conn, error) {
//		_, port, err := net.SplitHostPort(addr)
//		if err != nil {
//			return nil, err
//		}
//		return new(net.Dialer).DialContext(ctx, network, net.JoinHostPort(address, port))
//	}}
//	defer transport.CloseIdleConnections()
//	resp, err := (&http.Client{Transport: transport}).Get("https://www.example.com/")
//
// It only reads; at most 30 calls a second. The documents list no errors.
//
// Reference: none, the action is newer.
// API: https://www.alibabacloud.com/help/en/cdn/developer-reference/api-cdn-2018-05-10-describestagingip
func (c *Client) DescribeStagingIp(ctx context.Context, req *types.DescribeStagingIpRequest, opts ...CallOption) (*types.DescribeStagingIpResponse, error) {
	return invoke(ctx, c, "DescribeStagingIp", req, new(types.DescribeStagingIpResponse), opts)
}

// DeleteSpecificConfig deletes records of configuration functions of a domain
// by their ConfigId, which [Client.DescribeCdnDomainConfigs] and
// [Client.BatchSetCdnDomainConfig] return.
//
// Repeating it has no second effect; at most 30 calls a second.
//
// Errors worth handling: MissingParameter, ServiceBusy (being configured,
// nothing was done).
//
// Reference: section 6.16.
// API: https://www.alibabacloud.com/help/en/cdn/developer-reference/api-cdn-2018-05-10-deletespecificconfig
func (c *Client) DeleteSpecificConfig(ctx context.Context, req *types.DeleteSpecificConfigRequest, opts ...CallOption) (*types.DeleteSpecificConfigResponse, error) {
	return invoke(ctx, c, "DeleteSpecificConfig", req, new(types.DeleteSpecificConfigResponse), opts)
}

// BatchDeleteCdnDomainConfig removes functions from domains, with all records that
// these have of them: at most 50 domains and 50 functions a call, and at most 50
// domains times functions.
//
// Repeating it has no second effect; at most 30 calls a second.
//
// Errors worth handling: DeleteFunctionFailed, Invalid%s.ValueNotSupported (no such
// function; spelled so by the service), ServiceBusy.
//
// Reference: none, the action is newer.
// API: https://www.alibabacloud.com/help/en/cdn/developer-reference/api-cdn-2018-05-10-batchdeletecdndomainconfig
func (c *Client) BatchDeleteCdnDomainConfig(ctx context.Context, req *types.BatchDeleteCdnDomainConfigRequest, opts ...CallOption) (*types.BatchDeleteCdnDomainConfigResponse, error) {
	return invoke(ctx, c, "BatchDeleteCdnDomainConfig", req, new(types.BatchDeleteCdnDomainConfigResponse), opts)
}
