// From where to where some values reach. What has no place on an axis does not count: not a
// number, infinite, or beyond what the length of an axis could hold.

import Wording

struct Extent: Sendable, Equatable {
  private(set) var low = Double.infinity
  private(set) var high = -Double.infinity

  init() {}

  init(_ values: some Sequence<Double>) {
    for value in values { include(value) }
  }

  var isEmpty: Bool { low > high }

  mutating func include(_ value: Double) {
    guard value.magnitude <= Scale.largest else { return }
    if value < low { low = value }
    if value > high { high = value }
  }

  /// `from 2 to 31`
  var words: String {
    if isEmpty { return "without a number" }
    return low == high ? "always \(brief(low))" : "from \(brief(low)) to \(brief(high))"
  }
}

/// The extents of points in both directions; a point without a place counts in neither.
struct Extents {
  var x = Extent()
  var y = Extent()

  mutating func include(_ point: PlotPoint) {
    guard point.hasPlace else { return }
    x.include(point.x)
    y.include(point.y)
  }

  mutating func include(_ points: some Sequence<PlotPoint>) {
    for point in points { include(point) }
  }
}
