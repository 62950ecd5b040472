// The spanning tree, plainly: grow one tree from the first point (Prim 1957).
//
//     the tree is point 0
//     repeat n - 1 times
//       take the point outside whose edge to the tree is the least
//       see whether it offers those still outside a better edge
//
// It sees every pair of points once or twice: O(n² · d). The lightest edge that leaves a tree
// belongs to the minimum spanning tree, so each one taken is right.
//
// Prim 1957, https://doi.org/10.1002/j.1538-7305.1957.tb01515.x

extension SpanningTree {
  /// The plain way, O(n² · d).
  package static func prim(
    _ points: Points, minSamples: Int, while shouldContinue: (FitProgress) -> Bool = { _ in true }
  ) throws(ClusteringError) -> SpanningTree {
    let cores = squaredCores(points, minSamples: minSamples)
    var outside = Array(1..<points.count)
    var best = [SquaredEdge](repeating: .none, count: points.count)
    var edges: [SquaredEdge] = []
    var newest = 0
    while !outside.isEmpty {
      let progress = FitProgress(completed: edges.count, total: points.count - 1)
      guard shouldContinue(progress) else { throw .cancelled }
      for point in outside {
        best[point] = min(best[point], squaredEdge(newest, point, points, cores))
      }
      newest = outside.min { best[$0] < best[$1] } ?? newest
      outside.removeAll { $0 == newest }
      edges.append(best[newest])
    }
    return SpanningTree(squaredCores: cores, squaredEdges: edges)
  }

  private static func squaredEdge(
    _ i: Int, _ j: Int, _ points: Points, _ cores: [Double]
  ) -> SquaredEdge {
    let square = max(max(cores[i], cores[j]), squaredDistance(i, j, points))
    return SquaredEdge(square: square, a: Int32(i), b: Int32(j))
  }

  /// The squared distance of each point to its `minSamples`-th other.
  private static func squaredCores(_ points: Points, minSamples: Int) -> [Double] {
    let rank = min(minSamples, points.count - 1)
    guard rank > 0 else { return Array(repeating: 0, count: points.count) }
    return (0..<points.count).map { i in
      // The point itself is at 0, and so comes first.
      (0..<points.count).map { squaredDistance(i, $0, points) }.sorted()[rank]
    }
  }

  private static func squaredDistance(_ i: Int, _ j: Int, _ points: Points) -> Double {
    let values = points.values.span
    let d = points.dimensions
    return squaredEuclidean(
      values.extracting(i * d..<(i + 1) * d), values.extracting(j * d..<(j + 1) * d))
  }
}
