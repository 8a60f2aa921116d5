package main

import (
	"fmt"
	"image/color"
	"io"
	"math"
	"slices"
	"strconv"
	"strings"
	"time"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/plotter"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
	"gonum.org/v1/plot/vg/vgimg"
	"gonum.org/v1/plot/vg/vgsvg"

	"github.com/alicdn/alicdn-go/types"
)

// The page of charts.
const (
	pageWidth   = 10 * vg.Inch
	chartHeight = 2.5 * vg.Inch
	margin      = vg.Length(10)
	headroom    = 1.4 // for the legend, as a multiple of the greatest value
	pngDPI      = 144
)

// Colours that stay apart for the colour-blind, too (Okabe and Ito).
var (
	blue   = color.RGBA{0x00, 0x72, 0xb2, 0xff}
	sky    = color.RGBA{0x56, 0xb4, 0xe9, 0xff}
	green  = color.RGBA{0x00, 0x9e, 0x73, 0xff}
	orange = color.RGBA{0xe6, 0x9f, 0x00, 0xff}
	red    = color.RGBA{0xd5, 0x5e, 0x00, 0xff}
	ink    = color.RGBA{0x33, 0x33, 0x33, 0xff}
	faint  = color.RGBA{0xe2, 0xe2, 0xe2, 0xff}
)

var colorOf = map[string]color.RGBA{"3xx": sky, "4xx": orange, "5xx": red}

// png writes the charts as a picture.
func (f *figures) png(w io.Writer) error {
	canvas := vgimg.NewWith(vgimg.UseWH(f.size()), vgimg.UseDPI(pngDPI))
	if err := f.draw(f.headed(draw.New(canvas))); err != nil {
		return err
	}
	_, err := vgimg.PngCanvas{Canvas: canvas}.WriteTo(w)
	return err
}

// svg writes the charts as a drawing.
func (f *figures) svg(w io.Writer) error {
	canvas := vgsvg.NewWith(vgsvg.UseWH(f.size()))
	if err := f.draw(draw.New(canvas)); err != nil {
		return err
	}
	_, err := canvas.WriteTo(w)
	return err
}

// headed writes a heading and returns the room below it. The page has its own.
func (f *figures) headed(canvas draw.Canvas) draw.Canvas {
	style := plot.New().Title.TextStyle
	setFont(&style, vg.Points(15))
	style.XAlign, style.YAlign = draw.XLeft, draw.YTop
	canvas.FillText(style, vg.Point{X: margin, Y: canvas.Max.Y - margin},
		fmt.Sprintf("%s, %s to %s", strings.Join(f.domains, ", "), f.start.Format(time.DateOnly), f.end.Add(-time.Second).Format(time.DateOnly)))
	return draw.Crop(canvas, 0, 0, 0, -vg.Points(28))
}

func (f *figures) size() (vg.Length, vg.Length) { return pageWidth, 4 * chartHeight }

// draw puts the charts below each other, with their axes of time in line.
func (f *figures) draw(canvas draw.Canvas) error {
	var rows [][]*plot.Plot
	for _, chart := range []func(*plot.Plot) error{f.drawBandwidth, f.drawTraffic, f.drawHitRate, f.drawCodes} {
		p := f.newPlot()
		if err := chart(p); err != nil {
			return err
		}
		rows = append(rows, []*plot.Plot{p})
	}
	tiles := draw.Tiles{
		Rows: len(rows), Cols: 1, PadY: vg.Points(18),
		PadTop: margin, PadBottom: margin, PadLeft: margin, PadRight: margin,
	}
	for i, cell := range plot.Align(rows, tiles, canvas) {
		rows[i][0].Draw(cell[0])
	}
	return nil
}

// newPlot returns an empty chart with the axis of time and a grid.
func (f *figures) newPlot() *plot.Plot {
	p := plot.New()
	setFont(&p.Title.TextStyle, vg.Points(13))
	p.Title.Padding = vg.Points(6)
	setFont(&p.Legend.TextStyle, vg.Points(10))
	p.Legend.Top, p.Legend.Padding, p.Legend.ThumbnailWidth = true, vg.Points(2), vg.Points(16)
	for _, axis := range []*plot.Axis{&p.X, &p.Y} {
		setFont(&axis.Label.TextStyle, vg.Points(10))
		setFont(&axis.Tick.Label, vg.Points(10))
		axis.LineStyle.Color, axis.Tick.LineStyle.Color = ink, ink
		axis.Padding = 0
	}
	p.X.Min, p.X.Max = seconds(f.start), seconds(f.end)
	p.X.Tick.Marker, p.Y.Tick.Marker = days{f.start}, levels{}
	grid := plotter.NewGrid()
	grid.Horizontal.Color, grid.Vertical.Color = faint, faint
	p.Add(grid)
	return p
}

func setFont(style *draw.TextStyle, size vg.Length) {
	style.Font = font.From(font.Font{Typeface: "Liberation", Variant: "Sans"}, size)
	style.Color = ink
}

// drawBandwidth draws the bandwidth and its 95th percentile.
func (f *figures) drawBandwidth(p *plot.Plot) error {
	peak := f.bandwidth.Peak().Number.Float64()
	factor, prefix := scale(peak)
	p.Title.Text = "Bandwidth, every 5 minutes"
	p.Y.Label.Text = prefix + "bit/s"

	line, err := plotter.NewLine(points(f.bandwidth, factor))
	if err != nil {
		return err
	}
	line.Color, line.Width = blue, vg.Points(0.6)

	billed := f.bandwidth.Percentile95().Number.Float64()
	percentile, err := plotter.NewLine(plotter.XYs{{X: p.X.Min, Y: billed / factor}, {X: p.X.Max, Y: billed / factor}})
	if err != nil {
		return err
	}
	percentile.Color, percentile.Width = red, vg.Points(1.5)
	percentile.Dashes = []vg.Length{vg.Points(6), vg.Points(3)}

	p.Add(line, percentile)
	p.Legend.Add("bandwidth", line)
	p.Legend.Add("95th percentile: "+bits(billed), percentile)
	p.Y.Min, p.Y.Max = 0, peak/factor*headroom
	return nil
}

// drawTraffic draws the traffic of each day as a bar.
func (f *figures) drawTraffic(p *plot.Plot) error {
	var sums types.Values
	for _, day := range f.traffic.Days(f.start.Location()) {
		sums = append(sums, types.Value{Time: day[0].Time, Number: day.Sum()})
	}
	factor, prefix := scale(sums.Peak().Number.Float64())
	p.Title.Text = "Traffic, by day"
	p.Y.Label.Text = prefix + "B"
	for _, sum := range sums {
		left, right := seconds(sum.Time)+2*3600, seconds(sum.Time)+22*3600
		height := sum.Number.Float64() / factor
		bar, err := plotter.NewPolygon(plotter.XYs{{X: left}, {X: left, Y: height}, {X: right, Y: height}, {X: right}})
		if err != nil {
			return err
		}
		bar.Color, bar.Width = blue, 0
		p.Add(bar)
	}
	p.Y.Min = 0
	return nil
}

// drawHitRate draws the share of bytes from the cache.
func (f *figures) drawHitRate(p *plot.Plot) error {
	p.Title.Text = "Hit rate by bytes, hourly"
	p.Y.Label.Text = "%"
	if len(f.hitRate) == 0 {
		return nil
	}
	line, err := plotter.NewLine(points(f.hitRate, 1))
	if err != nil {
		return err
	}
	line.Color, line.Width = green, vg.Points(1)
	p.Add(line)
	p.Y.Min, p.Y.Max = math.Floor(p.Y.Min), math.Ceil(p.Y.Max)
	return nil
}

// drawCodes draws the shares of the classes of status codes but 2xx, beside
// which they would not be seen, on top of each other.
func (f *figures) drawCodes(p *plot.Plot) error {
	p.Title.Text = "Status codes other than 2xx, hourly share of answers"
	p.Y.Label.Text = "%"
	below := make([]float64, len(f.shares[classes[0]]))
	for _, class := range classes[1:] {
		upper := points(f.shares[class], 1)
		outline := make(plotter.XYs, 0, 2*len(upper))
		for i, point := range upper {
			outline = append(outline, plotter.XY{X: point.X, Y: below[i] + point.Y})
		}
		for i, point := range slices.Backward(upper) {
			outline = append(outline, plotter.XY{X: point.X, Y: below[i]})
			below[i] += point.Y
		}
		if len(outline) == 0 {
			continue
		}
		area, err := plotter.NewPolygon(outline)
		if err != nil {
			return err
		}
		area.Color, area.Width = colorOf[class], 0
		p.Add(area)
		p.Legend.Add(fmt.Sprintf("%s: %s", class, percent(f.shares[class].Mean())), area)
	}
	p.Y.Min, p.Y.Max = 0, p.Y.Max*headroom
	return nil
}

// points are values as points of a chart, divided by factor.
func points(values types.Values, factor float64) plotter.XYs {
	all := make(plotter.XYs, len(values))
	for i, v := range values {
		all[i] = plotter.XY{X: seconds(v.Time), Y: v.Number.Float64() / factor}
	}
	return all
}

func seconds(t time.Time) float64 { return float64(t.Unix()) }

// days are the ticks of an axis of time that begins at a midnight: one a day,
// and every fifth with its date.
type days struct{ start time.Time }

// Ticks returns the ticks from least to greatest.
func (d days) Ticks(_, greatest float64) []plot.Tick {
	var ticks []plot.Tick
	for i := 0; ; i++ {
		day := d.start.AddDate(0, 0, i)
		if seconds(day) > greatest {
			return ticks
		}
		tick := plot.Tick{Value: seconds(day)}
		if i%5 == 0 {
			tick.Label = day.Format("2 Jan")
		}
		ticks = append(ticks, tick)
	}
}

// levels are the ticks of an axis of values: at round numbers, about five.
type levels struct{}

// Ticks returns the ticks from least to greatest.
func (levels) Ticks(least, greatest float64) []plot.Tick {
	if greatest <= least {
		return nil
	}
	step := math.Pow(10, math.Floor(math.Log10(greatest-least)))
	for _, finer := range []float64{2, 2.5, 2} { // 10 becomes 5, 2 and 1
		if (greatest-least)/step >= 4 {
			break
		}
		step /= finer
	}
	var ticks []plot.Tick
	for n := math.Ceil(least / step); n*step <= greatest; n++ {
		ticks = append(ticks, plot.Tick{Value: n * step, Label: strconv.FormatFloat(n*step, 'g', 6, 64)})
	}
	return ticks
}
