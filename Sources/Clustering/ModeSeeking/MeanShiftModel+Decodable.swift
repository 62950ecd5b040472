// Modes on disk, to ask them about newcomers on another day.

extension MeanShiftModel: Decodable {
  /// Reads what was written.
  ///
  /// - Throws: `DecodingError`, also for a label without a mode, and unless each mode has a
  ///   population.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let centers = try container.decode(Points.self, forKey: .centers)
    let populations = try container.decode([Int].self, forKey: .populations)
    guard populations.count == centers.count, populations.allSatisfy({ $0 >= 0 }) else {
      throw DecodingError.dataCorruptedError(
        forKey: .populations, in: container, debugDescription: "not a population for each mode")
    }
    self.init(
      labels: try container.decodeLabels(forKey: .labels, clusters: centers.count),
      centers: centers, populations: populations,
      iterations: try container.decodeCount(forKey: .iterations),
      converged: try container.decode(Bool.self, forKey: .converged))
  }
}
