// Do two cells of a grid touch: is a core point of one within eps of a core point of the other?
//
// Mostly one of the first pairs tried is near enough. What takes long is to find that two full
// cells at opposite sides of a gap do not touch, so in full cells only the points near the other
// cell's box are tried, and if these are many on both sides, a tree finds the pairs.

extension GridClusters {
  /// Up to this many pairs cost less to measure than to think about.
  private static let fewPairs = 1024

  /// Above this many a tree takes less time, building it included.
  private static let manyPairs = 1 << 20

  /// Whether a core point of one cell is within eps of a core point of the other.
  func touch(_ a: Int, _ b: Int) -> Bool {
    let pairs = grid.places(of: a).count * grid.places(of: b).count
    guard pairs > Self.fewPairs else {
      return grid.places(of: a).contains { isCore[$0] && isNearCore($0, of: b) }
    }
    let coresOfB = grid.places(of: b).filter { isCore[$0] }.map { grid.values[$0] }
    let coresOfA = grid.places(of: a).filter { isCore[$0] }.map { grid.values[$0] }
    let nearB = points(coresOfA, nearBoxOf: coresOfB)
    let nearA = points(coresOfB, nearBoxOf: nearB)
    return nearA.count * nearB.count > Self.manyPairs
      ? treeTouches(nearA, nearB)
      : nearB.contains { point in
        nearA.contains { CellGrid.squaredDistance($0, point) <= bound }
      }
  }

  /// Those points that are within eps of the box around others.
  private func points(
    _ points: [SIMD4<Double>], nearBoxOf others: [SIMD4<Double>]
  ) -> [SIMD4<Double>] {
    let low = others.reduce(SIMD4(repeating: .infinity)) { pointwiseMin($0, $1) }
    let high = others.reduce(SIMD4(repeating: -.infinity)) { pointwiseMax($0, $1) }
    return points.filter { point in
      // The nearest spot of the box: rounding keeps it no farther than any point in the box.
      CellGrid.squaredDistance(point, pointwiseMax(low, pointwiseMin(point, high))) <= bound
    }
  }

  private func treeTouches(_ a: [SIMD4<Double>], _ b: [SIMD4<Double>]) -> Bool {
    let d = points.dimensions
    let values = a.flatMap { point in (0..<d).map { point[$0] } }
    let tree = KDTree(Points(checked: values, dimensions: d))
    return b.contains { point in
      let features = (0..<d).map { point[$0] }
      return tree.hasAtLeast(1, within: bound, of: features.span)
    }
  }
}
