// A clustering on disk, to ask it about newcomers on another day.

extension KMeansModel: Codable {
  private enum CodingKeys: CodingKey {
    case labels, centers, inertia, iterations, converged, emptiedClusters
  }

  /// Writes all that the fit found.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(labels, forKey: .labels)
    try container.encode(centers, forKey: .centers)
    try container.encode(inertia, forKey: .inertia)
    try container.encode(iterations, forKey: .iterations)
    try container.encode(converged, forKey: .converged)
    try container.encode(emptiedClusters, forKey: .emptiedClusters)
  }

  /// Reads what ``encode(to:)`` wrote.
  ///
  /// - Throws: `DecodingError`, also for a label without a center and for negative counts.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let centers = try container.decode(Points.self, forKey: .centers)
    self.init(
      labels: try container.decodeLabels(forKey: .labels, clusters: centers.count),
      centers: centers, inertia: try container.decode(Double.self, forKey: .inertia),
      iterations: try container.decodeCount(forKey: .iterations),
      converged: try container.decode(Bool.self, forKey: .converged),
      emptiedClusters: try container.decodeCount(forKey: .emptiedClusters))
  }
}
