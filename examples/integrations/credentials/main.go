// Credentials calls with what the official credentials-go finds: environment,
// OIDC, the profiles of the CLI, the RAM role of an ECS instance, and so on.
//
//	credentials -chain
package main

import (
	"context"
	"fmt"
	"io"
	"time"

	"github.com/aliyun/credentials-go/credentials"

	"github.com/alicdn/alicdn-go"
	"github.com/alicdn/alicdn-go/cdntest"
	"github.com/alicdn/alicdn-go/examples/integrations/internal/program"
)

const purpose = `Counts the domains of the account that the credentials of credentials-go are of.
Without -chain it runs on an embedded endpoint, with an access key of that.`

func main() { program.Main("credentials", run) }

func run(ctx context.Context, args []string, out io.Writer) error {
	flags := program.Flags("credentials", purpose, out)
	chain := flags.Bool("chain", false, "the default chain of credentials-go, on the real service")
	if err := flags.Parse(args); err != nil {
		return err
	}
	var config *credentials.Config // nil: the chain
	var opts []alicdn.Option
	if !*chain {
		server := cdntest.NewServer(cdntest.WithDomains("www.example.com"))
		defer server.Close()
		config = new(credentials.Config).SetType("access_key").
			SetAccessKeyId(server.AccessKeyId).SetAccessKeySecret(server.AccessKeySecret)
		opts = append(opts, alicdn.WithEndpoint(server.URL))
	}
	official, err := credentials.NewCredential(config)
	if err != nil {
		return err
	}
	client, err := alicdn.New(alicdn.CachedCredentials(provider(official)), opts...)
	if err != nil {
		return err
	}
	domains, err := client.DescribeUserDomains(ctx, nil)
	if err != nil {
		return err
	}
	fmt.Fprintf(out, "the account has %d domains\n", domains.TotalCount)
	return nil
}

// lifetime is after how long the official credentials are asked again. They do
// not say when they expire, and renew themselves some minutes before.
const lifetime = time.Minute

// provider makes official credentials ours. They are not safe for concurrent
// use and know no context: alicdn.CachedCredentials asks them once at a time.
func provider(official credentials.Credential) alicdn.CredentialsFunc {
	return func(context.Context) (alicdn.Credentials, error) {
		model, err := official.GetCredential()
		if err != nil {
			return alicdn.Credentials{}, err
		}
		creds := alicdn.Credentials{
			AccessKeyId: deref(model.AccessKeyId), AccessKeySecret: deref(model.AccessKeySecret), SecurityToken: deref(model.SecurityToken),
		}
		if creds.SecurityToken != "" {
			creds.Expires = time.Now().Add(lifetime)
		}
		return creds, nil
	}
}

func deref(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}
