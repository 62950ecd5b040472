import Screen

// A line chart at a size: a mark at each value and the way to the next. Several series have
// marks of different shape, never only of different colour.

struct LinePlot: Plot {
  let chart: LineChart
  let size: Size
  let glyphs: GlyphSet
  let frame: PlotFrame
  let legend: Legend
  /// What is drawn of each series.
  private let series: [[PlotPoint]]
  private let isEmpty: Bool

  init(_ chart: LineChart, size: Size, glyphs: GlyphSet) {
    self.chart = chart
    self.size = size
    self.glyphs = glyphs
    let extents = chart.extents
    // In very little room a line of the plot is worth more than its name.
    let rules = size.height < 8 ? [] : chart.ruleItems(extents, glyphs)
    let needsLegend = chart.series.count > 1 || !rules.isEmpty
    frame = PlotFrame(
      extents, xAxis: chart.xAxis, yAxis: chart.yAxis,
      in: Rect(size).cutBottom(needsLegend ? 1 : 0).rest, glyphs: glyphs,
      numbers: (chart.hasWholeX ? .whole : .any, .any), margin: 2, rise: 1)
    isEmpty = extents.x.isEmpty
    let most = 2 * frame.area.width
    series = chart.series.map { thinned($0.points, to: most) }
    let items = (chart.series.count > 1 ? chart.series.indices : 0..<0).map { index in
      Legend.Item(
        mark: Self.mark(of: index, glyphs), style: chart.style(of: index), shape: .of(line: index),
        text: chart.series[index].name)
    }
    legend = Legend(
      items + rules, row: size.height - 1, left: frame.area.x, width: size.width,
      ellipsis: glyphs.ellipsis)
  }

  func drawWords(on surface: inout Surface) {
    frame.drawWords(on: &surface, emptyNotice: isEmpty ? "no values" : nil)
  }

  private static func mark(of index: Int, _ glyphs: GlyphSet) -> Character {
    let marks: [Character] =
      glyphs == .ascii ? ["o", "x", "+", "#", "@", "%"] : ["●", "○", "▲", "△", "■", "□"]
    return marks[index % marks.count]
  }

  /// Where marks stand. Marks that would touch each other say nothing: a single curve then has
  /// none, and of several each has a few, to be told apart by.
  private func marked(_ index: Int) -> [PlotPoint] {
    let points = series[index]
    let room = frame.area.width / 2
    if points.count <= room { return points }
    if series.count == 1 { return [] }
    let step = max(1, points.count * 10 / frame.area.width)
    let first = step * (index + 1) / (series.count + 1)
    return stride(from: first, to: points.count, by: step).map { points[$0] }
  }

  private var markedColumn: Double? {
    chart.markedX.flatMap { $0 >= frame.x.lower && $0 <= frame.x.upper ? frame.across($0) : nil }
  }

  private var markedRow: Double? {
    chart.markedY.flatMap { $0 >= frame.y.lower && $0 <= frame.y.upper ? frame.down($0) : nil }
  }
}

// MARK: - In cells

extension LinePlot {
  func drawCells(on surface: inout Surface) {
    frame.drawLines(on: &surface)
    drawRules(on: &surface)
    if glyphs == .braille { drawDots(on: &surface) } else { drawWays(on: &surface) }
    for index in series.indices {
      for point in marked(index) {
        guard let (column, row) = frame.cell(of: point) else { continue }
        var style = chart.style(of: index)
        style.bold = point.x == chart.markedX
        surface.write(String(Self.mark(of: index, glyphs)), at: column, row, style)
      }
    }
  }

  private func drawRules(on surface: inout Surface) {
    if let markedColumn {
      let rule = Rect(
        x: Int(markedColumn.rounded()), y: frame.area.y, width: 1, height: frame.area.height - 1)
      surface.fill(rule, with: glyphs.pick("┊", ascii: ":"), .muted)
    }
    if let markedY = chart.markedY, markedRow != nil {
      let rule = Rect(
        x: frame.area.x + 1, y: frame.row(of: markedY), width: frame.area.width - 1, height: 1)
      surface.fill(rule, with: glyphs.pick("╌", ascii: "-"), .muted)
    }
  }

  private func drawWays(on surface: inout Surface) {
    let dot = String(glyphs.pick("·", ascii: "."))
    for index in series.indices {
      let isMarked = series[index].count <= frame.area.width / 2
      for (start, end) in zip(series[index], series[index].dropFirst()) {
        let way = frame.way(from: start, to: end)
        // The ends carry marks.
        for cell in isMarked ? way.dropFirst().dropLast() : way[...] {
          surface.write(dot, at: cell.column, cell.row, chart.style(of: index))
        }
      }
    }
  }

  private func drawDots(on surface: inout Surface) {
    var dots = Dots(size)
    for index in series.indices {
      for (start, end) in zip(series[index], series[index].dropFirst()) {
        guard let start = frame.place(of: start), let end = frame.place(of: end) else { continue }
        dots.line(from: start, to: end, chart.style(of: index))
      }
    }
    dots.draw(on: &surface)
  }
}

// MARK: - As shapes

extension LinePlot {
  func drawShapes(on page: inout SVGPage) {
    frame.drawLines(on: &page)
    let area = frame.area
    if let markedColumn {
      page.line(
        [
          Place(markedColumn, Double(area.y) - 0.5), Place(markedColumn, Double(area.endY - 1)),
        ], .muted, isDashed: true)
    }
    if let markedRow {
      page.line(
        [Place(Double(area.x), markedRow), Place(Double(area.endX - 1), markedRow)], .muted,
        isDashed: true)
    }
    for index in series.indices {
      let ink = chart.style(of: index).foreground
      for run in series[index].split(whereSeparator: { !$0.hasPlace }) {
        page.line(run.compactMap(frame.place(of:)), ink, width: 2)
      }
      page.marks(
        marked(index).compactMap(frame.place(of:)), .of(line: index), radius: 4, ink,
        name: "series-\(index + 1)")
    }
  }
}

extension LineChart {
  fileprivate var extents: Extents {
    var extents = Extents()
    for series in series { extents.include(series.points) }
    extents.include(reach)
    if let markedY, !extents.y.isEmpty { extents.y.include(markedY) }
    return extents
  }

  /// What the rules across and down stand for.
  fileprivate func ruleItems(_ extents: Extents, _ glyphs: GlyphSet) -> [Legend.Item] {
    var items: [Legend.Item] = []
    func add(_ mark: Character, _ shape: Shape, _ text: String) {
      items.append(Legend.Item(mark: mark, style: .muted, shape: shape, text: text))
    }
    if let markedX, !extents.x.isEmpty, (extents.x.low...extents.x.high).contains(markedX) {
      add(glyphs.pick("┊", ascii: ":"), .rule, at(markedX))
    }
    if let markedY, !extents.y.isEmpty {
      add(glyphs.pick("╌", ascii: "-"), .stroke, height(markedY))
    }
    return items
  }

  fileprivate var hasWholeX: Bool {
    series.allSatisfy { $0.points.allSatisfy { !$0.hasPlace || $0.x == $0.x.rounded() } }
  }

  fileprivate func style(of index: Int) -> Style {
    series.count == 1 ? .accent : .cluster(index)
  }
}

/// The lowest and the highest of each run of values: what is seen of a curve with more values
/// than there are columns.
private func thinned(_ points: [PlotPoint], to most: Int) -> [PlotPoint] {
  guard points.count > 2 * most, most > 0 else { return points }
  return (0..<most).flatMap { run in
    let part = points[(run * points.count / most)..<((run + 1) * points.count / most)]
    let placed = part.indices.filter { points[$0].hasPlace }
    guard let low = placed.min(by: { points[$0].y < points[$1].y }),
      let high = placed.max(by: { points[$0].y < points[$1].y })
    else { return Array(part.prefix(1)) }
    return low == high ? [points[low]] : [points[min(low, high)], points[max(low, high)]]
  }
}
