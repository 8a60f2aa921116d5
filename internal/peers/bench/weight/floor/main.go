// Command floor is what the other programs have in common.
package main

import "github.com/alicdn/alicdn-go/internal/peers/bench/weight/base"

func main() {
	base.Keep("")
	base.Main()
}
