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
	"github.com/alicdn/alicdn-go/cdntest"
	"github.com/alicdn/alicdn-go/examples/internal/demo"
	"github.com/alicdn/alicdn-go/types"
)

// tour is the way through the API.
type tour struct {
	client *alicdn.Client
	out    io.Writer
	domain string
	origin string
	write  bool               // whether steps that change something are taken
	wait   alicdn.WaitOptions // how it waits, and shows that
	server *cdntest.Server    // the embedded endpoint; nil is the real service

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
		{"HTTPS", true, t.https},
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

// addDomain adds the domain. Where the service asks whose it is, placeProof
// answers that first.
func (t *tour) addDomain(ctx context.Context) error {
	_, err := t.client.AddVerifiedDomain(ctx, &types.AddCdnDomainRequest{
		DomainName: t.domain,
		CdnType:    types.CdnTypeWeb,
		Sources: types.Sources{
			{Type: types.SourceTypeIpaddr, Content: t.origin, Port: 80, Priority: "20"},
			{Type: types.SourceTypeDomain, Content: "backup." + strings.TrimPrefix(t.domain, "."), Port: 80, Priority: "30"},
		},
	}, alicdn.AddDomainOptions{PlaceProof: t.placeProof, UntilOnline: true, Wait: t.wait})
	t.added = err == nil || mayBeThere(err)
	return err
}

// mayBeThere reports whether a domain is there, or may be, for which that error
// came.
func mayBeThere(err error) bool {
	failed, ok := errors.AsType[*alicdn.AddDomainError](err)
	if !ok || failed.Step != types.AddDomainStepAdd {
		return ok && failed.Step == types.AddDomainStepOnline
	}
	refused, ok := errors.AsType[*alicdn.Error](err)
	isRefused := ok && refused.StatusCode < http.StatusInternalServerError || errors.Is(err, alicdn.ErrConflict)
	return !isRefused
}

// placeProof says what proves whose the domain is, and places it on the embedded
// endpoint.
func (t *tour) placeProof(_ context.Context, proof types.OwnerProof) error {
	t.say("to be placed: %s record %s with %s", proof.RecordType, proof.RecordName, proof.Content)
	if t.server != nil {
		t.server.PlaceRecord(proof.RecordName, proof.Content)
	}
	return nil
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

// configure sets what the domain does not have yet, and waits until it has it.
func (t *tour) configure(ctx context.Context) error {
	results, err := t.client.ApplyDomainConfigs(ctx, []string{t.domain}, types.Configs{
		types.FiletypeBasedTtlSet{FileType: []string{"jpg", "png", "css", "js"}, Ttl: new(30 * 24 * 60 * 60), Weight: 50},
		types.HttpsOption{Http2: types.SwitchOn},
	}, alicdn.ApplyDomainConfigsOptions{Wait: t.wait})
	for _, result := range results {
		for _, change := range result.Changes {
			t.say("%v", change)
		}
	}
	return err
}

// https sets a certificate. The real service would keep the one that is made
// here, which no browser trusts: it gets none.
func (t *tour) https(ctx context.Context) error {
	if t.server == nil {
		t.say("left out: it takes a certificate of yours, see examples/certificate")
		return nil
	}
	name := t.domain
	if strings.HasPrefix(name, ".") { // a wildcard
		name = "*" + name
	}
	certificate, key, err := demo.Certificate(time.Now(), name)
	if err != nil {
		return err
	}
	_, err = t.client.SetCdnDomainSSLCertificate(ctx, &types.SetCdnDomainSSLCertificateRequest{
		DomainName: t.domain, SSLProtocol: types.SwitchOn, CertType: types.CertTypeUpload,
		CertName: "quickstart", SSLPub: certificate, SSLPri: key,
	})
	if err != nil {
		return err
	}
	if _, err := t.client.WaitForDomainStatus(ctx, t.domain, types.DomainStatusOnline, t.wait); err != nil {
		return err
	}
	resp, err := t.client.DescribeDomainCertificateInfo(ctx, &types.DescribeDomainCertificateInfoRequest{DomainName: t.domain})
	if err != nil {
		return err
	}
	for _, info := range resp.CertInfos {
		t.say("%s serves certificate %s until %s", info.DomainName, info.CertName, info.CertExpireTime.Format(time.DateOnly))
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

	base := "http://" + t.domain
	if strings.HasPrefix(t.domain, ".") { // a wildcard
		base = "http://www" + t.domain
	}
	refresh, err := t.client.RefreshObjectCaches(ctx, &types.RefreshObjectCachesRequest{
		ObjectPath: []string{base + "/img/"}, ObjectType: types.ObjectTypeDirectory,
	})
	if err != nil {
		return err
	}
	preload, err := t.client.PushObjectCache(ctx, &types.PushObjectCacheRequest{ObjectPath: []string{base + "/img/logo.png"}})
	if err != nil {
		return err
	}
	tasks, err := t.client.WaitForRefreshTasks(ctx, []string{string(refresh.RefreshTaskId), string(preload.PushTaskId)}, t.wait)
	for _, task := range tasks {
		t.say("%-9s of %s is %s, %s", task.ObjectType, task.ObjectPath, task.Status, task.Process)
	}
	return err
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
	for tag, err := range t.client.ListTagResourcesIter(ctx, &types.ListTagResourcesRequest{ResourceType: types.ResourceTypeDomain, ResourceId: resources}) {
		if err != nil {
			return err
		}
		t.say("%s: %s=%s", tag.ResourceId, tag.TagKey, tag.TagValue)
	}
	return nil
}

func (t *tour) cleanUp(ctx context.Context) error {
	if _, err := t.client.StopCdnDomain(ctx, &types.StopCdnDomainRequest{DomainName: t.domain}); err != nil {
		return err
	}
	if _, err := t.client.WaitForDomainStatus(ctx, t.domain, types.DomainStatusOffline, t.wait); err != nil {
		return err
	}
	if _, err := t.client.DeleteCdnDomain(ctx, &types.DeleteCdnDomainRequest{DomainName: t.domain}); err != nil {
		return err
	}
	t.added = false
	t.say("%s is being deleted", t.domain)
	return nil
}
