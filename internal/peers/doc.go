// Package peers tests the SDK against other implementations of the same
// protocol, and measures it beside them (folder bench). It has a module of its
// own so that nobody who uses the SDK gets the modules that it needs.
//
//   - The official client github.com/aliyun/alibaba-cloud-sdk-go and ours make
//     the same calls of two endpoints of package cdntest that are alike, of
//     every action and with every parameter that the official client has. Both
//     have to send the same parameters, in the form what belongs there, and get
//     the same values. They also decode the samples of the documents, and
//     answers with everything that the official client knows.
//   - Two official signers, that of the client above and that of
//     github.com/alibabacloud-go/darabonba-openapi, sign what our client has
//     sent. Both have to come to the signature that it was sent with.
//   - The code of docs/migrating.md, ours and that of the official clients, is
//     compiled and run (folder migrating).
//   - github.com/aliyun/credentials-go hands out the credentials of our client.
package peers
