// A line chart in words: where each series is highest and lowest, or that it only falls.

import Wording

extension LineChart {
  var sentences: [String] {
    if let told { return told }
    let told = series.filter { !$0.points.filter(\.hasPlace).isEmpty }
    guard !told.isEmpty else { return ["There are no values."] }
    var sentences = told.map(sentence(for:))
    if let markedX { sentences.append("Marked: \(at(markedX)).") }
    if let markedY { sentences.append("Marked: \(height(markedY)).") }
    return sentences
  }

  private var xName: String { xAxis.title.isEmpty ? "x" : xAxis.title }

  /// `k = 4`, or `rows = 72 %`.
  func at(_ x: Double) -> String { "\(xName) = \(xAxis.words(for: x))" }

  func height(_ y: Double) -> String {
    "\(yAxis.title.isEmpty ? "y" : yAxis.title) = \(yAxis.words(for: y))"
  }

  private func sentence(for series: Series) -> String {
    let points = series.points.filter(\.hasPlace)
    // The first of equals, so that a tie is always told the same way.
    guard let first = points.first, let last = points.last,
      let highest = points.max(by: { $0.y < $1.y }).flatMap({ top in
        points.first { $0.y == top.y }
      }), let lowest = points.min(by: { $0.y < $1.y })
    else { return "" }
    let pairs = zip(points, points.dropFirst())
    if highest.y == lowest.y {
      let place = points.count == 1 ? "at \(at(first.x))" : "everywhere"
      return "\(series.name) is \(yAxis.words(for: first.y)) \(place)."
    }
    if points.count > 2, pairs.allSatisfy({ $0.y < $1.y }) || pairs.allSatisfy({ $0.y > $1.y }) {
      let verb = first.y < last.y ? "rises" : "falls"
      return "\(series.name) \(verb) at every step, from \(yAxis.words(for: first.y)) at "
        + "\(at(first.x)) to \(yAxis.words(for: last.y)) at \(at(last.x))."
    }
    return "\(series.name) is highest \(place(of: highest, in: points)) and lowest "
      + "\(place(of: lowest, in: points))."
  }

  /// `at k = 4 (0.62)`, or `from k = 4 on (0.62)` where it stays there.
  private func place(of extreme: PlotPoint, in points: [PlotPoint]) -> String {
    let isRest = points.drop { $0.x != extreme.x }.allSatisfy { $0.y == extreme.y }
    let place = at(extreme.x)
    let stays = isRest && points.last?.x != extreme.x
    return "\(stays ? "from \(place) on" : "at \(place)") (\(yAxis.words(for: extreme.y)))"
  }

  /// One line for each x: `k 2: 0.41`, or `k 2: silhouette 0.41, inertia 30`. Of very many, a
  /// few from the first to the last.
  var plainLines: [String] {
    if let told { return told }
    let xs = Set(series.flatMap(\.points).map(\.x)).filter(\.isFinite).sorted()
    guard !xs.isEmpty else { return ["no values"] }
    let told = spread(xs)
    var values: [Double: [String]] = [:]
    for x in told { values[x] = [] }
    for one in series {
      let name = series.count == 1 ? "" : one.name + " "
      for point in one.points where values[point.x] != nil {
        values[point.x]?.append(name + yAxis.words(for: point.y))
      }
    }
    let notice = told.count < xs.count ? ["\(told.count) of \(counted(xs.count, "value")):"] : []
    return notice
      + told.map { x in
        "\(xName) \(xAxis.words(for: x)): \((values[x] ?? []).joined(separator: ", "))"
      }
  }

  /// At most 40 of the values, evenly from the first to the last, and the marked one.
  private func spread(_ xs: [Double]) -> [Double] {
    guard xs.count > 40 else { return xs }
    let chosen = Set((0...20).map { $0 * (xs.count - 1) / 20 })
    return xs.enumerated().filter { chosen.contains($0.offset) || $0.element == markedX }
      .map(\.element)
  }
}
