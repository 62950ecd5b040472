// Spectral clustering: cut a graph of similar points where it hangs together least.
//
//     join the points by edges, the heavier the more alike they are
//     normalized Laplacian L = I - D^-½ A D^-½        A the weights, D their sums
//     take the k eigenvectors of L with the smallest eigenvalues
//     each point becomes a row of k numbers; k-means finds the clusters of those
//
// An eigenvector with a small eigenvalue changes little along heavy edges: it is nearly constant
// on a group that hangs together, whatever its shape. If the graph falls into k parts, 0 is an
// eigenvalue k times, and the rows of a part are all the same. So half-moons and rings come
// apart, which no center could hold together.
//
// Shi and Malik 2000, https://doi.org/10.1109/34.868688; von Luxburg 2007,
// https://doi.org/10.1007/s11222-007-9033-z

/// Clustering by the graph of similar points.
///
///     let model = try SpectralClustering(k: 2, affinity: .gaussian(gamma: 20)).fit(points)
///     model.labels        // 0 or 1 for each point
///     model.eigenvalues   // near 0 for groups that hang together
public struct SpectralClustering: ClusteringMethod, Equatable {
  /// What joins two points.
  public enum Affinity: Sendable, Equatable {
    /// Every pair, with the weight exp(-gamma · d²) for the distance d: n² weights.
    case gaussian(gamma: Double)

    /// Each point and this many nearest, itself counted among them. An edge weighs 1 when both
    /// chose each other and ½ when one did.
    case nearestNeighbors(Int)
  }

  /// The number of clusters.
  public let k: Int

  /// What joins two points.
  public let affinity: Affinity

  /// How many runs of k-means are made on the eigenvectors.
  public let restarts: Int

  /// The most rounds of the search for eigenvectors.
  public let maxRounds: Int

  /// The seed of k-means.
  public let seed: UInt64

  /// How many threads share the work.
  public let threads: Int

  /// Describes the clustering; ``fit(_:while:)`` checks the parameters and runs it.
  public init(
    k: Int, affinity: Affinity = .nearestNeighbors(10), restarts: Int = 10, maxRounds: Int = 100,
    seed: UInt64 = 0, threads: Int = 1
  ) {
    self.k = k
    self.affinity = affinity
    self.restarts = restarts
    self.maxRounds = maxRounds
    self.seed = seed
    self.threads = threads
  }

  /// Finds k clusters in n × d points. O(n² · (d + k)) for each of some dozen steps with the
  /// Gaussian affinity, and O(n · m · k) with m nearest neighbors.
  ///
  /// - Parameter shouldContinue: Asked while the graph is made, after every product of a round,
  ///   and after every step of k-means; false stops the fit.
  /// - Throws: ``ClusteringError`` when a parameter is out of range, when k exceeds the number
  ///   of points, when there are too many points for the Gaussian affinity, or when the fit was
  ///   stopped.
  public func fit(
    _ points: Points, while shouldContinue: (FitProgress) -> Bool = { _ in true }
  ) throws(ClusteringError) -> SpectralModel {
    let start = FitProgress(completed: 0, total: maxRounds)
    var search = try search(points, count: k) { shouldContinue(start) }
    var progress = start
    while try search.advance(while: { shouldContinue(progress) }) {
      progress = search.progress
      guard shouldContinue(progress) else { throw .cancelled }
    }
    return try model(of: search) { shouldContinue(search.progress) }
  }

  /// The same fit, one round of the search for eigenvectors at a time; the last state holds the
  /// result of ``fit(_:while:)``.
  ///
  /// - Throws: As ``fit(_:while:)``, at once.
  public func states(of points: Points) throws(ClusteringError) -> SpectralStates {
    SpectralStates(parameters: self, search: try search(points, count: k) { true })
  }

  /// The `count` smallest eigenvalues of the Laplacian, ascending. The number of clusters that
  /// the graph suggests is the number of eigenvalues before the first wide gap.
  ///
  /// - Throws: As ``fit(_:while:)``.
  public func laplacianEigenvalues(
    of points: Points, count: Int
  ) throws(ClusteringError) -> [Double] {
    var search = try search(points, count: count) { true }
    while try search.advance() {}
    return search.laplacianEigenvalues
  }

  private func search(
    _ points: Points, count: Int, while shouldContinue: () -> Bool
  ) throws(ClusteringError) -> EigenvectorSearch {
    try KMeans(k: k, restarts: restarts, threads: threads).check(points)
    try require(clusters: count, of: points)
    try require(count: maxRounds, named: "maxRounds")
    let graph = try SimilarityGraph(
      points, affinity: affinity, threads: threads, while: shouldContinue)
    return try EigenvectorSearch(
      graph: graph, count: count, maxRounds: maxRounds, threads: threads, while: shouldContinue)
  }

  /// k-means on the rows of the eigenvectors.
  func model(
    of search: EigenvectorSearch, while shouldContinue: () -> Bool
  ) throws(ClusteringError) -> SpectralModel {
    let embedding = search.embedding
    let clusters = try KMeans(k: k, restarts: restarts, seed: seed, threads: threads)
      .fit(embedding) { _ in shouldContinue() }
    return SpectralModel(
      labels: clusters.labels, embedding: embedding, eigenvalues: search.laplacianEigenvalues,
      rounds: search.rounds, converged: search.isConverged,
      isolatedPoints: search.graph.isolatedCount)
  }
}

/// A clustering by the graph of similar points. It has no prediction: a new point would change
/// the graph.
public struct SpectralModel: LabeledModel {
  /// For each of the n points its cluster.
  public let labels: [Int]

  /// The eigenvectors, n × k, each point divided by the root of the sum of its weights: what
  /// k-means saw.
  public let embedding: Points

  /// The k smallest eigenvalues of the Laplacian, ascending, from 0 to 2.
  public let eigenvalues: [Double]

  /// The rounds of the search for eigenvectors; 0 when there were few points.
  public let rounds: Int

  /// Whether the eigenvectors came to rest before `maxRounds`.
  public let converged: Bool

  /// How many points are joined to no other.
  public let isolatedPoints: Int

  /// What looks unsuitable in this result, the gravest first.
  public var advice: [Advice] {
    (converged ? [] : [.notConverged(iterations: rounds)]) + Advice.on(labels: labels)
  }
}
