// Where the clusters of a labeling are, and how far their points are from there.
//
// Two passes over the points: one for the centroids, one for the distances to them. The rows
// are cut into chunks, and what the chunks find is added up in their order.

/// Centroids of k clusters, and the distances of their points from them.
struct ClusterSpreads {
  /// k × d.
  let centroids: Points

  /// Σ distance to the centroid, for each cluster.
  let distances: [Double]

  /// Σ squared distance to the centroid, for each cluster.
  let squares: [Double]

  /// Measures the clusters in O(n · d).
  init(_ points: Points, _ clusters: Grouping, threads: Int) {
    let centroids = Self.centroids(points, clusters, threads: threads)
    let chunks = inChunks(points.count, threads: threads) { rows in
      Self.spreads(points, clusters, rows: rows, centroids: centroids.span)
    }
    self.centroids = Points(checked: centroids, dimensions: points.dimensions)
    distances = sum(chunks.map(\.distances))
    squares = sum(chunks.map(\.squares))
  }

  /// The means, from differences to the first point: far from the origin they keep their digits.
  private static func centroids(
    _ points: Points, _ clusters: Grouping, threads: Int
  ) -> [Double] {
    let d = points.dimensions
    let origin = points.row(0)
    let chunks = inChunks(points.count, threads: threads) { rows in
      memberSums(points, clusters, rows: rows, from: origin.span)
    }
    let sums = sum(chunks)
    return sums.indices.map { origin[$0 % d] + sums[$0] / Double(clusters.counts[$0 / d]) }
  }

  private static func memberSums(
    _ points: Points, _ clusters: Grouping, rows: Range<Int>, from origin: Span<Double>
  ) -> [Double] {
    let d = points.dimensions
    let (values, groups) = (points.values.span, clusters.groups.span)
    var storage = [Double](repeating: 0, count: clusters.counts.count * d)
    var sums = storage.mutableSpan
    for i in rows {
      guard let c = groups[i] else { continue }
      let point = values.extracting(i * d..<(i + 1) * d)
      for j in 0..<d { sums[c * d + j] += point[j] - origin[j] }
    }
    return storage
  }

  private static func spreads(
    _ points: Points, _ clusters: Grouping, rows: Range<Int>, centroids: Span<Double>
  ) -> (distances: [Double], squares: [Double]) {
    let d = points.dimensions
    let (values, groups) = (points.values.span, clusters.groups.span)
    var distances = [Double](repeating: 0, count: clusters.counts.count)
    var squares = distances
    for i in rows {
      guard let c = groups[i] else { continue }
      let square = squaredEuclidean(
        values.extracting(i * d..<(i + 1) * d), centroids.extracting(c * d..<(c + 1) * d))
      squares[c] += square
      distances[c] += square.squareRoot()
    }
    return (distances, squares)
  }
}

/// The sums of the places of equally long lists, in the order of the lists.
private func sum(_ lists: [[Double]]) -> [Double] {
  lists.dropFirst().reduce(into: lists.first ?? []) { sums, list in
    for place in sums.indices { sums[place] += list[place] }
  }
}
