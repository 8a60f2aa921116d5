package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"os"

	"github.com/alicdn/alicdn-go/examples/internal/demo"
	"github.com/alicdn/alicdn-go/types"
)

// export has the service export the usage, waits, and fetches the file.
func export(ctx context.Context, env demo.Env, service *demo.Service, start, end types.Time, name string) error {
	task, err := service.Client.CreateUserUsageDataExportTask(ctx, &types.CreateUserUsageDataExportTaskRequest{
		StartTime: start, EndTime: end, TaskName: "usage", Type: types.ExportTypeFlow, Language: types.ExportLanguageEnUs,
	})
	if err != nil {
		return err
	}
	done, err := service.Client.WaitForUsageDataExport(ctx, string(task.TaskId), service.Wait)
	if err != nil {
		return err
	}
	size, err := fetch(ctx, service.HTTP, done.DownloadUrl, name)
	if err != nil {
		return fmt.Errorf("download of the export: %w", err)
	}
	fmt.Fprintf(env.Out, "\n%s: %d bytes\n", name, size)
	return nil
}

// fetch downloads a file. The address opens the file to whoever reads it: it must
// not get into errors.
func fetch(ctx context.Context, client *http.Client, address, name string) (size int64, err error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, address, http.NoBody)
	if err != nil {
		return 0, errors.New("the service gave an address that is none")
	}
	resp, err := client.Do(req)
	if failed := (*url.Error)(nil); errors.As(err, &failed) {
		return 0, failed.Err
	}
	if err != nil {
		return 0, err
	}
	defer func() { _ = resp.Body.Close() }()
	if resp.StatusCode != http.StatusOK {
		return 0, fmt.Errorf("answered %s", resp.Status)
	}

	part := name + ".part" // so that a file of that name is a whole one
	file, err := os.Create(part)
	if err != nil {
		return 0, err
	}
	size, err = io.Copy(file, resp.Body)
	if err = errors.Join(err, file.Close()); err != nil {
		return 0, errors.Join(err, os.Remove(part))
	}
	return size, os.Rename(part, name)
}
