package main

import (
	"syscall"
	"time"
)

// cpuTime is how long this process has had a processor, garbage collection
// included.
func cpuTime() time.Duration {
	var created, exited, kernel, user syscall.Filetime
	self, _ := syscall.GetCurrentProcess()                               // never fails
	_ = syscall.GetProcessTimes(self, &created, &exited, &kernel, &user) // nor does this
	return ticks(kernel) + ticks(user)
}

// ticks is a time span, of 100 ns each.
func ticks(span syscall.Filetime) time.Duration {
	return 100 * time.Duration(int64(span.HighDateTime)<<32|int64(span.LowDateTime))
}
