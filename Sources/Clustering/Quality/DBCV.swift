// DBCV: is each cluster denser inside than the gap around it?
//
// The other scores ask for round clusters. This one takes them in any shape, and asks how far
// one has to jump to get everywhere inside, and how far to get out:
//
//     core distance    of a point: (mean over the others in its cluster of (1 / distance)ᵈ)^(-1/d)
//     reachability     of two points: the largest of their distance and their core distances
//     sparseness       of a cluster: the heaviest edge inside its spanning tree
//     separation       of a cluster: the least reachability to the inside of another
//     validity         (separation - sparseness) / the larger of the two
//
// Inside the tree are the points with more than one edge, and the edges between those. A tree
// without such edges counts with all its edges, and a pair of points with both points. Core
// distances make many edges equally heavy; then the tree, and with it the score, may depend a
// little on the order of the rows.
//
// Moulavi, Jaskowiak, Campello, Zimek and Sander 2014,
// https://doi.org/10.1137/1.9781611973440.96

extension Quality {
  /// The density-based validity of a labeling, from -1 to 1; higher is better. Every cluster
  /// counts with its share of all n points: noise has no validity of its own, but the more of
  /// it there is, the nearer to 0 is the score. O(n² · d).
  ///
  /// - Parameters:
  ///   - noise: The label of points in no cluster; nil when every label is a cluster.
  ///   - shouldContinue: Asked now and then; false stops.
  /// - Throws: ``ClusteringError/scoreUndefined(clusters:points:)`` unless there are 2 to n - 1
  ///   clusters, ``ClusteringError/loneClusterPoint(label:)`` for a cluster of one point,
  ///   which has no density, and ``ClusteringError/cancelled``.
  public static func dbcv(
    _ points: Points, labels: [Int], noise: Int? = DBSCAN.noise,
    while shouldContinue: (FitProgress) -> Bool = { _ in true }
  ) throws(ClusteringError) -> Double {
    let validities = try clusterValidities(
      points, labels: labels, noise: noise, while: shouldContinue)
    let counts = Grouping(labels, noise: noise).counts
    return zip(counts, validities).reduce(0) { sum, cluster in
      sum + Double(cluster.0) / Double(points.count) * cluster.1
    }
  }

  /// The validity of each cluster, in ascending order of the labels, from -1 to 1. O(n² · d).
  ///
  /// - Throws: As ``dbcv(_:labels:noise:while:)``.
  public static func clusterValidities(
    _ points: Points, labels: [Int], noise: Int? = DBSCAN.noise,
    while shouldContinue: (FitProgress) -> Bool = { _ in true }
  ) throws(ClusteringError) -> [Double] {
    let grouping = try grouping(points, labels: labels, noise: noise)
    if let lone = grouping.counts.firstIndex(of: 1),
      let row = grouping.groups.firstIndex(of: lone)
    {
      throw .loneClusterPoint(label: labels[row])
    }
    var rows = [[Int]](repeating: [], count: grouping.counts.count)
    for (row, group) in grouping.groups.enumerated() {
      if let group { rows[group].append(row) }
    }
    // Each point is visited for its core distance, and then by the tree of its cluster.
    var clusters: [DenseCluster] = []
    var visits = 0
    for members in rows {
      let cluster = try DenseCluster(points.selecting(rows: members)) { completed in
        shouldContinue(FitProgress(completed: visits + completed, total: 2 * points.count))
      }
      visits += 2 * members.count
      clusters.append(cluster)
    }
    return clusters.indices.map { c in
      let others = clusters.indices.filter { $0 != c }
      let separation = others.map { clusters[c].reachability(of: clusters[$0]) }.min() ?? 0
      let larger = max(separation, clusters[c].sparseness)
      return larger > 0 ? (separation - clusters[c].sparseness) / larger : 0
    }
  }
}

/// One cluster of at least two points, as DBCV sees it.
private struct DenseCluster {
  let points: Points
  let coreDistances: [Double]
  /// The rows with more than one edge of the spanning tree; both rows of a pair.
  let inside: [Int]
  /// The heaviest edge between those, or of all when there is none.
  let sparseness: Double

  init(_ points: Points, while goesOn: (_ completed: Int) -> Bool) throws(ClusteringError) {
    self.points = points
    var cores: [Double] = []
    for row in points.indices {
      guard goesOn(row) else { throw .cancelled }
      cores.append(coreDistance(of: row, in: points))
    }
    coreDistances = cores
    let tree = try SpanningTree(points, squaredCores: cores.map { $0 * $0 }) {
      goesOn(points.count + $0)
    }
    var degrees = [Int](repeating: 0, count: points.count)
    for edge in tree.edges {
      degrees[edge.a] += 1
      degrees[edge.b] += 1
    }
    let inner = degrees.indices.filter { degrees[$0] > 1 }
    inside = inner.isEmpty ? Array(degrees.indices) : inner
    let innerEdges = tree.edges.filter { degrees[$0.a] > 1 && degrees[$0.b] > 1 }
    sparseness = (innerEdges.last ?? tree.edges.last)?.weight ?? 0
  }

  /// The least reachability between the insides of two clusters.
  func reachability(of other: DenseCluster) -> Double {
    var least = Double.infinity
    for a in inside {
      for b in other.inside {
        let cores = max(coreDistances[a], other.coreDistances[b])
        guard cores < least else { continue }
        least = min(least, max(cores, points.distance(of: a, to: b, in: other.points)))
      }
    }
    return least
  }
}

extension Points {
  fileprivate var indices: Range<Int> { 0..<count }

  fileprivate func distance(of i: Int, to j: Int, in others: Points) -> Double {
    withRow(i) { a in others.withRow(j) { b in squaredEuclidean(a, b) } }.squareRoot()
  }
}

/// The d-th root of the mean of the inverse distances to the power of d, inverted: between the
/// distance to the nearest and that to the farthest. 0 where another point is at the same spot.
private func coreDistance(of i: Int, in points: Points) -> Double {
  let others = points.indices.filter { $0 != i }
  let squares = others.map { j in
    points.withRow(i) { a in points.withRow(j) { b in squaredEuclidean(a, b) } }
  }
  guard let nearest = squares.min(), nearest > 0 else { return 0 }
  // Beside the nearest, no power is too large for a number.
  let mean =
    squares.reduce(0) { $0 + power((nearest / $1).squareRoot(), points.dimensions) }
    / Double(squares.count)
  return nearest.squareRoot() * exponential(-naturalLog(mean) / Double(points.dimensions))
}
