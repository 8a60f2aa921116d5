package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"strings"
	"time"

	"github.com/alicdn/alicdn-go"
	"github.com/alicdn/alicdn-go/types"
)

// tour is the way through the API.
type tour struct {
	client *alicdn.Client
	out    io.Writer
	domain string
	origin string
	write  bool          // whether steps that change something are taken
	poll   time.Duration // how often a status is asked for

	added bool // the domain is there because of us, or may be
}

// step is a part of the tour.
type step struct {
	title  string
	writes bool
	do     func(context.Context) error
}

// run takes the steps in order, those that write only if that is wanted.
func (t *tour) run(ctx context.Context) error {
	for _, s := range []step{
		{"Service", true, t.openService},
		{"Add a domain", true, t.addDomain},
		{"Pick a domain", false, t.pickDomain},
		{"Configure", true, t.configure},
		{"Purge and preload", true, t.purge},
		{"Figures of the last 24 hours", false, t.figures},
		{"Log files", false, t.logFiles},
		{"Tags", true, t.tag},
		{"Clean up", true, t.cleanUp},
	} {
		if s.writes && !t.write {
			continue
		}
		fmt.Fprintf(t.out, "\n%s\n", s.title)
		if err := s.do(ctx); err != nil {
			if t.added {
				t.sayWhatIsLeft()
			}
			return err
		}
	}
	return nil
}

// sayWhatIsLeft names the domain that a tour which has failed or was interrupted
// did not clean up, if it got to add it. It does not do so itself now: a domain
// that is being added takes no changes for minutes.
func (t *tour) sayWhatIsLeft() {
	t.say("may be left behind: domain %s", t.domain)
	t.say("To remove it, wait until DescribeCdnDomainDetail shows it online, offline or failed,")
	t.say("call StopCdnDomain if it is online, and DeleteCdnDomain once it is not.")
}

func (t *tour) say(format string, args ...any) {
	fmt.Fprintf(t.out, "  "+format+"\n", args...)
}

func (t *tour) openService(ctx context.Context) error {
	_, err := t.client.OpenCdnService(ctx, &types.OpenCdnServiceRequest{InternetChargeType: types.InternetChargeTypePayByTraffic})
	if err != nil && !alicdn.IsCode(err, types.CdnServiceHasOpened) {
		return err
	}
	service, err := t.client.DescribeCdnService(ctx, nil)
	if err != nil {
		return err
	}
	t.say("open since %s, billed %s", service.OpeningTime.Format(time.DateTime), service.InternetChargeType)
	return nil
}

func (t *tour) addDomain(ctx context.Context) error {
	t.added = true // also if the answer gets lost
	_, err := t.client.AddCdnDomain(ctx, &types.AddCdnDomainRequest{
		DomainName: t.domain,
		CdnType:    types.CdnTypeWeb,
		Sources: types.Sources{
			{Type: types.SourceTypeIpaddr, Content: t.origin, Port: 80, Priority: "20"},
			{Type: types.SourceTypeDomain, Content: "backup." + strings.TrimPrefix(t.domain, "."), Port: 80, Priority: "30"},
		},
	})
	if err != nil {
		if refused := (*alicdn.Error)(nil); errors.As(err, &refused) && refused.StatusCode < http.StatusInternalServerError {
			t.added = false
		}
		return err
	}
	return t.waitForDomain(ctx, types.DomainStatusOnline)
}

// pickDomain takes the domain that was given or added, otherwise the first of
// the account. It has to be online, for the others have no figures.
func (t *tour) pickDomain(ctx context.Context) error {
	resp, err := t.client.DescribeUserDomains(ctx, &types.DescribeUserDomainsRequest{
		DomainName: t.domain, DomainSearchType: types.DomainSearchTypeFullMatch,
		DomainStatus: types.DomainStatusOnline, PageSize: 1,
	})
	if err != nil {
		return err
	}
	switch {
	case len(resp.Domains) == 0 && t.domain == "":
		return errors.New("the account has no domain that is online")
	case len(resp.Domains) == 0:
		return fmt.Errorf("the account has no domain %s that is online", t.domain)
	}
	first := resp.Domains[0]
	t.domain = first.DomainName
	t.say("%s is %s, CNAME %s", first.DomainName, first.DomainStatus, first.Cname)
	return nil
}

func (t *tour) configure(ctx context.Context) error {
	functions := types.Functions{
		{FunctionName: types.FunctionFiletypeBasedTtlSet, FunctionArgs: []types.FunctionArg{
			{ArgName: "file_type", ArgValue: "jpg,png,css,js"}, {ArgName: "ttl", ArgValue: "2592000"}, {ArgName: "weight", ArgValue: "50"},
		}},
		{FunctionName: types.FunctionHttpsOption, FunctionArgs: []types.FunctionArg{{ArgName: "http2", ArgValue: "on"}}},
	}
	_, err := t.client.BatchSetCdnDomainConfig(ctx, &types.BatchSetCdnDomainConfigRequest{DomainNames: []string{t.domain}, Functions: functions})
	if err != nil {
		return err
	}
	if err := t.waitForDomain(ctx, types.DomainStatusOnline); err != nil {
		return err
	}
	resp, err := t.client.DescribeCdnDomainConfigs(ctx, &types.DescribeCdnDomainConfigsRequest{DomainName: t.domain})
	if err != nil {
		return err
	}
	for _, config := range resp.DomainConfigs {
		args := make([]string, len(config.FunctionArgs))
		for i, arg := range config.FunctionArgs {
			args[i] = arg.ArgName + "=" + arg.ArgValue
		}
		t.say("%-24s %-8s %s", config.FunctionName, config.Status, strings.Join(args, " "))
	}
	return nil
}

func (t *tour) purge(ctx context.Context) error {
	quota, err := t.client.DescribeRefreshQuota(ctx, nil)
	if err != nil {
		return err
	}
	t.say("left today: %d of %d URLs, %d of %d directories, %d of %d preloads",
		quota.UrlRemain, quota.UrlQuota, quota.DirRemain, quota.DirQuota, quota.PreloadRemain, quota.PreloadQuota)

	base := "http://" + strings.TrimPrefix(t.domain, ".")
	refresh, err := t.client.RefreshObjectCaches(ctx, &types.RefreshObjectCachesRequest{
		ObjectPath: []string{base + "/img/"}, ObjectType: types.ObjectTypeDirectory,
	})
	if err != nil {
		return err
	}
	if err := t.waitForTask(ctx, "refresh", refresh.RefreshTaskId); err != nil {
		return err
	}
	preload, err := t.client.PushObjectCache(ctx, &types.PushObjectCacheRequest{ObjectPath: []string{base + "/img/logo.png"}})
	if err != nil {
		return err
	}
	return t.waitForTask(ctx, "preload", preload.PushTaskId)
}

func (t *tour) logFiles(ctx context.Context) error {
	resp, err := t.client.DescribeCdnDomainLogs(ctx, &types.DescribeCdnDomainLogsRequest{DomainName: t.domain, PageSize: 3})
	if err != nil {
		return err
	}
	for _, logs := range resp.DomainLogDetails {
		for _, file := range logs.LogInfos {
			t.say("%s to %s  %7d bytes  %s", file.StartTime.Format("15:04"), file.EndTime.Format("15:04"), file.LogSize, file.LogName)
		}
		t.say("%d files in all", logs.PageInfos.Total)
	}
	return nil
}

func (t *tour) tag(ctx context.Context) error {
	resources := types.Repeated{t.domain}
	_, err := t.client.TagResources(ctx, &types.TagResourcesRequest{
		ResourceType: types.ResourceTypeDomain, ResourceId: resources, Tag: types.Tags{{Key: "env", Value: "demo"}},
	})
	if err != nil {
		return err
	}
	resp, err := t.client.DescribeTagResources(ctx, &types.DescribeTagResourcesRequest{ResourceType: types.ResourceTypeDomain, ResourceId: resources})
	if err != nil {
		return err
	}
	for _, resource := range resp.TagResources {
		for _, tag := range resource.Tag {
			t.say("%s: %s=%s", resource.ResourceId, tag.Key, tag.Value)
		}
	}
	return nil
}

func (t *tour) cleanUp(ctx context.Context) error {
	if _, err := t.client.StopCdnDomain(ctx, &types.StopCdnDomainRequest{DomainName: t.domain}); err != nil {
		return err
	}
	if err := t.waitForDomain(ctx, types.DomainStatusOffline); err != nil {
		return err
	}
	if _, err := t.client.DeleteCdnDomain(ctx, &types.DeleteCdnDomainRequest{DomainName: t.domain}); err != nil {
		return err
	}
	t.added = false
	t.say("%s is being deleted", t.domain)
	return nil
}
