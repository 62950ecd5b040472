// What a scatter plot says about each group, for the legend, the sentences and the lines. All of
// it comes from one walk over the points, so that a million of them cost a few milliseconds.

import Wording

struct Group {
  /// From 0; -1 for noise.
  let label: Int
  private(set) var count = 0
  private(set) var extents = Extents()
  private var placed = 0
  private var sum = (x: 0.0, y: 0.0)

  init(label: Int) { self.label = label }

  var isNoise: Bool { label < 0 }
  var name: String { groupName(label) }

  mutating func add(_ point: PlotPoint) {
    count += 1
    guard point.hasPlace else { return }
    extents.include(point)
    placed += 1
    // No sum can overflow: what has a place is far below the largest number.
    sum.x += point.x
    sum.y += point.y
  }

  /// The mean of the points that have a place.
  var mean: PlotPoint? {
    placed == 0 ? nil : PlotPoint(sum.x / Double(placed), sum.y / Double(placed))
  }
}

extension ScatterChart {
  /// The groups in order of their labels, noise last; empty without labels.
  var groups: [Group] {
    guard let labels else { return [] }
    var groups = GroupCollection()
    for row in 0..<min(points.count, labels.count) {
      if let work, work.undecided.contains(row) { continue }
      groups.add(points[row], to: max(-1, labels[row]))
    }
    return groups.inOrder
  }
}

/// Groups as they are met.
private struct GroupCollection {
  /// Labels are small numbers as a rule; others are looked up.
  private static let usual = 1024

  private var groups: [Group] = []
  private var usual = Array(repeating: -1, count: Self.usual + 1)
  private var others: [Int: Int] = [:]

  mutating func add(_ point: PlotPoint, to label: Int) {
    var place = label < Self.usual ? usual[label + 1] : others[label] ?? -1
    if place < 0 {
      place = groups.count
      groups.append(Group(label: label))
      if label < Self.usual { usual[label + 1] = place } else { others[label] = place }
    }
    groups[place].add(point)
  }

  var inOrder: [Group] {
    let noise = groups.filter(\.isNoise)
    return groups.filter { !$0.isNoise }.sorted { $0.label < $1.label } + noise
  }
}

/// `(2.1, 24)`
func text(of point: PlotPoint) -> String {
  "(\(brief(point.x)), \(brief(point.y)))"
}
