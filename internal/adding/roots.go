package adding

import (
	"context"
	"errors"
	"slices"
	"sync"

	"github.com/alicdn/alicdn-go/internal/poll"
	"github.com/alicdn/alicdn-go/types"
)

// roots are the root domains that have to be proved, by name.
type roots struct {
	mu  sync.Mutex
	all map[string]*root
}

func (r *roots) get(name string) *root {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.all[name] == nil {
		r.all[name] = &root{name: name}
	}
	return r.all[name]
}

// root is a root domain that has to be proved.
type root struct {
	name string

	mu      sync.Mutex
	waiting []*item // for the proof
	proving bool    // somebody sees to it
	found   bool    // the service has found the proof

	// How far the proof is, for whoever sees to it.
	step   types.AddDomainStep
	proof  types.OwnerProof
	failed error // it cannot be proved
}

func (r *root) isProved() bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.found
}

func (r *root) markFound() {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.found = true
}

// take takes the domains that wait.
func (r *root) take() []*item {
	r.mu.Lock()
	defer r.mu.Unlock()
	items := r.waiting
	r.waiting = nil
	return items
}

// names are the domains that wait.
func (r *root) names() []string {
	r.mu.Lock()
	defer r.mu.Unlock()
	names := make([]string, len(r.waiting))
	for i, it := range r.waiting {
		names[i] = it.name
	}
	return names
}

// rest reports whether domains wait. Without any nobody sees to the proof any
// more.
func (r *root) rest() bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.proving = len(r.waiting) > 0
	return r.proving
}

// park lets domains wait for the proof of their root domain, and sees to it that
// somebody proves it.
func (r *run) park(root *root, items []*item) {
	root.mu.Lock()
	defer root.mu.Unlock()
	root.waiting = append(root.waiting, items...)
	if !root.proving {
		root.proving = true
		r.proofs.Go(func() { r.prove(root) })
	}
}

// prove proves a root domain, and adds the domains that wait for that, until
// there are none.
func (r *run) prove(root *root) {
	if root.proof.Content == "" && root.failed == nil {
		root.failed = r.prepare(root)
	}
	if root.failed == nil {
		root.step = types.AddDomainStepVerify
		err := r.Await(r.provable, root.name, func(ctx context.Context) (poll.State, error) { return r.verify(ctx, root) })
		if err == nil {
			return // somebody else may see to it from here on
		}
		root.failed = err
	}
	for root.rest() {
		r.fail(root, root.take())
	}
}

// errNoContent is an answer without the text that was asked for.
var errNoContent = errors.New("the service names no text that proves the ownership")

// prepare asks what the proof is, and lets the caller place it.
func (r *run) prepare(root *root) error {
	root.step = types.AddDomainStepContent
	name, content := root.names()[0], ""
	err := r.Await(r.provable, root.name, func(ctx context.Context) (poll.State, error) {
		err := r.slots.Do(ctx, func() (err error) {
			content, err = r.Content(ctx, name)
			return err
		})
		return poll.State{Name: "asked for", Done: err == nil}, err
	})
	switch {
	case err != nil:
		return err
	case content == "":
		return errNoContent
	}
	root.proof = ProofOf(name, root.name, r.VerifyType, content)
	if r.Place == nil {
		return nil
	}
	root.step = types.AddDomainStepPlace
	return r.placing.Do(r.provable, func() error { return r.Place(r.provable, root.proof) })
}

// verify lets the service look for the proof, and adds the domains that wait for
// it. What the service does not take yet waits on.
func (r *run) verify(ctx context.Context, root *root) (poll.State, error) {
	names := root.names()
	err := r.slots.Do(ctx, func() error { return r.Verify(ctx, names[0]) })
	switch {
	case err != nil && r.Place != nil && r.IsMissing(err):
		return poll.State{Name: "not found", Remaining: names}, nil
	case err != nil:
		return poll.State{}, err
	}
	root.markFound()
	for items := range slices.Chunk(root.take(), r.Most) {
		r.submit(r.base, items)
	}
	if root.rest() {
		return poll.State{Name: "found", Remaining: root.names()}, nil
	}
	return poll.State{Name: "found", Done: true}, nil
}

// fail ends domains whose root domain is not proved.
func (r *run) fail(root *root, items []*item) {
	if cause := r.cause(r.base); cause != nil && r.base.Err() == nil {
		r.giveUp(r.base, batch{items: items}, cause)
		return
	}
	for _, it := range items {
		r.record(it, types.AddDomainUnproved, r.Explain(it.name, root.step, root.proof, root.failed))
	}
}
