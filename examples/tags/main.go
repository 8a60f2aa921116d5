// Tags tags domains, removes tags from them, and lists them.
//
//	go run ./examples/tags -set env=prod -set team=web www.example.com img.example.com
//	go run ./examples/tags -unset team www.example.com
//	go run ./examples/tags -find env=prod
//	go run ./examples/tags
//
// Without credentials it runs on an endpoint of its own, where www.example.com
// and img.example.com are domains. With ALIBABA_CLOUD_ACCESS_KEY_ID and
// ALIBABA_CLOUD_ACCESS_KEY_SECRET set it works on the real service.
package main

import (
	"cmp"
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"slices"
	"strings"
	"text/tabwriter"

	"github.com/alicdn/alicdn-go"
	"github.com/alicdn/alicdn-go/cdntest"
	"github.com/alicdn/alicdn-go/examples/internal/demo"
	"github.com/alicdn/alicdn-go/types"
)

func main() { demo.Main("tags", run) }

// change is what the flags say.
type change struct {
	set, find types.Tags
	unset     types.Repeated
}

func run(ctx context.Context, args []string, env demo.Env) error {
	var c change
	flags := flag.NewFlagSet("tags", flag.ContinueOnError)
	flags.Func("set", "`key=value` to tag the domains with; may be repeated", into(&c.set))
	flags.Func("unset", "`key` of a tag to remove from the domains; may be repeated", func(key string) error {
		c.unset = append(c.unset, key)
		return nil
	})
	flags.Func("find", "`key=value` of the domains to list; may be repeated", into(&c.find))
	if err := env.Parse(flags, args, "[flags] [DOMAIN ...]", "Tags tags domains, removes tags, and lists them."); err != nil {
		return err
	}
	domains := flags.Args()
	writes := len(c.set)+len(c.unset) > 0
	switch {
	case writes && len(domains) == 0:
		return demo.Usagef("which domains?")
	case len(c.find) > 0 && len(domains) > 0:
		return demo.Usagef("name domains or -find them")
	}
	service, err := env.Connect(cdntest.WithDomains("www.example.com", "img.example.com"))
	if err != nil {
		return err
	}
	if writes {
		if err := c.apply(ctx, service.Client, domains, env.Progress()); err != nil {
			return err
		}
	}
	if len(domains) == 0 {
		if domains, err = find(ctx, service.Client, c.find); err != nil {
			return err
		}
	}
	return list(ctx, service.Client, domains, env.Out)
}

// into reads tags from flags.
func into(tags *types.Tags) func(string) error {
	return func(text string) error {
		key, value, ok := strings.Cut(text, "=")
		if !ok || key == "" {
			return errors.New("is not of the form key=value")
		}
		*tags = append(*tags, types.Tag{Key: key, Value: value})
		return nil
	}
}

// perCall is how many domains a call takes.
const perCall = 50

// apply sets and removes the tags. Both may be repeated without harm.
func (c *change) apply(ctx context.Context, client *alicdn.Client, domains []string, progress func(format string, args ...any)) error {
	done := 0
	for some := range slices.Chunk(domains, perCall) {
		if len(c.set) > 0 {
			_, err := client.TagResources(ctx, &types.TagResourcesRequest{
				ResourceType: types.ResourceTypeDomain, ResourceId: some, Tag: c.set,
			})
			if err != nil {
				return err
			}
		}
		if len(c.unset) > 0 {
			_, err := client.UntagResources(ctx, &types.UntagResourcesRequest{
				ResourceType: types.ResourceTypeDomain, ResourceId: some, TagKey: c.unset,
			})
			if err != nil {
				return err
			}
		}
		done += len(some)
		progress("%d of %d domains", done, len(domains))
	}
	return nil
}

// find returns the domains of the account that have all of the tags.
func find(ctx context.Context, client *alicdn.Client, tags types.Tags) (domains []string, err error) {
	for domain, err := range client.DescribeUserDomainsIter(ctx, &types.DescribeUserDomainsRequest{Tag: tags}) {
		if err != nil {
			return nil, err
		}
		domains = append(domains, domain.DomainName)
	}
	return domains, nil
}

// list prints the tags of the domains, sorted by their keys.
func list(ctx context.Context, client *alicdn.Client, domains []string, out io.Writer) error {
	tags := map[string][]string{}
	for some := range slices.Chunk(domains, perCall) {
		for tag, err := range client.ListTagResourcesIter(ctx, &types.ListTagResourcesRequest{
			ResourceType: types.ResourceTypeDomain, ResourceId: some,
		}) {
			if err != nil {
				return err
			}
			tags[tag.ResourceId] = append(tags[tag.ResourceId], tag.TagKey+"="+tag.TagValue)
		}
	}
	table := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)
	for _, domain := range domains {
		slices.Sort(tags[domain])
		fmt.Fprintf(table, "%s\t%s\n", domain, cmp.Or(strings.Join(tags[domain], "  "), "-"))
	}
	return table.Flush()
}
