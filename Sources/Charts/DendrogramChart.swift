// A tree of merges: which clusters became one, and at what height.

/// Clusters 0 ..< `leafCount` are the leaves; merge number m makes cluster `leafCount` + m.
package struct DendrogramChart: Sendable, Equatable {
  package struct Merge: Sendable, Equatable {
    package let a: Int
    package let b: Int
    package let height: Double

    package init(_ a: Int, _ b: Int, height: Double) {
      (self.a, self.b, self.height) = (a, b, height)
    }
  }

  /// The leaves from left to right, in an order in which no branches cross.
  package var leaves: [Int]
  /// The lowest first.
  package var merges: [Merge]
  /// The group of each leaf by its number, -1 where it is in none.
  package var labels: [Int]
  /// The height at which the tree is cut into these groups.
  package var cut: Double?
  /// The height of the highest merge there will be, so that the axis stays while the tree grows.
  package var tallest: Double
  package var yAxis: Axis

  package init(
    leaves: [Int], merges: [Merge], labels: [Int], cut: Double? = nil, tallest: Double,
    yAxis: Axis
  ) {
    self.leaves = leaves
    self.merges = merges
    self.labels = labels
    self.cut = cut
    self.tallest = tallest
    self.yAxis = yAxis
  }

  /// How many trees stand side by side.
  var treeCount: Int { leaves.count - merges.count }
}
