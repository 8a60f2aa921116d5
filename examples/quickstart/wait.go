package main

import (
	"context"
	"fmt"
	"time"

	"github.com/alicdn/alicdn-go/types"
)

// waitForDomain polls until the domain has the status, and shows each change.
func (t *tour) waitForDomain(ctx context.Context, want types.DomainStatus) error {
	return t.until(ctx, func() (string, bool, error) {
		resp, err := t.client.DescribeCdnDomainDetail(ctx, &types.DescribeCdnDomainDetailRequest{DomainName: t.domain})
		if err != nil {
			return "", false, err
		}
		detail := resp.GetDomainDetailModel
		switch detail.DomainStatus {
		case types.DomainStatusCheckFailed, types.DomainStatusConfigureFailed:
			return "", false, fmt.Errorf("domain %s is %s: %s", t.domain, detail.DomainStatus, detail.Description)
		default:
			return t.domain + " is " + string(detail.DomainStatus), detail.DomainStatus == want, nil
		}
	})
}

// waitForTask polls until a refresh or preload is complete, and shows its
// progress.
func (t *tour) waitForTask(ctx context.Context, what string, id types.ID) error {
	return t.until(ctx, func() (string, bool, error) {
		resp, err := t.client.DescribeRefreshTasks(ctx, &types.DescribeRefreshTasksRequest{TaskId: string(id)})
		if err != nil || len(resp.Tasks) == 0 {
			return what + " is queued", false, err
		}
		task := resp.Tasks[0]
		if task.Status == types.TaskStatusFailed {
			return "", false, fmt.Errorf("%s of %s failed: %s", what, task.ObjectPath, task.Description)
		}
		return fmt.Sprintf("%s of %s is at %s", what, task.ObjectPath, task.Process), task.Status == types.TaskStatusComplete, nil
	})
}

// until calls look until it is done, and prints what it sees when that has
// changed.
func (t *tour) until(ctx context.Context, look func() (seen string, done bool, err error)) error {
	ticker := time.NewTicker(t.poll)
	defer ticker.Stop()
	started, last := time.Now(), ""
	for {
		seen, done, err := look()
		if err != nil {
			return err
		}
		if seen != last {
			t.say("%5.1fs  %s", time.Since(started).Seconds(), seen)
			last = seen
		}
		if done {
			return nil
		}
		select {
		case <-ticker.C:
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}
