package cdntest

import (
	"context"
	"encoding/xml"
	"io"
	"maps"
	"net/http"
	"net/url"
	"strconv"
	"time"

	"github.com/go-json-experiment/json"

	"github.com/alicdn/alicdn-go/types"
)

const (
	contentTypeJSON = "application/json;charset=utf-8"
	contentTypeXML  = "text/xml;charset=utf-8"

	// hostID is the HostId of error bodies, the name of the real service.
	hostID = "cdn.aliyuncs.com"
)

// reply is what goes back over the wire, whichever kind of wire it is.
type reply struct {
	status int
	header http.Header
	body   []byte

	spread time.Duration // that the body takes
	cut    bool          // half of the body arrives
	lost   bool          // nothing arrives

	code    types.ErrorCode // for the recorder
	applied bool            // for the recorder
}

func newReply(status int, contentType string, body []byte) *reply {
	header := make(http.Header)
	if contentType != "" {
		header.Set("Content-Type", contentType)
	}
	return &reply{status: status, header: header, body: body}
}

// success is the reply to a call that was carried out.
func success(result object, requestID string) *reply {
	whole := object{"RequestId": requestID}
	maps.Copy(whole, result)
	rep := newReply(http.StatusOK, contentTypeJSON, must(json.Marshal(whole, json.Deterministic(true))))
	rep.applied = true
	return rep
}

// errorBody is the body of an error, as JSON and as XML.
type errorBody struct {
	XMLName   xml.Name        `json:"-"         xml:"Error"`
	RequestId string          `json:"RequestId" xml:"RequestId"`
	HostId    string          `json:"HostId"    xml:"HostId"`
	Code      types.ErrorCode `json:"Code"      xml:"Code"`
	Message   string          `json:"Message"   xml:"Message"`
	Recommend string          `json:"Recommend" xml:"Recommend"` // where the code is explained
}

// failure is the reply to a call that was refused.
func failure(no *fault, asJSON bool, requestID string) *reply {
	content := errorBody{
		RequestId: requestID,
		HostId:    hostID,
		Code:      no.code,
		Message:   no.message,
		Recommend: "https://error-center.aliyun.com/status/search?source=PopGw&Keyword=" + url.QueryEscape(string(no.code)),
	}
	var rep *reply
	if asJSON {
		rep = newReply(no.status, contentTypeJSON, must(json.Marshal(content)))
	} else {
		text := append([]byte(xml.Header), must(xml.Marshal(content))...)
		rep = newReply(no.status, contentTypeXML, text)
	}
	rep.code = no.code
	return rep
}

// must returns the body of a reply. It has no way to fail unless a handler has
// built something that is no JSON.
func must(body []byte, err error) []byte {
	if err != nil {
		panic("cdntest: body of a reply: " + err.Error())
	}
	return body
}

// shape gives the reply the headers and the way that an answer asks for.
func (r *reply) shape(answer Answer) {
	maps.Copy(r.header, answer.header)
	r.spread, r.cut, r.lost = answer.spread, answer.cut, answer.lost
}

// seal adds the headers that every reply has, and takes the body out of one
// that must not have any. A download says by itself how long it is, for without
// a body to a HEAD there is nothing to measure.
func (r *reply) seal(now time.Time, method string) {
	r.header.Set("Date", now.UTC().Format(http.TimeFormat))
	switch {
	case r.status == http.StatusNoContent || r.status == http.StatusNotModified:
		r.body = nil
		return
	case len(r.body) > 0 || r.header.Get("Content-Length") == "":
		r.header.Set("Content-Length", strconv.Itoa(len(r.body)))
	}
	if method == http.MethodHead {
		r.body = nil
	}
}

// reader returns the body as it travels: slowly, or only its first half.
func (r *reply) reader(ctx context.Context) io.Reader {
	b := &travellingBody{ctx: ctx, rest: r.body, chunk: len(r.body) + 1}
	if r.spread > 0 {
		const parts = 8
		b.chunk = len(r.body)/parts + 1
		b.pause = r.spread / parts
	}
	if r.cut {
		b.rest = r.body[:len(r.body)/2]
		b.end = io.ErrUnexpectedEOF
	}
	return b
}

// travellingBody hands a body out in chunks with pauses before them.
type travellingBody struct {
	ctx   context.Context
	rest  []byte
	chunk int
	pause time.Duration
	end   error // instead of io.EOF
}

func (b *travellingBody) Read(p []byte) (int, error) {
	if len(b.rest) == 0 {
		if b.end != nil {
			return 0, b.end
		}
		return 0, io.EOF
	}
	if err := sleep(b.ctx, b.pause); err != nil {
		return 0, err
	}
	n := copy(p, b.rest[:min(b.chunk, len(b.rest))])
	b.rest = b.rest[n:]
	return n, nil
}

// sleep waits, or returns the context's error as soon as that is done.
func sleep(ctx context.Context, d time.Duration) error {
	if d <= 0 {
		return ctx.Err()
	}
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-timer.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}
