// Gaussian mixture: each cluster is a normal distribution, and a point belongs to all of them,
// to each in proportion to how likely it is there.
//
//     place k components
//     repeat
//       expect     each point shares itself out: the responsibility of a component for it is
//                  the component's share in the density at the point
//       maximize   each component takes the weight, mean and covariance of the points, counted
//                  by its responsibilities
//     until the likelihood hardly rises
//
// It maximizes the likelihood of the points, which no iteration lowers (Dempster, Laird and
// Rubin 1977). Where k-means sees balls of one size, a component may be long, tilted, small or
// rare; the covariance type says how free it is. Fewer parameters need fewer points: BIC and
// AIC weigh the likelihood against their number.
//
// A component that settles on a few equal points would have no volume and an infinite
// likelihood; the regularization, a variance added to each feature, keeps it from that.

/// A mixture of k normal distributions, fitted by expectation maximization.
///
///     let model = try GaussianMixture(k: 3, seed: 7).fit(points)
///     model.labels               // the likeliest of 0, 1, 2 for each point
///     model.responsibilities     // n × 3, each row with the sum 1
///
/// The same parameters give the same result on every platform and for every number of threads.
///
/// Dempster, Laird and Rubin 1977, https://doi.org/10.1111/j.2517-6161.1977.tb01600.x
public struct GaussianMixture: ClusteringMethod, Equatable {
  /// How the covariance matrices of the components are bound.
  public enum Covariance: String, CaseIterable, Codable, Sendable {
    /// Each component has its own: any ellipsoid.
    case full

    /// All components share one: the same ellipsoid everywhere.
    case tied

    /// Each its own, without covariances: ellipsoids along the axes.
    case diagonal

    /// Each has one variance for all features: balls.
    case spherical

    /// Whether features are taken as independent within a component.
    var isDiagonal: Bool { self == .diagonal || self == .spherical }
  }

  /// Where the components are at first.
  public enum Start: Sendable, Equatable {
    /// On the clusters of ``KMeans``: at the first start the best of ten runs, at each further
    /// one a single run.
    case kMeans

    /// At these k means (k × d) with these k weights, all with these d precisions, which are
    /// the inverse variances of the features. There is nothing to draw, so there is one run.
    case given(weights: [Double], means: Points, precisions: [Double])
  }

  /// The number of components.
  public let k: Int

  /// How the covariance matrices are bound.
  public let covariance: Covariance

  /// Where the components are at first.
  public let start: Start

  /// How many runs are made from different starts; the one with the highest likelihood is kept.
  public let restarts: Int

  /// The most iterations of one run.
  public let maxIterations: Int

  /// A run ends when an iteration changes the mean log-likelihood of a point by less than
  /// this. With 0 only `maxIterations` ends it.
  public let tolerance: Double

  /// Added to every variance, in squared units of the features.
  public let regularization: Double

  /// The seed of the starts.
  public let seed: UInt64

  /// How many threads share an iteration.
  public let threads: Int

  /// Describes the clustering; ``fit(_:while:)`` checks the parameters and runs it.
  public init(
    k: Int, covariance: Covariance = .full, start: Start = .kMeans, restarts: Int = 1,
    maxIterations: Int = 100, tolerance: Double = 1e-3, regularization: Double = 1e-6,
    seed: UInt64 = 0, threads: Int = 1
  ) {
    self.k = k
    self.covariance = covariance
    self.start = start
    self.restarts = restarts
    self.maxIterations = maxIterations
    self.tolerance = tolerance
    self.regularization = regularization
    self.seed = seed
    self.threads = threads
  }

  /// Finds k components in n × d points, in O(n · k · d²) for each iteration; O(n · k · d) for
  /// the diagonal and spherical types.
  ///
  /// - Parameter shouldContinue: Asked after every step of the k-means runs at the start, and after
  ///   every iteration; false stops the fit.
  /// - Throws: ``ClusteringError`` when a parameter is out of range, when k exceeds the number
  ///   of points, when a given start does not fit, when in every run a component collapsed
  ///   beyond what the regularization holds, or when the fit was stopped.
  public func fit(
    _ points: Points, while shouldContinue: (FitProgress) -> Bool = { _ in true }
  ) throws(ClusteringError) -> GaussianMixtureModel {
    try check(points)
    var progress = FitProgress(completed: 0, total: runs * maxIterations)
    var search = try states(of: points) { shouldContinue(progress) }.makeIterator()
    while try search.advance(while: { shouldContinue(progress) }) {
      progress = search.progress
      guard shouldContinue(progress) else { throw .cancelled }
    }
    return try search.result()
  }

  /// The same search, one iteration at a time; its last state is the result of
  /// ``fit(_:while:)``.
  ///
  /// - Throws: As ``fit(_:while:)``, at once, but for collapsed components, which are states.
  public func states(of points: Points) throws(ClusteringError) -> GaussianMixtureStates {
    try states(of: points) { true }
  }

  private func states(
    of points: Points, while shouldContinue: () -> Bool
  ) throws(ClusteringError) -> GaussianMixtureStates {
    try check(points)
    return try GaussianMixtureStates(parameters: self, points: points, while: shouldContinue)
  }
}
