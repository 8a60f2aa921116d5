// Package migrating has the code of docs/migrating.md: what calls look like
// with the official clients (tea.go, sdk.go) and with ours (ours.go). A test
// proves that the guide shows this code, and another runs ours and that of
// github.com/aliyun/alibaba-cloud-sdk-go on an endpoint of package cdntest.
//
// Each function is a snippet: its body is a block of the guide.
package migrating
