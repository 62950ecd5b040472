import Screen
import Wording

// A scatter plot at a size. A cell is far larger than a point, so it may hold points of two
// groups; it then shows the mixed mark, and the legend says what that means.

struct ScatterPlot: Plot {
  let chart: ScatterChart
  let size: Size
  let glyphs: GlyphSet
  let frame: PlotFrame
  let legend: Legend
  /// What each cell shows, row by row; empty for a picture.
  private let marks: [Mark?]
  private let isEmpty: Bool

  init(_ chart: ScatterChart, size: Size, glyphs: GlyphSet, for medium: Medium) {
    self.chart = chart
    self.size = size
    self.glyphs = glyphs
    let extents = chart.extents
    let lines = chart.legendLines(glyphs, in: size)
    frame = PlotFrame(
      extents, xAxis: chart.xAxis, yAxis: chart.yAxis,
      in: Rect(size).cutBottom(lines).rest, glyphs: glyphs, margin: 1, rise: 1)
    isEmpty = extents.x.isEmpty
    marks = medium == .screen ? chart.marks(in: frame, size: size, glyphs: glyphs) : []
    var present = Set(marks.compactMap(\.self))
    if medium == .picture, chart.work != nil {
      present = Set(chart.points.indices.lazy.map(chart.mark(ofPoint:)))
    }
    legend =
      lines > 0
      ? chart.legend(
        glyphs, present, row: size.height - lines, left: frame.area.x, width: size.width,
        lines: lines) : .none
  }

  func drawCells(on surface: inout Surface) {
    frame.drawLines(on: &surface)
    if glyphs == .braille { drawDots(on: &surface) }
    for (cell, mark) in marks.enumerated() {
      guard let mark else { continue }
      surface.write(
        String(mark.character(glyphs)), at: cell % size.width, cell / size.width, mark.style)
    }
  }

  /// Links and trails, finer than cells.
  private func drawDots(on surface: inout Surface) {
    var dots = Dots(size)
    for (way, mark) in chart.ways {
      guard let start = frame.place(of: way.start), let end = frame.place(of: way.end) else {
        continue
      }
      dots.line(from: start, to: end, mark.style)
    }
    dots.draw(on: &surface)
  }

  func drawWords(on surface: inout Surface) {
    frame.drawWords(on: &surface, emptyNotice: isEmpty ? "no points" : nil)
  }
}

extension ScatterChart {
  /// Of everything that is drawn.
  var extents: Extents {
    var extents = Extents()
    extents.include(points)
    extents.include(centers ?? [])
    for trail in trails { extents.include(trail) }
    return extents
  }

  typealias Way = (start: PlotPoint, end: PlotPoint)

  /// The lines between places: links first, so that trails lie above them.
  var ways: [(Way, Mark)] {
    let trails = trails.enumerated().flatMap { index, trail in
      zip(trail, trail.dropFirst()).map { (($0, $1) as Way, Mark.trail(index)) }
    }
    return links + trails
  }

  private var links: [(Way, Mark)] {
    guard drawsLinks, let centers else { return [] }
    return linked.map { (($0.point, centers[$0.group]), .link($0.group)) }
  }
}

// MARK: - What each cell shows

extension ScatterChart {
  /// Ways lie below points, except that a trail is always seen; centers lie above all.
  fileprivate func marks(in frame: PlotFrame, size: Size, glyphs: GlyphSet) -> [Mark?] {
    var marks = work == nil ? Cells.marks(of: self, in: frame, size) : workMarks(in: frame, size)
    if glyphs != .braille { layWays(on: &marks, in: frame, size) }
    for (index, center) in (centers ?? []).enumerated() {
      lay(.center(index), at: frame.cell(of: center), on: &marks, size) { below, center in
        if case .center = below { .mixed } else { center }
      }
    }
    return marks
  }

  private func lay(
    _ mark: Mark, at place: (column: Int, row: Int)?, on marks: inout [Mark?], _ size: Size,
    _ merge: (Mark, Mark) -> Mark
  ) {
    guard let place else { return }
    let cell = place.row * size.width + place.column
    guard marks.indices.contains(cell) else { return }
    marks[cell] = marks[cell].map { merge($0, mark) } ?? mark
  }

  private func layWays(on marks: inout [Mark?], in frame: PlotFrame, _ size: Size) {
    for (way, mark) in ways {
      for place in frame.way(from: way.start, to: way.end) {
        lay(mark, at: place, on: &marks, size) { below, mark in
          if case .link = mark { below } else { mark }
        }
      }
    }
  }

  /// While a method is at work a point may be more than a member of its group.
  private func workMarks(in frame: PlotFrame, _ size: Size) -> [Mark?] {
    var marks: [Mark?] = Array(repeating: nil, count: size.width * size.height)
    for (row, point) in points.enumerated() {
      lay(mark(ofPoint: row), at: frame.cell(of: point), on: &marks, size, Mark.sharing)
    }
    return marks
  }

  func mark(ofPoint row: Int) -> Mark {
    guard let labels, labels.indices.contains(row) else { return .point }
    if let work {
      if work.focus == row { return .focus }
      if work.near.contains(row) { return .near }
      if work.undecided.contains(row) { return .point }
      if work.cores.contains(row), labels[row] >= 0 { return .core(labels[row]) }
    }
    return labels[row] < 0 ? .noise : .group(labels[row])
  }
}

/// The cells of very many points: one number a cell, nothing else is written.
private enum Cells {
  private static let empty: Int32 = -4
  private static let mixed: Int32 = -3
  private static let unlabelled: Int32 = -2

  static func marks(of chart: ScatterChart, in frame: PlotFrame, _ size: Size) -> [Mark?] {
    codes(of: chart, in: frame, size).map { code in
      switch code {
      case empty: nil
      case mixed: .mixed
      case unlabelled: .point
      case ..<0: .noise
      default: .group(Int(code))
      }
    }
  }

  private static func codes(
    of chart: ScatterChart, in frame: PlotFrame, _ size: Size
  ) -> [Int32] {
    var codes = Array(repeating: empty, count: size.width * size.height)
    let (points, labels) = (chart.points, chart.labels ?? [])
    for row in points.indices {
      guard let place = frame.cell(of: points[row]) else { continue }
      let cell = place.row * size.width + place.column
      guard codes.indices.contains(cell) else { continue }
      let code = row < labels.count ? Int32(clamping: max(-1, labels[row])) : unlabelled
      let old = codes[cell]
      codes[cell] = old == empty || old == code ? code : mixed
    }
    return codes
  }
}
