// k-medoids: k of the points stand for all, each for those that are nearest to it.
//
//     choose k points as medoids
//     repeat
//       swap a medoid for a point that is none, if that lowers the loss
//     until no swap does
//
// The loss is the sum of the distances from the points to their nearest medoids. Unlike a
// mean, a medoid exists: it can be shown as an example of its cluster. And nothing but
// distances is needed, of any kind, not squared, so that a far point pulls less.
//
// PAM (Kaufman and Rousseeuw 1990) looks at all n · k swaps and makes the best one. FasterPAM
// makes each swap that helps at once, and finds the best medoid to give up for a candidate in
// one look at the points instead of k (`SwapSearch.swift`): O(n²) a pass, and few passes.
//
// Schubert and Rousseeuw 2021, https://doi.org/10.1016/j.is.2021.101804

/// Clustering around k of the points.
///
///     let model = try KMedoids(k: 3).fit(points)
///     model.medoids   // the rows of three points
///     model.labels    // one of 0, 1, 2 for each point
public struct KMedoids: ClusteringMethod, Equatable {
  /// Which swap is made.
  public enum Algorithm: String, CaseIterable, Codable, Sendable {
    /// Any that lowers the loss, as soon as it is found.
    case fasterPAM

    /// The one that lowers the loss most: one swap a pass, as in the book of 1990.
    case pam
  }

  /// Where the search begins.
  public enum Start: Sendable, Equatable {
    /// One medoid after the other, each lowering the loss most: PAM's BUILD, O(n² · k).
    case build

    /// k different points, each equally likely. FasterPAM soon makes up for it.
    case random

    /// These k different rows.
    case given([Int])
  }

  /// The number of clusters.
  public let k: Int

  /// How far apart two points are.
  public let distance: Distance

  /// Which swap is made.
  public let algorithm: Algorithm

  /// Where the search begins.
  public let start: Start

  /// The most passes over the points, each looking at all candidates once.
  public let maxPasses: Int

  /// The seed of a random start.
  public let seed: UInt64

  /// How many threads measure distances and look at candidates.
  public let threads: Int

  /// Describes the clustering; ``fit(_:while:)`` checks the parameters and runs it.
  public init(
    k: Int, distance: Distance = .euclidean, algorithm: Algorithm = .fasterPAM,
    start: Start = .build, maxPasses: Int = 100, seed: UInt64 = 0, threads: Int = 1
  ) {
    self.k = k
    self.distance = distance
    self.algorithm = algorithm
    self.start = start
    self.maxPasses = maxPasses
    self.seed = seed
    self.threads = threads
  }

  /// Finds k clusters in n × d points, in O(n² · d) a pass at most, and O(n · (k + d)) memory.
  ///
  /// - Throws: ``ClusteringError`` when a parameter is out of range, when k exceeds the number
  ///   of points, when given rows are not k different ones, or when the fit was stopped.
  public func fit(
    _ points: Points, while shouldContinue: (FitProgress) -> Bool = { _ in true }
  ) throws(ClusteringError) -> KMedoidsModel {
    try fit(MedoidDistances(points, distance: distance), while: shouldContinue)
  }

  /// Finds k clusters of n objects of which only the distances are known; ``distance`` has no
  /// say then. O(n²) a pass.
  ///
  /// - Throws: As ``fit(_:while:)``.
  public func fit(
    matrix: DistanceMatrix, while shouldContinue: (FitProgress) -> Bool = { _ in true }
  ) throws(ClusteringError) -> KMedoidsModel {
    try fit(MedoidDistances(matrix), while: shouldContinue)
  }

  /// The same search, one swap at a time; its last state is the result of ``fit(_:while:)``.
  ///
  /// - Throws: As ``fit(_:while:)``, at once.
  public func states(of points: Points) throws(ClusteringError) -> KMedoidsStates {
    let distances = MedoidDistances(points, distance: distance)
    return KMedoidsStates(run: try run(distances, while: { _ in true }))
  }

  private func fit(
    _ distances: MedoidDistances, while shouldContinue: (FitProgress) -> Bool
  ) throws(ClusteringError) -> KMedoidsModel {
    var run = try run(distances, while: shouldContinue)
    while run.advance() != .finished {
      guard shouldContinue(run.progress) else { throw .cancelled }
    }
    return run.state.model
  }

  private func run(
    _ distances: MedoidDistances, while shouldContinue: (FitProgress) -> Bool
  ) throws(ClusteringError) -> MedoidRun {
    try check(count: distances.count)
    let assignment = try firstMedoids(distances, while: shouldContinue)
    return MedoidRun(parameters: self, distances: distances, assignment: assignment)
  }
}

/// A clustering around k of the points.
public struct KMedoidsModel: LabeledModel, Encodable {
  /// For each of the n points the index of its nearest medoid; the lowest on a tie.
  public let labels: [Int]

  /// The rows of the k medoids, ascending.
  public let medoids: [Int]

  /// The medoids themselves, k × d; nil when only distances were known.
  public let centers: Points?

  /// The sum of the distances from the points to their nearest medoids.
  public let loss: Double

  /// The swaps made.
  public let swaps: Int

  /// The passes over the points, the one included that found nothing to swap.
  public let passes: Int

  /// Whether no swap lowers the loss any more.
  public let converged: Bool

  let distance: Distance

  enum CodingKeys: CodingKey {
    case labels, medoids, centers, loss, swaps, passes, converged, distance
  }

  /// What looks unsuitable in this result, the gravest first.
  public var advice: [Advice] {
    var advice: [Advice] = []
    let used = Set(labels).count
    if used < medoids.count {
      // A medoid without points lies on another one.
      advice.append(.fewerDistinctPoints(clusters: medoids.count, distinct: used))
    }
    if !converged { advice.append(.notConverged(iterations: passes)) }
    return advice
  }

  /// The nearest medoid of each new point, in O(m · d · k) for m points.
  ///
  /// - Throws: ``ClusteringError/dimensionMismatch(expected:found:)``, or
  ///   ``ClusteringError/noPointsToCompare`` when only distances were known to the fit.
  public func predict(_ points: Points) throws(ClusteringError) -> [Int] {
    guard let centers else { throw .noPointsToCompare }
    try points.require(dimensions: centers.dimensions)
    return nearestMedoids(of: points, centers)
  }

  private func nearestMedoids(of points: Points, _ centers: Points) -> [Int] {
    let d = points.dimensions
    let (values, medoids) = (points.values.span, centers.values.span)
    return (0..<points.count).map { i in
      let point = values.extracting(i * d..<(i + 1) * d)
      var nearest = (medoid: 0, distance: Double.infinity)
      for m in 0..<centers.count {
        let measured = distance.between(point, medoids.extracting(m * d..<(m + 1) * d))
        if measured < nearest.distance { nearest = (m, measured) }
      }
      return nearest.medoid
    }
  }
}
