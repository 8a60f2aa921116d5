//go:build !race

package alicdn

// raceDetector is 1 where the race detector is on.
const raceDetector = 0.0
