// What a scatter plot says about each group, for the legend, the sentences and the lines.

import Wording

struct Group {
  /// From 0; -1 for noise.
  let label: Int
  let points: [PlotPoint]

  var isNoise: Bool { label < 0 }
  var count: Int { points.count }
  var name: String { groupName(label) }

  /// The mean of the points that have a place.
  var mean: PlotPoint? {
    let placed = points.filter(\.isFinite)
    guard !placed.isEmpty else { return nil }
    // Each share is divided before it is added: the sum of huge values would overflow.
    let n = Double(placed.count)
    return PlotPoint(
      placed.reduce(0) { $0 + $1.x / n }, placed.reduce(0) { $0 + $1.y / n })
  }
}

extension ScatterChart {
  /// The groups in order of their labels, noise last; empty without labels.
  var groups: [Group] {
    guard let labels else { return [] }
    var members: [Int: [PlotPoint]] = [:]
    for (row, (point, label)) in zip(points, labels).enumerated()
    where work?.undecided.contains(row) != true {
      members[max(-1, label), default: []].append(point)
    }
    let order = members.keys.filter { $0 >= 0 }.sorted() + members.keys.filter { $0 < 0 }
    return order.map { Group(label: $0, points: members[$0] ?? []) }
  }
}

/// `(2.1, 24)`
func text(of point: PlotPoint) -> String {
  "(\(brief(point.x)), \(brief(point.y)))"
}

/// `from 2 to 31`
func extent(of values: [Double]) -> String {
  let finite = values.filter(\.isFinite)
  guard let low = finite.min(), let high = finite.max() else { return "without a number" }
  return low == high
    ? "always \(brief(low))" : "from \(brief(low)) to \(brief(high))"
}
