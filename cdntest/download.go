package cdntest

import (
	"bytes"
	"context"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"net/http"
	"net/url"
	"strconv"
	"time"
)

// isDownload reports whether a request is not for an action but for a file,
// such as a log file, an exported table or a block list, whose address an action has given out.
func isDownload(r *http.Request) bool {
	return r.URL.Path != "" && r.URL.Path != "/" && !r.URL.Query().Has("Action")
}

// Download stands for the requests for files where Server.Script asks for an
// action. A download is no call: it is neither counted nor recorded, and the
// faults of WithFaults do not hit it.
const Download = "Download"

// download answers a request for a file.
func (s *Server) download(ctx context.Context, r *http.Request) (*reply, error) {
	answer, _ := s.script.next(Download)
	if err := sleep(ctx, answer.delay); err != nil {
		return nil, err
	}
	var rep *reply
	switch {
	case answer.refusal != nil:
		rep = failure(answer.refusal.fault(Download), false, s.state.newRequestID())
	case answer.instead:
		rep = newReply(answer.status, answer.contentType, []byte(answer.body))
	default:
		w := &bufferedWriter{status: http.StatusOK, header: make(http.Header)}
		s.state.serveFile(w, r)
		rep = &reply{status: w.status, header: w.header, body: w.body}
	}
	rep.shape(answer)
	return rep, nil
}

// serveFile answers the requests for the files that this server hands out
// addresses of: log files, the exports of usage data, and block lists. It supports ranges.
// An address that has expired, or was not handed out, is forbidden.
func (s *state) serveFile(w http.ResponseWriter, r *http.Request) {
	if r.Method != http.MethodGet && r.Method != http.MethodHead {
		http.Error(w, "The method is not allowed against this resource.", http.StatusMethodNotAllowed)
		return
	}
	now := s.clock()
	if why := s.checkSigned(r.URL, now); why != "" {
		http.Error(w, why, http.StatusForbidden)
		return
	}
	f, found := s.file(r.URL.Path, now)
	if !found {
		http.Error(w, "The specified key does not exist.", http.StatusNotFound)
		return
	}
	f.serve(w, r)
}

// file is what an address leads to.
type file struct {
	name        string
	contentType string
	made        time.Time
	content     []byte
}

// file finds what a path leads to.
func (s *state) file(path string, now time.Time) (file, bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if f, ok := s.exportFile(path, now); ok {
		return f, true
	}
	if f, ok := s.blockFile(path, now); ok {
		return f, true
	}
	f, ok := parseLogPath(path)
	if !ok || f.from+60 > minuteOf(now) {
		return file{}, false
	}
	return file{
		name:        f.name(),
		contentType: "application/gzip",
		made:        f.start().Add(hour),
		content:     newPacker().pack(f.text(s.pool(f.domain))),
	}, true
}

func (f file) serve(w http.ResponseWriter, r *http.Request) {
	sum := sha256.Sum256(f.content)
	w.Header().Set("Content-Type", f.contentType)
	w.Header().Set("Content-Disposition", `attachment; filename="`+f.name+`"`)
	w.Header().Set("ETag", `"`+hex.EncodeToString(sum[:16])+`"`)
	http.ServeContent(w, r, f.name, f.made, bytes.NewReader(f.content))
}

// goodFor is how long the addresses of files are good for.
const goodFor = day

// signed returns the address of a file of this server, without a scheme: it
// has an expiry and a signature, like that of an object store.
func (s *state) signed(path string, now time.Time) string { return s.signedFor(path, now, goodFor) }

// signedFor is signed with another time that the address is good for.
func (s *state) signedFor(path string, now time.Time, good time.Duration) string {
	expires := strconv.FormatInt(now.Add(good).Unix(), 10)
	query := url.Values{
		"Expires":        {expires},
		"OSSAccessKeyId": {"cdntest"},
		"Signature":      {s.token(path, expires)},
	}
	return s.host + path + "?" + query.Encode()
}

// token is what only the server can add to a path and an expiry.
func (s *state) token(path, expires string) string {
	mac := hmac.New(sha256.New, fmt.Append(nil, "files", s.seed))
	_, _ = mac.Write([]byte(path + "\n" + expires)) // a hash takes everything
	return hex.EncodeToString(mac.Sum(nil))
}

// checkSigned returns why an address is forbidden, "" if it is not: it was not
// handed out by this server, or has expired.
func (s *state) checkSigned(u *url.URL, now time.Time) string {
	query := u.Query()
	expires := query.Get("Expires")
	if !hmac.Equal([]byte(query.Get("Signature")), []byte(s.token(u.Path, expires))) {
		return "The request signature does not match."
	}
	if until, err := strconv.ParseInt(expires, 10, 64); err != nil || now.Unix() > until {
		return "Request has expired."
	}
	return ""
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
