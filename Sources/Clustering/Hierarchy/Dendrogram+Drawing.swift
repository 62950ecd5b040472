// What a drawing of the tree needs, and how faithful the tree is to the distances.

extension Dendrogram {
  /// The points in an order in which no two branches of the drawn tree cross: the points of
  /// every cluster stand side by side, and of two halves the lower cluster comes first. Trees
  /// that are not finished follow each other. O(n).
  public var leafOrder: [Int] {
    var isPart = [Bool](repeating: false, count: pointCount + merges.count)
    for merge in merges {
      isPart[merge.a] = true
      isPart[merge.b] = true
    }
    var open = isPart.indices.reversed().filter { !isPart[$0] }
    var leaves: [Int] = []
    leaves.reserveCapacity(pointCount)
    while let cluster = open.popLast() {
      if cluster < pointCount {
        leaves.append(cluster)
      } else {
        open.append(merges[cluster - pointCount].b)
        open.append(merges[cluster - pointCount].a)
      }
    }
    return leaves
  }

  /// The correlation, over all pairs of points, of their distance with the height at which the
  /// tree joins them: 1 when the tree keeps all distances. Nil when the tree is not finished, or
  /// where there is none, as with all distances equal. O(n² · d).
  ///
  /// Sokal and Rohlf 1962, https://doi.org/10.2307/1217208
  ///
  /// - Parameter distance: The one that the tree was made with.
  /// - Throws: ``ClusteringError/labelCountMismatch(labels:expected:)`` when the points are not
  ///   as many as those of the tree.
  public func copheneticCorrelation(
    _ points: Points, distance: Distance = .euclidean
  ) throws(ClusteringError) -> Double? {
    guard points.count == pointCount else {
      throw .labelCountMismatch(labels: pointCount, expected: points.count)
    }
    guard pointCount > 1, merges.count == pointCount - 1 else { return nil }
    let places = leafOrder
    // What two points are joined at is the highest of the merges between neighbors from the
    // one to the other, along the order of the leaves.
    let heights = heightsBetweenLeaves(places)
    var pairs = Correlation()
    for first in places.indices {
      var height = 0.0
      for second in first + 1..<places.count {
        height = max(height, heights[second - 1])
        pairs.add(distance.between(places[first], places[second], in: points), height)
      }
    }
    return pairs.value
  }

  /// For each two neighbors in the order of the leaves the height at which they are joined.
  private func heightsBetweenLeaves(_ leaves: [Int]) -> [Double] {
    var last = [Int](repeating: 0, count: pointCount + merges.count)
    for (place, leaf) in leaves.enumerated() { last[leaf] = place }
    var heights = [Double](repeating: 0, count: leaves.count - 1)
    for (m, merge) in merges.enumerated() {
      heights[last[merge.a]] = merge.height
      last[pointCount + m] = last[merge.b]
    }
    return heights
  }
}

/// The correlation of pairs of numbers that come one by one (Welford 1962).
private struct Correlation {
  private var count = 0.0
  private var means = (x: 0.0, y: 0.0)
  private var sums = (xx: 0.0, xy: 0.0, yy: 0.0)

  mutating func add(_ x: Double, _ y: Double) {
    count += 1
    let (fromX, fromY) = (x - means.x, y - means.y)
    means.x += fromX / count
    means.y += fromY / count
    sums.xx += fromX * (x - means.x)
    sums.xy += fromX * (y - means.y)
    sums.yy += fromY * (y - means.y)
  }

  /// From -1 to 1; nil when one of the two never varies.
  var value: Double? {
    let spread = sums.xx.squareRoot() * sums.yy.squareRoot()
    guard spread > 0, spread.isFinite else { return nil }
    return max(-1, min(1, sums.xy / spread))
  }
}
