package wire_test

import (
	"errors"
	"io"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/alicdn/alicdn-go/internal/wire"
)

// endless is a body without an end. It counts what was read of it.
type endless struct{ read int }

func (e *endless) Read(p []byte) (int, error) {
	e.read += len(p)
	return len(p), nil
}

func TestReadBody(t *testing.T) {
	t.Parallel()
	for _, text := range []string{"", "{}", strings.Repeat("x", 1<<20)} {
		body, err := wire.ReadBody(strings.NewReader(text), -1)
		require.NoError(t, err)
		assert.Equal(t, text, string(body))
	}
}

func TestReadBodyIsBounded(t *testing.T) {
	t.Parallel()
	const bound = 64 << 20
	source := &endless{}
	body, err := wire.ReadBody(source, -1)
	require.ErrorIs(t, err, wire.ErrTooLarge)
	require.EqualError(t, err, "body of more than 64 MiB")
	assert.Len(t, body, bound)
	assert.Equal(t, bound+1, source.read)
}

func TestReadBodyOfJustTheBound(t *testing.T) {
	t.Parallel()
	const bound = 64 << 20
	body, err := wire.ReadBody(io.LimitReader(&endless{}, bound), -1)
	require.NoError(t, err)
	assert.Len(t, body, bound)
}

func TestReadBodyKeepsWhatCameBeforeAnError(t *testing.T) {
	t.Parallel()
	reset := errors.New("connection reset by peer")
	body, err := wire.ReadBody(io.MultiReader(strings.NewReader(`{"RequestId":`), iotest.ErrReader(reset)), -1)
	require.ErrorIs(t, err, reset)
	assert.Equal(t, `{"RequestId":`, string(body))
}

// The announced length of a body is not relied upon, and a body has nothing of
// those whose memory it got.
func TestReadBodyOfAnyLength(t *testing.T) {
	t.Parallel()
	for _, length := range []int{0, 1, 1 << 10, 1<<10 + 1, 300_000} {
		text := strings.Repeat("x", length)
		for _, announced := range []int64{-1, 0, 1, int64(length) - 1, int64(length), int64(length) + 1, 1 << 62} {
			for _, source := range []io.Reader{strings.NewReader(text), iotest.DataErrReader(strings.NewReader(text)), iotest.HalfReader(strings.NewReader(text))} {
				body, err := wire.ReadBody(source, announced)
				require.NoError(t, err)
				require.Len(t, body, length)
				require.Empty(t, strings.Trim(string(body), "x"))
				require.LessOrEqual(t, cap(body), 9<<20)
				copy(body, strings.Repeat("y", length))
				wire.Reuse(body)
			}
		}
	}
}

func TestReadEnvelopeJSON(t *testing.T) {
	t.Parallel()
	malformed := wire.Envelope{
		Code: "InvalidSources.Malformed", Message: "The Sources are not valid.", RequestId: "0B7F5A31-1B0B-4C1B-9C71-0C4C3B1A8B11",
		HostId: "cdn.example.com", Recommend: "https://error-center.example.com/status?Keyword=Sources&source=PopGw",
	}
	tests := []struct {
		name, body string
		want       wire.Envelope
	}{
		{
			"all there is",
			`{"Recommend":"https://error-center.example.com/status?Keyword=Sources&source=PopGw","Message":"The Sources are not valid.",` +
				`"RequestId":"0B7F5A31-1B0B-4C1B-9C71-0C4C3B1A8B11","HostId":"cdn.example.com","Code":"InvalidSources.Malformed"}`,
			malformed,
		},
		{
			"indented, other order",
			"{\n\t\"RequestId\" : \"0B7F5A31-1B0B-4C1B-9C71-0C4C3B1A8B11\",\n\t\"HostId\" : \"cdn.example.com\",\n" +
				"\t\"Code\" : \"InvalidSources.Malformed\",\n\t\"Message\" : \"The Sources are not valid.\",\n" +
				"\t\"Recommend\" : \"https:\\/\\/error-center.example.com\\/status?Keyword=Sources\\u0026source=PopGw\"\n}\n",
			malformed,
		},
		{
			"lower case", `{"code":"ServiceBusy","message":"busy","requestId":"R-1","hostId":"h","recommend":"u"}`,
			wire.Envelope{Code: "ServiceBusy", Message: "busy", RequestId: "R-1", HostId: "h", Recommend: "u"},
		},
		{
			"upper case", `{"CODE":"ServiceBusy","MESSAGE":"busy","RequestID":"R-1","HOSTID":"h"}`,
			wire.Envelope{Code: "ServiceBusy", Message: "busy", RequestId: "R-1", HostId: "h"},
		},
		{"numbers", `{"Code":403,"Message":-1.50,"RequestId":9223372036854775808}`, wire.Envelope{Code: "403", Message: "-1.50", RequestId: "9223372036854775808"}},
		{"bools", `{"Code":false,"Message":true}`, wire.Envelope{Code: "false", Message: "true"}},
		{"null", `{"Code":null,"Message":null,"RequestId":"R-1"}`, wire.Envelope{RequestId: "R-1"}},
		{"structures", `{"Code":{"a":1},"Message":["x"],"RequestId":"R-1"}`, wire.Envelope{Message: `["x"]`, RequestId: "R-1"}},
		{"empty texts", `{"Code":"","Message":"","RequestId":""}`, wire.Envelope{}},
		{"empty object", `{}`, wire.Envelope{}},
		{"success", `{"RequestId":"R-1","Domains":{"PageData":[{"Code":"inner","Message":"inner"}]},"Code":0}`, wire.Envelope{RequestId: "R-1", Code: "0"}},
		{"blanks around a code", `{"Code":"DomainNotExist \t","Message":"a b "}`, wire.Envelope{Code: "DomainNotExist", Message: "a b "}},
		{"a message of another name", `{"Code":1,"Description":"c"}`, wire.Envelope{Code: "1", Description: "c"}},
		{"names of other members", `{"ErrorCode":"a","Codes":"b","Request-Id":"c","msg":"d"}`, wire.Envelope{}},
		{"only inside", `{"Error":{"Code":"a","Message":"b"}}`, wire.Envelope{}},
		{"twice", `{"Code":"a","Message":"b","Code":"c"}`, wire.Envelope{Code: "c", Message: "b"}},
		{"Chinese", `{"Code":"InvalidParameter","Message":"参数错误"}`, wire.Envelope{Code: "InvalidParameter", Message: "参数错误"}},
		{"escapes", `{"Code":"A\u002eB","Message":"\"x\"\n\ud83d\ude00"}`, wire.Envelope{Code: "A.B", Message: "\"x\"\n😀"}},
		{"not UTF-8", "{\"Code\":\"A\",\"Message\":\"b\xff\"}", wire.Envelope{Code: "A", Message: "b\uFFFD"}},
		{"blanks around", " \r\n\t{\"Code\":\"A\"}\n\n", wire.Envelope{Code: "A"}},
		{"more behind", `{"Code":"A"} trailing`, wire.Envelope{Code: "A"}},

		{"cut off in a text", `{"RequestId":"R-1","Code":"A","Message":"The spec`, wire.Envelope{RequestId: "R-1", Code: "A"}},
		{"cut off in a name", `{"RequestId":"R-1","Co`, wire.Envelope{RequestId: "R-1"}},
		{"cut off before a value", `{"RequestId":"R-1","Code":`, wire.Envelope{RequestId: "R-1"}},
		{"cut off in another value", `{"RequestId":"R-1","Domains":{"PageData":[{"Na`, wire.Envelope{RequestId: "R-1"}},
		{"cut off at once", `{`, wire.Envelope{}},
		{"broken", `{"RequestId":"R-1","Code":oops}`, wire.Envelope{RequestId: "R-1"}},
		{"curly quotes", "{\n“RequestId”: “R-1”,\n“Code”: “A”\n}", wire.Envelope{}},
		{"single quotes", `{'Code':'A'}`, wire.Envelope{}},

		{"nothing", ``, wire.Envelope{}},
		{"blanks", " \n", wire.Envelope{}},
		{"array", `[{"Code":"A"}]`, wire.Envelope{}},
		{"text", `"Code"`, wire.Envelope{}},
		{"number", `403`, wire.Envelope{}},
		{"null alone", `null`, wire.Envelope{}},
		{"plain text", `Code: A`, wire.Envelope{}},
		{"zeros", "\x00\x00\x00", wire.Envelope{}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			assert.Equal(t, tt.want, wire.ReadEnvelope([]byte(tt.body)))
		})
	}
}

func TestReadEnvelopeXML(t *testing.T) {
	t.Parallel()
	unsupported := wire.Envelope{
		Code: "UnsupportedOperation", Message: "The action is not supported.", RequestId: "0B7F5A31-1B0B-4C1B-9C71-0C4C3B1A8B11", HostId: "cdn.example.com",
	}
	tests := []struct {
		name, body string
		want       wire.Envelope
	}{
		{
			"with a declaration",
			"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error>\n<RequestId>0B7F5A31-1B0B-4C1B-9C71-0C4C3B1A8B11</RequestId>\n" +
				"   <HostId>cdn.example.com</HostId>\n   <Code>UnsupportedOperation</Code>\n   <Message>The action is not supported.</Message>\n</Error>\n",
			unsupported,
		},
		{
			"without a declaration",
			"<Error><RequestId>0B7F5A31-1B0B-4C1B-9C71-0C4C3B1A8B11</RequestId><HostId>cdn.example.com</HostId>" +
				"<Code>UnsupportedOperation</Code><Message>The action is not supported.</Message></Error>",
			unsupported,
		},
		{
			"root named after the action, tabs and blanks",
			"\n\t<APINAMEResponse>\n\t  <RequestId> 0B7F5A31-1B0B-4C1B-9C71-0C4C3B1A8B11 </RequestId>\n\t  <HostId>cdn.example.com</HostId>\n" +
				"\t  <Code>\n\t\tUnsupportedOperation\n\t</Code>\n\t  <Message>The action is not supported.</Message>\n</APINAMEResponse>",
			unsupported,
		},
		{
			"entities",
			"<Error><Code>A</Code><Message>&lt;Sources&gt; &quot;x&quot; &amp; &apos;y&apos; &amp;lt;</Message>" +
				"<Recommend>https://error-center.example.com/status?Keyword=A&amp;source=PopGw</Recommend></Error>",
			wire.Envelope{Code: "A", Message: `<Sources> "x" & 'y' &lt;`, Recommend: "https://error-center.example.com/status?Keyword=A&source=PopGw"},
		},
		{"curly quotes in the declaration", "<?xml version=“1.0”?><Error><Code>A</Code></Error>", wire.Envelope{Code: "A"}},
		{"wrong end of an element", "<Error><Code>A</Code><Message>b<Message></Error>", wire.Envelope{Code: "A"}},
		{"cut off", "<Error><RequestId>R-1</RequestId><Code>A</Code><Message>The spec", wire.Envelope{RequestId: "R-1", Code: "A"}},
		{"empty elements", "<Error><Code></Code><Message/></Error>", wire.Envelope{}},
		{"nothing in it", "<Error/>", wire.Envelope{}},
		{"not XML at all", "<<<>>>", wire.Envelope{}},
		{
			"HTML",
			"<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n<center><h1>502 Bad Gateway</h1></center>\r\n<hr><center>gateway</center>\r\n</body>\r\n</html>",
			wire.Envelope{},
		},
		{"HTML with a doctype", "<!DOCTYPE html><html><body><code>x</code></body></html>", wire.Envelope{}},
		{"far into a long page", "<html>" + strings.Repeat(" ", 1<<20) + "<Code>A</Code></html>", wire.Envelope{}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			assert.Equal(t, tt.want, wire.ReadEnvelope([]byte(tt.body)))
		})
	}
}

func TestFailed(t *testing.T) {
	t.Parallel()
	for code, want := range map[string]bool{
		"":                       false,
		"0":                      false,
		"200":                    false,
		"OK":                     false,
		"ok":                     false,
		"Success":                false,
		"SUCCESS":                false,
		"InvalidDomain.NotFound": true,
		"1":                      true,
		"00":                     true,
		"403":                    true,
		"2000":                   true,
		"-1":                     true,
		"Successful":             true,
		" ":                      true,
		"false":                  true,
	} {
		t.Run(code, func(t *testing.T) {
			t.Parallel()
			assert.Equal(t, want, (&wire.Envelope{Code: code, Message: "failed"}).Failed())
		})
	}
}

// FuzzReadEnvelope reads any body; blanks around it change nothing.
func FuzzReadEnvelope(f *testing.F) {
	for _, seed := range []string{
		`{"Recommend":"u","Message":"m","RequestId":"R-1","HostId":"h","Code":"A"}`, `{"code":403,"message":null,"requestId":true}`,
		`{"Code":{"a":[1]},"Message":["x"]}`, `{"RequestId":"R-1","Code":`, `{"Code":"\ud800"}`, "{\"Code\":\"\xff\"}",
		"<?xml version=\"1.0\"?>\n<Error><Code>A</Code><Message>&lt;b&gt;</Message></Error>", "<Error><Code>A</Code><Message>",
		"<html><body>502</body></html>", "{“Code”:“A”}", `[]`, `null`, ``, `{`, `<`, "\xef\xbb\xbf{}",
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, body []byte) {
		envelope := wire.ReadEnvelope(body)
		envelope.Failed()
		if len(body) < 1<<10 {
			require.Equal(t, envelope, wire.ReadEnvelope([]byte("\r\n\t "+string(body)+" \n")))
		}
	})
}
