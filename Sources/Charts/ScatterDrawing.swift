import Screen

// A scatter plot in cells. A cell is far larger than a point, so it may hold points of two
// groups; it then shows the mixed mark, and the legend says what that means.

extension ScatterChart {
  func draw(size: Size, glyphs: GlyphSet) -> Surface {
    var surface = Surface(size)
    var rect = surface.bounds
    if needsLegend { rect = rect.cutBottom(1).rest }
    let places = points + (centers ?? [])
    let drawable = places.filter(\.isFinite)
    let frame = PlotFrame(
      xs: drawable.map(\.x), ys: drawable.map(\.y), xAxis: xAxis, yAxis: yAxis,
      in: rect, glyphs: glyphs)
    frame.draw(on: &surface, emptyNotice: drawable.isEmpty ? "no points" : nil)

    let marks = marks(in: frame, width: surface.width, height: surface.height)
    for (index, mark) in marks.enumerated() {
      guard let mark else { continue }
      let (row, column) = index.quotientAndRemainder(dividingBy: surface.width)
      surface.write(String(mark.character(glyphs)), at: column, row, mark.style)
    }
    if needsLegend {
      let items = legend(showsMixed: marks.contains(.mixed), glyphs: glyphs)
      drawLegend(items, on: &surface, from: frame.area.x)
    }
    return surface
  }

  private var needsLegend: Bool { labels != nil || centers?.isEmpty == false }

  /// What each cell shows, row by row. Centers lie above points.
  private func marks(in frame: PlotFrame, width: Int, height: Int) -> [Mark?] {
    var marks: [Mark?] = Array(repeating: nil, count: width * height)
    func lay(_ mark: Mark, at point: PlotPoint, _ merge: (Mark, Mark) -> Mark) {
      guard let (column, row) = frame.cell(of: point) else { return }
      let cell = row * width + column
      guard marks.indices.contains(cell) else { return }
      marks[cell] = marks[cell].map { merge($0, mark) } ?? mark
    }
    for (index, point) in points.enumerated() {
      lay(mark(ofPoint: index), at: point) { $0 == $1 ? $0 : .mixed }
    }
    for (index, center) in (centers ?? []).enumerated() {
      lay(.center(index), at: center) { below, center in
        if case .center = below { .mixed } else { center }
      }
    }
    return marks
  }

  private func mark(ofPoint index: Int) -> Mark {
    guard let labels, labels.indices.contains(index) else { return .point }
    return labels[index] < 0 ? .noise : .group(labels[index])
  }
}

// MARK: - The legend

extension ScatterChart {
  private func legend(showsMixed: Bool, glyphs: GlyphSet) -> [[Span]] {
    var items: [[Span]] = []
    for group in groups where !group.isNoise {
      let mark = Mark.group(group.label)
      items.append([
        Span(String(mark.character(glyphs)), mark.style), Span(" \(formatted(group.count))"),
      ])
    }
    if let noise = groups.first(where: \.isNoise) {
      items.append([Span("x", Mark.noise.style), Span(" noise \(formatted(noise.count))")])
    }
    if let centers, !centers.isEmpty {
      let first = Mark.center(0)
      let name = centers.count == 1 ? " center" : " … centers"
      items.append([
        Span(String(first.character(glyphs)), first.style),
        Span(glyphs == .unicode || centers.count == 1 ? name : " .. centers"),
      ])
    }
    if showsMixed { items.append([Span("* more than one")]) }
    return items
  }

  /// Too many items for the line: the first ones, the counts of groups, make room.
  private func drawLegend(_ items: [[Span]], on surface: inout Surface, from left: Int) {
    func width(_ item: [Span]) -> Int { item.reduce(0) { $0 + TextWidth.width(of: $1.text) } }
    var shown = items
    func total() -> Int { shown.reduce(-2) { $0 + width($1) + 2 } }
    while shown.count > 1, total() > surface.width { shown.removeFirst() }
    var column = total() + left <= surface.width ? left : 0
    for item in shown {
      column = surface.write(item, at: column, surface.height - 1) + 2
    }
  }
}
