package main

import (
	"context"
	"crypto/subtle"
	"encoding/json"
	"errors"
	"net/http"
	"slices"
	"time"

	"github.com/alicdn/alicdn-go"
	"github.com/alicdn/alicdn-go/types"
)

// What a request may take.
const (
	timeout  = 30 * time.Second
	maxBytes = 1 << 20
)

// deployment is what a caller sends.
type deployment struct {
	URLs        []string `json:"urls"`
	Directories []string `json:"directories"` // end with a slash
}

// outcome is what it gets back.
type outcome struct {
	TaskIds []string          `json:"taskIds,omitempty"`
	Refused map[string]string `json:"refused,omitempty"` // why, by path
	Error   string            `json:"error,omitempty"`
}

// handler purges what was deployed.
type handler struct {
	client *alicdn.Client
	token  string
}

func newHandler(client *alicdn.Client, token string) http.Handler {
	mux := http.NewServeMux()
	mux.Handle("POST /deployments", &handler{client, token})
	return mux
}

// ServeHTTP answers as soon as the service has taken the paths; that the edge
// nodes have dropped them takes some minutes more.
func (h *handler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if subtle.ConstantTimeCompare([]byte(r.Header.Get("Authorization")), []byte("Bearer "+h.token)) != 1 {
		reply(w, http.StatusUnauthorized, outcome{Error: "wrong token"})
		return
	}
	var d deployment
	body := json.NewDecoder(http.MaxBytesReader(w, r.Body, maxBytes))
	body.DisallowUnknownFields()
	if err := body.Decode(&d); err != nil {
		reply(w, http.StatusBadRequest, outcome{Error: err.Error()})
		return
	}
	if len(d.URLs)+len(d.Directories) == 0 {
		reply(w, http.StatusBadRequest, outcome{Error: "neither urls nor directories"})
		return
	}
	ctx, cancel := context.WithTimeout(r.Context(), timeout)
	defer cancel()
	done, err := h.purge(ctx, d)
	if err != nil {
		done.Error = err.Error()
	}
	reply(w, status(done, err), done)
}

// purge submits URLs, then directories. What is taken by the service stays
// so, whatever becomes of the rest.
func (h *handler) purge(ctx context.Context, d deployment) (outcome, error) {
	done := outcome{Refused: map[string]string{}}
	for _, kind := range []struct {
		objects types.ObjectType
		paths   []string
	}{{types.ObjectTypeFile, d.URLs}, {types.ObjectTypeDirectory, d.Directories}} {
		if len(kind.paths) == 0 {
			continue
		}
		result, err := h.client.RefreshAll(ctx, &types.RefreshObjectCachesRequest{ObjectType: kind.objects}, slices.Values(kind.paths),
			alicdn.BulkOptions{Deduplicate: true})
		if result != nil {
			done.TaskIds = append(done.TaskIds, result.TaskIds...)
			for _, refusal := range result.Refusals {
				done.Refused[refusal.Input] = refusal.Err.Error()
			}
		}
		if err != nil {
			return done, err
		}
	}
	return done, nil
}

// status tells a caller whether to try again: after 429 tomorrow, after 503
// and 504 soon, otherwise not.
func status(done outcome, err error) int {
	switch {
	case err == nil && len(done.TaskIds) == 0:
		return http.StatusUnprocessableEntity
	case err == nil:
		return http.StatusAccepted
	case errors.Is(err, alicdn.ErrQuota):
		return http.StatusTooManyRequests
	case errors.Is(err, context.DeadlineExceeded):
		return http.StatusGatewayTimeout
	case errors.Is(err, alicdn.ErrUnavailable), errors.Is(err, alicdn.ErrThrottled), errors.Is(err, alicdn.ErrBusy):
		return http.StatusServiceUnavailable
	default:
		return http.StatusBadGateway
	}
}

func reply(w http.ResponseWriter, status int, content outcome) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	_ = json.NewEncoder(w).Encode(content) //nolint:errchkjson // it fails only where the caller has gone
}
