// The graph of similar points, as the matrix M = D^-½ A D^-½.
//
// Its eigenvectors are those of the Laplacian L = I - M, its largest eigenvalues belong to the
// smallest of L, and all of them lie between -1 and 1. It is only ever multiplied with vectors,
// eight at once (a panel), so A is kept as it is and the roots are multiplied before and after
// (`GraphProducts.swift`).

/// A symmetric graph of n points with weights from 0 up.
package struct SimilarityGraph: Sendable {
  let count: Int

  /// D^-½: 1 over the root of the sum of the weights of each point; 0 for a point without edges,
  /// which is a part of its own and has the eigenvalue 1.
  let scales: [Double]

  /// No eigenvalue of M is below this.
  let least: Double

  let weights: Weights

  /// M once more, in 32 bits, where that saves time.
  private(set) var rough: RoughMatrix?

  enum Weights: Sendable {
    case dense(WeightMatrix)
    /// The columns and values of row i stand at `starts[i] ..< starts[i + 1]`.
    case sparse(starts: [Int], columns: [Int], values: [Double])
  }

  /// A point whose weights add up to less has no edges to speak of, and scaling it up again would
  /// only ask for trouble.
  private static let leastDegree = 1e-100

  private init(degrees: [Double], weights: Weights, least: (_ leastDegree: Double) -> Double) {
    count = degrees.count
    scales = degrees.map { $0 < Self.leastDegree ? 0 : 1 / $0.squareRoot() }
    self.weights = weights
    self.least = least(degrees.filter { $0 >= Self.leastDegree }.min() ?? 1)
  }

  /// How many points have no edges.
  var isolatedCount: Int { scales.count { $0 == 0 } }

  /// The length of a panel and of a dense row: n, filled up to a multiple of eight.
  var paddedCount: Int { (count + 7) / 8 * 8 }
}

// MARK: - Building

extension SimilarityGraph {
  /// Joins the points.
  package init(
    _ points: Points, affinity: SpectralClustering.Affinity, threads: Int,
    while shouldContinue: () -> Bool = { true }
  ) throws(ClusteringError) {
    switch affinity {
    case .gaussian(let gamma):
      try require(positive: gamma, named: "gamma")
      guard points.count <= DistanceMatrix.largestCount else {
        throw .tooManyPoints(points.count, largest: DistanceMatrix.largestCount)
      }
      let weights = try gaussianWeights(
        of: points, gamma: gamma, threads: threads, while: shouldContinue)
      self.init(gaussian: weights, threads: threads)
    case .nearestNeighbors(let count):
      try require(count: count, named: "neighbors")
      guard count > 1, points.count > 1 else {
        self.init(neighbors: Array(repeating: [], count: points.count))
        return
      }
      let search = try NearestNeighbors(points)
      self.init(neighbors: try search.nearestOfAll(count - 1, threads: threads).map(\.rows))
    }
  }

  private init(gaussian weights: WeightMatrix, threads: Int) {
    // The Gaussian kernel has no eigenvalue below 0. Taking 1 off its diagonal shifts them by
    // -1, and dividing by the sums makes that -1 / the least sum at most.
    self.init(degrees: weights.sums(threads: threads), weights: .dense(weights)) {
      max(-1, -1 / $0)
    }
    rough = RoughMatrix(weights, scales: scales, threads: threads)
  }

  /// Edges to the neighbors of each point: ½ for each end that chose the other.
  private init(neighbors: [[Int]]) {
    var rows = neighbors.map { $0.map { (column: $0, value: 0.5) } }
    for (i, chosen) in neighbors.enumerated() {
      for j in chosen { rows[j].append((i, 0.5)) }
    }
    var starts = [0]
    var (columns, values) = ([Int](), [Double]())
    for row in rows {
      for edge in row.sorted(by: { $0.column < $1.column }) {
        if columns.count > starts[starts.count - 1], columns.last == edge.column {
          values[values.count - 1] += edge.value
        } else {
          columns.append(edge.column)
          values.append(edge.value)
        }
      }
      starts.append(columns.count)
    }
    let degrees = rows.map { $0.reduce(0) { $0 + $1.value } }
    self.init(
      degrees: degrees, weights: .sparse(starts: starts, columns: columns, values: values)
    ) { _ in -1 }
  }
}
