// Package consumer is a program of a stranger: it imports the SDK from a module
// of its own, with nothing but what is exported, and uses a bit of every area.
//
// It is old code. What compiles here compiles at users': add to it when
// something is added to the SDK, and change it only where a release may break,
// with the same words in the changelog.
package consumer
