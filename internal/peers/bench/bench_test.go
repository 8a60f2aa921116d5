package main

import (
	"context"
	"os"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestMain(m *testing.M) {
	if !serve(context.Background()) {
		os.Exit(m.Run())
	}
}

// All contenders make something of the answers, and the same.
func TestContenders(t *testing.T) {
	t.Parallel()
	all := rows()
	contenders, stop, err := enlist(t.Context(), all)
	require.NoError(t, err)
	t.Cleanup(stop)
	for _, r := range all {
		for _, name := range names {
			t.Run(r.key+"/"+name, func(t *testing.T) {
				t.Parallel()
				assert.NoError(t, r.check(contenders[r.key][name]))
			})
		}
	}
}

// BenchmarkRows is for profiles of single rows, such as
//
//	go test ./bench -run '^$' -bench 'Rows/b8640/us$' -cpuprofile cpu.out
func BenchmarkRows(b *testing.B) {
	all := rows()
	contenders, stop, err := enlist(b.Context(), all)
	require.NoError(b, err)
	b.Cleanup(stop)
	for _, r := range all {
		for _, name := range names {
			b.Run(r.key+"/"+name, func(b *testing.B) { require.NoError(b, r.bench(b, contenders[r.key][name])) })
		}
	}
}
