import Screen

// The two axes of a plot: where a value stands in cells, and how the frame around the values
// is drawn. The lower left corner of the axes is the lower end of both scales.
//
//     visits
//     30 ┤      a  a
//     15 ┤
//      0 ┼────────┬────────
//        0       50   spend

struct PlotFrame {
  let x: Scale
  let y: Scale
  /// The cells of the plot with the axes themselves: first column and last row.
  let area: Rect
  private let xAxis: Axis
  private let yAxis: Axis
  private let glyphs: GlyphSet
  private let labelWidth: Int
  /// Free columns between the axis and the lower end of the x scale.
  private let margin: Int
  /// Places on the x scale that are no figures have no numbers.
  private let showsNumbersBelow: Bool

  /// - Parameter rect: everything, from the caption on top to the numbers below the axis.
  init(
    xs: [Double], ys: [Double], xAxis: Axis, yAxis: Axis, in rect: Rect, glyphs: GlyphSet,
    margin: Int = 0, wholeSteps: Bool = false, showsNumbersBelow: Bool = true
  ) {
    let rows = rect.height - 2
    y = Scale(over: ys, wantedTicks: min(10, max(2, rows / 3)))
    labelWidth = y.widestLabel
    area = Rect(
      x: rect.x + labelWidth + 1, y: rect.y + 1, width: rect.width - labelWidth - 1, height: rows)
    // Counts have short labels, which may stand closer.
    let ticks = min(12, max(2, area.width / (wholeSteps ? 5 : 8)))
    x = Scale(over: xs, wantedTicks: ticks, wholeSteps: wholeSteps)
    self.xAxis = xAxis
    self.yAxis = yAxis
    self.glyphs = glyphs
    self.margin = margin
    self.showsNumbersBelow = showsNumbersBelow
  }

  func column(of value: Double) -> Int {
    let columns = Double(area.width - 1 - 2 * margin)
    return area.x + margin + Int((x.share(of: value) * columns).rounded())
  }

  func row(of value: Double) -> Int {
    area.endY - 1 - Int((y.share(of: value) * Double(area.height - 1)).rounded())
  }

  /// The cell of a point, or nil when it has no place.
  func cell(of point: PlotPoint) -> (column: Int, row: Int)? {
    guard point.x.magnitude <= Scale.largest, point.y.magnitude <= Scale.largest else { return nil }
    return (column(of: point.x), row(of: point.y))
  }
}

extension PlotFrame {
  /// The cells of a straight way, both ends included; none where an end has no place.
  func way(from start: PlotPoint, to end: PlotPoint) -> [(column: Int, row: Int)] {
    guard let from = cell(of: start), let to = cell(of: end) else { return [] }
    let steps = max((to.column - from.column).magnitude, (to.row - from.row).magnitude)
    return (0...steps).map { step in
      let share = steps == 0 ? 0 : Double(step) / Double(steps)
      return (
        from.column + Int((Double(to.column - from.column) * share).rounded()),
        from.row + Int((Double(to.row - from.row) * share).rounded())
      )
    }
  }
}

// MARK: - Drawing the frame

extension PlotFrame {
  private func line(_ unicode: Character, _ ascii: Character) -> Character {
    glyphs == .unicode ? unicode : ascii
  }

  /// - Parameter emptyNotice: said in the middle when there is nothing to draw.
  func draw(on surface: inout Surface, emptyNotice: String?) {
    surface.write(yAxis.caption, at: area.x - 1 - labelWidth, area.y - 1, .muted)
    drawAxes(on: &surface)
    let ends = drawTicks(on: &surface)
    drawXCaption(after: ends, on: &surface)
    if let emptyNotice {
      let start = area.x + max(1, (area.width - TextWidth.width(of: emptyNotice)) / 2)
      surface.write(emptyNotice, at: start, area.y + area.height / 2, .muted)
    }
  }

  private func drawAxes(on surface: inout Surface) {
    let bottom = area.endY - 1
    surface.fill(
      Rect(x: area.x, y: area.y, width: 1, height: area.height), with: line("│", "|"), .muted)
    surface.fill(
      Rect(x: area.x, y: bottom, width: area.width, height: 1), with: line("─", "-"), .muted)
    surface.write(String(line("┼", "+")), at: area.x, bottom, .muted)
  }

  /// Draws ticks and their numbers; returns the column after the last number below the axis.
  private func drawTicks(on surface: inout Surface) -> Int {
    for tick in y.ticks {
      let row = row(of: tick)
      let label = y.label(of: tick)
      surface.write(label, at: area.x - 1 - TextWidth.width(of: label), row, .muted)
      if row < area.endY - 1 { surface.write(String(line("┤", "+")), at: area.x, row, .muted) }
    }
    var free = 0
    for tick in showsNumbersBelow ? x.ticks : [] {
      let column = column(of: tick)
      let label = x.label(of: tick)
      let width = TextWidth.width(of: label)
      let start = min(max(0, column - width / 2), surface.width - width)
      if column > area.x {
        surface.write(String(line("┬", "+")), at: column, area.endY - 1, .muted)
      }
      guard start >= free else { continue }
      surface.write(label, at: start, area.endY, .muted)
      free = start + width + 2
    }
    return free
  }

  /// The caption stands behind the numbers if there is room, else at the right on top.
  private func drawXCaption(after free: Int, on surface: inout Surface) {
    let caption = xAxis.caption
    let width = TextWidth.width(of: caption)
    if area.endX - width >= free {
      surface.write(caption, at: area.endX - width, area.endY, .muted)
      return
    }
    let captionOnTop = caption + (glyphs == .unicode ? " →" : " ->")
    let yEnd = area.x + TextWidth.width(of: yAxis.caption)
    let room = max(0, area.endX - yEnd - 1)
    let text = TextWidth.fitting(captionOnTop, room, ellipsis: glyphs == .unicode ? "…" : "~")
    surface.write(text, at: area.endX - TextWidth.width(of: text), area.y - 1, .muted)
  }
}
