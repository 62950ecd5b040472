// Where a mixture begins: the door at which its parameters are checked, and the first
// components.
//
// Iterations mend borders, but they seldom move a component to another group: when k-means has
// split one group and joined two, so does the mixture. The best of several runs of k-means is
// a better start at less cost than several runs of the mixture; of those that are asked for
// nevertheless, the others begin at a single run each, so that they differ.

extension GaussianMixture {
  /// Refuses parameters that cannot run on these points.
  func check(_ points: Points) throws(ClusteringError) {
    try require(clusters: k, of: points)
    try require(count: restarts, named: "restarts")
    try require(count: maxIterations, named: "maxIterations")
    try require(count: threads, named: "threads")
    try require(notNegative: tolerance, named: "tolerance")
    try require(notNegative: regularization, named: "regularization")
    if case .given(let weights, let means, let precisions) = start {
      try means.require(dimensions: points.dimensions)
      try checkStart(weights, means, precisions)
    }
  }

  private func checkStart(
    _ weights: [Double], _ means: Points, _ precisions: [Double]
  ) throws(ClusteringError) {
    guard means.count == k, weights.count == k else {
      throw .invalidParameter(
        name: "start",
        value: "\(counted(weights.count, "weight")) and \(counted(means.count, "mean"))",
        allowed: "\(k) of each, as k is")
    }
    guard precisions.count == means.dimensions else {
      throw .dimensionMismatch(expected: means.dimensions, found: precisions.count)
    }
    for weight in weights { try require(positive: weight, named: "a weight of the start") }
    for precision in precisions {
      try require(positive: precision, named: "a precision of the start")
    }
  }

  /// How many runs the search makes.
  var runs: Int {
    if case .given = start { 1 } else { restarts }
  }

  /// The run number `restart`, before its first iteration. It takes over the grouping of the
  /// points from an earlier run.
  func run(
    _ restart: Int, of points: Points, grouped: MixturePoints? = nil,
    while shouldContinue: () -> Bool = { true }
  ) throws(ClusteringError) -> ExpectationMaximization {
    let mixture = try firstMixture(of: points, restart: restart, while: shouldContinue)
    return ExpectationMaximization(
      parameters: self, points: points,
      grouped: grouped ?? MixturePoints(points, near: mixture.means), mixture: mixture)
  }

  /// How many runs of k-means the first start is the best of.
  static let runsOfKMeans = 10

  /// The first components of run number `restart`. Each run has its own stream of the seed.
  private func firstMixture(
    of points: Points, restart: Int, while shouldContinue: () -> Bool
  ) throws(ClusteringError) -> Mixture {
    switch start {
    case .given(let weights, let means, let precisions):
      return givenMixture(weights, means, variances: precisions.map { 1 / $0 })
    case .kMeans:
      var generator = SeededGenerator(seed: seed, stream: UInt64(restart))
      let kMeans = KMeans(
        k: k, restarts: restart == 0 ? Self.runsOfKMeans : 1, seed: generator.next(),
        threads: threads)
      return mixture(of: try kMeans.fit(points) { _ in shouldContinue() }, in: points)
    }
  }

  private func givenMixture(
    _ weights: [Double], _ means: Points, variances: [Double]
  ) -> Mixture {
    let d = means.dimensions
    let total = weights.reduce(0, +)
    let matrix = (0..<d * d).map { $0 / d == $0 % d ? variances[$0 % d] : 0 }
    let covariances: [Double] =
      switch covariance {
      case .full: (0..<k).flatMap { _ in matrix }
      case .tied: matrix
      case .diagonal: (0..<k).flatMap { _ in variances }
      case .spherical: Array(repeating: variances.reduce(0, +) / Double(d), count: k)
      }
    return Mixture(
      covariance: covariance, dimensions: d, weights: weights.map { $0 / total },
      means: means.values, covariances: covariances)
  }

  /// An M step in which each point belongs to its cluster alone.
  private func mixture(of clusters: KMeansModel, in points: Points) -> Mixture {
    let (d, values) = (points.dimensions, points.values.span)
    var statistics = MixtureStatistics(
      around: clusters.centers.values, dimensions: d, isDiagonal: covariance.isDiagonal)
    for i in 0..<points.count {
      statistics.add(
        values.extracting(i * d..<(i + 1) * d), to: clusters.labels[i], responsibility: 1)
    }
    return Mixture(statistics, covariance: covariance, regularization: regularization)
  }
}
