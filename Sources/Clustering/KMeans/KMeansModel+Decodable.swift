// A clustering on disk, to ask it about newcomers on another day.

extension KMeansModel: Decodable {
  /// Reads what was written.
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
