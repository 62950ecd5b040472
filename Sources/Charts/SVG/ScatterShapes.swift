import Screen

// A scatter plot as shapes: every point where it is, with the shape, the colour and the letter
// of its group. Few points carry their letters; of many, each group is named once. Beyond some
// thousands of points the picture would be a file of megabytes, so that points within a few
// pixels are drawn as one.

extension ScatterPlot {
  /// More points than these are drawn together.
  static let mostSinglePoints = 5000
  /// No more letters than these can be read.
  private static let mostLetters = 60

  func drawShapes(on page: inout SVGPage) {
    frame.drawLines(on: &page)
    drawWays(on: &page)
    if chart.points.count > Self.mostSinglePoints {
      drawTogether(on: &page)
    } else {
      drawPoints(on: &page)
    }
    drawCenters(on: &page)
  }

  private func drawWays(on page: inout SVGPage) {
    for (mark, ways) in grouped(chart.ways.map { ($0.1, $0.0) }) {
      let lines = ways.compactMap { way -> [Place]? in
        guard let start = frame.place(of: way.start), let end = frame.place(of: way.end) else {
          return nil
        }
        return [start, end]
      }
      let isLink = if case .link = mark { true } else { false }
      page.lines(
        lines, mark.style.foreground, width: isLink ? 1 : 2, opacity: isLink ? 0.6 : 1,
        name: mark.name)
    }
  }

  private func drawPoints(on page: inout SVGPage) {
    let places = chart.points.enumerated().compactMap { row, point in
      frame.place(of: point).map { (chart.mark(ofPoint: row), $0) }
    }
    let showsLetters = places.count <= Self.mostLetters
    let radius = showsLetters ? 6.5 : places.count <= 1000 ? 3.2 : 2.4
    for (mark, places) in grouped(places) {
      let hasLetter = mark.isGroup && showsLetters
      page.marks(
        places, mark.shape, radius: hasLetter || mark == .near ? 6.5 : min(radius, 4),
        mark.style.foreground, name: mark.name, opacity: hasLetter ? 1 : 0.8)
      guard hasLetter else { continue }
      for place in places {
        page.letter(String(mark.character(.unicode)), at: place, onInk: true, size: 9)
      }
    }
    if !showsLetters { nameGroups(on: &page) }
  }

  /// The letter of each group at its mean, where no center carries it.
  private func nameGroups(on page: inout SVGPage) {
    guard chart.centers?.isEmpty != false else { return }
    for group in chart.groups where !group.isNoise {
      guard let place = group.mean.flatMap(frame.place(of:)) else { continue }
      page.letter(
        group.name, at: place, onInk: false, ink: .cluster(group.label), size: 17)
    }
  }

  private func drawCenters(on page: inout SVGPage) {
    for (index, center) in (chart.centers ?? []).enumerated() {
      guard let place = frame.place(of: center) else { continue }
      let mark = Mark.center(index)
      page.marks([place], mark.shape, radius: 10, .plain, name: mark.name)
      page.letter(groupName(index), at: place, onInk: true, size: 12)
    }
  }
}

extension Mark {
  fileprivate var isGroup: Bool {
    switch self {
    case .group, .core: true
    default: false
    }
  }
}

/// Values by their mark, in the order in which the marks are met.
private func grouped<Value>(_ pairs: [(Mark, Value)]) -> [(Mark, [Value])] {
  var order: [Mark] = []
  var values: [Mark: [Value]] = [:]
  for (mark, value) in pairs {
    if values[mark] == nil { order.append(mark) }
    values[mark, default: []].append(value)
  }
  return order.map { ($0, values[$0] ?? []) }
}

// MARK: - Very many points

extension ScatterPlot {
  private static let mostDots = 8000

  /// One mark for all points within a few pixels, with the shape of the group that most of them
  /// are in.
  private func drawTogether(on page: inout SVGPage) {
    let dots = PointDots(chart, frame, most: Self.mostDots)
    for (mark, places) in grouped(dots.marks) {
      page.marks(
        places, mark.shape, radius: dots.side * 0.5, mark.style.foreground, name: mark.name)
    }
    nameGroups(on: &page)
  }
}

/// A grid finer than cells, and the mark of most points in each of its squares.
private struct PointDots {
  /// Of a square, in pixels.
  let side: Double
  private(set) var marks: [(Mark, Place)] = []

  init(_ chart: ScatterChart, _ frame: PlotFrame, most: Int) {
    let (width, height) = (
      Double(frame.area.width) * SVGPage.cell.width, Double(frame.area.height) * SVGPage.cell.height
    )
    side = max(4, (width * height / Double(most)).squareRoot())
    let columns = Int(width / side) + 2
    // The group that may be that of most, and by how many it leads: Boyer and Moore's vote.
    var votes = Array(
      repeating: (label: Int32.min, lead: 0), count: columns * (Int(height / side) + 2))
    let labels = chart.labels ?? []
    for (row, point) in chart.points.enumerated() {
      guard let place = frame.place(of: point) else { continue }
      let column = Int((place.x - Double(frame.area.x)) * SVGPage.cell.width / side)
      let line = Int((place.y - Double(frame.area.y)) * SVGPage.cell.height / side)
      let dot = line * columns + column
      guard votes.indices.contains(dot) else { continue }
      let label = row < labels.count ? Int32(clamping: max(-1, labels[row])) : -2
      if votes[dot].lead == 0 { votes[dot].label = label }
      votes[dot].lead += votes[dot].label == label ? 1 : -1
    }
    for (dot, vote) in votes.enumerated() where vote.label != .min {
      let place = Place(
        Double(frame.area.x) + (Double(dot % columns) + 0.5) * side / SVGPage.cell.width,
        Double(frame.area.y) + (Double(dot / columns) + 0.5) * side / SVGPage.cell.height)
      marks.append(
        (vote.label == -2 ? .point : vote.label < 0 ? .noise : .group(Int(vote.label)), place))
    }
  }
}
