import Screen
import Wording

// Bars in cells, one row each: label, figure, bar. A value that is not zero always shows at
// least a sliver; the figure beside it is the truth. Values below zero hang to the left.
//
//     share of squared distance
//     spend     99.9 %  ███████████████████
//     visits     0.1 %  ▏

extension BarChart {
  func draw(size: Size, glyphs: GlyphSet) -> Surface {
    var surface = Surface(size)
    let (titleRow, body) = surface.bounds.cutTop(title.isEmpty ? 0 : 1)
    let ellipsis = glyphs == .unicode ? "…" : "~"
    let shownTitle = TextWidth.fitting(title, surface.width, ellipsis: ellipsis)
    if !titleRow.isEmpty { surface.write(shownTitle, at: 0, 0) }

    let shown = bars.count <= body.height ? bars[...] : bars.prefix(max(0, body.height - 1))
    let layout = BarLayout(bars: shown, values: shown.map { text(of: $0.value) }, in: body)
    for (index, bar) in shown.enumerated() {
      let row = body.y + index
      let label = TextWidth.fitting(bar.label, layout.labelWidth, ellipsis: ellipsis)
      surface.write(label, at: 0, row)
      surface.write(
        TextWidth.rightAligned(text(of: bar.value), layout.valueWidth), at: layout.valueColumn, row)
      drawBar(of: bar.value, layout, row, on: &surface, glyphs: glyphs)
    }
    if shown.count < bars.count, !body.isEmpty {
      surface.write("and \(bars.count - shown.count) more", at: 0, body.endY - 1, .muted)
    }
    return surface
  }

  /// A value as it is written.
  func text(of value: Double) -> String {
    switch format {
    // Not quite the whole must not read as the whole.
    case .percent: value < 1 && value >= 0.9995 ? "> 99.9 %" : percentage(value, 1)
    case .number(let decimals): fixed(value, decimals)
    case .short: brief(value)
    }
  }

  private func drawBar(
    of value: Double, _ layout: BarLayout, _ row: Int, on surface: inout Surface, glyphs: GlyphSet
  ) {
    guard value.isFinite, value != 0, layout.barWidth > 0 else { return }
    let eighths = layout.eighths(of: value)
    let clip = Rect(x: layout.barColumn, y: row, width: layout.barWidth, height: 1)
    if value > 0, glyphs == .unicode {
      let bar = String(repeating: "█", count: eighths / 8) + partialBlock(eighths % 8)
      surface.write(bar, at: layout.zeroColumn, row, .accent, in: clip)
    } else {
      let cells = max(1, (eighths + 4) / 8)
      let block = glyphs == .unicode ? "█" : eighths < 4 ? "|" : "#"
      let bar = String(repeating: block, count: cells)
      let start = value > 0 ? layout.zeroColumn : layout.zeroColumn - cells
      surface.write(bar, at: start, row, value > 0 ? .accent : .bad, in: clip)
    }
  }

  private func partialBlock(_ eighths: Int) -> String {
    ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"][eighths]
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

  /// The length of a bar in eighths of a cell, at least one.
  func eighths(of value: Double) -> Int {
    let cells = positiveCells > 0 ? positiveCells : barWidth
    let length = (value.magnitude / largest * Double(cells * 8)).rounded()
    return min(max(1, Int(min(length, 1e6))), barWidth * 8)
  }
}
