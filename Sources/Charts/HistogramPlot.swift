import Screen
import Wording

// A histogram at a size: upright bars between round numbers. Of several series the bars stand
// side by side in each bin, and each has its letter at its foot.
//
//     values
//     20 ┤      ▃▃▃
//        │ ▅▅▅  ███
//      0 ┼─────┬─────┬──
//        0    10    20

struct HistogramPlot: Plot {
  let chart: HistogramChart
  let size: Size
  let glyphs: GlyphSet
  let frame: PlotFrame
  let legend: Legend
  private let bars: [Bar]

  /// The columns of a bar and what it counts.
  private struct Bar {
    let series: Int
    let from: Double
    let to: Double
    let columns: Range<Int>
    let count: Int
  }

  init(_ chart: HistogramChart, size: Size, glyphs: GlyphSet) {
    self.chart = chart
    self.size = size
    self.glyphs = glyphs
    let isSeveral = chart.series.count > 1
    let rect = Rect(size).cutBottom(isSeveral ? 1 : 0).rest
    var merged = 1
    var (frame, bars) = Self.layout(chart, merging: merged, in: rect, glyphs)
    // Bins that are too narrow for a bar of each series become one with their neighbours.
    while bars.contains(where: \.columns.isEmpty), merged < chart.edges.count {
      merged += 1
      (frame, bars) = Self.layout(chart, merging: merged, in: rect, glyphs)
    }
    self.frame = frame
    self.bars = bars
    let items = chart.series.indices.map { index in
      Legend.Item(
        mark: Self.letter(of: index), style: .cluster(index), shape: .of(group: index),
        text: chart.series[index].name)
    }
    legend = Legend(
      isSeveral ? items : [], row: size.height - 1, left: frame.area.x, width: size.width,
      ellipsis: glyphs.ellipsis)
  }

  private static func layout(
    _ chart: HistogramChart, merging: Int, in rect: Rect, _ glyphs: GlyphSet
  ) -> (PlotFrame, [Bar]) {
    let bins = stride(from: 0, to: max(0, chart.edges.count - 1), by: merging).map { bin in
      bin..<min(bin + merging, chart.edges.count - 1)
    }
    let counts = chart.series.map { series in bins.map { series.counts[$0].reduce(0, +) } }
    var extents = Extents(x: Extent(chart.edges), y: Extent([0]))
    extents.y.include(Double(max(1, counts.joined().max() ?? 1)))
    let frame = PlotFrame(
      extents, xAxis: chart.xAxis, yAxis: Axis("values"), in: rect, glyphs: glyphs,
      numbers: (.any, .whole))
    let bars = bins.enumerated().flatMap { place, bin in
      let (from, to) = (chart.edges[bin.lowerBound], chart.edges[bin.upperBound])
      let columns = columns(frame.across(from), frame.across(to))
      return counts.indices.map { series in
        Bar(
          series: series, from: from, to: to,
          columns: part(series, of: counts.count, in: columns), count: counts[series][place])
      }
    }
    return (frame, bars)
  }

  /// The columns between two edges; wide bars leave a gap.
  private static func columns(_ from: Double, _ to: Double) -> Range<Int> {
    let (first, last) = (Int(from.rounded()) + 1, Int(to.rounded()))
    return first..<max(first, last - first >= 2 ? last : last + 1)
  }

  private static func part(_ index: Int, of count: Int, in columns: Range<Int>) -> Range<Int> {
    let first = columns.lowerBound
    return (first + columns.count * index / count)..<(first + columns.count * (index + 1) / count)
  }

  private static func letter(of series: Int) -> Character {
    Mark.group(series).character(.ascii)
  }

  private func style(of bar: Bar) -> Style {
    chart.series.count == 1 ? .accent : .cluster(bar.series)
  }

  func drawWords(on surface: inout Surface) {
    frame.drawWords(on: &surface, emptyNotice: chart.edges.isEmpty ? "no values" : nil)
  }

  func drawCells(on surface: inout Surface) {
    frame.drawLines(on: &surface)
    for bar in bars where bar.count > 0 { draw(bar, on: &surface) }
  }

  private func draw(_ bar: Bar, on surface: inout Surface) {
    let foot = frame.area.endY - 2
    let isSeveral = chart.series.count > 1
    let letter = Self.letter(of: bar.series)
    let eighths = Blocks.eighths(Double(foot + 1) - frame.down(Double(bar.count)))
    for step in 0...(eighths - 1) / 8 {
      let isFoot = step == 0
      let block = Blocks.up(
        eighths: eighths - 8 * step, fill: isSeveral ? letter : "#", glyphs)
      // A letter says whose bar it is, as soon as it hides nothing of its height.
      let shown = isFoot && isSeveral && eighths >= 8 ? letter : block ?? (isFoot ? "_" : nil)
      guard let shown else { continue }
      surface.fill(
        Rect(x: bar.columns.lowerBound, y: foot - step, width: bar.columns.count, height: 1),
        with: shown, style(of: bar))
    }
  }

  func drawShapes(on page: inout SVGPage) {
    frame.drawLines(on: &page)
    let floor = Double(frame.area.endY - 1)
    for bar in bars where bar.count > 0 {
      let (from, to) = (frame.across(bar.from), frame.across(bar.to))
      let width = (to - from) / Double(chart.series.count)
      let left = from + width * Double(bar.series)
      let gap = min(0.15, width / 8)
      let top = frame.down(Double(bar.count))
      page.box(
        from: Place(left + gap, top), to: Place(left + width - gap, floor),
        style(of: bar).foreground)
      if chart.series.count > 1, floor - top > 1, width > 0.9 {
        page.letter(
          String(Self.letter(of: bar.series)), at: Place(left + width / 2, floor - 0.6),
          onInk: true, size: 10)
      }
    }
  }
}
