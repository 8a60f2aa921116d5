package main

import (
	"context"
	"fmt"
	"io"
	"slices"
	"strings"
	"text/tabwriter"
	"time"

	"github.com/alicdn/alicdn-go"
	"github.com/alicdn/alicdn-go/examples/internal/demo"
	"github.com/alicdn/alicdn-go/types"
)

// bills prints what the account was billed for in a month, and, if it is billed
// by the month, what the current one will come to.
func bills(ctx context.Context, env demo.Env, client *alicdn.Client, start, end, now time.Time) error {
	history, err := client.DescribeCdnUserBillHistory(ctx, &types.DescribeCdnUserBillHistoryRequest{
		StartTime: types.UTC(start), EndTime: types.UTC(end),
	})
	if err != nil {
		return err
	}
	table := billed{cells: map[place]cell{}}
	for _, period := range history.BillHistoryData {
		for _, data := range period.BillingData {
			at := place{data.CdnRegion, strings.TrimSpace(string(period.BillType) + " " + string(data.ChargeType))}
			switch {
			case data.Bandwidth.IsSet(): // bandwidths of several periods do not add up
				table.set(at, max(table.cells[at].value, data.Bandwidth.Float64()), "bit/s")
			case data.Flow.IsSet():
				table.set(at, table.cells[at].value+data.Flow.Float64(), "B")
			case data.Count.IsSet():
				table.set(at, table.cells[at].value+data.Count.Float64(), "requests")
			}
		}
	}
	prediction, err := client.DescribeCdnUserBillPrediction(ctx, nil)
	switch {
	case alicdn.IsCode(err, types.BillTypeNotFound): // not by the month
	case err != nil:
		return err
	default:
		for _, data := range prediction.BillPredictionData {
			table.set(place{data.Area, "expected in " + now.In(beijing).Format("January")}, data.Value.Float64(), "bit/s")
		}
	}
	fmt.Fprintf(env.Out, "\nBilled to the account in %s\n\n", start.Format("January 2006"))
	return table.print(env.Out)
}

// place is where a quantity stands in the table.
type place struct {
	area types.UsageArea
	what string
}

// cell is a quantity.
type cell struct {
	value float64
	unit  string
}

// billed is the table of billed quantities.
type billed struct {
	areas []types.UsageArea // the rows, in the order of the service
	whats []string          // the columns
	cells map[place]cell
}

// set sets a quantity.
func (b *billed) set(at place, value float64, unit string) {
	if !slices.Contains(b.areas, at.area) {
		b.areas = append(b.areas, at.area)
	}
	if !slices.Contains(b.whats, at.what) {
		b.whats = append(b.whats, at.what)
	}
	b.cells[at] = cell{value, unit}
}

// print prints the table.
func (b *billed) print(out io.Writer) error {
	if len(b.cells) == 0 {
		_, err := fmt.Fprintln(out, "nothing")
		return err
	}
	table := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)
	fmt.Fprintf(table, "area\t%s\n", strings.Join(b.whats, "\t"))
	for _, area := range b.areas {
		row := []string{string(area)}
		for _, what := range b.whats {
			text := "-"
			switch c, found := b.cells[place{area, what}]; {
			case found && c.unit == "requests":
				text = fmt.Sprintf("%.0f requests", c.value)
			case found:
				text = unit(types.FloatNumber(c.value), c.unit)
			}
			row = append(row, text)
		}
		fmt.Fprintln(table, strings.Join(row, "\t"))
	}
	return table.Flush()
}
