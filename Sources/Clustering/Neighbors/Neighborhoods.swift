// Who lies within a fixed radius of each point, for growing clusters step by step.

/// The neighborhoods of a fixed radius.
struct Neighborhoods: Sendable {
  let points: Points
  let radius: Double
  let distance: Distance
  private let tree: KDTree?
  private let bound: Double

  init(_ points: Points, within radius: Double, distance: Distance) {
    self.points = points
    self.radius = radius
    self.distance = distance
    tree = KDTree(points, distance: distance)
    bound = tree?.reduced.bound(for: radius) ?? radius
  }

  /// The points at most `radius` from point `i`, itself included, in ascending order when
  /// there is no tree, and in the tree's order otherwise.
  func neighbors(of i: Int) -> [Int] {
    if let tree {
      points.withRow(i) { tree.places(within: bound, of: $0).map { tree.order[$0] } }
    } else {
      allNeighbors(of: i, in: points, within: radius, distance: distance)
    }
  }
}

/// The plain way, O(n · d).
func allNeighbors(
  of i: Int, in points: Points, within radius: Double, distance: Distance
) -> [Int] {
  (0..<points.count).filter { distance.between(i, $0, in: points) <= radius }
}
