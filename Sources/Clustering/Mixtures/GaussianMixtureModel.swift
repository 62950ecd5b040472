// What a mixture says of points: which component, how surely, and how likely they are.

/// k normal distributions with weights.
public struct GaussianMixtureModel: LabeledModel {
  /// For each of the n points its likeliest component; the lowest on a tie.
  public let labels: [Int]

  /// The soft assignment, n × k: the probability that the point is from the component. Each
  /// row has the sum 1.
  public let responsibilities: Points

  /// Σ log density over the points of the fit, in nats.
  public let logLikelihood: Double

  /// The iterations made.
  public let iterations: Int

  /// Whether the run came to rest before `maxIterations`.
  public let converged: Bool

  let mixture: Mixture
  let density: MixtureDensity

  init(_ run: ExpectationMaximization) throws(MixtureDensity.Singular) {
    mixture = run.mixture
    density = try MixtureDensity(run.mixture)
    let assessment = density.assess(run.points, threads: run.parameters.threads)
    labels = assessment.labels
    responsibilities = assessment.responsibilities
    logLikelihood = assessment.logDensities.reduce(0, +)
    iterations = run.iteration
    converged = run.converged
  }

  /// Equal components that give equal labels.
  public static func == (a: Self, b: Self) -> Bool {
    a.mixture == b.mixture && a.labels == b.labels && a.responsibilities == b.responsibilities
      && a.logLikelihood == b.logLikelihood && a.iterations == b.iterations
      && a.converged == b.converged
  }
}

// MARK: - Components

extension GaussianMixtureModel {
  /// The share of each component in all points, with the sum 1.
  public var weights: [Double] { mixture.weights }

  /// The means, k × d.
  public var means: Points { Points(checked: mixture.means, dimensions: mixture.dimensions) }

  /// The covariances in the least form, row after row: full k × d × d, tied d × d, diagonal
  /// k × d, spherical k. In squared units of the features, the regularization included.
  public var covariances: [Double] { mixture.covariances }

  /// The covariance matrix of component `c`, d × d row after row, whatever its type.
  public func covarianceMatrix(of c: Int) -> [Double] { mixture.covarianceMatrix(of: c) }

  /// What looks unsuitable in this result, the gravest first.
  public var advice: [Advice] {
    var populated = [Bool](repeating: false, count: weights.count)
    for label in labels { populated[label] = true }
    let emptied = populated.count { !$0 }
    var advice: [Advice] = []
    if emptied > 0 { advice.append(.emptiedClusters(emptied)) }
    if !converged { advice.append(.notConverged(iterations: iterations)) }
    return advice
  }
}

// MARK: - How many components?

extension GaussianMixtureModel {
  /// The number of free parameters: weights, means and covariances.
  public var parameterCount: Int { mixture.parameterCount }

  /// Schwarz's criterion, -2 log L + p log n for p parameters; lower is better. It asks more of
  /// a further component than ``aic`` does.
  ///
  /// Schwarz 1978, https://doi.org/10.1214/aos/1176344136
  public var bic: Double {
    -2 * logLikelihood + Double(parameterCount) * naturalLog(Double(labels.count))
  }

  /// Akaike's criterion, -2 log L + 2 p for p parameters; lower is better.
  ///
  /// Akaike 1974, https://doi.org/10.1109/TAC.1974.1100705
  public var aic: Double {
    -2 * logLikelihood + 2 * Double(parameterCount)
  }
}

// MARK: - New points

extension GaussianMixtureModel {
  /// The likeliest component of each new point; the lowest on a tie. O(m · k · d²) for m points.
  ///
  /// - Throws: ``ClusteringError/dimensionMismatch(expected:found:)``.
  public func predict(_ points: Points) throws(ClusteringError) -> [Int] {
    try assessment(of: points).labels
  }

  /// The probability of each component for each new point, m × k.
  ///
  /// - Throws: As ``predict(_:)``.
  public func predictProbabilities(_ points: Points) throws(ClusteringError) -> Points {
    try assessment(of: points).responsibilities
  }

  /// The logarithm of the density of the mixture at each new point.
  ///
  /// - Throws: As ``predict(_:)``.
  public func logDensities(_ points: Points) throws(ClusteringError) -> [Double] {
    try assessment(of: points).logDensities
  }

  /// The mean log-likelihood of new points, in nats; higher when the model suits them better.
  ///
  /// - Throws: As ``predict(_:)``, or ``ClusteringError/noPoints``.
  public func score(_ points: Points) throws(ClusteringError) -> Double {
    try points.requireSome()
    return try logDensities(points).reduce(0, +) / Double(points.count)
  }

  private func assessment(of points: Points) throws(ClusteringError) -> Assessment {
    try points.require(dimensions: mixture.dimensions)
    return density.assess(points, threads: 1)
  }
}

// MARK: - Assessment

/// What a mixture says of each of n points.
struct Assessment {
  let labels: [Int]
  /// n × k.
  let responsibilities: Points
  let logDensities: [Double]
}

extension MixtureDensity {
  /// Responsibilities, labels and densities of points.
  func assess(_ points: Points, threads: Int) -> Assessment {
    let (d, k) = (dimensions, componentCount)
    var shares = [Double](repeating: 0, count: points.count * k)
    let densities = mapChunks(of: &shares, size: chunkSize * k, threads: threads) { slots, shares in
      (0..<slots.count / k).map { row in
        let first = (slots.lowerBound / k + row) * d
        let point = points.values.span.extracting(first..<first + d)
        return responsibilities(at: point, into: &shares, from: row * k)
      }
    }
    let labels = (0..<points.count).map { i in
      shares[i * k..<(i + 1) * k].indexOfLargest - i * k
    }
    return Assessment(
      labels: labels, responsibilities: Points(checked: shares, dimensions: k),
      logDensities: densities.flatMap { $0 })
  }
}

extension ArraySlice<Double> {
  /// The first index of the largest element.
  fileprivate var indexOfLargest: Int {
    var largest = startIndex
    for index in indices where self[index] > self[largest] { largest = index }
    return largest
  }
}
