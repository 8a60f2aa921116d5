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
// wire wants.
//
// Configuration functions of domains have structs of their own ([Config]),
// which are named after the functions.
//
// # Responses
//
// Lists are flat ([List]), numbers are numbers although the service writes
// most of them as strings ([Int], [Number]), identifiers stay text ([ID]) and
// times are times ([Time]). Unknown fields and unknown values of enumerations
// are accepted.
package types
