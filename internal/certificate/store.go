package certificate

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"sync/atomic"

	"github.com/alicdn/alicdn-go/internal/patience"
	"github.com/alicdn/alicdn-go/internal/poll"
	"github.com/alicdn/alicdn-go/internal/workers"
	"github.com/alicdn/alicdn-go/types"
)

// Stored is where a certificate is stored.
type Stored struct {
	ID     types.ID
	Region types.CertRegion
}

// is reports whether the certificate of a domain is the one that is stored
// there.
func (s *Stored) is(info types.CertInfo) bool {
	return s != nil && s.ID == info.CertId && (s.Region == "" || info.CertRegion == "" || s.Region == info.CertRegion)
}

// Kept is what an account keeps of certificates.
type Kept struct {
	Stored  *Stored // where the certificate is; nil if it is not kept
	IsTaken bool    // another one has the name
}

// store is what is known of where the certificate is stored. It is uploaded to
// one domain alone, so that it is stored once; the others get the stored one.
type store struct {
	stored atomic.Pointer[Stored] // nil as long as it is not known where
	holder atomic.Pointer[string] // a domain that has it by an upload

	turn     workers.Slots // one, held while it is looked up or uploaded; guards the rest
	isLooked bool          // it was looked up
	kept     Kept          // what came of that
	unsure   error
	inDoubt  bool // the answer to an upload was lost
}

// heldBy remembers a domain that has the certificate.
func (s *store) heldBy(domain string) { s.holder.CompareAndSwap(nil, &domain) }

// obtain returns where the certificate is stored. If it is nowhere, it is
// uploaded, which sets it on the domain: then there is nothing to return.
func (j *job) obtain(ctx context.Context) (stored *Stored, err error) {
	p := j.plan
	if stored = p.store.stored.Load(); stored != nil {
		return stored, nil
	}
	err = p.store.turn.Do(ctx, func() error {
		wrong := j.leave()
		holder := p.store.holder.Load()
		switch stored = p.store.stored.Load(); {
		case wrong != nil, stored != nil:
			return wrong
		case holder != nil:
			stored, wrong = p.locate(ctx, *holder)
		default:
			stored, wrong = j.upload(ctx)
		}
		p.store.stored.Store(stored)
		p.giveUp(wrong) // before it is the turn of the next
		return wrong
	})
	return stored, err
}

// upload uploads the certificate, unless the account keeps it already.
func (j *job) upload(ctx context.Context) (*Stored, error) {
	p, known := j.plan, &j.plan.store
	if !known.isLooked || known.inDoubt {
		known.kept, known.unsure = p.find(ctx, p.Name)
		if ended := ctx.Err(); ended != nil {
			return nil, ended
		}
		known.isLooked = true
	}
	if known.kept.Stored != nil {
		return known.kept.Stored, nil
	}
	names := []string{p.Name}
	if p.IsForced {
		names = append(names, p.ownName())
		if known.kept.IsTaken {
			names = names[1:]
		}
	}
	var err error
	for _, name := range names {
		j.isSent = true
		err = p.Service.Upload(ctx, j.result.DomainName, name)
		switch {
		case err == nil:
			known.heldBy(j.result.DomainName)
			return nil, nil //nolint:nilnil // it is set
		case ctx.Err() != nil || !p.Service.IsTaken(err):
			known.inDoubt = known.inDoubt || p.Service.Judge(err) == patience.Unknown
			return nil, err
		}
		// It may be the certificate itself that has its name, or its text.
		if known.kept, known.unsure = p.findAgain(ctx, name); known.kept.Stored != nil {
			return known.kept.Stored, nil
		}
	}
	if known.unsure != nil {
		err = errors.Join(err, known.unsure)
	}
	return nil, err
}

func (p *Plan) find(ctx context.Context, name string) (kept Kept, err error) {
	err = p.read(ctx, func() (wrong error) {
		kept, wrong = p.Service.Find(ctx, name)
		return wrong
	})
	return kept, err
}

// findAgain looks as often as it takes for what was stored by an upload whose
// answer was lost.
func (p *Plan) findAgain(ctx context.Context, name string) (kept Kept, err error) {
	for n := range looks {
		if n > 0 {
			if err := pause(ctx, n); err != nil {
				return Kept{}, err
			}
		}
		if kept, err = p.find(ctx, name); kept.Stored != nil || err != nil || !p.store.inDoubt {
			break
		}
	}
	return kept, err
}

// locate finds out under which ID the certificate is stored that a domain has.
func (p *Plan) locate(ctx context.Context, domain string) (*Stored, error) {
	var unsure error
	for n := range looks {
		if n > 0 {
			if err := pause(ctx, n); err != nil {
				return nil, err
			}
		}
		var infos []types.CertInfo
		unsure = p.read(ctx, func() (wrong error) {
			infos, wrong = p.Service.Info(ctx, domain)
			return wrong
		})
		for _, info := range infos {
			if info.CertId != "" && p.compare(info) == same {
				return &Stored{info.CertId, info.CertRegion}, nil
			}
		}
		kept, err := p.find(ctx, p.Name)
		if kept.Stored != nil {
			return kept.Stored, nil
		}
		if ended := ctx.Err(); ended != nil {
			return nil, ended
		}
		unsure = errors.Join(unsure, err)
	}
	err := fmt.Errorf("alicdn: the service does not say under which ID it has stored the certificate of %s", domain)
	if unsure != nil {
		err = fmt.Errorf("%w: %w", err, unsure)
	}
	p.futile.CompareAndSwap(nil, &err)
	return nil, err
}

// pause waits until it is time to look again.
func pause(ctx context.Context, n int) error {
	return poll.Sleep(ctx, patience.Pace.Delay(n, rand.Float64())) //nolint:gosec // jitter
}
