// Bisecting k-means: one cluster, cut in two again and again.
//
//     all points are one cluster
//     until there are k
//       take the cluster with the largest inertia
//       cut it in two with 2-means
//
// Each cut only looks at the points of one cluster, so where the halves are about equal k
// clusters take some log k passes and not k. The cuts form a tree, which also says where a new
// point belongs. A cut is never taken back: a group that the first cut went through stays in two.
//
// Steinbach, Karypis and Kumar 2000, https://hdl.handle.net/11299/215421

/// K-means that splits the largest cluster until there are k.
///
///     let model = try BisectingKMeans(k: 3, seed: 7).fit(points)
///     model.labels   // one of 0, 1, 2 for each point
public struct BisectingKMeans: ClusteringMethod, Equatable {
  /// The number of clusters.
  public let k: Int

  /// How many cuts of a cluster are tried; the one with the lowest inertia is made.
  public let restarts: Int

  /// The most times that a cut may assign and update.
  public let maxIterations: Int

  /// When a cut comes to rest, as ``KMeans/tolerance``.
  public let tolerance: Double

  /// The seed of the cuts.
  public let seed: UInt64

  /// How many threads share a large assignment.
  public let threads: Int

  /// Describes the clustering; ``fit(_:while:)`` checks the parameters and runs it.
  public init(
    k: Int, restarts: Int = 1, maxIterations: Int = 300, tolerance: Double = 1e-4,
    seed: UInt64 = 0, threads: Int = 1
  ) {
    self.k = k
    self.restarts = restarts
    self.maxIterations = maxIterations
    self.tolerance = tolerance
    self.seed = seed
    self.threads = threads
  }

  /// Finds k clusters in n × d points, fewer when there are fewer distinct points. O(n · d) for
  /// each iteration of a cut.
  ///
  /// - Parameter shouldContinue: Asked after every step of a cut; false stops the fit.
  /// - Throws: ``ClusteringError`` when a parameter is out of range, when k exceeds the number
  ///   of points, or when the fit was stopped.
  public func fit(
    _ points: Points, while shouldContinue: (FitProgress) -> Bool = { _ in true }
  ) throws(ClusteringError) -> BisectingKMeansModel {
    var cuts = try cuts(of: points)
    while try cuts.advance(while: shouldContinue) {}
    return cuts.model
  }

  /// The same fit, one cut at a time: the models of 1, 2, … k clusters. The last one is the
  /// result of ``fit(_:while:)``.
  ///
  /// - Throws: As ``fit(_:while:)``, at once.
  public func states(of points: Points) throws(ClusteringError) -> BisectingKMeansStates {
    BisectingKMeansStates(cuts: try cuts(of: points))
  }

  private func cuts(of points: Points) throws(ClusteringError) -> Bisection {
    try bisector(seed: seed).check(points)
    try require(clusters: k, of: points)
    return Bisection(parameters: self, points: points)
  }

  /// What makes one cut.
  func bisector(seed: UInt64, clusters: Int = 1) -> KMeans {
    KMeans(
      k: clusters, restarts: restarts, maxIterations: maxIterations, tolerance: tolerance,
      seed: seed, threads: threads)
  }
}

/// A clustering from cuts in two.
public struct BisectingKMeansModel: LabeledModel {
  /// One cluster cut in two.
  public struct Cut: Sendable, Equatable {
    /// The cluster that was cut. Points nearer to the second center leave it and form the next
    /// new cluster; the others, and those in the middle, stay.
    public let cluster: Int

    /// The two centers, 2 × d.
    public let centers: Points
  }

  /// For each of the n points its cluster.
  public let labels: [Int]

  /// The centers, one for each cluster: k × d, or fewer.
  public let centers: Points

  /// The sum of squared distances from the points to their centers.
  public let inertia: Double

  /// The cuts in the order in which they were made. The cut number i makes cluster i + 1.
  public let cuts: [Cut]

  let clustersAskedFor: Int

  /// What looks unsuitable in this result, the gravest first.
  public var advice: [Advice] {
    guard centers.count < clustersAskedFor else { return [] }
    return [.fewerDistinctPoints(clusters: clustersAskedFor, distinct: centers.count)]
  }

  /// The cluster of each new point: down the tree, at each cut to the nearer center. O(m · d · k)
  /// at most for m points.
  ///
  /// - Throws: ``ClusteringError/dimensionMismatch(expected:found:)``.
  public func predict(_ points: Points) throws(ClusteringError) -> [Int] {
    try points.require(dimensions: centers.dimensions)
    let (values, d) = (points.values.span, points.dimensions)
    return (0..<points.count).map { i in
      let point = values.extracting(i * d..<(i + 1) * d)
      var cluster = 0
      for (number, cut) in cuts.enumerated() where cut.cluster == cluster {
        let isFirst = nearestCenter(to: point, among: cut.centers.values.span) == 0
        cluster = isFirst ? cluster : number + 1
      }
      return cluster
    }
  }
}
