import Screen
import Wording

// A scatter plot in cells. A cell is far larger than a point, so it may hold points of two
// groups; it then shows the mixed mark, and the legend says what that means.

extension ScatterChart {
  func draw(size: Size, glyphs: GlyphSet) -> Surface {
    var surface = Surface(size)
    var rect = surface.bounds
    if needsLegend { rect = rect.cutBottom(1).rest }
    let places = points + (centers ?? []) + trails.joined()
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
      let legend = legend(showsMixed: marks.contains(.mixed), glyphs: glyphs)
      drawLegend(legend, on: &surface, from: frame.area.x)
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
      lay(mark(ofPoint: index), at: point, Mark.sharing)
    }
    for (index, trail) in trails.enumerated() {
      for (start, end) in zip(trail, trail.dropFirst()) {
        for cell in frame.way(from: start, to: end) {
          marks[cell.row * width + cell.column] = .trail(index)
        }
      }
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
    if let work {
      if work.focus == index { return .focus }
      if work.near.contains(index) { return .near }
      if work.undecided.contains(index) { return .point }
      if work.cores.contains(index), labels[index] >= 0 { return .core(labels[index]) }
    }
    return labels[index] < 0 ? .noise : .group(labels[index])
  }
}

// MARK: - The legend

extension ScatterChart {
  private func legend(
    showsMixed: Bool, glyphs: GlyphSet
  ) -> (counts: [[Span]], marks: [[Span]]) {
    func item(_ mark: Mark, _ text: String) -> [Span] {
      [Span(String(mark.character(glyphs)), mark.style), Span(text)]
    }
    let groups = groups
    let counts = groups.filter { !$0.isNoise }
      .map { item(.group($0.label), " \(grouped($0.count))") }
    var marks: [[Span]] = []
    if let noise = groups.first(where: \.isNoise) {
      marks.append(item(.noise, " noise \(grouped(noise.count))"))
    }
    if let centers, !centers.isEmpty {
      let dots = glyphs == .unicode ? "…" : ".."
      marks.append(item(.center(0), centers.count == 1 ? " center" : " \(dots) centers"))
    }
    if showsMixed { marks.append(item(.mixed, " more than one")) }
    return (counts, marks + (work.map(legend(of:)) ?? []))
  }

  private func legend(of work: Work) -> [[Span]] {
    var items: [(Mark, String)] = []
    if work.focus != nil { items.append((.focus, "looked at")) }
    if !work.near.isEmpty { items.append((.near, work.nearWords)) }
    if !work.cores.isEmpty { items.append((.core(0), "core point")) }
    return items.map { mark, text in
      [Span(String(mark.character(.ascii)), mark.style), Span(" " + text)]
    }
  }

  /// On a line that is too short the counts of the groups make room, all of them: a few
  /// counts would look like all the groups there are.
  private func drawLegend(
    _ legend: (counts: [[Span]], marks: [[Span]]), on surface: inout Surface, from left: Int
  ) {
    func width(_ items: [[Span]]) -> Int {
      items.joined().reduce(2 * items.count - 2) { $0 + TextWidth.width(of: $1.text) }
    }
    var shown = legend.counts + legend.marks
    if width(shown) > surface.width { shown = legend.marks }
    while shown.count > 1, width(shown) > surface.width { shown.removeFirst() }
    var column = width(shown) + left <= surface.width ? left : 0
    for item in shown {
      column = surface.write(item, at: column, surface.height - 1) + 2
    }
  }
}
