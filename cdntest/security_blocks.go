package cdntest

import (
	"fmt"
	"math"
	"net/netip"
	"slices"
	"strconv"
	"strings"
	"time"
)

// blockState is the addresses that are blocked for all domains.
type blockState struct {
	until   map[netip.Prefix]time.Time // zero is for ever
	history []blockRecord              // oldest first
	files   map[string]blockFile       // by path
}

// blockRecord is a block that reached the edge.
type blockRecord struct {
	prefix netip.Prefix
	at     time.Time
}

// blockFile is a list that was asked for.
type blockFile struct {
	made    time.Time
	content []byte
}

const (
	mostBlocks       = 1000 // a call that blocks
	mostBlocksListed = 50   // a call that lists
	blockHistory     = 90 * day
	blockFileGoodFor = 3 * day

	// blockLayout is how the block list writes times; which zone they are of is
	// not documented.
	blockLayout = "2006-01-02 15:04:05"
	// forever stands for the end of a block that has none.
	forever = "9999-12-31 23:59:59"
)

// settle lifts the blocks whose time is over, and forgets old records and files.
func (b *blockState) settle(now time.Time) {
	for prefix, until := range b.until {
		if !until.IsZero() && !now.Before(until) {
			delete(b.until, prefix)
		}
	}
	b.history = slices.DeleteFunc(b.history, func(r blockRecord) bool { return now.Sub(r.at) > blockHistory })
	for path, f := range b.files {
		if now.Sub(f.made) > blockFileGoodFor {
			delete(b.files, path)
		}
	}
}

// prefixes reads IPList: addresses and blocks of addresses.
func (c *call) prefixes(most int) ([]netip.Prefix, *fault) {
	list := c.list("IPList")
	if len(list) > most {
		return nil, saysNo("IPList has more than " + strconv.Itoa(most) + " elements")
	}
	all := make([]netip.Prefix, len(list))
	for i, text := range list {
		prefix, err := netip.ParsePrefix(text)
		if err != nil {
			address, bad := netip.ParseAddr(text)
			if bad != nil || address.Zone() != "" {
				return nil, saysNo(text + " is no address")
			}
			prefix = netip.PrefixFrom(address, address.BitLen())
		}
		all[i] = prefix.Masked()
	}
	return all, nil
}

// setCdnFullDomainsBlockIP blocks for ever unless a time is given.
func setCdnFullDomainsBlockIP(s *state, c *call) (object, *fault) {
	prefixes, no := c.prefixes(mostBlocks)
	seconds := c.int("BlockInterval", 0)
	switch {
	case no != nil:
		return nil, no
	case seconds < 0:
		return nil, saysNo("BlockInterval is negative")
	}
	s.blocks.settle(c.now)
	for _, prefix := range prefixes {
		if strings.EqualFold(c.get("OperationType"), "unblock") {
			delete(s.blocks.until, prefix)
			continue
		}
		var until time.Time
		if seconds > 0 {
			until = c.now.Add(time.Duration(seconds) * time.Second)
		}
		before, isBlocked := s.blocks.until[prefix]
		if isBlocked && strings.EqualFold(c.get("UpdateType"), "uncover") {
			until = later(before, until)
		}
		s.blocks.until[prefix] = until
		s.blocks.history = append(s.blocks.history, blockRecord{prefix, c.now})
	}
	return object{"Code": 0, "Message": "OK"}, nil
}

// later returns the later end of a block, of which zero is for ever.
func later(a, b time.Time) time.Time {
	switch {
	case a.IsZero() || b.IsZero():
		return time.Time{}
	case a.After(b):
		return a
	default:
		return b
	}
}

// describeCdnFullDomainsBlockIPConfig makes a file of what is blocked, or of
// what of it concerns the addresses that are asked for.
func describeCdnFullDomainsBlockIPConfig(s *state, c *call) (object, *fault) {
	asked, no := c.prefixes(mostBlocksListed)
	if no != nil {
		return nil, no
	}
	s.blocks.settle(c.now)
	var lines []string
	for prefix, until := range s.blocks.until {
		if len(asked) > 0 && !slices.ContainsFunc(asked, prefix.Overlaps) {
			continue
		}
		end := forever
		if !until.IsZero() {
			end = until.UTC().Format(blockLayout)
		}
		lines = append(lines, written(prefix)+" "+end+"\n")
	}
	slices.Sort(lines)
	path := fmt.Sprintf("/blocklist/%d.txt", s.newID())
	s.blocks.files[path] = blockFile{c.now, []byte(strings.Join(lines, ""))}
	return object{"Code": 0, "Message": "http://" + s.signedFor(path, c.now, blockFileGoodFor)}, nil
}

// written writes an address, or a block of addresses.
func written(prefix netip.Prefix) string {
	if prefix.IsSingleIP() {
		return prefix.Addr().String()
	}
	return prefix.String()
}

// blockFile finds the list that a path leads to.
func (s *state) blockFile(path string, now time.Time) (file, bool) {
	s.blocks.settle(now)
	f, ok := s.blocks.files[path]
	return file{name: path[strings.LastIndex(path, "/")+1:], contentType: "text/plain", made: f.made, content: f.content}, ok
}

// describeCdnFullDomainsBlockIPHistory answers with the blocks of what is asked
// for, newest first, and without a time of delivery where there is none.
func describeCdnFullDomainsBlockIPHistory(s *state, c *call) (object, *fault) {
	asked, no := c.prefixes(math.MaxInt)
	start, _ := c.time("StartTime")
	end, _ := c.time("EndTime")
	switch {
	case no != nil:
		return nil, no
	case !end.After(start):
		return nil, saysNo("EndTime is not later than StartTime")
	case end.Sub(start) > blockHistory:
		return nil, saysNo("the range is longer than 90 days")
	}
	s.blocks.settle(c.now)
	rows := []object{}
	for _, prefix := range asked {
		found := false
		for _, r := range slices.Backward(s.blocks.history) {
			if r.prefix == prefix && !r.at.Before(start) && r.at.Before(end) {
				rows = append(rows, object{"BlockIP": span(prefix), "DeliverTime": r.at.UTC().Format(blockLayout), "Status": "Success"})
				found = true
			}
		}
		if !found {
			rows = append(rows, object{"BlockIP": span(prefix), "DeliverTime": "", "Status": ""})
		}
	}
	return object{"Code": 0, "Description": "OK", "IPBlockInfo": rows}, nil
}

// span writes an address, or the first and the last one of a block.
func span(prefix netip.Prefix) string {
	if prefix.IsSingleIP() {
		return prefix.Addr().String()
	}
	last := prefix.Addr().AsSlice()
	for i := range last {
		fixed := min(max(prefix.Bits()-8*i, 0), 8)
		last[i] |= 0xff >> fixed
	}
	end, _ := netip.AddrFromSlice(last)
	return prefix.Addr().String() + "~" + end.String()
}
