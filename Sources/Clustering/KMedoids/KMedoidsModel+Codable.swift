// Medoids on disk, to ask them about newcomers on another day.

extension KMedoidsModel: Codable {
  private enum CodingKeys: CodingKey {
    case labels, medoids, centers, loss, swaps, passes, converged, distance
  }

  /// Writes all that the fit found, and the distance.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(labels, forKey: .labels)
    try container.encode(medoids, forKey: .medoids)
    try container.encodeIfPresent(centers, forKey: .centers)
    try container.encode(loss, forKey: .loss)
    try container.encode(swaps, forKey: .swaps)
    try container.encode(passes, forKey: .passes)
    try container.encode(converged, forKey: .converged)
    try container.encode(distance, forKey: .distance)
  }

  /// Reads what ``encode(to:)`` wrote.
  ///
  /// - Throws: `DecodingError`, also unless the medoids are ascending rows of the labels, each
  ///   with its center where there are any.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let medoids = try container.decode([Int].self, forKey: .medoids)
    let labels = try container.decodeLabels(forKey: .labels, clusters: medoids.count)
    let centers = try container.decodeIfPresent(Points.self, forKey: .centers)
    guard medoids.allSatisfy(labels.indices.contains),
      zip(medoids, medoids.dropFirst()).allSatisfy({ $0 < $1 }),
      centers.map({ $0.count == medoids.count }) ?? true
    else {
      throw DecodingError.dataCorruptedError(
        forKey: .medoids, in: container,
        debugDescription: "not ascending rows with a center for each")
    }
    self.init(
      labels: labels, medoids: medoids, centers: centers,
      loss: try container.decode(Double.self, forKey: .loss),
      swaps: try container.decodeCount(forKey: .swaps),
      passes: try container.decodeCount(forKey: .passes),
      converged: try container.decode(Bool.self, forKey: .converged),
      distance: try container.decode(Distance.self, forKey: .distance))
  }
}
