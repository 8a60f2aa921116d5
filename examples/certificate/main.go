// Certificate sets a certificate on the domains that it covers, and lists the
// certificates that expire soon.
//
//	go run ./examples/certificate -cert fullchain.pem -key privkey.pem
//	go run ./examples/certificate -cert fullchain.pem -key privkey.pem -apply
//	go run ./examples/certificate -id 8643264 -region ap-southeast-1 -apply
//	go run ./examples/certificate -expiring 30
//
// It shows what it would do, and does it with -apply: the certificate is uploaded
// once, or taken by the ID that the service has stored it under.
//
// Without credentials it runs on an endpoint of its own, where www.example.com,
// img.example.com and www.example.org are domains, with a certificate of its own
// for *.example.com unless one is given. With ALIBABA_CLOUD_ACCESS_KEY_ID and
// ALIBABA_CLOUD_ACCESS_KEY_SECRET set it works on the real service.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"text/tabwriter"
	"time"

	"github.com/alicdn/alicdn-go"
	"github.com/alicdn/alicdn-go/cdntest"
	"github.com/alicdn/alicdn-go/examples/internal/demo"
	"github.com/alicdn/alicdn-go/types"
)

func main() { demo.Main("certificate", run) }

func run(ctx context.Context, args []string, env demo.Env) error {
	var opts alicdn.RolloutOptions
	flags := flag.NewFlagSet("certificate", flag.ContinueOnError)
	certFile := flags.String("cert", "", "PEM `file` of the certificate, followed by those that signed it")
	keyFile := flags.String("key", "", "PEM `file` of its private key")
	name := flags.String("name", "", "`name` of the certificate at the service (default made of what it is for)")
	id := flags.String("id", "", "`ID` of a certificate that the service has stored, in place of -cert and -key")
	region := flags.String("region", "", "`region` of the certificate of -id (default cn-hangzhou)")
	apply := flags.Bool("apply", false, "do it, and wait until the domains serve it; otherwise only show what would be done")
	flags.BoolVar(&opts.OnlyHttps, "only-https", false, "leave domains alone that have HTTPS switched off")
	flags.BoolVar(&opts.ForceSet, "force", false, "if another certificate has the name, store this one under a longer one")
	expiring := flags.Int("expiring", 0, "then list the certificates that expire within so many `days`")
	err := env.Parse(flags, args, "[flags] [DOMAIN ...]", "Certificate sets a certificate on the domains that it covers, or on those named.")
	switch {
	case err != nil:
		return err
	case (*certFile == "") != (*keyFile == ""):
		return demo.Usagef("give both of -cert and -key")
	case *id != "" && *certFile != "", *id == "" && *region != "":
		return demo.Usagef("give either -cert and -key, or -id, which -region is for")
	}
	service, err := env.Connect(cdntest.WithDomains("www.example.com", "img.example.com", "www.example.org"))
	if err != nil {
		return err
	}
	opts.DomainNames, opts.DryRun, opts.Wait = flags.Args(), !*apply, service.Wait

	cert := types.Certificate{CertName: *name, CertId: types.ID(*id), CertRegion: types.CertRegion(*region)}
	switch {
	case *id != "":
	case *certFile != "":
		err = read(&cert, *certFile, *keyFile)
	case service.Embedded != nil:
		cert.ServerCertificate, cert.PrivateKey, err = demo.Certificate(time.Now(), "*.example.com")
	case *expiring == 0:
		return demo.Usagef("which certificate? Give -cert and -key, -id or -expiring")
	}
	if err != nil {
		return err
	}
	if cert.PrivateKey != "" || cert.CertId != "" {
		if err := rollout(ctx, env, service.Client, cert, opts); err != nil {
			return err
		}
	}
	if *expiring > 0 {
		return list(ctx, env, service.Client, *expiring)
	}
	return nil
}

// read reads certificate and key from files.
func read(cert *types.Certificate, certFile, keyFile string) error {
	certText, err := os.ReadFile(certFile)
	if err != nil {
		return err
	}
	keyText, err := os.ReadFile(keyFile)
	if err != nil {
		return err
	}
	cert.ServerCertificate, cert.PrivateKey = string(certText), string(keyText)
	return nil
}

// rollout sets the certificate, or shows where it would be set.
func rollout(ctx context.Context, env demo.Env, client *alicdn.Client, cert types.Certificate, opts alicdn.RolloutOptions) error {
	results, err := client.RolloutCertificate(ctx, cert, opts)
	for _, result := range results {
		fmt.Fprintln(env.Out, result)
	}
	switch {
	case err != nil:
		return err
	case len(results) == 0:
		fmt.Fprintln(env.Out, "No domain is covered by the certificate.")
	case opts.DryRun:
		fmt.Fprintln(env.Out, "Nothing was changed; -apply does it.")
	}
	return nil
}

// list prints the certificates that expire soon, those of some domains also
// beside an error.
func list(ctx context.Context, env demo.Env, client *alicdn.Client, days int) error {
	infos, err := client.ExpiringCertificates(ctx, time.Duration(days)*24*time.Hour, alicdn.ExpiringOptions{})
	fmt.Fprintf(env.Out, "\nExpiring within %d days: %d\n", days, len(infos))
	table := tabwriter.NewWriter(env.Out, 0, 0, 2, ' ', 0)
	for _, info := range infos {
		fmt.Fprintf(table, "%s\tin %.0f days\t%s\n", info.DomainName, time.Until(info.CertExpireTime.Time).Hours()/24, info.CertName)
	}
	return errors.Join(err, table.Flush())
}
