// A learned scale on disk, to scale newcomers with on another day.

extension Scaler: Codable {
  private enum CodingKeys: CodingKey { case centers, scales, unitLength }

  /// Writes the centers and scales, and whether points are brought to length 1.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(centers, forKey: .centers)
    try container.encode(scales, forKey: .scales)
    try container.encode(unitLength, forKey: .unitLength)
  }

  /// Reads what ``encode(to:)`` wrote.
  ///
  /// - Throws: `DecodingError`, also unless there is a finite center and a finite scale above 0
  ///   for each of one or more features.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let centers = try container.decode([Double].self, forKey: .centers)
    let scales = try container.decode([Double].self, forKey: .scales)
    guard !centers.isEmpty, centers.count == scales.count, centers.allSatisfy(\.isFinite),
      scales.allSatisfy({ $0 > 0 && $0.isFinite })
    else {
      throw DecodingError.dataCorruptedError(
        forKey: .scales, in: container,
        debugDescription: "not a finite center and a finite scale above 0 for each feature")
    }
    let unitLength = try container.decode(Bool.self, forKey: .unitLength)
    self.init(centers: centers, scales: scales, unitLength: unitLength)
  }
}
