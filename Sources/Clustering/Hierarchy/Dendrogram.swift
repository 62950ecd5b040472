// The tree that agglomerative clustering leaves, and how it is cut into clusters.
//
// Cutting at a height undoes every merge above it. A long stretch without a merge is a good
// place to cut: there the clusters are far apart beside the spread inside them.

/// A tree of merges over n points.
public struct Dendrogram: Sendable, Equatable {
  /// Two clusters that became one. Clusters 0 ..< n are the points; merge number m makes
  /// cluster n + m.
  public struct Merge: Sendable, Equatable {
    /// The cluster with the lower number.
    public let a: Int

    /// The cluster with the higher number.
    public let b: Int

    /// How far apart the two were, in the unit of the distance.
    public let height: Double

    /// How many points the new cluster has.
    public let size: Int
  }

  /// The number of points, n.
  public let pointCount: Int

  /// The merges, lowest first: n - 1 of them in a finished tree.
  public let merges: [Merge]

  /// The labels when the tree is cut into `k` clusters, numbered by their first point. O(n).
  ///
  /// - Throws: ``ClusteringError/clusterCountOutOfRange(clusters:points:)``.
  public func labels(clusters k: Int) throws(ClusteringError) -> [Int] {
    guard (1...max(pointCount, 1)).contains(k), k >= pointCount - merges.count else {
      throw .clusterCountOutOfRange(clusters: k, points: pointCount)
    }
    return labels(afterMerges: pointCount - k)
  }

  /// The labels when every merge of at most this height is kept, numbered by their first
  /// point. O(n).
  public func labels(below height: Double) -> [Int] {
    labels(afterMerges: merges.count { $0.height <= height })
  }

  private func labels(afterMerges count: Int) -> [Int] {
    // From the last merge down, each cluster hands its number to its two halves.
    var group = Array(0..<pointCount + count)
    for m in (0..<count).reversed() {
      group[merges[m].a] = group[pointCount + m]
      group[merges[m].b] = group[pointCount + m]
    }
    var numbers = [Int?](repeating: nil, count: group.count)
    var used = 0
    return (0..<pointCount).map { point in
      if let number = numbers[group[point]] { return number }
      numbers[group[point]] = used
      used += 1
      return used - 1
    }
  }
}
