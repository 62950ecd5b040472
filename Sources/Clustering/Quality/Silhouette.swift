// The silhouette: is a point nearer to its own cluster than to the next one?
//
//     a   mean distance to the other points of its cluster
//     b   mean distance to the points of the nearest other cluster
//     s = (b - a) / max(a, b)
//
// Near 1 the point sits well inside, at 0 on the border, below 0 it would fit better next
// door. A point alone in its cluster gets 0. It sees every pair of points, hence O(n² · d).
//
// Rousseeuw 1987, https://doi.org/10.1016/0377-0427(87)90125-7

extension Quality {
  /// The mean silhouette of the points in clusters, from -1 to 1; higher is better. O(n² · d).
  ///
  /// - Parameters:
  ///   - noise: The label of points in no cluster, which are left out altogether; nil when
  ///     every label is a cluster.
  ///   - threads: How many threads share the work; the score is the same for any number.
  ///   - shouldContinue: Asked now and then; false stops.
  /// - Throws: ``ClusteringError/scoreUndefined(clusters:points:)`` unless there are 2 to n - 1
  ///   clusters, and ``ClusteringError/cancelled``.
  public static func silhouette(
    _ points: Points, labels: [Int], distance: Distance = .euclidean,
    noise: Int? = DBSCAN.noise, threads: Int = 1,
    while shouldContinue: (FitProgress) -> Bool = { _ in true }
  ) throws(ClusteringError) -> Double {
    let samples = try silhouetteSamples(
      points, labels: labels, distance: distance, noise: noise, threads: threads,
      while: shouldContinue
    ).compactMap { $0 }
    return samples.reduce(0, +) / Double(samples.count)
  }

  /// The silhouette of each of the n points, nil for noise. O(n² · d).
  ///
  /// - Throws: As ``silhouette(_:labels:distance:noise:threads:while:)``.
  public static func silhouetteSamples(
    _ points: Points, labels: [Int], distance: Distance = .euclidean,
    noise: Int? = DBSCAN.noise, threads: Int = 1,
    while shouldContinue: (FitProgress) -> Bool = { _ in true }
  ) throws(ClusteringError) -> [Double?] {
    try require(count: threads, named: "threads")
    let clusters = try grouping(points, labels: labels, noise: noise)
    return distance == .euclidean && hasManyPairs(clusters)
      ? try silhouettesInBlocks(points, clusters, threads: threads, while: shouldContinue)
      : try plainSilhouettes(points, clusters, distance, threads: threads, while: shouldContinue)
  }

  /// As ``silhouetteSamples(_:labels:distance:noise:threads:while:)``, the plain way.
  package static func plainSilhouetteSamples(
    _ points: Points, labels: [Int], noise: Int?
  ) throws(ClusteringError) -> [Double?] {
    try plainSilhouettes(
      points, try grouping(points, labels: labels, noise: noise), .euclidean, threads: 1
    ) { _ in true }
  }

  /// The plain way, point after point. `SilhouetteBlocks.swift` has the one for many points.
  static func plainSilhouettes(
    _ points: Points, _ clusters: Grouping, _ distance: Distance, threads: Int,
    while shouldContinue: (FitProgress) -> Bool
  ) throws(ClusteringError) -> [Double?] {
    let n = points.count
    return try inChunks(
      n, size: 16, threads: threads,
      while: { shouldContinue(FitProgress(completed: $0, total: n)) }
    ) { rows in
      rows.map { i -> Double? in
        guard let own = clusters.groups[i] else { return nil }
        let sums = distanceSums(from: i, points, clusters, distance)
        return silhouette(own: own, distanceSums: sums, counts: clusters.counts)
      }
    }.flatMap { $0 }
  }

  /// The sum of the distances from point `i` to the points of each cluster.
  private static func distanceSums(
    from i: Int, _ points: Points, _ clusters: Grouping, _ distance: Distance
  ) -> [Double] {
    let values = points.values.span
    let d = points.dimensions
    let point = values.extracting(i * d..<(i + 1) * d)
    var sums = [Double](repeating: 0, count: clusters.counts.count)
    for other in 0..<points.count {
      guard let group = clusters.groups[other] else { continue }
      sums[group] += distance.between(
        point, values.extracting(other * d..<(other + 1) * d))
    }
    return sums
  }

  static func silhouette(own: Int, distanceSums: [Double], counts: [Int]) -> Double {
    guard counts[own] > 1 else { return 0 }
    // The point is at 0 from itself, so it only has to be left out of the count.
    let a = distanceSums[own] / Double(counts[own] - 1)
    var b = Double.infinity
    for c in counts.indices where c != own {
      b = min(b, distanceSums[c] / Double(counts[c]))
    }
    return max(a, b) > 0 ? (b - a) / max(a, b) : 0
  }
}
