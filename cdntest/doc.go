// Package cdntest is an in-process CDN endpoint with state, for tests: what
// net/http/httptest is to HTTP, this is to the CDN API 2018-05-10.
//
//	server := cdntest.NewServer(cdntest.WithDomains("www.example.com"))
//	defer server.Close()
//	client := server.Client()
//	_, err := client.StopCdnDomain(ctx, &types.StopCdnDomainRequest{DomainName: "www.example.com"})
//
// The server knows all actions. It checks each request as the service does:
// signature, timestamp, nonce, access key, HTTP method and parameters, with the
// error codes, HTTP statuses and messages that the reference documents. Domains
// that are added go online, refreshes complete, configuration functions take
// effect, quotas run out, and measured values of one domain fit together. The
// checks share no code with the client, so that the two cannot be wrong in the
// same way.
//
// # Time
//
// Whatever takes time follows the server's clock, see [WithClock], and is
// worked out when a call looks at it: there are no timers and no goroutines
// behind it. Durations are seconds where the real service takes minutes, see
// [WithDurations].
//
// Inside a testing/synctest bubble the server has no socket: its
// [Server.Client] goes through [Server.Transport], and the fake clock moves.
//
// # Domains
//
// A new domain is checking, then configuring, then online. It goes wrong on
// purpose if one of the labels of its name is
//
//   - check-failed, such as check-failed.example.com: it ends as check_failed
//   - configure-failed: it ends as configure_failed
//   - config-failed: the domain goes online, but configuration functions that
//     are set on it end as failed
//
// While a domain is on its way to another status, changes of it are refused
// with ServiceBusy. Functions, origins and certificates make a domain
// configuring for a while.
//
// With [WithVerification] the ownership of a root domain has to be proved first,
// as the service asks for it: by a TXT record verification.example.com
// ([Server.PlaceRecord]) or a file http://example.com/verification.html
// ([Server.PlaceFile]). BatchAddCdnDomain adds all domains or none.
//
// # Staging
//
// What is set in the staging environment of a domain is testing, configuring and
// then in effect, as long as Configure of [Durations] takes, while the domain
// itself stays as it is. It goes over the records of production: one that names
// a record of production changes that, one of a function that has only one
// record replaces it. Until it is published, which empties staging, or rolled
// back, changes of the production functions are refused with
// ConfigurationConflicts. There are no staging nodes behind the addresses that
// DescribeStagingIp answers with.
//
// # Certificates
//
// The account keeps the certificates that are uploaded, in cn-hangzhou, by ID and
// name; others are there from the start, see [WithCertificates]. Private keys are
// checked and forgotten. Whether a certificate has expired follows the clock.
//
// # Tasks
//
// Refresh, preload and block tasks run from 0% to 100%, exports until Success.
// A task of a path, or of a cache tag, that contains fail-refresh ends as
// Failed.
//
// # Reports and bills
//
// Reports and bills have the figures of the data actions. Tasks that mail
// reports are kept, at most 20 of them, and mail nothing; a report that names no
// domains when it is changed is one about all of them. Bills are those of the
// contract, which is by traffic unless [WithInternetChargeType] or
// ModifyCdnService says otherwise, with hours, days and months of Beijing that
// are over, and with each billing area apart.
//
// # Addresses
//
// Nodes have addresses of 198.19.0.0/16, clients some of 198.18.0.0/16. What
// an address is asked for follows from the address and the seed. Addresses that
// SetCdnFullDomainsBlockIP blocks are blocked until their time is over; that
// keeps no client from making requests.
//
// # Files
//
// DescribeCdnDomainLogs, the export tasks and DescribeCdnFullDomainsBlockIPConfig
// answer with addresses of files.
// The server has those files, until the addresses expire. A download is no call:
// [WithFaults] does not touch it, and [Server.Requests] does not list it. To
// make one go wrong, give [Server.Script] an answer for Download.
//
// # Failures
//
// [Server.Script] makes the next calls of an action fail in a given way;
// [WithFaults] makes a share of all calls fail at random. Answers such as
// [Reset] happen before the call is carried out, others such as [ResetAfter]
// and [Truncate] after it: [Server.Applied] tells how often an action really
// was carried out, and [Server.Requests] what arrived.
//
// Over the socket, net/http repeats a GET by itself whose kept-alive connection
// breaks before an answer, unless the request has a body that it cannot rewind;
// the server refuses such a copy with SignatureNonceUsed. Through Transport
// nothing is repeated.
//
// # Differences from the service
//
//   - Answers have the names and the nesting of the reference; [WithTodaysNames]
//     gives them those that today's service uses in a few places.
//   - Requests are signed by parameters (HMAC-SHA1), not by the newer header
//     (ACS3). The message of SignatureDoesNotMatch leaves the string to sign
//     out.
//   - Results are JSON only; errors are XML unless Format is JSON.
//   - Resource groups and ICP filings are not modelled: any resource group is
//     accepted and any name counts as filed. Of other accounts there are only
//     the domains of [WithForeignDomains].
//   - Measured values go back as far as a call asks, and are ready at once.
//     They do not follow the settings of a domain: one for mainland China
//     without a certificate has requests from overseas and over HTTPS too.
//   - A domain that is deleted has no figures any more, also where the service
//     goes on having them (DescribeDomainMultiUsageData).
//   - A rate limiting rule refuses what is answered with 403, and any record of
//     a function counts as an EdgeScript rule that each request runs.
//   - Of the numbers of functions (FuncId) only 18 and 98 are known, which are
//     documented; of any other no domain has the function.
//   - The parentId of a function may name any record, and a function of one
//     record has one under each of them; the function condition, for them to
//     be of, takes any arguments.
//   - Triggers of Function Compute run nothing. An unknown one is
//     NotFound.FCTrigger for UpdateFCTrigger and DeleteFCTrigger too, for which
//     the documents have no code.
//   - A key pair for a signing request is of an elliptic curve, not RSA. SM
//     certificates have texts that are none.
//   - DescribeCdnCertificateDetail and DescribeCdnCertificateDetailById answer
//     with the MD5 sum of the public key as Key.
//   - Refreshes of URLs by regular expression or with any query string use up
//     the quota of URLs, as do cache tags; DescribeRefreshQuota has no others,
//     with today's names neither. Which content a tag covers is not modelled:
//     any tag has a task.
//   - Conditions of reports are taken and have no effect. Where the documents
//     have no code for a task that does not exist, changing or deleting one that
//     mails reports is SubscriptionNotFound, and deleting an export succeeds.
//   - At night, for a contract at half the price by night, is from 00:00 to
//     08:00 in Beijing.
//   - Every domain has the web application firewall; a waiting room can be set
//     up for any of them, and has no effect.
package cdntest
