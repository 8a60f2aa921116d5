// Package types holds the requests and responses of the CDN API, version
// 2018-05-10, with their enumerations, error codes and scalars.
//
// Every action has a request and a response named after it, such as
// [DescribeDomainBpsDataRequest] and [DescribeDomainBpsDataResponse]. Names
// are those of the API: a field, its JSON name and its parameter name are
// spelled alike, so that each can be looked up in the vendor's documentation.
//
// # Requests
//
// A field whose url tag has no omitempty is required. Times are written in
// UTC; make them with [UTC]. Lists are plain slices, whatever separator the
// wire wants. Rules between fields, and inside of those that are structures, are
// told by methods named Violation; the client asks them before it sends.
//
// # Responses
//
// Lists are flat ([List]), numbers are numbers although the service writes
// most of them as strings ([Int], [Number]), identifiers stay text ([ID]) and
// times are times ([Time]). Unknown fields and unknown values of enumerations
// are accepted.
//
// # Configuration functions
//
// Each of the 33 functions that the reference has for the configuration of a
// domain has a struct ([Config]), which is named after it:
//
//   - Caching: [FiletypeBasedTtlSet], [PathBasedTtlSet], [FiletypeForceTtlCode],
//     [PathForceTtlCode], [SetHashkeyArgs], [AliRemoveArgs].
//   - Access: [RefererWhiteListSet], [RefererBlackListSet], [IpBlackListSet],
//     [IpAllowListSet], [IpWhiteListSet], [Aliauth], [TmdSignature],
//     [CcDefense], [GreenManager].
//   - HTTPS: [HttpsForce], [HttpForce], [HttpsOption], [HttpsTlsVersion],
//     [HSTS].
//   - The origin: [SetReqHostHeader], [SetReqHeader], [ForwardScheme], [Range],
//     [Dynamic], [OssAuth], [L2OssKey].
//   - Content: [SetRespHeader], [ErrorPage], [Gzip], [Tesla], [VideoSeek],
//     [Alilive].
//
// Those that today's service has besides are set as a [Function].
//
// # What the client adds
//
// [Values] are numbers over time with the sums, peaks and percentiles that bills
// are made of, [LogEntry] is a line of an access log, and [BulkResult],
// [DomainConfigChanges], [AppliedDomainConfigs] and [RolloutResult] say what
// helpers have done. Among the enumerations, [ErrorCode] has the codes of the
// service.
package types
