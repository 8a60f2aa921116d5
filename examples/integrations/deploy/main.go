// Deploy is a service that a deployment calls when it is done, so that the CDN
// drops what was replaced.
//
//	DEPLOY_TOKEN=... deploy -listen :8080
//	curl -H "Authorization: Bearer $DEPLOY_TOKEN" -d '{"urls":["https://www.example.com/app.js"]}' localhost:8080/deployments
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"time"

	"github.com/alicdn/alicdn-go/cdntest"
	"github.com/alicdn/alicdn-go/examples/integrations/internal/program"
)

const purpose = `Serves POST /deployments, which purges the URLs and directories that it is given.
Callers need the token that DEPLOY_TOKEN holds.`

func main() { program.Main("deploy", run) }

func run(ctx context.Context, args []string, out io.Writer) error {
	flags := program.Flags("deploy", purpose, out)
	listen := flags.String("listen", "127.0.0.1:8080", "address to serve at; port 0: a free one")
	if err := flags.Parse(args); err != nil {
		return err
	}
	cdn, err := program.Connect(out, []cdntest.Option{cdntest.WithDomains("www.example.com")})
	if err != nil {
		return err
	}
	defer cdn.Close()
	token := os.Getenv("DEPLOY_TOKEN")
	switch {
	case token == "" && cdn.Server == nil:
		return errors.New("set DEPLOY_TOKEN: what callers have to know")
	case token == "":
		token = "demo"
		fmt.Fprintln(out, "DEPLOY_TOKEN is not set: the token is demo")
	}
	listener, err := new(net.ListenConfig).Listen(ctx, "tcp", *listen)
	if err != nil {
		return err
	}
	fmt.Fprintf(out, "serving http://%s/deployments\n", listener.Addr())

	server := &http.Server{Handler: newHandler(cdn.Client, token), ReadTimeout: 10 * time.Second}
	drained := make(chan error, 1)
	stop := context.AfterFunc(ctx, func() { // purges that have begun end in order
		last, cancel := context.WithTimeout(context.WithoutCancel(ctx), timeout)
		defer cancel()
		drained <- server.Shutdown(last)
	})
	defer stop()
	if err := server.Serve(listener); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return errors.Join(ctx.Err(), <-drained)
}
