// A projection on disk, to bring newcomers into the same picture on another day.

extension PCAModel: Codable {
  private enum CodingKeys: CodingKey {
    case mean, components, explainedVariance, explainedVarianceRatio
  }

  /// Writes the mean, the directions, and the variances along them.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(mean, forKey: .mean)
    try container.encode(components, forKey: .components)
    try container.encode(explainedVariance, forKey: .explainedVariance)
    try container.encode(explainedVarianceRatio, forKey: .explainedVarianceRatio)
  }

  /// Reads what ``encode(to:)`` wrote.
  ///
  /// - Throws: `DecodingError`, also unless each direction has a number for each feature, and two
  ///   variances.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    mean = try container.decode([Double].self, forKey: .mean)
    components = try container.decode(Points.self, forKey: .components)
    explainedVariance = try container.decode([Double].self, forKey: .explainedVariance)
    explainedVarianceRatio = try container.decode([Double].self, forKey: .explainedVarianceRatio)
    guard mean.count == components.dimensions, components.count > 0,
      mean.allSatisfy({ $0.magnitude <= Points.largestMagnitude }),
      explainedVariance.count == components.count,
      explainedVarianceRatio.count == components.count
    else {
      throw DecodingError.dataCorruptedError(
        forKey: .components, in: container,
        debugDescription: "not a number for each feature and two variances for each direction")
    }
  }
}
