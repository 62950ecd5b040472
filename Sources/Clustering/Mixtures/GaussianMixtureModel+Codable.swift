// A mixture on disk, to ask it about newcomers on another day.
//
// What is read makes a model only if its components have densities: then it can be asked anything
// that the fitted one can.

extension GaussianMixtureModel: Codable {
  private enum CodingKeys: CodingKey {
    case covariance, weights, means, covariances
    case labels, responsibilities, logLikelihood, iterations, converged
  }

  /// Writes the components, and what the fit found with them.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(mixture.covariance, forKey: .covariance)
    try container.encode(weights, forKey: .weights)
    try container.encode(means, forKey: .means)
    try container.encode(covariances, forKey: .covariances)
    try container.encode(labels, forKey: .labels)
    try container.encode(responsibilities, forKey: .responsibilities)
    try container.encode(logLikelihood, forKey: .logLikelihood)
    try container.encode(iterations, forKey: .iterations)
    try container.encode(converged, forKey: .converged)
  }

  /// Reads what ``encode(to:)`` wrote.
  ///
  /// - Throws: `DecodingError`, also when the parts do not fit together, or when a component has
  ///   no density.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let means = try container.decode(Points.self, forKey: .means)
    mixture = Mixture(
      covariance: try container.decode(GaussianMixture.Covariance.self, forKey: .covariance),
      dimensions: means.dimensions,
      weights: try container.decode([Double].self, forKey: .weights), means: means.values,
      covariances: try container.decode([Double].self, forKey: .covariances))
    let k = mixture.weights.count
    labels = try container.decodeLabels(forKey: .labels, clusters: k)
    responsibilities = try container.decode(Points.self, forKey: .responsibilities)
    logLikelihood = try container.decode(Double.self, forKey: .logLikelihood)
    iterations = try container.decodeCount(forKey: .iterations)
    converged = try container.decode(Bool.self, forKey: .converged)
    guard mixture.isWhole, responsibilities.dimensions == k,
      responsibilities.count == labels.count, let density = try? MixtureDensity(mixture)
    else {
      throw DecodingError.dataCorruptedError(
        forKey: .covariances, in: container,
        debugDescription: "weights, means, covariances and labels of no mixture")
    }
    self.density = density
  }
}

extension Mixture {
  /// Whether the numbers are as many as k components need, and weights and variances as they
  /// must be.
  fileprivate var isWhole: Bool {
    let (k, d) = (weights.count, dimensions)
    let count =
      switch covariance {
      case .full: k * d * d
      case .tied: d * d
      case .diagonal: k * d
      case .spherical: k
      }
    return k > 0 && means.count == k * d && covariances.count == count
      && weights.allSatisfy { (0...1).contains($0) }
      && (weights.reduce(0, +) - 1).magnitude <= 1e-9
      && covariances.allSatisfy(\.isFinite)
  }
}
