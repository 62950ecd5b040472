// How good is a clustering, told from the points alone.
//
//     inertia             Σ squared distance to the own center     lower, but always falls with k
//     silhouette          own cluster against the next, -1 ... 1   higher
//     Davies–Bouldin      spread against separation                lower
//     Calinski–Harabasz   variance between against within          higher
//
// None of them knows the truth: each rewards round clusters of its own kind, and each gives a
// figure for pure noise too. Points labeled as noise are in no cluster: they are left out,
// and neither raise nor lower a score. So look at the number of noise points beside it.

/// Scores of a labeling from the points alone. Labels may be any integers.
public enum Quality {
  /// The sum of squared distances from n points to the centers (k × d) of their labels. O(n · d).
  ///
  /// - Throws: ``ClusteringError`` when the shapes do not fit or a label names no center.
  public static func inertia(
    _ points: Points, labels: [Int], centers: Points
  ) throws(ClusteringError) -> Double {
    try points.require(labels: labels)
    try points.require(dimensions: centers.dimensions)
    if let label = labels.first(where: { !(0..<centers.count).contains($0) }) {
      throw .unknownLabel(label: label, clusters: centers.count)
    }
    return squaredErrors(points, labels: labels, centers: centers.values)
  }

  /// The share of each of the d features in the sum of all squared Euclidean distances between
  /// points, which is its share of the variance. The shares sum up to 1; they are all 0 when
  /// all points are equal. A feature with a share near 1 decides alone what is near. O(n · d).
  ///
  /// - Throws: ``ClusteringError/noPoints``.
  public static func distanceShare(_ points: Points) throws(ClusteringError) -> [Double] {
    try points.requireSome()
    let variances = featureMoments(points).variances
    let total = variances.reduce(0, +)
    return variances.map { total > 0 ? $0 / total : 0 }
  }

  /// The mean of the ratios (s + t) / distance of centroids, for each cluster with its most
  /// similar other one; s and t are the mean distances to the centroid. Lower is better, 0 the
  /// best; infinite when two clusters that spread have the same centroid. O(n · d + k² · d).
  ///
  /// Davies and Bouldin 1979, https://doi.org/10.1109/TPAMI.1979.4766909
  ///
  /// - Throws: ``ClusteringError/scoreUndefined(clusters:points:)`` unless there are 2 to n - 1
  ///   clusters.
  public static func daviesBouldin(
    _ points: Points, labels: [Int], noise: Int? = DBSCAN.noise, threads: Int = 1
  ) throws(ClusteringError) -> Double {
    try require(count: threads, named: "threads")
    let clusters = try grouping(points, labels: labels, noise: noise)
    let found = ClusterSpreads(points, clusters, threads: threads)
    let spreads = zip(found.distances, clusters.counts).map { $0 / Double($1) }
    let worstRatios = spreads.indices.map { a in
      spreads.indices.filter { $0 != a }.reduce(0) { worst, b in
        let spread = spreads[a] + spreads[b]
        let separation = Distance.euclidean.between(a, b, in: found.centroids)
        return max(worst, spread == 0 ? 0 : spread / separation)
      }
    }
    return worstRatios.reduce(0, +) / Double(worstRatios.count)
  }

  /// The variance between clusters over the variance within: (B / (k - 1)) / (W / (n - k)).
  /// Higher is better; 1 when there is no variance within. O(n · d).
  ///
  /// Caliński and Harabasz 1974, https://doi.org/10.1080/03610927408827101
  ///
  /// - Throws: ``ClusteringError/scoreUndefined(clusters:points:)`` unless there are 2 to n - 1
  ///   clusters.
  public static func calinskiHarabasz(
    _ points: Points, labels: [Int], noise: Int? = DBSCAN.noise, threads: Int = 1
  ) throws(ClusteringError) -> Double {
    try require(count: threads, named: "threads")
    let clusters = try grouping(points, labels: labels, noise: noise)
    let found = ClusterSpreads(points, clusters, threads: threads)
    let within = found.squares.reduce(0, +)
    let between = squaresBetween(found.centroids, counts: clusters.counts)
    let (n, k) = (Double(clusters.memberCount), Double(clusters.counts.count))
    return within > 0 ? (between / (k - 1)) / (within / (n - k)) : 1
  }

  /// Σ count · squared distance of the centroid to the mean of all the points.
  private static func squaresBetween(_ centroids: Points, counts: [Int]) -> Double {
    let origin = centroids.row(0)
    let n = Double(counts.reduce(0, +))
    let mean = origin.indices.map { j in
      // From differences, so that little is lost far from the origin.
      origin[j]
        + counts.indices.reduce(0) { $0 + Double(counts[$1]) * (centroids[$1, j] - origin[j]) } / n
    }
    return counts.indices.reduce(0) { sum, c in
      let centroid = centroids.row(c)
      return sum + Double(counts[c]) * squaredEuclidean(centroid.span, mean.span)
    }
  }

  /// The clusters of a labeling that a score can compare.
  static func grouping(
    _ points: Points, labels: [Int], noise: Int?
  ) throws(ClusteringError) -> Grouping {
    try points.require(labels: labels)
    let clusters = Grouping(labels, noise: noise)
    let (k, n) = (clusters.counts.count, clusters.memberCount)
    guard k >= 2, k < n else { throw .scoreUndefined(clusters: k, points: n) }
    return clusters
  }
}
