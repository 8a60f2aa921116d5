package alicdn_test

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"time"

	"github.com/alicdn/alicdn-go"
	"github.com/alicdn/alicdn-go/cdntest"
	"github.com/alicdn/alicdn-go/types"
)

// A domain is added and waited for, and what users have fetched once is
// refreshed.
func Example() {
	server := cdntest.NewServer(cdntest.WithDurations(cdntest.Durations{})) // for the real service: alicdn.New(alicdn.EnvCredentials())
	defer server.Close()
	client := server.Client()
	ctx, cancel := context.WithTimeout(context.Background(), 30*time.Minute)
	defer cancel()

	_, err := client.AddCdnDomain(ctx, &types.AddCdnDomainRequest{
		DomainName: "www.example.com", CdnType: types.CdnTypeWeb,
		Sources: types.Sources{{Type: types.SourceTypeIpaddr, Content: "192.0.2.10"}},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	domain, err := client.WaitForDomainStatus(ctx, "www.example.com", types.DomainStatusOnline, alicdn.WaitOptions{MinInterval: time.Millisecond})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(domain.DomainName, "is", domain.DomainStatus, "behind", domain.Cname)

	refresh, err := client.RefreshObjectCaches(ctx, &types.RefreshObjectCachesRequest{
		ObjectPath: []string{"https://www.example.com/static/"}, ObjectType: types.ObjectTypeDirectory,
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	tasks, err := client.WaitForRefreshTasks(ctx, []string{string(refresh.RefreshTaskId)}, alicdn.WaitOptions{})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(tasks[0].ObjectPath, tasks[0].Status)
	// Output:
	// www.example.com is online behind www.example.com.w.kunlunle.com
	// https://www.example.com/static/ Complete
}

// Everything that is wrong with the settings is reported at once.
func ExampleNew() {
	_, err := alicdn.New(nil, alicdn.WithEndpoint("http://cdn.example.com"), alicdn.WithTimeout(-time.Second))
	fmt.Println(err)

	client, err := alicdn.New(alicdn.EnvCredentials(),
		alicdn.WithTimeout(10*time.Second),
		alicdn.WithRetry(alicdn.RetryPolicy{MaxAttempts: 5}),
		alicdn.WithUserAgent("shop/1.2"),
	)
	fmt.Println(client, err)
	// Output:
	// alicdn: credentials are nil
	// timeout -1s is not positive
	// endpoint http://cdn.example.com/ is plain HTTP; use https or WithInsecureHTTP
	// alicdn.Client(https://cdn.aliyuncs.com/) <nil>
}

// An action that the SDK does not type, into a struct of one's own.
func ExampleClient_Do() {
	server := cdntest.NewServer(cdntest.WithDomains("www.example.com"))
	defer server.Close()

	var answer struct{ TotalCount types.Int } // types reads numbers that are written as strings
	err := server.Client().Do(context.Background(), "DescribeUserDomains", url.Values{"PageSize": {"1"}}, &answer)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println("domains:", answer.TotalCount)
	// Output: domains: 1
}

// A kind of error, one code of the service, and the mistake that was never sent.
func ExampleIsCode() {
	server := cdntest.NewServer(cdntest.WithDomains("www.example.com"))
	defer server.Close()
	client, ctx := server.Client(), context.Background()

	_, err := client.StopCdnDomain(ctx, &types.StopCdnDomainRequest{DomainName: "www.example.org"})
	fmt.Println("a kind:", errors.Is(err, alicdn.ErrNotFound))
	fmt.Println("a code:", alicdn.IsCode(err, types.InvalidDomainNotFound))
	if refused, ok := errors.AsType[*alicdn.Error](err); ok {
		fmt.Println(refused.StatusCode, refused.Code)
	}

	_, err = client.StopCdnDomain(ctx, nil)
	if mistake, ok := errors.AsType[*alicdn.ParamError](err); ok {
		fmt.Println(mistake.Param, mistake.Rule)
	}
	// Output:
	// a kind: true
	// a code: true
	// 404 InvalidDomain.NotFound
	// DomainName is required
}

// Temporary credentials are asked for once, however many calls need them, and
// again shortly before they expire.
func ExampleCachedCredentials() {
	server := cdntest.NewServer(
		cdntest.WithCredentials("STS.id", "secret"), cdntest.WithSecurityToken("token", time.Now().Add(time.Hour)),
	)
	defer server.Close()

	asked := 0
	provider := alicdn.CachedCredentials(alicdn.CredentialsFunc(func(context.Context) (alicdn.Credentials, error) {
		asked++ // a call of STS, a file, a secret store
		return alicdn.Credentials{
			AccessKeyId: "STS.id", AccessKeySecret: "secret", SecurityToken: "token", Expires: time.Now().Add(time.Hour),
		}, nil
	}))
	client, err := alicdn.New(provider, alicdn.WithEndpoint(server.URL))
	if err != nil {
		fmt.Println(err)
		return
	}
	for range 3 {
		if _, err := client.DescribeRefreshQuota(context.Background(), nil); err != nil {
			fmt.Println(err)
			return
		}
	}
	fmt.Println("asked", asked, "time")
	// Output: asked 1 time
}

// Each attempt of a call, as metrics or spans would count it.
func ExampleWithAttemptHook() {
	server := cdntest.NewServer()
	defer server.Close()
	server.Script("DescribeRefreshQuota", cdntest.Throttle(), cdntest.Pass())

	client := server.Client(
		alicdn.WithRetry(alicdn.RetryPolicy{BaseDelay: time.Millisecond}),
		alicdn.WithAttemptHook(func(_ context.Context, a alicdn.Attempt) {
			fmt.Println(a.Action, a.Number, a.StatusCode, "throttled:", errors.Is(a.Err, alicdn.ErrThrottled), "again:", a.WillRetry)
		}),
	)
	_, err := client.DescribeRefreshQuota(context.Background(), nil)
	fmt.Println(err)
	// Output:
	// DescribeRefreshQuota 1 400 throttled: true again: true
	// DescribeRefreshQuota 2 200 throttled: false again: false
	// <nil>
}

// What a call alone takes: a parameter that the request does not have, one
// attempt, and the answer as it came.
func ExampleWithRawResponse() {
	server := cdntest.NewServer()
	defer server.Close()

	var raw alicdn.RawResponse
	_, err := server.Client().DescribeUserDomains(context.Background(), nil,
		alicdn.WithParam("PageSize", "1"), alicdn.WithAttempts(1), alicdn.WithRawResponse(&raw))
	fmt.Println(raw.StatusCode, raw.Header.Get("Content-Type"), err)
	// Output: 200 application/json;charset=utf-8 <nil>
}
