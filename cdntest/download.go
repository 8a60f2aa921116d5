package cdntest

import (
	"net/http"
)

// isDownload reports whether a request is not for an action but for a file,
// such as a log file or an exported table, whose address an action has given out.
func isDownload(r *http.Request) bool {
	return r.URL.Path != "" && r.URL.Path != "/" && !r.URL.Query().Has("Action")
}

// download answers a request for a file.
func (s *Server) download(r *http.Request) *reply {
	w := &bufferedWriter{status: http.StatusOK, header: make(http.Header)}
	s.state.serveLog(w, r)
	return &reply{status: w.status, header: w.header, body: w.body}
}

// bufferedWriter keeps what a handler writes.
type bufferedWriter struct {
	status int
	header http.Header
	body   []byte
}

func (w *bufferedWriter) Header() http.Header { return w.header }

func (w *bufferedWriter) WriteHeader(status int) { w.status = status }

func (w *bufferedWriter) Write(p []byte) (int, error) {
	w.body = append(w.body, p...)
	return len(p), nil
}
