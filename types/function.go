package types

import (
	"net/url"
	"strings"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"
)

// Functions are configuration functions in a request, written as a JSON array.
type Functions []Function

// EncodeValues writes the functions as a JSON array.
func (f Functions) EncodeValues(key string, v *url.Values) error {
	return setJSON(key, f, v)
}

// Violation names what is wrong with the functions: the parameter, and the rule that it
// violates; "" and "" if nothing is.
func (f Functions) Violation(name string) (param, rule string) {
	for i, function := range f {
		if function.FunctionName == "" {
			return at(name, i) + ".functionName", "is required"
		}
		for j, arg := range function.FunctionArgs {
			place := at(at(name, i)+".functionArgs", j)
			switch {
			case arg.ArgName == "":
				return place + ".argName", "is required"
			case !areUTF8(arg.ArgName, arg.ArgValue):
				return place + ".argValue", notUTF8
			}
		}
	}
	return "", ""
}

// Function is a configuration function to set on domains.
type Function struct {
	// FunctionName is the function. Required.
	FunctionName FunctionName `json:"functionName"`

	// FunctionArgs are the arguments of the function; the constants of
	// [FunctionName] list what each function takes. None is sent as an empty
	// array.
	FunctionArgs []FunctionArg `json:"functionArgs"`

	// ConfigId is the record to change. Some functions, such as
	// [FunctionFiletypeBasedTtlSet], hold several records: without ConfigId
	// they get another one.
	ConfigId ID `json:"configId,omitzero"`

	// ParentId is the ConfigId of the condition under which the function
	// applies; "-1" removes the condition from a record that has one. Left out,
	// a new record applies always. The reference does not have it.
	ParentId ID `json:"parentId,omitzero"`
}

// FunctionArg is an argument of a configuration function in a request.
type FunctionArg struct {
	// ArgName is the name of the argument. Required.
	ArgName string `json:"argName"`

	// ArgValue is the value of the argument, text whatever it stands for. An
	// empty one is sent, too.
	ArgValue string `json:"argValue"`
}

// MarshalJSON writes the function as the service reads it, with identifiers of
// digits as numbers.
func (f Function) MarshalJSON() ([]byte, error) {
	return json.Marshal(struct {
		FunctionName FunctionName  `json:"functionName"`
		FunctionArgs []FunctionArg `json:"functionArgs"`
		ConfigId     numericID     `json:"configId,omitzero"`
		ParentId     numericID     `json:"parentId,omitzero"`
	}{f.FunctionName, f.FunctionArgs, numericID(f.ConfigId), numericID(f.ParentId)})
}

// numericID is an ID that is written as a number where it is one.
type numericID ID

func (id numericID) MarshalJSON() ([]byte, error) {
	value := jsontext.Value(id)
	if strings.Trim(string(id), "-0123456789") == "" && value.IsValid() {
		return value, nil
	}
	return json.Marshal(string(id))
}

// Function returns the record in the form in which BatchSetCdnDomainConfig
// sets it: with its ConfigId, its ParentId and all its arguments, those that
// the service added included.
func (c DomainConfig) Function() Function {
	args := make([]FunctionArg, len(c.FunctionArgs))
	for i, arg := range c.FunctionArgs {
		args[i] = FunctionArg(arg)
	}
	return Function{
		FunctionName: c.FunctionName,
		FunctionArgs: args,
		ConfigId:     c.ConfigId,
		ParentId:     c.ParentId,
	}
}

// FunctionName names a configuration function of a domain.
type FunctionName string

// The configuration functions with their arguments. All values are text, also
// those that stand for numbers. Lists are separated by commas unless said
// otherwise. The reference says of few arguments whether they are required:
// those are marked.
const (
	// FunctionRefererWhiteListSet is the whitelist of Referers.
	//   - refer_domain_allow_list: list of allowed domains.
	//   - allow_empty: whether an empty Referer passes, on or off.
	FunctionRefererWhiteListSet FunctionName = "referer_white_list_set"

	// FunctionRefererBlackListSet is the blacklist of Referers.
	//   - refer_domain_deny_list: list of denied domains.
	//   - allow_empty: whether an empty Referer passes, on or off.
	FunctionRefererBlackListSet FunctionName = "referer_black_list_set"

	// FunctionFiletypeBasedTtlSet sets how long files are cached by their type.
	// It may hold several records; name the one to change by ConfigId.
	//   - ttl: cache time in seconds.
	//   - file_type: list of file types, such as txt,jpg.
	//   - weight: 1 to 199.
	FunctionFiletypeBasedTtlSet FunctionName = "filetype_based_ttl_set"

	// FunctionPathBasedTtlSet sets how long files are cached by their
	// directory.
	//   - ttl: cache time in seconds.
	//   - path: directory, starting with /.
	//   - weight: 1 to 199.
	FunctionPathBasedTtlSet FunctionName = "path_based_ttl_set"

	// FunctionOssAuth is the authentication against an OSS bucket.
	//   - oss_bucket_id: address of the bucket.
	FunctionOssAuth FunctionName = "oss_auth"

	// FunctionIpBlackListSet is the blacklist of IP addresses.
	//   - ip_list: list of addresses.
	FunctionIpBlackListSet FunctionName = "ip_black_list_set"

	// FunctionIpAllowListSet is the whitelist of IP addresses.
	//   - ip_list: list of addresses.
	FunctionIpAllowListSet FunctionName = "ip_allow_list_set"

	// FunctionIpWhiteListSet exempts IP addresses from being blocked by the
	// rate limit (TMD). Where it lists what can be read and deleted, the
	// reference calls it the whitelist of IP addresses.
	//   - ip_list: list of addresses.
	FunctionIpWhiteListSet FunctionName = "ip_white_list_set" //nolint:gosec // a name, no password

	// FunctionErrorPage redirects error pages.
	//   - error_code: status code of the error.
	//   - rewrite_page: page to redirect to.
	FunctionErrorPage FunctionName = "error_page"

	// FunctionSetReqHostHeader sets the Host header of requests to the origin.
	//   - domain_name: value of the header.
	FunctionSetReqHostHeader FunctionName = "set_req_host_header"

	// FunctionSetHashkeyArgs ignores parameters of the URL in the cache key.
	//   - hashkey_args: list of the parameters to keep.
	//   - disable: whether all parameters are ignored, on or off.
	FunctionSetHashkeyArgs FunctionName = "set_hashkey_args"

	// FunctionAliRemoveArgs ignores parameters of the URL by deleting them; the
	// rest is part of the cache key.
	//   - ali_remove_args: list of the parameters to delete, separated by
	//     spaces; required.
	//   - keep_oss_args: whether requests to the origin keep all parameters, on,
	//     or those of the cache key, off.
	FunctionAliRemoveArgs FunctionName = "ali_remove_args"

	// FunctionAliauth is URL authentication. Its keys are secret.
	//   - auth_type: no_auth, type_a, type_b or type_c; answers also have
	//     req_auth.
	//   - auth_key1: first key.
	//   - auth_key2: second key.
	//   - ali_auth_delta: buffer time of the authentication, a number.
	//   - ali_auth_dual: seen in answers, on; not documented.
	FunctionAliauth FunctionName = "aliauth"

	// FunctionSetRespHeader sets a header of responses, as the browser sees it.
	//   - key: name of the header.
	//   - value: value of the header; null deletes the header.
	FunctionSetRespHeader FunctionName = "set_resp_header"

	// FunctionHttpsForce redirects HTTP to HTTPS.
	//   - enable: on or off.
	FunctionHttpsForce FunctionName = "https_force"

	// FunctionHttpForce redirects HTTPS to HTTP.
	//   - enable: on or off.
	FunctionHttpForce FunctionName = "http_force"

	// FunctionHttpsOption holds basic options of HTTPS.
	//   - http2: whether HTTP/2 is on, on or off.
	FunctionHttpsOption FunctionName = "https_option"

	// FunctionL2OssKey fetches from a private OSS bucket.
	//   - private_oss_auth: whether requests to the bucket are authenticated, on
	//     or off.
	FunctionL2OssKey FunctionName = "l2_oss_key"

	// FunctionForwardScheme sets the scheme of requests to the origin.
	//   - enable: on or off.
	//   - scheme_origin: http, https or follow.
	FunctionForwardScheme FunctionName = "forward_scheme"

	// FunctionGreenManager is image moderation, which finds pornography.
	//   - enable: on or off.
	FunctionGreenManager FunctionName = "green_manager"

	// FunctionTmdSignature is a custom rule of the rate limit (TMD).
	//   - name: name of the rule, unique in the domain.
	//   - path: path of the URI; several rules may have the same.
	//   - pathType: 0 matches the start of the path, 1 the whole path.
	//   - interval: seconds of observation, at least 10.
	//   - count: visits of one IP address.
	//   - action: 0 blocks, 1 asks for a human.
	//   - ttl: seconds that a block lasts.
	FunctionTmdSignature FunctionName = "tmd_signature"

	// FunctionDynamic accelerates a whole site, its dynamic content included.
	//   - enable: on or off; required.
	//   - static_route_type: file suffixes that are accelerated as static.
	//   - static_route_url: URIs that are accelerated as static.
	//   - static_route_path: paths that are accelerated as static.
	//   - dynamic_route_origin: scheme of requests to the origin: http, https or
	//     follow.
	FunctionDynamic FunctionName = "dynamic"

	// FunctionSetReqHeader sets a header of requests to the origin.
	//   - key: name of the header.
	//   - value: value of the header.
	FunctionSetReqHeader FunctionName = "set_req_header"

	// FunctionRange fetches from the origin in ranges.
	//   - enable: on, off or force.
	FunctionRange FunctionName = "range"

	// FunctionVideoSeek allows seeking in videos.
	//   - enable: on or off.
	FunctionVideoSeek FunctionName = "video_seek"

	// FunctionHttpsTlsVersion sets the versions of TLS.
	//   - tls1.0: on (default) or off.
	//   - tls1.1: on (default) or off.
	//   - tls1.2: on (default) or off.
	//   - tls1.3: on (default) or off.
	FunctionHttpsTlsVersion FunctionName = "https_tls_version"

	// FunctionHSTS is HTTP Strict Transport Security.
	//   - enabled: on or off (default); required. Other functions call it
	//     enable.
	//   - https_hsts_max_age: seconds that a browser remembers it, such as
	//     5184000 (60 days); required.
	//   - https_hsts_include_subdomains: whether the header names
	//     includeSubDomains, on or off; all subdomains must have HTTPS first.
	FunctionHSTS FunctionName = "HSTS"

	// FunctionFiletypeForceTtlCode sets how long status codes are cached by
	// file type.
	//   - file_type: list of file types, such as txt,jpg; required.
	//   - code_string: list of status codes with seconds, such as
	//     302=0,301=0,4xx=2; required.
	FunctionFiletypeForceTtlCode FunctionName = "filetype_force_ttl_code"

	// FunctionPathForceTtlCode sets how long status codes are cached by path.
	//   - path: path, starting with /, such as /image; required.
	//   - code_string: list of status codes with seconds, such as
	//     302=0,301=0,4xx=2; required.
	FunctionPathForceTtlCode FunctionName = "path_force_ttl_code"

	// FunctionGzip compresses responses.
	//   - enable: on or off; required.
	FunctionGzip FunctionName = "gzip"

	// FunctionTesla optimises pages.
	//   - enable: on or off; required.
	FunctionTesla FunctionName = "tesla"

	// FunctionCcDefense is the protection against floods of requests (CC
	// attacks). The reference lists no arguments, and does not name it among
	// the functions to set.
	FunctionCcDefense FunctionName = "cc_defense"

	// FunctionAlilive configures live video. The reference lists no arguments,
	// and does not name it among the functions to set.
	FunctionAlilive FunctionName = "alilive"
)
