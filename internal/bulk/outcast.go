package bulk

import "sync"

// outcast are domains that the service has refused, and why. The zero outcast
// is empty.
type outcast struct {
	mu   sync.Mutex
	errs map[string]error
}

// mostOutcast is how many domains are remembered, whatever comes.
const mostOutcast = 10000

func (o *outcast) add(domain string, err error) {
	o.mu.Lock()
	defer o.mu.Unlock()
	if o.errs == nil {
		o.errs = map[string]error{}
	}
	if domain != "" && len(o.errs) < mostOutcast {
		o.errs[domain] = err
	}
}

// why returns why a domain is refused, nil if it is not.
func (o *outcast) why(domain string) error {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.errs[domain]
}
