import Screen
import Wording

// Bars at a size, one row each: label, figure, bar. A value that is not zero always shows at
// least a sliver; the figure beside it is the truth. Values below zero hang to the left.
//
//     share of squared distance
//     spend     99.9 %  ███████████████████
//     visits     0.1 %  ▏

struct BarPlot: Plot {
  let chart: BarChart
  let size: Size
  let glyphs: GlyphSet
  let legend = Legend.none
  private let body: Rect
  private let shown: ArraySlice<BarChart.Bar>
  private let layout: BarLayout

  init(_ chart: BarChart, size: Size, glyphs: GlyphSet) {
    self.chart = chart
    self.size = size
    self.glyphs = glyphs
    body = Rect(size).cutTop(chart.title.isEmpty ? 0 : 1).rest
    let bars = chart.bars
    shown = bars.count <= body.height ? bars[...] : bars.prefix(max(0, body.height - 1))
    layout = BarLayout(
      bars: shown, values: shown.map { chart.text(of: $0.value) }, in: body)
  }

  func drawWords(on surface: inout Surface) {
    if body.y > 0 {
      let title = TextWidth.fitting(chart.title, size.width, ellipsis: glyphs.ellipsis)
      surface.write(title, at: 0, 0)
    }
    for (index, bar) in shown.enumerated() {
      let row = body.y + index
      let label = TextWidth.fitting(bar.label, layout.labelWidth, ellipsis: glyphs.ellipsis)
      surface.write(label, at: 0, row)
      surface.write(
        TextWidth.rightAligned(chart.text(of: bar.value), layout.valueWidth),
        at: layout.valueColumn, row)
    }
    let rest = chart.bars.count - shown.count
    if rest > 0, !body.isEmpty {
      surface.write("and \(rest) more", at: 0, body.endY - 1, .muted)
    }
  }

  func drawCells(on surface: inout Surface) {
    for (index, bar) in shown.enumerated() {
      draw(bar.value, row: body.y + index, on: &surface)
    }
  }

  private func draw(_ value: Double, row: Int, on surface: inout Surface) {
    guard let eighths = layout.eighths(of: value) else { return }
    let clip = Rect(x: layout.barColumn, y: row, width: layout.barWidth, height: 1)
    if value > 0 {
      surface.write(
        Blocks.across(eighths: eighths, glyphs), at: layout.zeroColumn, row, .accent, in: clip)
    } else {
      let cells = max(1, (eighths + 4) / 8)
      let block = glyphs == .ascii ? eighths < 4 ? "|" : "#" : "█"
      surface.write(
        String(repeating: block, count: cells), at: layout.zeroColumn - cells, row, .bad, in: clip)
    }
  }

  func drawShapes(on page: inout SVGPage) {
    for (index, bar) in shown.enumerated() {
      guard let eighths = layout.eighths(of: bar.value) else { continue }
      let (zero, row) = (Double(layout.zeroColumn) - 0.5, Double(body.y + index))
      let length = Double(eighths) / 8
      page.box(
        from: Place(zero, row - 0.35),
        to: Place(bar.value > 0 ? zero + length : zero - length, row + 0.35),
        bar.value > 0 ? .accent : .bad)
    }
  }
}

extension BarChart {
  /// A value as it is written.
  func text(of value: Double) -> String {
    switch format {
    // Not quite the whole must not read as the whole.
    case .percent: value < 1 && value >= 0.9995 ? "> 99.9 %" : percentage(value, 1)
    case .number(let decimals): fixed(value, decimals)
    case .short: brief(value)
    }
  }
}

/// The columns of a bar chart.
private struct BarLayout {
  let labelWidth: Int
  let valueWidth: Int
  let barWidth: Int
  let zeroColumn: Int
  private let largest: Double
  private let positiveCells: Int

  init(bars: ArraySlice<BarChart.Bar>, values: [String], in rect: Rect) {
    let widestLabel = bars.map { TextWidth.width(of: $0.label) }.max() ?? 0
    labelWidth = min(widestLabel, max(4, rect.width / 3))
    valueWidth = values.map { TextWidth.width(of: $0) }.max() ?? 0
    barWidth = max(0, rect.width - labelWidth - valueWidth - 4)

    let drawn = bars.map(\.value).filter(\.isFinite)
    let most = max(0, drawn.max() ?? 0)
    let least = min(0, drawn.min() ?? 0)
    // Halved, so that the span of two huge values is still a number.
    let share = least == 0 ? 1 : (most / 2) / (most / 2 - least / 2)
    positiveCells = Int((Double(barWidth) * share).rounded())
    largest = positiveCells > 0 && most > 0 ? most : -least
    zeroColumn = labelWidth + valueWidth + 4 + barWidth - positiveCells
  }

  var valueColumn: Int { labelWidth + 2 }
  var barColumn: Int { valueColumn + valueWidth + 2 }

  /// The length of a bar in eighths of a cell, at least one; nil where there is no bar.
  func eighths(of value: Double) -> Int? {
    guard value.isFinite, value != 0, barWidth > 0 else { return nil }
    let cells = positiveCells > 0 ? positiveCells : barWidth
    return min(Blocks.eighths(value.magnitude / largest * Double(cells)), barWidth * 8)
  }
}
