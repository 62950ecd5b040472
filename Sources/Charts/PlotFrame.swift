import Screen

// The two axes of a plot: where a value stands in cells, and how the frame around the values
// is drawn. Bars grow from the axis itself; points have rows and columns of their own, so that
// none lies on a line and no line hides one.
//
//     visits
//     30 ┤      a  a
//     15 ┤
//      0 ┤ a
//        ┼┬───────┬────────
//         0      50   spend

struct PlotFrame {
  /// What the numbers of an axis are.
  enum Numbers {
    case any
    /// Counts, which have no ticks between whole numbers.
    case whole
    /// Places that are no figures have no numbers.
    case none
  }

  let x: Scale
  let y: Scale
  /// The cells of the plot with the axes themselves: first column and last row.
  let area: Rect
  private let xAxis: Axis
  private let yAxis: Axis
  private let numbers: (x: Numbers, y: Numbers)
  private let glyphs: GlyphSet
  /// The columns left of the axis.
  private let gutter: Int
  /// Free columns between the axis and the lower end of the x scale.
  private let margin: Int
  /// Rows between the axis and the lower end of the y scale.
  private let rise: Int

  /// - Parameters:
  ///   - rect: Everything, from the caption on top to the numbers below the axis.
  ///   - gutter: The columns left of the axis; as many as its numbers need if not given.
  init(
    _ extents: Extents, xAxis: Axis, yAxis: Axis, in rect: Rect, glyphs: GlyphSet,
    numbers: (x: Numbers, y: Numbers) = (.any, .any), margin: Int = 0, rise: Int = 0,
    gutter: Int? = nil
  ) {
    let rows = rect.height - 2
    y = Scale(
      over: extents.y, wantedTicks: min(10, max(2, rows / (numbers.y == .whole ? 2 : 3))),
      wholeSteps: numbers.y == .whole)
    self.gutter = gutter ?? (numbers.y == .none ? 0 : y.widestLabel)
    area = Rect(
      x: rect.x + self.gutter + 1, y: rect.y + 1, width: rect.width - self.gutter - 1, height: rows)
    // Counts have short labels, which may stand closer.
    let ticks = min(12, max(2, area.width / (numbers.x == .whole ? 5 : 8)))
    x = Scale(over: extents.x, wantedTicks: ticks, wholeSteps: numbers.x == .whole)
    self.xAxis = xAxis
    self.yAxis = yAxis
    self.numbers = numbers
    self.glyphs = glyphs
    self.margin = margin
    self.rise = rise
  }
}

// MARK: - Where values stand

extension PlotFrame {
  func across(_ value: Double) -> Double {
    Double(area.x + margin) + x.share(of: value) * Double(area.width - 1 - 2 * margin)
  }

  func down(_ value: Double) -> Double {
    Double(area.endY - 1 - rise) - y.share(of: value) * Double(area.height - 1 - rise)
  }

  func column(of value: Double) -> Int { Int(across(value).rounded()) }
  func row(of value: Double) -> Int {
    area.endY - 1 - rise - Int((y.share(of: value) * Double(area.height - 1 - rise)).rounded())
  }

  /// Where exactly a point stands, or nil when it has no place.
  func place(of point: PlotPoint) -> Place? {
    point.hasPlace ? Place(across(point.x), down(point.y)) : nil
  }

  /// The cell of a point, or nil when it has no place.
  func cell(of point: PlotPoint) -> (column: Int, row: Int)? {
    point.hasPlace ? (column(of: point.x), row(of: point.y)) : nil
  }

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
  private var bottom: Int { area.endY - 1 }

  private var yTickRows: [Int] {
    numbers.y == .none ? [] : y.ticks.map(row(of:)).filter { $0 < bottom }
  }

  private var xTickColumns: [Int] {
    numbers.x == .none ? [] : x.ticks.map(column(of:)).filter { $0 > area.x }
  }

  /// The axes with their ticks.
  func drawLines(on surface: inout Surface) {
    drawNumbers(on: &surface)
    func put(_ unicode: Character, _ ascii: Character, in rect: Rect) {
      surface.fill(rect, with: glyphs.pick(unicode, ascii: ascii), .muted)
    }
    put("│", "|", in: Rect(x: area.x, y: area.y, width: 1, height: area.height))
    put("─", "-", in: Rect(x: area.x, y: bottom, width: area.width, height: 1))
    put("┼", "+", in: Rect(x: area.x, y: bottom, width: 1, height: 1))
    for row in yTickRows { put("┤", "+", in: Rect(x: area.x, y: row, width: 1, height: 1)) }
    for column in xTickColumns {
      put("┬", "+", in: Rect(x: column, y: bottom, width: 1, height: 1))
    }
  }

  func drawLines(on page: inout SVGPage) {
    drawNumbers(on: &page)
    let corner = Place(Double(area.x), Double(bottom))
    page.line([Place(corner.x, Double(area.y)), corner], .muted)
    page.line([corner, Place(Double(area.endX - 1), corner.y)], .muted)
    for tick in numbers.y == .none ? [] : y.ticks {
      page.line([Place(corner.x - 0.5, down(tick)), Place(corner.x, down(tick))], .muted)
    }
    for tick in numbers.x == .none ? [] : x.ticks {
      page.line([Place(across(tick), corner.y), Place(across(tick), corner.y + 0.25)], .muted)
    }
  }

  /// The numbers beside the axes.
  func drawNumbers(on surface: inout Surface) {
    for tick in numbers.y == .none ? [] : y.ticks {
      let label = y.label(of: tick)
      surface.write(label, at: area.x - 1 - label.count, row(of: tick), .muted)
    }
    for number in xNumbers { surface.write(number.label, at: number.start, area.endY, .muted) }
  }

  /// The same numbers, each exactly at its tick.
  func drawNumbers(on page: inout SVGPage) {
    for tick in numbers.y == .none ? [] : y.ticks {
      let label = y.label(of: tick)
      page.words(
        label, at: Place(Double(area.x - 1 - label.count), down(tick)), Style(.muted))
    }
    for number in xNumbers {
      // A number at the end of the axis was moved to the left to find room.
      let middle = across(number.tick) - Double(number.label.count - 1) / 2
      let start = min(middle, max(Double(number.start), middle - 1))
      page.words(number.label, at: Place(start, Double(area.endY)), Style(.muted))
    }
  }

  /// The captions.
  func drawWords(on surface: inout Surface, emptyNotice: String? = nil) {
    surface.write(yAxis.caption, at: area.x - 1 - gutter, area.y - 1, .muted)
    drawXCaption(after: xNumbers.last?.end ?? 0, on: &surface)
    guard let emptyNotice else { return }
    let start = area.x + max(1, (area.width - TextWidth.width(of: emptyNotice)) / 2)
    surface.write(emptyNotice, at: start, area.y + area.height / 2, .muted)
  }

  /// The numbers below the axis, as many as have room beside each other.
  private var xNumbers: [(tick: Double, label: String, start: Int, end: Int)] {
    var shown: [(tick: Double, label: String, start: Int, end: Int)] = []
    for tick in numbers.x == .none ? [] : x.ticks {
      let label = x.label(of: tick)
      let latest = area.endX - label.count
      let start = min(max(0, column(of: tick) - label.count / 2), latest)
      guard start >= shown.last?.end ?? 0 else { continue }
      shown.append((tick, label, start, start + label.count + 2))
    }
    return shown
  }

  /// The caption stands behind the numbers if there is room, else at the right on top.
  private func drawXCaption(after free: Int, on surface: inout Surface) {
    let caption = xAxis.caption
    guard !caption.isEmpty else { return }
    let width = TextWidth.width(of: caption)
    if area.endX - width >= free {
      surface.write(caption, at: area.endX - width, area.endY, .muted)
      return
    }
    let captionOnTop = caption + (glyphs == .ascii ? " ->" : " →")
    let yEnd = area.x + TextWidth.width(of: yAxis.caption)
    let room = max(0, area.endX - yEnd - 1)
    let text = TextWidth.fitting(captionOnTop, room, ellipsis: glyphs.ellipsis)
    surface.write(text, at: area.endX - TextWidth.width(of: text), area.y - 1, .muted)
  }
}
