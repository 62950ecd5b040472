// Medoids on disk, to ask them about newcomers on another day.

extension KMedoidsModel: Decodable {
  /// Reads what was written.
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
