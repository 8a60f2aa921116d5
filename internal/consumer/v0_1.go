package consumer

import (
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"log/slog"
	"net/http"
	"net/url"
	"time"

	"github.com/alicdn/alicdn-go"
	"github.com/alicdn/alicdn-go/types"
)

// api is what a user's code asks of the client, to put something else in its
// place in tests.
type api interface {
	DescribeUserDomains(context.Context, *types.DescribeUserDomainsRequest, ...alicdn.CallOption) (*types.DescribeUserDomainsResponse, error)
	RefreshObjectCaches(context.Context, *types.RefreshObjectCachesRequest, ...alicdn.CallOption) (*types.RefreshObjectCachesResponse, error)
	Do(ctx context.Context, action string, params url.Values, out any, opts ...alicdn.CallOption) error
}

var _ api = (*alicdn.Client)(nil)

// limiter is a limiter of the user's.
type limiter struct{}

func (limiter) Wait(ctx context.Context, _ string) error { return ctx.Err() }

// newClient sets every setting.
func newClient(endpoint string, logs io.Writer) (*alicdn.Client, error) {
	return alicdn.New(
		alicdn.CachedCredentials(alicdn.CredentialsFunc(func(context.Context) (alicdn.Credentials, error) {
			return alicdn.Credentials{AccessKeyId: "id", AccessKeySecret: "secret", Expires: time.Now().Add(time.Hour)}, nil
		})),
		alicdn.WithEndpoint(endpoint),
		alicdn.WithInsecureHTTP(),
		alicdn.WithHTTPClient(&http.Client{}),
		alicdn.WithTimeout(10*time.Second),
		alicdn.WithRetry(alicdn.RetryPolicy{MaxAttempts: 2, BaseDelay: time.Millisecond, MaxDelay: time.Second}),
		alicdn.WithLimiter(limiter{}),
		alicdn.WithLogger(slog.New(slog.NewTextHandler(logs, nil))),
		alicdn.WithAttemptHook(func(context.Context, alicdn.Attempt) {}),
		alicdn.WithUserAgent("consumer/1"),
	)
}

// otherCredentials are the other ways to have credentials.
var otherCredentials = []alicdn.CredentialsProvider{
	alicdn.StaticCredentials("id", "secret", ""),
	alicdn.EnvCredentials(),
}

func domains(ctx context.Context, client *alicdn.Client, name string) (types.DomainStatus, error) {
	_, err := client.AddCdnDomain(ctx, &types.AddCdnDomainRequest{
		DomainName: name,
		CdnType:    types.CdnTypeWeb,
		Sources:    types.Sources{{Type: types.SourceTypeDomain, Content: "origin.example.com", Port: 80, Priority: "20"}},
		Scope:      types.ScopeOverseas,
		Tag:        types.Tags{{Key: "team", Value: "web"}},
	})
	if err != nil {
		return "", err
	}
	options := alicdn.WaitOptions{MinInterval: time.Millisecond, OnUpdate: func(alicdn.WaitUpdate) {}}
	domain, err := client.WaitForDomainStatus(ctx, name, types.DomainStatusOnline, options)
	if err != nil {
		return "", err
	}
	functions, err := alicdn.FunctionsOf(types.Gzip{Enable: types.SwitchOn}, types.PathBasedTtlSet{Path: "/", Ttl: new(60)})
	if err != nil {
		return "", err
	}
	_, err = client.BatchSetCdnDomainConfig(ctx, &types.BatchSetCdnDomainConfigRequest{DomainNames: []string{name}, Functions: functions})
	if err != nil {
		return "", err
	}
	records, err := client.WaitForDomainConfigs(ctx, name, []types.FunctionName{types.FunctionGzip}, options)
	if err != nil {
		return "", err
	}
	if gzips := alicdn.ConfigsOf[types.Gzip](records); len(gzips) != 1 || gzips[0].Enable != types.SwitchOn {
		return "", fmt.Errorf("gzip is %v", gzips)
	}
	_, err = client.ApplyDomainConfigs(ctx, []string{name}, types.Configs{types.Gzip{Enable: types.SwitchOff}},
		alicdn.ApplyDomainConfigsOptions{Prune: types.PruneNone, DryRun: true})
	return domain.DomainStatus, err
}

func names(ctx context.Context, client *alicdn.Client) ([]types.PageData, error) {
	var seq iter.Seq2[types.PageData, error] = client.DescribeUserDomainsIter(ctx, &types.DescribeUserDomainsRequest{PageSize: 50})
	return alicdn.Collect(seq, 1000)
}

func purge(ctx context.Context, client *alicdn.Client, urls iter.Seq[string]) (int, error) {
	result, err := client.RefreshAll(ctx, &types.RefreshObjectCachesRequest{ObjectType: types.ObjectTypeFile}, urls,
		alicdn.BulkOptions{Deduplicate: true})
	if err != nil {
		return 0, err
	}
	_, err = client.WaitForRefreshTasks(ctx, result.TaskIds, alicdn.WaitOptions{MinInterval: time.Millisecond})
	return result.Submitted, err
}

func peak(ctx context.Context, client *alicdn.Client, name string, start time.Time) (float64, error) {
	series, err := client.DescribeDomainBpsDataSeries(ctx, &types.DescribeDomainBpsDataRequest{
		DomainName: []string{name},
		StartTime:  types.UTC(start),
		EndTime:    types.UTC(start.Add(time.Hour)),
		Interval:   types.Interval300,
	}, alicdn.SeriesOptions{})
	if err != nil {
		return 0, err
	}
	bps := series.Values(func(p types.DomainBpsDataModule) types.Number { return p.Value })
	if !bps.Percentile95().Number.IsSet() || len(series.Gaps()) > 0 {
		return 0, errors.New("points are missing")
	}
	return bps.Peak().Number.Float64(), nil
}

func logs(ctx context.Context, client *alicdn.Client, name string, start time.Time) (int, error) {
	lines := 0
	request := &types.DescribeCdnDomainLogsRequest{DomainName: name, StartTime: types.UTC(start), EndTime: types.UTC(start.Add(time.Hour))}
	for entry, err := range client.LogEntries(ctx, request, alicdn.LogEntriesOptions{}) {
		if err != nil {
			return lines, err
		}
		if entry.Status == http.StatusOK && entry.CacheStatus == types.CacheStatusHit {
			lines++
		}
	}
	return lines, nil
}

func certificates(ctx context.Context, client *alicdn.Client, cert types.Certificate) (states []types.RolloutState, err error) {
	if _, err := alicdn.CheckCertificate(cert, []string{"www.example.com"}, time.Now()); err != nil {
		return nil, err
	}
	results, err := client.RolloutCertificate(ctx, cert, alicdn.RolloutOptions{DryRun: true})
	for _, result := range results {
		states = append(states, result.State)
	}
	return states, err
}

func account(ctx context.Context, client *alicdn.Client) (types.InternetChargeType, error) {
	view, err := client.Account(ctx)
	if err != nil || view.Domains.Limit == 0 {
		return "", fmt.Errorf("no view of the account: %w", err)
	}
	service, err := client.DescribeCdnService(ctx, nil)
	if err != nil {
		return "", err
	}
	return service.InternetChargeType, nil
}

func usage(ctx context.Context, client *alicdn.Client, start time.Time) (string, error) {
	task, err := client.CreateUserUsageDataExportTask(ctx, &types.CreateUserUsageDataExportTaskRequest{
		StartTime: types.UTC(start), EndTime: types.UTC(start.Add(24 * time.Hour)), TaskName: "monthly",
	})
	if err != nil {
		return "", err
	}
	done, err := client.WaitForUsageDataExport(ctx, string(task.TaskId), alicdn.WaitOptions{MinInterval: time.Millisecond})
	if err != nil {
		return "", err
	}
	return done.TaskName, nil
}

func tags(ctx context.Context, client *alicdn.Client, name string) (types.List[types.Tag], error) {
	_, err := client.TagResources(ctx, &types.TagResourcesRequest{
		ResourceType: types.ResourceTypeDomain, ResourceId: types.Repeated{name}, Tag: types.Tags{{Key: "env", Value: "prod"}},
	})
	if err != nil {
		return nil, err
	}
	resp, err := client.DescribeTagResources(ctx, &types.DescribeTagResourcesRequest{
		ResourceType: types.ResourceTypeDomain, ResourceId: types.Repeated{name},
	})
	if err != nil || len(resp.TagResources) == 0 {
		return nil, err
	}
	return resp.TagResources[0].Tag, nil
}

// classify tells errors apart in every way that there is.
func classify(err error) string {
	if param, ok := errors.AsType[*alicdn.ParamError](err); ok {
		return "wrong request: " + param.Error()
	}
	if decode, ok := errors.AsType[*alicdn.DecodeError](err); ok {
		return "unreadable: " + decode.Error()
	}
	if wait, ok := errors.AsType[*alicdn.WaitError](err); ok {
		return "waited in vain: " + wait.State
	}
	switch refused, ok := errors.AsType[*alicdn.Error](err); {
	case ok && alicdn.IsCode(err, types.InvalidDomainNotFound, types.InvalidDomainOffline):
		return "no such domain: " + refused.Code
	case errors.Is(err, alicdn.ErrThrottled), errors.Is(err, alicdn.ErrBusy), errors.Is(err, alicdn.ErrUnavailable):
		return "later"
	case errors.Is(err, alicdn.ErrNotFound), errors.Is(err, alicdn.ErrForbidden), errors.Is(err, alicdn.ErrInvalid),
		errors.Is(err, alicdn.ErrConflict), errors.Is(err, alicdn.ErrQuota), errors.Is(err, alicdn.ErrSignature):
		return "no"
	default:
		return "unknown"
	}
}

// untyped reaches an action, a parameter and an answer that are not typed.
func untyped(ctx context.Context, client api) (status int, err error) {
	var answer struct{ TotalCount types.Int }
	var raw alicdn.RawResponse
	err = client.Do(ctx, "DescribeUserDomains", url.Values{"PageSize": {"1"}}, &answer,
		alicdn.WithAttempts(1), alicdn.WithParam("PageNumber", "1"), alicdn.WithRawResponse(&raw))
	return raw.StatusCode, err
}
