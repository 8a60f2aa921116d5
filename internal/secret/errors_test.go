package secret_test

import (
	"errors"
	"fmt"
	"io"
	"net/url"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/alicdn/alicdn-go/internal/secret"
)

func TestReword(t *testing.T) {
	t.Parallel()
	err := secret.Reword(fmt.Errorf("hush: %w", &url.Error{Err: io.ErrClosedPipe}), "***")
	require.EqualError(t, err, "***")
	require.ErrorIs(t, err, io.ErrClosedPipe)
	require.ErrorAs(t, err, new(*url.Error))
	require.NoError(t, errors.Unwrap(err))
	assert.Equal(t, "***", fmt.Sprintf("%#v", err))
}

func TestURLsAreStripped(t *testing.T) {
	t.Parallel()
	inner := &url.Error{Op: "Get", URL: "http://example.com/?Signature=hush", Err: io.ErrClosedPipe}
	assert.Equal(t, io.ErrClosedPipe, secret.WithoutURL(fmt.Errorf("send: %w", &url.Error{Op: "Get", URL: "x", Err: inner})))
	assert.Equal(t, io.ErrClosedPipe, secret.WithoutURL(io.ErrClosedPipe))
}
