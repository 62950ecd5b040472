import Screen

// A line chart in cells: a mark at each value, dots on the way to the next. Several series
// have marks of different shape, never only of different colour.

extension LineChart {
  func draw(size: Size, glyphs: GlyphSet) -> Surface {
    var surface = Surface(size)
    var rect = surface.bounds
    if series.count > 1 { rect = rect.cutBottom(1).rest }
    let drawable = (series.flatMap(\.points) + reach).filter(\.isFinite)
    let frame = PlotFrame(
      xs: drawable.map(\.x), ys: drawable.map(\.y), xAxis: xAxis, yAxis: yAxis,
      in: rect, glyphs: glyphs, margin: 2,
      wholeSteps: drawable.allSatisfy { $0.x == $0.x.rounded() })
    frame.draw(on: &surface, emptyNotice: drawable.isEmpty ? "no values" : nil)
    drawMarkedX(in: frame, on: &surface, glyphs: glyphs)
    for index in series.indices { drawWay(of: index, in: frame, on: &surface, glyphs: glyphs) }
    for index in series.indices { drawMarks(of: index, in: frame, on: &surface, glyphs: glyphs) }
    if series.count > 1 { drawLegend(on: &surface, from: frame.area.x, glyphs: glyphs) }
    return surface
  }

  private static let marks: [GlyphSet: [Character]] = [
    .unicode: ["●", "○", "▲", "△", "■", "□"], .ascii: ["o", "x", "+", "#", "@", "%"],
  ]

  private func mark(of index: Int, _ glyphs: GlyphSet) -> Character {
    let marks = Self.marks[glyphs] ?? ["o"]
    return marks[index % marks.count]
  }

  private func style(of index: Int) -> Style {
    series.count == 1 ? .accent : .cluster(index)
  }

  private func drawMarkedX(in frame: PlotFrame, on surface: inout Surface, glyphs: GlyphSet) {
    guard let markedX, markedX >= frame.x.lower, markedX <= frame.x.upper else { return }
    let column = Rect(
      x: frame.column(of: markedX), y: frame.area.y, width: 1, height: frame.area.height - 1)
    surface.fill(column, with: glyphs == .unicode ? "┊" : ":", .muted)
  }

  private func drawWay(
    of index: Int, in frame: PlotFrame, on surface: inout Surface, glyphs: GlyphSet
  ) {
    let points = series[index].points
    for (start, end) in zip(points, points.dropFirst()) {
      for cell in frame.way(from: start, to: end).dropFirst().dropLast() {
        surface.write(
          glyphs == .unicode ? "·" : ".", at: cell.column, cell.row, style(of: index))
      }
    }
  }

  private func drawMarks(
    of index: Int, in frame: PlotFrame, on surface: inout Surface, glyphs: GlyphSet
  ) {
    for point in series[index].points {
      guard let (column, row) = frame.cell(of: point) else { continue }
      var style = style(of: index)
      style.bold = point.x == markedX
      surface.write(String(mark(of: index, glyphs)), at: column, row, style)
    }
  }

  private func drawLegend(on surface: inout Surface, from left: Int, glyphs: GlyphSet) {
    var column = left
    for (index, series) in series.enumerated() {
      let room = max(0, surface.width - column - 2)
      let name = TextWidth.fitting(series.name, room, ellipsis: glyphs == .unicode ? "…" : "~")
      guard !name.isEmpty else { break }
      let item = [Span(String(mark(of: index, glyphs)), style(of: index)), Span(" " + name)]
      column = surface.write(item, at: column, surface.height - 1) + 2
    }
  }
}
